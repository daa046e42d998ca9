"""Which tests may be skipped, and why. Any other skip is a failure: tests/conftest.py sees to it.

A test says which of these it is by how its reason begins: ``pytest.skip("real-data: what is missing")``.
"""

ALLOWED_SKIPS = {
    "real-data": "figures of real branches and salespeople: used where they lie, not ours to ship",
}


def is_allowed(reason: str) -> bool:
    """Whether the reason of a skip begins with a key of the list and goes on to say what is missing."""
    key, _, missing = reason.partition(":")
    return key in ALLOWED_SKIPS and bool(missing.strip())
