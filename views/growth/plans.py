"""The improvement plan of somebody: where its goals stand by the facts, who signed, what can be done."""

from __future__ import annotations

from functools import partial

import streamlit as st

from data.stores.growth.plan_store import StoredGoal
from scoring.growth.goals import OUTCOMES
from shell.acting import Question, ask, attempt, box
from ui import page
from ui.tables import Column, Table
from ui.theme import palette
from views.growth import plan_form
from views.growth.parts import About
from words import format as fmt
from words.text import literal
from workflow.growth import plans
from workflow.growth.following import GoalNow
from workflow.growth.plan_states import OPEN, RUNNING, Plan
from workflow.growth.talks import SIDES, Side


def show(about: About, held: tuple[Plan, ...]) -> None:
    """The open plan, or the way to one; those that are over stand below it."""
    t = about.ctx.t
    now = held[0] if held and held[0].state in OPEN else None
    title = t("growth-plan-none") if now is None else t(f"growth-plan-title-{now.state}", number=now.plan_id)
    with page.card(title, t("growth-plan-note")):
        if now is None:
            st.markdown(t("growth-plan-begin"))
            if about.own or about.coaches:
                plan_form.draw_up(about)
        else:
            _plan(about, now)
        for over in held[1 if now else 0 :]:
            with st.expander(_over(about, over)):
                _goals(about, over)
                _history(about, over)


def _over(about: About, plan: Plan) -> str:
    t = about.ctx.t
    return t(
        "growth-plan-over",
        number=plan.plan_id,
        period=fmt.period(plan.period, about.ctx.lang),
        outcome=t(f"growth-plan-state-{plan.state}"),
    )


def _plan(about: About, plan: Plan) -> None:
    _goals(about, plan)
    _signatures(about, plan)
    _buttons(about, plan)
    if len(plan.revisions) > 1:
        with st.expander(about.ctx.t("growth-plan-history", count=len(plan.revisions))):
            _history(about, plan)


def _goals(about: About, plan: Plan) -> None:
    """The goals as a table: from where to where, how far, whether in time."""
    t = about.ctx.t
    colours = {"met": palette().up, "on-course": palette().accent, "behind": palette().down}

    def amount(goal: GoalNow, figure: float) -> str | None:
        return None if figure != figure else t.amount(fmt.quantity(figure), goal.indicator.unit)

    def way(goal: GoalNow) -> str:
        return f"{amount(goal, goal.baseline)} → {amount(goal, goal.target)}"

    def value(goal: GoalNow) -> str | None:
        return amount(goal, goal.value)

    def pace(goal: GoalNow) -> str:
        return f"{fmt.percent(goal.done, 0)} / {fmt.percent(goal.wanted, 0)}"

    def name(goal: GoalNow) -> str:
        return t.name(goal.indicator.name, goal.indicator.code)

    columns: list[Column[GoalNow]] = [
        Column("name", t("growth-goal"), name, "strong", wrap=True),
        Column("way", t("growth-goal-way"), way, right=True),
        Column("now", t("growth-goal-now"), value, right=True, strong=True),
        Column("pace", t("growth-goal-pace"), pace, right=True, sort=lambda g: g.done),
        Column(
            "standing",
            t("growth-state"),
            lambda g: t(f"growth-goal-{g.standing}"),
            mark=lambda g: colours.get(g.standing, palette().secondary),
        ),
    ]
    table = Table(
        columns,
        plan.goals,
        lambda g: g.indicator.code,
        why=lambda g: t("growth-goal-no-value"),
        detail=lambda g: [
            (fmt.period(when, about.ctx.lang), "", amount(g, figure) or fmt.DASH) for when, figure in g.values
        ],
    )
    table.show(f"plan-{plan.plan_id}", t("growth-plan"))
    days = dict.fromkeys((goal.begins_on, goal.ends_on) for goal in plan.goals)
    spells = (t("growth-goal-days", first=about.day(first), last=about.day(last)) for first, last in days)
    st.caption(t("growth-plan-days", days=t("list-joint").join(spells)) + _read_from(about, plan))


