"""Whether the handbook is that of the chosen period or of the version that comes next, which the staff reads
before it begins."""

from __future__ import annotations

from streamlit.delta_generator import DeltaGenerator

from scoring.periods import Period
from shell.context import Context
from ui.choice import pick
from words import format as fmt
from words.text import literal
from workflow import schemes

_HELD, _NEXT = "held", "next"


def chosen(ctx: Context, period: Period, place: DeltaGenerator) -> Period:
    """The period whose handbook is shown: `period`, or the first one of the version that comes next, where
    one is adopted and that was picked."""
    t, found = ctx.t, schemes.coming(ctx.actor, ctx.db, period)
    if found is None or found.effective_from is None:
        return period
    words = {
        _HELD: t("handbook-held", period=fmt.period(period.code, t.lang)),
        _NEXT: t(
            "handbook-next",
            version=literal(f"v{found.scheme.version}"),
            period=fmt.period(found.effective_from.code, t.lang),
        ),
    }
    picked = pick(
        t("version"),
        list(words),
        words.__getitem__,
        key="handbook-of",
        address="of",
        place=place,
        bare=True,
    )
    return found.effective_from if picked == _NEXT else period
