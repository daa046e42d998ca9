"""The handbook: what the scheme is for and when what is due, the scheme in force in articles, each indicator
with the reader's own figures as the example, what was asked and answered, and what changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from access.actor import Actor
from access.permissions import Action, require
from documents import scheme_changes
from documents import total as totals
from documents.clauses import Article, Chapter, regulation, working
from documents.clauses.working import Step
from documents.handbook.parts import Part, parts
from documents.paper.letterhead import anchored, joined, letterhead
from scoring.periods import Period
from scoring.scheme import SchemeReference
from words import format as fmt
from words.text import Text
from workflow import schemes
from workflow.asked import comments, questions
from workflow.asked.comments import Taken
from workflow.asked.questions import Question
from workflow.branch.setup import Branch
from workflow.results import scorecards, shown
from workflow.results.scorecards import Scorecard
from workflow.schemes import SchemeInfo


@dataclass(frozen=True)
class Handbook:
    """What the handbook says: its head, since when it holds, the parts before the articles, the chapters, by
    article number the reader's own example, what was answered to everybody, and what changed since the
    version before (None: there was none) with the comments that were taken. ``foot`` ends with the anchor."""

    reference: SchemeReference
    branch: str
    title: str
    holds: str
    parts: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
    examples: Mapping[int, tuple[Step, ...]]
    example_of: str
    changes: tuple[str, ...] | None
    changed_from: str
    taken: tuple[Taken, ...]
    answered: tuple[Question, ...]
    period: Period
    foot: str

    def article(self, number: int | None) -> Article | None:
        """The article of a number; None where there is none of it."""
        return next((a for c in self.chapters for a in c.articles if a.number == number), None)


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
    asked = questions.questions(actor, branch.db, reference)
    title = f"{t.name(info.scheme.name, info.scheme.code)} v{info.scheme.version}"
    return Handbook(
        reference=reference,
        branch=letterhead(branch, t),
        title=title,
        holds=_holds(info, t),
        parts=parts(actor, branch, info.scheme, chapters, period, t),
        chapters=chapters,
        examples=examples,
        example_of=example_of,
        changes=None if before is None else _changes(before, info, t),
        changed_from="" if before is None else f"v{before.scheme.version}",
        taken=comments.taken(actor, branch.db, info),
        answered=tuple(q for q in asked if q.answer is not None and q.answer.for_all),
        period=period,
        foot=joined(title, anchored(branch.db, t)),
    )


def example(article: Article, book: Handbook, t: Text) -> str:
    """The sentence above an article's example."""
    return t("handbook-example", name=book.example_of, period=fmt.period(book.period.code, t.lang))


def asked(question: Question, book: Handbook, t: Text) -> str:
    """A question as the handbook says it, with the article that it is about."""
    article = book.article(question.article)
    about = "" if article is None else t("handbook-about", number=article.ordinal(t))
    return t("handbook-asked", about=about, text=question.says)


def answer(question: Question, t: Text) -> str:
    """The answer to a question, by whom and when; "" where there is none."""
    given = question.answer
    return (
        ""
        if given is None
        else t("handbook-answer", by=t.term(given.by), day=f"{given.at:%Y-%m-%d}", text=given.says)
    )


def taken(comment: Taken, t: Text) -> str:
    """A comment that changed something, and what was decided on it."""
    words = {"text": comment.text, "decision": t(f"comment-{comment.decision}"), "says": comment.says}
    return t("handbook-taken-one", version=f"v{comment.reference.version}", **words)


def heads(t: Text) -> list[str]:
    """The headings of an example."""
    return [t("explain-step"), t("handbook-how"), t("handbook-out")]


def _without(actor: Actor, branch: Branch, period: Period, manager_id: str) -> bool:
    """Whether somebody has no result in a period that the actor is shown."""
    if period not in {p.period for p in shown.offered(actor, branch.db) if p.scored}:
        return True
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
