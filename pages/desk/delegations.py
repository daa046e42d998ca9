"""授权代办: for whom I act, who acts for me, from when until when."""

from __future__ import annotations

from access.permissions import Action
from shell import acting, context
from ui import page
from views.rights import delegations

ctx = context.page(Action.DELEGATE)
t = ctx.t
held = delegations.held(ctx)
page.header(t("delegation-title"), delegations.sentence(ctx, held))
acting.said()
delegations.give(ctx)
delegations.listed(ctx, held)
