"""Files that the browser saves by itself, right after the click that had them made."""

from __future__ import annotations

import secrets

import streamlit as st

from ui import components


def start(data: bytes, file_name: str, key: str) -> None:
    """Have the browser save what was made in this run. For what needs a form's entries: they reach the server
    with the form's own button only, so that a button for the file itself would be a second click."""
    # A name of its own each time: the same script twice would run once.
    name = f"{key}-{secrets.token_hex(4)}"
    st.download_button(file_name, data, file_name, on_click="ignore", key=name)
    script = components.frame("download.js").replace("NAME", name)
    style = f"<style>.st-key-{name} {{ display: none; }}</style>"
    st.html(f"{style}<script>{script}</script>", unsafe_allow_javascript=True)
