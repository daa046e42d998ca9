"""What stands before the articles of a handbook: why, when, which grade means what, what is added and taken,
where to object and whom to ask. Sentences of the scheme are those of its articles."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from access.actor import Actor
from data.stores.period_store import PUBLISHED
from documents.clauses import Article, Chapter
from documents.clauses.names import names_of
from documents.formulas import spelled
from scoring import Scheme
from scoring.periods import Period
from scoring.scheme.result_use import talk_grades
from words import format as fmt
from words.text import Text
from workflow import calendar
from workflow.asked import questions
from workflow.branch.setup import Branch
from workflow.results import publishing

_COUNTED = ("limits", "veto", "conditions", "protection", "leave", "handover", "recognition")
"""What may raise or lower a result besides the indicators: the topics of articles, in this order."""


@dataclass(frozen=True)
class Part:
    """A part under a heading: sentences, then a table, if it has rows."""

    name: str
    title: str
    sentences: tuple[str, ...]
    heads: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True)
class Deadline:
    """Something with a day: ``first`` alone where it is one day. None: it depends on the posting."""

    name: str
    first: dt.date | None
    last: dt.date | None
    days: int = 0


def parts(
    actor: Actor, branch: Branch, scheme: Scheme, chapters: Sequence[Chapter], period: Period, t: Text
) -> tuple[Part, ...]:
    """The parts of the handbook of a scheme, with the days of a period."""
    articles = [article for chapter in chapters for article in chapter.articles]
    found = [
        _purpose(articles, t),
        _dates(actor, branch, scheme, period, t),
        *_grades(scheme, t),
        _counted(articles, t),
        *_pay(articles, t),
        _appeals(articles, t),
        _contact(actor, branch, t),
    ]
    return tuple(found)


def _about(articles: Sequence[Article], topic: str) -> list[Article]:
    return [article for article in articles if topic in article.about]


def _purpose(articles: Sequence[Article], t: Text) -> Part:
    general = [a.text for topic in ("authorisation", "weights") for a in _about(articles, topic)[:1]]
    return Part("purpose", t("handbook-purpose"), (t("handbook-purpose-why"), *general))


def deadlines(actor: Actor, branch: Branch, scheme: Scheme, period: Period) -> tuple[Deadline, ...]:
    """The days of a period: its own, its notice, until when to appeal, to be answered, to talk; then the
    next period. Days that follow the posting are None while it is not posted."""
    events = publishing.history(actor, branch.db, period)
    posted = next((e.at.date() for e in reversed(events) if e.state == PUBLISHED[0]), None)
    if not events or events[-1].state not in PUBLISHED:
        posted = None
    use, after = scheme.result_use, calendar.held(branch.db).after
    appeal = None if posted is None else after(posted, use.appeal_days)
    following = period.shift(1)
    notice = publishing.notice_days(actor, branch.db)
    found = [
        Deadline("period", period.first_day, period.last_day),
        Deadline("posted", posted, None),
        Deadline("notice", None, posted and after(posted, notice), notice),
        Deadline("appeal", None, appeal, use.appeal_days),
        Deadline("review", None, appeal and after(appeal, use.review_days), use.review_days),
    ]
    if talk_grades(use, scheme.grades):
        found.append(Deadline("talk", None, posted and after(posted, use.talk_days), use.talk_days))
    return (*found, Deadline("next", following.first_day, following.last_day))


def _dates(actor: Actor, branch: Branch, scheme: Scheme, period: Period, t: Text) -> Part:
    found = deadlines(actor, branch, scheme, period)
    cycle = t("handbook-cycle", cycle=t(f"cycle-{scheme.cycle}"), period=fmt.period(period.code, t.lang))
    counted = [one.last for one in found if one.days and one.last is not None]
    unknown = calendar.held(branch.db).unannounced(min(counted), max(counted)) if counted else ()
    said = [cycle, t("handbook-working-days")]
    if unknown:
        said.append(t("handbook-unannounced", years=t("list-joint").join(map(str, unknown))))
    rows = tuple(
        (t(f"handbook-date-{one.name}"), _when(one, t), t(f"handbook-date-{one.name}-how", days=one.days))
        for one in found
    )
    heads = (t("handbook-date-what"), t("handbook-date-when"), t("handbook-date-how"))
    return Part("dates", t("handbook-dates"), tuple(said), heads, rows)


def _when(one: Deadline, t: Text) -> str:
    if one.first is not None and one.last is not None:
        return t("handbook-from-to", first=one.first.isoformat(), last=one.last.isoformat())
    if one.first is not None:
        return one.first.isoformat()
    if one.last is not None:
        return t("handbook-until", last=one.last.isoformat())
    return t("handbook-not-posted")


def _grades(scheme: Scheme, t: Text) -> Iterator[Part]:
    """Each grade with the totals that it spans, what it pays and what it asks besides."""
    if not scheme.grades:
        return
    names, rows, above = names_of(scheme, t), [], None
    for grade in scheme.grades:
        low = None if grade is scheme.grades[-1] else fmt.operand(grade.from_)
        besides = [] if grade.quota is None else [t("diff-grade-quota", quota=fmt.percent(grade.quota, 0))]
        if grade.when is not None:
            besides.append(t("handbook-grade-when", when=spelled(grade.when, t, names)))
        pays = fmt.DASH if grade.coefficient is None else fmt.operand(grade.coefficient)
        rows.append((grade.name, _span(low, above, t), pays, t("clause-joint").join(besides) or fmt.DASH))
        above = fmt.operand(grade.from_)
    heads = tuple(t(f"handbook-grade-{name}") for name in ("name", "span", "coefficient", "besides"))
    yield Part("grades", t("handbook-grades"), (t("handbook-grades-note"),), heads, tuple(rows))


def _span(low: str | None, above: str | None, t: Text) -> str:
    if low is not None and above is not None:
        return t("handbook-span", low=low, above=above)
    if low is not None:
        return t("handbook-span-from", low=low)
    return t("handbook-span-below", above=above) if above is not None else t("handbook-span-all")


def _counted(articles: Sequence[Article], t: Text) -> Part:
    rows = tuple(
        (t(f"handbook-topic-{topic}"), article.text, t("handbook-article", number=article.ordinal(t)))
        for topic in _COUNTED
        for article in _about(articles, topic)
    )
    heads = (t("handbook-topic"), t("handbook-topic-how"), t("handbook-see"))
    return Part("counted", t("handbook-counted"), (), heads, rows)


def _pay(articles: Sequence[Article], t: Text) -> Iterator[Part]:
    """What is paid, and how much of it later; nothing where the scheme pays nothing."""
    rows = tuple((a.text, t("handbook-article", number=a.ordinal(t))) for a in _about(articles, "pay-lines"))
    if rows:
        said = tuple(a.text for topic in ("deferral", "pay-rounding") for a in _about(articles, topic))
        yield Part("pay", t("handbook-pay"), said, (t("handbook-pay-how"), t("handbook-see")), rows)


def _appeals(articles: Sequence[Article], t: Text) -> Part:
    said = [a.text for topic in ("appeals", "talks") for a in _about(articles, topic)]
    return Part("appeals", t("handbook-appeals"), (t("handbook-appeal-steps"), *said))


def _contact(actor: Actor, branch: Branch, t: Text) -> Part:
    named = questions.contact(actor, branch.db)
    if named is None:
        said = t("handbook-contact-nobody")
    else:
        name = t.term(named.display_name or named.username)
        said = t("handbook-contact", name=name, role=t(f"role-{named.role}"))
    return Part("contact", t("handbook-ask"), (said, t("handbook-ask-how")))
