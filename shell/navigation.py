"""The registry of pages: who sees which, under which heading, at which address.

A page that a role may not open is not registered for that person at all; hiding it would leave its
address reachable. The scripts stand in sub-folders of ``pages/`` because Streamlit runs scripts that
stand directly there without the entry script on a cold start.
"""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import streamlit as st

from access.actor import Actor
from access.permissions import Action, allowed, holders
from scoring.errors import SteelyardError
from ui import address_line, choice, page
from words import format as fmt
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
        (Action.COACH,),
    ),
    PageEntry(
        "pages/president/attention.py", "attention", "overview", Action.COACH, ":material/notifications:"
    ),
    PageEntry(
        "pages/manager/scorecard.py",
        "scorecard",
        "overview",
        Action.VIEW_SCORECARD,
        ":material/receipt_long:",
        (Action.SIGN_RECEIPT,),
    ),
    PageEntry(
        "pages/manager/trends.py",
        "trends",
        "overview",
        Action.VIEW_SCORECARD,
        ":material/show_chart:",
    ),
    PageEntry(
        "pages/manager/try_it.py",
        "try-it",
        "overview",
        Action.VIEW_SCORECARD,
        ":material/experiment:",
    ),
    PageEntry(
        "pages/manager/reviews_to_give.py",
        "reviews-to-give",
        "overview",
        Action.GIVE_REVIEW,
        ":material/rate_review:",
    ),
    PageEntry(
        "pages/manager/my_appeals.py",
        "my-appeals",
        "overview",
        Action.FILE_APPEAL,
        ":material/gavel:",
    ),
    PageEntry(
        "pages/committee/appeals.py",
        "appeals",
        "overview",
        Action.VIEW_APPEALS,
        ":material/gavel:",
        (Action.DECIDE_APPEALS,),
    ),
    PageEntry(
        "pages/manager/pay.py",
        "pay",
        "overview",
        Action.VIEW_PAY,
        ":material/payments:",
        (Action.FILE_APPEAL,),
    ),
    PageEntry(
        "pages/committee/rewards.py",
        "rewards",
        "overview",
        Action.RUN_PAY,
        ":material/account_balance:",
        (Action.APPROVE_PAY, Action.RELEASE_PAY, Action.CLAW_BACK, Action.SET_FINDING),
    ),
    PageEntry(
        "pages/president/pay_totals.py",
        "pay-totals",
        "overview",
        Action.VIEW_PAY_TOTALS,
        ":material/savings:",
        (Action.APPROVE_PAY,),
    ),
    PageEntry(
        "pages/manager/growth.py",
        "growth",
        "overview",
        Action.VIEW_GROWTH,
        ":material/trending_up:",
        (Action.COACH, Action.KEEP_COURSES, Action.KEEP_LADDER),
    ),
    PageEntry(
        "pages/committee/review_results.py",
        "review-results",
        "overview",
        Action.RELEASE_REVIEWS,
        ":material/fact_check:",
    ),
    PageEntry(
        "pages/manager/handbook.py",
        "handbook",
        "scheme",
        Action.VIEW_SCHEMES,
        ":material/menu_book:",
        (Action.ANSWER_QUESTIONS,),
    ),
    PageEntry(
        "pages/committee/scheme_editor.py",
        "scheme-editor",
        "scheme",
        Action.DRAFT_SCHEME,
        ":material/edit_document:",
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
        "pages/committee/calibration.py",
        "calibration",
        "scheme",
        Action.RELEASE_REVIEWS,
        ":material/tune:",
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
    PageEntry(
        "pages/desk/people.py",
        "people",
        "data",
        Action.KEEP_PEOPLE,
        ":material/groups:",
        (Action.NAME_SUPERIORS,),
    ),
    PageEntry("pages/desk/reviews.py", "reviews", "data", Action.RUN_REVIEWS, ":material/reviews:"),
    PageEntry(
        "pages/desk/periods.py",
        "periods",
        "data",
        Action.VERIFY,
        ":material/event_available:",
        (
            Action.EXPORT_PERIOD,
            Action.PUBLISH,
            Action.VIEW_BRANCH,
            Action.MANAGE_ACCOUNTS,
            Action.NAME_SUPERIORS,
        ),
    ),
    PageEntry(
        "pages/desk/accounts.py", "accounts", "data", Action.MANAGE_ACCOUNTS, ":material/manage_accounts:"
    ),
    PageEntry(
        "pages/desk/calendar.py", "calendar", "data", Action.KEEP_CALENDAR, ":material/calendar_month:"
    ),
    PageEntry("pages/desk/keeping.py", "keeping", "data", Action.BACK_UP, ":material/backup:"),
    PageEntry(
        "pages/desk/trail.py",
        "trail",
        "data",
        Action.VIEW_TRAIL,
        ":material/history_edu:",
        (Action.VIEW_ACCOUNTS,),
    ),
    PageEntry(
        "pages/desk/delegations.py", "delegations", "data", Action.DELEGATE, ":material/supervisor_account:"
    ),
)

MISSING = "page"
"""The name in the address that says which page was asked for in vain."""

