"""我为什么能看: what the person's role may do on this page, and why; what it may not, and who may."""

from __future__ import annotations

import streamlit as st

from access import accounts
from access.actor import Actor
from access.permissions import holders, why
from access.sessions import Session
from data import clock
from shell.navigation import PageEntry, page_name
from words.text import Text, literal
from workflow import seen_by
from workflow.branch.setup import Branch
from workflow.seen_by import Seer


def explain(session: Session, branch: Branch, entry: PageEntry, t: Text) -> None:
    """One quiet line that opens: the reasons stand in `access.permissions`."""
    actor = session.actor
    granted, refused = [], []
    for action in (entry.action, *entry.offers):
        verdict, what = why(actor, action, actor.manager_id), t(f"action-{action}")
        if verdict.allowed:
            granted.append(t("why-granted", action=what, reason=t(f"reason-{verdict.reason}")))
        else:
            roles = t("list-joint").join(t(f"role-{role}") for role in holders(action))
            refused.append(t("why-refused", action=what, roles=roles))
    since = f"{clock.local(session.began_at):%H:%M}"
    with st.popover(t("why-title"), type="tertiary"):
        page = t(page_name(entry.address, actor))
        st.markdown(t("why-role", role=t(f"role-{actor.role}"), page=page))
        st.markdown("\n".join(f"- {line}" for line in granted))
        if refused:
            st.caption("\n".join((t("why-others"), "", *(f"- {line}" for line in refused))))
        if actor.acts_for:
            st.caption(t("why-acting", name=literal(t.term(accounts.called(branch.db, actor.acts_for)))))
        st.caption(t("why-since", time=since))
        _who_sees_me(actor, branch, entry, t)


def _who_sees_me(actor: Actor, branch: Branch, entry: PageEntry, t: Text) -> None:
    """For a manager: who else may see what the page shows of the own person, and why."""
    if actor.manager_id is None or entry.action not in seen_by.ACTIONS:
        return
    found = seen_by.seen_by(actor, branch.db, entry.action, actor.manager_id)
    st.markdown(t(f"seen-title-{entry.action}"))
    st.markdown("\n".join(f"- {_seer(one, branch, t)}" for one in found) or t("seen-nobody"))


def _seer(one: Seer, branch: Branch, t: Text) -> str:
    def called(username: str) -> str:
        return literal(t.term(accounts.called(branch.db, username)))

    who = {"name": called(one.username), "role": t(f"role-{one.role}")}
    if one.acts_for:
        days = {"first": str(one.since), "last": str(one.until)}
        return t("seen-delegated", giver=called(one.acts_for), **who, **days)
    said = t("seen-one", reason=t(f"reason-{one.reason}"), **who)
    return said if one.since is None else said + t("seen-since", day=one.since.isoformat())
