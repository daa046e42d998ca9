"""One rating that the calibration meeting looks at: blind vote, change, what it would do, who decided."""

from __future__ import annotations

from functools import partial

import streamlit as st

from access import accounts
from scoring.reviews.release import points_of
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import before_after
from views.reviews import figures
from views.reviews.results import OTHERS, named
from words import format as fmt
from words.text import Text, literal
from workflow import blind
from workflow.reviews import calibration
from workflow.reviews.cases import CONFIRMED, PROPOSED, TURNED_DOWN, Case, Change
from workflow.reviews.forms import Item
from workflow.reviews.results import Result

_Vote = tuple[str, float]


def stands(held: Case) -> str:
    """Where a case stands, as the end of a key of the catalogue."""
    if held.state == blind.CLOSED and held.change is not None:
        return held.change.state
    return "short" if held.state == blind.CLOSED and not held.quorate else held.state


def show(ctx: Context, held: Case, result: Result) -> None:
    """Everything of one case, with what can be done next."""
    t = ctx.t
    name = literal(t.pick(result.ratee, result.ratee_en))
    measure = literal(named(result.items, t))
    with page.card(
        t("calibration-case", case=held.case_id, name=name, measure=measure),
        t("calibration-asked", by=_who(ctx, held.opened_by), question=literal(held.question)),
    ):
        _standing(ctx, held, result.items)
        said = (
            f"{t(f'review-group-{group}')} {figures.shown(figure, t)}"
            for group, figure in result.figures.items()
            if group in OTHERS
        )
        st.caption(f"{t('calibration-groups')}{t('colon')}{t('list-joint').join(said)}")
    if held.state == blind.OPEN:
        _vote(ctx, held)
        return
    if held.state != blind.CLOSED or not held.quorate:
        return
    _votes(ctx, held)
    change = held.change
    if change is None or change.state == TURNED_DOWN:
        _propose(ctx, held, result.items)
    elif change.state == PROPOSED:
        _effect(ctx, held, change.value)
        _decide(ctx, held)


def _standing(ctx: Context, held: Case, items: tuple[Item, ...]) -> None:
    """What was decided, or how far it is."""
    t, change, rated = ctx.t, held.change, fmt.number(held.rated)
    if held.state == blind.OPEN:
        counts = {"done": held.done, "all": len(held.members)}
        st.markdown(t("calibration-state-open", **counts))
    elif held.state == blind.CALLED_OFF:
        st.markdown(t("calibration-result-called-off", why=literal(held.called_off or ""), rated=rated))
    elif not held.quorate:
        counts = {"done": held.done, "all": len(held.members), "quorum": held.quorum}
        st.markdown(t("calibration-result-short", rated=rated, **counts))
    elif change is None:
        st.markdown(t("calibration-result-kept", rated=rated))
    else:
        _change(ctx, held, change, items)


def _change(ctx: Context, held: Case, change: Change, items: tuple[Item, ...]) -> None:
    t, rated, value = ctx.t, fmt.number(held.rated), fmt.number(change.value)
    why = literal(change.why)
    if change.state == CONFIRMED:
        first, second = _who(ctx, change.proposed_by), _who(ctx, change.decided_by)
        said = t("calibration-result", rated=rated, value=value, first=first, second=second, why=why)
    elif change.state == PROPOSED:
        by = _who(ctx, change.proposed_by)
        said = t("calibration-proposed", by=by, rated=rated, value=value, why=why)
    else:
        by, why = _who(ctx, change.decided_by), literal(change.decided_why)
        said = t("calibration-result-turned-down", by=by, value=value, why=why)
    st.markdown(said)
    item = next((i for i in items if i.code == change.item), None)
    if item is not None:
        anchor = literal(item.anchors[change.level - 1][t.lang])
        name = literal(t.name(item.name, item.code))
        st.caption(t("calibration-quoted", item=name, level=change.level, anchor=anchor))


def _vote(ctx: Context, held: Case) -> None:
    """The actor's own vote, blind."""
    t, until = ctx.t, f"{held.deadline:%Y-%m-%d %H:%M}"
    if not held.asks(ctx.actor):
        counts = {"done": held.done, "all": len(held.members)}
        st.info(t("calibration-vote-not-asked", until=until, **counts))
    else:
        given, key = calibration.own(ctx.actor, ctx.db, held.case_id), f"calibration-vote-{held.case_id}"
        with (
            page.card(t("calibration-vote"), t("calibration-vote-note", until=until)),
            st.form(f"{key}-form", border=False),
        ):
            if given is not None:
                st.markdown(t("calibration-vote-in", value=fmt.number(given)))
            st.number_input(
                *(t("calibration-vote-value"), 0.0, 100.0),
                value=held.rated if given is None else given,
                step=0.5,
                key=key,
            )

            def hand_in() -> None:
                calibration.vote(ctx.actor, ctx.db, held.case_id, st.session_state[key])

            def said() -> str:
                return t("calibration-voted", value=fmt.number(st.session_state[key]))

            st.form_submit_button(
                t("calibration-vote-do"),
                type="primary",
                on_click=partial(attempt, t, hand_in, said),
                key=f"{key}-do",
            )
    if held.opened_by == ctx.actor.username:
        question = Question(
            f"calibration-off-{held.case_id}", t("calibration-call-off"), t("calibration-call-off-label")
        )
        ask(
            t,
            question,
            lambda why: calibration.call_off(ctx.actor, ctx.db, held.case_id, why),
            t("calibration-called-off"),
        )


