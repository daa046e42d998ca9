"""A scheme file with a comment at each key where it stands first, for somebody who writes the first one."""

from __future__ import annotations

import re
from collections.abc import Iterator

from scoring import Scheme
from words.text import Text

_TABLE = re.compile(r"\[\[(\w+)\]\]")
_KEY = re.compile(r"(\w+) = ")


def annotated(scheme: Scheme, t: Text) -> str:
    """The text of the scheme file; without its comments it is :meth:`scoring.Scheme.to_toml`."""
    return "\n".join(
        (*_comment("scheme-file", t), "", *_lines(scheme, t), "", *_comment("scheme-file-more", t), "")
    )


def _lines(scheme: Scheme, t: Text) -> Iterator[str]:
    table, said = "scheme", set()
    for line in scheme.to_toml().splitlines():
        opened, key = _TABLE.fullmatch(line), _KEY.match(line)
        if opened is not None:
            table = opened[1]
        name = f"scheme-file-{table}" + ("" if key is None else f"-{key[1].replace('_', '-')}")
        if (opened or key) and name not in said and t.has(name):
            said.add(name)
            yield from _comment(name, t)
        yield line


def _comment(name: str, t: Text) -> Iterator[str]:
    for line in t(name).splitlines():
        yield f"# {line}".rstrip()
