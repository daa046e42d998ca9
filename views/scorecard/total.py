"""The card of a total: the bar of its parts, and its steps with what each rests on."""

from __future__ import annotations

import math

import streamlit as st

from documents.total import TotalLine, lines, title
from ui import page
from ui.tables import Column, Table
from views import figures
from words import format as fmt
from words.text import Text, leading, literal
from workflow.results.scorecards import Scorecard


def show(card: Scorecard, t: Text) -> None:
    """The card: the bar of the total's parts, and the steps as a table."""
    found = lines(card, t)
    with page.card(literal(title(found, card, t)), t("total-note")):
        if not found:
            st.markdown(figures.status_reason(card.status, t))
            return
        parts = (card.class_contributions, card.after_mean)
        bar = figures.stack(*parts, card.total, card.scheme, t, vetoed=card.vetoed)
        if bar is not None:
            picture = Column[Scorecard](
                "bar", t("contribution"), lambda _: bar, "stack", max=figures.full_bar([bar])
            )
            Table([picture], [card], lambda c: c.period).show(
                "total-bar", t("contribution"), legend=figures.legend(card.scheme, t)
            )
        Table(
            [
                Column("step", t("explain-step"), lambda line: leading(line.name), "strong", wrap=True),
                Column("why", t("total-why"), lambda line: line.why, wrap=True),
                Column("points", t("total-points"), _signed, "strong", right=True, sort=_sorted),
                Column("running", t("total-running"), lambda line: line.running, "number"),
            ],
            found,
            lambda line: f"{line.kind} {line.why}",
            lambda line: t("total-not-counted"),
        ).show("total", t("total-caption"))


def _sorted(line: TotalLine) -> float | None:
    return figures.known(line.points)


def _signed(line: TotalLine) -> str | None:
    if math.isnan(line.points):
        return None
    return fmt.number(line.points) if line.kind == "mean" else fmt.plus(line.points)
