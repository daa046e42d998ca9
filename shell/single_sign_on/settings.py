"""What the server's file of secrets says of single sign-on; read once, since a server is started anew after a
change."""

from __future__ import annotations

import logging
from functools import cache

import streamlit as st

from access.single_sign_on import files, rules
from access.single_sign_on.errors import WrongSettings
from access.single_sign_on.rules import Provider, Rules
from words.text import text_for

_log = logging.getLogger("steelyard.sign_in")

Settings = tuple[Provider, Rules]


@cache
def configured() -> Settings | WrongSettings | None:
    """The provider and the rules; what is wrong with them, where something is; None without single
    sign-on."""
    try:
        return rules.read(files.secrets(st.get_option("secrets.files")))
    except WrongSettings as wrong:
        t = text_for("en")
        for fault in wrong.faults:
            _log.error("single sign-on is off: %s", t(fault.key, **fault.params))
        return wrong
