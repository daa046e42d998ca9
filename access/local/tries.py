"""The tries at signing in, of this process and of the one before it."""

from __future__ import annotations

import datetime as dt
import hashlib
import math

from access import audit
from access.errors import SignInFailed
from access.local.brake import FORGOTTEN, Brake, Key, Pause
from data.database import Database
from data.stores import sign_in_store
from data.stores.sign_in_store import Waiting

brake = Brake()
"""The process's own; names that wait are stored, so that a restart gives strangers no tries back."""


def require_try(db: Database, key: Key) -> None:
    """Count a try.

    Raises
    ------
    SignInFailed : there may be none now; it says for how many minutes.
    """
    _restore(db)
    if wait := brake.admit(key):
        raise SignInFailed("errors-signin-wait", minutes=math.ceil(wait / 60))


def waiting_until(db: Database, username: str) -> dt.datetime | None:
    """Until when (UTC) strangers have to wait for an account; None where they need not."""
    _restore(db)
    pause = brake.pause(hashed(username))
    return None if pause is None else audit.now() + dt.timedelta(seconds=pause.seconds)


def forgive(db: Database, username: str) -> None:
    """Give all tries at a name back: it has a new password."""
    brake.forgive(hashed(username))
    db.write(lambda cursor: sign_in_store.waits_no_more(cursor, hashed(username)))


def hashed(name: str) -> str:
    """The name as it is remembered: of one size, and not to be read, since people type passwords there."""
    return hashlib.sha256(name.encode(errors="surrogatepass")).hexdigest()


def was_wrong(db: Database, key: Key) -> None:
    """The try that was counted was wrong: where strangers wait from now on, that is stored."""
    pause = None if key.browser else brake.pause(key.name)
    if pause is None:
        return
    now = audit.now()
    row = Waiting(key.name, pause.pauses, now + dt.timedelta(seconds=pause.seconds))
    before = now - dt.timedelta(seconds=FORGOTTEN)
    db.write(lambda cursor: sign_in_store.waits(cursor, row, before))


def was_right(db: Database, key: Key) -> None:
    """The try that was counted was right: forget it and the wrong ones before it."""
    waited = not key.browser and brake.pauses(key.name)
    brake.right(key)
    if waited:
        db.write(lambda cursor: sign_in_store.waits_no_more(cursor, key.name))


def _restore(db: Database) -> None:
    def waiting() -> list[tuple[str, Pause]]:
        now = audit.now()
        with db.read() as cursor:
            found = sign_in_store.waiting(cursor)
        return [
            (one.name_sha256, Pause(one.pauses, max((one.until - now).total_seconds(), 0.0)))
            for one in found
            if (now - one.until).total_seconds() < FORGOTTEN
        ]

    brake.restore(db.path, waiting)
