"""From results to the rows of tables: what several pages show alike."""

from __future__ import annotations

import math
from collections.abc import Iterable, Sequence

from scoring import Scheme
from scoring.apportion import adding_up
from ui.theme import class_colours, palette
from words.text import Text


def class_names(scheme: Scheme, t: Text) -> list[str]:
    """The names of a scheme's classes on screen."""
    return [t(f"class-{name}") if t.has(f"class-{name}") else name for name in scheme.classes]


def class_entries(scheme: Scheme, t: Text) -> list[tuple[str, str]]:
    """(name, colour) of each class."""
    return list(zip(class_names(scheme, t), class_colours(scheme.classes), strict=True))


def classes_in_use(scheme: Scheme) -> list[int]:
    """The places of the classes of which the scheme has an indicator."""
    used = {i.class_ for i in scheme.indicators}
    return [k for k, class_ in enumerate(scheme.classes) if class_ in used]


def legend(scheme: Scheme, t: Text) -> list[tuple[str, str]]:
    """(name, colour) of each class that is in use."""
    entries = class_entries(scheme, t)
    return [entries[k] for k in classes_in_use(scheme)]


HASH_SHOWN = 8
"""Digits of a hash that are enough to compare by eye; the whole one stands on the desk of the period."""

Piece = tuple[str, str, float, str]
"""A part of a contribution bar: name, colour, points (below 0: taken away), a mark written behind it."""


def stack(
    points: Sequence[float],
    after_mean: Sequence[float],
    total: float,
    scheme: Scheme,
    t: Text,
    *,
    vetoed: bool = False,
) -> list[Piece] | None:
    """A contribution bar: the points of each class and what was added and taken away afterwards (see
    ``after_mean`` of a :class:`scoring.ScoreSheet`); all parts add up to the total as shown."""
    if any(math.isnan(p) for p in points):
        return None
    rules, additions, deductions, limits, veto, held = after_mean
    spare = palette()
    entries: list[tuple[str, str, float, str]] = [
        *((name, colour, p, "") for (name, colour), p in zip(class_entries(scheme, t), points, strict=True)),
        (t("step-rules"), spare.secondary, rules, ""),
        (t("step-additions"), spare.up, additions, ""),
        (t("step-deductions"), spare.down, deductions, ""),
        (t("step-cap") if limits < 0 else t("step-floor"), spare.secondary, limits, ""),
        (t("step-veto"), spare.down, veto, t("bar-vetoed") if vetoed else ""),
        (t("step-held"), spare.up, held, ""),
    ]
    shown = adding_up([part for _, _, part, _ in entries], total)
    pieces = zip(entries, shown, strict=True)
    kept = classes_in_use(scheme)
    return [
        (name, colour, point, mark)
        for place, ((name, colour, _, mark), point) in enumerate(pieces)
        if point or mark or place in kept
    ]


def full_bar(bars: Iterable[Sequence[Piece] | None], least: float = 100.0) -> float:
    """The points of a full contribution bar: the longest of `bars` before anything is taken away, at least
    `least`, in fives; so no bar is cut or shrunk, and lengths compare."""
    longest = max((math.fsum(p[2] for p in bar if p[2] > 0) for bar in bars if bar), default=0.0)
    return 5.0 * math.ceil(max(longest, least) / 5.0)


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
    """Whether a result is published, and what it is known by in short; or that it may still change."""
    return t("result-frozen", sha256=sha256[:HASH_SHOWN]) if sha256 else t("result-provisional")
