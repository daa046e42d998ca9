"""The mapping file: how a source heads its columns, beside the names that are known anyway."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from data.errors import UnreadableFile
from data.reading.columns.headings import ROLES, Mapping_, bare
from data.reading.known import Known

OWN_NAMES = 3
"""Code, name and English name of an indicator; what follows in the library are aliases."""
_ALSO = {"manager_id": "id"}
_KEYS = ("names", "unit")


def mapping_file(path: Path) -> Mapping_:
    """Read a mapping file: lists of headings by role (``id``, ``name``, ``period`` …), and a table
    ``[indicators]`` of ``code = { names = [...], unit = "元" }``. What it names comes before what is known.

    Raises
    ------
    UnreadableFile : missing, no TOML, or a key that is none or of the wrong type, by its name.
    """
    if not path.is_file():
        raise UnreadableFile("errors-file-missing", file=str(path))
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError):
        raise UnreadableFile("errors-mapping", file=path.name) from None
    roles: dict[str, tuple[str, ...]] = {}
    indicators: Mapping[str, Any] = {}
    for key, value in found.items():
        if key == "indicators":
            indicators = _table(path.name, key, value)
        elif (role := _ALSO.get(key, key)) in ROLES:
            roles[role] = _texts(path.name, key, value)
        else:
            raise _wrong(path.name, key, "none")
    names: dict[str, tuple[str, ...]] = {}
    units: dict[str, str] = {}
    for code, value in indicators.items():
        entry = _table(path.name, f"indicators.{code}", value)
        for key in entry:
            if key not in _KEYS:
                raise _wrong(path.name, f"indicators.{code}.{key}", "none")
        names[code] = _texts(path.name, f"indicators.{code}.names", entry.get("names"))
        units[code] = entry.get("unit", "")
        if not isinstance(units[code], str):
            raise _wrong(path.name, f"indicators.{code}.unit", "text")
    matched = {bare(name)[0]: code for code, own in names.items() for name in own}
    return Mapping_(roles, names, units, matched)


def mapping_of(known: Known, given: Mapping_ | None = None) -> Mapping_:
    """How headings are read: by the names and aliases of the indicator library, and as `given` says.

    Raises
    ------
    UnreadableFile : `given` keeps an indicator in another unit than the library.
    """
    names: dict[str, tuple[str, ...]] = {}
    for alias, code in (known.indicators or {}).items():
        names[code] = (*names.get(code, ()), alias)
    if given is None:
        return Mapping_(ROLES, names, known.units, usual=OWN_NAMES)
    for code, unit in given.units.items():
        kept = known.units.get(code)
        if kept and unit and unit != kept:
            raise UnreadableFile("errors-mapping-unit", indicator=code, unit=unit, kept=kept)
    roles = {role: _joined(own, given.roles.get(role, ())) for role, own in ROLES.items()}
    indicators = {
        code: _joined(names.get(code, ()), given.indicators.get(code, ()))
        for code in dict.fromkeys((*names, *given.indicators))
    }
    units = {**given.units, **{code: unit for code, unit in known.units.items() if unit}}
    return Mapping_(roles, indicators, units, given.confirmed, usual=OWN_NAMES)


def _joined(own: tuple[str, ...], more: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys((*own, *more)))


def _table(file: str, key: str, value: object) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise _wrong(file, key, "table")
    return value


def _texts(file: str, key: str, value: object) -> tuple[str, ...]:
    if not isinstance(value, list) or not all(isinstance(text, str) for text in value):
        raise _wrong(file, key, "list")
    return tuple(value)


def _wrong(file: str, key: str, expected: str) -> UnreadableFile:
    return UnreadableFile("errors-mapping-key", file=file, name=key, expected=expected)
