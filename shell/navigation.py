"""The registry of pages: who sees which, under which heading, at which address.

A page that a role may not open is not registered for that person at all; hiding it would leave its
address reachable. The scripts stand in sub-folders of ``pages/`` because Streamlit runs scripts that
stand directly there without the entry script on a cold start.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import streamlit as st

from access.actor import Actor
from access.permissions import Action, allowed
from words.text import Text

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class PageEntry:
    """One page: its script, its address, the action a person needs to open it, and what else
    (`offers`) can be done there by whoever may."""

    script: str
    address: str
    section: str
    action: Action
    icon: str
    offers: tuple[Action, ...] = ()


ENTRIES = (
    PageEntry(
        "pages/president/leaderboard.py",
        "leaderboard",
        "overview",
        Action.VIEW_BRANCH,
        ":material/leaderboard:",
    ),
    PageEntry(
        "pages/manager/scorecard.py",
        "scorecard",
        "overview",
        Action.VIEW_SCORECARD,
        ":material/receipt_long:",
    ),
    PageEntry(
        "pages/manager/trends.py",
        "trends",
        "overview",
        Action.VIEW_SCORECARD,
        ":material/show_chart:",
    ),
    PageEntry(
        "pages/committee/weight_lab.py",
        "weight-lab",
        "scheme",
        Action.SIMULATE,
        ":material/balance:",
        (Action.DRAFT_SCHEME,),
    ),
    PageEntry(
        "pages/committee/rounds.py",
        "rounds",
        "scheme",
        Action.SET_WEIGHTS,
        ":material/how_to_vote:",
        (Action.RUN_ROUND,),
    ),
    PageEntry(
        "pages/committee/validity.py",
        "validity",
        "scheme",
        Action.VIEW_BRANCH,
        ":material/verified:",
        (Action.SIMULATE,),
    ),
    PageEntry(
        "pages/committee/schemes.py",
        "schemes",
        "scheme",
        Action.VIEW_SCHEMES,
        ":material/history:",
        (
            Action.COMMENT_SCHEME,
            Action.SIMULATE,
            Action.DRAFT_SCHEME,
            Action.APPROVE_SCHEME,
            Action.ADOPT_SCHEME,
        ),
    ),
    PageEntry(
        "pages/desk/desk.py",
        "desk",
        "data",
        Action.IMPORT,
        ":material/upload_file:",
        (Action.APPROVE_IMPORT,),
    ),
    PageEntry("pages/desk/people.py", "people", "data", Action.IMPORT, ":material/groups:"),
    PageEntry(
        "pages/desk/periods.py",
        "periods",
        "data",
        Action.VERIFY,
        ":material/event_available:",
        (Action.PUBLISH, Action.VIEW_BRANCH, Action.MANAGE_ACCOUNTS),
    ),
)

FIRST_PAGE = {"committee": "weight-lab", "manager": "scorecard", "data-officer": "desk"}


def registered(actor: Actor, t: Text) -> dict[str, list[st.Page]]:
    """The pages `actor` may open, by section heading, the first one marked as the start page."""
    entries = _open_to(actor)
    start = _start(actor)
    sections: dict[str, list[st.Page]] = {}
    for entry in entries:
        heading = t(f"nav-section-{entry.section}")
        sections.setdefault(heading, []).append(
            st.Page(
                ROOT / entry.script,
                title=t(page_name(entry.address, actor)),
                icon=entry.icon,
                url_path=entry.address,
                default=entry is start,
            )
        )
    return sections


def entry_of(page: st.Page, actor: Actor) -> PageEntry:
    """The entry of a page that `registered` made; the start page's address is empty."""
    return next((e for e in ENTRIES if e.address == page.url_path), _start(actor))


def _open_to(actor: Actor) -> list[PageEntry]:
    return [entry for entry in ENTRIES if allowed(actor, entry.action, actor.manager_id)]


def _start(actor: Actor) -> PageEntry:
    entries = _open_to(actor)
    return next((e for e in entries if e.address == FIRST_PAGE.get(actor.role)), entries[0])


def for_everybody(render: Callable[[], None], title: str) -> st.Page:
    """One page at every address, so that a link that was opened before signing in still leads there."""
    start = st.Page(render, title=title, url_path="sign-in", default=True)
    others = [st.Page(render, title=title, url_path=entry.address) for entry in ENTRIES]
    return st.navigation([start, *others], position="hidden")


def page_name(address: str, actor: Actor) -> str:
    """The key of a page's name; a manager reads "my scorecard" where others read "scorecards"."""
    entry = next(e for e in ENTRIES if e.address == address)
    own = actor.role == "manager" and entry.action is Action.VIEW_SCORECARD
    return f"nav-my-{address}" if own else f"nav-{address}"


def open_page(address: str, **parameters: str) -> None:
    """Go to the page at `address` with `parameters` in the address line."""
    entry = next(e for e in ENTRIES if e.address == address)
    st.switch_page(str(ROOT / entry.script), query_params=parameters)


def link(address: str, label: str, **parameters: str) -> None:
    """A link to the page at `address` with `parameters` in the address line; `label` is Markdown."""
    entry = next(e for e in ENTRIES if e.address == address)
    st.page_link(str(ROOT / entry.script), label=label, query_params=parameters)
