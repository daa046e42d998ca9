"""方案版本: the versions, the difference of any two, and adopting one."""

from __future__ import annotations

import streamlit as st

from access.permissions import Action, allowed
from scoring import lint
from scoring.errors import SteelyardError
from scoring.scheme import Authorisation
from shell import context, lab_view
from ui import components, page
from ui import format as fmt
from workflow import schemes, scores

ctx = context.page(Action.VIEW_SCHEMES)
t, lang = ctx.t, ctx.lang
stored = schemes.schemes(ctx.actor, ctx.db)
if not stored:
    page.empty(t, "schemes-empty")
drafts = [i for i in stored if i.status == "draft"]
page.header(t("schemes-title"), t("schemes-sentence", versions=len(stored), drafts=len(drafts)))


def label(info: schemes.SchemeInfo) -> str:
    """A version's name."""
    return f"{t.name(info.scheme.name, info.scheme.code)} v{info.scheme.version}"


with page.card(t("schemes-versions"), t("schemes-versions-note")):
    components.statement_table(
        [
            {"id": "name", "label": t("schemes-version"), "type": "strong"},
            {"id": "status", "label": t("schemes-status"), "type": "text"},
            {"id": "from", "label": t("schemes-from"), "type": "text"},
            {"id": "authorised", "label": t("schemes-authorisation"), "type": "text"},
            {"id": "by", "label": t("schemes-by"), "type": "muted"},
            {"id": "at", "label": t("schemes-at"), "type": "muted"},
            {"id": "note", "label": t("schemes-note"), "type": "text"},
        ],
        [
            {
                "id": f"{info.scheme.code}@{info.scheme.version}",
                "cells": {
                    "name": label(info),
                    "status": t(f"scheme-status-{info.status}"),
                    "from": fmt.period(info.effective_from, lang) if info.effective_from else None,
                    "authorised": info.scheme.authorisation.reference if info.scheme.authorisation else None,
                    "by": info.created_by,
                    "at": f"{info.created_at:%Y-%m-%d}",
                    "note": info.note or None,
                },
            }
            for info in reversed(stored)
        ],
        key="versions",
        label=t("schemes-versions"),
    )

by_label = {label(info): info for info in stored}
names = list(by_label)
with page.card(t("schemes-difference"), t("schemes-difference-note")):
    a, b = st.columns(2)
    old = by_label[a.selectbox(t("schemes-old"), names, index=max(0, len(names) - 2), key="diff-old")]
    new = by_label[b.selectbox(t("schemes-new"), names, index=len(names) - 1, key="diff-new")]
    changes = schemes.difference(old.scheme, new.scheme)
    if not changes:
        st.markdown(t("schemes-same"))
    for change in changes:
        where = new.scheme if change.what != "removed" else old.scheme
        subject = t.name(where.by_code[change.indicator].name, change.indicator) if change.indicator else ""
        key = f"diff-{change.what}"
        text = t(
            key if t.has(key) else "diff-other",
            name=subject,
            what=change.what,
            before=str(change.before),
            after=str(change.after),
        )
        st.markdown(f"- {text}")

if drafts and allowed(ctx.actor, Action.ADOPT_SCHEME):
    with page.card(t("adopt-title"), t("adopt-note")):
        chosen = by_label[
            st.selectbox(t("schemes-version"), [label(i) for i in reversed(drafts)], key="adopt-version")
        ]
        last = scores.periods(ctx.actor, ctx.db)
        start = st.text_input(
            t("adopt-from"), placeholder=last[-1].code if last else "2026-01", key="adopt-from"
        )
        if chosen.scheme.authorisation is None:
            with st.form("authorise"):
                st.markdown(t("adopt-authorise"))
                one, two, three = st.columns(3)
                document = one.text_input(t("adopt-reference"))
                issued = two.text_input(t("adopt-issued"), placeholder="2026-12-20")
                scope = three.text_input(t("adopt-scope"), value="X")
                if st.form_submit_button(t("adopt-record")):
                    try:
                        leave = Authorisation(document, issued, scope)
                        schemes.authorise(ctx.actor, ctx.db, *chosen.reference, leave)
                        st.rerun()
                    except SteelyardError as problem:
                        st.error(t.error(problem))
        against: tuple[schemes.Obstacle, ...] = ()
        if start:
            try:
                against = schemes.obstacles(ctx.actor, ctx.db, *chosen.reference, start)
            except SteelyardError as problem:
                st.error(t.error(problem))
                st.stop()
            for obstacle in against:
                found = obstacle.finding
                st.error(f"{found.rule} {found.text(lang)}" if found else t(obstacle.key, **obstacle.params))
        why = st.text_input(t("adopt-why"), key="adopt-why")
        if st.button(t("adopt-do"), type="primary", disabled=bool(against) or not start or not why.strip()):
            try:
                schemes.adopt(ctx.actor, ctx.db, *chosen.reference, start, why)
                st.rerun()
            except SteelyardError as problem:
                st.error(t.error(problem))

lab_view.findings(lint.check(new.scheme, context=lint.LintContext(previous=old.scheme)), t)
