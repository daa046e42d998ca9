"""A page of nothing but typed text, for test_typed_text."""

import json
import os
from pathlib import Path

import streamlit as st

from words.text import literal

for k, text in enumerate(json.loads(Path(os.environ["STEELYARD_DB"]).read_text())):
    st.markdown(literal(text))
    st.markdown(f"**{literal(text)}** :small[:gray[{literal(text)}]]")
    st.button(literal(text), key=f"button-{k}")
    st.expander(literal(text))
