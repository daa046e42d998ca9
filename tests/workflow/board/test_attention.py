"""What asks for a superior's attention: whose, in which order, the same figures as where they come from."""

import datetime as dt

import pytest

from access import audit
from access.actor import Actor
from access.demo import STAFF
from access.errors import AccessDenied
from data import clock
from tests.branch import FIRST, GAO, LI, NING, TANG, last, measured_in
from tests.stored import change_values, drop_values, put_values
from workflow import receipts
from workflow.board import attention
from workflow.board.attention import ORDER
from workflow.growth import due, plans, talks
from workflow.results import publishing, scores, superiors

MANAGER = Actor("cm01", "manager", "CM01")
COMING_DAY = dt.date(2026, 11, 21)


def matters(db, actor=LI):
    return {m.kind: m for m in attention.attention(actor, db).matters}


def people(matter):
    return [c.person.manager_id for c in matter.about] if matter else []


def measured(db, manager_id, code, value):
    """Another figure of the newest period, from now on."""

    def work(cursor) -> None:
        put_values(
            cursor,
            """
            VALUES (?, ?, ?, ?, 1, current_localtimestamp())
            """,
            [manager_id, code, last(db).code, value],
        )
        audit.append(cursor, FIRST, "correct", manager_id, {})

    db.write(work)


@pytest.fixture
def coming(db, monkeypatch):
    """Two thirds of November are over and some of its figures are in: nothing of CM03, little of CM04, and
    half of October's of CM05."""
    month = last(db).shift(1)
    measured_in(db, month, last(db))

    def half(cursor) -> None:
        for gone in ("manager_id = 'CM03'", "indicator_code NOT LIKE 'C%' AND manager_id = 'CM04'"):
            drop_values(cursor, f"{gone} AND period = '{month}'")
        change_values(cursor, "value = value / 2", f"manager_id = 'CM05' AND period = '{month}'")
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(half)
    monkeypatch.setattr(clock, "today", lambda: COMING_DAY)
    return month


def test_each_matter_is_what_its_own_subject_says(db):
    found, period = matters(db), last(db)
    asked = {one.person.manager_id: one.state for one in due.due(LI, db, period)}
    for state in ("overdue", "open"):
        assert set(people(found.get(f"talks-{state}"))) == {who for who, s in asked.items() if s == state}
    assert people(found["unread"]) == [u.person.manager_id for u in receipts.unread(LI, db, period)]
    behind = {p.manager_id for p in plans.open_plans(LI, db) if p.behind and p.ends_on >= clock.today()}
    assert set(people(found.get("plans-behind"))) == behind
    assert not {"without", "lacking", "pace"} & set(found)  # what is posted is complete and over


def test_what_matters_most_stands_first_and_counts_what_is_to_be_done(db):
    found = attention.attention(LI, db)
    assert [m.kind for m in found.matters] == [kind for kind in ORDER if kind in matters(db)]
    mine = [m for m in found.matters if m.kind in attention.ASKS]
    assert found.asks == sum(len(m.about) for m in mine) + sum(item.asks for item in found.decisions)


@pytest.mark.parametrize("actor", [NING, TANG], ids=lambda a: a.username)
def test_a_head_sees_the_own_people_alone_and_together_they_see_what_the_president_sees(db, actor):
    own = superiors.people(db, actor)
    for kind, matter in matters(db, actor).items():
        assert set(people(matter)) <= own, kind
    both = {kind: set() for kind in ORDER}
    for one in (NING, TANG):
        for kind, matter in matters(db, one).items():
            both[kind] |= set(people(matter))
    assert {k: who for k, who in both.items() if who} == {k: set(people(m)) for k, m in matters(db).items()}


def test_who_heads_nobody_has_decisions_only(db):
    found = attention.attention(GAO, db)
    assert (found.matters, found.people) == ((), 0) and found.decisions
    superiors.name(LI, db, "城东组", GAO.username)
    assert attention.attention(GAO, db).people == 2  # CM01 and CM07


def test_a_risk_indicator_that_jumps_is_named_with_both_figures(db, coming):
    before = scores.period_sheet(LI, db, last(db)).sheet
    assert last(db) == coming and "CM06" not in people(matters(db).get("turning"))
    old = float(before.measurements.column(before.measurements.values, "R01")[before.people.index("CM06")])
    measured(db, "CM06", "R01", old + 5)
    concern = next(c for c in matters(db)["turning"].about if c.person.manager_id == "CM06")
    (said,) = (p for p in concern.says if p.params["indicator"].code == "R01")
    assert (said.params["before"].value, said.params["now"].value) == pytest.approx((old, old + 5))
    assert (concern.address, concern.query) == ("trends", {"person": "CM06", "period": coming.code})
    measured(db, "CM06", "R01", old - 5)
    assert "CM06" not in people(matters(db).get("turning"))


def test_who_has_no_data_or_too_little_and_who_is_behind_time_is_named(db, coming):
    found = matters(db)
    assert people(found["without"]) == ["CM03"] and people(found["lacking"]) == ["CM04"]
    assert {c.address for c in found["without"].about} == {"periods"}
    # 21 of 30 days; who has met everything is not behind, who has met half of it is.
    assert found["pace"].params["gone"] == pytest.approx(0.7)
    assert people(found["pace"]) == ["CM05"]
    assert matters(db, NING).keys() >= {"without"} and "without" not in matters(db, TANG)


def test_what_is_signed_or_talked_about_is_gone(db):
    period = last(db)
    publishing.reopen(GAO, db, period, "更正")
    for code in scores.period_sheet(LI, db, period).scheme.codes:
        if code[0] in "EGS":
            measured(db, "CM06", code, 0.0)
    publishing.publish(GAO, db, period)
    assert "CM06" in people(matters(db)["talks-open"]) and "CM06" in people(matters(db)["unread"])
    cm06 = Actor("cm06", "manager", "CM06")
    receipts.sign(cm06, db, "CM06", period, scores.period_sheet(LI, db, period).sha256)
    assert "CM06" not in people(matters(db)["unread"])
    talks.record(LI, db, "CM06", period, clock.today(), "谈了", "建议", (), ())
    assert "CM06" not in people(matters(db).get("talks-open"))
    (mine,) = (item for item in attention.own(cm06, db) if item.kind == "own-talk")
    assert (mine.address, mine.params["day"]) == ("growth", clock.today())


def test_nothing_is_written_by_looking(db):
    head = db.head()
    attention.attention(NING, db)
    attention.own(MANAGER, db)
    assert db.head() == head


@pytest.mark.parametrize("actor", [MANAGER, STAFF[4], Actor("root", "admin")], ids=lambda a: a.role)
def test_only_superiors_are_shown_matters_of_others(db, actor):
    with pytest.raises(AccessDenied):
        attention.attention(actor, db)


@pytest.mark.parametrize("actor", [LI, GAO, NING, STAFF[4], Actor("root", "admin")], ids=lambda a: a.username)
def test_only_managers_have_an_own_strip(db, actor):
    with pytest.raises(AccessDenied):
        attention.own(actor, db)
