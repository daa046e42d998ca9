"""A period without a scheme: the pages keep their title and the choice of period, and say what to do."""

import pytest

from access import audit
from access.actor import Actor
from scoring.periods import parse_period
from tests.branch import FIRST, MANAGER, OLD, PRESIDENT, measured_in
from tests.pages.visits import open_page, words
from workflow.results import scores

SENTENCE = {"zh": "2019年9月早于首个考核方案的生效期", "en": "Sep 2019 lies before the first scheme"}
MARKED = {"zh": "2019年9月 · 无生效方案", "en": "Sep 2019 · no scheme"}
TITLES = {"leaderboard": "团队排行", "validity": "有效性与公平性", "scorecard": "成绩单", "trends": "趋势"}


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_old_history_is_marked_and_explained_and_the_rest_stands(db, visit, lang):
    newest = scores.periods(FIRST, db)[-1].code
    measured_in(db, OLD, parse_period(newest))
    for actor, addresses in ((PRESIDENT, TITLES), (MANAGER, ("scorecard", "trends"))):
        for address in addresses:
            app = visit(actor, address, lang)
            assert app.selectbox("period").value == newest
            assert app.selectbox("period").options[-1] == MARKED[lang]
            assert not app.exception and not app.error
            app.selectbox("period").set_value(OLD.code).run()
            assert not app.exception and not app.error
            assert SENTENCE[lang] in words(app)
            assert len(app.title) == 1
            if lang == "zh":
                assert app.title[0].value.removeprefix("我的") == TITLES[address]
            app.selectbox("period").set_value(newest).run()
            assert SENTENCE[lang] not in words(app)
    app = visit(FIRST, "periods", lang)
    assert {"zh": "另有 1 个期间", "en": "Another period"}[lang] in words(app)
    app = visit(FIRST, "weight-lab", lang)
    assert not app.exception and app.selectbox("lab-period").value == newest


def test_values_without_any_scheme_say_so(db, visit):
    def laid_aside(cursor):
        cursor.execute("DELETE FROM scheme_event WHERE kind = 'adopted'")
        cursor.execute("DELETE FROM period_event")
        audit.append(cursor, FIRST, "as-if-new", "", {})

    db.write(laid_aside)
    for address, actor in (("leaderboard", PRESIDENT), ("scorecard", MANAGER), ("periods", FIRST)):
        app = visit(actor, address)
        assert "业绩已入库，但还没有采用考核方案" in words(app), address
        assert "还没有数据" not in words(app) and app.title and not app.exception
    for address in ("desk", "weight-lab", "schemes", "trends", "validity"):
        actor = Actor("zhao", "data-officer") if address == "desk" else FIRST
        assert not open_page(visit(actor, address), address).exception, address
