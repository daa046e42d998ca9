"""One appeal: what it is about as it was copied, what happened since, its files."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import streamlit as st

from access import accounts
from shell import attachments
from shell.context import Context
from ui import page
from ui.tables import Column, Table
from views.appeals import words
from words import format as fmt
from words.text import literal
from workflow.appeals import figures, standing
from workflow.appeals.standing import Appeal

_Row = tuple[str, str]


def show(ctx: Context, held: Appeal) -> None:
    """The appeal as everybody sees it who may see it at all."""
    t = ctx.t
    with page.card(words.title(held, t), _standing(ctx, held)):
        left, right = st.columns(2)
        with left:
            table = Table(
                [
                    Column("what", t("appeal-copied-what"), lambda row: row[0], "muted"),
                    Column("value", t("appeal-copied-value"), lambda row: row[1], wrap=True, strong=True),
                ],
                copied(ctx, held),
                lambda row: row[0],
            )
            table.show(f"appeal-copied-{held.appeal_id}", t("appeal-copied"))
        with right:
            _happened(ctx, held)
        _files(ctx, held)


def _standing(ctx: Context, held: Appeal) -> str:
    t, end = ctx.t, held.end
    if end is not None:
        by = _who(ctx, held, end.by)
        return t(f"appeal-ended-{end.kind}", by=by, on=f"{end.at:%Y-%m-%d}", why=literal(_why(held)))
    days = standing.days_left(ctx.actor, ctx.db, held)
    late = "late" if days < 0 else "left"
    reviewer = _who(ctx, held, held.reviewer) if held.reviewer else ""
    said = t(f"appeal-now-{held.state}", reviewer=reviewer)
    return said + t(f"appeal-days-{late}", days=abs(days), until=held.decide_by.isoformat())


def _why(held: Appeal) -> str:
    """The reason of the decision: of a granted one that of the proposal."""
    end, proposal = held.end, held.proposal
    if end is not None and end.kind == standing.GRANTED and proposal is not None:
        return proposal.why
    return "" if end is None else end.why


def copied(ctx: Context, held: Appeal) -> list[_Row]:
    """What was copied beside the appeal when it was filed."""
    t = ctx.t
    row: Mapping[str, Any] = held.copied["row"]
    rule: Mapping[str, Any] = held.copied.get("rule", {})
    unit = row.get("unit", "")
    found = [
        (t("appeal-row-kind"), t(f"appeal-kind-{held.kind}")),
        (t("appeal-row-about"), words.about(held, t)),
    ]
    if held.subject != figures.RESULT:
        found.append((t("appeal-row-value"), words.amount(row.get("value"), unit, t)))
    if held.wanted is not None:
        found.append((t("appeal-row-wanted"), words.amount(held.wanted, unit, t)))
    if row.get("batch"):
        by, approved = (t.term(accounts.called(ctx.db, row[name])) for name in ("by", "approved_by"))
        where = {"batch": row["batch"], "file": row["file"], "by": by, "approved": approved}
        found.append((t("appeal-row-batch"), t("appeal-row-batch-said", at=row["at"], **where)))
    if rule:
        version = {"scheme": rule["scheme"], "version": rule["version"], "sha": rule["sheet_sha256"][:12]}
        found.append((t("appeal-row-rule"), t("appeal-row-rule-said", **version)))
    for side, result in held.copied.get("result", {}).items():
        total = fmt.DASH if result["total"] is None else fmt.number(result["total"])
        rank = fmt.DASH if result["rank"] is None else f"{result['rank']:.0f}"
        said = t("appeal-row-result", total=total, rank=rank, grade=result["grade"] or fmt.DASH)
        found.append((t(f"appeal-row-{side}"), said))
    found.append((t("appeal-row-says"), held.says))
    return found


def _happened(ctx: Context, held: Appeal) -> None:
    """What happened, oldest first."""
    t = ctx.t
    lines = [f"{held.filed_at:%Y-%m-%d %H:%M} {_who(ctx, held, held.filed_by)} {t('appeal-event-filed')}"]
    for event in held.events:
        detail = event.detail or {}
        more = {"reviewer": _who(ctx, held, str(detail.get("reviewer", "")))}
        said = t(f"appeal-event-{event.kind}", **more)
        why = f"{t('colon')}{literal(event.why)}" if event.why else ""
        lines.append(f"{event.at:%Y-%m-%d %H:%M} {_who(ctx, held, event.by)} {said}{why}")
    st.caption(t("appeal-happened"))
    st.markdown("\n".join(f"- :small[{line}]" for line in lines))


def _who(ctx: Context, held: Appeal, username: str) -> str:
    """What somebody is called who had to do with an appeal: the person, or one of the staff."""
    if username == held.filed_by:
        return literal(ctx.t.pick(held.name, held.name_en))
    return literal(ctx.t.term(accounts.called(ctx.db, username)))


def _files(ctx: Context, held: Appeal) -> None:
    """The files that were added, each handed out to whoever is signed in and may read it."""
    found = standing.attachments(ctx.actor, ctx.db, held.appeal_id)
    if found:
        links = [
            f"[{literal(one.name)}]({attachments.address(one.attachment_id)})"
            f" :gray[{one.size // 1024 + 1} KB]"
            for one in found
        ]
        st.markdown(f"{ctx.t('appeal-attached')}{ctx.t('colon')}" + " · ".join(links))
