"""Matters of the own people: a card a kind, in which a row opens the page where it is dealt with."""

from __future__ import annotations

import streamlit as st

from shell import navigation
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from views import told
from words import format as fmt
from words.text import Text
from workflow.board.attention import Attention, Concern, Matter
from workflow.board.waiting import Waiting


def sentence(ctx: Context, found: Attention) -> str:
    """How much waits, and whose matters are shown."""
    t = ctx.t
    said = [t("attention-sentence", asks=found.asks, more=found.to_see)]
    if found.people is not None:
        said.append(t("attention-own" if found.people else "attention-heads-nobody", count=found.people))
    return t("sentence-joint").join(said)


def decisions(ctx: Context, items: tuple[Waiting, ...]) -> None:
    """What waits for the actor's decision, each with the way to it."""
    t = ctx.t
    if not items:
        return
    with page.card(t("attention-decisions", count=len(items)), t("attention-decisions-note")):
        for item in items:
            navigation.link(item.address, told.waiting(item, t), **item.query)


def matter(ctx: Context, found: Matter) -> None:
    """One kind of matter, with everybody whom it is about."""
    t, kind = ctx.t, found.kind
    period = fmt.period(found.period, ctx.lang)
    title = t(f"attention-{kind}", count=len(found.about), period=period)
    with page.card(title, t(f"attention-{kind}-note", **told.words(found.params, t, markdown=True))):
        if not found.about:
            navigation.link(found.address, t(f"attention-{kind}-do"), **found.query)
            return
        table = Table(
            [
                Column[Concern](
                    "name", t("name"), lambda c: t.pick(c.person.name, c.person.name_en), "strong"
                ),
                Column(
                    "team", t("team"), lambda c: t.pick(c.person.team_name, c.person.team_name_en), "muted"
                ),
                Column("says", t("attention-says"), lambda c: _says(c, t), wrap=True),
                Column("do", t("attention-do"), lambda c: t(f"attention-{kind}-do")),
            ],
            found.about,
            lambda c: c.person.manager_id,
        )
        opened = table.show(f"attention-{kind}", title, selectable=True)
        if found.unannounced:
            st.caption(t("calendar-caveat", years=t("list-joint").join(map(str, found.unannounced))))
        table.download(f"attention-{kind}-{found.period.code}.xlsx", t, key=f"attention-{kind}")
    if opened:
        chosen = next(c for c in found.about if c.person.manager_id == opened)
        navigation.open_page(chosen.address, **chosen.query)


def _says(concern: Concern, t: Text) -> str:
    return t("clause-joint").join(told.phrase(phrase, t) for phrase in concern.says)
