"""What is registered is there, what is there is registered, and all of it has a name in both languages."""

import pytest

from access.actor import Actor
from access.permissions import ROLES
from data.reading.columns.kinds import KINDS
from shell.navigation import ENTRIES, FIRST_PAGE, page_name
from tests.places import ROOT
from views.desk import upload
from words.text import text_for


def test_every_script_of_a_page_is_registered_once():
    scripts = {str(p.relative_to(ROOT)) for p in (ROOT / "pages").rglob("*.py") if p.stem != "__init__"}
    assert sorted(entry.script for entry in ENTRIES) == sorted(scripts)
    assert len({entry.address for entry in ENTRIES}) == len(ENTRIES)
    assert set(FIRST_PAGE.values()) <= {entry.address for entry in ENTRIES}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_page_has_a_name_and_a_section(lang):
    t = text_for(lang)
    keys = {page_name(entry.address, Actor("x", role)) for entry in ENTRIES for role in ROLES}
    keys |= {f"nav-section-{entry.section}" for entry in ENTRIES}
    assert {key for key in keys if not t.has(key)} == set()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_desk_offers_every_kind_of_file_by_its_name(lang):
    assert set(upload.KINDS) == set(KINDS)
    assert {kind for kind in KINDS if not text_for(lang).has(f"desk-kind-{kind}")} == set()
