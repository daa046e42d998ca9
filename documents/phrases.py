"""Phrases about a trial of weights that the page and the memo share."""

from __future__ import annotations

from words import format as fmt
from words.text import Text
from workflow.results.moves import Move


def grades(move: Move) -> str:
    """A person's grade, or the way from one to another."""
    before, after = move.before_grade or fmt.DASH, move.after_grade or fmt.DASH
    return after if after == before else f"{before} → {after}"


def pool(sums: tuple[float, float] | None, t: Text) -> str | None:
    """What happens to the sum of the grade coefficients (before, after); None where the scheme has none."""
    if sums is None or not sums[0] > 0:
        return None
    before, after = sums
    change = fmt.signed(100 * (after / before - 1), 2)
    words = {"before": fmt.number(before), "after": fmt.number(after)}
    return t("lab-pool-same", **words) if change == fmt.DASH else t("lab-pool", **words, change=change)
