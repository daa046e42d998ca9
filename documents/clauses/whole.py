"""A scheme as a regulation: which chapters there are, and what they say of the scheme as a whole."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

import numpy as np

from documents.clauses import expressions, indicators, pay
from documents.clauses.article import Article, Chapter, Regulation
from documents.clauses.names import Names, names_of
from documents.clauses.rules import grade as grade_words
from documents.formulas import spelled
from scoring.scheme import Grade, Profile, Scheme, Section
from scoring.scheme.result_use import talk_grades
from words import format as fmt
from words.text import Text

Draft = tuple[tuple[str, ...], Iterable[str]]
"""An article before it has its number: what it is about, and its sentences."""


def regulation(scheme: Scheme, t: Text) -> Regulation:
    """The scheme in numbered articles. It may be one that could not be used: what is wrong in it stands there
    as it is."""
    names = names_of(scheme, t)
    drafts = {
        "general": _general(scheme, names, t),
        "measures": (((m.code,), expressions.measure(m, names, t)) for m in scheme.derived),
        "indicators": _indicators(scheme, names, t),
        "lists": _lists(scheme, names, t),
        "conditions": (
            (("conditions", f"{c.on}.when", f"{c.on}.per"), expressions.condition(c, names, t))
            for c in scheme.conditions
        ),
        "total": _total(scheme, names, t),
        "pay": pay.lines(scheme, names, t),
        "people": _people(scheme, t),
        "use": _use(scheme, t),
    }
    title = f"{t.name(scheme.name, scheme.code)} {scheme.reference}"
    return Regulation(title, tuple(_numbered(drafts, t)))


def _numbered(drafts: dict[str, Iterator[Draft]], t: Text) -> Iterator[Chapter]:
    count, chapters = 0, 0
    for key, those in drafts.items():
        articles = []
        for about, sentences in those:
            text = t("sentence-joint").join(sentences)
            if text:
                count += 1
                articles.append(Article(count, text, about))
        if articles:
            chapters += 1
            yield Chapter(chapters, t(f"regulation-chapter-{key}"), tuple(articles))


def _general(scheme: Scheme, names: Names, t: Text) -> Iterator[Draft]:
    leave = scheme.authorisation
    purpose = [t("regulation-purpose", cycle=t(f"cycle-{scheme.cycle}"))]
    if leave is not None:
        figures = {"reference": leave.reference, "day": leave.issued_on, "scope": leave.scope}
        purpose.append(t("regulation-authorised", **figures))
    yield ("authorisation",), purpose
    yield ("weights", *scheme.classes), _weights(scheme, t)


def _weights(scheme: Scheme, t: Text) -> Iterator[str]:
    """What the scheme weighs in sum, by class, and how much of it people judge."""
    points = fmt.operand(scheme.points)
    yield t(f"regulation-sum-{scheme.combine}-{scheme.aggregation}", points=points)
    if not scheme.has_own_list:
        return
    by_class = [
        t("regulation-part", name=indicators.class_name(name, t), weight=fmt.operand(round(weight, 9)))
        for name, weight in scheme.class_weights().items()
        if weight
    ]
    judged = scheme.kind_weights()["qualitative"]
    yield t("regulation-classes", points=points, parts=t("list-joint").join(by_class))
    if judged:
        yield t("regulation-judged", weight=fmt.operand(round(judged, 9)))


def _indicators(scheme: Scheme, names: Names, t: Text) -> Iterator[Draft]:
    for indicator in scheme.indicators:
        yield (indicator.code, "indicators"), indicators.sentences(indicator, scheme, names, t)


def _lists(scheme: Scheme, names: Names, t: Text) -> Iterator[Draft]:
    """Sections, and the lists of weights for positions."""
    for one in scheme.sections:
        yield (f"section:{one.code}", one.code), section(one, scheme, names, t)
    for listed in scheme.profiles:
        yield (listed.code,), profile(listed, names, t)
    if scheme.profiles:
        yield (), (t("regulation-others" if scheme.has_own_list else "regulation-no-others"),)


def section(found: Section, scheme: Scheme, names: Names, t: Text) -> Iterator[str]:
    """What counts in a section, up to what, and who fills it in."""
    own = [i for i in scheme.indicators if i.section == found.code]
    yield t(
        "regulation-section",
        name=names[f"section:{found.code}"],
        indicators=t("list-joint").join(names[i.code] for i in own) or fmt.DASH,
        points=fmt.operand(float(np.sum([i.weight for i in own]))),
    )
    if found.cap is not None:
        yield t("regulation-section-cap", points=fmt.operand(found.cap))
    if found.scorer:
        yield t("regulation-scorer", scorer=found.scorer)


def profile(found: Profile, names: Names, t: Text) -> Iterator[str]:
    """The weights and targets of people in some positions, and how they are ranked."""

    def listed(figures: Iterable[tuple[str, float]]) -> str:
        return t("list-joint").join(
            t("regulation-part", name=names.get(code, code), weight=fmt.operand(figure))
            for code, figure in figures
        )

    positions = t("list-joint").join(t.term(position) for position in found.positions)
    name = t.name(found.name, found.code)
    yield t("regulation-profile", name=name, positions=positions, parts=listed(found.weights.items()))
    if found.targets:
        yield t("regulation-profile-targets", parts=listed(found.targets.items()))
    yield t(f"regulation-ranking-{found.ranking}")


def _total(scheme: Scheme, names: Names, t: Text) -> Iterator[Draft]:
    coverage = fmt.percent(scheme.minimum_coverage, 0)
    yield ("missing",), (t("regulation-missing", how=t(f"missing-{scheme.missing}"), share=coverage),)
    additions, deductions = fmt.operand(scheme.additions_limit), fmt.operand(scheme.deductions_limit)
    limits = [t("regulation-limits", additions=additions, deductions=deductions, cap=fmt.operand(scheme.cap))]
    yield ("limits",), (*limits, t("regulation-rounding", decimals=scheme.decimals))
    veto = {"ceiling": fmt.operand(scheme.veto.ceiling), "grade": scheme.veto.grade}
    yield ("veto",), (t("regulation-veto-grade" if scheme.grades else "regulation-veto", **veto),)
    yield ("ranks",), _ranks(scheme, names, t)
    if scheme.grades:
        yield ("grades", *(grade.name for grade in scheme.grades)), _grades(scheme, names, t)


def _ranks(scheme: Scheme, names: Names, t: Text) -> Iterator[str]:
    if scheme.tie_breakers:
        called: Sequence[str] = [names.get(code, code) for code in scheme.tie_breakers]
        yield t("regulation-ranks-ties", names=t("list-joint").join(called))
    else:
        yield t("regulation-ranks")


def grade(found: Grade, names: Names, t: Text) -> Iterator[str]:
    """What a grade is from, and what it asks besides."""
    yield t("regulation-grade", grade=grade_words(found, t))
    yield from _asked(found, names, t)


def _asked(found: Grade, names: Names, t: Text) -> Iterator[str]:
    if found.when is not None:
        yield t("regulation-grade-when", grade=found.name, when=spelled(found.when, t, names))


def _grades(scheme: Scheme, names: Names, t: Text) -> Iterator[str]:
    said = [grade_words(one, t) for one in scheme.grades]
    yield t("regulation-grades", grades=t("clause-joint").join(said))
    for one in scheme.grades:
        yield from _asked(one, names, t)
    if any(grade.quota is not None for grade in scheme.grades):
        yield t("regulation-quota")


def _people(scheme: Scheme, t: Text) -> Iterator[Draft]:
    guarded = scheme.protection
    factors = t("list-joint").join(fmt.percent(f, 0) for f in guarded.target_factors)
    joining = [t("regulation-joining", months=guarded.unranked_months)] if guarded.unranked_months else []
    if factors:
        joining.append(t("regulation-joining-targets", months=len(guarded.target_factors), factors=factors))
    yield ("protection",), joining
    yield ("leave",), (t("regulation-leave"),)
    yield ("handover",), (t("regulation-handover", months=scheme.handover_months),)


def _use(scheme: Scheme, t: Text) -> Iterator[Draft]:
    """Appeals, talks, what is told beside the ranking."""
    use = scheme.result_use
    yield (
        ("appeals",),
        (
            t("regulation-appeal", days=use.appeal_days),
            t("regulation-appeal-review", days=use.review_days),
            t(f"regulation-others-{use.others}"),
        ),
    )
    yield ("talks",), _talks(scheme, t)
    told = t("list-joint").join(t(f"recognition-{one}") for one in use.recognition)
    said = t("regulation-recognition", told=told) if told else t("regulation-recognition-none")
    yield ("recognition",), (said,)


def _talks(scheme: Scheme, t: Text) -> Iterator[str]:
    use = scheme.result_use
    if low := talk_grades(use, scheme.grades):
        yield t("regulation-talk-grades", grades=t("list-joint").join(low), days=use.talk_days)
    yield t("regulation-talk-falling", count=use.falling, days=use.talk_days)
    yield t("regulation-talk-record")
