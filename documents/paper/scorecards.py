"""Scorecards on paper: one person's or a whole period's, as PDF, Word and Excel, each on its own page."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from access.actor import Actor
from documents import tables
from documents.paper import card as cards
from documents.paper import typeset, word
from documents.paper.card import Card
from documents.paper.letterhead import anchored, joined, letterhead
from documents.tables import Field, Figure, Head, Sheet
from scoring.periods import Period
from words import format as fmt
from words.text import Text
from workflow import receipts, schemes
from workflow.branch.setup import Branch
from workflow.results import scorecards

Progress = Callable[[int, int], None]
"""Told after each person: how many are done, of how many."""

_WORD_SIZE, _WORD_MARGIN = 8.0, 14.0
_WORD_WIDTHS = (20.0, 46.0, 12.0, 20.0, 20.0, 16.0, 16.0, 14.0, 16.0)


def of_person(actor: Actor, branch: Branch, t: Text, manager_id: str, period: Period) -> Card:
    """A person's scorecard in words.

    Raises
    ------
    AccessDenied : somebody else's, where the role allows only one's own.
    WorkflowError : the person has no result in the period.
    """
    found = scorecards.scorecard(actor, branch.db, manager_id, period, count=1)
    scheme = schemes.scheme(actor, branch.db, found.schemes[-1]).scheme
    named = f"{t.name(scheme.name, scheme.code)} v{scheme.version}"
    signed = receipts.receipt(actor, branch.db, manager_id, period)
    made = cards.card(found, named, letterhead(branch, t), signed, t)
    return replace(made, foot=joined(made.foot, anchored(branch.db, t)))


def of_period(
    actor: Actor, branch: Branch, t: Text, period: Period, progress: Progress | None = None
) -> list[Card]:
    """The scorecards of everybody with a result whose the actor may open, in the order of the sheet."""
    without = scorecards.without_data(actor, branch.db, period)
    people = [p for p in scorecards.people(actor, branch.db, period) if p not in without]
    result = []
    for done, person in enumerate(people, start=1):
        result.append(of_person(actor, branch, t, person.manager_id, period))
        if progress:
            progress(done, len(people))
    return result


def pdf(made: Sequence[Card], t: Text, period: Period) -> bytes:
    """The cards as PDF/A, one A4 page each."""
    content = {
        "title": t("paper-card-title"),
        "mark": made[0].mark if made else "",
        "lang": t.lang,
        "page": "",
        "indicators": t("paper-indicators"),
        "indicators_note": t("paper-indicators-note"),
        "heads": cards.heads(t),
        "steps": t("paper-steps"),
        "steps_note": t("paper-steps-note"),
        "step_heads": _step_heads(t),
        "receipt": t("paper-receipt"),
        "cards": [_content(one, t) for one in made],
    }
    return typeset.pdf("scorecard", content, period.last_day)


def _content(one: Card, t: Text) -> dict[str, object]:
    return {
        "branch": one.branch,
        "period": one.period,
        "state": one.state,
        "identity": one.identity,
        "figures": one.figures,
        "lines": [cards.words(line) for line in one.lines],
        "notes": one.notes,
        "steps": list(_steps(one)),
        "signatures": _signatures(one, t),
        "foot": one.foot,
    }


def _steps(one: Card) -> Iterator[list[str]]:
    """The steps of the total in words; what does not count has no points."""
    for step in one.steps:
        if math.isnan(step.points):
            points = fmt.DASH
        else:
            points = fmt.number(step.points) if step.kind == "mean" else fmt.plus(step.points)
        yield [step.name, step.why, points, fmt.number(step.running)]


def _step_heads(t: Text) -> list[str]:
    return [t(f"paper-{key}") for key in ("step", "why", "points-added", "running")]


def _signatures(one: Card, t: Text) -> list[tuple[str, str]]:
    """Who signs, and the line for it: the manager's says when that was done already."""
    date = t("paper-date")
    dated = (("manager", one.signed or date), ("team", date), ("president", date))
    return [(t(f"paper-signature-{who}"), line) for who, line in dated]


