"""What was found about validity, in words and as one document: the page and the command line say the same."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from scoring.evidence.correlation import Evidence
from scoring.evidence.findings import Kind, Leading
from scoring.evidence.panel import Persistence
from words import format as fmt
from words.text import Text
from workflow.validity.outcomes import SideBySide, Told
from workflow.validity.report import Report

Quote = Callable[[str], str]
"""What is done with words from data before they stand in a sentence: ``words.text.literal`` on a page."""

NAMED = 3
"""So many indicators of a finding are named, the others counted."""
FEW = 30
"""With fewer people every interval is wide; the opening says so."""


def as_it_is(text: str) -> str:
    """For the terminal."""
    return text


def opening(report: Report, names: Mapping[str, str], t: Text, quote: Quote) -> str:
    """The largest finding, and over whom all figures are."""
    found = report.findings
    first = sentence(found[0], report, names, t, quote) if found and found[0].size else t("validity-quiet")
    people = report.trust.people
    over = t("validity-few" if people < FEW else "validity-over", people=people, due=report.trust.due)
    return t("sentence-joint").join((first, over))


def sentence(found: Leading, report: Report, names: Mapping[str, str], t: Text, quote: Quote) -> str:
    """A finding in plain words; `names` are the indicators' by code."""
    said: dict[str, str] = {}
    for name, value in found.figures.items():
        share = name in ("nominal", "effective", "share", "chance", "icc")
        said[name] = fmt.percent(value, 0) if share else fmt.number(value, 0 if name == "people" else 2)
    if found.kind in (Kind.HEAVY, Kind.IDLE):
        called = [quote(names[code]) for code in found.about[:NAMED]]
        said["names"] = t("list-joint").join(called)
        if len(called) < len(found.about):
            said["names"] = t("validity-and-more", names=said["names"], all=len(found.about))
    elif found.about:
        one = next(told for told in report.told if (told.outcome, str(told.scheme)) == found.about)
        said |= {"outcome": quote(t.term(one.outcome)), "version": str(one.scheme.version), **_span(one, t)}
    return t(f"validity-finding-{found.kind}", **said)


def _span(one: Told, t: Text) -> dict[str, str]:
    return {"first": fmt.period(one.first, t.lang), "last": fmt.period(one.last, t.lang)}


def interval(evidence: Evidence, t: Text, decimals: int = 2) -> str:
    """``-0.12 to 0.48``; a dash where there is none."""
    if math.isnan(evidence.low):
        return fmt.DASH
    low, high = fmt.number(evidence.low, decimals), fmt.number(evidence.high, decimals)
    return t("validity-range", low=low, high=high)


def verdict(evidence: Evidence, t: Text) -> str:
    """Whether figures told what came later: the right way, the wrong way, or not to be said."""
    if not evidence.enough:
        return t("validity-verdict-none")
    return t("validity-verdict-right" if evidence.rho > 0 else "validity-verdict-wrong")


def gain(one: SideBySide, t: Text) -> str:
    """Whether a version tells an outcome better than what was decided."""
    found = one.told.gain
    if found is None or not found.enough:
        return t("validity-gain-none")
    return t("validity-gain-better" if found.rho > 0 else "validity-gain-worse")


def lines(report: Report, names: Mapping[str, str], t: Text) -> list[str]:
    """The report as the terminal shows it."""
    trust, shown = report.trust, [opening(report, names, t, as_it_is)]
    shown += [f"- {sentence(one, report, names, t, as_it_is)}" for one in report.findings[1:]]
    shown += ["", t("validity-indicators")]
    for one, (low, high) in zip(trust.indicators, trust.intervals, strict=True):
        of = Evidence(100 * one.effective, 100 * low, 100 * high, one.people)
        figures = f"{100 * one.nominal:7.1f}{of.rho:8.1f}  {interval(of, t, 1)}"
        shown.append(f"  {one.indicator:<8}{figures}  {names[one.indicator]}")
    shown += ["", t("validity-teams")]
    for row in trust.teams.rows:
        name = t.pick(*trust.team_names.get(row.team, (row.team, row.team)))
        shown.append(f"  {name:<10}\t{row.people}\t{row.mean:.2f}")
    shown += ["", t("validity-steady")]
    for stretch in report.steadiness.stretches:
        rank = stretch.totals.rank
        shown.append(f"  {stretch.before} → {stretch.after}\t{rank.rho:.2f}  {interval(rank, t)}")
    shown += ["", t("validity-outcomes")]
    for told in report.told:
        figures = f"{told.totals.rho:.2f}  {interval(told.totals, t)}  {verdict(told.totals, t)}"
        shown.append(f"  {t.term(told.outcome)}  {told.scheme}\t{figures}")
    return shown


def document(report: Report, beside: Mapping[str, tuple[SideBySide, ...]]) -> dict[str, Any]:
    """The report for other programs; `beside` the scheme in force, by version. What is not known is null."""
    trust, steadiness = report.trust, report.steadiness
    codes = [one.indicator for one in trust.indicators]
    found = {
        "period": report.period.code,
        "people": trust.people,
        "due": trust.due,
        "findings": [
            {"kind": str(f.kind), "size": f.size, "about": list(f.about), **f.figures}
            for f in report.findings
        ],
        "indicators": [
            {**asdict(one), "effective_interval": list(bounds)}
            for one, bounds in zip(trust.indicators, trust.intervals.tolist(), strict=True)
        ],
        "correlations": {
            a: dict(zip(codes, trust.matrix[i].tolist(), strict=True)) for i, a in enumerate(codes)
        },
        "teams": asdict(trust.teams),
        "tenure": _figures(trust.tenure),
        "reliability": {
            "periods": steadiness.periods,
            "totals": [
                {"before": str(s.before), "after": str(s.after), **_steady(s.totals)}
                for s in steadiness.stretches
            ],
            "indicators": {
                s.indicator: {"review": s.review, "repeated": s.repeated, **_steady(s.scores)}
                for s in steadiness.indicators
            },
        },
        "outcomes": [_outcome(told) for told in report.told],
        "versions": {version: [_side(one) for one in found] for version, found in beside.items()},
    }
    return {name: _null(value) for name, value in found.items()}


def _outcome(told: Told) -> dict[str, Any]:
    return {
        "outcome": told.outcome,
        "direction": told.direction,
        "unit": told.unit,
        "periods": [told.first, told.last],
        "observed": [told.seen_first, told.seen_last],
        "scheme": str(told.scheme),
        "total": _figures(told.totals),
        "classes": {p.code: _figures(p.evidence) for p in told.parts if p.is_class},
        "indicators": {p.code: _figures(p.evidence) for p in told.parts if not p.is_class},
    }


def _side(one: SideBySide) -> dict[str, Any]:
    told = one.told
    return {
        "outcome": one.outcome,
        "periods": [one.first, one.last],
        "total": _figures(told.own),
        "in_force": told.other and _figures(told.other),
        "gain": told.gain and _figures(told.gain),
    }


def _figures(evidence: Evidence) -> dict[str, Any]:
    return {**asdict(evidence), "enough": evidence.enough}


def _steady(found: Persistence) -> dict[str, Any]:
    return {"pairs": found.pairs, "rank": _figures(found.rank), "value": _figures(found.value)}


def _null(value: Any) -> Any:
    """Without NaN, which is no JSON."""
    if isinstance(value, float):
        return None if math.isnan(value) else value
    if isinstance(value, dict):
        return {key: _null(of) for key, of in value.items()}
    return [_null(of) for of in value] if isinstance(value, list | tuple) else value
