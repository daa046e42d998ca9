"""A run of a period: what it pays, who should be looked at, and where it stands on the way to the ledger."""

from __future__ import annotations

from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access import accounts
from access.permissions import Action, allowed
from documents.clauses import pay_working
from scoring.pay.fen import FEN
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views.rewards import parts
from words import format as fmt
from words.text import Text
from workflow.rewards import approving, runs, standing, touched
from workflow.rewards.figures import Figures, LineTotal, Notable, RunPerson
from workflow.rewards.runs import RunInfo
from workflow.rewards.touched import Waiting


def show(ctx: Context, head: DeltaGenerator, place: DeltaGenerator) -> None:
    """The run of a period that is chosen in `place`: what waits for somebody, else what a run would pay now;
    the title with the answer stands in `head`."""
    t = ctx.t
    periods = {one.code: one for one in runs.payable(ctx.actor, ctx.db)}
    every = runs.runs(ctx.actor, ctx.db)
    if not periods:
        with head:
            page.header(t("rewards-title"), t("rewards-none"))
        earlier(every, ctx)
        return
    corrected = touched.waiting(ctx.actor, ctx.db)
    _corrected(corrected, t)
    asks = [one.period.code for one in every if one.is_open] + [one.period.code for one in corrected]
    code = pick(
        t("period"),
        list(periods),
        lambda one: fmt.period(one, ctx.lang),
        key="rewards-period",
        default=next(iter(asks), None),
        address="paid",
        place=place,
        bare=True,
    )
    period = periods[code]
    waiting = next((one for one in every if one.period == period and one.is_open), None)
    found = (
        runs.preview(ctx.actor, ctx.db, period)
        if waiting is None
        else runs.run(ctx.actor, ctx.db, waiting.run_id).figures
    )
    posted = any(one.period == period and one.state == "posted" for one in every)
    with head:
        page.header(t("rewards-title"), _sentence(found, waiting, posted, t))
    if waiting is not None:
        decide(ctx, waiting)
    elif _differs(found) or not posted:
        _propose(ctx, found)
    figures(ctx, found)
    earlier(every, ctx)
    _president(ctx)


def _corrected(found: tuple[Waiting, ...], t: Text) -> None:
    """The periods that were paid and of which something else holds by now."""
    for one in found:
        params = {"people": one.people, "difference": fmt.yuan(one.difference)}
        st.warning(t("pay-corrected", period=fmt.period(one.period, t.lang), **params))


def _president(ctx: Context) -> None:
    """Whether the president sees what single people are paid."""
    t = ctx.t
    st.toggle(
        t("pay-individuals"),
        value=runs.president_sees(ctx.actor, ctx.db),
        key="pay-individuals",
        help=t("pay-individuals-note"),
        on_change=lambda: attempt(
            t,
            partial(standing.show_individuals, ctx.actor, ctx.db, st.session_state["pay-individuals"]),
            t("pay-individuals-saved"),
        ),
    )


def _differs(found: Figures) -> bool:
    return any(one.difference or one.now_difference for one in found.people)


def _sentence(found: Figures, waiting: RunInfo | None, posted: bool, t: Text) -> str:
    """Where the pay of a period stands."""
    state = "posted" if posted else "open"
    if waiting is not None:
        state = "waits"
    elif posted and _differs(found):
        state = "moved"
    return t(
        f"rewards-sentence-{state}",
        period=fmt.period(found.period, t.lang),
        granted=fmt.yuan(found.sums.granted),
        difference=fmt.yuan(found.sums.difference),
        left=0 if waiting is None else approving.APPROVALS - len(waiting.approvals),
    )


def figures(ctx: Context, found: Figures) -> None:
    """What a run pays, from the sum to each person."""
    t = ctx.t
    strip(found, t)
    left, right = st.columns([1, 1])
    with left:
        notable(found, t)
    with right:
        lines(found, t)
    if found.people:
        parts.by_way(found.people, f"pay-{found.period.code}", t)
        people(found, t)


def sums(found: Figures, t: Text) -> None:
    """What the run pays, in a sentence."""
    of = found.sums
    amounts = {name: fmt.yuan(getattr(of, name)) for name in ("granted", "now", "held", "difference")}
    st.markdown(t("pay-run-sums", people=of.people, **amounts))


