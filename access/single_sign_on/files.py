"""The files of secrets, as Streamlit reads them."""

from __future__ import annotations

import tomllib
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from access.single_sign_on.errors import WrongSettings
from scoring.errors import Phrase


def secrets(paths: Iterable[str | Path]) -> dict[str, Any]:
    """What stands in the files that are there; a table of a later file takes the place of an earlier one's.

    Raises
    ------
    WrongSettings : a file that is no TOML, or that cannot be read. Nothing of what stands in it is told.
    """
    found: dict[str, Any] = {}
    for path in map(Path, paths):
        if not path.is_file():
            continue
        try:
            found |= tomllib.loads(path.read_text(encoding="utf-8"))
        except tomllib.TOMLDecodeError as fault:
            # The message ends with where it is, and may begin with what stands there.
            place = str(fault).rpartition("(")[2].rstrip(")")
            raise WrongSettings([Phrase("sso-fault-toml", {"file": path.name, "place": place})]) from None
        except (OSError, UnicodeDecodeError):
            raise WrongSettings([Phrase("sso-fault-file", {"file": path.name})]) from None
    return found
