"""The vault of the 360 reviews: what raters say is stored sealed, with keys in a file beside the database.

The keys are never in the database and in no copy of it. Sealed texts of one campaign are all of one length
and carry no moment, so that they cannot be told apart by anybody who lacks the key.

A database file keeps rows that were deleted until their place is needed, so earlier states of a campaign can
be found in it. Each state therefore has a key of its own, and the key of the state before is forgotten.
"""

from __future__ import annotations

import base64
import json
import os
import threading
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from data.errors import VaultClosed

ENDING = ".vault-key"
_NO_MOMENT = 0
"""Fernet writes the time into what it seals; it would tell when somebody answered."""
_LASTING, _STATES = "lasting", "states"
_file = threading.Lock()
"""The file is read and written by one at a time."""


class Sealer:
    """Seals and opens with one key."""

    def __init__(self, key: str) -> None:
        self.key = key
        self._fernet = Fernet(key)

    def sealed(self, content: Mapping[str, object], room: int) -> bytes:
        """`content` as JSON, filled up to `room` bytes and sealed.

        Raises
        ------
        ValueError : it is longer, and its length would tell it from others.
        """
        text = json.dumps(content, ensure_ascii=False, separators=(",", ":")).encode()
        if len(text) > room:
            raise ValueError(f"{len(text)} bytes in a room of {room}")
        token = self._fernet.encrypt_at_time(text.ljust(room), _NO_MOMENT)
        return base64.urlsafe_b64decode(token)

    def opened(self, sealed: bytes) -> dict[str, Any] | None:
        """What was sealed; None where it was with another key."""
        try:
            text = self._fernet.decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            return None
        content: dict[str, Any] = json.loads(text)
        return content


class Vault:
    """The keys of a database: a lasting one, and one for the present state of each campaign."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._replaced: tuple[str, str] | None = None
        with _file:
            self._read()

    @property
    def lasting(self) -> Sealer:
        """Seals what may be opened for good: comments that were drawn."""
        with _file:
            return Sealer(self._read()[_LASTING])

    def present(self, campaign_id: int, sealed: bytes) -> Sealer:
        """What opens the present state of a campaign, of which `sealed` is a part.

        Raises
        ------
        VaultClosed : its key is not there.
        """
        with _file:
            keys = self._read()[_STATES].get(str(campaign_id), ())
        for sealer in map(Sealer, keys):
            if sealer.opened(sealed) is not None:
                return sealer
        raise self.wrong()

    def next(self, campaign_id: int, before: Sealer | None) -> Sealer:
        """What seals the next state of a campaign. The key of the state before stays until :meth:`settle`
        says that the next one is stored."""
        made = Fernet.generate_key().decode()
        keys = [made] if before is None else [made, before.key]
        with _file:
            held = self._read()
            self._write({**held, _STATES: {**held[_STATES], str(campaign_id): keys}})
        self._replaced = None if before is None else (str(campaign_id), before.key)
        return Sealer(made)

    def settle(self) -> None:
        """Forget the key of the state before, now that the next one is stored: what the file of the database
        still holds of it can be opened by nobody from here on."""
        if self._replaced is None:
            return
        campaign, key = self._replaced
        with _file:
            held = self._read()
            left = [one for one in held[_STATES].get(campaign, ()) if one != key]
            self._write({**held, _STATES: {**held[_STATES], campaign: left}})
        self._replaced = None

    def wrong(self) -> VaultClosed:
        """What is said where the keys are not those of the database as it stands."""
        return VaultClosed("errors-vault-key-wrong", path=str(self.path))

    def _read(self) -> dict[str, Any]:
        try:
            held = json.loads(self.path.read_bytes())
            Sealer(held[_LASTING])
            if not isinstance(held[_STATES], dict):
                raise self.wrong()
        except FileNotFoundError:
            raise VaultClosed("errors-vault-key-missing", path=str(self.path)) from None
        except (ValueError, KeyError, TypeError):
            raise self.wrong() from None
        return dict(held)

    def _write(self, held: Mapping[str, Any]) -> None:
        """In the place of the file, all at once; what stood there is overwritten once the place is safe."""
        beside = self.path.with_name(f"{self.path.name}.new")
        beside.unlink(missing_ok=True)
        _store(beside, held)
        size = self.path.stat().st_size
        with self.path.open("r+b") as old:
            beside.replace(self.path)
            _settle_folder(self.path)
            old.write(bytes(size))
            old.flush()
            os.fsync(old.fileno())


def key_file(database: Path) -> Path:
    """Where the keys of a database lie."""
    return database.with_suffix(ENDING)


def vault(database: Path, *, make: bool = False) -> Vault:
    """The vault of a database; with `make` its file is made where there is none.

    Raises
    ------
    VaultClosed : there is none, or what lies there is none.
    """
    path = key_file(database)
    if make and not path.exists():
        _store(path, {_LASTING: Fernet.generate_key().decode(), _STATES: {}})
    return Vault(path)


def _store(path: Path, held: Mapping[str, Any]) -> None:
    """A new file that nobody but the owner may read."""
    with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "wb") as file:
        file.write(json.dumps(held).encode())
        file.flush()
        os.fsync(file.fileno())
    _settle_folder(path)


def _settle_folder(path: Path) -> None:
    """Have the name of a file stand what a power cut does: its own bytes are written apart from it."""
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)
