"""A stock Streamlit app with one slider and one text: what the lab is measured against."""

import streamlit as st

st.write(f"value {st.slider('s', 0, 100, 50)}")
