"""One period on the desk: what is missing, moving it on, publishing, opening again, proving."""

from __future__ import annotations

import io
import tempfile
import zipfile
from collections.abc import Sequence
from pathlib import Path

import streamlit as st

from access.permissions import Action, allowed
from data import clock
from data.sealing.check import Checked
from data.stores.period_store import PUBLISHED
from documents.paper.found import sentence, table_name
from shell import problems
from shell.acting import Question, ask, attempt
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from views import before_after
from words import format as fmt
from words.text import literal
from workflow.results import proof, publishing
from workflow.results.completeness import PeriodData
from workflow.results.moves import PeriodMoves
from workflow.results.proving import anchors

NAMES_SHOWN = 8
HASH_SHOWN = 12


def periods(ctx: Context, found: Sequence[PeriodData]) -> str | None:
    """The last periods with their states; the one that was just opened, or None."""
    t = ctx.t
    with page.card(t("periods-card"), t("periods-card-note")):
        table = Table(
            [
                Column("period", t("period"), lambda p: fmt.period(p.period, ctx.lang), "strong"),
                Column("state", t("leaderboard-state"), lambda p: t(f"state-{p.state}")),
                Column("people", t("people"), lambda p: p.people, "number", decimals=0),
                Column("complete", t("periods-complete"), lambda p: 100 * p.complete, "number", decimals=1),
                Column(
                    "hash", t("periods-hash"), lambda p: p.sha256[:HASH_SHOWN] if p.sha256 else None, "muted"
                ),
            ],
            found,
            lambda p: p.code,
        )
        opened = table.show("periods", t("periods-card"), selectable=True)
        table.download("periods.xlsx", t)
    return opened


def heat(ctx: Context, found: Sequence[PeriodData]) -> None:
    """What is there of each indicator, period by period."""
    t = ctx.t
    codes = list(dict.fromkeys(code for p in found for code in p.shares))
    names = {i.code: t.name(i.name, i.code) for p in reversed(found) for i in p.scheme.indicators}
    with page.card(t("periods-heat"), t("periods-heat-note")):
        columns = [Column[str]("name", t("indicator"), lambda code: names.get(code, code), wrap=True)]
        columns += [_complete(p) for p in reversed(found)]
        table = Table(columns, codes, str)
        table.show("periods-heat", t("periods-heat"))
        table.download("completeness.xlsx", t)


def _complete(p: PeriodData) -> Column[str]:
    """How complete each indicator is in a period, in percent."""

    def share(code: str) -> float | None:
        return 100 * p.shares[code] if code in p.shares else None

    return Column(p.code, p.code[2:], share, "heat", middle=95, reach=10)


def one(ctx: Context, chosen: PeriodData) -> None:
    """What is missing in a period and from whom, and what can be done with it."""
    t = ctx.t
    with page.card(
        t("period-title", period=fmt.period(chosen.period, ctx.lang), state=t(f"state-{chosen.state}")),
        t("period-note"),
    ):
        st.markdown(" › ".join(_step(s, chosen.state, ctx) for s in publishing.STEPS))
        _missing(ctx, chosen)
        _refused(ctx, chosen)
        if allowed(ctx.actor, Action.VIEW_BRANCH):
            _other_facts(ctx, chosen)
        if allowed(ctx.actor, Action.PUBLISH):
            _actions(ctx, chosen)
        _results(ctx, chosen)
        for event in reversed(publishing.history(ctx.actor, ctx.db, chosen.period)):
            who = ctx.names.get(event.by, event.by)
            st.caption(
                f"{event.at:%Y-%m-%d %H:%M} {t(f'state-{event.state}')} · {literal(f'{who} {event.why}')}"
            )


def _step(state: str, now: str, ctx: Context) -> str:
    word = ctx.t(f"state-{state}")
    return f"**{word}**" if state == now else word


def _refused(ctx: Context, chosen: PeriodData) -> None:
    """Values that are there but cannot be scored, to those who may see figures."""
    may = any(allowed(ctx.actor, action) for action in (Action.VIEW_BRANCH, Action.IMPORT))
    if not chosen.refused or not may:
        return
    lines = [f"- {literal(ctx.t.fault(cell.fault))}" for cell in chosen.refused[:NAMES_SHOWN]]
    st.warning(ctx.t("period-refused", count=len(chosen.refused)) + "\n\n" + "\n".join(lines))


def _missing(ctx: Context, chosen: PeriodData) -> None:
    t = ctx.t
    names = {i.code: t.name(i.name, i.code) for i in chosen.scheme.indicators}
    if not chosen.missing and not chosen.without:
        st.markdown(t("period-complete"))
        return
    lines = []
    if chosen.without:
        everybody = t("list-joint").join(literal(t.pick(p.name, p.name_en)) for p in chosen.without)
        lines.append(f"- **{t('period-without', count=len(chosen.without))}**{t('colon')}{everybody}")
    for code, people in sorted(chosen.missing.items(), key=lambda item: -len(item[1])):
        shown = t("list-joint").join(literal(t.pick(p.name, p.name_en)) for p in people[:NAMES_SHOWN])
        more = t("period-more", count=len(people) - NAMES_SHOWN) if len(people) > NAMES_SHOWN else ""
        name = literal(names.get(code, code))
        lines.append(f"- **{name}** {t('people-count', people=len(people))}{t('colon')}{shown}{more}")
    st.markdown(t("period-missing") + "\n" + "\n".join(lines))


