"""Objecting to a figure of one's own result: the days left, what would be, the reason, the proof."""

from __future__ import annotations

from functools import partial

import streamlit as st

from scoring.periods import Period
from shell.acting import attempt
from shell.context import Context
from ui import address_line, page
from ui.choice import pick
from views.appeals import words
from words import format as fmt
from words.text import Text, literal
from workflow.appeals import effect, figures, filing
from workflow.appeals.figures import Figure
from workflow.appeals.filing import Deadline

_FILED = "appeal-filed"
"""How many appeals were filed on this page: its fields begin anew after each."""


def until(found: Deadline | None, period: Period, t: Text) -> str:
    """Until when results of a period can be objected to, counting down."""
    name = fmt.period(period, t.lang)
    if found is None:
        return t("appeal-until-none", period=name)
    last = found.last_day.isoformat()
    if not found.is_open:
        return t("appeal-until-over", period=name, last=last)
    said = t("appeal-until", period=name, last=last, days=found.days_left)
    years = t("list-joint").join(map(str, found.unannounced))
    return said + (t("appeal-unannounced", years=years) if years else "")


def form(ctx: Context, manager_id: str, period: Period) -> None:
    """Choose a figure, say what it should be, see at once what would come of it, and file."""
    t = ctx.t
    number = st.session_state.setdefault(_FILED, 0)
    key = f"appeal-new-{period.code}-{number}"
    known = {f.id: f for f in figures.figures(ctx.actor, ctx.db, manager_id, period)}
    with page.card(t("appeal-new"), t("appeal-new-note")):
        left, right = st.columns([1.4, 1])
        with left:
            chosen = pick(
                t("appeal-figure"),
                list(known),
                lambda one: words.figure(known[one], t),
                key=f"{key}-figure",
                address="figure",
            )
            figure = known[chosen]
            wanted = _wanted(figure, f"{key}-{chosen}", t)
        with right:
            kind = pick(
                t("appeal-kind"), list(filing.KINDS), lambda k: t(f"appeal-kind-{k}"), key=f"{key}-kind"
            )
            st.caption(t(f"appeal-kind-{kind}-note"))
        _counterfactual(ctx, manager_id, period, figure, wanted)
        says, files = f"{key}-says", f"{key}-files"
        st.text_area(t("appeal-says"), placeholder=t("appeal-says-example"), key=says)
        st.file_uploader(
            t("appeal-files", most=filing.MOST_FILES, size=filing.LARGEST // 1024**2),
            type=[ending.removeprefix(".") for ending in filing.MEDIA],
            accept_multiple_files=True,
            max_upload_size=filing.LARGEST // 1024**2,
            key=files,
        )

        def do() -> None:
            filed = filing.file(
                ctx.actor, ctx.db, manager_id, period, figure, kind, st.session_state[says], wanted
            )
            st.session_state[_FILED] = number + 1
            address_line.write(appeal=str(filed), figure=None)
            for one in st.session_state.get(files) or ():
                filing.attach(ctx.actor, ctx.db, filed, one.name, one.getvalue())

        st.button(
            t("appeal-file"),
            type="primary",
            key=f"{key}-do",
            on_click=partial(attempt, t, do, t("appeal-filed")),
        )


def _wanted(figure: Figure, key: str, t: Text) -> float | None:
    """What the figure should be; None where that is no number or is not changed."""
    if figure.subject == figures.RESULT or (figure.subject == figures.EVENT and figure.value is None):
        return None
    unit = literal(t.in_unit(t("appeal-wanted"), figure.unit))
    given = st.number_input(unit, value=figure.value, key=f"{key}-wanted", format="%.2f")
    if given is None or (figure.value is not None and abs(given - figure.value) < effect.HAIR):
        return None
    return float(given)


def _counterfactual(
    ctx: Context, manager_id: str, period: Period, figure: Figure, wanted: float | None
) -> None:
    """What the result would be, before anything is filed."""
    t = ctx.t
    if wanted is None:
        st.caption(t("appeal-counterfactual-none"))
        return
    found = effect.counterfactual(ctx.actor, ctx.db, manager_id, period, figure.subject, figure.key, wanted)
    if found.worse:
        st.info(t("appeal-counterfactual-worse"))
    else:
        st.success(t("appeal-counterfactual", said=words.own(found.own, t)))
