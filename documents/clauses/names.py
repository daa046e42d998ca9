"""What codes of a scheme are called."""

from __future__ import annotations

from collections.abc import Mapping

from scoring.scheme import Scheme
from scoring.scheme.parts import SECTION
from words.text import Text

Names = Mapping[str, str]
PAY = "pay:"
"""Before the code of a line of pay, which may be that of a measure too."""


def names_of(scheme: Scheme, t: Text) -> Names:
    """Derived measures and indicators by code, sections as "section:CODE", lines of pay as "pay:CODE"."""
    names = {m.code: t.name(m.name, m.code) for m in scheme.derived}
    names |= {i.code: t.name(i.name, i.code) for i in scheme.indicators}
    names |= {PAY + line.code: t.name(line.name, line.code) for line in scheme.pay}
    return names | {SECTION + s.code: t.name(s.name, s.code) for s in scheme.sections}
