"""The sketch on the screen: what it says, saving each change, steps back and forth, others' changes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import streamlit as st

from documents.clauses.names import PAY
from scoring.errors import SteelyardError
from scoring.scheme import document
from scoring.scheme.document import Document, Path
from scoring.scheme.parts import SECTION
from shell.context import Context
from words.text import literal
from workflow.drafting import sketches, starts, trial
from workflow.drafting.sketches import Sketch

ADDRESS = "sketch"
"""The name in the address under which the sketch stands, so that a reload finds it again."""
WAS = "-was"
"""Behind a field's name: what was saved when it was drawn last, in the session's state."""
_REFUSED, _SAID = "editor-refused", "editor-said"


@dataclass(frozen=True)
class Refused:
    """A change that was not saved as somebody else had saved meanwhile: its text, and what was said."""

    sketch_id: int
    text: str
    problem: SteelyardError


@dataclass(frozen=True)
class Desk:
    """The sketch as this tab saw it last. What is done to it is done to the state that the person saw."""

    ctx: Context
    sketch: Sketch

    @cached_property
    def table(self) -> Document:
        """The scheme file as the table that it is."""
        return document.read(self.sketch.toml)

    @cached_property
    def checked(self) -> trial.Checked:
        """What the check says about it."""
        return trial.checked(self.ctx.actor, self.ctx.db, self.sketch.toml)

    @cached_property
    def names(self) -> dict[str, str]:
        """What every code is called: of the library, of the scheme's own indicators and derived measures."""
        t = self.ctx.t
        found = {
            line.code: t.pick(line.name, line.name_en) for line in starts.library(self.ctx.actor, self.ctx.db)
        }
        for kind in ("indicator", "derived"):
            for entry in document.tables(self.table, kind):
                if code := str(entry.get("code", "")):
                    found[code] = called(entry, self.ctx)
        return found

    @cached_property
    def all_names(self) -> dict[str, str]:
        """The same with sections, as "section:CODE", and lines of pay, as "pay:CODE", which expressions read
        by a function only."""
        kinds = (("section", SECTION), ("pay", PAY))
        return self.names | {
            before + str(entry.get("code", "")): called(entry, self.ctx)
            for kind, before in kinds
            for entry in document.tables(self.table, kind)
        }

    def key(self, path: Path, more: str = "") -> str:
        """The name of the field for what stands at a path."""
        return "-".join(map(str, ("editor", self.sketch.sketch_id, *path, more))).rstrip("-")

    def put(self, path: Path, value: object) -> None:
        """Save another value at a path; None takes it away."""
        self.edit(lambda table: document.put(table, path, value))

    def change(self, path: Path, to: Callable[[Any], object]) -> None:
        """Save what `to` makes of the value at a path as it is saved: what this desk was drawn with may be
        older than what was typed into another field meanwhile."""
        self.edit(lambda table: document.put(table, path, to(document.at(table, path))))

    def edit(self, change: Callable[[Document], Document]) -> None:
        """Save a change of what this tab saw last, which may be later than what this desk holds."""
        seen = held(self.sketch)
        self.write(seen, document.write(change(document.read(seen.toml))))

    def write(self, seen: Sketch, text: str, *, over: bool = False) -> None:
        """Save a text in the place of the state `seen`; what is refused is kept for the person to decide."""
        actor, db = self.ctx.actor, self.ctx.db
        try:
            keep(sketches.save(actor, db, seen.sketch_id, seen.counter, text, over=over))
        except SteelyardError as problem:
            st.session_state[_REFUSED] = Refused(seen.sketch_id, text, problem)

    def step(self, *, back: bool) -> None:
        """One step back or forth."""
        seen, move = held(self.sketch), sketches.undo if back else sketches.redo
        try:
            keep(move(self.ctx.actor, self.ctx.db, seen.sketch_id, seen.counter))
        except SteelyardError as problem:
            st.session_state[_SAID] = problem


def called(entry: Document, ctx: Context) -> str:
    """What an entry of a scheme file calls itself; its code where it has no name."""
    name = entry.get("name")
    names = {"zh": name, "en": name} if isinstance(name, str) else name if isinstance(name, dict) else {}
    return ctx.t.name(names, str(entry.get("code", "")))


def held(sketch: Sketch) -> Sketch:
    """The state of a sketch that this tab saw last."""
    found: Sketch = st.session_state.get(f"editor-held-{sketch.sketch_id}", sketch)
    return found


def keep(sketch: Sketch) -> None:
    """Remember a state as the one that this tab saw last."""
    st.session_state[f"editor-held-{sketch.sketch_id}"] = sketch


def opened(ctx: Context, sketch_id: int) -> Desk:
    """The sketch as it stands, with what another person has done to it since this tab saw it.

    Raises
    ------
    WorkflowError : there is none of that number.
    """
    sketch = sketches.sketch(ctx.actor, ctx.db, sketch_id)
    before = held(sketch)
    keep(sketch)
    _meanwhile(ctx, before, sketch)
    return Desk(ctx, sketch)


def _meanwhile(ctx: Context, before: Sketch, now: Sketch) -> None:
    """Tell what somebody else saved, and let the person choose where both changed the same state."""
    t, by = ctx.t, literal(ctx.names.get(now.saved_by, now.saved_by))
    refused: Refused | None = st.session_state.get(_REFUSED)
    if refused is not None and refused.sketch_id == now.sketch_id:
        at = f"{now.saved_at:%H:%M}"
        with st.container(border=True):
            st.warning(t("editor-conflict", by=by, at=at), icon=":material/group:")
            with st.container(horizontal=True):
                st.button(
                    t("editor-conflict-mine"),
                    key="editor-over",
                    on_click=_over,
                    args=(ctx, now, refused.text),
                )
                st.button(t("editor-conflict-theirs", by=by), key="editor-theirs", on_click=_theirs)
    elif before.counter < now.counter and now.saved_by != ctx.actor.username:
        st.info(t("editor-meanwhile", by=by, at=f"{now.saved_at:%H:%M}"), icon=":material/group:")
    problem: SteelyardError | None = st.session_state.pop(_SAID, None)
    if problem is not None:
        st.error(literal(t.error(problem)))


def _over(ctx: Context, now: Sketch, text: str) -> None:
    _theirs()
    Desk(ctx, now).write(now, text, over=True)


def _theirs() -> None:
    st.session_state.pop(_REFUSED, None)
    for key in [k for k in st.session_state if str(k).startswith("editor-") and str(k).endswith(WAS)]:
        del st.session_state[key]  # Every field shows again what is saved.


def steps(desk: Desk) -> None:
    """The buttons for a step back and forth, and when it was saved."""
    t, sketch = desk.ctx.t, desk.sketch
    by = desk.ctx.names.get(sketch.saved_by, sketch.saved_by)
    with st.container(horizontal=True, vertical_alignment="center", gap="xsmall"):
        for word, icon, to, back in (
            ("editor-undo", "undo", sketch.undo_to, True),
            ("editor-redo", "redo", sketch.redo_to, False),
        ):
            st.button(
                t(word),
                key=word,
                icon=f":material/{icon}:",
                on_click=desk.step,
                kwargs={"back": back},
                disabled=to is None,
            )
        st.caption(t("editor-saved", by=literal(by), at=f"{sketch.saved_at:%Y-%m-%d %H:%M}"))