def _other_facts(ctx: Context, chosen: PeriodData) -> None:
    """What corrections since would change, and the results on the facts of an earlier day."""
    t = ctx.t
    with problems.standing(ctx):
        pending = publishing.differences(ctx.actor, ctx.db, chosen.period) if chosen.sha256 else None
        if pending and pending.moves:
            st.warning(t("period-pending", people=len(pending.moves)))
            _differences(ctx, pending, "period-pending")
    with st.expander(t("period-as-of")):
        day = st.date_input(t("period-as-of-day"), value=None, max_value=clock.today(), key="period-as-of")
        if day is None:
            return
        with problems.standing(ctx):
            found = publishing.differences(ctx.actor, ctx.db, chosen.period, day)
            st.markdown(t("period-as-of-found", people=len(found.moves)))
            _differences(ctx, found, "period-as-of")


def _differences(ctx: Context, found: PeriodMoves, key: str) -> None:
    t = ctx.t
    if not found.moves:
        return
    table = before_after.differences([found], t, t("period-shown"), t("period-other"))
    table.show(key, t("period-other"))
    table.download(f"{key}.xlsx", t)


def _actions(ctx: Context, chosen: PeriodData) -> None:
    t, period = ctx.t, chosen.period
    with st.container(horizontal=True):
        if chosen.state in PUBLISHED:
            ask(
                t,
                Question(f"reopen-{period}", t("period-reopen"), t("period-reopen-label")),
                lambda why: publishing.reopen(ctx.actor, ctx.db, period, why),
                t("period-reopened"),
            )
        else:
            st.button(
                t("period-publish"),
                type="primary",
                key="period-publish",
                on_click=attempt,
                args=(t, lambda: publishing.publish(ctx.actor, ctx.db, period), t("period-published")),
            )
        following = publishing.STEPS[publishing.STEPS.index(chosen.state) + 1 :][:1]
        if following and following[0] != PUBLISHED[0]:
            st.button(
                t("period-next", state=t(f"state-{following[0]}")),
                key="period-next",
                on_click=attempt,
                args=(
                    t,
                    lambda: publishing.advance(ctx.actor, ctx.db, period, following[0]),
                    t("period-moved"),
                ),
            )


def _results(ctx: Context, chosen: PeriodData) -> None:
    """What was published, and the package to prove it elsewhere."""
    t = ctx.t
    found = publishing.results(ctx.actor, ctx.db, chosen.period)
    known = ctx.names
    for row in reversed(found):
        at, by = f"{clock.local(row.frozen_at):%Y-%m-%d %H:%M}", known.get(row.frozen_by, row.frozen_by)
        st.markdown(t("period-result", sheet=row.sheet_id, at=at, by=literal(by), version=row.scheme_version))
        if row.appeal_id is not None:
            st.caption(t("period-result-appeal", number=row.appeal_id))
        st.caption(row.sha256)
    if not found or not allowed(ctx.actor, Action.EXPORT_PERIOD):
        return

    def package() -> bytes:
        buffer = io.BytesIO()
        with (
            tempfile.TemporaryDirectory() as folder,
            zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as out,
        ):
            made = proof.export_period(ctx.actor, ctx.db, chosen.period, Path(folder) / chosen.code)
            for path in sorted(made.iterdir()):
                out.write(path, f"{chosen.period}/{path.name}")
        return buffer.getvalue()

    st.download_button(
        t("period-package"),
        data=package,
        file_name=f"period-{chosen.period}.zip",
        on_click="ignore",
        icon=":material/download:",
        key="period-package",
    )


def prove(ctx: Context) -> None:
    """Recompute everything that was published, and compare every row with its seal; the anchor to keep."""
    t = ctx.t
    with page.card(t("verify-title"), t("verify-note")):
        if anchor := anchors.head(ctx.actor, ctx.db):
            st.caption(t("anchor-now", number=anchor.number, day=anchor.day or ""))
            st.code(f"{anchor.number}:{anchor.sha256}", language=None, wrap_lines=True)
        if not st.button(t("verify-do"), key="verify"):
            return
        bar = st.progress(0.0, t("verify-running"))

        def tell(checked: Checked) -> None:
            if checked.table:
                told = t("verify-at", table=table_name(t, checked.table), done=checked.done, of=checked.of)
                bar.progress(checked.done / max(1, checked.of), told)

        found = proof.verify(ctx.actor, ctx.db, tell=tell)
        bar.empty()
        if found.clean:
            st.success(t("cli-verified", periods=found.periods, results=found.results))
        for difference in found.differences:
            st.error(literal(sentence(t, difference)))
