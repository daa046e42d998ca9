"""Signed-in browsers: a secret each, kept hashed, that stands until somebody signs out, nobody is at it,
or what the account may do is changed.

The secret (the token) is known to the browser alone; here and in the database only its SHA-256 is kept, so
that whoever reads the database cannot sit down in somebody's place.
"""

from __future__ import annotations

import datetime as dt
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from access import audit
from access.accounts import in_use
from access.actor import Actor
from access.sessions import Session
from access.single_sign_on import identities
from access.single_sign_on.standing import Word, standing
from data.database import Database
from data.stores import setting_store, sign_in_store
from data.stores.sign_in_store import SignIn

Why = Literal[
    "left",
    "everywhere",
    "replaced",
    "idle",
    "disabled",
    "password",
    "role",
    "manager",
    "administrator",
    "expired",
    "provider",
]
"""What ends a sign-in; the first three and the last are the person's own doing."""

KNOWN_MOST = 20
"""So many browsers are known of a person: those last seen."""
KNOWN_DAYS = 180
"""For so long a browser keeps the secret that it is known by, counted from the last sign-in there."""

IDLE_MINUTES = 30
"""Nobody at it for so long ends a sign-in, where the branch has not set another limit."""
IDLE_SETTING = "idle_minutes"
MINUTE = dt.timedelta(minutes=1)
NOTHING = dt.timedelta(0)


@dataclass(frozen=True)
class Over:
    """Nobody is signed in with that token (any more): ``why``, None where there never was one."""

    why: str | None


def begin(db: Database, actor: Actor) -> tuple[str, Session]:
    """Sign `actor` in at a browser: the token to be given to it, and the session it stands for."""
    token, at = secrets.token_urlsafe(32), audit.now()
    db.write(lambda cursor: sign_in_store.add(cursor, hashed(token), actor.username, at))
    return token, Session(actor, at, hashed(token))


def begin_vouched(db: Database, actor: Actor, word: Word) -> str:
    """Sign `actor` in on a provider's word, which ends it: the token to be given to the browser."""
    token, _ = begin(db, actor)
    standing.hold(hashed(token), word)
    return token


def know(db: Database, token: str, browser: str) -> None:
    """Remember that whoever signed in with `token` did so in the browser of that secret, so that strangers'
    wrong tries do not keep the person out there. It opens nothing."""
    with db.read() as cursor:
        found = sign_in_store.sign_in(cursor, hashed(token))
    if found is None or found.ended:
        return
    db.write(
        lambda cursor: sign_in_store.know(cursor, hashed(browser), found.username, audit.now(), KNOWN_MOST)
    )


def hashed(token: str) -> str:
    """The token as it is stored. It is as random as its hash is long, so nothing is added to it."""
    return hashlib.sha256(token.encode(errors="surrogatepass")).hexdigest()


def session(db: Database, token_sha256: str) -> Session | Over:
    """The session that a token stands for, with the person's present role; what has ended it is stored where
    it comes to light here."""
    found, limit = _read(db, token_sha256)
    if found is None or found.ended:
        return Over(found.ended if found else None)
    if found.seen_at + limit <= audit.now():
        return _over(db, token_sha256, "idle")
    if _vouched(db, found) and standing.left(token_sha256) <= NOTHING:
        return _over(db, token_sha256, "expired")
    actor = in_use(db, found.username)
    return Session(actor, found.began_at, token_sha256) if actor else _over(db, token_sha256, "disabled")


def left(db: Database, token_sha256: str, *, used: bool = False) -> float:
    """Seconds until the sign-in is over unless somebody uses it; 0 where it is. With `used`, somebody
    has just done so, and the clock begins anew."""
    found, limit = _read(db, token_sha256)
    now = audit.now()
    if found is None or found.ended or found.seen_at + limit <= now:
        return 0.0
    most = standing.left(token_sha256) if _vouched(db, found) else limit
    if most <= NOTHING:
        return 0.0
    # A short limit is one that somebody wants to see work.
    if used and now - found.seen_at >= min(MINUTE, limit / 4):
        db.write(lambda cursor: sign_in_store.see(cursor, token_sha256, now))
        return min(limit, most).total_seconds()
    return min(found.seen_at + limit - now, most).total_seconds()


def asks_after(db: Database, token_sha256: str) -> float:
    """Seconds after which the browser asks by itself whether the sign-in still stands: when nobody was at it
    for so long, or the provider's word is over."""
    limit, word = idle_limit(db), standing.left(token_sha256)
    return (min(limit, word) if word > NOTHING else limit).total_seconds()


def others(db: Database, session: Session) -> int:
    """At how many more browsers the person is signed in."""
    since = audit.now() - idle_limit(db)
    with db.read() as cursor:
        tokens = sign_in_store.standing(cursor, session.actor.username, since)
    return len(set(tokens) - {session.token_sha256})


def end(db: Database, token_sha256: str, why: Why = "left") -> None:
    """Sign out at one browser, in all its tabs."""
    db.write(lambda cursor: sign_in_store.end(cursor, token_sha256, why, audit.now()))


def end_everywhere(db: Database, session: Session) -> None:
    """Sign the person out at every browser, this one included."""
    who = session.actor.username
    db.write(lambda cursor: sign_in_store.end_all(cursor, who, "everywhere", audit.now()))


def idle_limit(db: Database) -> dt.timedelta:
    """How long nobody may be at a signed-in browser."""
    return dt.timedelta(minutes=idle_minutes(setting_store.remembered(db)))


def idle_minutes(settings: Mapping[str, str]) -> float:
    """The same in minutes, from the branch's settings."""
    return float(settings.get(IDLE_SETTING) or IDLE_MINUTES)


def _read(db: Database, token_sha256: str) -> tuple[SignIn | None, dt.timedelta]:
    with db.read() as cursor:
        found = sign_in_store.sign_in(cursor, token_sha256)
    return found, idle_limit(db)


def _vouched(db: Database, found: SignIn) -> bool:
    """Whether the sign-in rests on a provider's word: a linked account has no other way in."""
    return found.username in identities.linked(db)


def _over(db: Database, token_sha256: str, why: Why) -> Over:
    end(db, token_sha256, why)
    return Over(why)
