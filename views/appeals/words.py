"""An appeal and its figure in words."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from words import format as fmt
from words.text import Text, literal
from workflow.appeals import figures
from workflow.appeals.figures import Figure
from workflow.appeals.standing import Appeal
from workflow.results.moves import Move


def figure(one: Figure, t: Text) -> str:
    """A figure with what it is now, for a list to choose from."""
    if one.subject == figures.RESULT:
        return t("appeal-figure-result")
    value = amount(one.value, one.unit, t)
    if one.subject == figures.EVENT:
        return t("appeal-figure-event", kind=t(f"kind-{one.code}"), said=one.said, value=value)
    period = fmt.period(one.key["period"], t.lang)
    return t(f"appeal-figure-{one.subject}", name=t.name(one.names, one.code), period=period, value=value)


def about(held: Appeal, t: Text) -> str:
    """What an appeal is about, without its value."""
    row: Mapping[str, Any] = held.copied["row"]
    if held.subject == figures.RESULT:
        return t("appeal-figure-result")
    if held.subject == figures.EVENT:
        return t("appeal-about-event", kind=t(f"kind-{held.key['kind']}"), said=row["said"])
    name = t.name(row["names"], held.key["indicator_code"])
    return t(f"appeal-about-{held.subject}", name=name)


def amount(value: float | None, unit: str, t: Text) -> str:
    """A value with its unit; a dash where there is none."""
    if value is None or math.isnan(value):
        return fmt.DASH
    return t.amount(fmt.quantity(value), unit)


def own(move: Move, t: Text) -> str:
    """One's own result before and after, in a sentence."""
    rank = {
        "before_rank": fmt.DASH if math.isnan(move.before_rank) else f"{move.before_rank:.0f}",
        "after_rank": fmt.DASH if math.isnan(move.after_rank) else f"{move.after_rank:.0f}",
    }
    grades = {"before_grade": move.before_grade or fmt.DASH, "after_grade": move.after_grade or fmt.DASH}
    totals = {"before": fmt.number(move.before_total), "after": fmt.number(move.after_total)}
    return t("appeal-own", **totals, **rank, **grades)


def state(held: Appeal, t: Text) -> str:
    """Where an appeal stands."""
    return t(f"appeal-state-{held.state}")


def title(held: Appeal, t: Text) -> str:
    """The heading of an appeal."""
    name = literal(t.pick(held.name, held.name_en))
    period = fmt.period(held.period, t.lang)
    return t("appeal-title", number=held.appeal_id, name=name, period=period, about=literal(about(held, t)))
