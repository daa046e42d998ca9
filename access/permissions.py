"""One table: which role may do what, to whom, and why."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

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
    EXPORT_PERIOD = "export-period"
    IMPORT = "import"
    APPROVE_IMPORT = "approve-import"
    KEEP_PEOPLE = "keep-people"
    MANAGE_ACCOUNTS = "manage-accounts"
    VIEW_ACCOUNTS = "view-accounts"
    VIEW_TRAIL = "view-trail"
    RUN_REVIEWS = "run-reviews"
    GIVE_REVIEW = "give-review"
    RELEASE_REVIEWS = "release-reviews"
    SIGN_RECEIPT = "sign-receipt"
    FILE_APPEAL = "file-appeal"
    VIEW_APPEALS = "view-appeals"
    DECIDE_APPEALS = "decide-appeals"
    VIEW_GROWTH = "view-growth"
    COACH = "coach"
    KEEP_COURSES = "keep-courses"
    KEEP_LADDER = "keep-ladder"
    ANSWER_QUESTIONS = "answer-questions"
    NAME_SUPERIORS = "name-superiors"
    KEEP_CALENDAR = "keep-calendar"
    RUN_PAY = "run-pay"
    APPROVE_PAY = "approve-pay"
    VIEW_PAY = "view-pay"
    VIEW_PAY_TOTALS = "view-pay-totals"
    RELEASE_PAY = "release-pay"
    CLAW_BACK = "claw-back"
    SET_FINDING = "set-finding"
    BACK_UP = "back-up"
    DELEGATE = "delegate"


class Reason(StrEnum):
    """Why something is granted or refused; the catalogues say each in words as ``reason-…``."""

    ANSWERS_FOR_BRANCH = "answers-for-branch"
    COACHES = "coaches"
    SCHEME_IS_PUBLIC = "scheme-is-public"
    PROPOSES_CHANGES = "proposes-changes"
    SITS_IN_COMMITTEE = "sits-in-committee"
    ANSWERS_STAFF = "answers-staff"
    WEIGHS_WHERE_ASKED = "weighs-where-asked"
    SEES_WHO_IS_TOUCHED = "sees-who-is-touched"
    SEES_WHY_SOMEBODY_MOVES = "sees-why-somebody-moves"
    KEEPS_SCHEME = "keeps-scheme"
    TRIES_BEFORE_ADOPTING = "tries-before-adopting"
    DRAFTS = "drafts"
    ADOPTS_WITH_ANOTHER = "adopts-with-another"
    VOTES_ON_OTHERS = "votes-on-others"
    ASKS_MEMBERS = "asks-members"
    WEIGHS_BLIND = "weighs-blind"
    ANSWERS_FOR_RESULTS = "answers-for-results"
    DECIDES_WHEN_POSTED = "decides-when-posted"
    PROVES_RESULTS = "proves-results"
    ANSWERS_FOR_FIGURES = "answers-for-figures"
    KEEPS_DATABASE = "keeps-database"
    OWN_RESULTS = "own-results"
    RULES_MADE_KNOWN = "rules-made-known"
    HEARD_BEFORE_RULES = "heard-before-rules"
    KNOWS_MEASURES = "knows-measures"
    BRINGS_DATA = "brings-data"
    SECOND_PERSON = "second-person"
    MUST_KNOW_MEASURES = "must-know-measures"
    KEEPS_ACCOUNTS = "keeps-accounts"
    ASKS_RATERS = "asks-raters"
    KEEPS_REVIEWS_GOING = "keeps-reviews-going"
    RATES_STAFF = "rates-staff"
    RATES_WHERE_ASKED = "rates-where-asked"
    RATES_COLLEAGUES = "rates-colleagues"
    ANSWERS_FOR_REVIEWS = "answers-for-reviews"
    CALIBRATES = "calibrates"
    SIGNS_OWN_RESULT = "signs-own-result"
    OBJECTS_TO_OWN = "objects-to-own"
    DECIDES_AS_ANOTHER = "decides-as-another"
    HEARS_APPEALS = "hears-appeals"
    GROWS = "grows"
    TALKS_WITH_STAFF = "talks-with-staff"
    TALKS_WITH_OWN_TEAM = "talks-with-own-team"
    DECIDES_ON_POSTS = "decides-on-posts"
    EXPLAINS_SCHEME = "explains-scheme"
    ANSWERS_WHERE_NAMED = "answers-where-named"
    KNOWS_THE_TEAMS = "knows-the-teams"
    PLACES_STAFF = "places-staff"
    COUNTS_WORKING_DAYS = "counts-working-days"
    KEEPS_DEADLINES_RIGHT = "keeps-deadlines-right"
    PAYS_BY_RESULT = "pays-by-result"
    PAYS_WITH_OTHERS = "pays-with-others"
    ANSWERS_FOR_COST = "answers-for-cost"
    OWN_PAY = "own-pay"
    CHECKS_BEFORE_RELEASE = "checks-before-release"
    RECOVERS_BY_RULE = "recovers-by-rule"
    FINDS_WHO_ANSWERS = "finds-who-answers"
    KEEPS_COPIES = "keeps-copies"
    HANDS_OVER_PROOF = "hands-over-proof"
    AUDITS = "audits"
    AUDITS_RULES = "audits-rules"
    AUDITS_PAY = "audits-pay"
    AUDITS_ACCESS = "audits-access"
    LOOKS_INTO_TROUBLE = "looks-into-trouble"
    KEEPS_STAFF_LIST = "keeps-staff-list"
    TRAINS_STAFF = "trains-staff"
    KEEPS_TALKS_ON_FILE = "keeps-talks-on-file"
    KNOWS_POSTS = "knows-posts"
    KNOWS_LEAVE = "knows-leave"
    APPLIES_RULES = "applies-rules"
    IS_REPLACED_WHEN_AWAY = "is-replaced-when-away"
    DELEGATED = "delegated"
    """Outside the table: somebody who may let the person do it."""

    OPERATES = "operates"
    """Outside the table: whoever runs the command line."""
    NOT_GRANTED = "not-granted"
    NOT_OWN = "not-own"
    NOT_DELEGATED = "not-delegated"


ROLES = ("president", "committee", "manager", "hr", "data-officer", "auditor", "admin")

OWN, ANY = "own", "any"

PERSONAL = frozenset(
    {
        *(
            Action.GIVE_REVIEW,
            Action.SET_WEIGHTS,
            Action.COMMENT_SCHEME,
            Action.SIGN_RECEIPT,
            Action.FILE_APPEAL,
        ),
        *(Action.MANAGE_ACCOUNTS, Action.VIEW_ACCOUNTS, Action.VIEW_TRAIL, Action.DELEGATE),
        # Comes along, as it is everybody's.
        Action.VIEW_SCHEMES,
    }
)
"""What nobody can do for somebody else: said by a person and not by a post, or handing on rights."""


class Grant(NamedTuple):
    """To whom an action may be done (`OWN`: to oneself only), and why."""

    scope: str
    reason: Reason


TABLE: dict[tuple[str, Action], Grant] = {
    ("president", Action.VIEW_BRANCH): Grant(ANY, Reason.ANSWERS_FOR_BRANCH),
    ("president", Action.VIEW_SCORECARD): Grant(ANY, Reason.COACHES),
    ("president", Action.VIEW_SCHEMES): Grant(ANY, Reason.SCHEME_IS_PUBLIC),
    ("president", Action.SIMULATE): Grant(ANY, Reason.PROPOSES_CHANGES),
    ("president", Action.APPROVE_SCHEME): Grant(ANY, Reason.SITS_IN_COMMITTEE),
    ("president", Action.COMMENT_SCHEME): Grant(ANY, Reason.ANSWERS_STAFF),
    ("president", Action.SET_WEIGHTS): Grant(ANY, Reason.WEIGHS_WHERE_ASKED),
    ("president", Action.PUBLISH): Grant(ANY, Reason.ANSWERS_FOR_RESULTS),
    ("president", Action.VERIFY): Grant(ANY, Reason.PROVES_RESULTS),
    ("president", Action.EXPORT_PERIOD): Grant(ANY, Reason.HANDS_OVER_PROOF),
    ("president", Action.GIVE_REVIEW): Grant(ANY, Reason.RATES_STAFF),
    ("president", Action.RELEASE_REVIEWS): Grant(ANY, Reason.ANSWERS_FOR_REVIEWS),
    ("president", Action.VIEW_APPEALS): Grant(ANY, Reason.HEARS_APPEALS),
    ("president", Action.DECIDE_APPEALS): Grant(ANY, Reason.HEARS_APPEALS),
    ("president", Action.VIEW_GROWTH): Grant(ANY, Reason.TALKS_WITH_STAFF),
    ("president", Action.COACH): Grant(ANY, Reason.TALKS_WITH_STAFF),
    ("president", Action.KEEP_COURSES): Grant(ANY, Reason.TALKS_WITH_STAFF),
    ("president", Action.ANSWER_QUESTIONS): Grant(ANY, Reason.ANSWERS_WHERE_NAMED),
    ("president", Action.NAME_SUPERIORS): Grant(ANY, Reason.PLACES_STAFF),
    ("president", Action.APPROVE_PAY): Grant(ANY, Reason.ANSWERS_FOR_COST),
    ("president", Action.VIEW_PAY_TOTALS): Grant(ANY, Reason.ANSWERS_FOR_COST),
    ("president", Action.DELEGATE): Grant(ANY, Reason.IS_REPLACED_WHEN_AWAY),
    ("committee", Action.VIEW_BRANCH): Grant(ANY, Reason.SEES_WHO_IS_TOUCHED),
    ("committee", Action.VIEW_SCORECARD): Grant(ANY, Reason.SEES_WHY_SOMEBODY_MOVES),
    ("committee", Action.VIEW_SCHEMES): Grant(ANY, Reason.KEEPS_SCHEME),
    ("committee", Action.SIMULATE): Grant(ANY, Reason.TRIES_BEFORE_ADOPTING),
    ("committee", Action.DRAFT_SCHEME): Grant(ANY, Reason.DRAFTS),
    ("committee", Action.ADOPT_SCHEME): Grant(ANY, Reason.ADOPTS_WITH_ANOTHER),
    ("committee", Action.APPROVE_SCHEME): Grant(ANY, Reason.VOTES_ON_OTHERS),
    ("committee", Action.COMMENT_SCHEME): Grant(ANY, Reason.ANSWERS_STAFF),
    ("committee", Action.RUN_ROUND): Grant(ANY, Reason.ASKS_MEMBERS),
    ("committee", Action.SET_WEIGHTS): Grant(ANY, Reason.WEIGHS_BLIND),
    ("committee", Action.PUBLISH): Grant(ANY, Reason.DECIDES_WHEN_POSTED),
    ("committee", Action.VERIFY): Grant(ANY, Reason.PROVES_RESULTS),
    ("committee", Action.EXPORT_PERIOD): Grant(ANY, Reason.HANDS_OVER_PROOF),
    ("committee", Action.GIVE_REVIEW): Grant(ANY, Reason.RATES_WHERE_ASKED),
    ("committee", Action.RELEASE_REVIEWS): Grant(ANY, Reason.CALIBRATES),
    ("committee", Action.VIEW_APPEALS): Grant(ANY, Reason.DECIDES_AS_ANOTHER),
    ("committee", Action.DECIDE_APPEALS): Grant(ANY, Reason.DECIDES_AS_ANOTHER),
    ("committee", Action.VIEW_GROWTH): Grant(ANY, Reason.TALKS_WITH_OWN_TEAM),
    ("committee", Action.COACH): Grant(ANY, Reason.TALKS_WITH_OWN_TEAM),
    ("committee", Action.KEEP_COURSES): Grant(ANY, Reason.TALKS_WITH_OWN_TEAM),
    ("committee", Action.KEEP_LADDER): Grant(ANY, Reason.DECIDES_ON_POSTS),
    ("committee", Action.ANSWER_QUESTIONS): Grant(ANY, Reason.EXPLAINS_SCHEME),
    ("committee", Action.RUN_PAY): Grant(ANY, Reason.PAYS_BY_RESULT),
    ("committee", Action.APPROVE_PAY): Grant(ANY, Reason.PAYS_WITH_OTHERS),
    ("committee", Action.VIEW_PAY): Grant(ANY, Reason.PAYS_BY_RESULT),
    ("committee", Action.VIEW_PAY_TOTALS): Grant(ANY, Reason.PAYS_BY_RESULT),
    ("committee", Action.RELEASE_PAY): Grant(ANY, Reason.CHECKS_BEFORE_RELEASE),
    ("committee", Action.CLAW_BACK): Grant(ANY, Reason.RECOVERS_BY_RULE),
    ("committee", Action.SET_FINDING): Grant(ANY, Reason.FINDS_WHO_ANSWERS),
    ("committee", Action.DELEGATE): Grant(ANY, Reason.IS_REPLACED_WHEN_AWAY),
    ("manager", Action.VIEW_SCORECARD): Grant(OWN, Reason.OWN_RESULTS),
    ("manager", Action.VIEW_SCHEMES): Grant(ANY, Reason.RULES_MADE_KNOWN),
    ("manager", Action.COMMENT_SCHEME): Grant(ANY, Reason.HEARD_BEFORE_RULES),
    ("manager", Action.GIVE_REVIEW): Grant(ANY, Reason.RATES_COLLEAGUES),
    ("manager", Action.SIGN_RECEIPT): Grant(OWN, Reason.SIGNS_OWN_RESULT),
    ("manager", Action.FILE_APPEAL): Grant(OWN, Reason.OBJECTS_TO_OWN),
    ("manager", Action.VIEW_GROWTH): Grant(OWN, Reason.GROWS),
    ("manager", Action.VIEW_PAY): Grant(OWN, Reason.OWN_PAY),
    ("hr", Action.VIEW_SCHEMES): Grant(ANY, Reason.APPLIES_RULES),
    ("hr", Action.COMMENT_SCHEME): Grant(ANY, Reason.KNOWS_POSTS),
    ("hr", Action.KEEP_PEOPLE): Grant(ANY, Reason.KEEPS_STAFF_LIST),
    ("hr", Action.NAME_SUPERIORS): Grant(ANY, Reason.KEEPS_STAFF_LIST),
    ("hr", Action.KEEP_CALENDAR): Grant(ANY, Reason.KNOWS_LEAVE),
    ("hr", Action.VIEW_GROWTH): Grant(ANY, Reason.KEEPS_TALKS_ON_FILE),
    ("hr", Action.KEEP_COURSES): Grant(ANY, Reason.TRAINS_STAFF),
    ("hr", Action.KEEP_LADDER): Grant(ANY, Reason.KNOWS_POSTS),
    ("hr", Action.DELEGATE): Grant(ANY, Reason.IS_REPLACED_WHEN_AWAY),
    ("data-officer", Action.VIEW_SCHEMES): Grant(ANY, Reason.MUST_KNOW_MEASURES),
    ("data-officer", Action.COMMENT_SCHEME): Grant(ANY, Reason.KNOWS_MEASURES),
    ("data-officer", Action.VERIFY): Grant(ANY, Reason.ANSWERS_FOR_FIGURES),
    ("data-officer", Action.IMPORT): Grant(ANY, Reason.BRINGS_DATA),
    ("data-officer", Action.APPROVE_IMPORT): Grant(ANY, Reason.SECOND_PERSON),
    ("data-officer", Action.KEEP_PEOPLE): Grant(ANY, Reason.BRINGS_DATA),
    ("data-officer", Action.RUN_REVIEWS): Grant(ANY, Reason.ASKS_RATERS),
    ("data-officer", Action.KEEP_CALENDAR): Grant(ANY, Reason.COUNTS_WORKING_DAYS),
    ("data-officer", Action.DELEGATE): Grant(ANY, Reason.IS_REPLACED_WHEN_AWAY),
    ("auditor", Action.VIEW_BRANCH): Grant(ANY, Reason.AUDITS),
    ("auditor", Action.VIEW_SCORECARD): Grant(ANY, Reason.AUDITS),
    ("auditor", Action.VIEW_SCHEMES): Grant(ANY, Reason.AUDITS_RULES),
    ("auditor", Action.VERIFY): Grant(ANY, Reason.AUDITS),
    ("auditor", Action.EXPORT_PERIOD): Grant(ANY, Reason.HANDS_OVER_PROOF),
    ("auditor", Action.VIEW_TRAIL): Grant(ANY, Reason.AUDITS_ACCESS),
    ("auditor", Action.VIEW_ACCOUNTS): Grant(ANY, Reason.AUDITS_ACCESS),
    ("auditor", Action.VIEW_APPEALS): Grant(ANY, Reason.AUDITS),
    ("auditor", Action.VIEW_PAY): Grant(ANY, Reason.AUDITS_PAY),
    ("auditor", Action.VIEW_PAY_TOTALS): Grant(ANY, Reason.AUDITS_PAY),
    ("admin", Action.VIEW_SCHEMES): Grant(ANY, Reason.SCHEME_IS_PUBLIC),
    ("admin", Action.VERIFY): Grant(ANY, Reason.KEEPS_DATABASE),
    ("admin", Action.MANAGE_ACCOUNTS): Grant(ANY, Reason.KEEPS_ACCOUNTS),
    ("admin", Action.VIEW_ACCOUNTS): Grant(ANY, Reason.KEEPS_ACCOUNTS),
    ("admin", Action.VIEW_TRAIL): Grant(ANY, Reason.LOOKS_INTO_TROUBLE),
    ("admin", Action.RUN_REVIEWS): Grant(ANY, Reason.KEEPS_REVIEWS_GOING),
    ("admin", Action.NAME_SUPERIORS): Grant(ANY, Reason.KNOWS_THE_TEAMS),
    ("admin", Action.KEEP_CALENDAR): Grant(ANY, Reason.KEEPS_DEADLINES_RIGHT),
    ("admin", Action.BACK_UP): Grant(ANY, Reason.KEEPS_COPIES),
}
"""Whatever is not here is refused."""


class Verdict(NamedTuple):
    """Whether something is allowed, to whom (`OWN`, `ANY`; empty where nothing is granted), and why."""

    allowed: bool
    scope: str
    reason: Reason


def why(actor: Actor, action: Action, subject: str | None = None) -> Verdict:
    """Whether `actor` may do `action` (to the manager `subject`, where the action has one), and why."""
    if actor.role == "operator":
        return Verdict(True, ANY, Reason.OPERATES)
    grant = TABLE.get((actor.role, action))
    if grant is None:
        return Verdict(False, "", Reason.NOT_GRANTED)
    if actor.acts_for and action is not Action.VIEW_SCHEMES:
        if action not in actor.actions or action in PERSONAL or grant.scope == OWN:
            return Verdict(False, "", Reason.NOT_DELEGATED)
        return Verdict(True, grant.scope, Reason.DELEGATED)
    if grant.scope == OWN and (subject is None or subject != actor.manager_id):
        return Verdict(False, OWN, Reason.NOT_OWN)
    return Verdict(True, *grant)


def allowed(actor: Actor, action: Action, subject: str | None = None) -> bool:
    """Whether `actor` may do `action` (to the manager `subject`, where the action has one)."""
    return why(actor, action, subject).allowed


def require(actor: Actor, action: Action, subject: str | None = None) -> None:
    """Raise AccessDenied unless `actor` may do `action`."""
    if not allowed(actor, action, subject):
        raise AccessDenied("errors-access-denied", actor=actor.username, action=str(action))


def holders(action: Action) -> tuple[str, ...]:
    """The roles that may do `action`, in the order of `ROLES`."""
    return tuple(role for role in ROLES if (role, action) in TABLE)
