"""docs/security.md says what the permissions are."""

from access.permissions import TABLE, Action
from documents.permission_table import TARGET, guide, table
from words.text import text_for

WRITTEN = TARGET.read_text(encoding="utf-8")


def test_its_table_is_the_table():
    """Where this fails, run ``python -m documents.permission_table`` and read what has changed."""
    assert guide(WRITTEN) == WRITTEN


def test_a_change_of_the_table_is_seen(monkeypatch):
    monkeypatch.delitem(TABLE, ("manager", Action.VIEW_SCORECARD))
    assert guide(WRITTEN) != WRITTEN


def test_every_grant_has_its_row_and_its_reason_in_words():
    t, rows = text_for("en"), table().splitlines()[2:]
    assert len(rows) == len(TABLE)
    for (role, action), grant in TABLE.items():
        (row,) = (r for r in rows if f"`{role}`" in r and f"| `{action}` |" in r)
        assert row.endswith(f"| {grant.scope} | {t(f'reason-{grant.reason}')} |")
