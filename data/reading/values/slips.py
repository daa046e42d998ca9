"""Slips of the unit: how many times a value is away from what it should be."""

from __future__ import annotations

from data.reading.rules import Rule

_OWN = ((1e4, Rule.YUAN_IN_WANYUAN_COLUMN), (1e3, Rule.OUTLIER_THOUSAND), (1e2, Rule.OUTLIER_HUNDRED))
FAR = 25.0
"""Whatever is less than this many times off is no slip."""
_BAND = 4.0
"""A value this many times off a power of ten from what is usual is taken for a slip of the unit."""

TIMES = {rule: power for power, rule in _OWN} | {
    Rule.FILE_TEN_THOUSAND: 1e4,
    Rule.FILE_THOUSAND: 1e3,
}
"""What a value is divided by to mend a slip of this rule."""


def power_of(ratio: float, powers: tuple[float, ...] = (1e4, 1e3, 1e2)) -> float | None:
    """The power of ten that `ratio` is about; None where it is about none."""
    return next((p for p in powers if p / _BAND <= ratio <= p * _BAND), None)


def slip(size: float, middle: float, usual: tuple[float, float], *, both_ways: bool) -> Rule | None:
    """The rule, where a value is a power of ten off the person's own others, and off most people's too."""
    if middle <= 0:
        return None
    low, high = usual
    if size >= FAR * middle and size >= FAR * high / _BAND:
        power = power_of(size / middle)
        return next((rule for p, rule in _OWN if p == power), None)
    small = both_ways and size * FAR <= middle and size * FAR <= low * _BAND
    return Rule.OUTLIER_TOO_SMALL if small and power_of(middle / size, (1e4, 1e3)) else None
