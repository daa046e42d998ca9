"""权重试算: what would this change do, and dare we adopt it?"""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from access.permissions import Action
from scoring.scheme import SchemeReference
from shell import context
from ui import page
from ui.choice import pick
from views.weighing import checks, derive, keep, ranking, state
from views.weighing.trial import WeightTrial
from words import format as fmt
from workflow import schemes
from workflow.results import scores
from workflow.weighing import scenarios, simulation

TRIAL = WeightTrial("panel")
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
    head = st.container()
    tools = st.columns([1.4, 1, 1], vertical_alignment="bottom")
    last = next((p.period for p in reversed(periods) if p.scored), periods[-1].period)
    in_force = schemes.in_force_reference(ctx.actor, ctx.db, last)
    starts: dict[str, tuple[SchemeReference, str, Mapping[str, float] | None]] = {
        str(r): (r, f"{t.name(i.scheme.name, r.code)} v{r.version}", None) for r, i in versions.items()
    }
    for kept in scenarios.kept(ctx.actor, ctx.db):
        label = t("lab-scenario", name=kept.name)
        starts[f"scenario-{kept.scenario_id}"] = (kept.reference, label, kept.weights)
    # A link may name where to start: ?start=scenario-3.
    chosen = pick(
        t("lab-start-from"),
        list(starts),
        lambda key: starts[key][1],
        key="lab-start",
        default=str(in_force) if in_force else None,
        address="start",
        place=tools[0],
    )
    reference, _, given = starts[chosen]
    cycle = versions[reference].scheme.cycle
    newest_first = {p.code: p.period for p in reversed(periods) if p.period.kind == cycle}
    if not newest_first:
        with head:
            page.header(t("lab-title"), t("lab-no-periods", cycle=t(f"cycle-{cycle}")))
        return
    period = pick(
        t("period"), list(newest_first), lambda c: fmt.period(c, lang), key="lab-period", place=tools[1]
    )
    count = pick(
        t("lab-periods"), COUNTS, lambda n: t("lab-last", periods=n), key="lab-count", place=tools[2]
    )
    begun = simulation.start(ctx.actor, ctx.db, reference, newest_first[period], count)
    weights, revision = TRIAL.weights(begun.scheme, chosen, given)
    left, right = st.columns([1, 1.9])
    outcome = simulation.simulate(ctx.actor, begun, weights)
    with head:
        # The answer first: it is on the screen while the rest is still being worked out.
        page.header(t("lab-title"), state.sentence(begun, outcome, t))
    with left:
        with st.container(border=True):
            TRIAL.panel(begun.scheme, weights, revision, t, simulation.bands(ctx.actor, outcome))
        TRIAL.buttons(t)
        derive.derive(ctx, begun, TRIAL)
    with right:
        _results(begun, outcome, revision)
    keep.look(ctx, begun)
    with left:
        keep.keep(ctx, begun, weights)
        keep.decide(ctx, begun, outcome, weights, state.names(begun, outcome, t))


def _results(begun: simulation.LabStart, outcome: simulation.Simulation, revision: str) -> None:
    """Who moves, the grade mix, how firm it is, and what the checks say."""
    with page.card(t("lab-who"), t("lab-who-note")):
        with st.container(horizontal=True):
            only = st.toggle(t("lab-only-moved"), key="lab-only-moved", persist_state="session")
            # Kept while another page is on the projector: names must not come back by themselves.
            st.toggle(t("lab-anonymous"), key="lab-anonymous", persist_state="session")
        names = state.names(begun, outcome, t)
        opened = ranking.ranking(ctx, begun, outcome, names, revision, only_moved=only)
    keep.side_by_side(ctx, begun, outcome)
    if opened:
        st.session_state["lab-opened"] = opened
    asked: str | None = st.session_state.get("lab-opened")
    if asked is not None and asked in names:
        checks.why(ctx, outcome, asked, names[asked])
    a, b = st.columns(2)
    with a:
        checks.movers(outcome, names, t)
        checks.grade_mix(outcome, t)
        checks.churn(outcome, t)
    with b:
        checks.findings(outcome.findings, t)
        checks.firmness(ctx, outcome, names)
        checks.worth(ctx, outcome)


lab()
