"""Small components of our own: plain JavaScript, no build step; text is set as text, never as HTML."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import streamlit as st

from ui.components.models import PanelGroup, Slope

FOLDER = Path(__file__).parent


_IMPORT = re.compile(r'^import \{[^}]*\} from "(\.[^"]+)";\n', re.MULTILINE)
_EXPORT = re.compile(r"^export (?!default\b)", re.MULTILINE)


def script(name: str) -> str:
    """The text of a JavaScript file in this folder with all that it imports before it, each file once.

    Streamlit hands a component's JavaScript to the browser as a text without an address, from which no
    relative import leads anywhere; so the files become one module, with their imports and all exports but
    the component itself left out. What they import keeps its name, and no two files use one name twice.

    Raises
    ------
    FileNotFoundError : no such file, here or where an import points.
    """
    texts: dict[Path, str] = {}
    _collect((FOLDER / name).resolve(), texts)
    return "\n".join(texts.values())


def _collect(path: Path, texts: dict[Path, str]) -> None:
    source = path.read_text(encoding="utf-8")
    for imported in _IMPORT.findall(source):
        target = (path.parent / imported).resolve()
        if target not in texts:
            _collect(target, texts)
    texts[path] = _EXPORT.sub("", _IMPORT.sub("", source))


@cache
def frame(name: str) -> str:
    """A style sheet or script for the page around the components, from the folder ``frame``."""
    return (FOLDER / "frame" / name).read_text(encoding="utf-8")


@cache
def _component(name: str) -> Callable[..., Any]:
    css = (FOLDER / name / "style.css").read_text(encoding="utf-8")
    js = script(f"{name}/index.js")
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
    opened: str | None = _component("statement_table")(
        key=key, data=data, on_opened_change=_nothing, on_order_change=_nothing
    ).opened
    return opened


def order(key: str) -> Sequence[str]:
    """The rows' ids in the order in which the statement table under `key` stands sorted in the browser; empty
    while nobody has sorted it."""
    sent = st.session_state.get(key)
    found: Sequence[str] | None = sent.get("order") if sent else None
    return found or ()


def slope_chart(rows: Sequence[Slope], heads: Sequence[str], *, key: str, label: str) -> None:
    """Places from one column to the next, one line each; `heads` are the columns' headings, two or more."""
    data = {"rows": [row._asdict() for row in rows], "heads": list(heads), "label": label}
    _component("slope_chart")(key=key, data=data)


def live_ranking(data: Mapping[str, Any], *, key: str) -> str | None:
    """Everybody as stacked bars that re-order while the weight panel is dragged; the id of the row that
    was just opened, or None.

    `data` is what live_ranking/index.js calls LiveRanking: people, their official totals, ranks and parts,
    the indicators' codes and the panel's revision, words, legend, teams, and the model that the preview
    works on (None: no preview, the rows move on release only).
    """
    opened: str | None = _component("live_ranking")(key=key, data=data, on_opened_change=_nothing).opened
    return opened


def weight_panel(
    groups: Sequence[PanelGroup],
    *,
    key: str,
    revision: str,
    labels: Mapping[str, str],
    on_change: Callable[[], None],
    locked: Sequence[str] = (),
    heard: Mapping[str, str],
) -> None:
    """Sliders by class with locks and typed numbers; the sum stays 100 while they move.

    What was last let go is in the session under `key` as ``moved``: ``{"changed": [codes], "points": theirs
    together, "weights": {code: w}, "fixed": [...], "locked": [...], "revision": revision, "move": name,
    "gesture": name}``, where no two moves have the same name and those of one gesture are one step to undo;
    ``fixed`` stayed meanwhile, ``locked`` stays from now on. What was last locked by hand is there as
    ``locked``: ``{"codes": [...], "revision": revision, "move": name}``.
    A new `revision` makes the panel take over the weights and locks given; `on_change` runs when something
    was sent, before the page does. `heard` is the name of the last ``moved`` and ``locked`` that arrived: a
    page that is left at once can swallow one, and the panel sends it again when it is next on a page.
    """
    drawn = [group._asdict() | {"items": [item._asdict() for item in group.items]} for group in groups]
    _component("weight_panel")(
        key=key,
        data={
            "groups": drawn,
            "revision": revision,
            "labels": dict(labels),
            "locked": list(locked),
            "heard": dict(heard),
        },
        default={"moved": None, "locked": None},
        on_moved_change=on_change,
        on_locked_change=on_change,
    )


def browser(*, lang: str, door: str, ticket: str | None, idle_seconds: float | None, left: bool) -> None:
    """What a browser does around every page, without showing anything: it tells the language to screen
    readers, fetches the cookie of a sign-in, says when somebody is at it, and leaves when nobody is.

    Parameters
    ----------
    lang : as HTML names it.
    door : the path at which the server looks after the sign-in.
    ticket : what to fetch the cookie with; None where there is none to fetch.
    idle_seconds : after which the browser asks whether the sign-in still stands; None where nobody is signed
        in.
    left : somebody signed out here, and the cookie is to be given back.
    """
    data = {"lang": lang, "door": door, "ticket": ticket, "idle": idle_seconds, "left": left}
    _component("browser")(key="browser", data=data)


def _nothing() -> None:
    """Streamlit wants a callback for every value that a component sends."""
