"""What docs/scheme.md lists."""

import re

from tests.places import ROOT

KEYS, FORMULAS = (ROOT / "docs" / "scheme.md").read_text(encoding="utf-8").split("## Formulas")


def documented():
    """Keys by the table of the file that they stand in."""
    found = {}
    for kind, rows in re.findall(
        r"^\| key(?: of `(\w+)`)? \|.*\n\|[- |]+\n((?:\|.*\n)+)", KEYS, re.MULTILINE
    ):
        found.setdefault(kind or "scheme", set()).update(re.findall(r"^\| `(\w+)` ", rows, re.MULTILINE))
    return found
