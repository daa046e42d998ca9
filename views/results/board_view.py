"""Parts of the leaderboard: its opening sentence, its two tables."""

from __future__ import annotations

import math
from collections.abc import Sequence
from typing import Any

from scoring.periods import parse_period
from ui.tables import Column, Table
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.board.leaderboard import Leaderboard, ManagerRow, TeamRow
from workflow.results.period_sheets import PersonInfo, TeamScore

KIND = ":"
"""What a code begins with that stands for the indicators of a kind."""


def name(entry: PersonInfo | TeamScore, t: Text) -> str:
    """A person's or team's name in the chosen language."""
    return t.pick(entry.name, entry.name_en)


def against(code: str, t: Text) -> str:
    """What a period is compared with, as bankers say it: vs last month, vs last quarter."""
    return t(f"vs-last-{parse_period(code).kind}")


def sentence(board: Leaderboard, t: Text) -> str:
    """The answer in plain words: the branch, who rose, who fell; of an unfinished period how far it is."""
    total, versus = fmt.number(board.branch_total), against(board.period, t)
    if not board.settled:
        due = len(board.managers)
        scored = sum(not math.isnan(m.total) for m in board.managers)
        return t("board-unfinished", due=due, scored=scored, missing=len(board.without), total=total)
    if math.isnan(board.branch_change):
        words = [t("board-branch-first", total=total)]
    elif fmt.number(abs(board.branch_change)) == fmt.number(0):
        words = [t("board-branch-same", total=total, versus=versus)]
    else:
        way = "up" if board.branch_change > 0 else "down"
        change = fmt.number(abs(board.branch_change))
        words = [t(f"board-branch-{way}", total=total, versus=versus, change=change)]
    if board.scheme_changed:
        words.append(t("board-scheme-changed", versus=versus))
    rise, fall = board.biggest_rise, board.steepest_fall
    if rise:
        gained = fmt.number(rise.total_change)
        words.append(t("board-rise", team=literal(name(rise.team, t)), change=gained))
    if fall:
        lost, person = fmt.number(-fall.total_change), literal(name(fall.person, t))
        key = "board-fall-again" if fall.falls > 1 else "board-fall"
        words.append(t(key, person=person, change=lost, periods=fall.falls))
    return t("clause-joint").join(words) + t("sentence-end")


def teams_title(board: Leaderboard, t: Text) -> str:
    """Which team leads, and by how much; nobody leads while figures still come in."""
    if len(board.teams) < 2 or not board.settled:
        return t("leaderboard-teams", teams=len(board.teams))
    first, second = board.teams[0].team, board.teams[1].team
    lead = fmt.number(round(first.total, 2) - round(second.total, 2))
    return t("leaderboard-teams-lead", teams=len(board.teams), team=literal(name(first, t)), lead=lead)


def teams_note(board: Leaderboard, t: Text) -> str:
    """How a team's score is made, and which scores rest on no more than half of the members."""
    thin = [row for row in board.teams if 2 * row.team.people <= row.due]
    if not thin:
        return t("leaderboard-teams-note")
    names = t("list-joint").join(literal(name(row.team, t)) for row in thin)
    return f"{t('leaderboard-teams-note')}{t('board-thin', teams=names, count=len(thin))}"


def counted(row: TeamRow) -> str:
    """How many of a team's members its score rests on, where they are not all."""
    return str(row.due) if row.team.people == row.due else f"{row.team.people} / {row.due}"


def teams(board: Leaderboard, t: Text) -> Table[TeamRow]:
    """The teams, best first."""
    hollow = board.provisional or None

    bars = {
        row.team.team_id: figures.stack(
            row.team.class_contributions, row.team.after_mean, row.team.total, board.scheme, t
        )
        for row in board.teams
    }

    return Table(
        [
            *(_places(t) if board.settled else ()),
            Column("team", t("team"), lambda row: name(row.team, t), "strong"),
            Column("people", t("board-counted"), counted, right=True, sort=lambda row: row.team.people),
            Column("total", t("score"), lambda row: row.team.total, "number", strong=True, hollow=hollow),
            Column(
                "stack",
                t("contribution"),
                lambda row: bars[row.team.team_id],
                "stack",
                max=figures.full_bar(bars.values()),
            ),
            Column("spark", t("twelve-periods"), lambda row: row.sparkline, "spark", breaks=board.breaks),
        ],
        board.teams,
        lambda row: row.team.team_id,
    )


def ways(board: Leaderboard, t: Text) -> dict[str, str]:
    """What the managers' table can show beside the total, by its code: its parts (""), what is measured and
    what is judged, one indicator."""
    weights = board.scheme.kind_weights()
    kinds = weights if all(weights.values()) else ()
    return (
        {"": t("board-by-total")}
        | {f"{KIND}{kind}": t("board-by-kind", kind=t(f"kind-{kind}")) for kind in kinds}
        | {i.code: t.name(i.name, i.code) for i in board.scheme.indicators}
    )


