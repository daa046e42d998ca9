"""Where somebody stands on the career ladder, and the ladder itself for whoever keeps it."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from functools import partial

import streamlit as st

from access.permissions import Action, allowed
from documents import formulas
from scoring.errors import Phrase
from scoring.formula.nodes import PAST, WINDOWS, Apply, Read
from scoring.growth.ladder import OWN
from scoring.growth.needs import Part
from scoring.periods import Period
from scoring.scheme import Indicator
from shell.acting import attempt
from ui import page
from ui.tables import Column, Table
from ui.theme import palette
from views.growth.parts import About
from words import format as fmt
from words.text import Text, literal
from workflow.growth import ladder
from workflow.growth.ladder import Asked, Climb

_AMOUNTS = {
    "TOTAL": "points",
    "DEDUCTIONS": "points",
    "SERVICE_MONTHS": "months",
    "RESULTS": "months",
    "TRAINING_HOURS": "hours",
    "RANK_SHARE": "percent",
}
"""What a ladder's own codes are counted in, where that has a name; indicators have units of their own."""
_THROUGH = PAST | WINDOWS | {"coalesce", "sum", "product", "<", "<=", ">", ">="}
"""What gives a figure in the unit of the first thing that it works on."""


def show(about: About, climb: Climb, indicators: Mapping[str, Indicator]) -> None:
    """What the next post asks: what is met, what is missing, by how much."""
    t, ctx = about.ctx.t, about.ctx
    post = literal(t.name(climb.next.name)) if climb.next else ""
    title = t("growth-ladder-to", post=post) if climb.next else t("growth-ladder-top")
    position = literal(t.term(climb.position)) if climb.position else t("growth-position-none")
    until = fmt.period(climb.period, ctx.lang) if climb.period else ""
    note = (
        t("growth-ladder-note", position=position, period=until)
        if climb.period
        else t("growth-ladder-held", position=position)
    )
    with page.card(title, note):
        if climb.next is not None and climb.period is None:
            st.markdown(t("growth-ladder-nothing"))
        elif climb.next is not None and not climb.asked:
            st.markdown(t("growth-ladder-free", post=post))
        elif climb.period is not None:
            _needs(about, climb.asked, climb.period, indicators)
        _posts(about)


def names(indicators: Mapping[str, Indicator], t: Text) -> dict[str, str]:
    """What the codes are called that a ladder reads."""
    own = {code: t(f"growth-code-{code.lower().replace('_', '-')}") for code in OWN}
    return own | {code: t.name(one.name, code) for code, one in indicators.items()}


def _needs(about: About, asked: Sequence[Asked], period: Period, indicators: Mapping[str, Indicator]) -> None:
    t, called = about.ctx.t, names(indicators, about.ctx.t)
    colours = {True: palette().up, False: palette().down, None: palette().secondary}
    columns: list[Column[Asked]] = [
        Column("need", t("growth-need"), lambda a: t.name(a.need.says), "strong", wrap=True),
        Column(
            "met",
            t("growth-state"),
            lambda a: t(f"growth-need-{_word(a.met)}"),
            mark=lambda a: colours[a.met],
        ),
        Column("still", t("growth-need-still"), lambda a: _still(a, period, indicators, t), wrap=True),
    ]
    table = Table(
        columns,
        asked,
        lambda a: str(a.need.when),
        why=lambda a: t("growth-need-nothing"),
        detail=lambda a: [
            (
                formulas.spelled(one.when, t, called),
                formulas.plain(one.worked, t),
                t(f"growth-need-{_word(one.met)}"),
            )
            for one in a.parts
        ],
    )
    table.show(f"ladder-{about.manager_id}", t("growth-ladder"))


def _word(met: bool | None) -> str:
    return "unknown" if met is None else "met" if met else "missing"


def _still(asked: Asked, period: Period, indicators: Mapping[str, Indicator], t: Text) -> str | None:
    """By how much the parts are missed that do not hold, or why nothing can be said of them."""
    said = []
    for one in asked.parts:
        if one.why is not None:
            said.append(_why(one.why, period, names(indicators, t), t))
        elif one.met is False and not math.isnan(one.still):
            amount = _amount(one, indicators, t)
            said.append(t("growth-need-fewer" if one.downwards else "growth-need-more", amount=amount))
        elif one.met is False:
            said.append(formulas.plain(one.worked, t))
    return t("list-joint").join(said) or None


def _why(why: Phrase, period: Period, called: Mapping[str, str], t: Text) -> str:
    """Why nothing can be said, and of which period something is missing."""
    reason, back = formulas.reason(why, t, called), why.params.get("back")
    if not isinstance(back, int) or not back:
        return reason
    return t("growth-need-when", period=fmt.period(period.shift(-back), t.lang), why=reason)


def _amount(part: Part, indicators: Mapping[str, Indicator], t: Text) -> str:
    """By how much a comparison is missed, in the unit of what is compared where that is read as it is or over
    time."""
    size, node = fmt.needed(part.still), part.worked.node
    while isinstance(node, Apply) and node.op in _THROUGH:
        node = node.args[0]
    figure, code = fmt.quantity(size), node.code if isinstance(node, Read) else ""
    if code in _AMOUNTS:
        return t(f"growth-amount-{_AMOUNTS[code]}", count=size)
    return t.amount(figure, indicators[code].unit if code in indicators else "")


def _posts(about: About) -> None:
    """All posts with what they ask; whoever may keep the ladder writes it there."""
    t, ctx = about.ctx.t, about.ctx
    held = ladder.held(ctx.actor, ctx.db)
    with st.expander(t("growth-ladder-all")):
        for post in held.ladder.posts:
            needs = [f"- {literal(t.name(need.says))}" for need in post.needs]
            st.markdown(
                "\n".join([f"**{literal(t.name(post.name))}**", "", *(needs or [t("growth-post-free")])])
            )
        if held.at is None:
            st.caption(t("growth-ladder-shipped"))
        else:
            by, why = about.who(held.by), literal(held.why)
            st.caption(
                t("growth-ladder-version", number=held.version, by=by, day=about.day(held.at), why=why)
            )
    if allowed(ctx.actor, Action.KEEP_LADDER):
        with st.expander(t("growth-ladder-keep")):
            _keep(about, held)


def _keep(about: About, held: ladder.Held) -> None:
    """The ladder as text, checked before it is kept."""
    t, ctx, key = about.ctx.t, about.ctx, f"ladder-text-{held.version}"
    st.markdown(t("growth-ladder-help"))
    own = {code: f"{code} {called}" for code, called in names({}, t).items()}
    st.caption(t("growth-ladder-codes", codes=literal(t("list-joint").join(own.values()))))
    with st.form(key, border=False):
        st.text_area(t("growth-ladder-text"), value=held.text, height=420, key=f"{key}-toml")
        st.text_input(t("growth-ladder-why"), key=f"{key}-why")

        def do() -> None:
            kept = st.session_state
            ladder.keep(ctx.actor, ctx.db, held.version, kept[f"{key}-toml"], kept[f"{key}-why"])

        st.form_submit_button(
            t("growth-ladder-do"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("growth-ladder-kept")),
        )
