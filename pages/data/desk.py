"""数据台: files brought, judged, submitted; approved by a second person; undone and corrected."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context, desk_audit, desk_batches, desk_correct, desk_review, desk_upload
from ui import page
from ui.text import literal
from workflow import batches, inbox, scores

ctx = context.page(Action.IMPORT)
t = ctx.t
found = batches.batches(ctx.actor, ctx.db)
known = scores.periods(ctx.actor, ctx.db)
periods = [p.code for p in known]
open_ = desk_review.open_batches(found)
mine = sum(ctx.actor.username not in (b.imported_by, b.answers) for b in open_)
page.header(t("desk-title"), t("desk-sentence", waiting=len(open_), mine=mine))
acting.said()
desk_upload.upload(ctx)
left, right = st.columns([1.9, 1])
with left:
    desk_review.waiting(ctx, found)
with right:
    desk_correct.correction(ctx, periods)
    desk_correct.event(ctx)
desk_audit.audit_card(ctx, periods)
desk_batches.all_batches(ctx, found)
st.caption(t("desk-inbox", folder=literal(str(inbox.folder(ctx.db)))))
