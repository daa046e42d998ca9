"""The leaderboard's first lines: five figures, the names behind them, and what waits for whoever looks."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import clock
from scoring.periods import parse_period
from shell import navigation
from shell.context import Context
from ui import page
from views.results.board_view import against, name
from words import format as fmt
from words.text import Text, literal
from workflow.appeals import challenges
from workflow.board.attention import Attention
from workflow.board.leaderboard import Leaderboard, ManagerRow
from workflow.results import publishing
from workflow.results.period_sheets import PersonInfo


def show(ctx: Context, board: Leaderboard, attention: Attention | None) -> None:
    """At most five figures; behind each count the names. Without `attention` for whoever reads only."""
    t = ctx.t
    total = t("board-score-provisional") if board.provisional else t("leaderboard-branch-score")
    boxes = page.strip(
        [
            page.Figure(
                total,
                fmt.number(board.branch_total),
                board.branch_change,
                against(board.period, t) if board.settled else _resting_on(ctx, board),
                hollow=board.provisional,
            ),
            page.Figure(
                t("leaderboard-people") if board.settled else t("board-scored"),
                f"{len(board.ranked) if board.settled else _scored(board)} / {len(board.managers)}",
                note=_outside(ctx, board),
            ),
            page.Figure(_state_of(ctx, board), t(f"state-{board.state}"), note=_state(ctx, board)),
            _progress(ctx, board),
            *_waits(attention, t),
        ]
    )
    outside = [*board.without, *board.lacking, *board.protected]
    if outside:
        with boxes[1].popover(t("board-names"), type="tertiary"):
            for rows, title in (
                (board.without, "board-without"),
                (board.lacking, "board-lacking"),
                (board.protected, "board-protected"),
            ):
                _named(ctx, rows, t(title, count=len(rows)), board.period)
    if board.falling:
        with st.container(horizontal=True, gap="xsmall", vertical_alignment="center"):
            st.markdown(t("board-falling", fewest=board.scheme.result_use.falling), width="content")
            for row in board.falling:
                label = t("board-falling-name", name=literal(name(row.person, t)), periods=row.falls)
                navigation.link("scorecard", label, person=row.person.manager_id, period=board.period)
    if attention is None:
        return
    with boxes[4]:
        navigation.link("attention", t("board-waiting-open"))


def _waits(attention: Attention | None, t: Text) -> list[page.Figure]:
    if attention is None:
        return []
    note = t("board-waiting-note", more=attention.to_see)
    return [page.Figure(t("board-waiting"), str(attention.asks), note=note)]


def _resting_on(ctx: Context, board: Leaderboard) -> str:
    return ctx.t("board-rests-on", scored=_scored(board), due=len(board.managers))


def _scored(board: Leaderboard) -> int:
    return sum(m.total == m.total for m in board.managers)


def _outside(ctx: Context, board: Leaderboard) -> str:
    """How many are not ranked, by why; nothing is said of a kind that nobody is of."""
    counts = (("without", board.without), ("lacking", board.lacking), ("protected", board.protected))
    told = [ctx.t(f"board-{kind}", count=len(rows)) for kind, rows in counts if rows]
    return " · ".join(told) or ctx.t("board-all-ranked")


def _state(ctx: Context, board: Leaderboard) -> str:
    """What the state means for whoever reads: how long the notice runs, or that figures still come in."""
    t, period = ctx.t, parse_period(board.period)
    notice = publishing.in_notice(ctx.actor, ctx.db, period)
    if notice is None:
        return fmt.period(period, ctx.lang)
    until = f"{notice.until:%Y-%m-%d}"
    return t("board-notice-over", until=until) if notice.over else t("board-notice-left", days=notice.left)


def _state_of(ctx: Context, board: Leaderboard) -> str:
    """What the figure of the state is called: with how many appeals are open, in the same line."""
    t, open_ = ctx.t, challenges.open_against(ctx.actor, ctx.db, parse_period(board.period))
    label = t("leaderboard-state")
    return f"{label} · {t('board-appeals-open', count=open_)}" if open_ else label


def _progress(ctx: Context, board: Leaderboard) -> page.Figure:
    """Time that has gone by against what was achieved of the targets that grow with the days."""
    t, found = ctx.t, board.progress
    gone = parse_period(board.period).elapsed(clock.today())
    note = t("board-progress-none")
    if found.behind:
        indicator = board.scheme.by_code[found.behind]
        label = literal(t.name(indicator.name, indicator.code))
        note = t("board-behind", name=label, share=fmt.percent(found.share, 0))
    return page.Figure(
        t("board-progress"),
        f"{fmt.percent(gone, 0)} / {fmt.percent(found.completion, 0)}",
        note=note,
        hollow=board.provisional,
    )


def _named(ctx: Context, rows: Sequence[ManagerRow], title: str, period: str) -> None:
    if rows:
        st.markdown(title)
        people(ctx, [m.person for m in rows], period)


def people(ctx: Context, found: Sequence[PersonInfo], period: str) -> None:
    """Names side by side, each leading to the scorecard."""
    with st.container(horizontal=True, gap="xsmall"):
        for person in found:
            label = literal(name(person, ctx.t))
            navigation.link("scorecard", label, person=person.manager_id, period=period)
