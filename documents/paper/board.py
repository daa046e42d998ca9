"""The leaderboard on paper: managers and teams, as Excel and as PDF, with what a notice board asks for."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from typing import Any

from documents import tables
from documents.paper import typeset
from documents.paper.card import standing
from documents.paper.letterhead import anchored, joined, letterhead
from documents.tables import Field, Head, Sheet
from scoring.apportion import adding_up
from scoring.periods import parse_period
from scoring.sheet.results import AFTER_MEAN
from words import format as fmt
from words.text import Text
from workflow.board.leaderboard import Leaderboard, ManagerRow, TeamRow
from workflow.branch.setup import Branch


def managers(
    board: Leaderboard, rows: Sequence[ManagerRow], branch: Branch, t: Text, indicator: str = ""
) -> Sheet[ManagerRow]:
    """Managers in the order of `rows`: place, number, result, and the parts that add up to it; with value and
    score of an `indicator` (its code; empty: of none)."""
    coefficients = {grade.name: grade.coefficient for grade in board.scheme.grades}
    parts = {m.person.manager_id: (*m.class_contributions, *m.after_mean) for m in rows}
    totals = {m.person.manager_id: m.total for m in rows}
    fields: list[Field[ManagerRow]] = [
        Field(t("rank"), lambda m: m.rank, tables.WHOLE),
        Field(t("paper-rank-change"), lambda m: m.rank_change, tables.change(0)),
        Field(t("paper-number"), lambda m: m.person.manager_id),
        Field(t("name"), lambda m: t.pick(m.person.name, m.person.name_en)),
        Field(t("team"), lambda m: t.pick(m.person.team_name, m.person.team_name_en)),
        Field(t("position"), lambda m: t.term(m.person.position)),
        Field(t("paper-total"), lambda m: m.total, tables.number(board.scheme.decimals)),
        Field(t("paper-total-change"), lambda m: m.total_change, tables.change()),
        Field(t("grade"), lambda m: m.grade),
        Field(t("paper-coefficient"), lambda m: coefficients.get(m.grade or ""), tables.POINTS),
        *(_measured(board, indicator, t) if indicator else ()),
        *_parts(board, parts, totals, lambda m: m.person.manager_id, t),
        Field(t("paper-coverage"), lambda m: m.coverage, tables.share(0)),
        Field(t("paper-remark"), lambda m: _remark(m, t)),
    ]
    return Sheet(_head("paper-board-title", board, branch, t, fixed=4), fields, rows)


def teams(board: Leaderboard, rows: Sequence[TeamRow], branch: Branch, t: Text) -> Sheet[TeamRow]:
    """Teams in the order of `rows`."""
    parts = {r.team.team_id: (*r.team.class_contributions, *r.team.after_mean) for r in rows}
    totals = {r.team.team_id: r.team.total for r in rows}
    fields: list[Field[TeamRow]] = [
        Field(t("rank"), lambda r: r.rank, tables.WHOLE),
        Field(t("paper-rank-change"), lambda r: r.rank_change, tables.change(0)),
        Field(t("team"), lambda r: t.pick(r.team.name, r.team.name_en)),
        Field(t("paper-ranked"), lambda r: r.team.people, tables.WHOLE),
        Field(t("paper-due"), lambda r: r.due, tables.WHOLE),
        Field(t("paper-total"), lambda r: r.team.total, tables.number(board.scheme.decimals)),
        Field(t("paper-total-change"), lambda r: r.total_change, tables.change()),
        *_parts(board, parts, totals, lambda r: r.team.team_id, t),
    ]
    return Sheet(_head("paper-teams-title", board, branch, t, fixed=3), fields, rows)


def _measured(board: Leaderboard, code: str, t: Text) -> tuple[Field[ManagerRow], ...]:
    """An indicator's value in its unit, and its score."""
    k, indicator = board.scheme.codes.index(code), board.scheme.by_code[code]
    name = t.name(indicator.name, code)
    return (
        Field(name, lambda m: m.values[k], tables.measured(indicator.unit, t)),
        Field(t("paper-score-of", name=name), lambda m: m.scores[k], tables.POINTS),
    )


def _parts(
    board: Leaderboard,
    parts: Mapping[str, Sequence[float]],
    totals: Mapping[str, float],
    name: Callable[[Any], str],
    t: Text,
) -> list[Field[Any]]:
    """A column for each class and for what is done to their sum, where it is done to anybody; they add up to
    the total as shown."""
    shown = {who: adding_up(mine, totals[who], board.scheme.decimals) for who, mine in parts.items()}
    labels = [
        *(t(f"class-{c}") if t.has(f"class-{c}") else c for c in board.scheme.classes),
        *(t(f"paper-after-{kind}") for kind in AFTER_MEAN),
    ]
    classes = len(board.scheme.classes)

    def part(k: int) -> Callable[[Any], float | None]:
        return lambda row: shown[name(row)][k] if k < classes else shown[name(row)][k] or None

    return [
        Field(label, part(k), tables.POINTS if k < classes else tables.added())
        for k, label in enumerate(labels)
        if k < classes or any(mine[k] for mine in shown.values() if not math.isnan(mine[k]))
    ]


def _remark(m: ManagerRow, t: Text) -> str:
    said = [] if m.status == "ranked" else [t(f"status-{m.status}")]
    if m.vetoed:
        said.append(t("paper-after-veto"))
    return t("list-joint").join(said)


def _head(title: str, board: Leaderboard, branch: Branch, t: Text, *, fixed: int) -> Head:
    state = standing(board.state, board.sha256, t)
    period = fmt.period(board.period, t.lang)
    scheme = f"{t.name(board.scheme.name, board.scheme.code)} v{board.scheme.version}"
    return Head(
        t(title, period=period),
        (
            t("paper-head", branch=letterhead(branch, t), period=period, scheme=scheme, state=state),
            t("paper-units"),
        ),
        foot=joined(
            t("paper-foot", branch=branch.name(t.lang), period=period, state=state), anchored(branch.db, t)
        ),
        page=t("paper-page", page="&P", pages="&N"),
        fixed=fixed,
        on=parse_period(board.period).last_day,
    )


def pdf(board: Leaderboard, sheets: Sequence[Sheet[Any]], t: Text) -> bytes:
    """Tables of a leaderboard as PDF/A across A4, their headings on every page; what may still change says so
    across each page."""
    content = {
        "title": sheets[0].head.title,
        "mark": "" if board.sha256 else t("paper-provisional"),
        "lang": t.lang,
        "page": t("paper-page", page="{page}", pages="{pages}"),
        "foot": sheets[0].head.foot,
        "tables": [
            {
                "title": sheet.head.title,
                "notes": sheet.head.notes,
                "heads": [field.label for field in sheet.fields],
                "figures": sheet.numeric(),
                "rows": sheet.words(),
            }
            for sheet in sheets
        ],
    }
    return typeset.pdf("tables", content, parse_period(board.period).last_day)


Form = Callable[[Leaderboard, Sequence[Sheet[Any]], Text], bytes]
FORMS: dict[str, Form] = {".xlsx": lambda _, sheets, __: tables.excel(sheets), ".pdf": pdf}
"""What leaderboards are written as, by the ending of the file."""
