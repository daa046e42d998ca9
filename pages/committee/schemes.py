"""方案版本: every version, how it was decided, and what a draft still lacks."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from shell import acting, context
from ui import address_line, page
from ui.choice import hold
from views.adoption import comments_view, gate_view, retire_view, version_view
from views.weighing import checks
from words import format as fmt
from words.text import literal
from workflow import schemes
from workflow.adoption import gate, lifecycle

ctx = context.page(Action.VIEW_SCHEMES)
t = ctx.t
stored = schemes.schemes(ctx.actor, ctx.db)
if not stored:
    page.header(t("schemes-title"), t("schemes-empty"))
    st.stop()
by_id = {i.key: i for i in stored}
under_way = [k for k, i in by_id.items() if i.status in lifecycle.UNDER_DISCUSSION]
drafts = [k for k, i in by_id.items() if i.status == "draft"]


def sentence() -> str:
    """What is in force and what is being decided."""
    words = [t("schemes-sentence", versions=len(stored), drafts=len(drafts))]
    for key in under_way:
        info = by_id[key]
        found = gate.requirements(ctx.actor, ctx.db, info, gate.beginning(info))
        lacking = [t(f"lacking-{r.name}") for r in found if not r.met]
        name, start = literal(version_view.label(info, t)), fmt.period(info.effective_from or "", ctx.lang)
        if lacking:
            words.append(t("schemes-lacking", name=name, start=start, lacking=t("list-joint").join(lacking)))
        else:
            words.append(t("schemes-ready", name=name, start=start))
        if against := gate_view.objections(ctx, info):
            words.append(t("schemes-opposed", said=against))
    words += retire_view.sentences(ctx, stored)
    return " ".join(words)


page.header(t("schemes-title"), sentence())
told = st.container()
opened = version_view.versions(ctx, stored)
chosen = by_id[
    hold(
        t("version"),
        list(by_id),
        lambda key: version_view.label(by_id[key], t),
        key="version-opened",
        address="version",
        default=(under_way or drafts or list(by_id))[-1],
        opened=opened,
    )
]
if opened:
    # What another version was compared with is no question for this one.
    address_line.write(against=None)

st.subheader(literal(version_view.label(chosen, t)), anchor=False)
left, right = st.columns([1.35, 1])
with left:
    if chosen.status in lifecycle.OPEN and allowed(ctx.actor, Action.SIMULATE):
        gate_view.gate_card(ctx, chosen)
    may_retire = chosen.status == "adopted" and allowed(ctx.actor, Action.SIMULATE)
    if may_retire:
        retire_view.card(ctx, chosen)
    version_view.effect(ctx, chosen)
    version_view.life(ctx, chosen)
    if may_retire:
        retire_view.propose(ctx, chosen)
with right:
    version_view.difference(ctx, stored, chosen)
    comments_view.card(ctx, chosen)
    version_view.articles(ctx, chosen)
    found = gate.findings(ctx.actor, ctx.db, chosen, gate.beginning(chosen))
    checks.findings(found, chosen.scheme, t)
with told:
    acting.said()  # Last: once it is said, every button on the page is about the new state.