FIRST_PAGE = {"committee": "weight-lab", "manager": "scorecard", "data-officer": "desk", "hr": "people"}


ARRIVED = "arrived"
"""Whether the way to the first page is behind this tab, in the session's state."""


def choose(actor: Actor, t: Text) -> st.Page:
    """Register the pages that `actor` may open and give the one asked for, which has an address of its own.

    Their names stand in the side bar only once the way to the first page is gone: Streamlit would lose a
    click on one that is made while it changes pages by itself.
    """
    sections = registered(actor, t)
    arrived = bool(st.session_state.get(ARRIVED))
    chosen = st.navigation(sections, position="sidebar" if arrived else "hidden", expanded=True)
    if not chosen.url_path:
        chosen.run()
    if arrived:
        return chosen
    st.session_state[ARRIVED] = True
    return st.navigation(sections, expanded=True)


def registered(actor: Actor, t: Text) -> dict[str, list[st.Page]]:
    """The pages `actor` may open, by section heading; at the address without a page, the way to the
    first one; at the others' addresses, a word instead of the page."""
    sections: dict[str, list[st.Page]] = {"": [_hidden(lambda: _to_first(actor), t("page"), "")]}
    for entry in ENTRIES:
        name = t(page_name(entry.address, actor))
        if not _is_open(entry, actor):
            sections[""].append(_hidden(partial(_closed, entry, actor, t), name, entry.address))
            continue
        made = st.Page(ROOT / entry.script, title=name, icon=entry.icon, url_path=entry.address)
        sections.setdefault(t(f"nav-section-{entry.section}"), []).append(made)
    return sections


def _hidden(render: Callable[[], None], title: str, address: str) -> st.Page:
    return st.Page(render, title=title, url_path=address, default=not address, visibility="hidden")


def arrive(entry: PageEntry, actor: Actor, t: Text) -> None:
    """Begin a run of a page; says where it stands in the place of one that there is not."""
    choice.arrive(entry.address)
    if asked := address_line.says(MISSING):
        choice.refuse(t("page"), asked, t(page_name(entry.address, actor)))
        address_line.write(**{MISSING: None})


def name_tab(chosen: st.Page, t: Text) -> None:
    """Have the browser's tab say which page it is, about whom and when, by the address."""
    asked, parts = address_line.everything(), [chosen.title]
    if "person" in asked:
        parts.append(asked["person"])
    with suppress(SteelyardError):
        parts += [fmt.period(asked["period"], t.lang)] if "period" in asked else []
    st.set_page_config(page_title=" · ".join([*parts, t("signin-title")]))


def entry_of(chosen: st.Page) -> PageEntry:
    """The entry of a page that `registered` made under an address."""
    return next(e for e in ENTRIES if e.address == chosen.url_path)


def _to_first(actor: Actor) -> None:
    """A page has one address, so that whoever copies it from the browser sends the page."""
    open_page(_start(actor).address, **address_line.everything())


def _closed(entry: PageEntry, actor: Actor, t: Text) -> None:
    """In the place of a page that is not for `actor`."""
    roles = t("list-joint").join(t(f"role-{role}") for role in holders(entry.action))
    page.header(t(page_name(entry.address, actor)), t("signin-not-allowed-here", roles=roles))
    start = _start(actor).address
    if st.button(t("signin-to-own", page=t(page_name(start, actor))), key="to-own"):
        open_page(start)


def _is_open(entry: PageEntry, actor: Actor) -> bool:
    return allowed(actor, entry.action, actor.manager_id)


def _start(actor: Actor) -> PageEntry:
    entries = [entry for entry in ENTRIES if _is_open(entry, actor)]
    return next((e for e in entries if e.address == FIRST_PAGE.get(actor.role)), entries[0])


def for_everybody(render: Callable[[], None], title: str) -> st.Page:
    """One page at every address, so that a link that was opened before signing in still leads there."""
    start = st.Page(render, title=title, url_path="sign-in", default=True)
    others = [st.Page(render, title=title, url_path=entry.address) for entry in ENTRIES]
    return st.navigation([start, *others], position="hidden")


def page_name(address: str, actor: Actor) -> str:
    """The key of a page's name; a manager reads "my scorecard" where others read "scorecards"."""
    entry = next(e for e in ENTRIES if e.address == address)
    own = actor.role == "manager" and entry.action in (Action.VIEW_SCORECARD, Action.VIEW_PAY)
    return f"nav-my-{address}" if own else f"nav-{address}"


def open_page(address: str, **parameters: str) -> None:
    """Go to the page at `address` with `parameters` in the address line."""
    entry = next(e for e in ENTRIES if e.address == address)
    st.switch_page(str(ROOT / entry.script), query_params=parameters)


def link(address: str, label: str, **parameters: str) -> None:
    """A link to the page at `address` with `parameters` in the address line; `label` is Markdown."""
    entry = next(e for e in ENTRIES if e.address == address)
    to = address_line.to_here(parameters) if address == choice.here() else parameters
    st.page_link(str(ROOT / entry.script), label=label, query_params=to)
