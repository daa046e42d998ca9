"""Phrases about a trial of weights and a decision that the page, the memo and the command line share."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.pay.fen import FEN
from words import format as fmt
from words.text import Text
from workflow.adoption.standing import Vote
from workflow.results.moves import Move
from workflow.weighing.cost import BY, By, KeptCost


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


def cost(before: int, after: int, t: Text) -> list[str]:
    """Two amounts in fen and what they change by, in yuan and in percent, for a table."""
    share = fmt.DASH if not before else f"{fmt.signed(100 * (after - before) / before, 1)}%"
    was, now, change = (amount / FEN for amount in (before, after, after - before))
    return [
        fmt.number(was, 0),
        fmt.number(now, 0),
        f"{fmt.plus(change, 0)}{t('cost-in-brackets', share=share)}",
    ]


def cost_sentence(found: KeptCost, periods: Sequence[str], t: Text) -> str:
    """What a run pays in its last period, who gains and loses, and all periods together; without marks."""
    was, now, change = cost(found.last.before, found.last.after, t)
    words = {"before": was, "after": now, "change": change}
    said = [t("cost-memo-last", period=fmt.period(periods[-1], t.lang), **words)]
    said.append(t("cost-who", gaining=found.last.gaining, losing=found.last.losing, people=found.last.people))
    if any(found.held):
        before, after = (fmt.number(fen / FEN, 0) for fen in found.held)
        said.append(t("cost-held", before=before, after=after))
    was, now, change = cost(found.over.before, found.over.after, t)
    said.append(t("cost-memo-periods", periods=len(periods), before=was, after=now, change=change))
    return t("sentence-joint").join(said)


def cost_table(found: KeptCost, t: Text) -> tuple[list[str], list[list[str]]]:
    """The headings and rows of what a run pays by group; nobody's own pay."""
    keys = ("cost-by", "people", "cost-before-yuan", "cost-after-yuan", "cost-change-yuan")
    rows = []
    for by in BY:
        for one in found.groups[by]:
            name, sums = group(one.name, by, found.teams, t), cost(one.before, one.after, t)
            rows.append([name, str(one.people), *sums, str(one.gaining), str(one.losing)])
    return [t(key) for key in (*keys, "cost-gaining", "cost-losing")], rows


def group(name: str | None, by: By, teams: Mapping[str, tuple[str, str]], t: Text) -> str:
    """What a group is called that a cost is told for."""
    if name is None:
        return t("cost-others")
    if by == "team":
        return t.pick(*teams[name]) if name in teams else name
    return t.term(name) if by == "post" else t("cost-grade", grade=name)


def objections(against: Sequence[Vote], names: Mapping[str, str], t: Text) -> str | None:
    """Who is against it and why, as typed; None where nobody is."""
    if not against:
        return None
    said = [t("objection", by=names.get(v.by, v.by), why=v.why) + _older(v, t) for v in against]
    return t("objections", count=len(against), said=t("clause-joint").join(said))


def _older(vote: Vote, t: Text) -> str:
    return t("vote-on-run", run=vote.run) if vote.lapsed == "run" and vote.run is not None else ""
