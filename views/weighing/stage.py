"""How the weight lab stands on the screen: the panel stays beside what it moves; large, for a meeting."""

from __future__ import annotations

import time

import streamlit as st

from ui import address_line
from words.text import Text, literal

_ADDRESS = "view"
_PRESENT = "present"
PANEL = "lab-panel-stays"
TOOLS = "lab-tools"
BOXES = "lab-boxes"
BREATH = 0.03
"""Seconds in which a browser draws some lines."""

# Fixed text, nothing from data. The panel is as high as its column, so that it can stay while that scrolls.
_STYLE = f"""
<style>
[data-testid="stLayoutWrapper"]:has(> .st-key-{PANEL}) {{ position: sticky; top: 1rem; z-index: 2; }}
[data-testid="stColumn"] > [data-testid="stVerticalBlock"]:has(> * > .st-key-{PANEL}) {{ height: 100%; }}
[data-testid="stMain"] [data-testid="stVerticalBlock"] {{ gap: 0.6rem; }}
.st-key-lab-boxes [data-testid="stMarkdownContainer"] p {{ font-size: 0.85rem; }}
.st-key-{PANEL} [data-testid="stButton"] button {{ padding: 0.1rem 0.55rem; min-height: 1.9rem; }}
</style>
"""
# The banner that people are invented stays, as one line.
_LARGE = """
<style>
html { font-size: clamp(15px, 1.85vh, 26px); }
[data-testid="stSidebar"], [data-testid="stSidebarCollapsedControl"], [data-testid="stExpandSidebarButton"],
[data-testid="stHeader"], .st-key-lab-tools { display: none; }
[data-testid="stMainBlockContainer"] { padding: 0.5rem 1.2rem 1rem; max-width: none; }
[data-testid="stAlertContainer"] { padding: 0.1rem 0.8rem; }
[data-testid="stMain"] { --lab-rows: calc(100vh - 25rem); }
</style>
"""


def presenting() -> bool:
    """Whether the page is shown to a meeting; it stands in the address."""
    return address_line.says(_ADDRESS) == _PRESENT


def style() -> None:
    """The page's look."""
    st.html(_STYLE + (_LARGE if presenting() else ""))


def breathe() -> None:
    """Give the browser time to draw the answer: while messages come in it draws nothing, and the rest of the
    page is a hundred of them."""
    time.sleep(BREATH)


def columns() -> list[float]:
    """How wide the panel and what it moves are, of each other."""
    return [1, 1.5] if presenting() else [1, 1.9]


def header(t: Text, sentence: str, basis: str) -> None:
    """The title with the switch of the view, and the answer; to a meeting also what it rests on, whose lists
    are out of sight."""
    with st.container(horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"):
        st.title(t("lab-title"), anchor=False, width="content")
        if presenting():
            st.markdown(literal(basis), width="content")
        word, icon = (
            ("lab-present-end", "close_fullscreen") if presenting() else ("lab-present", "present_to_all")
        )
        st.button(t(word), key="lab-present", icon=f":material/{icon}:", on_click=_turn)
    st.markdown(sentence)


def _turn() -> None:
    address_line.write(**{_ADDRESS: None if presenting() else _PRESENT})
