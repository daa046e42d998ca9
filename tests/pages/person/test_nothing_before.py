"""Where nothing came before, sentences do without the comparison instead of leaving a gap in it."""

import pytest

from access import audit
from tests.branch import FIRST, LI, last
from tests.pages.visits import words
from tests.sentences import incomplete
from tests.stored import drop_values
from words import format as fmt


@pytest.fixture
def earliest(db) -> str:
    """The first period that has figures."""
    with db.read() as cursor:
        return cursor.execute("SELECT min(period) FROM measurement").fetchone()[0]


@pytest.fixture
def newcomer(db):
    """CM05 has a result in the newest period only."""

    def work(cursor):
        drop_values(cursor, "manager_id = 'CM05' AND period < ?", [last(db).code])
        audit.append(cursor, FIRST, "as-if", "", {})

    db.write(work)
    return "CM05"


def gaps(app) -> list[str]:
    assert not app.exception
    return [line for line in words(app).split("\n") if incomplete(line)]


@pytest.mark.parametrize(
    "broken",
    ["本期支行得分 93.04，较上期 –；", "Sep 2026: 94.86 points,", "较上期 –。", "名次（）", "A, B: ."],
)
def test_a_gap_is_seen(broken):
    assert incomplete(broken) and not incomplete("第 3 名（共 47 人），比上月高 0.02 分。")


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", ["leaderboard", "scorecard", "trends", "validity"])
def test_in_the_earliest_period(visit, earliest, address, lang):
    app = visit(LI, address, lang, period=earliest, person="CM01")
    assert gaps(app) == []
    assert address in ("trends", "validity") or fmt.period(earliest, lang) in words(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("address", ["scorecard", "trends"])
def test_of_somebody_without_an_earlier_result(visit, newcomer, address, lang):
    assert gaps(visit(LI, address, lang, person=newcomer)) == []
