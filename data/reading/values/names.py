"""Names of people and teams, as far as they must not be just any text."""

from __future__ import annotations

from data.reading.rules import Rule
from data.reading.values.text import compact

LONGEST = 60
"""No name of a person, team or indicator is longer; what is, is a slip of the columns."""
_NONE = {"", "nan", "none", "null", "n/a", "#n/a", "na"}
"""What programs write where they have no name."""


def name_fault(text: str) -> Rule | None:
    """Why the text cannot be a name; None where it can. Markup and formulas are `text.is_dangerous`."""
    if compact(text) in _NONE:
        return Rule.NO_NAME
    return Rule.NAME_TOO_LONG if len(text) > LONGEST else None
