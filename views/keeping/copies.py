"""The copies that there are, one made now, and why the last one failed."""

from __future__ import annotations

from collections.abc import Sequence

import streamlit as st

from data import clock
from scoring.errors import SteelyardError
from shell.acting import attempt
from shell.context import Context
from ui.tables import Column, Table
from words.text import literal
from workflow.keeping import backups
from workflow.keeping.backups import Copy, Plan


def sentence(ctx: Context, found: Sequence[Copy], held: Plan) -> str:
    """When the newest copy was made, and when the next one is."""
    t = ctx.t
    said = t("keeping-none") if not found else t("keeping-newest", made=f"{found[0].made_at:%Y-%m-%d %H:%M}")
    key = "backup-plan-on" if held.on else "backup-plan-off"
    return said + t("sentence-joint") + t(key, at=held.at, keep=held.keep, days=held.days)


def warn(ctx: Context) -> None:
    """Why the last copy that was tried could not be made."""
    failed = backups.failure(ctx.actor, ctx.db)
    if failed is not None:
        why = ctx.t.error(SteelyardError(failed.key, **failed.params))
        at = f"{clock.local(failed.at):%Y-%m-%d %H:%M}"
        st.error(ctx.t("keeping-failed", at=at, why=literal(why)))


def listed(ctx: Context, found: Sequence[Copy]) -> None:
    """Every copy with its size, what it was made for and whether proving it gave differences."""
    t = ctx.t
    if not found:
        st.info(t("keeping-empty"))
        return
    table = Table(
        [
            Column[Copy]("made", t("keeping-made"), lambda c: f"{c.made_at:%Y-%m-%d %H:%M}", "strong"),
            Column("why", t("keeping-why"), lambda c: t(f"backup-why-{c.why or 'unknown'}")),
            Column("size", t("keeping-size"), lambda c: c.size / 1e6, "number", decimals=1),
            Column(
                "entry", t("keeping-entry"), lambda c: None if c.entry is None else str(c.entry), right=True
            ),
            Column("state", t("keeping-state"), lambda c: t(f"backup-state-{_state(c)}")),
            Column("file", t("keeping-file"), lambda c: str(c.file), "muted", wrap=True),
        ],
        found,
        lambda c: c.file.name,
    )
    table.show("keeping-copies", t("keeping-copies"))


def make(ctx: Context) -> None:
    """A button that makes a copy now."""
    t = ctx.t
    st.button(
        t("keeping-make"),
        key="keeping-make",
        type="primary",
        on_click=attempt,
        args=(t, lambda: backups.make(ctx.actor, ctx.db), t("keeping-made-now")),
    )


def _state(copy: Copy) -> str:
    if copy.differences is None:
        return "unknown"
    return "differs" if copy.differences else "good"
