"""One round of the committee on the page: opening it, handing in, who is in, what came of it."""

from __future__ import annotations

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access.permissions import Action, allowed
from shell.acting import Question, ask, attempt, box, said
from shell.context import Context
from shell.navigation import open_page
from ui import address_line, page
from ui.choice import keep, pick
from ui.tables import Column, Table
from views import voting
from views.adoption import version_view
from views.weighing.judging import judge
from views.weighing.trial import TOLD, WeightTrial, told
from words import format as fmt
from words.text import Text, literal
from workflow import blind, schemes
from workflow.weighing import judgements, rounds
from workflow.weighing.rounds import Result, Round

APART_SHOWN = 3
NOTICED = 0.5
DAYS = 3
HAND_IN = "round-hand-in"
"""Where it is said that weights were handed in: beside the button."""


def sentence(found: Round, t: Text) -> str:
    """How a round stands, as Markdown."""
    return t(
        f"round-sentence-{found.state}",
        question=literal(found.question),
        done=found.done,
        all=len(found.members),
        until=f"{found.deadline:%Y-%m-%d %H:%M}",
        why=literal(found.called_off or ""),
    )


def opening(ctx: Context) -> None:
    """Ask members for their weights."""
    t = ctx.t
    if not allowed(ctx.actor, Action.RUN_ROUND):
        return
    versions = {i.key: i for i in reversed(schemes.schemes(ctx.actor, ctx.db)) if i.status != "retired"}
    if not versions:  # Nothing that weights could be given to.
        st.info(t("schemes-empty"))
        return
    known = rounds.candidates(ctx.actor, ctx.db)
    people = {a.username: t.term(a.called(t.lang)) for a in known}
    committee = [a.username for a in known if a.role == "committee"]
    with (
        box("round-box", t("round-open"), icon=":material/add:"),
        st.form("round-open", border=False),
    ):
        pick(
            t("schemes-version"),
            list(versions),
            lambda key: version_view.label(versions[key], t),
            key="round-version",
        )
        st.text_input(t("round-question"), placeholder=t("round-question-example"), key="round-question")
        voting.fields("round", t("round-members"), people, committee, DAYS, t)

        def open_it() -> None:
            held, asked = st.session_state, voting.asked("round")
            reference, question = versions[held["round-version"]].reference, held["round-question"]
            number = rounds.open_round(
                *(ctx.actor, ctx.db, reference, question, asked.deadline, asked.members), asked.quorum
            )
            address_line.write(round=str(number))  # The page goes to the round that was opened.

        st.form_submit_button(
            t("gate-write"),
            type="primary",
            on_click=attempt,
            args=(t, open_it, t("round-opened"), ("round-question",)),
            kwargs={"closes": "round-box"},
        )


def members(ctx: Context, held: Round, head: DeltaGenerator) -> None:
    """Who is in, in the sentence of the page's `head` and in a card; looked at again every few seconds, so
    that both say the same and the result comes without asking."""
    t = ctx.t

    @st.fragment(run_every=5 if held.state == blind.OPEN else None)
    def who() -> None:
        now = rounds.round_(ctx.actor, ctx.db, held.round_id)
        if now.state != held.state:
            st.rerun(scope="app")
        with head.container():
            page.header(t("rounds-title"), sentence(now, t))
        quorum = t("round-in-quorum", quorum=now.quorum) if now.quorum else t("round-in-note")
        with page.card(t("round-in", done=now.done, all=len(now.members)), quorum):
            for member in now.members:
                icon = ":green[:material/check_circle:]" if member.done else ":gray[:material/schedule:]"
                word = t("round-done" if member.done else "round-waiting")
                st.markdown(f"{icon} {literal(t.term(member.name))} :small[:gray[{word}]]")

    who()
    if held.state == blind.OPEN and held.opened_by == ctx.actor.username:
        ask(
            t,
            Question(f"round-call-off-{held.round_id}", t("round-call-off"), t("gate-withdraw-label")),
            lambda why: rounds.call_off(ctx.actor, ctx.db, held.round_id, why),
            t("round-called-off"),
        )


