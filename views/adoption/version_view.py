"""One version on the page: what it did to everybody when it was tried, its life, what the staff says."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import streamlit as st

from access.permissions import Action, allowed
from data import clock
from documents import decision_memo, phrases, scheme_changes
from documents.clauses import regulation
from scoring.periods import Period, parse_period
from shell.context import Context
from ui import page
from ui.choice import pick
from ui.tables import Column, Table
from views import before_after, costs
from words import format as fmt
from words.text import Text, literal
from workflow import schemes
from workflow.adoption import gate, impact
from workflow.adoption.outcome import Outcome
from workflow.errors import WorkflowError
from workflow.results import scores
from workflow.schemes import SchemeInfo
from workflow.weighing.cost import BY, By, KeptCost

SHOWN = 12


def label(info: SchemeInfo, t: Text) -> str:
    """A version's name."""
    return f"{t.name(info.scheme.name, info.scheme.code)} v{info.scheme.version}"


def versions(ctx: Context, stored: Sequence[SchemeInfo]) -> str | None:
    """Every version, newest first; the id of the one that was just opened, or None."""
    t, known = ctx.t, ctx.names
    with page.card(t("schemes-versions"), t("schemes-versions-note")):
        return Table(
            [
                Column("name", t("schemes-version"), lambda i: label(i, t), "strong"),
                Column("status", t("schemes-status"), lambda i: t(f"scheme-status-{i.status}")),
                Column("from", t("schemes-from"), lambda i: _period(i.effective_from, ctx)),
                Column("authorised", t("schemes-authorisation"), _authorisation),
                Column("by", t("schemes-by"), lambda i: known.get(i.created_by, i.created_by), "muted"),
                Column("day", t("schemes-at"), lambda i: f"{clock.local(i.created_at):%Y-%m-%d}", "muted"),
                Column("note", t("schemes-note"), lambda i: i.note or None, wrap=True),
            ],
            list(reversed(stored)),
            lambda i: i.key,
        ).show("versions", t("schemes-versions"), selectable=True)


def _period(period: Period | str | None, ctx: Context) -> str | None:
    return fmt.period(period, ctx.lang) if period else None


def _authorisation(info: SchemeInfo) -> str | None:
    """What counts for the version: until it is adopted, only what was recorded for it."""
    leave = info.scheme.authorisation if info.adopted else info.authorised
    return leave.reference if leave else None


def difference(ctx: Context, stored: Sequence[SchemeInfo], chosen: SchemeInfo) -> None:
    """What the chosen version changes against another, in plain words."""
    t = ctx.t
    others = {i.key: i for i in stored if i.reference != chosen.reference}
    if not others:
        return
    base = impact.replaced(ctx.actor, ctx.db, chosen, chosen.effective_from)
    wanted = base.key if base else str(chosen.origin)
    order = list(others)
    with page.card(t("schemes-difference", version=literal(label(chosen, t))), t("schemes-difference-note")):
        old = others[
            pick(
                t("schemes-old"),
                order,
                lambda key: label(others[key], t),
                key=f"diff-{chosen.key}",
                address="against",
                default=wanted if wanted in others else order[-1],
            )
        ]
        changes = schemes.difference(old.scheme, chosen.scheme)
        lines = scheme_changes.sentences(old.scheme, chosen.scheme, changes, t)
        st.markdown("\n".join(f"- {line}" for line in lines) or t("schemes-same"))


def articles(ctx: Context, info: SchemeInfo) -> None:
    """The version as a regulation, where the checks refer to."""
    with st.expander(ctx.t("schemes-articles")):
        for chapter in regulation(info.scheme, ctx.t).chapters:
            st.markdown(f"**{literal(chapter.heading(ctx.t))}**")
            for article in chapter.articles:
                st.markdown(literal(article.line(ctx.t)))


def effect(ctx: Context, info: SchemeInfo) -> None:
    """The impact run that is kept with a version: everybody before and after, as it was when it ran."""
    t, kept = ctx.t, gate.decided_on(ctx.actor, ctx.db, info)
    if kept is None:
        return
    if not allowed(ctx.actor, Action.VIEW_BRANCH):
        _own_effect(ctx, info, kept)
        return
    out = kept.outcome
    base = f"v{kept.base[1]}"
    when = f"{clock.local(kept.ran_at):%Y-%m-%d %H:%M}"
    who = ctx.names.get(kept.ran_by, kept.ran_by)
    with page.card(
        t("impact-title", run=kept.run_id, moved=out.moved, far=out.moved_far),
        t("impact-note", base=base, periods=len(out.periods), at=when, by=literal(who)),
    ):
        st.markdown(_mix(out, t))
        headings = (
            t("impact-before", base=base),
            t("impact-after", version=info.scheme.version),
            t("lab-delta-short"),
        )
        names = _names(ctx, out)
        table = before_after.ranking(out.people, names, t, *headings)
        everybody = len(table.rows) <= SHOWN or st.toggle(
            t("impact-everybody", people=len(table.rows)), key="impact-everybody"
        )
        shown = table if everybody else before_after.farthest(table, SHOWN)
        shown.show("impact-people", t("impact-people"))
        table.download("impact-run.xlsx", t)
        if out.cost is not None:
            _cost(out.cost, t)
        _memo(ctx, info, names)
        st.caption(t("impact-hash", data=kept.data_sha256, scheme=kept.scheme_sha256, engine=kept.engine))


