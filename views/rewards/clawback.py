"""Clawbacks: opened with what a court asks for, approved by a second person, heard by a third."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

import streamlit as st
from streamlit.delta_generator import DeltaGenerator

from access import accounts
from scoring.pay.fen import FEN
from shell import attachments
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.choice import hold, pick
from ui.tables import Column, Table
from ui.theme import palette
from words import format as fmt
from words.text import Text, literal
from workflow.appeals import filing
from workflow.rewards import findings
from workflow.rewards.clawback import clawing, objecting
from workflow.rewards.clawback.checklist import Claim, Item
from workflow.rewards.clawback.clawing import OBJECTED, PROPOSED, Clawback, Preview, Recoverable

_OPENED = "clawback-opened"
"""How many clawbacks were opened on this page: the fields begin anew after each."""


def show(ctx: Context) -> None:
    """Every clawback with the next step for the chosen one, and the fields to open another."""
    t = ctx.t
    found = {str(one.clawback_id): one for one in clawing.clawbacks(ctx.actor, ctx.db)}
    left = sum(one.state in (PROPOSED, OBJECTED) for one in found.values())
    with page.card(t("clawbacks-title", count=len(found), open=left), t("clawbacks-note")):
        if not found:
            st.caption(t("clawbacks-none"))
        else:
            opened = _table(ctx, found)
            chosen = hold(
                t("clawback"),
                list(found),
                lambda number: title(found[number], t),
                key="clawback",
                address="clawback",
                default=next(iter(found)),
                opened=opened,
            )
    if found:
        with case(ctx, found[chosen]):
            _decide(ctx, found[chosen])
    _open(ctx)


def _table(ctx: Context, found: Mapping[str, Clawback]) -> str | None:
    t = ctx.t
    columns: list[Column[Clawback]] = [
        Column("number", t("clawback-number"), lambda one: one.clawback_id, "number", decimals=0),
        Column("name", t("name"), lambda one: t.pick(one.name, one.name_en), "strong"),
        Column("period", t("period"), lambda one: fmt.period(one.period, t.lang)),
        Column("ratio", t("clawback-ratio"), lambda one: fmt.percent(one.ratio, 0), right=True),
        Column("amount", t("clawback-amount"), lambda one: one.amount / FEN, "number"),
        Column("state", t("clawback-state"), lambda one: t(f"clawback-state-{one.state}"), wrap=True),
        Column(
            "until",
            t("clawback-until"),
            lambda one: _day(clawing.last_day(ctx.actor, ctx.db, one.clawback_id)),
        ),
    ]
    table = Table(columns, list(found.values()), lambda one: str(one.clawback_id))
    opened = table.show("clawbacks", t("clawbacks-list"), selectable=True)
    table.download("clawbacks.xlsx", t)
    return opened


def _day(day: dt.date | None) -> str | None:
    return None if day is None else day.isoformat()


def title(held: Clawback, t: Text) -> str:
    """The heading of a clawback."""
    said = {"name": t.pick(held.name, held.name_en), "period": fmt.period(held.period, t.lang)}
    return t("clawback-title", number=held.clawback_id, amount=fmt.yuan(held.amount), **said)


def case(ctx: Context, held: Clawback) -> DeltaGenerator:
    """One clawback as everybody sees it who may see it at all: its checklist, evidence, what happened."""
    t, last = ctx.t, clawing.last_day(ctx.actor, ctx.db, held.clawback_id)
    until = {"day": "" if last is None else last.isoformat(), "days": held.days}
    card = page.card(literal(title(held, t)), t(f"clawback-now-{held.state}", **until))
    with card:
        left, right = st.columns([1.5, 1])
        with left:
            _checklist(held.items, f"clawback-items-{held.clawback_id}", t)
            _files(ctx, held)
        with right:
            _happened(ctx, held)
    return card


def _checklist(items: Sequence[Item], key: str, t: Text) -> None:
    """The items, each with what it says or what is missing of it."""
    colours = palette()
    table = Table(
        [
            Column[Item](
                "item",
                t("clawback-item"),
                lambda one: t(f"clawback-item-{one.name}"),
                "strong",
                mark=lambda one: colours.up if one.is_whole else colours.down,
            ),
            Column[Item]("said", t("clawback-item-says"), lambda one: _says(one, t), wrap=True),
        ],
        items,
        lambda one: one.name,
    )
    table.show(key, t("clawback-checklist"))


def _says(item: Item, t: Text) -> str:
    """What an item says, in a sentence; of one that is not whole what is missing."""
    if item.missing:
        return t("clawback-lacks", missing=t(f"clawback-missing-{item.name}-{item.missing}"))
    said = {name: value for name, value in item.said.items() if value is not None}
    if item.name in ("announced", "receipt"):
        said["by"] = t(f"clawback-by-{said['by']}")
    if item.name == "finding":
        said["period"] = fmt.period(str(said["period"]), t.lang)
        said |= {"kind": t(f"kind-{said['kind']}"), "state": t(f"finding-{said['state']}")}
    if item.name == "ratio":
        said["ratio"] = fmt.percent(float(str(said["ratio"])), 0)
    if item.name == "rule":
        said["sheet"] = str(said["sheet"])[:8]
    return t(f"clawback-says-{item.name}", **said)


def _files(ctx: Context, held: Clawback) -> None:
    found = clawing.evidence(ctx.actor, ctx.db, held.clawback_id)
    links = [
        f"[{literal(one.name)}]({attachments.evidence_address(one.attachment_id)})"
        f" :gray[{one.size // 1024 + 1} KB]"
        for one in found
    ]
    st.markdown(f"{ctx.t('clawback-files')}{ctx.t('colon')}" + " · ".join(links))


def _happened(ctx: Context, held: Clawback) -> None:
    """What happened, oldest first."""
    t = ctx.t

    def line(at: dt.datetime, by: str, kind: str, amount: int | None, why: str) -> str:
        who = literal(t.term(accounts.called(ctx.db, by)))
        said = t(f"clawback-event-{kind}", amount=fmt.yuan(amount))
        return f"- :small[{at:%Y-%m-%d %H:%M} {who} {said}{t('colon') + literal(why) if why else ''}]"

    lines = [line(held.made_at, held.made_by, "opened", held.amount, "")]
    lines += [line(one.at, one.by, one.kind, one.amount, one.why) for one in held.events]
    st.caption(t("clawback-happened"))
    st.markdown("\n".join(lines))


def _decide(ctx: Context, held: Clawback) -> None:
    """The next step, for whoever may take it."""
    if held.state == PROPOSED:
        _second(ctx, held)
    elif held.state == OBJECTED:
        _third(ctx, held)


def _second(ctx: Context, held: Clawback) -> None:
    t, number = ctx.t, held.clawback_id
    with st.container(horizontal=True):
        if held.made_by == ctx.actor.username:
            question = Question(f"clawback-withdraw-{number}", t("clawback-withdraw"), t("clawback-why"))
            ask(t, question, partial(clawing.withdraw, ctx.actor, ctx.db, number), t("clawback-withdrawn"))
            return
        st.button(
            t("clawback-approve"),
            type="primary",
            key=f"clawback-approve-{number}",
            on_click=partial(
                attempt, t, partial(clawing.approve, ctx.actor, ctx.db, number), t("clawback-approved")
            ),
        )
        question = Question(f"clawback-turn-down-{number}", t("clawback-turn-down"), t("clawback-why"))
        ask(t, question, partial(clawing.turn_down, ctx.actor, ctx.db, number), t("clawback-turned-down"))


def _third(ctx: Context, held: Clawback) -> None:
    t, number = ctx.t, held.clawback_id
    if not objecting.independent(ctx.actor, held):
        st.info(t("clawback-others-decide"))
        return
    share, why = f"clawback-share-{number}", f"clawback-decision-{number}"
    st.number_input(t("clawback-return"), 1, 100, 100, key=share)
    st.text_area(t("clawback-why"), key=why)
    state = st.session_state

    def uphold() -> None:
        objecting.uphold(ctx.actor, ctx.db, number, state[why], state[share] / 100)

    with st.container(horizontal=True):
        st.button(
            t("clawback-uphold"),
            type="primary",
            key=f"clawback-uphold-{number}",
            on_click=partial(attempt, t, uphold, t("clawback-upheld"), (why,)),
        )
        st.button(
            t("clawback-dismiss"),
            key=f"clawback-dismiss-{number}",
            on_click=partial(
                attempt,
                t,
                lambda: objecting.dismiss(ctx.actor, ctx.db, number, state[why]),
                t("clawback-dismissed"),
                (why,),
            ),
        )


def _open(ctx: Context) -> None:
    """The fields to open a clawback, with the checklist as it stands while they are filled in."""
    t = ctx.t
    people = {one.manager_id: one for one in clawing.recoverable(ctx.actor, ctx.db)}
    with page.card(t("clawback-open"), t("clawback-open-note")):
        if not people:
            st.caption(t("clawback-open-nobody"))
            return
        number = st.session_state.setdefault(_OPENED, 0)
        _form(ctx, people, f"clawback-new-{number}")


def _form(ctx: Context, people: Mapping[str, Recoverable], key: str) -> None:
    t = ctx.t
    left, right = st.columns(2)
    with left:
        who = pick(t("clawback-whom"), list(people), lambda one: _called(people[one], t), key=f"{key}-who")
    with right:
        periods = {period.code: period for period in people[who].periods}
        code = pick(
            t("period"), list(periods), lambda one: fmt.period(one, t.lang), key=f"{key}-{who}-period"
        )
    claim, files = _claim(ctx, who, key)
    found = clawing.preview(ctx.actor, ctx.db, who, periods[code], claim)
    claim = _on_paper(found, claim, key, t)
    found = clawing.preview(ctx.actor, ctx.db, who, periods[code], claim)
    _checklist(found.items, f"{key}-checklist", t)
    lacking = sum(not item.is_whole for item in found.items)
    st.markdown(t("clawback-comes-to", amount=fmt.yuan(found.amount), lacking=lacking))

    def open_() -> None:
        clawing.open_(ctx.actor, ctx.db, who, periods[code], claim, files)
        st.session_state[_OPENED] += 1

    st.button(
        t("clawback-open-do"),
        type="primary",
        key=f"{key}-do",
        on_click=partial(attempt, t, open_, t("clawback-opened")),
    )


def _called(one: Recoverable, t: Text) -> str:
    return f"{t.pick(one.name, one.name_en)} {one.manager_id}"


def _claim(ctx: Context, who: str, key: str) -> tuple[Claim, list[clawing.File]]:
    """What is said in the fields, and the files."""
    t = ctx.t
    matters = {
        ".".join(one.key): one
        for one in findings.register(ctx.actor, ctx.db)
        if one.manager_id == who and one.state in (findings.REDUCED, findings.CONFIRMED)
    }

    def matter(name: str) -> str:
        if name not in matters:
            return t("clawback-matter-none" if not matters else "clawback-matter-choose")
        one = matters[name]
        said = {"period": fmt.period(one.period, t.lang), "kind": t(f"kind-{one.kind}")}
        return t("clawback-matter", reason=one.reason, document=one.document or fmt.DASH, **said)

    chosen = pick(t("clawback-item-finding"), ["", *matters], matter, key=f"{key}-{who}-matter")
    left, right = st.columns(2)
    article = left.text_input(
        t("clawback-article"), placeholder=t("clawback-article-example"), key=f"{key}-article"
    )
    route = right.text_input(t("clawback-route"), placeholder=t("clawback-route-example"), key=f"{key}-route")
    ratio = left.number_input(t("clawback-ratio-field"), 0, 100, 0, key=f"{key}-ratio")
    ground = right.text_input(
        t("clawback-ground"), placeholder=t("clawback-ground-example"), key=f"{key}-ground"
    )
    evidence = left.text_input(
        t("clawback-evidence"), placeholder=t("clawback-evidence-example"), key=f"{key}-evidence"
    )
    given = right.file_uploader(
        t("appeal-files", most=filing.MOST_FILES, size=filing.LARGEST // 1024**2),
        type=[ending.removeprefix(".") for ending in filing.MEDIA],
        accept_multiple_files=True,
        max_upload_size=filing.LARGEST // 1024**2,
        key=f"{key}-files",
    )
    files = [(one.name, one.getvalue()) for one in given or ()]
    key_of = matters[chosen].key if chosen in matters else None
    claim = Claim(
        article=article,
        finding=key_of,
        evidence=evidence,
        files=len(files),
        ratio=ratio / 100,
        ground=ground,
        route=route,
    )
    return claim, files


def _on_paper(found: Preview, claim: Claim, key: str, t: Text) -> Claim:
    """Fields for the days that only paper knows, where the database knows none."""
    lacking = {item.name for item in found.items if item.missing == "on"}
    days = {
        item: st.date_input(t(f"clawback-paper-{item}"), None, key=f"{key}-{item}")
        for item in ("announced", "receipt")
        if item in lacking
    }
    return replace(claim, announced_on=days.get("announced"), signed_on=days.get("receipt"))
