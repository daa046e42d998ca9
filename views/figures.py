"""From results to the rows of tables: what several pages show alike."""

from __future__ import annotations

import math
from collections.abc import Sequence

from scoring import Scheme
from scoring.apportion import adding_up
from ui.theme import class_colours
from words.text import Text


def class_names(scheme: Scheme, t: Text) -> list[str]:
    """The names of a scheme's classes on screen."""
    return [t(f"class-{name}") if t.has(f"class-{name}") else name for name in scheme.classes]


def legend(scheme: Scheme, t: Text) -> list[tuple[str, str]]:
    """(name, colour) of each class."""
    return list(zip(class_names(scheme, t), class_colours(scheme.classes), strict=True))


def stack(
    points: Sequence[float], total: float, scheme: Scheme, t: Text
) -> list[tuple[str, str, float]] | None:
    """A contribution bar: (name, colour, points) of each class; the points add up to the total as shown."""
    if any(math.isnan(p) for p in points):
        return None
    shown = adding_up(points, total)
    return [(*entry, point) for entry, point in zip(legend(scheme, t), shown, strict=True)]


def known(value: float | None) -> float | None:
    """NaN as None, for what is sent to the browser."""
    return None if value is None or math.isnan(value) else value


def whole(value: float) -> int | None:
    """A rank or a move as a whole number."""
    return None if math.isnan(value) else int(value)


def status_reason(status: str, t: Text) -> str:
    """Why somebody has no rank."""
    return t(f"status-{status}")


def standing(sha256: str | None, t: Text) -> str:
    """Whether a result is published, and what it is known by; or that it may still change."""
    return t("result-frozen", sha256=sha256) if sha256 else t("result-provisional")
