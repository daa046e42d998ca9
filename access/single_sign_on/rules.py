"""The settings of single sign-on, read and checked: which claim says what, and what it makes of somebody.

They stand in Streamlit's file of secrets, ``[auth]`` as Streamlit wants it and ``[single_sign_on]`` of our
own.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Literal
from urllib.parse import urlsplit

from access.permissions import ROLES
from access.single_sign_on.errors import WrongSettings
from scoring.errors import Phrase

AUTH, SECTION = "auth", "single_sign_on"
"""The two tables of the file."""
CALLBACK = "/oauth2callback"
SHORTEST_SECRET = 32
MOST_HOURS = 24.0
MOST_LEEWAY = 300
DEFAULT_LEEWAY = 60
_LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
_NEEDED = ("redirect_uri", "cookie_secret", "client_id", "client_secret", "server_metadata_url")
_CLAIMS = ("roles_claim", "user_name_claim", "display_name_claim", "manager_id_claim")
_OWN = frozenset({*_CLAIMS, "roles", "accounts", "hours", "leeway_seconds", "userinfo", "contact", "name"})

METADATA = "/.well-known/openid-configuration"
Path = tuple[str, ...]
"""Where a claim stands: its name, and below it the names within."""


@dataclass(frozen=True)
class Provider:
    """The provider as it is reached; `client_secret` is shown by nothing."""

    redirect_uri: str
    client_id: str
    metadata_url: str
    client_secret: str = field(repr=False)
    client_kwargs: Mapping[str, Any] = field(default_factory=dict, repr=False)

    @property
    def issuer(self) -> str:
        """What it calls itself in tokens, as its address has it."""
        return self.metadata_url.removesuffix(METADATA)


@dataclass(frozen=True)
class Rules:
    """What a claim makes of somebody.

    ``roles`` leads from a value of the claim `roles_claim` to a role; ``accounts`` says whether somebody
    unknown gets an account or is to be linked first. ``hours`` is how long a sign-in lasts; None: as long as
    the token. ``leeway`` is by how many seconds the provider's clock may differ.
    """

    roles: Mapping[str, str]
    roles_claim: Path
    user_name_claim: Path = ("preferred_username",)
    display_name_claim: Path = ("name",)
    manager_id_claim: Path = ()
    accounts: Literal["linked", "made"] = "linked"
    hours: float | None = None
    leeway: int = DEFAULT_LEEWAY
    userinfo: bool = False
    contact: str = ""
    name: str = ""


def read(secrets: Mapping[str, Any]) -> tuple[Provider, Rules] | None:
    """The provider and the rules of a file of secrets; None where it sets up no single sign-on.

    Raises
    ------
    WrongSettings : with every fault, each naming its key.
    """
    auth, own = secrets.get(AUTH), secrets.get(SECTION)
    if auth is None and own is None:
        return None
    faults = [
        Phrase("sso-fault-table", {"name": name})
        for name, found in ((AUTH, auth), (SECTION, own))
        if not isinstance(found, Mapping)
    ]
    if faults or not isinstance(auth, Mapping) or not isinstance(own, Mapping):
        raise WrongSettings(faults)
    faults = [*_faults_of_provider(auth), *_faults_of_rules(own)]
    if faults:
        raise WrongSettings(faults)
    return _provider(auth), _rules(own)


def _provider(auth: Mapping[str, Any]) -> Provider:
    return Provider(
        redirect_uri=auth["redirect_uri"],
        client_id=auth["client_id"],
        metadata_url=auth["server_metadata_url"],
        client_secret=auth["client_secret"],
        client_kwargs=dict(auth.get("client_kwargs", {})),
    )


def _rules(own: Mapping[str, Any]) -> Rules:
    given = {name: _path(own[name]) for name in _CLAIMS if name in own}
    hours = own.get("hours")
    return Rules(
        **given,
        roles=dict(own["roles"]),
        accounts=own.get("accounts", "linked"),
        hours=None if hours is None else float(hours),
        leeway=own.get("leeway_seconds", DEFAULT_LEEWAY),
        userinfo=own.get("userinfo", False),
        contact=own.get("contact", ""),
        name=own.get("name", ""),
    )


def _path(given: str | list[str]) -> Path:
    """A text with dots leads inwards; a list is taken as it is, for names with dots of their own."""
    return tuple(given.split(".")) if isinstance(given, str) else tuple(given)


def _faults_of_provider(auth: Mapping[str, Any]) -> list[Phrase]:
    faults = []
    for key in _NEEDED:
        if not _text(auth, key):
            faults.append(Phrase("sso-fault-missing", {"key": f"{AUTH}.{key}"}))
    if address := _text(auth, "redirect_uri"):
        if not _safe(address):
            faults.append(Phrase("sso-fault-https", {"key": f"{AUTH}.redirect_uri"}))
        if not urlsplit(address).path.endswith(CALLBACK):
            faults.append(Phrase("sso-fault-callback", {"key": f"{AUTH}.redirect_uri", "end": CALLBACK}))
    if (address := _text(auth, "server_metadata_url")) and not _safe(address):
        faults.append(Phrase("sso-fault-https", {"key": f"{AUTH}.server_metadata_url"}))
    if (secret := _text(auth, "cookie_secret")) and len(secret) < SHORTEST_SECRET:
        faults.append(Phrase("sso-fault-short", {"key": f"{AUTH}.cookie_secret", "least": SHORTEST_SECRET}))
    for key, value in auth.items():
        if key == "client_kwargs":
            if not isinstance(value, Mapping):
                faults.append(Phrase("sso-fault-table", {"name": f"{AUTH}.{key}"}))
        elif isinstance(value, Mapping):
            faults.append(Phrase("sso-fault-one-provider", {"key": f"{AUTH}.{key}"}))
        elif key not in _NEEDED:
            faults.append(Phrase("sso-fault-unknown", {"key": f"{AUTH}.{key}"}))
    return faults


def _faults_of_rules(own: Mapping[str, Any]) -> list[Phrase]:
    faults = [Phrase("sso-fault-unknown", {"key": f"{SECTION}.{key}"}) for key in own if key not in _OWN]
    for key in _CLAIMS:
        if key in own and not _names(own[key]):
            faults.append(Phrase("sso-fault-claim", {"key": f"{SECTION}.{key}"}))
    if "roles_claim" not in own:
        faults.append(Phrase("sso-fault-missing", {"key": f"{SECTION}.roles_claim"}))
    faults += _faults_of_roles(own)
    if own.get("accounts", "linked") not in ("linked", "made"):
        faults.append(Phrase("sso-fault-accounts", {"key": f"{SECTION}.accounts"}))
    if not _number(own.get("hours", 1), 0, MOST_HOURS):
        faults.append(Phrase("sso-fault-hours", {"key": f"{SECTION}.hours", "most": f"{MOST_HOURS:g}"}))
    leeway = own.get("leeway_seconds", 1)
    if leeway != 0 and not (isinstance(leeway, int) and _number(leeway, 0, MOST_LEEWAY)):
        faults.append(Phrase("sso-fault-leeway", {"key": f"{SECTION}.leeway_seconds", "most": MOST_LEEWAY}))
    if not isinstance(own.get("userinfo", False), bool):
        faults.append(Phrase("sso-fault-yes-no", {"key": f"{SECTION}.userinfo"}))
    for key in ("contact", "name"):
        if not isinstance(own.get(key, ""), str):
            faults.append(Phrase("sso-fault-text", {"key": f"{SECTION}.{key}"}))
    return faults


def _faults_of_roles(own: Mapping[str, Any]) -> list[Phrase]:
    roles = own.get("roles")
    if not isinstance(roles, Mapping) or not roles:
        return [Phrase("sso-fault-missing", {"key": f"{SECTION}.roles"})]
    faults = [
        Phrase("sso-fault-role", {"key": f'{SECTION}.roles."{value}"', "roles": ", ".join(ROLES)})
        for value, role in roles.items()
        if role not in ROLES
    ]
    if "manager" in roles.values() and "manager_id_claim" not in own:
        faults.append(Phrase("sso-fault-manager-id", {"key": f"{SECTION}.manager_id_claim"}))
    return faults


def _text(table: Mapping[str, Any], key: str) -> str:
    """The text that stands there; empty where there is none, or something else."""
    value = table.get(key)
    return value.strip() if isinstance(value, str) else ""


def _names(value: object) -> bool:
    """Whether it says where a claim stands: one text, or a list of texts."""
    if isinstance(value, str):
        return bool(re.fullmatch(r"[^.]+(\.[^.]+)*", value))
    return isinstance(value, list) and bool(value) and all(isinstance(part, str) and part for part in value)


def _number(value: object, above: float, most: float) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool) and above < value <= most


def _safe(address: str) -> bool:
    """Whether nobody on the way reads along: https, or this machine itself."""
    try:
        found = urlsplit(address)
        return found.scheme == "https" or (found.scheme == "http" and found.hostname in _LOOPBACK)
    except ValueError:
        return False
