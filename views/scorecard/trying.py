"""Figures to be moved, and what comes out beside what is: nothing of it is stored."""

from __future__ import annotations

import math

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from shell import context
from shell.context import Context
from ui import page
from ui.page import Figure as Tile
from words import format as fmt
from words.text import Text, literal
from workflow.results.what_if import trying
from workflow.results.what_if.trying import Figure, Line, Outcome, Trial

_WIDTHS = (2.4, 2.2, 1.5, 1.6)


def sentence(trial: Trial, t: Text) -> str:
    """What the page is for, and what the present result is."""
    total, grade = trial.posted
    said = [t("try-sentence", period=fmt.period(trial.period.code, t.lang), total=fmt.number(total))]
    if grade is not None:
        said.append(t("try-sentence-grade", grade=literal(grade)))
    return t("sentence-joint").join([*said, t("try-nothing-kept")])


def board(ctx: Context, trial: Trial) -> None:
    """The figures with their sliders, and what they give; only this part is drawn again at a move."""

    @st.fragment
    def draw() -> None:
        context.in_fragment()
        moved = _moved(trial)
        found = trying.outcome(ctx.actor, ctx.db, trial.person.manager_id, trial.period, moved)
        page.strip(_tiles(trial, found, moved, ctx.t))
        _rests(trial, ctx.t)
        _figures(trial, found, ctx.t)
        _others(trial, found, ctx.t)

    draw()


def _key(trial: Trial, code: str, kind: str) -> str:
    return f"try-{trial.person.manager_id}-{trial.period.code}-{code}-{kind}"


def _moved(trial: Trial) -> dict[str, float]:
    """The figures that are others than they were."""
    found = {}
    for figure in trial.figures:
        now, was = st.session_state.get(_key(trial, figure.movable.code, "number")), figure.movable.value
        if now is not None and not figure.shut and not math.isclose(now, was, rel_tol=1e-12):
            found[figure.movable.code] = float(now)
    return found


def _tiles(trial: Trial, found: Outcome, moved: dict[str, float], t: Text) -> list[Tile]:
    was = trial.present
    if found.better is not None:
        missing, note = fmt.number(found.gap), t("try-to-grade", grade=literal(found.better))
        note += "" if found.asks else t("try-asks-more")
    else:
        missing, note = fmt.DASH, t("try-vetoed" if trial.vetoed else "try-no-better")
    grade = t("try-grade-was", grade=literal(was.grade or fmt.DASH))
    return [
        Tile(
            t("scorecard-score"),
            fmt.number(found.total),
            found.total - was.total,
            t("try-was", figure=fmt.number(was.total)),
        ),
        Tile(t("grade"), found.grade or fmt.DASH, None, grade),
        Tile(t("try-missing"), missing, None, note),
        Tile(t("try-moved"), str(len(moved)), None, t("try-of", count=len(trial.figures))),
    ]


def _rests(trial: Trial, t: Text) -> None:
    """On whose figures the outcome rests besides the own."""
    others = [t.name(line.indicator.name, line.indicator.code) for line in trial.present.lines if line.others]
    if others:
        st.info(t("try-rests", names=literal(t("list-joint").join(others))), icon=":material/groups:")
    else:
        st.info(t("try-rests-on-nobody"), icon=":material/person:")


def _figures(trial: Trial, found: Outcome, t: Text) -> None:
    lines = {line.indicator.code: line for line in found.lines}
    before = {line.indicator.code: line for line in trial.present.lines}
    with page.card(t("try-figures"), t("try-figures-note")):
        st.button(
            t("try-reset"), key="try-reset", icon=":material/restart_alt:", on_click=_reset, args=(trial,)
        )
        for figure in trial.figures:
            row = st.columns(_WIDTHS, vertical_alignment="center")
            code = figure.movable.code
            _name(figure, row[0], t)
            _fields(trial, figure, row[1], row[2], t)
            if code in lines:
                row[3].markdown(_score(lines[code], before.get(code), t))


def _name(figure: Figure, place: DeltaGenerator, t: Text) -> None:
    move = figure.movable
    name = literal(t.name(figure.name, move.code))
    said = []
    if not math.isnan(move.value):
        said.append(t("try-now", figure=literal(t.amount(fmt.quantity(move.value), move.unit))))
    else:
        said.append(t("try-no-figure"))
    if not math.isnan(move.target):
        said.append(t("try-target", figure=literal(t.amount(fmt.quantity(move.target), move.unit))))
    if figure.shut:
        said.append(t("try-shut"))
    place.markdown(f"**{name}**  \n:small[:gray[{' · '.join(said)}]]")


def _fields(trial: Trial, figure: Figure, left: DeltaGenerator, right: DeltaGenerator, t: Text) -> None:
    """A slider for what is sensible and a field for any number, which follow each other."""
    move, state = figure.movable, st.session_state
    number, slider = (_key(trial, move.code, kind) for kind in ("number", "slider"))
    label = t("try-field", name=literal(t.name(figure.name, move.code)))
    missing = math.isnan(move.value)
    state.setdefault(number, None if missing else move.value)
    state.setdefault(slider, move.low if missing else _within(move.value, move.low, move.high))

    def slid() -> None:
        state[number] = state[slider]

    def typed() -> None:
        now = state[number]
        state[slider] = move.low if now is None else _within(now, move.low, move.high)

    decimals = 0 if move.counted else max(2, -math.floor(math.log10(move.step)))
    form = f"%.{decimals}f"
    left.slider(
        label,
        min_value=move.low,
        max_value=move.high,
        step=move.step,
        format=form,
        key=slider,
        on_change=slid,
        disabled=figure.shut,
        label_visibility="collapsed",
    )
    right.number_input(
        label,
        value=None,
        step=move.step,
        format=form,
        key=number,
        on_change=typed,
        disabled=figure.shut,
        label_visibility="collapsed",
    )


def _within(value: float, low: float, high: float) -> float:
    return min(max(value, low), high)


def _score(line: Line, before: Line | None, t: Text) -> str:
    """The score, what it was, and the points that are gained or lost."""
    was = math.nan if before is None else before.score
    if math.isclose(line.score, was, abs_tol=0.005) or (math.isnan(line.score) and math.isnan(was)):
        return t("try-score", score=fmt.number(line.score))
    said = t("try-score-moved", score=fmt.number(line.score), was=fmt.number(was))
    gained = line.points - (math.nan if before is None else before.points)
    return said if math.isnan(gained) else f"{said}  \n:small[{t('try-points', points=fmt.signed(gained))}]"


def _others(trial: Trial, found: Outcome, t: Text) -> None:
    """What is left aside."""
    felt = [t.name(f.name, f.movable.code) for f in trial.figures if f.movable.felt]
    if trial.quotas:
        st.caption(t("try-quotas"))
    if felt:
        st.caption(t("try-felt", names=literal(t("list-joint").join(felt))))
    st.caption(t("try-kept"))


def _reset(trial: Trial) -> None:
    for figure in trial.figures:
        for kind in ("number", "slider"):
            st.session_state.pop(_key(trial, figure.movable.code, kind), None)
