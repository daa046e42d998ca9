"""Slips of the unit: a value that is a power of ten away from what it should be."""

from __future__ import annotations

_SLIPS = ((1e4, "yuan_in_wanyuan_column"), (1e3, "outlier_thousand"), (1e2, "outlier_hundred"))
FAR = 25.0
"""Whatever is less than this many times off is no slip."""
_BAND = 4.0
"""A value this many times off a power of ten from the person's own others is taken for a slip of the unit."""


def slip(size: float, middle: float, usual: tuple[float, float], *, both_ways: bool) -> str:
    """The rule, where a value is a power of ten off the person's own others, and off most people's too."""
    if middle <= 0:
        return ""
    low, high = usual
    if size >= FAR * middle and size >= FAR * high / _BAND:
        return next((rule for p, rule in _SLIPS if p / _BAND <= size / middle <= p * _BAND), "")
    small = both_ways and size * FAR <= middle and size * FAR <= low * _BAND
    if small and any(p / _BAND <= middle / size <= p * _BAND for p, _ in _SLIPS[:2]):
        return "outlier_too_small"
    return ""
