"""What waits and what is to be seen, in words."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping

from scoring.errors import Phrase
from scoring.periods import Period
from scoring.scheme.indicator import Indicator
from words import format as fmt
from words.text import Text, literal
from workflow.board.attention import Measure
from workflow.board.waiting import Names, Waiting

_SHARES = ("share", "done", "wanted", "gone", "met", "least")


def waiting(item: Waiting, t: Text) -> str:
    """One thing that waits, as Markdown."""
    return t(f"waiting-{item.kind}", **words(item.params, t, markdown=True))


def phrase(found: Phrase, t: Text) -> str:
    """A phrase in plain text."""
    return t(found.key, **words(found.params, t))


def words(params: Mapping[str, object], t: Text, *, markdown: bool = False) -> dict[str, object]:
    """Figures, days and names as they are read; in `markdown` what was typed is escaped."""
    return {name: _word(name, value, t, markdown) for name, value in params.items()}


def _word(name: str, value: object, t: Text, markdown: bool) -> object:
    match value:
        case Measure(figure, unit):
            return fmt.percent(figure, 2) if unit == "1" else t.amount(fmt.quantity(figure), unit)
        case Names():
            text = t.pick(value.name, value.name_en) or value.name
        case Indicator():
            text = t.name(value.name, value.code)
        case Period():
            return fmt.period(value, t.lang)
        case dt.date():
            return value.isoformat()
        case float() if name in _SHARES:
            return fmt.percent(value, 0)
        case float():
            return fmt.quantity(value)
        case str():
            text = value
        case _:
            return value
    return literal(text) if markdown else text
