"""Who is asked about whom: in bulk before a campaign begins, one by one afterwards."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping, Sequence

import streamlit as st

from access.actor import Actor
from shell import problems
from shell.acting import attempt, box
from shell.context import Context
from ui import page
from ui.choice import pick, pick_several
from ui.tables import Column, Table
from words.text import literal
from workflow.reviews import assigning
from workflow.reviews.assigning import Assignment, Colleague, Proposed
from workflow.reviews.campaigns import DRAFT, OPEN, Campaign

PEERS, CUSTOMERS = 6, 8
"""What is proposed to begin with: some may not answer, and the minimum must be met all the same."""
MOST_PEERS = 20
EVERY_TEAM = ""


def called(ctx: Context, people: Sequence[Actor]) -> dict[str, str]:
    """What people are called, by user name."""
    return {a.username: ctx.t.term(a.called(ctx.lang)) for a in people}


def bulk(ctx: Context, campaign: Campaign) -> None:
    """Superiors by team, peers by rule, customers by number; the load that comes of it, and the button."""
    t = ctx.t
    people = assigning.people(ctx.actor, ctx.db)
    with page.card(t("assign-title"), t("assign-note")):
        superiors = _superiors(ctx, campaign, people)
        with st.container(horizontal=True, vertical_alignment="bottom"):
            peers = int(
                st.number_input(
                    *(t("assign-peers"), 0, MOST_PEERS, PEERS),
                    key="assign-peers",
                    help=t("assign-peers-help", least=campaign.minimum["peers"]),
                    persist_state="session",
                )
            )
            customers = int(
                st.number_input(
                    *(t("assign-customers"), 0, assigning.MOST_CUSTOMERS, CUSTOMERS),
                    key="assign-customers",
                    help=t("assign-customers-help", least=campaign.minimum["customers"]),
                    persist_state="session",
                )
            )
            wide = pick(
                t("assign-from"),
                ["team", "branch"],
                lambda one: t(f"assign-from-{one}"),
                key="assign-from",
            )
        with problems.standing(ctx):
            proposed = assigning.propose(
                *(ctx.actor, ctx.db, campaign.campaign_id),
                superiors=superiors,
                peers=peers,
                customers=customers,
                peers_from="branch" if wide == "branch" else "team",
            )
            _load(ctx, proposed)
            st.button(
                t("assign-do"),
                key="assign-do",
                type="primary",
                on_click=attempt,
                args=(
                    t,
                    lambda: assigning.assign(ctx.actor, ctx.db, campaign.campaign_id, proposed),
                    t("assign-done"),
                ),
            )


def _superiors(ctx: Context, campaign: Campaign, people: Mapping[str, Colleague]) -> dict[str, list[str]]:
    """User names by team; under `EVERY_TEAM` those of everybody."""
    t = ctx.t
    names = called(ctx, assigning.superiors(ctx.actor, ctx.db))
    teams = {EVERY_TEAM: t("assign-every-team")}
    teams |= {p.team_id: t.pick(p.team, p.team_en) for p in people.values() if p.employed and p.team_id}
    found = {}
    columns = st.columns(2)
    for k, (team, name) in enumerate(sorted(teams.items())):
        found[team] = pick_several(
            t("assign-superiors", team=literal(name)),
            list(names),
            names.__getitem__,
            key=f"assign-superiors-{campaign.campaign_id}-{team}",
            placeholder=t("assign-superiors", team=name),
            place=columns[k % 2],
        )
    return found


def _load(ctx: Context, proposed: Sequence[Proposed]) -> None:
    """How many reviews each rater would give."""
    t, names = ctx.t, called(ctx, assigning.raters(ctx.actor, ctx.db))
    given: dict[str, Counter[str]] = {}
    for one in proposed:
        if one.rater:
            given.setdefault(one.rater, Counter())[one.group] += 1
    peers = [counts["peers"] for counts in given.values() if counts["peers"]]
    low, high = min(peers, default=0), max(peers, default=0)
    key = "assign-preview-even" if low == high else "assign-preview"
    st.subheader(t(key, count=sum(one.asked for one in proposed), low=low, high=high), anchor=False)
    st.caption(t("assign-preview-note"))
    order = sorted(given, key=lambda rater: (-sum(given[rater].values()), rater))
    columns: list[Column[str]] = [Column("name", t("rater"), lambda r: names.get(r, r), "strong")]
    columns += [
        Column(group, t(f"review-group-{group}"), _count(given, group), "number", decimals=0)
        for group in ("superior", "peers", "self")
    ]
    columns.append(
        Column("all", t("rater-load"), lambda r: sum(given[r].values()), "number", decimals=0, strong=True)
    )
    table = Table(columns, order, str)
    with st.container(height=320, border=False):
        table.show("assign-load", t("assign-preview-note"))
    table.download("reviews-load.xlsx", t)


def _count(given: Mapping[str, Counter[str]], group: str) -> Callable[[str], int | None]:
    return lambda rater: given[rater][group] or None


def one_by_one(ctx: Context, campaign: Campaign) -> None:
    """Change, withdraw or add single assignments, each with a reason."""
    if campaign.state not in (DRAFT, OPEN):
        return
    t = ctx.t
    people = assigning.people(ctx.actor, ctx.db)
    assigned = assigning.assignments(ctx.actor, ctx.db, campaign.campaign_id)
    left = {a.assignment_id: a for a in assigned if not a.done and not a.withdrawn and a.rater}
    with page.card(t("change-title-review"), t("change-note-review")), st.container(horizontal=True):
        if left:
            _change(ctx, left, people)
        _add(ctx, campaign, people)


def _label(ctx: Context, one: Assignment, people: Mapping[str, Colleague], names: Mapping[str, str]) -> str:
    t, ratee = ctx.t, people[one.ratee_id]
    return t(
        "change-which-label",
        rater=names.get(one.rater, one.rater),
        ratee=t.pick(ratee.name, ratee.name_en),
        group=t(f"review-group-{one.group}"),
    )


def _change(ctx: Context, left: Mapping[int, Assignment], people: Mapping[str, Colleague]) -> None:
    t, state = ctx.t, st.session_state
    words = called(ctx, assigning.raters(ctx.actor, ctx.db))
    with box("review-change", t("change-review-do"), icon=":material/swap_horiz:"):
        which = {number: _label(ctx, one, people, words) for number, one in left.items()}
        number = pick(t("change-which"), list(which), which.__getitem__, key="review-which")
        to = {"": t("change-withdraw")} | words
        with st.form("review-change", border=False):
            pick(t("change-to"), list(to), to.__getitem__, key="review-to")
            st.text_area(t("change-review-why"), key="review-why")

            def work() -> None:
                if state["review-to"]:
                    assigning.change(ctx.actor, ctx.db, number, state["review-to"], state["review-why"])
                else:
                    assigning.withdraw(ctx.actor, ctx.db, number, state["review-why"])

            st.form_submit_button(
                t("gate-write"),
                key="review-change-do",
                type="primary",
                on_click=attempt,
                args=(t, work, t("change-review-done"), ("review-why",)),
                kwargs={"closes": "review-change"},
            )


def _add(ctx: Context, campaign: Campaign, people: Mapping[str, Colleague]) -> None:
    t, state = ctx.t, st.session_state
    ratees = {k: t.pick(p.name, p.name_en) for k, p in people.items() if p.employed}
    words = called(ctx, assigning.raters(ctx.actor, ctx.db))
    groups = ["superior", "peers"]
    with (
        box("review-add", t("change-add"), icon=":material/add:"),
        st.form("review-add", border=False),
    ):
        pick(t("ratee"), list(ratees), ratees.__getitem__, key="review-add-ratee")
        pick(t("change-add-group"), groups, lambda g: t(f"review-group-{g}"), key="review-add-group")
        pick(t("rater"), list(words), words.__getitem__, key="review-add-rater")
        st.text_area(t("change-review-why"), key="review-add-why")

        def work() -> None:
            asked = (state["review-add-ratee"], state["review-add-group"], state["review-add-rater"])
            assigning.add(ctx.actor, ctx.db, campaign.campaign_id, *asked, state["review-add-why"])

        st.form_submit_button(
            t("gate-write"),
            key="review-add-do",
            type="primary",
            on_click=attempt,
            args=(t, work, t("change-added"), ("review-add-why",)),
            kwargs={"closes": "review-add"},
        )
