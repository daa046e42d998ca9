"""The weight lab as a committee finds it: what it says first, and what stays when it is left or loaded."""

import pytest

from scoring.weights import rebalance
from tests.branch import FIRST, PRESIDENT, SECOND, begun, corrected, more_risk, without
from tests.pages.visits import open_page, words
from views.weighing import state
from words.text import text_for
from workflow.results import scores
from workflow.weighing import cost, margins, pay, simulation, trail

GAPS = ("R01", "R02", "E01")


def put(app, weights):
    app.session_state["panel-state"].now.weights = dict(weights)
    return app.run()


def names(db):
    return {p.manager_id: p.name for p in begun(db).sheets[-1].people}


def test_who_loses_the_total_is_counted_and_named_everywhere(db, visit, tables):
    without(db, "CM03", GAPS)
    start = begun(db)
    lost = rebalance({i.code: i.weight for i in start.scheme.indicators}, {"R01": 40})
    trial = simulation.simulate(FIRST, start, lost)
    assert [m.manager_id for m in trial.lost] == ["CM03"] and not trial.gained
    app = put(visit(FIRST, "weight-lab"), lost)
    said = [line for line in words(app).split("\n") if "失去总分" in line]
    # In the first sentence and among the movers.
    assert len(said) == 2 and all(f"1 人失去总分：{names(db)['CM03']}" in line for line in said)
    # And back, from a start without.
    again = simulation.simulate(FIRST, start, {i.code: i.weight for i in start.scheme.indicators})
    assert not again.lost


def test_before_a_move_the_boxes_say_what_will_stand_there_and_who_is_next(db, visit, tables):
    start = begun(db)
    same = {i.code: i.weight for i in start.scheme.indicators}
    near = margins.nearest(FIRST, simulation.simulate(FIRST, start, same))
    app = visit(FIRST, "weight-lab")
    said = words(app)
    pair = f"**{names(db)[near.upper]} / {names(db)[near.lower]}**"
    assert "还没有改动" in said and said.count(pair) == 2  # among the movers, and where firmness is asked
    assert "有警告须写明理由" in said
    columns, rows = tables["lab-grades"]
    assert [column["label"] for column in columns] == ["等级", "v2", "试算"]
    assert all(row["cells"]["before"] == row["cells"]["after"] for row in rows)
    put(app, more_risk(start))
    assert "还没有改动" not in words(app)
    hidden = visit(FIRST, "weight-lab", names="hidden")
    assert "还没有改动" in words(hidden) and pair not in words(hidden)


def test_the_first_sentence_names_grades_money_and_shifts_within_a_class(db, visit):
    start = begun(db)
    weights = more_risk(start, 20)
    trial = simulation.simulate(FIRST, start, weights)
    app = put(visit(FIRST, "weight-lab"), weights)
    sums = (cost.of(trial, pay.base(FIRST, db)).total.before, cost.of(trial, pay.base(FIRST, db)).total.after)
    was, now = (f"{round(fen / 100):,}" for fen in sums)
    assert f"绩效薪酬 {was} → {now} 元" in words(app)
    moved = [m for m in trial.rows if m.before_grade != m.after_grade]
    if moved:
        person = moved[0]
        assert f"{names(db)[person.manager_id]} {person.before_grade}→{person.after_grade}" in words(app)
    else:
        assert "无人换档" in words(app)
    within = {i.code: i.weight for i in start.scheme.indicators}
    within["R01"], within["R02"] = within["R01"] + 5, within["R02"] - 5
    put(app, within)
    name = start.scheme.by_code["R01"].name["zh"]
    shift = f"{name} {within['R01'] - 5:.1f} → {within['R01']:.1f}"
    assert shift in words(app).replace("\\", "")


def test_without_lines_of_pay_coefficients_are_worth_the_branchs_base():
    t = text_for("zh")
    assert "按假定基数 3,000 元" in state.pool((10.0, 12.0), pay.PayBase(3_000, assumed=True), t)
    assert (
        state.pool((10.0, 12.0), pay.PayBase(5_000, assumed=False), t)
        == "绩效奖金池 5.00 → 6.00 万元（▲1.00）"
    )


def test_who_gains_and_loses_yuan_stands_by_group_and_by_person_only_for_the_committee(db, visit, tables):
    start = begun(db)
    weights = more_risk(start, 20)
    trial = simulation.simulate(FIRST, start, weights)
    found = cost.of(trial, pay.base(FIRST, db))
    put(visit(FIRST, "weight-lab", cost="person"), weights)
    _, rows = tables["cost-people"]
    assert sum(row["cells"]["after"] for row in rows) == pytest.approx(found.total.after / 100)
    put(visit(PRESIDENT, "weight-lab", cost="grade"), weights)
    _, groups = tables["cost-groups"]
    assert sum(row["cells"]["change"] for row in groups) == pytest.approx(found.total.change / 100)
    assert all(row["cells"]["people"] >= 3 for row in groups)
    tables.clear()
    put(visit(PRESIDENT, "weight-lab", cost="person"), weights)
    assert "cost-people" not in tables


def test_the_x_ray_names_what_pays_without_a_customer(db, visit, tables):
    app = visit(FIRST, "weight-lab")
    app.button(key="xray-show").click().run()
    _, rows = tables["xray-ways"]
    aside = [row["cells"]["name"] for row in rows if row["cells"]["about"] == "否"]
    assert aside and all(row["cells"]["yuan"] > 0 for row in rows)
    assert f"有 {len(aside)} 项不靠服务客户" in words(app)
    assert "有责投诉" in [row["cells"]["name"] for row in tables["xray-prices"][1]]
    assert "xray-people" not in tables
    app.toggle(key="xray-each").set_value(True).run()
    assert len(tables["xray-people"][1]) == len(begun(db).sheets[-1].people)
    tables.clear()
    put(app, more_risk(begun(db)))
    assert "xray-ways" not in tables  # another trial is asked for anew


