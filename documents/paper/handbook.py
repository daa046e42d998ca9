"""The handbook: the scheme in force in articles, each indicator with the reader's own figures as the example,
and what changed since the version before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from documents import scheme_changes
from documents import total as totals
from documents.clauses import Article, Chapter, regulation, working
from documents.clauses.working import Step
from documents.paper import typeset, word
from documents.paper.letterhead import letterhead
from scoring.periods import Period
from words import format as fmt
from words.text import Text
from workflow import schemes
from workflow.branch.setup import Branch
from workflow.results import scorecards
from workflow.results.scorecards import Scorecard
from workflow.schemes import SchemeInfo

_WIDTHS = (30.0, 110.0, 34.0)


@dataclass(frozen=True)
class Handbook:
    """What the handbook says: its head, since when it holds, the chapters, by article number the reader's own
    example, and what changed since the version before (None: there was none)."""

    branch: str
    title: str
    holds: str
    chapters: tuple[Chapter, ...]
    examples: Mapping[int, tuple[Step, ...]]
    example_of: str
    changes: tuple[str, ...] | None
    changed_from: str
    period: Period


def handbook(
    actor: Actor, branch: Branch, t: Text, period: Period, manager_id: str | None = None
) -> Handbook:
    """The handbook of the scheme that `period` is scored by, with the examples of a manager's own result in
    it, where there is one.

    Raises
    ------
    WorkflowError : no scheme is in force. AccessDenied : somebody else's figures, where only one's own are
        allowed.
    """
    if manager_id is not None:
        require(actor, Action.VIEW_SCORECARD, manager_id)
    reference = schemes.in_force(branch.db, period).reference
    info = schemes.scheme(actor, branch.db, reference)
    chapters = regulation(info.scheme, t).chapters
    examples: dict[int, tuple[Step, ...]] = {}
    example_of = ""
    if manager_id is not None and not _without(actor, branch, period, manager_id):
        card = scorecards.scorecard(actor, branch.db, manager_id, period, count=1)
        if card.scheme.reference == reference:
            examples = _examples(chapters, card, t)
            example_of = t.pick(card.person.name, card.person.name_en)
    before = _before(schemes.schemes(actor, branch.db), info)
    return Handbook(
        branch=letterhead(branch, t),
        title=f"{t.name(info.scheme.name, info.scheme.code)} v{info.scheme.version}",
        holds=_holds(info, t),
        chapters=chapters,
        examples=examples,
        example_of=example_of,
        changes=None if before is None else _changes(before, info, t),
        changed_from="" if before is None else f"v{before.scheme.version}",
        period=period,
    )


def example(article: Article, book: Handbook, t: Text) -> str:
    """The sentence above an article's example."""
    return t("handbook-example", name=book.example_of, period=fmt.period(book.period.code, t.lang))


def heads(t: Text) -> list[str]:
    """The headings of an example."""
    return [t("explain-step"), t("handbook-how"), t("handbook-out")]


def docx(book: Handbook, t: Text) -> bytes:
    """The handbook as a Word file."""
    title = t("handbook-title")
    file = word.begin(f"{title} {book.title}", book.period.last_day)
    word.line(file, book.branch, size=9, after=0)
    word.line(file, f"{title}{t('colon')}{book.title}", size=16, bold=True, after=2)
    word.line(file, book.holds)
    if book.changes is not None:
        word.line(file, t("handbook-changes", before=book.changed_from), bold=True, after=2)
        for change in book.changes or (t("schemes-same"),):
            word.line(file, change, after=1)
    for chapter in book.chapters:
        line = word.line(file, chapter.heading(t), size=13, bold=True, after=3)
        line.paragraph_format.keep_with_next = True
        for article in chapter.articles:
            word.line(file, article.line(t))
            if steps := book.examples.get(article.number):
                said = word.line(file, example(article, book, t), size=9, after=2)
                said.paragraph_format.keep_with_next = True
                word.table(file, heads(t), steps, widths=_WIDTHS, figures=(False, False, True), size=8.5)
                word.line(file, "", size=4, after=0)
    word.footer(file, book.title, t("paper-page", page="{page}", pages="{pages}"))
    return word.saved(file)


def pdf(book: Handbook, t: Text) -> bytes:
    """The handbook as PDF/A."""
    content = {
        "title": t("handbook-title"),
        "mark": "",
        "lang": t.lang,
        "page": t("paper-page", page="{page}", pages="{pages}"),
        "branch": book.branch,
        "scheme": book.title,
        "holds": book.holds,
        "changes_title": t("handbook-changes", before=book.changed_from),
        "changes": None if book.changes is None else list(book.changes or (t("schemes-same"),)),
        "heads": heads(t),
        "chapters": [
            {
                "heading": chapter.heading(t),
                "articles": [
                    {
                        "text": article.line(t),
                        "example": example(article, book, t),
                        "steps": [list(step) for step in book.examples.get(article.number, ())],
                    }
                    for article in chapter.articles
                ],
            }
            for chapter in book.chapters
        ],
    }
    return typeset.pdf("handbook", content, book.period.last_day)


def _without(actor: Actor, branch: Branch, period: Period, manager_id: str) -> bool:
    """Whether somebody has no result in a period."""
    there = {p.manager_id for p in scorecards.people(actor, branch.db, period)}
    nothing = {p.manager_id for p in scorecards.without_data(actor, branch.db, period)}
    return manager_id not in there - nothing


def _examples(chapters: tuple[Chapter, ...], card: Scorecard, t: Text) -> dict[int, tuple[Step, ...]]:
    """By article number the steps of the indicator that it is about."""
    points, _ = totals.points(card, t)
    lines = {line.step.indicator.code: (line, p) for line, p in zip(card.lines, points, strict=True)}
    found = {}
    for article in (article for chapter in chapters for article in chapter.articles):
        about = article.about[0] if article.about else ""
        if about in lines and "indicators" in article.about:
            line, shown = lines[about]
            found[article.number] = tuple(working.steps(line, card, shown, t))
    return found


def _holds(info: SchemeInfo, t: Text) -> str:
    cycle = t(f"cycle-{info.scheme.cycle}")
    if info.effective_from is None:
        return t("handbook-holds-draft", cycle=cycle)
    return t("handbook-holds", since=fmt.period(info.effective_from.code, t.lang), cycle=cycle)


def _before(stored: tuple[SchemeInfo, ...], info: SchemeInfo) -> SchemeInfo | None:
    """The version that held before."""
    earlier = [
        one
        for one in stored
        if one.adopted
        and one.effective_from is not None
        and info.effective_from is not None
        and one.effective_from < info.effective_from
        and one.scheme.cycle == info.scheme.cycle
    ]
    return max(earlier, key=lambda one: one.scheme.version, default=None)


def _changes(before: SchemeInfo, info: SchemeInfo, t: Text) -> tuple[str, ...]:
    found = schemes.difference(before.scheme, info.scheme)
    said = scheme_changes.sentences(before.scheme, info.scheme, found, t, scheme_changes.unmarked)
    return tuple(one.replace("**", "") for one in said)
