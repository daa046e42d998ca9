"""The vault of the 360 reviews: what raters say is stored sealed, with a key that lies beside the database.

The key is never in the database and in no copy of it. Sealed texts of one campaign are all of one length
and carry no moment, so that they cannot be told apart by anybody who lacks the key.
"""

from __future__ import annotations

import base64
import json
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet, InvalidToken

from data.errors import VaultClosed

ENDING = ".vault-key"
_NO_MOMENT = 0
"""Fernet writes the time into what it seals; it would tell when somebody answered."""


class Vault:
    """Seals and opens with one key."""

    def __init__(self, key: bytes, path: Path) -> None:
        self._fernet, self._path = Fernet(key), path

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

    def opened(self, sealed: bytes) -> dict[str, Any]:
        """What was sealed.

        Raises
        ------
        VaultClosed : it was sealed with another key.
        """
        try:
            text = self._fernet.decrypt(base64.urlsafe_b64encode(sealed))
        except InvalidToken:
            raise VaultClosed("errors-vault-key-wrong", path=str(self._path)) from None
        content: dict[str, Any] = json.loads(text)
        return content


def key_file(database: Path) -> Path:
    """Where the key of a database lies."""
    return database.with_suffix(ENDING)


def vault(database: Path, *, make: bool = False) -> Vault:
    """The vault of a database; with `make` its key is made where there is none.

    Raises
    ------
    VaultClosed : there is no key, or what lies there is none.
    """
    path = key_file(database)
    if make:
        _make(path)
    try:
        return Vault(path.read_bytes().strip(), path)
    except FileNotFoundError:
        raise VaultClosed("errors-vault-key-missing", path=str(path)) from None
    except ValueError:
        raise VaultClosed("errors-vault-key-wrong", path=str(path)) from None


def _make(path: Path) -> None:
    """A new key that nobody but the owner may read; one that is there stays."""
    try:
        handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    except FileExistsError:
        return
    with os.fdopen(handle, "wb") as file:
        file.write(Fernet.generate_key())
        file.flush()
        os.fsync(file.fileno())
