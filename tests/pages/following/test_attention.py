"""The page of attention: decisions, then a table a matter, of which a row leads to where it is dealt with."""

import pytest

from tests.branch import GAO, LI, NING
from tests.pages.visits import words
from workflow.board import attention


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("actor", [LI, NING, GAO], ids=lambda a: a.username)
def test_every_matter_stands_in_a_table_of_its_own(db, visit, tables, actor, lang):
    head, app = db.head(), visit(actor, "attention", lang)
    assert not app.exception and db.head() == head
    found = attention.attention(actor, db)
    drawn = {key: rows for key, (_, rows) in tables.items() if key.startswith("attention-")}
    assert list(drawn) == [f"attention-{m.kind}" for m in found.matters if m.about]
    for matter in found.matters:
        rows = drawn[f"attention-{matter.kind}"]
        assert [row["id"] for row in rows] == [c.person.manager_id for c in matter.about]
        assert all(row["cells"]["says"] and row["cells"]["do"] for row in rows)
    assert bool(found.people) or found.people is None or app.info  # who heads nobody is told what to do


def test_the_leaderboard_counts_what_waits_and_leads_there(db, visit):
    app = visit(LI, "leaderboard")
    (waits,) = (m for m in app.metric if m.label == "等我处理")
    assert waits.value == str(attention.attention(LI, db).asks)
    assert "查看" in words(app) or not app.exception
