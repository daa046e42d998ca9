"""Files in the place of others, so that a power cut leaves the one or the other and nothing between."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from pathlib import Path

_PART = 1 << 22
"""Bytes read at a time: a copy may be larger than the memory."""


def sha256(path: Path) -> str:
    """The sum of a file of any size."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()


def settle(path: Path) -> None:
    """Have a written file, and its name in the folder, stand what a power cut does."""
    with path.open("r+b") as file:
        os.fsync(file.fileno())
    settle_folder(path.parent)


def settle_folder(folder: Path) -> None:
    """Have names stand that were given in a folder. Windows opens no folders, and writes names at once."""
    if sys.platform == "win32":
        return
    held = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(held)
    finally:
        os.close(held)


def bring(source: Path, target: Path) -> None:
    """Copy a file under its name all at once: first beside it, then in its place."""
    beside = target.with_name(f".{target.name}.part")
    try:
        with source.open("rb") as read, beside.open("wb") as written:
            shutil.copyfileobj(read, written, _PART)
        settle(beside)
        beside.replace(target)
    finally:
        beside.unlink(missing_ok=True)
    settle_folder(target.parent)


def move(source: Path, target: Path) -> None:
    """Move a file, also to another disk, so that the target is whole whenever it is there."""
    try:
        source.replace(target)
    except OSError:
        bring(source, target)
        source.unlink()
    else:
        settle_folder(target.parent)


def unused(path: Path) -> Path:
    """`path`, or where it is there already the first of its name with a number behind that is not: two things
    may be kept aside within one second, and neither may take the other's place."""
    found, count = path, 1
    while found.exists():
        count += 1
        found = path.with_name(f"{path.stem}-{count}{path.suffix}")
    return found
