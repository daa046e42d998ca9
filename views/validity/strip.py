"""The figures under the title, and what else was found."""

from __future__ import annotations

from collections.abc import Mapping

import streamlit as st

from documents import validity as written
from ui import page
from words import format as fmt
from words.text import Text, literal
from workflow.validity.report import Report


def figures(report: Report, t: Text) -> None:
    """Five figures, each with what it must be read beside."""
    trust, steady = report.trust, report.steadiness.totals
    share = trust.teams
    found = [one for one in report.told if one.totals.enough]
    right = sum(one.totals.rho > 0 for one in found)
    page.strip(
        [
            page.Figure(t("validity-heavy"), str(trust.heavy), note=t("validity-heavy-note")),
            page.Figure(t("validity-idle"), str(trust.idle), note=t("validity-idle-note")),
            page.Figure(
                t("validity-between"),
                fmt.percent(share.share, 0),
                note=t("validity-by-chance", chance=fmt.percent(share.by_chance, 0), p=fmt.number(share.p)),
            ),
            page.Figure(
                t("validity-steady"),
                fmt.number(steady.value.rho if steady else None),
                note=t("validity-interval-note", interval=written.interval(steady.value, t))
                if steady
                else t("validity-steady-unknown"),
            ),
            page.Figure(
                t("validity-told"),
                f"{right} / {len(report.told)}",
                note=t("validity-told-note", wrong=len(found) - right, open=len(report.told) - len(found))
                if report.told
                else t("validity-told-nothing"),
            ),
        ]
    )


def findings(report: Report, names: Mapping[str, str], t: Text) -> None:
    """What was found besides the largest, in order of size."""
    rest = [
        written.sentence(one, report, names, t, literal)
        for k, one in enumerate(report.findings)
        if k or not one.size
    ]
    if rest:
        with page.card(t("validity-findings", found=len(rest)), t("validity-findings-note")):
            st.markdown("\n".join(f"- {one}" for one in rest))
