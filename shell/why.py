"""我为什么能看: what the person's role may do on this page, and why; what it may not, and who may."""

from __future__ import annotations

import streamlit as st

from access.permissions import holders, why
from access.sessions import Session
from data import clock
from shell.navigation import PageEntry, page_name
from words.text import Text


def explain(session: Session, entry: PageEntry, t: Text) -> None:
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
        st.caption(t("why-since", time=since))
