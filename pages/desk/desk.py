"""数据台: files brought, judged, submitted; approved by a second person; undone and corrected."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import acting, context
from ui import page
from views.desk import audit, batch_list, correct, review, upload
from words.text import literal
from workflow.intake import batches, inbox
from workflow.results import scores

ctx = context.page(Action.IMPORT)
t = ctx.t
found = batches.batches(ctx.actor, ctx.db)
known = scores.periods(ctx.actor, ctx.db)
periods = [p.code for p in known]
open_ = review.open_batches(found)
mine = sum(ctx.actor.username not in (b.imported_by, b.answers) for b in open_)
page.header(t("desk-title"), t("desk-sentence", waiting=len(open_), mine=mine))
acting.said()
upload.upload(ctx)
left, right = st.columns([1.9, 1])
with left:
    review.waiting(ctx, found)
with right:
    correct.correction(ctx, periods)
    correct.event(ctx)
audit.audit_card(ctx, periods)
batch_list.all_batches(ctx, found)
st.caption(t("desk-inbox", folder=literal(str(inbox.folder(ctx.db)))))
