"""我的薪酬: what was granted, paid and held back, when the rest is due, and how each yuan came about."""

from __future__ import annotations

from access.permissions import Action
from shell import acting, context
from ui import page
from views.rewards import objection, opening, statement
from words.text import literal

ctx = context.page(Action.VIEW_PAY)
t = ctx.t
head, found = opening.whose(ctx)
with head:
    name = literal(t.pick(found.name, found.name_en))
    title = t("pay-title") if ctx.actor.manager_id else t("pay-title-of", name=name)
    page.header(title, statement.sentence(found, t))
acting.said()
if ctx.actor.manager_id:
    objection.show(ctx)
statement.show(ctx, found)