def managers(board: Leaderboard, shown: Sequence[ManagerRow], t: Text, *, by: str = "") -> Table[ManagerRow]:
    """The managers with their results, with the bar of its parts or what else `ways` has, who has most of it
    first; a dash says why there is no figure."""
    hollow = board.provisional or None
    columns: list[Column[ManagerRow]] = [
        *(_places(t) if board.settled else ()),
        Column("name", t("name"), lambda m: name(m.person, t), "strong"),
        Column("team", t("team"), lambda m: t.pick(m.person.team_name, m.person.team_name_en), "muted"),
        Column(
            "position",
            t("position"),
            lambda m: t.term(m.person.position),
            "muted",
            sort=lambda m: m.person.seniority,
        ),
        Column("total", t("score"), lambda m: m.total, "number", strong=True, hollow=hollow),
        *(_results(board, t) if board.settled else (_status(t),)),
    ]
    if not by:
        columns += _parts(board, shown, t)
        return Table(columns, shown, lambda m: m.person.manager_id, lambda m: _why(m, board, t))
    columns += _of_kind(board, by.removeprefix(KIND), t) if by.startswith(KIND) else _measured(board, by, t)
    rows = sorted(shown, key=lambda m: _most(columns[-1].cell(m)))
    return Table(columns, rows, lambda m: m.person.manager_id, lambda m: _why(m, board, t))


def _most(score: object) -> float:
    """What puts the highest score first and nothing last."""
    return -score if isinstance(score, float) and not math.isnan(score) else math.inf


def _parts(board: Leaderboard, shown: Sequence[ManagerRow], t: Text) -> list[Column[ManagerRow]]:
    """The total as a bar made of its parts, and how it went."""
    bars = {
        m.person.manager_id: figures.stack(
            m.class_contributions, m.after_mean, m.total, board.scheme, t, vetoed=m.vetoed
        )
        for m in shown
    }
    full = figures.full_bar(bars.values())
    return [
        Column("stack", t("contribution"), lambda m: bars[m.person.manager_id], "stack", max=full),
        Column("spark", t("twelve-periods"), lambda m: m.sparkline, "spark", breaks=board.breaks),
    ]


def _measured(board: Leaderboard, code: str, t: Text) -> list[Column[ManagerRow]]:
    """An indicator's value in its unit, and its score."""
    k, indicator = board.scheme.codes.index(code), board.scheme.by_code[code]
    label = t.in_unit(t.name(indicator.name, code), indicator.unit)
    return [
        Column("value", label, lambda m: m.values[k], "number"),
        Column("indicator-score", t("board-indicator-score"), lambda m: m.scores[k], "number", strong=True),
    ]


def _of_kind(board: Leaderboard, kind: str, t: Text) -> list[Column[ManagerRow]]:
    """The points that indicators of a kind bring, and their mean score."""
    weights = board.scheme.kind_weights()
    k, points = list(weights).index(kind), t("board-kind-points", full=fmt.quantity(weights[kind]))
    return [
        Column("kind-points", points, lambda m: m.kind_contributions[k], "number"),
        Column("kind-rate", t("board-kind-rate"), lambda m: m.kind_rates[k], "number", strong=True),
    ]


def _places(t: Text) -> list[Column[Any]]:
    """The rank and its movement, of teams and of managers."""
    return [
        Column("rank", t("rank"), lambda row: row.rank, "rank"),
        Column("move", t("board-places"), lambda row: row.rank_change, "move"),
    ]


def _results(board: Leaderboard, t: Text) -> list[Column[ManagerRow]]:
    """What follows from a settled total: its movement and the grade."""
    hollow = board.provisional or None
    return [
        Column("change", against(board.period, t), lambda m: m.total_change, "delta"),
        Column("grade", t("grade"), lambda m: m.grade, "grade", top="A", low=("D", "E"), hollow=hollow),
    ]


def _status(t: Text) -> Column[ManagerRow]:
    """How far somebody's data are, while they come in."""
    return Column("status", t("board-status"), lambda m: t(f"board-status-{m.status}"), "muted")


def _why(m: ManagerRow, board: Leaderboard, t: Text) -> str:
    """Why there is no figure in somebody's line."""
    if m.status != "ranked":
        return figures.status_reason(m.status, t)
    return t("board-not-before") if board.settled else t("board-withheld")


def rate(k: int, label: str) -> Column[ManagerRow]:
    """The mean score in a class."""
    return Column(f"class{k}", label, lambda m: m.class_rates[k], "heat", middle=90, reach=20)
