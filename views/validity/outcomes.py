"""Did the score predict it? Outcomes beside totals, classes, indicators and another version."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from documents import validity as written
from scoring import Scheme
from scoring.evidence.panel import Foretold
from scoring.scheme import SchemeReference
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import figures
from views.validity.terms import explained, rounded
from words import format as fmt
from words.text import Text
from workflow.validity.outcomes import Part, SideBySide, Told


def outcomes(
    told: Sequence[Told],
    beside: Sequence[SideBySide],
    versions: tuple[str, str],
    known: Mapping[SchemeReference, Scheme],
    t: Text,
) -> None:
    """What came afterwards, and which of two versions would tell it better.

    Parameters
    ----------
    beside : the first of `versions` beside the second, which is in force (empty: not shown). known : what
        names classes and indicators.
    """
    right = sum(one.totals.enough and one.totals.rho > 0 for one in told)
    wrong = sum(one.totals.enough and one.totals.rho < 0 for one in told)
    title = t("validity-outcomes-are", outcomes=len(told), right=right, wrong=wrong)
    with page.card(title if told else t("validity-outcomes"), t("validity-outcomes-note")):
        explained(t, "rho", "interval")
        if not told:
            st.markdown(t("validity-outcomes-none"))
            return
        Table(
            [
                Column("outcome", t("validity-outcome"), lambda one: t.term(one.outcome), "strong"),
                Column("scheme", t("validity-version"), lambda one: _version(one, t)),
                Column("good", t("validity-good"), lambda one: t(f"direction-{one.direction}"), "muted"),
                Column("periods", t("validity-appraised"), lambda one: _span(one.first, one.last, t)),
                Column("seen", t("validity-seen"), _seen, "muted"),
                Column("people", t("people"), lambda one: one.totals.people, "number", 0),
                Column("rho", t("validity-decided"), lambda one: one.totals.rho, "number", strong=True),
                Column("interval", t("validity-interval"), lambda one: written.interval(one.totals, t)),
                Column("verdict", t("validity-verdict"), lambda one: written.verdict(one.totals, t)),
            ],
            told,
            _key,
        ).show("outcomes", t("validity-outcomes"))
        if beside:
            st.markdown(t("validity-beside", version=versions[0], other=versions[1]))
            _beside(beside, t)
        _parts(told, known, t)


def _span(first: str, last: str, t: Text) -> str:
    names = [fmt.period(code, t.lang) for code in dict.fromkeys((first, last))]
    return " – ".join(names)


def _beside(beside: Sequence[SideBySide], t: Text) -> None:
    def other(one: SideBySide) -> float:
        return one.told.other.rho if one.told.other else float("nan")

    Table(
        [
            Column("outcome", t("validity-outcome"), lambda one: t.term(one.outcome), "strong"),
            Column("people", t("people"), lambda one: one.told.own.people, "number", 0),
            Column("periods", t("validity-appraised"), lambda one: _span(one.first, one.last, t)),
            Column("other", t("validity-in-force"), other, "number"),
            Column("version", t("validity-under"), lambda one: one.told.own.rho, "number", strong=True),
            Column("gain", t("validity-gain"), lambda one: _gain(one.told), "number"),
            Column(
                *(
                    "interval",
                    t("validity-interval"),
                    lambda one: _interval(one.told, t),
                )
            ),
            Column("verdict", t("validity-verdict"), lambda one: written.gain(one, t)),
        ],
        beside,
        lambda one: one.outcome,
    ).show("outcomes-beside", t("validity-gain"))


def _seen(one: Told) -> str:
    return " – ".join(dict.fromkeys((one.seen_first[:7], one.seen_last[:7])))


def _interval(told: Foretold, t: Text) -> str:
    return written.interval(told.gain, t) if told.gain else fmt.DASH


def _gain(told: Foretold) -> float:
    return told.gain.rho if told.gain else float("nan")


def _key(one: Told) -> str:
    return f"{one.outcome}@{one.scheme}"


def _version(one: Told, t: Text) -> str:
    return t("validity-numbered", version=one.scheme.version)


def _parts(told: Sequence[Told], known: Mapping[SchemeReference, Scheme], t: Text) -> None:
    """One outcome under one scheme: which classes and indicators told it."""
    with st.expander(t("validity-parts")):
        by_key = {_key(one): one for one in told}
        chosen = by_key[
            pick(
                t("validity-outcome"),
                list(by_key),
                lambda key: f"{t.term(by_key[key].outcome)} · {_version(by_key[key], t)}",
                key="validity-outcome",
            )
        ]
        named = _names(known[chosen.scheme], t)
        Table(
            [
                Column("name", t("validity-part"), lambda part: named[part.is_class, part.code], "strong"),
                Column("kind", t("validity-part-kind"), lambda part: _kind(part, t), "muted"),
                Column("rho", "ρ", lambda part: rounded(part.evidence.rho), "shade", 2, reach=1.0),
                Column("interval", t("validity-interval"), lambda part: written.interval(part.evidence, t)),
                Column("verdict", t("validity-verdict"), lambda part: written.verdict(part.evidence, t)),
                Column("people", t("people"), lambda part: part.evidence.people, "number", 0),
            ],
            sorted(chosen.parts, key=lambda part: (not part.is_class, -_known(part.evidence.rho))),
            lambda part: f"{part.is_class}-{part.code}",
            lambda part: t("validity-not-measured"),
        ).show("outcome-parts", t("validity-parts"))


def _known(rho: float) -> float:
    return rho if rho == rho else -2.0


def _kind(part: Part, t: Text) -> str:
    return t("validity-class") if part.is_class else t("indicator")


def _names(scheme: Scheme, t: Text) -> Mapping[tuple[bool, str], str]:
    classes = zip(scheme.classes, figures.class_names(scheme, t), strict=True)
    named = {(True, code): name for code, name in classes}
    return named | {(False, i.code): t.name(i.name, i.code) for i in scheme.indicators}
