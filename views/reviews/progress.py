"""How far a campaign is: who has handed in how many, and which results will stand on enough raters."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from shell.context import Context
from ui import page
from ui.page import Figure
from ui.tables import Column, Table
from views.reviews.assigning import called
from words import format as fmt
from words.text import Text
from workflow.reviews import assigning
from workflow.reviews.campaigns import GroupProgress, Progress, RaterProgress
from workflow.reviews.forms import CONFIDENTIAL, GROUPS

_HEIGHT = 640


def strip(progress: Progress, t: Text) -> None:
    """What is in, who is missing, and for how many people each confidential group suffices."""
    late = sum(r.done < r.asked for r in progress.raters)
    asked = t("progress-figure-done-note", asked=progress.asked)
    figures = [
        Figure(t("progress-figure-done"), fmt.number(progress.done, 0), note=asked),
        Figure(t("progress-figure-raters"), fmt.number(late, 0)),
    ]
    for group in CONFIDENTIAL:
        of = [g.enough for g in progress.groups if g.group == group]
        if of:
            note = t("progress-figure-of", all=len(of))
            figures.append(Figure(t(f"progress-figure-{group}"), fmt.number(sum(of), 0), note=note))
    page.strip(figures)


def raters(ctx: Context, progress: Progress) -> None:
    """Who has handed in how many of those asked for; whoever has most left stands first."""
    t = ctx.t
    names = called(ctx, assigning.raters(ctx.actor, ctx.db))
    rows = sorted(progress.raters, key=lambda r: (r.done - r.asked, r.username))
    columns: list[Column[RaterProgress]] = [
        Column("name", t("rater"), lambda r: names.get(r.username, r.name), "strong"),
        Column(
            "done",
            t("progress-done-of"),
            lambda r: f"{r.done} / {r.asked}",
            right=True,
            sort=lambda r: float(r.asked - r.done),
        ),
    ]
    with page.card(t("progress-raters"), t("progress-raters-note")):
        table = Table(columns, rows, lambda r: r.username)
        with st.container(height=_HEIGHT, border=False):
            table.show("review-raters", t("progress-raters"))
        table.download("reviews-progress.xlsx", t)


def ratees(ctx: Context, progress: Progress) -> None:
    """For everybody reviewed and each group: handed in of asked, marked where it is not enough yet."""
    t = ctx.t
    found: dict[str, dict[str, GroupProgress]] = {}
    for one in progress.groups:
        found.setdefault(one.ratee_id, {})[one.group] = one

    def cell(group: str) -> Column[str]:
        def words(ratee: str) -> str | None:
            one = found[ratee].get(group)
            if one is None:
                return None
            short = group in CONFIDENTIAL and not one.enough
            key = "progress-short" if short else "progress-enough"
            return t(key, done=one.done, asked=one.asked)

        def place(ratee: str) -> float | None:
            one = found[ratee].get(group)
            return None if one is None else float(one.done)

        return Column(group, t(f"review-group-{group}"), words, right=True, sort=place)

    def name(ratee: str) -> str:
        one = next(iter(found[ratee].values()))
        return t.pick(one.name, one.name_en)

    shown: Sequence[str] = [g for g in GROUPS if any(g in groups for groups in found.values())]
    columns: list[Column[str]] = [Column("name", t("ratee"), name, "strong"), *map(cell, shown)]
    with page.card(t("progress-ratees"), t("progress-ratees-note")):
        Table(columns, list(found), str).show("review-ratees", t("progress-ratees"))
