"""Reviews that somebody is asked for: the list, and the form of one of them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

import streamlit as st

from data import clock
from shell import context
from shell.acting import attempt, box, said
from shell.context import Context
from ui import address_line, page
from ui.choice import hold, keep
from ui.tables import Column, Table
from words.text import Text, literal
from workflow.reviews import answering
from workflow.reviews.answering import Task
from workflow.reviews.forms import LONGEST_COMMENT, Item

CANNOT = 0
"""Stands for "cannot judge" among the levels 1 to 5."""
SAVED = "review-saved"
"""Where it is said that a review was saved: beside the button."""
_OPENED = "review-opened"
_ROWS, _HEIGHT = 8, 320


def waiting(tasks: Sequence[Task]) -> list[Task]:
    """The reviews that can still be handed in, the most urgent first."""
    return sorted((task for task in tasks if not task.done and task.open), key=lambda task: task.due)


def sentence(tasks: Sequence[Task], t: Text) -> str:
    """What is left to do, and by when."""
    left = waiting(tasks)
    if not tasks:
        return t("giving-none")
    if not left:
        done = sum(task.done for task in tasks)
        missed = sum(task.due < clock.today() and not task.done for task in tasks)
        return t("giving-over" if missed else "giving-all-done", count=done, missed=missed)
    days = (left[0].due - clock.today()).days
    return t("giving-left", count=len(left), due=left[0].due.isoformat(), days=days)


def tasks_table(ctx: Context, tasks: Sequence[Task]) -> Task:
    """Everybody to be reviewed, with what is done; the one whose row was opened last."""
    t, known = ctx.t, {str(task.assignment_id): task for task in tasks}
    order = [*waiting(tasks), *(task for task in tasks if task.done or not task.open)]
    columns: list[Column[Task]] = [
        Column("name", t("giving-whom"), lambda task: whom(task, ctx), "strong"),
        Column("state", t("giving-state"), lambda task: t(f"giving-state-{state(task)}"), wrap=True),
    ]
    if len({task.due for task in tasks}) > 1:
        columns.append(Column("due", t("giving-due"), lambda task: task.due.isoformat(), "muted"))
    title = t("giving-tasks", done=sum(task.done for task in tasks), all=len(tasks))
    # The form stands below on a telephone, and is to be reached without passing everybody.
    height: Any = _HEIGHT if len(order) > _ROWS else "content"
    with page.card(title, t("giving-tasks-note")), st.container(height=height, border=False):
        table = Table(columns, order, lambda task: str(task.assignment_id))
        opened = table.show("giving-tasks", title, selectable=True)
    number = hold(
        t("giving-whom"),
        list(known),
        lambda number: whom(known[number], ctx),
        key=_OPENED,
        address="review",
        default=str(order[0].assignment_id),
        opened=opened,
    )
    return known[number]


def whom(task: Task, ctx: Context) -> str:
    """Who is reviewed; "myself" where it is oneself."""
    t = ctx.t
    return t("giving-myself") if task.group == "self" else t.pick(task.ratee, task.ratee_en)


def state(task: Task) -> str:
    """What has become of a review so far: a word of ``giving-state-…``."""
    if task.done:
        return "done"
    if not task.open:
        return "missed"
    if task.saved:
        return "saved"
    return "reminded" if task.reminded else "open"


def form(ctx: Context, task: Task, tasks: Sequence[Task]) -> None:
    """The review itself; one that is handed in or too late says so."""
    t, name = ctx.t, literal(whom(task, ctx))
    title = name if task.group == "self" else t("giving-form", name=name)
    with page.card(title, t("giving-form-note", campaign=literal(task.campaign))):
        if task.done or not task.open:
            st.info(t(f"giving-closed-{state(task)}"))
            return
        _promise(task, t)
        held = answering.form(ctx.actor, ctx.db, task.assignment_id)
        for item in held.items:
            chosen = CANNOT if item.code in held.cannot else held.answers.get(item.code)
            st.session_state.setdefault(_key(task, item), chosen)
            st.session_state.setdefault(_key(task, item, "comment"), held.comments.get(item.code, ""))

        @st.fragment
        def fill() -> None:
            context.in_fragment()
            for item in held.items:
                _ask(task, item, t)
            _send(ctx, task, tasks, held.items)

        fill()


def _promise(task: Task, t: Text) -> None:
    """What becomes of the answers, and who sees them."""
    if task.confidential_only:
        st.warning(t("giving-confidential"), icon=":material/shield_person:")
    else:
        st.info(t(f"giving-promise-{task.group}"), icon=":material/shield_person:")
    if task.group != "self":
        st.caption(t("giving-comments"))


def _key(task: Task, item: Item, of: str = "level") -> str:
    return f"review-{task.assignment_id}-{item.code}-{of}"


def _ask(task: Task, item: Item, t: Text) -> None:
    """One item: its question, its levels as behaviour that can be seen, room for a comment."""
    key = _key(task, item)
    levels = {k: f"**{k}** {literal(t.name(anchor))}" for k, anchor in enumerate(item.anchors, 1)}
    words = levels | {CANNOT: t("giving-cannot")}
    keep(key, words)
    with st.container(gap="xxsmall"):
        st.subheader(literal(t.name(item.name)), anchor=False)
        st.radio(
            literal(t.name(item.question)),
            list(words),
            index=None,
            format_func=words.__getitem__,
            key=key,
            persist_state="session",
        )
        st.text_area(
            t("giving-comment"),
            key=_key(task, item, "comment"),
            height=68,
            max_chars=LONGEST_COMMENT,
            persist_state="session",
        )


def _send(ctx: Context, task: Task, tasks: Sequence[Task], items: Sequence[Item]) -> None:
    """Save for later, or hand in for good."""
    t, state = ctx.t, st.session_state
    missing = [item for item in items if state.get(_key(task, item)) is None]
    names = t("list-joint").join(literal(t.name(item.name)) for item in missing)
    st.caption(t("giving-missing", count=len(missing), names=names))
    with st.container(horizontal=True):
        if st.button(t("giving-save"), key=f"review-{task.assignment_id}-save"):
            work = partial(answering.save, ctx.actor, ctx.db, task.assignment_id, *_said(task, items))
            attempt(t, work, t("giving-saved"), place=SAVED)
        with box(
            f"review-{task.assignment_id}-send", t("giving-hand-in"), type="primary", disabled=bool(missing)
        ):
            st.markdown(t("giving-hand-in-ask", name=literal(whom(task, ctx))))
            if st.button(t("giving-hand-in-do"), type="primary", key=f"review-{task.assignment_id}-do"):
                attempt(t, lambda: _hand_in(ctx, task, tasks, items), t("giving-handed-in"))
                st.rerun(scope="app")
    said(SAVED)


def _said(task: Task, items: Sequence[Item]) -> tuple[dict[str, int], frozenset[str], dict[str, str]]:
    """What stands in the form: levels, what cannot be judged, comments."""
    state = st.session_state
    levels = {item.code: state.get(_key(task, item)) for item in items}
    comments = {item.code: str(state.get(_key(task, item, "comment"), "")) for item in items}
    return (
        {code: int(level) for code, level in levels.items() if level},
        frozenset(code for code, level in levels.items() if level == CANNOT),
        {code: text for code, text in comments.items() if text.strip()},
    )


def _hand_in(ctx: Context, task: Task, tasks: Sequence[Task], items: Sequence[Item]) -> None:
    """Hand in for good, forget what was filled in here, and go on to the next."""
    answering.hand_in(ctx.actor, ctx.db, task.assignment_id, *_said(task, items))
    for item in items:
        st.session_state.pop(_key(task, item), None)
        st.session_state.pop(_key(task, item, "comment"), None)
    following = next((one for one in waiting(tasks) if one != task), task)
    address_line.write(review=str(following.assignment_id))
