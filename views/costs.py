"""What something costs in yuan, and which groups gain and lose by it; for all who show a cost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from scoring.change.pay.cost import Cost, GroupCost
from scoring.pay.fen import FEN
from ui.tables import Column, Table
from words import format as fmt
from words.text import Text
from workflow.results.period_sheets import PeriodSheet
from workflow.weighing.cost import By


def title(found: Cost, t: Text) -> str:
    """What it pays before and after."""
    total = found.total
    share = "" if total.share != total.share else f"{fmt.signed(100 * total.share, 1)}%"
    words = {"before": _yuan(total.before), "after": _yuan(total.after)}
    if total.change == 0:
        return t("cost-title-same", **words)
    return t("cost-title", **words, change=fmt.signed(total.change / FEN, 0), share=share)


def who(found: Cost, t: Text) -> str:
    """How many gain and lose, and what is held back."""
    said = t("cost-who", gaining=found.total.gaining, losing=found.total.losing, people=found.total.people)
    before, after = found.held
    if not before and not after:
        return said
    return said + t("sentence-joint") + t("cost-held", before=_yuan(before), after=_yuan(after))


def groups(found: Sequence[GroupCost], names: Mapping[str, str], heading: str, t: Text) -> Table[GroupCost]:
    """Groups with what they cost before and after, and who gains and loses in them."""

    def called(one: GroupCost) -> str:
        return t("cost-others") if one.name is None else names.get(one.name, one.name)

    def share(one: GroupCost) -> float | None:
        return None if one.share != one.share else 100 * one.share

    return Table(
        [
            Column("group", heading, called, "strong"),
            Column("people", t("people"), lambda one: one.people, "number", 0),
            Column("before", t("cost-before-yuan"), lambda one: one.before / FEN, "number", 0),
            Column("after", t("cost-after-yuan"), lambda one: one.after / FEN, "number", 0),
            # A cost: more of it is neither good nor bad, so it has no colour.
            Column("change", t("cost-change-yuan"), lambda one: one.change / FEN, "number", 0),
            Column("share", t("cost-share"), share, "number", 1),
            Column("gaining", t("cost-gaining"), lambda one: one.gaining, "number", 0),
            Column("losing", t("cost-losing"), lambda one: one.losing, "number", 0),
        ],
        list(found),
        lambda one: one.name or "",
    )


def changes(found: Sequence[GroupCost], names: Mapping[str, str], heading: str, t: Text) -> Table[GroupCost]:
    """The same in few columns: the change, and who gains and loses."""
    table = groups(found, names, heading, t)
    kept = [column for column in table.columns if column.id in ("group", "change", "gaining", "losing")]
    return Table(kept, table.rows, table.name)


def named(sheet: PeriodSheet, by: By, t: Text) -> dict[str, str]:
    """What groups are called."""
    if by == "team":
        return {team: t.pick(*names) for team, names in sheet.team_names.items()}
    if by == "post":
        return {p.position: t.term(p.position) for p in sheet.people}
    return {}


def _yuan(fen: int) -> str:
    return fmt.number(fen / FEN, 0)
