"""权重试算: what would this change do, and dare we adopt it?"""

from __future__ import annotations

import streamlit as st

from access.permissions import Action
from shell import context
from ui import address_line, page
from ui.choice import pick
from views.weighing import checks, derive, keep, ranking, side, stage, state, trail
from views.weighing.pay import cost, xray
from views.weighing.trial import WeightTrial
from words import format as fmt
from words.text import literal
from workflow import schemes
from workflow.results import scores
from workflow.weighing import margins, simulation
from workflow.weighing import pay as pay_base

TRIAL = WeightTrial("panel", address="locked")
COUNTS = (1, 3, 6, 12)

ctx = context.page(Action.SIMULATE)
t, lang = ctx.t, ctx.lang
periods = scores.periods(ctx.actor, ctx.db)
versions = {i.reference: i for i in schemes.schemes(ctx.actor, ctx.db)}
if not periods or not versions:
    page.header(t("lab-title"), t("lab-empty"))
    st.stop()


@st.fragment
def lab() -> None:
    """Everything that moves with the weights; only this runs again when a weight is let go."""
    context.in_fragment()
    stage.style()
    head = st.container()
    left, right = st.columns(stage.columns())
    last = next((p.period for p in reversed(periods) if p.scored), periods[-1].period)
    in_force = schemes.in_force_reference(ctx.actor, ctx.db, last)
    known, asked = state.starts(ctx, versions), address_line.says("start")
    with right, st.container(key=stage.TOOLS):
        tools = st.columns([1.4, 1, 1], vertical_alignment="bottom")
    # A link may name where to start: ?start=scenario-3.
    chosen = pick(
        t("lab-start-from"),
        list(known),
        lambda key: known[key].name,
        key="lab-start",
        default=str(in_force) if in_force else None,
        address="start",
        place=tools[0],
    )
    reference, start, given = known[chosen]
    if asked is not None and asked not in known:
        head.warning(t("lab-unknown-start", start=literal(start)))
    cycle = versions[reference].scheme.cycle
    newest_first = {p.code: p.period for p in reversed(periods) if p.period.kind == cycle}
    if not newest_first:
        with head:
            page.header(t("lab-title"), t("lab-no-periods", cycle=t(f"cycle-{cycle}")))
        return
    period = pick(
        t("period"),
        list(newest_first),
        lambda c: fmt.period(c, lang),
        key="lab-period",
        address="period",
        place=tools[1],
    )
    count = pick(
        t("lab-periods"),
        COUNTS,
        lambda n: t("lab-last", periods=n),
        key="lab-count",
        address="last",
        place=tools[2],
    )
    begun = simulation.start(ctx.actor, ctx.db, reference, newest_first[period], count)
    weights, revision = TRIAL.weights(begun.scheme, chosen, given)
    outcome = simulation.simulate(ctx.actor, begun, weights)
    shown = state.Shown(begun, outcome, state.called(begun, t), pay_base.base(ctx.actor, ctx.db))
    with head:
        # The answer first: it is on the screen while the rest is still being worked out.
        stage.header(t, state.sentence(shown, t), f"{start} · {fmt.period(period, lang)}")
        state.published(ctx, shown, in_force)
    stage.breathe()
    with left, st.container(key=stage.PANEL):
        with st.container(border=True):
            bands = margins.bands(ctx.actor, outcome, TRIAL.locked)
            TRIAL.panel(begun.scheme, weights, revision, t, bands)
        TRIAL.buttons(t)
        if not stage.presenting():
            derive.derive(ctx, begun, TRIAL)
    with right:
        opened = _results(shown, revision)
        if not stage.presenting():
            _details(shown, opened)
            keep.look(ctx, begun)
            keep.keep(ctx, begun, weights)
            keep.decide(ctx, begun, outcome, weights, shown.called.names)
            xray.card(ctx, shown)
    # Last of all, so that nobody waits for it.
    trail.record(ctx, shown, weights, TRIAL)


def _results(shown: state.Shown, revision: str) -> str | None:
    """In sight of the sliders: grades, movers, checks, and everybody's place; whose row was just opened."""
    with st.container(key=stage.BOXES):
        boxes = st.columns([1, 1.15, 1] if not stage.presenting() else [1, 1.15])
    with boxes[0]:
        checks.grade_mix(shown, t)
    with boxes[1]:
        checks.movers(ctx, shown)
    for box in boxes[2:]:
        with box:
            checks.findings(shown.outcome.findings, shown.outcome.scheme, t)
    with st.container(border=True):
        with st.container(horizontal=True, vertical_alignment="center"):
            st.markdown(f"**{t('lab-who')}**")
            only = st.toggle(t("lab-only-moved"), key="lab-only-moved", persist_state="session")
            state.hide(t)
        if shown.called.hidden:
            st.caption(t("lab-hidden-note"))
        return ranking.ranking(ctx, shown, revision, only_moved=only)


def _details(shown: state.Shown, opened: str | None) -> None:
    """Why somebody moves, the trial beside scenarios, how firm it is, what a unit pays."""
    if opened:
        st.session_state["lab-opened"] = opened
    asked: str | None = st.session_state.get("lab-opened")
    if asked is not None and asked in shown.called.names:
        checks.why(ctx, shown, asked)
    side.side_by_side(ctx, shown)
    trail.lines(ctx, shown, TRIAL)
    a, b = st.columns(2)
    with a:
        checks.firmness(ctx, shown)
    with b:
        checks.churn(shown.outcome, t)
        if not shown.begun.scheme.pay:
            checks.pay(ctx, shown.base)
    cost.card(ctx, shown)
    checks.worth(ctx, shown.outcome)


lab()