def _cost(found: KeptCost, t: Text) -> None:
    """What it pays in the last period, by group."""
    picked = pick(t("cost-by"), BY, lambda one: t(f"cost-by-{one}"), key="impact-cost", kind="segments")
    by: By = next(one for one in BY if one == picked)
    groups = found.groups[by]
    names = {one.name: phrases.group(one.name, by, found.teams, t) for one in groups if one.name is not None}
    table = costs.groups(groups, names, t(f"cost-by-{by}"), t)
    table.show("impact-cost-groups", t("cost-memo"))


def _memo(ctx: Context, info: SchemeInfo, names: Mapping[str, str]) -> None:
    """The decision as a Word file, made when it is asked for."""
    st.download_button(
        ctx.t("memo-download"),
        data=lambda: decision_memo.decision(*(ctx.actor, ctx.db, ctx.t, info, names), demo=ctx.branch.demo),
        file_name=f"memo-{info.scheme.code}-v{info.scheme.version}.docx",
        on_click="ignore",
        key="version-memo",
        icon=":material/description:",
    )


def _own_effect(ctx: Context, info: SchemeInfo, kept: impact.ImpactRun) -> None:
    """What the run says about the person who reads, and nobody else."""
    mine = impact.on_person(ctx.actor, ctx.db, kept, ctx.actor.manager_id) if ctx.actor.manager_id else None
    if mine is None:
        return
    t, period = ctx.t, fmt.period(kept.outcome.periods[-1], ctx.lang)
    with page.card(t("impact-own"), t("impact-own-note", version=info.scheme.version, period=period)):
        was = t("impact-was", grade=mine.before_grade or fmt.DASH)
        page.strip(
            [
                page.Figure(t("scorecard-score"), fmt.number(mine.after_total), mine.change),
                page.Figure(t("rank"), fmt.number(mine.after_rank, 0), mine.places, decimals=0),
                page.Figure(t("grade"), mine.after_grade or fmt.DASH, note=was),
            ]
        )


def _mix(out: Outcome, t: Text) -> str:
    before, after = out.grades
    grades = t("list-joint").join(
        f"{literal(name)} {before[name]} → {after[name]}" for name in before if before[name] != after[name]
    )
    words = [t("impact-grades", grades=grades) if grades else t("impact-grades-same")]
    if out.cost is None and (pool := phrases.pool(out.pool, t)):
        words.append(pool)
    said = t("clause-joint").join(words)
    return said if out.cost is None else f"{said}\n\n{phrases.cost_sentence(out.cost, out.periods, t)}"


def _names(ctx: Context, out: Outcome) -> dict[str, str]:
    """What people are called: as the run has it, else as today, else by their id."""
    if out.names:
        return {who: ctx.t.pick(*both) for who, both in out.names.items()}
    found = {m.manager_id: m.manager_id for m in out.people}
    try:
        sheet = scores.period_sheet(ctx.actor, ctx.db, parse_period(out.periods[-1]))
    except WorkflowError:
        return found
    return found | {p.manager_id: ctx.t.pick(p.name, p.name_en) for p in sheet.people}


def life(ctx: Context, info: SchemeInfo) -> None:
    """What happened to a version, who did it, and why."""
    t, known = ctx.t, ctx.names
    events = gate.life(ctx.actor, ctx.db, info)
    with page.card(t("life-title", count=len(events)), t("life-note")):
        Table(
            [
                Column("at", t("life-at"), lambda row: f"{clock.local(row[1].at):%Y-%m-%d %H:%M}", "muted"),
                Column("what", t("life-what"), lambda row: _what(row[1], ctx), "strong", wrap=True),
                Column("who", t("life-who"), lambda row: known.get(row[1].by, row[1].by)),
                Column("why", t("life-why"), lambda row: row[1].why or None, wrap=True),
            ],
            list(enumerate(reversed(events))),
            lambda row: str(row[0]),
        ).show("life", t("life-what"))


def _what(event: gate.LifeEvent, ctx: Context) -> str:
    words = {"period": _period(event.effective_from, ctx) or "", "rule": "", "reference": "", "run": ""} | {
        name: str(value) for name, value in event.detail.items() if name in ("rule", "reference", "run")
    }
    # Votes on a version that replaces none have no run to rest on.
    plain = event.kind in ("approved", "objected") and event.detail.get("run") is None
    return ctx.t(f"life-{event.kind}-plain" if plain else f"life-{event.kind}", **words)
