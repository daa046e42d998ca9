"""Working days over the holidays of 2024 to 2026, as the State Council announced them; counted by hand."""

import datetime as dt

import pytest

from data.database import Database
from scoring.working_days import Calendar
from workflow import calendar

DAY = dt.date.fromisoformat


@pytest.fixture(scope="module")
def held(tmp_path_factory):
    """The calendar that every branch begins with."""
    db = Database.open(tmp_path_factory.mktemp("calendar") / "a.duckdb", create=True)
    yield calendar.held(db)
    db.close()


@pytest.mark.parametrize(
    ("day", "n", "ends"),
    [
        ("2026-09-30", 5, "2026-10-13"),  # 8, 9, Saturday 10 for National Day, 12, 13
        ("2026-02-12", 5, "2026-02-26"),  # 13, Saturday 14, then 24, 25, 26 after Spring Festival
        ("2025-01-24", 6, "2025-02-08"),  # Sunday 26, 27, then 5, 6, 7 and Saturday 8 February
        ("2024-02-07", 5, "2024-02-20"),  # 8, 9 (the eve is worked), Sunday 18, 19, 20
        ("2024-04-30", 6, "2024-05-11"),  # 6 to 10 May and Saturday 11
        ("2025-04-30", 1, "2025-05-06"),
        ("2025-09-30", 3, "2025-10-11"),  # 9, 10 and Saturday 11 after eight days off
        ("2026-12-31", 1, "2027-01-01"),  # not announced: Friday counts
        ("2026-12-30", 5, "2027-01-06"),
        ("2026-11-08", 0, "2026-11-08"),
    ],
)
def test_so_many_working_days_after_a_day(held, day, n, ends):
    assert held.after(DAY(day), n) == DAY(ends)
    assert held.between(DAY(day), DAY(ends)) == n
    assert held.between(DAY(ends), DAY(day)) == -n


@pytest.mark.parametrize(("year", "count"), [(2024, 251), (2025, 248), (2026, 248), (2027, 261)])
def test_a_year_has_so_many_working_days(held, year, count):
    """2024 to 2026: days of the year less 104 weekend days and 11 (since 2025: 13) public holidays."""
    assert held.between(dt.date(year - 1, 12, 31), dt.date(year, 12, 31)) == count


def test_days_that_the_state_has_not_announced_are_told(held):
    assert held.unannounced(DAY("2026-12-30"), DAY("2027-01-06")) == (2027,)
    assert held.unannounced(DAY("2026-01-01"), DAY("2026-12-31")) == ()


def test_what_is_off_is_off_even_where_it_is_worked_for():
    day = DAY("2026-10-10")
    assert not Calendar(frozenset({day}), frozenset({day})).is_working(day)
