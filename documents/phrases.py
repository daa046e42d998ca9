"""Phrases about a trial of weights and a decision that the page, the memo and the command line share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from words import format as fmt
from words.text import Text
from workflow.adoption.standing import Vote
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


def objections(against: Sequence[Vote], names: Mapping[str, str], t: Text) -> str | None:
    """Who is against it and why, as typed; None where nobody is."""
    if not against:
        return None
    said = [t("objection", by=names.get(v.by, v.by), why=v.why) + _older(v, t) for v in against]
    return t("objections", count=len(against), said=t("clause-joint").join(said))


def _older(vote: Vote, t: Text) -> str:
    return t("vote-on-run", run=vote.run) if vote.lapsed == "run" and vote.run is not None else ""
