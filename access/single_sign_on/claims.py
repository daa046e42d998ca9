"""From claims to who somebody is and what they may do, or a refusal. Pure: no clock, database or network."""

from __future__ import annotations

import datetime as dt
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from access.single_sign_on.errors import Refused
from access.single_sign_on.rules import MOST_HOURS, Path, Rules

LONGEST = 255
"""Characters of an issuer, a subject or a name; OpenID Connect Core 1.0, section 2, allows a subject no
more."""
OLDEST = dt.timedelta(minutes=10)
"""How old a token may be when it is brought: it was issued a moment ago, else it is kept from another
time."""
MOST_VALUES = 10_000
"""So many values a claim of roles may have."""


@dataclass(frozen=True)
class Vouched:
    """Whom the provider vouches for.

    ``issuer`` and ``subject`` together are the person, for good; names and addresses may pass to somebody
    else. ``until`` (UTC, without zone) is when the sign-in ends at the latest.
    """

    issuer: str
    subject: str
    role: str
    manager_id: str | None
    user_name: str
    display_name: str
    until: dt.datetime


def vouched(rules: Rules, claims: Mapping[str, Any], now: dt.datetime) -> Vouched:
    """Who it is and as what, at the moment `now` (UTC, without zone).

    Raises
    ------ Refused : a claim is missing or no text, the token is over, too old or from the future, no role or
    more than
        one follows from it, or a manager's id is missing.
    """
    issuer, subject = _needed(claims, ("iss",)), _needed(claims, ("sub",))
    if " " in issuer:
        raise Refused("errors-sso-claim", claim="iss")
    until = _until(rules, claims, now)
    role = role_of(rules, claims)
    manager_id = _needed(claims, rules.manager_id_claim) if role == "manager" else None
    user_name = _text(claims, rules.user_name_claim)
    display_name = _text(claims, rules.display_name_claim) or user_name
    return Vouched(issuer, subject, role, manager_id, user_name, display_name, until)


def role_of(rules: Rules, claims: Mapping[str, Any]) -> str:
    """The one role that follows from the claims. Roles have no order: who has two would have the rights of
    both by turns, and what parts them is that nobody has.

    Raises
    ------
    Refused : none of the values is one that a role is given for, or they give two.
    """
    values = _values(claims, rules.roles_claim)
    if not values and rules.roles_claim[0] in _elsewhere(claims):
        raise Refused("errors-sso-many-groups", claim=".".join(rules.roles_claim))
    roles = sorted({rules.roles[value] for value in values if value in rules.roles})
    if not roles:
        raise Refused("errors-sso-no-role", claim=".".join(rules.roles_claim))
    if len(roles) > 1:
        raise Refused("errors-sso-two-roles", roles=", ".join(roles))
    return roles[0]


def found(claims: Mapping[str, Any], path: Path) -> object:
    """What stands at `path`; None where nothing does. A claim whose own name has dots is found, too."""
    if path and (whole := ".".join(path)) in claims:
        return claims[whole]
    here: object = claims
    for name in path:
        here = here.get(name) if isinstance(here, Mapping) else None
    return None if here is claims else here


def _until(rules: Rules, claims: Mapping[str, Any], now: dt.datetime) -> dt.datetime:
    leeway = dt.timedelta(seconds=rules.leeway)
    expires, issued = _moment(claims, "exp"), _moment(claims, "iat")
    if issued > now + leeway:
        raise Refused("errors-sso-early")
    if expires + leeway <= now:
        raise Refused("errors-sso-expired")
    if issued + OLDEST + leeway < now:
        raise Refused("errors-sso-old")
    if rules.hours is not None:
        return now + dt.timedelta(hours=rules.hours)
    return min(expires, now + dt.timedelta(hours=MOST_HOURS))


def _moment(claims: Mapping[str, Any], name: str) -> dt.datetime:
    value = claims.get(name)
    if isinstance(value, bool) or not isinstance(value, int | float):
        raise Refused("errors-sso-claim", claim=name)
    try:
        return dt.datetime.fromtimestamp(value, dt.UTC).replace(tzinfo=None)
    except (OverflowError, OSError, ValueError):
        raise Refused("errors-sso-claim", claim=name) from None


def _needed(claims: Mapping[str, Any], path: Path) -> str:
    if text := _text(claims, path):
        return text
    raise Refused("errors-sso-claim", claim=".".join(path))


def _text(claims: Mapping[str, Any], path: Path) -> str:
    """The text at `path`, empty where there is none."""
    value = found(claims, path)
    if value is None:
        return ""
    if not isinstance(value, str) or len(value) > LONGEST or not value.isprintable():
        raise Refused("errors-sso-claim", claim=".".join(path))
    return value.strip()


def _values(claims: Mapping[str, Any], path: Path) -> list[str]:
    """The values of a claim that is one text or a list of them."""
    value = found(claims, path)
    if value is None:
        return []
    if isinstance(value, str):
        return [value]
    if not isinstance(value, Sequence) or len(value) > MOST_VALUES:
        raise Refused("errors-sso-claim", claim=".".join(path))
    if not all(isinstance(one, str) for one in value):
        raise Refused("errors-sso-claim", claim=".".join(path))
    return list(value)


def _elsewhere(claims: Mapping[str, Any]) -> Mapping[str, Any]:
    """The claims that the provider keeps at another address, as Entra does with more than 200 groups
    (OpenID Connect Core 1.0, section 5.6.2)."""
    named = claims.get("_claim_names")
    return named if isinstance(named, Mapping) else {}
