"""Differences that approved corrections made to a period's published results."""

from __future__ import annotations

from access.permissions import Action, allowed
from data.stores.appeals.difference_store import Difference
from scoring.periods import Period
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from workflow.appeals import bearing
from workflow.results import scorecards


def card(ctx: Context, period: Period) -> None:
    """What was posted, newest first, for whoever sees the branch; nothing where nothing was."""
    if not allowed(ctx.actor, Action.VIEW_BRANCH):
        return
    t, found = ctx.t, bearing.posted(ctx.actor, ctx.db, period)
    if not found:
        return
    names = {p.manager_id: t.pick(p.name, p.name_en) for p in scorecards.people(ctx.actor, ctx.db, period)}
    title = t("period-posted", count=len(found))
    columns: list[Column[Difference]] = [
        Column("batch", t("period-posted-batch"), lambda d: d.batch_id, "number", decimals=0),
        Column("name", t("name"), lambda d: names.get(d.manager_id, d.manager_id), "strong"),
        Column("before", t("appeal-before"), lambda d: d.total_before, "number"),
        Column("after", t("period-other"), lambda d: d.total_after, "number"),
        Column("rank", t("rank"), lambda d: d.rank_before, "rank"),
        Column("rank-after", t("period-posted-rank"), lambda d: d.rank_after, "rank"),
        Column("grade", t("grade"), lambda d: d.grade_before),
        Column("grade-after", t("period-posted-grade"), lambda d: d.grade_after),
    ]
    with page.card(title, t("period-posted-note")):
        table = Table(columns, list(reversed(found)), lambda d: f"{d.batch_id} {d.manager_id}")
        table.show(f"posted-{period.code}", title)
        table.download(f"differences-{period.code}.xlsx", t)