def mine(ctx: Context, held: Round) -> None:
    """A member's own weights: by sliders, or by judgements."""
    t = ctx.t
    scheme = schemes.scheme(ctx.actor, ctx.db, held.reference).scheme
    before = rounds.own(ctx.actor, ctx.db, held.round_id)

    def stored(key: str, most: int | None = None) -> str:
        """The sentence `key` with the weights as they are stored."""
        given = rounds.own(ctx.actor, ctx.db, held.round_id)
        return t(key, weights=told(scheme, given.weights, t, most) if given else "")

    @st.fragment
    def weigh() -> None:
        ways = {m: t(f"round-method-{m}") for m in (rounds.POINTS, *judgements.METHODS)}
        key = f"round-{held.round_id}-method"
        st.session_state.setdefault(key, before.method if before else rounds.POINTS)
        keep(key, ways)
        method = st.segmented_control(
            t("round-method"), list(ways), format_func=ways.__getitem__, key=key, required=True
        )
        judged = None
        if method in judgements.METHODS:
            given = before.judgements if before and before.method == method else None
            weights, judged = judge.judge(scheme, method, f"{method}-{held.round_id}", t, given)
        else:
            trial = WeightTrial("round-panel")
            weights, revision = trial.weights(
                scheme, f"round-{held.round_id}", before.weights if before else None
            )
            with st.container(border=True):
                trial.panel(scheme, weights, revision, t)
            trial.buttons(t)
        if st.button(t("round-hand-in"), type="primary", key="round-hand-in"):
            attempt(
                t,
                lambda: rounds.hand_in(ctx.actor, ctx.db, held.round_id, weights, judged=judged),
                lambda: stored("round-handed-in", TOLD),
                place=HAND_IN,
            )
            st.rerun(scope="app")
        said(HAND_IN)

    with page.card(t("round-own"), t("round-own-note")):
        if before:
            st.markdown(stored("round-own-in"))
        weigh()


def closed(ctx: Context, held: Round) -> None:
    """A round that asks the reader for nothing: its result, or why there is none."""
    if held.state == blind.CLOSED and held.quorate:
        result(ctx, held)
    elif held.state == blind.CLOSED and held.done:
        st.info(ctx.t("errors-round-quorum", count=held.done, quorum=held.quorum or 1))
    else:
        st.info(ctx.t(f"round-nothing-{held.state}"))


def result(ctx: Context, held: Round) -> None:
    """The median, how far members are apart, who differs on what; the median as a scenario."""
    t, found = ctx.t, rounds.result(ctx.actor, ctx.db, held.round_id)
    with page.card(t("round-result"), t("round-result-note", members=len(found.weightings))):
        table = _table(ctx, held, found)
        table.show("round-result", t("round-result"))
        table.download("round.xlsx", t)
    with page.card(
        t("round-apart", concordance=fmt.number(found.joint.concordance, 2)), t("round-apart-note")
    ):
        for given in found.weightings:
            _apart(ctx, held, found, given.username, literal(ctx.t.term(given.name)))
    _keep(ctx, held)


def _table(ctx: Context, held: Round, found: Result) -> Table[str]:
    t = ctx.t
    scheme = schemes.scheme(ctx.actor, ctx.db, held.reference).scheme
    low, median, high = found.low, found.median, found.high
    columns: list[Column[str]] = [
        Column("name", t("indicator"), lambda c: t.name(scheme.by_code[c].name, c), wrap=True),
        Column("now", t("round-scheme"), lambda c: scheme.by_code[c].weight, "number"),
        Column("median", t("round-median"), lambda c: median[c], "number"),
        Column(
            "range",
            t("round-range"),
            lambda c: (low[c], high[c], median[c]),
            "band",
            min=0,
            max=max(high.values()),
        ),
        Column("spread", t("round-spread"), lambda c: high[c] - low[c], "number"),
    ]
    columns += [
        Column(f"m-{w.username}", t.term(w.name), w.weights.__getitem__, "number") for w in found.weightings
    ]
    return Table(columns, found.indicators, str)


def _apart(ctx: Context, held: Round, found: Result, username: str, name: str) -> None:
    """Where one member stands apart from the median."""
    t = ctx.t
    scheme = schemes.scheme(ctx.actor, ctx.db, held.reference).scheme
    far = [d for d in found.apart[username] if abs(d.given - d.joint) >= NOTICED][:APART_SHOWN]
    parts = [
        t(
            "round-differs",
            name=literal(t.name(scheme.by_code[d.indicator].name, d.indicator)),
            given=fmt.number(d.given, 1),
            joint=fmt.number(d.joint, 1),
        )
        for d in far
    ]
    words = t("list-joint").join(parts) if parts else t("round-differs-not")
    st.markdown(f"**{name}**{t('colon')}{words}")


def _keep(ctx: Context, held: Round) -> None:
    """The median as a scenario, or the way to it where it was kept."""
    t, name = ctx.t, ctx.t("round-scenario", round=held.round_id)
    kept = rounds.scenario_of(ctx.actor, ctx.db, held.round_id)
    if kept is not None:
        if st.button(t("round-to-lab"), type="primary", key="round-to-lab"):
            open_page("weight-lab", start=f"scenario-{kept}")
        return
    with st.form("round-keep", border=False):
        st.text_input(t("lab-scenario-name"), value=name, key="round-scenario")
        st.form_submit_button(
            t("round-keep"),
            type="primary",
            on_click=attempt,
            args=(
                t,
                lambda: rounds.keep_median(
                    ctx.actor, ctx.db, held.round_id, st.session_state["round-scenario"]
                ),
                t("round-kept"),
            ),
        )
