"""A group's figure in words: as far as it may be known, and why no further."""

from __future__ import annotations

from scoring.reviews import Figure, State
from scoring.reviews.confidentiality import HIGHEST, LOWEST
from words import format as fmt
from words.text import Text


def shown(figure: Figure | None, t: Text) -> str:
    """What is shown of a mean on the scale 1 to 5: "4.0–4.5", "≥ 4.5", "3 of 4 needed", or a dash where
    nobody has answered."""
    if figure is None or figure.state is State.NONE:
        return fmt.DASH
    if figure.state is State.EXACT:
        return fmt.number(figure.value)
    if not figure.counts:
        return t(f"review-figure-{figure.state}", raters=figure.raters, needed=figure.needed)
    low, high = _edge(figure.low), _edge(figure.high)
    if figure.high >= HIGHEST:
        return f"≥ {low}"
    if figure.low <= LOWEST:
        return f"< {high}"
    return f"{low}–{high}"


def _edge(value: float) -> str:
    """The edge of a cell, of which those of a quarter need two decimals."""
    return fmt.number(value, 1 if (2 * value).is_integer() else 2)


def note(figure: Figure | None, t: Text) -> str:
    """The sentence behind a figure: of how many raters, why so coarse, or why not at all."""
    state = figure.state if figure else State.NONE
    raters, needed = (figure.raters, figure.needed) if figure else (0, 0)
    return t(f"review-note-{state}", raters=raters, needed=needed)


def place(figure: Figure | None) -> float | None:
    """By what a column of figures is sorted; what is not shown comes last."""
    return figure.value if figure is not None and figure.counts else None