def docx(made: Sequence[Card], t: Text, period: Period) -> bytes:
    """The cards as a Word file, each from the top of a page."""
    title = t("paper-card-title")
    file = word.begin(title, period.last_day, size=_WORD_SIZE + 1, margin=_WORD_MARGIN)
    for k, one in enumerate(made):
        if k:
            word.next_page(file)
        word.line(file, one.branch, size=_WORD_SIZE, after=0)
        word.line(file, f"{title} {one.period}", size=15, bold=True, after=2)
        word.line(file, f"{one.mark} {one.state}".strip(), size=_WORD_SIZE)
        pairs = [one.identity[:3], one.identity[3:]]
        rows = [[text for pair in row for text in pair] for row in pairs]
        word.table(file, [], rows, widths=(22, 38, 22, 38, 22, 38), figures=(False,) * 6, size=_WORD_SIZE)
        word.line(file, "", size=4, after=0)
        wide = 180 / len(one.figures)
        labels, values = zip(*one.figures, strict=True)
        word.table(
            file, labels, [values], widths=(wide,) * len(labels), figures=(False,) * len(labels), size=9
        )
        word.line(file, t("paper-indicators"), bold=True, after=2).paragraph_format.keep_with_next = True
        lines = [cards.words(line) for line in one.lines]
        figures = (False,) * 3 + (True,) * 6
        word.table(file, cards.heads(t), lines, widths=_WORD_WIDTHS, figures=figures, size=_WORD_SIZE)
        for note in one.notes:
            word.line(file, note, size=_WORD_SIZE, after=1)
        if one.steps:
            word.line(file, t("paper-steps"), bold=True, after=2).paragraph_format.keep_with_next = True
            word.table(
                file,
                _step_heads(t),
                list(_steps(one)),
                widths=(36, 92, 26, 26),
                figures=(False, False, True, True),
                size=_WORD_SIZE,
            )
        word.line(file, t("paper-receipt"), size=_WORD_SIZE + 1)
        signatures = [f"{who}\n\n{line}" for who, line in _signatures(one, t)]
        word.table(file, [], [signatures], widths=(60, 60, 60), figures=(False,) * 3, size=9)
        word.line(file, one.foot, size=_WORD_SIZE - 0.5, after=0)
    return word.saved(file)


def excel(made: Sequence[Card], t: Text, period: Period) -> bytes:
    """The cards as a workbook, a sheet each: figures as numbers, in the formats of their units."""
    return tables.excel([_sheet(one, t, period) for one in made])


def _sheet(one: Card, t: Text, period: Period) -> Sheet[Sequence[tables.Cell]]:
    # Without the first, which is the sum of the lines: the column adds up to the total.
    later = [
        (t("paper-total"), step.name, *(None,) * 6, Figure(step.points, tables.POINTS))
        for step in one.steps[1:]
        if not math.isnan(step.points)
    ]
    rows: list[Sequence[tables.Cell]] = [*one.lines, *later]
    fields = [Field[Sequence[tables.Cell]](label, _at(j)) for j, label in enumerate(cards.heads(t))]
    return Sheet(
        Head(
            t("paper-card-sheet", name=one.name, number=one.manager_id, period=one.period),
            (
                f"{one.branch} · {one.state}",
                " · ".join(f"{label} {words}" for label, words in (*one.identity[3:], *one.figures)),
            ),
            foot=one.foot,
            page=t("paper-page", page="&P", pages="&N"),
            fixed=2,
            on=period.last_day,
        ),
        fields,
        rows,
    )


def _at(j: int) -> Callable[[Sequence[tables.Cell]], tables.Cell]:
    return lambda row: row[j]


FORMS: dict[str, Callable[[Sequence[Card], Text, Period], bytes]] = {
    ".pdf": pdf,
    ".docx": docx,
    ".xlsx": excel,
}
"""What scorecards are written as, by the ending of the file."""
