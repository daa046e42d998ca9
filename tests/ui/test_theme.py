"""Colours: one source, readable in light and dark, told apart without red and green."""

import itertools
import re
import tomllib

import numpy as np
import pytest

from tests.places import ROOT
from ui.theme import CLASS_COLOURS, DARK, LIGHT, variables

CONFIG = tomllib.loads((ROOT / ".streamlit" / "config.toml").read_text(encoding="utf-8"))["theme"]
THEMES = {"light": LIGHT, "dark": DARK}


def linear(colour):
    share = np.array([int(colour[k : k + 2], 16) for k in (1, 3, 5)]) / 255
    return np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)


def contrast(one, other):
    """WCAG 2.2 contrast ratio."""
    light = sorted(float(linear(c) @ [0.2126, 0.7152, 0.0722]) for c in (one, other))
    return (light[1] + 0.05) / (light[0] + 0.05)


# Machado, Oliveira and Fernandes 2009, severity 1, on linear RGB.
SEEN = {
    "deuteranopia": [
        [0.367322, 0.860646, -0.227968],
        [0.280085, 0.672501, 0.047413],
        [-0.01182, 0.04294, 0.968881],
    ],
    "protanopia": [
        [0.152286, 1.052583, -0.204868],
        [0.114503, 0.786281, 0.099216],
        [-0.003882, -0.048116, 1.051998],
    ],
}


def lab(rgb):
    xyz = np.array([[0.4124, 0.3576, 0.1805], [0.2126, 0.7152, 0.0722], [0.0193, 0.1192, 0.9505]]) @ rgb
    t = xyz / [0.9505, 1.0, 1.089]
    f = np.where(t > 216 / 24389, np.cbrt(np.maximum(t, 0)), t * 841 / 108 + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@pytest.mark.parametrize("name", THEMES)
def test_the_native_elements_have_the_same_colours_as_the_charts(name):
    palette, native = THEMES[name], CONFIG[name]
    assert (native["backgroundColor"], native["secondaryBackgroundColor"]) == (palette.ground, palette.panel)
    assert (native["textColor"], native["borderColor"]) == (palette.ink, palette.lines)
    assert (native["primaryColor"], native["grayTextColor"]) == (palette.accent, palette.secondary)
    assert (native["greenTextColor"], native["redTextColor"]) == (palette.up, palette.down)


@pytest.mark.parametrize("name", THEMES)
@pytest.mark.parametrize("ink", ["ink", "secondary", "accent", "up", "down"])
def test_text_is_readable_on_both_grounds(name, ink):
    palette = THEMES[name]
    assert contrast(getattr(palette, ink), palette.ground) >= 4.5
    assert contrast(getattr(palette, ink), palette.panel) >= 4.5


@pytest.mark.parametrize("name", THEMES)
def test_bars_stand_out_from_the_ground(name):
    for colour in CLASS_COLOURS.values():
        assert contrast(colour, THEMES[name].ground) >= 2.0, colour


@pytest.mark.parametrize("eye", SEEN)
def test_neighbouring_classes_are_told_apart_without_red_or_green(eye):
    # The design card's green and grey (transformation, social) look alike to a deuteranope: there the
    # order of the classes, the gap between the parts and the words on them carry the meaning.
    shown = [c for name, c in CLASS_COLOURS.items() if name != "social"]
    seen = [lab(np.clip(np.array(SEEN[eye]) @ linear(c), 0, 1)) for c in shown]
    for a, b in itertools.pairwise(seen):
        assert np.linalg.norm(a - b) >= 10


def test_parts_of_a_bar_are_set_apart_by_more_than_colour():
    css = (ROOT / "ui" / "components" / "statement_table" / "style.css").read_text(encoding="utf-8")
    part = re.search(r"^\.stack span \{([^}]*)\}", css, re.MULTILINE)
    # A line of the ground at its end, not a gap: that would make bars of more parts longer.
    assert part and "inset -1px 0 0 var(--st-background-color)" in part[1]


@pytest.mark.parametrize("name", THEMES)
def test_text_on_the_accent_is_readable(name):
    assert contrast(THEMES[name].on_accent, THEMES[name].accent) >= 4.5


def test_the_style_sheet_takes_each_colour_in_both_themes():
    sheet = (ROOT / "ui" / "components" / "frame" / "style.css").read_text(encoding="utf-8")
    defined = dict(re.findall(r"--steelyard-([a-z-]+): (light-dark\([^)]*\));", variables()))
    assert set(re.findall(r"var\(--steelyard-([a-z-]+)\)", sheet)) == set(defined)
    assert defined["on-accent"] == f"light-dark({LIGHT.on_accent}, {DARK.on_accent})"
    assert not re.search(r"#[0-9a-fA-F]{3,8}\b", sheet)
