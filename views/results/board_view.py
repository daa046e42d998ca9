"""Parts of the leaderboard: its opening sentence and a manager's line."""

from __future__ import annotations

from scoring import Scheme
from views import figures
from words import format as fmt
from words.text import Text, literal
from workflow.results.leaderboard import Leaderboard, ManagerRow
from workflow.results.period_sheets import PersonInfo, TeamScore


def name(entry: PersonInfo | TeamScore, t: Text) -> str:
    """A person's or team's name in the chosen language."""
    return t.pick(entry.name, entry.name_en)


def sentence(board: Leaderboard, t: Text) -> str:
    """The answer in plain words: the branch, who rose, who fell."""
    change = fmt.signed(board.branch_change)
    words = [t("leaderboard-branch", total=fmt.number(board.branch_total), change=change)]
    rise, fall = board.biggest_rise, board.steepest_fall
    if rise:
        gained = fmt.number(rise.total_change)
        words.append(t("leaderboard-rise", team=literal(name(rise.team, t)), change=gained))
    if fall:
        lost = fmt.number(-fall.total_change)
        words.append(
            t("leaderboard-fall", person=literal(name(fall.person, t)), change=lost, periods=fall.falls)
        )
    return t("sentence-joint").join(words)


def teams_title(board: Leaderboard, t: Text) -> str:
    """Which team leads, and by how much."""
    if len(board.teams) < 2:
        return t("leaderboard-teams", teams=len(board.teams))
    first, second = board.teams[0].team, board.teams[1].team
    lead = fmt.number(round(first.total, 2) - round(second.total, 2))
    return t("leaderboard-teams-lead", teams=len(board.teams), team=literal(name(first, t)), lead=lead)


def manager_row(m: ManagerRow, scheme: Scheme, t: Text) -> dict[str, object]:
    """One manager's line; a dash says why there is no figure."""
    cells = {
        "rank": figures.whole(m.rank),
        "move": figures.whole(m.rank_change),
        "name": name(m.person, t),
        "team": t.pick(m.person.team_name, m.person.team_name_en),
        "position": t.term(m.person.position),
        "total": figures.known(m.total),
        "change": figures.known(m.total_change),
        "grade": m.grade,
        "stack": figures.stack(m.class_contributions, m.total, scheme, t),
        "spark": figures.spark(m.sparkline),
        **{f"class{k}": figures.known(rate) for k, rate in enumerate(m.class_rates)},
    }
    reason = figures.status_reason(m.status, t)
    return {"id": m.person.manager_id, "cells": cells, "why": dict.fromkeys(cells, reason)}
