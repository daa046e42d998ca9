"""What the guides for administrators name is there."""

import re

import pytest

from tests.places import ROOT

SECURITY, OPERATIONS = (
    (ROOT / "docs" / name).read_text(encoding="utf-8") for name in ("security.md", "operations.md")
)
NAMED = sorted(set(re.findall(r"`((?:tests|deploy|tools)/[\w./-]+)`?", SECURITY + OPERATIONS)))


@pytest.mark.parametrize("path", NAMED)
def test_a_file_that_they_name_is_there(path):
    assert (ROOT / path).exists()


def test_every_threat_says_by_what_it_is_held_and_shown():
    table = SECURITY.split("## Threat model")[1].split("**What does not hold**")[0]
    rows = [row.strip("|").split("|") for row in table.splitlines() if row.startswith("| ")][1:]
    assert len(rows) >= 12
    assert [row[0] for row in rows if len(row) != 3 or "`" not in row[2]] == []


def test_its_parts_are_where_the_contents_say():
    """Anchors as GitHub makes them of headings."""
    headings = re.findall(r"^## (.+)$", OPERATIONS, re.MULTILINE)
    anchors = {re.sub(r"[^\w -]", "", heading.lower()).replace(" ", "-") for heading in headings}
    assert set(re.findall(r"\]\(#([\w-]+)\)", OPERATIONS)) <= anchors
