"""docs/growth.md: its ladder can be read, and it tells every code that a ladder may read."""

import re

from scoring.growth.ladder import OWN, read
from tests.places import ROOT

GUIDE = (ROOT / "docs" / "growth.md").read_text(encoding="utf-8")


def test_its_example_is_a_post_of_a_ladder():
    (example,) = re.findall(r"```toml\n(.*?)```", GUIDE, re.DOTALL)
    assert len(read(f"[[post]]\nname = 'x'\nheld = 'x'\n{example}", ()).posts) == 2


def test_every_code_of_a_ladder_stands_on_it():
    rows = [row.split("|")[1] for row in GUIDE.splitlines() if row.startswith("| `")]
    assert {code for row in rows for code in re.findall("`([A-Z_]+)`", row)} == set(OWN)
