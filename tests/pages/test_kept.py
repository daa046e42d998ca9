"""What is kept in a session is kept under everything it depends on, and by what it is, not by its words."""

from access import audit, demo
from scoring.periods import parse_period
from shell.context import LANGUAGE_KEY
from tests.branch import FIRST, MANAGER, SECOND, begun, more_risk
from tests.pages.visits import open_page, words
from tests.stored import put_values
from workflow.results import scores
from workflow.weighing import scenarios, simulation

FIRM = "留在前 3 名的可能"


def corrected(db, period):
    def work(cursor):
        put_values(
            cursor,
            """
            SELECT manager_id, indicator_code, period, value + 1, batch_id, current_localtimestamp()
            FROM measurement WHERE period = ? AND manager_id = 'CM03' AND indicator_code = 'R01'
            """,
            [period],
        )
        audit.append(cursor, FIRST, "correct", "CM03", {})

    db.write(work)


def test_draws_stand_only_beside_the_period_and_the_figures_they_were_made_from(db, visit):
    newest = scores.periods(FIRST, db)[-1].code
    app = visit(FIRST, "weight-lab")
    app.button("lab-firm").click().run()
    assert FIRM in words(app)
    for code in (p.code for p in scores.periods(FIRST, db)[:-1]):
        app.selectbox("lab-period").set_value(code).run()
        assert not app.exception and FIRM not in words(app), code
        assert app.button("lab-keep-do") and app.button("lab-save-do")
    app.selectbox("lab-period").set_value(newest).run()
    assert FIRM in words(app)
    corrected(db, newest)
    app.run()
    assert not app.exception and FIRM not in words(app)


def test_a_scenario_called_like_the_trial_does_not_take_its_column(db, visit, tables):
    start = begun(db)
    number = scenarios.keep(SECOND, db, start.scheme, more_risk(start), "试算")
    app = visit(FIRST, "weight-lab")
    app.multiselect("lab-side").set_value([number]).run()
    columns, rows = tables["lab-side-table"]
    assert [c["label"] for c in columns] == ["", "v2", "试算", "试算"]
    moved = next(row["cells"] for row in rows if row["cells"]["what"] == "名次变动人数")
    # In force, the scenario, the trial: which nothing has moved yet.
    assert moved["s0"] == moved["s2"] == "0" != moved["s1"]
    columns, people = tables["lab-side-people"]
    assert [c["id"] for c in columns if c["id"].endswith("-rank")] == [
        "before-rank",
        f"scenario-{number}-rank",
        "after-rank",
    ]
    scenario = {m.manager_id: m for m in simulation.simulate(FIRST, start, more_risk(start)).rows}
    for row in people:
        cells = row["cells"]
        assert cells["before-rank"] == cells["after-rank"]
        expected = scenario[row["id"]].after_rank
        assert cells[f"scenario-{number}-rank"] == (None if expected != expected else expected)


def test_names_stay_hidden_while_another_page_is_looked_at(visit):
    app = visit(FIRST, "weight-lab")
    app.toggle("lab-anonymous").set_value(True).run()
    open_page(open_page(app, "leaderboard"), "weight-lab")
    assert app.toggle("lab-anonymous").value is True


def test_the_language_changes_words_and_neither_person_nor_period(db, visit):
    code = scores.periods(FIRST, db)[3].code
    app = visit(FIRST, "scorecard", person="CM05")
    app.selectbox("period").set_value(code).run()
    assert (app.query_params["person"], app.query_params["period"]) == ("CM05", code)
    for lang in ("en", "zh", "en"):
        app.session_state[LANGUAGE_KEY] = lang
        app.run()
        assert (app.selectbox("person-choice").value, app.selectbox("period").value) == ("CM05", code)
        assert (app.query_params["person"], app.query_params["period"]) == ("CM05", code)
    app.selectbox("person-choice").set_value("CM07").run()
    assert app.query_params["person"] == "CM07"


def test_an_address_leads_to_its_person_and_period(db, visit):
    code = scores.periods(FIRST, db)[2].code
    app = visit(FIRST, "scorecard", person="CM05", period=code, lang="en")
    assert app.selectbox("period").value == code == parse_period(code).code
    assert app.selectbox("person-choice").value == "CM05"
    open_page(app, "scorecard", person="CM09")
    assert (app.selectbox("person-choice").value, app.selectbox("period").value) == ("CM09", code)
    app = visit(MANAGER, "scorecard", period=code)
    assert app.selectbox("period").value == code


def test_no_choice_is_lost_with_the_language(db, visit):
    zhao, president = demo.STAFF[4], demo.STAFF[0]
    code = scores.periods(FIRST, db)[2].code
    app = visit(zhao, "desk")
    wanted = {
        "correct-person": "CM07",
        "correct-period": code,
        "correct-indicator": "R02",
        "desk-kind": "people",
    }
    for key, value in wanted.items():
        app.selectbox(key).set_value(value).run()
    app.session_state[LANGUAGE_KEY] = "en"
    app.run()
    app.selectbox("correct-indicator").set_value("R03").run()
    wanted["correct-indicator"] = "R03"
    assert {key: app.selectbox(key).value for key in wanted} == wanted
    app = visit(president, "leaderboard")
    team = app.multiselect("team-filter").options[1]
    app.multiselect("team-filter").select(team).run()
    app.segmented_control("board-side").set_value("spread").run()
    app.selectbox("board-by").set_value("R02").run()
    before = app.multiselect("team-filter").value
    app.session_state[LANGUAGE_KEY] = "en"
    app.run()
    assert app.multiselect("team-filter").value == before
    assert app.segmented_control("board-side").value == "spread"
    assert app.selectbox("board-by").value == "R02"
    assert len(before) == 1 and not app.exception
