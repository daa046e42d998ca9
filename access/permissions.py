"""One table: which role may do what, to whom, and why."""

from __future__ import annotations

from enum import StrEnum

from access.actor import Actor
from access.errors import AccessDenied


class Action(StrEnum):
    """What a person can ask for."""

    VIEW_BRANCH = "view-branch"
    VIEW_SCORECARD = "view-scorecard"
    VIEW_SCHEMES = "view-schemes"
    SIMULATE = "simulate"
    DRAFT_SCHEME = "draft-scheme"
    ADOPT_SCHEME = "adopt-scheme"
    APPROVE_SCHEME = "approve-scheme"
    COMMENT_SCHEME = "comment-scheme"
    RUN_ROUND = "run-round"
    SET_WEIGHTS = "set-weights"
    PUBLISH = "publish"
    VERIFY = "verify"
    IMPORT = "import"
    APPROVE_IMPORT = "approve-import"
    MANAGE_ACCOUNTS = "manage-accounts"


ROLES = ("president", "committee", "manager", "data-officer", "admin")

OWN, ANY = "own", "any"

TABLE: dict[tuple[str, Action], tuple[str, str]] = {
    ("president", Action.VIEW_BRANCH): (ANY, "answers for the branch"),
    ("president", Action.VIEW_SCORECARD): (ANY, "coaches every manager"),
    ("president", Action.VIEW_SCHEMES): (ANY, "the scheme in force is public in the branch"),
    ("president", Action.SIMULATE): (ANY, "proposes changes to the head office"),
    ("president", Action.APPROVE_SCHEME): (ANY, "sits in the committee"),
    ("president", Action.COMMENT_SCHEME): (ANY, "answers what the staff says"),
    ("president", Action.SET_WEIGHTS): (ANY, "gives own weights where asked"),
    ("committee", Action.VIEW_BRANCH): (ANY, "must see who is touched by a change"),
    ("committee", Action.VIEW_SCORECARD): (ANY, "must see why somebody moves"),
    ("committee", Action.VIEW_SCHEMES): (ANY, "keeps the scheme"),
    ("committee", Action.SIMULATE): (ANY, "tries changes before they are adopted"),
    ("committee", Action.DRAFT_SCHEME): (ANY, "drafts the scheme"),
    ("committee", Action.ADOPT_SCHEME): (ANY, "adopts the scheme, never the author alone"),
    ("committee", Action.APPROVE_SCHEME): (ANY, "votes on what a colleague proposes, never on an own draft"),
    ("committee", Action.COMMENT_SCHEME): (ANY, "answers what the staff says"),
    ("committee", Action.RUN_ROUND): (ANY, "asks the members for their weights"),
    ("committee", Action.SET_WEIGHTS): (ANY, "gives own weights, blind until all are in"),
    ("president", Action.PUBLISH): (ANY, "answers for what is published"),
    ("president", Action.VERIFY): (ANY, "must be able to prove a result"),
    ("committee", Action.PUBLISH): (
        ANY,
        "decides when results are posted, and opens them again with a reason",
    ),
    ("committee", Action.VERIFY): (ANY, "must be able to prove a result"),
    ("data-officer", Action.VERIFY): (ANY, "answers for the figures"),
    ("admin", Action.VERIFY): (ANY, "looks after the database"),
    ("manager", Action.VIEW_SCORECARD): (OWN, "own results only (PIPL art. 6: no more than needed)"),
    ("manager", Action.VIEW_SCHEMES): (ANY, "rules on pay are made known (Labour Contract Law art. 4)"),
    ("manager", Action.COMMENT_SCHEME): (
        ANY,
        "is heard before rules on pay are made (Labour Contract Law art. 4)",
    ),
    ("data-officer", Action.COMMENT_SCHEME): (ANY, "knows what can be measured"),
    ("data-officer", Action.IMPORT): (ANY, "brings in the data"),
    ("data-officer", Action.APPROVE_IMPORT): (ANY, "second person, never for an own batch"),
    ("data-officer", Action.VIEW_SCHEMES): (ANY, "must know what is measured"),
    ("admin", Action.MANAGE_ACCOUNTS): (ANY, "keeps the accounts"),
    ("admin", Action.VIEW_SCHEMES): (ANY, "the scheme in force is public in the branch"),
}


def allowed(actor: Actor, action: Action, subject: str | None = None) -> bool:
    """Whether `actor` may do `action` (to the manager `subject`, where the action has one)."""
    if actor.role == "operator":
        return True
    scope, _ = TABLE.get((actor.role, action), ("", ""))
    if scope == OWN:
        return subject is not None and subject == actor.manager_id
    return scope == ANY


def require(actor: Actor, action: Action, subject: str | None = None) -> None:
    """Raise AccessDenied unless `actor` may do `action`."""
    if not allowed(actor, action, subject):
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(action))