def _read_from(about: About, plan: Plan) -> str:
    """Of which period the last figures are."""
    t, lang = about.ctx.t, about.ctx.lang
    last = sorted({goal.measured for goal in plan.goals if goal.measured is not None})
    told = t("list-joint").join(fmt.period(period, lang) for period in last)
    return t("sentence-joint") + t("growth-plan-read", periods=told) if last else ""


def _signatures(about: About, plan: Plan) -> None:
    """Who has signed the present revision, and what that means."""
    t = about.ctx.t
    said = []
    for side in SIDES:
        found = next((one for one in plan.revision.signed if one.side == side), None)
        key = "growth-signed" if found else "growth-not-signed"
        by = about.who(found.by) if found else ""
        said.append(t(key, side=t(f"growth-side-{side}"), by=by, day=about.day(found.at) if found else ""))
    st.markdown(t("growth-signatures", revision=plan.revision.number, said=t("list-joint").join(said)))
    if plan.state != RUNNING:
        why = literal(plan.revision.why)
        st.warning(t(f"growth-plan-waits-{plan.state}", why=why, by=about.who(plan.revision.by)))


def _buttons(about: About, plan: Plan) -> None:
    t, ctx, number, revision = about.ctx.t, about.ctx, plan.plan_id, plan.revision.number
    if not about.own and not about.coaches:
        return
    line = st.container(horizontal=True, vertical_alignment="bottom")
    side: Side = "manager" if about.own else "superior"
    if plan.awaits(side):
        line.button(
            t("growth-sign"),
            key=f"plan-sign-{number}-{revision}-{side}",
            type="primary",
            on_click=partial(
                attempt, t, lambda: plans.sign(ctx.actor, ctx.db, number, revision), t("growth-signed-done")
            ),
        )
    with line:
        plan_form.change(about, plan)
        if about.own:
            return
        if plan.state == RUNNING:
            _close(about, plan)
        question = Question(
            f"plan-off-{number}", t("growth-call-off"), t("growth-call-off-label"), "tertiary"
        )
        ask(
            *(t, question, lambda why: plans.call_off(ctx.actor, ctx.db, number, revision, why)),
            t("growth-called-off"),
        )


def _close(about: About, plan: Plan) -> None:
    """A box in which a superior says what became of the plan; the facts propose it."""
    t, ctx, key = about.ctx.t, about.ctx, f"plan-close-{plan.plan_id}"
    with box(key, t("growth-close")), st.form(key, border=False):
        st.markdown(t("growth-close-proposed", outcome=t(f"growth-plan-state-{plan.proposed}")))
        st.selectbox(
            t("growth-outcome"),
            OUTCOMES,
            OUTCOMES.index(plan.proposed),
            format_func=lambda o: t(f"growth-plan-state-{o}"),
            key=f"{key}-outcome",
        )
        st.text_area(t("growth-close-why"), key=f"{key}-why")

        def do() -> None:
            held = st.session_state
            plans.close(
                *(ctx.actor, ctx.db, plan.plan_id, plan.revision.number),
                *(held[f"{key}-outcome"], held[f"{key}-why"]),
            )

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-closed"), (f"{key}-why",), closes=key),
        )


def _history(about: About, plan: Plan) -> None:
    """Every revision in words, and how it ended."""
    t = about.ctx.t
    names = {goal.indicator.code: t.name(goal.indicator.name, goal.indicator.code) for goal in plan.goals}

    def way(goal: StoredGoal) -> str:
        name = names.get(goal.indicator_code, goal.indicator_code)
        return literal(f"{name} {fmt.quantity(goal.baseline)} → {fmt.quantity(goal.target)}")

    for one in plan.revisions:
        goals = t("list-joint").join(way(goal) for goal in one.goals)
        made = t(
            "growth-revision", number=one.number, by=about.who(one.by), day=about.day(one.at), goals=goals
        )
        st.markdown(made + (t("growth-revision-why", why=literal(one.why)) if one.why else ""))
    if plan.closed is not None:
        st.markdown(
            t(
                "growth-plan-ended",
                by=about.who(plan.closed.actor),
                day=about.day(plan.closed.happened_at),
                outcome=t(f"growth-plan-state-{plan.state}"),
                why=literal(plan.closed.why or ""),
            )
        )
