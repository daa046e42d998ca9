"""What came of a campaign: drawing it, everybody's figures, what vouches for them, and the release."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from scoring.reviews import Figure, State
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Row, Table
from views.reviews import figures as words
from words.text import Text, literal
from workflow.reviews import drawing
from workflow.reviews.campaigns import CLOSED, DRAWN, OPEN, Campaign, Progress
from workflow.reviews.forms import GROUPS, Item
from workflow.reviews.results import Result

OTHERS = tuple(group for group in GROUPS if group != "self")
"""What somebody thinks of oneself is for that person and the superior."""
STATES = (State.SHOWN, State.CARRIED, State.TOO_FEW, State.WITHHELD)
CLAUSES = ("answers", "groups", "extremes", "releases", "comments")
"""What the certificate says of every campaign, sentence by sentence."""


def sentence(campaign: Campaign, done: Progress, t: Text) -> str:
    """How far the campaign is on the way to its results, as Markdown."""
    state = {OPEN: "early", CLOSED: "ready"}.get(campaign.state, campaign.state)
    return t(
        f"results-sentence-{state}",
        name=literal(campaign.name),
        closes=campaign.closes_on.isoformat(),
        done=done.done,
        asked=done.asked,
    )


def steps(ctx: Context, campaign: Campaign) -> None:
    """Draw it, or release it: each once, each asked again before it is done."""
    if campaign.state == CLOSED:
        _step(ctx, campaign, "draw", lambda: drawing.draw(ctx.actor, ctx.db, campaign.campaign_id))
    elif campaign.state == DRAWN:
        _step(ctx, campaign, "release", lambda: drawing.release(ctx.actor, ctx.db, campaign.campaign_id))
    elif campaign.state == OPEN:
        st.caption(ctx.t("results-wait"))


def _step(ctx: Context, campaign: Campaign, step: str, work: Callable[[], object]) -> None:
    t = ctx.t
    came: list[object] = []

    def done() -> str:
        if step == "draw":
            return t("results-drawn")
        return t("results-released", batch=came[0]) if came[0] else t("results-released-none")

    key = f"results-{step}-{campaign.campaign_id}"
    with box(key, t(f"results-{step}"), type="primary"):
        st.markdown(t(f"results-{step}-ask"))
        st.button(
            t(f"results-{step}-do"),
            key=f"{key}-do",
            type="primary",
            on_click=attempt,
            args=(t, lambda: came.append(work()), done),
            kwargs={"closes": key},
        )


def named(items: Sequence[Item], t: Text) -> str:
    """What a measure is called: its items."""
    return t("list-joint").join(t.name(item.name, item.code) for item in items)


def figures(ctx: Context, found: Sequence[Result]) -> None:
    """The groups' figures and the score of everybody, one measure at a time."""
    t = ctx.t
    names = {one.measure: named(one.items, t) for one in found}
    if not names:
        return
    measure = pick(
        t("results-measure"),
        list(names),
        names.__getitem__,
        key="results-measure",
        address="measure",
        kind="segments",
    )
    rows = [one for one in found if one.measure == measure]
    groups = [group for group in OTHERS if any(group in one.figures for one in rows)]
    columns: list[Column[Result]] = [
        Column("name", t("ratee"), lambda r: t.pick(r.ratee, r.ratee_en), "strong"),
        Column("team", t("team"), lambda r: t.pick(r.team, r.team_en) or None, "muted"),
        *(group_column(group, lambda r: r.figures, t) for group in groups),
    ]
    if any(one.scored for one in rows):
        columns.append(Column("total", t("results-total"), lambda r: r.total, "number", decimals=1))
    if any(one.calibrated == one.calibrated for one in rows):
        columns.append(
            Column("calibrated", t("results-calibrated"), lambda r: r.calibrated, "number", decimals=1)
        )
    held = [f for one in rows for group, f in one.figures.items() if group != "self"]
    title = t("results-figures", measure=literal(names[measure]))
    shown = sum(f.counts for f in held)
    with page.card(title, t("results-figures-note")):
        st.markdown(t("results-withheld", shown=shown, withheld=len(held) - shown))
        table = Table(columns, rows, lambda r: r.ratee_id, lambda _: t("results-none-counts"))
        table.show("review-results", title)
        table.download("review-results.xlsx", t)


def group_column(group: str, of: Callable[[Row], Mapping[str, Figure]], t: Text) -> Column[Row]:
    """A group's figure in words; on hover of how many raters, and why no more is shown."""
    return Column(
        group,
        t(f"review-group-{group}"),
        lambda row: words.shown(of(row).get(group), t),
        right=True,
        sort=lambda row: words.place(of(row).get(group)),
        note=lambda row: words.note(of(row).get(group), t),
    )


def certificate(ctx: Context, campaign: Campaign) -> None:
    """What was asked, what left the vault, and what cannot be worked out from it, by which step."""
    t, found = ctx.t, drawing.certificate(ctx.actor, ctx.db, campaign.campaign_id)
    columns: list[Column[str]] = [
        Column("group", t("certificate-group"), lambda g: t(f"review-group-{g}"), "strong"),
        Column("done", t("progress-done-of"), lambda g: f"{found.done.get(g, 0)} / {found.asked[g]}"),
    ]
    columns += [
        Column(state, t(f"certificate-{state}"), _count(found.figures, state), "number", decimals=0)
        for state in STATES
    ]
    groups = [group for group in OTHERS if group in found.asked]
    with page.card(t("certificate-title"), t("certificate-note")):
        for clause in CLAUSES:
            st.markdown(f"- {t(f'certificate-says-{clause}')}")
        Table(columns, groups, str).show("review-certificate", t("certificate-title"))
        st.caption(t("certificate-hash", sha256=found.sha256[:16]))


def _count(counts: Mapping[str, Mapping[str, int]], state: State) -> Callable[[str], int | None]:
    """How many figures of a group are in a state; a superior's exact mean is one that is shown."""
    states = (State.SHOWN, State.EXACT) if state is State.SHOWN else (state,)
    return lambda group: sum(counts.get(group, {}).get(one, 0) for one in states) or None
