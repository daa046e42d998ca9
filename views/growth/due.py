"""For superiors: with whom a talk is due, why, and until when."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from ui import address_line, page
from ui.tables import Column, Table
from ui.theme import palette
from views.growth import opening
from views.growth.parts import About
from words import format as fmt
from words.text import leading
from workflow.growth.due import Due, feedback


def show(about: About, every: Sequence[Due]) -> None:
    """Everybody of whom the period's result asks for a talk; a row opens the person."""
    t, period = about.ctx.t, fmt.period(about.period, about.ctx.lang)
    left = [one for one in every if one.state != "done"]
    if not every:
        st.caption(t("growth-due-none", period=period))
        return
    title = t("growth-due-title", period=period, count=len(left), of=len(every))
    years = sorted({year for one in every for year in one.unannounced})
    colours = {"overdue": palette().down, "open": palette().accent, "done": palette().up}
    columns: list[Column[Due]] = [
        Column("name", t("name"), lambda d: t.pick(d.person.name, d.person.name_en), "strong"),
        Column("team", t("team"), lambda d: t.pick(d.person.team_name, d.person.team_name_en), "muted"),
        Column("why", t("growth-why"), lambda d: leading(opening.reasons(about, d)), wrap=True),
        Column(
            "until", t("growth-until-day"), lambda d: about.day(d.until), sort=lambda d: d.until.toordinal()
        ),
        Column(
            "state",
            t("growth-state"),
            lambda d: t(f"growth-due-{d.state}", late=d.late),
            mark=lambda d: colours[d.state],
        ),
    ]
    with page.card(title, t("growth-due-note")):
        table = Table(columns, every, lambda d: d.person.manager_id)
        opened = table.show("growth-due", title, selectable=True)
        if (took := feedback(every)).count:
            days = {"median": fmt.quantity(took.median), "longest": took.longest}
            st.caption(t("growth-due-took", count=took.count, **days))
        if years:
            st.caption(t("growth-unannounced", years=t("list-joint").join(map(str, years))))
        table.download(f"talks-{about.period.code}.xlsx", t, key="growth-due")
    if opened is not None and opened != about.manager_id:
        address_line.write(person=opened)
        st.rerun()


def of(every: Sequence[Due], manager_id: str) -> Due | None:
    """What the result asks for of one person."""
    return next((one for one in every if one.person.manager_id == manager_id), None)