def test_where_totals_jump_stands_under_what_a_unit_pays(db, visit, tables):
    begun_here = begun(db)
    same = {i.code: i.weight for i in begun_here.scheme.indicators}
    jumps = simulation.jumps(FIRST, simulation.simulate(FIRST, begun_here, same))
    app = visit(FIRST, "weight-lab")
    app.toggle(key="lab-worth-show").set_value(True).run()
    shown = [row["cells"] for row in tables["lab-cliffs"][1]]
    assert [(cells["points"], cells["people"]) for cells in shown] == [(c.points, c.people) for c in jumps]
    assert jumps and all(cells["on"] and cells["place"] and cells["done"] for cells in shown)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_hidden_names_and_locks_are_in_the_address_and_stay(db, visit, lang):
    app = visit(FIRST, "weight-lab", lang, names="hidden", locked="R01.C02.nonsense")
    called = [p.name if lang == "zh" else p.name_en for p in begun(db).sheets[-1].people]
    put(app, more_risk(begun(db), 20))
    assert app.toggle("lab-anonymous").value is True
    assert app.session_state["panel-state"].now.locked == ["R01", "C02"]
    said = words(app).replace("\\", "")
    assert "№" in said and not [name for name in called if name in said]
    open_page(open_page(app, "leaderboard"), "weight-lab")
    assert (app.query_params["names"], app.query_params["locked"]) == ("hidden", "R01.C02")
    app.toggle("lab-anonymous").set_value(False).run()
    assert "names" not in app.query_params
    assert [name for name in called if name in words(app).replace("\\", "")]


def test_an_unknown_start_says_so_and_opens_the_version_in_force(visit):
    app = visit(FIRST, "weight-lab", start="scenario-999")
    assert app.selectbox("lab-start").value == "x-branch@2"
    assert "链接里的版本或情景不存在" in words(app)


def test_each_start_keeps_its_trial_with_its_steps(db, visit):
    app = visit(FIRST, "weight-lab")
    trial = more_risk(begun(db))
    app.session_state["panel-state"].now.go(trial, ["R01"])
    app.run()
    app.selectbox("lab-start").set_value("x-branch@1").run()
    assert app.session_state["panel-state"].now.weights != trial
    assert app.button("panel-past").disabled
    app.selectbox("lab-start").set_value("x-branch@2").run()
    now = app.session_state["panel-state"].now
    assert now.weights == trial and now.locked == ["R01"]
    app.button("panel-past").click().run()
    assert now.weights == {i.code: i.weight for i in begun(db).scheme.indicators}
    app.button("panel-future").click().run()
    assert app.session_state["panel-state"].now.weights == trial


def test_moves_of_one_gesture_are_one_step_to_undo(db, visit):
    app = visit(FIRST, "weight-lab")
    now = app.session_state["panel-state"].now
    start = dict(now.weights)
    for points in (1, 2, 3):
        now.go(more_risk(begun(db), points), [], "keys")
    now.go(more_risk(begun(db), 9), [], "hand")
    app.run().button("panel-past").click().run()
    assert now.weights == more_risk(begun(db), 3)
    app.button("panel-past").click().run()
    assert now.weights == start


def test_round_numbers_leave_what_is_locked_and_can_be_undone(db, visit):
    app = visit(FIRST, "weight-lab")
    trial = more_risk(begun(db), 3.3)
    app.session_state["panel-state"].now.go(trial, ["E01"])
    app.run().button("panel-round-0.5").click().run()
    found = app.session_state["panel-state"].now.weights
    assert found["E01"] == trial["E01"] and sum(found.values()) == pytest.approx(100, abs=1e-9)
    assert sum(w % 0.5 != 0 for code, w in found.items() if code != "E01") <= 1
    app.button("panel-past").click().run()
    assert app.session_state["panel-state"].now.weights == trial


def test_where_now_is_not_what_was_published_it_says_whose_figures_were_corrected(db, visit):
    app = visit(FIRST, "weight-lab")
    assert "与公布不同" not in words(app)
    corrected(db)
    app.run()
    told = next(line for line in words(app).split("\n") if "与公布不同" in line)
    assert names(db)["CM03"] in told and "更正" in told
    older = scores.periods(FIRST, db)[-2].code
    app.selectbox("lab-period").set_value(older).run()
    assert "更正" not in words(app)
    app.selectbox("lab-start").set_value("x-branch@1").run()
    assert "起点是 v1，公布用的是 v2" in words(app)


def test_what_was_tried_can_be_tried_again_by_another_member(db, visit):
    app = visit(FIRST, "weight-lab")
    trial = more_risk(begun(db))
    app.session_state["panel-state"].now.go(trial, [])
    app.run()
    app.run()
    kept = trail.tried(SECOND, db, "x-branch")
    assert [one.weights for one in kept] == [pytest.approx(trial)]
    other = visit(SECOND, "weight-lab")
    other.toggle("lab-trail-show").set_value(True).run()
    other.button(f"lab-trail-{kept[0].trial_id}").click().run()
    assert other.session_state["panel-state"].now.weights == pytest.approx(trial)


def test_the_presenters_view_is_entered_and_left_with_one_click_and_has_no_forms(visit):
    app = visit(FIRST, "weight-lab", view="present")
    assert not app.text_input and "演示数据" in words(app)
    assert "lab-grades" not in words(app)
    app.button("lab-present").click().run()
    assert "view" not in app.query_params and app.text_input
    app.button("lab-present").click().run()
    assert app.query_params["view"] == "present" and not app.text_input
