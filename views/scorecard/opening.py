"""How a scorecard opens: the answer in one or two sentences, and five figures."""

from __future__ import annotations

import math

from documents import total
from ui.page import Figure
from views import figures
from views.scorecard import change
from words import format as fmt
from words.text import Text, leading, literal
from workflow.results.scorecards import Scorecard


def sentence(card: Scorecard, t: Text) -> str:
    """Where somebody stands, what became of the total, what is missing, and how far the next grade is."""
    said = [_standing(card, t)]
    if card.vetoed:
        said.append(_veto(card, t))
    missing = [line.step for line in card.lines if line.step.gap in ("missing", "refused")]
    if missing:
        names = t("list-joint").join(literal(t.name(s.indicator.name, s.indicator.code)) for s in missing)
        said.append(t("opening-missing", count=len(missing), names=names))
    if card.lift.grade and not card.vetoed:
        said.append(t("opening-next", grade=literal(card.lift.grade), gap=fmt.number(card.lift.gap)))
    return t("sentence-joint").join(said)


def _standing(card: Scorecard, t: Text) -> str:
    when = fmt.period(card.period, t.lang)
    if card.total != card.total:
        return t("opening-none", period=when, reason=figures.status_reason(card.status, t))
    clauses = [t("opening-total", period=when, total=fmt.number(card.total))]
    if card.grade:
        clauses.append(t("opening-grade", grade=literal(card.grade)))
    if card.rank == card.rank:
        clauses.append(t("opening-rank", rank=int(card.rank), ranked=card.ranked))
    else:
        clauses.append(_unranked(card, t))
    if card.total_change == card.total_change:
        size = round(card.total_change, 2)
        key = "opening-same" if not size else "opening-higher" if size > 0 else "opening-lower"
        clauses.append(t(key, last=change.last(card, t), size=fmt.number(abs(size))))
    return t("opening-end", said=t("comma-joint").join(clauses))


def _unranked(card: Scorecard, t: Text) -> str:
    """Why there is no rank: not yet, or not for this person."""
    return figures.status_reason(card.status, t) if card.settled else t("opening-withheld")


def _veto(card: Scorecard, t: Text) -> str:
    reasons = [total.reason(e, t) for e in card.adjustments.events if e.counted and e.kind == "veto"]
    joined = t("list-joint").join(reasons) or t("why-unknown")
    before = fmt.number(card.exact - math.fsum(card.after_mean[-2:]))
    return t("opening-veto", reason=literal(joined), before=before, total=fmt.number(card.total))


def strip(card: Scorecard, t: Text) -> list[Figure]:
    """Total, grade and rank, coefficient, data, and the state of the period."""
    rank = f"{int(card.rank)} / {card.ranked}" if card.rank == card.rank else fmt.DASH
    than = t("than-last", last=change.last(card, t)) if card.total_change == card.total_change else ""
    ranked = _unranked(card, t) if card.rank != card.rank else figures.status_reason(card.status, t)
    status = t("status-vetoed") if card.vetoed else ranked
    hollow = card.sha256 is None
    return [
        Figure(t("scorecard-score"), fmt.number(card.total), card.total_change, than, hollow=hollow),
        Figure(
            t("scorecard-grade-rank"),
            f"{card.grade or fmt.DASH} · {rank}",
            card.rank_change,
            t("scorecard-rank-note") if card.rank_change == card.rank_change else "",
            decimals=0,
            hollow=hollow,
        ),
        Figure(
            t("scorecard-coefficient"),
            fmt.number(card.coefficient),
            note=t("scorecard-coefficient-note"),
            hollow=hollow,
        ),
        Figure(t("scorecard-coverage"), fmt.percent(card.coverage, 0), note=t("scorecard-coverage-note")),
        Figure(t("leaderboard-state"), t(f"state-{card.state}"), note=leading(status)),
    ]
