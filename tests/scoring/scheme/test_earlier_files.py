"""A scheme without the later keys is what it was: its text, its hash, and its totals."""

import pytest

from scoring import Scheme
from tests.places import FIXTURES

# Worked out by the engine as it was before sections, profiles, conditions and formulas were known.
HASHES = {
    "x-branch-v1": "20307388b981a9d682310eacb286bf2932c80c9788ef681c62883a8c4f058739",
    "x-branch-v2": "06e8b936f3770ae45f3cf2f9478a4c978e06a6944c878a3cae28308352cbdbcf",
}


@pytest.mark.parametrize("name", HASHES)
def test_its_hash_is_what_it_was(name):
    scheme = Scheme.from_toml((FIXTURES / "schemes" / f"{name}.toml").read_text(encoding="utf-8"))
    assert scheme.canonical_hash() == HASHES[name]
    assert scheme.points == 100 and scheme.straight