def strip(found: Figures, t: Text) -> None:
    """What the run pays, in five figures."""
    sums = found.sums
    told = found.compared is not None and bool(found.people)
    change = (sums.granted - sums.last) / FEN if told else None
    page.strip(
        [
            page.Figure(t("pay-granted"), fmt.yuan(sums.granted), change, _against(found, t)),
            page.Figure(t("pay-now"), fmt.yuan(sums.now)),
            page.Figure(t("pay-held"), fmt.yuan(sums.held), None, _share(sums.held, sums.granted)),
            page.Figure(t("pay-difference"), fmt.yuan(sums.difference), None, t("pay-difference-note")),
            page.Figure(t("pay-people"), str(sums.people)),
        ]
    )


def _against(found: Figures, t: Text) -> str:
    return "" if found.compared is None else t("pay-against", period=fmt.period(found.compared, t.lang))


def _share(part: int, whole: int) -> str:
    return fmt.percent(part / whole) if whole > 0 else ""


def _propose(ctx: Context, found: Figures) -> None:
    """The button that stores the run for two others to approve."""
    t = ctx.t
    with page.card(t("pay-to-propose"), t("pay-to-propose-note")), st.container(horizontal=True):
        ask(
            t,
            Question(f"pay-propose-{found.period.code}", t("pay-propose"), t("pay-propose-note"), "primary"),
            partial(runs.propose, ctx.actor, ctx.db, found.period),
            t("pay-proposed"),
        )


def decide(ctx: Context, run: RunInfo) -> None:
    """Who has said what on an open run, and what the actor can do."""
    t = ctx.t
    said = [
        t("pay-run-proposed-by", by=_who(ctx, run.proposed_by), at=_day(ctx, run), note=run.note or fmt.DASH)
    ]
    said += [t("pay-run-approved-by", by=_who(ctx, one.by), why=one.why or fmt.DASH) for one in run.approvals]
    with page.card(
        t("pay-run-waits", left=approving.APPROVALS - len(run.approvals)),
        t("pay-run-waits-note", sha256=run.sha256[:8]),
    ):
        st.markdown("\n".join(f"- {one}" for one in said))
        with st.container(horizontal=True):
            _buttons(ctx, run)


def _buttons(ctx: Context, run: RunInfo) -> None:
    t, number = ctx.t, run.run_id
    me = ctx.actor.username
    if run.proposed_by == me:
        if allowed(ctx.actor, Action.RUN_PAY):
            question = Question(f"pay-withdraw-{number}", t("pay-withdraw"), t("pay-why"))
            ask(t, question, partial(approving.withdraw, ctx.actor, ctx.db, number), t("pay-withdrawn"))
        st.caption(t("pay-own-run"))
        return
    if me in {one.by for one in run.approvals}:
        st.caption(t("pay-approved-already"))
    else:
        question = Question(f"pay-approve-{number}", t("pay-approve"), t("pay-approve-why"), "primary")
        ask(t, question, partial(approving.approve, ctx.actor, ctx.db, number, run.sha256), t("pay-approved"))
    question = Question(f"pay-turn-down-{number}", t("pay-turn-down"), t("pay-why"))
    ask(t, question, partial(approving.turn_down, ctx.actor, ctx.db, number), t("pay-turned-down"))


def _who(ctx: Context, username: str) -> str:
    return ctx.t.term(accounts.called(ctx.db, username))


def _day(ctx: Context, run: RunInfo) -> str:
    return fmt.day(run.proposed_at.date(), ctx.lang)


def notable(found: Figures, t: Text) -> None:
    """Who and what should be looked at before it is approved."""
    names = {one.person.manager_id: parts.called(one.person, t) for one in found.people}
    lines = {total.line.code: t.name(total.line.name, total.line.code) for total in found.lines}
    if not found.notable:
        with page.card(t("pay-notable-none"), t("pay-notable-note")):
            pass
        return

    def says(one: Notable) -> str:
        if one.guard is not None:
            return pay_working.guard(one.guard, names.get(one.manager_id, t("pay-somebody")), t)
        return t(
            f"pay-sign-{one.sign}",
            line=lines.get(one.line or "", one.line or ""),
            change=fmt.DASH if one.change is None else fmt.percent(one.change, 0),
        )

    title = t("pay-notable", count=len(found.notable))
    with page.card(title, t("pay-notable-note")):
        table = Table(
            [
                Column[Notable]("name", t("name"), lambda one: names.get(one.manager_id, fmt.DASH), "strong"),
                Column[Notable]("what", t("pay-notable-what"), says, wrap=True),
            ],
            found.notable,
            lambda one: f"{one.sign} {one.manager_id} {one.line} {one.guard and one.guard.key}",
        )
        table.show(f"pay-notable-{found.period.code}", title)


