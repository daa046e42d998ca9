"""All colours, in one place. Class colours are the same on every page, chart and document."""

from __future__ import annotations

from collections.abc import Sequence

CLASS_COLOURS = {
    "compliance": "#4E79A7",
    "risk": "#B07AA1",
    "efficiency": "#E0A030",
    "transformation": "#3A9E8C",
    "social": "#8C8C8C",
}
OTHER_CLASSES = ("#7B8FC9", "#C98A7B", "#8FB35A", "#5AA7B3", "#B3975A")
INK, SECONDARY, LINES, GROUND, ACCENT = "#1F2A37", "#6B7785", "#E3E8EE", "#F4F6F8", "#14507A"
UP, DOWN = "#1B7F5C", "#B4442F"
WARNING_GROUND, WARNING_INK = "#FFF1CF", "#7A5B00"


def class_colours(classes: Sequence[str]) -> list[str]:
    """A colour for each class of a scheme; a scheme's own classes take further colours in turn."""
    spare = iter(OTHER_CLASSES * (len(classes) // len(OTHER_CLASSES) + 1))
    return [CLASS_COLOURS.get(name) or next(spare) for name in classes]