def _votes(ctx: Context, held: Case) -> None:
    """How members voted."""
    t, found = ctx.t, calibration.votes(ctx.actor, ctx.db, held.case_id)
    with page.card(
        t("calibration-votes", median=fmt.number(found.median)),
        t("calibration-votes-note", rated=fmt.number(held.rated)),
    ):
        columns: list[Column[_Vote]] = [
            Column("member", t("calibration-member"), lambda v: t.term(v[0]), "strong"),
            Column("vote", t("calibration-vote-given"), lambda v: v[1], "number"),
            Column("apart", t("calibration-delta"), lambda v: v[1] - held.rated, "delta"),
        ]
        table = Table(columns, found.given, lambda v: v[0])
        table.show(f"calibration-votes-{held.case_id}", t("calibration-votes-note"))


def _propose(ctx: Context, held: Case, items: tuple[Item, ...]) -> None:
    """A change: to what, because, by which anchor; and what it would do, before it is handed in."""
    t, found = ctx.t, calibration.votes(ctx.actor, ctx.db, held.case_id)
    if found.low == found.high == held.rated:
        st.info(t("calibration-votes-same", value=fmt.number(held.rated)))
        return
    key = f"calibration-change-{held.case_id}"
    with page.card(t("calibration-change"), t("calibration-change-note")):
        narrow, wide = st.columns([1, 3])
        value = narrow.number_input(
            t("calibration-change-value"),
            *(found.low, found.high),
            value=found.median,
            step=0.5,
            key=key,
            help=t("calibration-change-value-help", low=fmt.number(found.low), high=fmt.number(found.high)),
        )
        by_code = {item.code: item for item in items}
        code = items[0].code
        with wide:
            if len(items) > 1:
                code = pick(
                    t("calibration-change-item"),
                    list(by_code),
                    lambda c: t.name(by_code[c].name, c),
                    key=f"{key}-item",
                )
            anchors = by_code[code].anchors
            st.radio(
                t("calibration-change-level"),
                range(1, len(anchors) + 1),
                format_func=lambda level: _anchor(level, anchors[level - 1][t.lang], t),
                index=None,
                key=f"{key}-level",
            )
            st.text_area(t("calibration-change-why"), key=f"{key}-why")

        def hand_in() -> None:
            state = st.session_state
            calibration.propose(
                *(ctx.actor, ctx.db, held.case_id, state[key], code),
                state[f"{key}-level"] or 0,
                state[f"{key}-why"],
            )

        st.button(
            t("calibration-change-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, hand_in, t("calibration-changed"), (f"{key}-why",)),
        )
    _effect(ctx, held, value)


def _anchor(level: int, anchor: str, t: Text) -> str:
    points = fmt.number(points_of(level), 0)
    return f"{t('calibration-level', level=level, points=points)}{t('colon')}{literal(anchor)}"


def _effect(ctx: Context, held: Case, value: float) -> None:
    """Whose results a change would touch, and the pool."""
    t, found = ctx.t, calibration.effect(ctx.actor, ctx.db, held.case_id, value)
    with page.card(
        t("calibration-effect", value=fmt.number(value), count=len(found.moves)), t("calibration-effect-note")
    ):
        if found.published:
            st.info(t("calibration-effect-published"))
        if found.pool is not None:
            before, after = (fmt.number(total) for total in found.pool)
            st.markdown(t("calibration-effect-pool", before=before, after=after))
        if found.moves:
            names = {person: t.pick(*both) for person, both in found.names.items()}
            headings = t("calibration-before"), t("calibration-after"), t("calibration-delta")
            table = before_after.ranking(found.moves, names, t, *headings)
            table.show(f"calibration-effect-{held.case_id}", t("calibration-effect-note"))


def _decide(ctx: Context, held: Case) -> None:
    """The second person's yes or no."""
    t, key = ctx.t, f"calibration-decide-{held.case_id}"
    if held.change is not None and held.change.proposed_by == ctx.actor.username:
        st.info(t("calibration-waits"))
        return
    with st.container(horizontal=True):
        st.button(
            t("calibration-confirm"),
            type="primary",
            key=f"{key}-yes",
            on_click=partial(
                attempt,
                t,
                lambda: calibration.confirm(ctx.actor, ctx.db, held.case_id),
                t("calibration-confirmed"),
            ),
        )
        ask(
            t,
            Question(f"{key}-no", t("calibration-turn-down"), t("calibration-turn-down-label")),
            lambda why: calibration.turn_down(ctx.actor, ctx.db, held.case_id, why),
            t("calibration-turned-down"),
        )


def _who(ctx: Context, username: str) -> str:
    return literal(ctx.t.term(accounts.called(ctx.db, username)))
