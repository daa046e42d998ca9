"""The page of talks, plans, training and the ladder: what waits is told, what was done is read twice."""

import pytest

from tests.branch import GAO
from tests.pages.visits import words
from tests.workflow.growth.steps import LAST, LI, NING, WHO, goal, own, signed, talk
from words.text import text_for
from workflow.growth import plans


def test_a_manager_is_told_what_waits_here_and_on_the_scorecard(db, visit):
    talk(db)
    plans.draw_up(LI, db, WHO, LAST, [goal(db)])
    app = visit(own(), "growth")
    assert "1 条面谈记录等您确认、1 份改进计划等您签字" in words(app)
    app.button("talk-confirm-4").click().run()
    assert "已确认。" in words(app) and "1 条面谈记录" not in words(app.run())
    (sign,) = (b for b in app.button if b.key and b.key.startswith("plan-sign-"))
    sign.click().run()
    assert "等您签字" not in words(app.run())
    assert "客户经理王凯" in words(app).replace("\\", "")


def test_a_superior_records_a_talk_by_the_form_once(db, visit):
    app = visit(NING, "growth", person=WHO)
    key = f"talk-{WHO}-2026-10"
    app.text_area(f"{key}-points").set_value("日均存款\n不达标")
    app.button(f"{key}-do").click().run()
    assert "都要写" in words(app)  # refused, and what was typed is still there
    assert app.text_area(f"{key}-points").value == "日均存款\n不达标"
    app.text_area(f"{key}-advice").set_value("多走访")
    app.text_input(f"{key}-what-0").set_value("列名单")
    app.button(f"{key}-do").click().run()
    assert "已登记，等王凯确认" in words(app).replace("\\", "")
    for lang in ("zh", "en"):
        again = words(visit(NING, "growth", lang, person=WHO))
        assert "不达标" in again and "多走访" in again


@pytest.mark.parametrize("who", ["CM05", "CM99"])
def test_a_head_of_a_team_is_shown_nobody_elses_people(db, visit, who):
    signed(db, goal(db, who="CM05"), who="CM05")
    app = visit(NING, "growth", person=who)
    options = app.selectbox("person-choice").options
    assert len(options) == 6 and not any("CM05" in one for one in options)
    plan = text_for("zh")("growth-plan-title-running", number=3)
    assert plan not in words(app)


def test_who_heads_no_team_reads_what_to_do(db, visit):
    app = visit(GAO, "growth")
    assert "没有归您负责的客户经理" in words(app) and not app.exception