def lines(found: Figures, t: Text) -> None:
    """What each line of the scheme pays."""

    def name(total: LineTotal) -> str:
        return t.name(total.line.name, total.line.code)

    title = t("pay-lines", version=found.reference.version)
    with page.card(title, t("pay-lines-note")):
        table = Table(
            [
                Column[LineTotal]("line", t("pay-line"), name, "strong"),
                Column[LineTotal]("kind", t("pay-line-kind"), lambda one: t(f"pay-kind-{one.line.kind}")),
                Column[LineTotal]("people", t("people"), lambda one: one.people, "number", decimals=0),
                Column[LineTotal]("amount", t("pay-granted"), lambda one: one.amount / FEN, "number"),
                Column[LineTotal]("held", t("pay-held"), lambda one: one.held / FEN, "number"),
            ],
            found.lines,
            lambda one: one.line.code,
        )
        table.show(f"pay-lines-{found.period.code}", title)


def people(found: Figures, t: Text) -> None:
    """Everybody, with the lines under each row."""
    names = {total.line.code: t.name(total.line.name, total.line.code) for total in found.lines}

    def detail(one: RunPerson) -> list[tuple[str, str, str]]:
        return [
            (
                names.get(line.code, line.code),
                t("pay-line-missing") if line.missing else t("pay-line-held", held=fmt.yuan(line.held)),
                fmt.yuan(line.amount),
            )
            for line in one.lines
        ]

    title = t("pay-everybody", count=len(found.people))
    columns: list[Column[RunPerson]] = [
        Column("name", t("name"), lambda one: parts.called(one.person, t), "strong"),
        Column("team", t("team"), lambda one: t.pick(one.person.team_name, one.person.team_name_en)),
        Column("position", t("position"), lambda one: one.person.position),
        Column("grade", t("grade"), lambda one: one.grade, "grade"),
        parts.amount(t("pay-granted"), "granted", lambda one: one.granted),
        Column(
            "change",
            t("pay-change-last"),
            lambda one: None if one.last is None else (one.granted - one.last) / FEN,
            "delta",
        ),
        parts.amount(t("pay-now"), "now", lambda one: one.now),
        parts.amount(t("pay-held"), "held", lambda one: one.held),
        parts.amount(t("pay-difference"), "difference", lambda one: one.difference),
    ]
    with page.card(title, t("pay-everybody-note")):
        table = Table(columns, found.people, lambda one: one.person.manager_id, detail=detail)
        table.show(f"pay-people-{found.period.code}", title)
        table.download(f"pay-{found.period.code}.xlsx", t)


def earlier(found: tuple[RunInfo, ...], ctx: Context) -> None:
    """Every run there was, latest first."""
    t = ctx.t
    if not found:
        return
    title = t("pay-runs", count=len(found))
    with page.card(title, t("pay-runs-note")):
        table = Table(
            [
                Column[RunInfo]("period", t("period"), lambda one: fmt.period(one.period, t.lang), "strong"),
                Column[RunInfo]("number", t("pay-run-number"), lambda one: one.number, "number", decimals=0),
                Column[RunInfo]("state", t("pay-run-state"), lambda one: t(f"pay-run-state-{one.state}")),
                Column[RunInfo]("by", t("pay-run-by"), lambda one: _who(ctx, one.proposed_by)),
                Column[RunInfo]("at", t("pay-run-at"), lambda one: one.proposed_at.date().isoformat()),
                Column[RunInfo](
                    "approved",
                    t("pay-run-approvals"),
                    lambda one: t("list-joint").join(_who(ctx, a.by) for a in one.approvals) or None,
                ),
                Column[RunInfo](
                    "note", t("pay-run-note"), lambda one: one.note or one.why or None, wrap=True
                ),
            ],
            found,
            lambda one: str(one.run_id),
        )
        table.show("pay-runs", title)
