"""Small components of our own: plain JavaScript, no build step; text is set as text, never as HTML."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

FOLDER = Path(__file__).parent


@cache
def _component(name: str):  # type: ignore[no-untyped-def]
    css = (FOLDER / name / "style.css").read_text(encoding="utf-8")
    # What can be tested by itself stands in a file of its own and is put before the component.
    files = [path for path in (FOLDER / name / "engine.js", FOLDER / name / "index.js") if path.exists()]
    js = "\n".join(path.read_text(encoding="utf-8") for path in files)
    return st.components.v2.component(f"steelyard_{name}", html='<div class="root"></div>', css=css, js=js)


def statement_table(
    columns: Sequence[Mapping[str, Any]],
    rows: Sequence[Mapping[str, Any]],
    *,
    key: str,
    label: str,
    legend: Sequence[tuple[str, str]] = (),
    selectable: bool = False,
) -> str | None:
    """A table as on a bank statement; the id of the row that was just opened, or None.

    Parameters
    ----------
    columns : dicts with ``id``, ``label`` and ``type``: rank, text, strong, muted, number, delta,
        move, grade, stack, spark, band or heat; ``decimals``; ``min`` and ``max`` for heat and band.
    rows : dicts with ``id`` and ``cells`` (column id → value; None is a dash, with the reason in
        ``why``). A stack is a list of (name, colour, points); a spark a list with None for gaps; a band
        is (low, high, value).
    legend : (name, colour) of what the stacks are made of.
    """
    data = {"columns": columns, "rows": rows, "label": label, "legend": legend, "selectable": selectable}
    result = _component("statement_table")(key=key, data=data, on_opened_change=_nothing)
    return result.opened


def slope_chart(rows: Sequence[Mapping[str, Any]], *, key: str, label: str) -> None:
    """Places before and after: dicts with ``name``, ``before`` and ``after``, one line each."""
    _component("slope_chart")(key=key, data={"rows": rows, "label": label})


def live_ranking(data: Mapping[str, Any], *, key: str) -> str | None:
    """Everybody as stacked bars that re-order while the weight panel is dragged; the id of the row that
    was just opened, or None.

    `data` holds people (id, name, team, before, rank, grade), the official totals, ranks and parts, the
    weights with their codes and the panel's revision, words, legend, teams, and the model that the preview
    works on (None: no preview, the rows move on release only).
    """
    return _component("live_ranking")(key=key, data=data, on_opened_change=_nothing).opened


def weight_panel(
    groups: Sequence[Mapping[str, Any]],
    *,
    key: str,
    revision: str,
    labels: Mapping[str, str],
    on_change: Callable[[], None],
    locked: Sequence[str] = (),
) -> None:
    """Sliders by class with locks and typed numbers; the sum stays 100 while they move.

    What was last let go is in the session under `key` as ``moved``: ``{"changed": code, "weight": w,
    "weights": {code: w}, "locked": [...], "revision": revision, "move": name}``, where no two moves have the
    same name; the codes that are locked as ``locked``.
    `groups` are dicts with label, colour and items (code, label, weight, start). A new `revision` makes
    the panel take over the weights given; `locked` are the locks that a panel new on the page begins with;
    `on_change` runs when something was sent, before the page does.
    """
    _component("weight_panel")(
        key=key,
        data={"groups": groups, "revision": revision, "labels": dict(labels), "locked": list(locked)},
        default={"moved": None, "locked": list(locked)},
        on_moved_change=on_change,
        on_locked_change=on_change,
    )


def _nothing() -> None:
    """Streamlit wants a callback for every value that a component sends."""
