"""Workbooks that are archives (xlsx, ods): their parts by name, read as a stream that ends in time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from typing import IO

from lxml import etree

from data.errors import UnreadableFile

START = b"PK\x03\x04"
MOST_UNPACKED = 300_000_000
MOST_RATIO = 400
_MOST_PARTS = 10_000
_MOST_BETWEEN = 4_000_000
"""Bytes between the ends of two rows: one row of the largest sheet that is read is far shorter."""
_ENCRYPTED = 0x1
_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)


class Archive:
    """The parts of a workbook, by names without regard to case or to the kind of slash.

    Raises
    ------
    UnreadableFile : no archive, one that unpacks to an absurd size, or one with a password.
    """

    def __init__(self, file_name: str, raw: bytes) -> None:
        self.file_name = file_name
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(raw))
        except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError):
            raise UnreadableFile("errors-file-damaged", file=file_name) from None
        entries = self._zip.infolist()
        unpacked = sum(entry.file_size for entry in entries)
        # A part ends where its stated size ends, so that these sizes bound what is ever unpacked.
        if unpacked > min(MOST_UNPACKED, MOST_RATIO * max(len(raw), 10_000)) or len(entries) > _MOST_PARTS:
            raise UnreadableFile("errors-file-bomb", file=file_name)
        if any(entry.flag_bits & _ENCRYPTED for entry in entries):
            raise UnreadableFile("errors-file-password", file=file_name)
        self._entries = {_plain(entry.filename): entry for entry in entries}

    def __contains__(self, name: str) -> bool:
        return _plain(name) in self._entries

    def _open(self, name: str) -> IO[bytes]:
        entry = self._entries.get(_plain(name))
        if entry is None or entry.compress_type not in _METHODS:
            raise UnreadableFile("errors-file-damaged", file=self.file_name)
        return self._zip.open(entry)

    def read(self, name: str) -> bytes:
        """A small part whole.

        Raises
        ------
        UnreadableFile : it is missing, or large.
        """
        with self._open(name) as part:
            text = part.read(_MOST_BETWEEN)
            if part.read(1):
                raise UnreadableFile("errors-file-bomb", file=self.file_name)
            return text

    def tree(self, name: str) -> etree._Element:
        """A small part as a tree, faults of its writer mended; nothing outside the file is looked up."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True, recover=True
        )
        tree = etree.fromstring(self.read(name), parser)
        if tree is None:
            raise UnreadableFile("errors-file-damaged", file=self.file_name)
        return tree

    def elements(
        self, name: str, tags: tuple[str, ...], starts: tuple[str, ...] = (), *, mend: bool = False
    ) -> Iterator[tuple[str, etree._Element]]:
        """("start" or "end", element) for the tags as the part is unpacked; an element is emptied after
        its end was seen. `starts` are those of `tags` whose start is wanted, too; `mend`: read on behind
        faults of its writer.

        Raises
        ------
        UnreadableFile : megabytes pass between two of them.
        etree.XMLSyntaxError : the part is damaged.
        """
        with self._open(name) as part:
            stream = Bounded(part, self.file_name)
            events = ("start", "end") if starts else ("end",)
            found = etree.iterparse(
                stream,
                events=events,
                tag=tuple(f"{{*}}{tag}" for tag in tags),
                recover=mend,
                resolve_entities=False,
                no_network=True,
                remove_comments=True,
                remove_pis=True,
            )
            for event, element in found:
                if event == "start":
                    if local(element) in starts:
                        yield event, element
                    continue
                stream.since = 0
                yield event, element
                element.clear()
                while element.getprevious() is not None:
                    del element.getparent()[0]


class Bounded:
    """A stream that refuses to be read on where too much of it is one element; whoever takes an element
    sets ``since`` back to 0.
    """

    def __init__(self, part: IO[bytes], file_name: str) -> None:
        self._part, self._file_name = part, file_name
        self.since = 0

    def read(self, size: int = -1) -> bytes:
        """The next bytes."""
        chunk = self._part.read(size)
        self.since += len(chunk)
        if self.since > _MOST_BETWEEN:
            raise UnreadableFile("errors-file-bomb", file=self._file_name)
        return chunk


def _plain(name: str) -> str:
    return name.replace("\\", "/").lstrip("/").casefold()


def local(element: etree._Element) -> str:
    """The tag without its namespace (files of the strict kind have others)."""
    return str(element.tag).rpartition("}")[2]


def attribute(element: etree._Element, name: str) -> str:
    """An attribute whatever its namespace, "" where it is missing."""
    for key, value in element.items():
        if str(key).rpartition("}")[2] == name:
            return str(value)
    return ""
