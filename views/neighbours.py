"""From one person's page to the next, in the order and filter of the leaderboard, and back to it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from scoring.periods import Period
from shell import navigation
from shell.context import Context
from ui import address_line
from words.text import literal

_ORDER, _QUERY = "board-order", "board-query"


def remember(people: Sequence[str]) -> None:
    """Keep the leaderboard as it is: the people in order, by id, and what stands in its address line."""
    st.session_state[_ORDER] = list(people)
    st.session_state[_QUERY] = address_line.everything()


def line(ctx: Context, address: str, person: str, period: Period, names: Mapping[str, str]) -> None:
    """The person before and after at the page `address`, and the way back; `names` by id, of everybody whose
    page may be opened."""
    if len(names) < 2:
        return
    t = ctx.t
    order = [one for one in st.session_state.get(_ORDER, names) if one in names]
    if person not in order:
        order = list(names)
    at = order.index(person)
    with st.container(horizontal=True, gap="small", vertical_alignment="center"):
        for one in order[max(at - 1, 0) : at]:
            before = t("board-previous-name", name=literal(names[one]))
            navigation.link(address, before, person=one, period=period.code)
        for one in order[at + 1 : at + 2]:
            after = t("board-next-name", name=literal(names[one]))
            navigation.link(address, after, person=one, period=period.code)
        st.markdown(f":small[:gray[{t('board-place', at=at + 1, of=len(order))}]]", width="content")
        query = {**st.session_state.get(_QUERY, {}), "period": period.code}
        navigation.link("leaderboard", t("board-back"), **query)
