"""Weights from judgements as a member of the committee finds them in a round."""

from tests.branch import GAO, MEMBERS, SECOND_VERSION, begun, later
from tests.pages.visits import words
from workflow.weighing import judgements, rounds


def judge(app, prefix):
    """Risk matters most, social least, 8 times; the others stand half way, 4 and 2."""
    app.selectbox(f"{prefix}-best").set_value("risk").run()
    app.selectbox(f"{prefix}-worst").set_value("social").run()
    app.select_slider(f"{prefix}-risk-over-social").set_value(8)
    for code in ("compliance", "efficiency", "transformation"):
        app.select_slider(f"{prefix}-risk-over-{code}").set_value(4)
        app.select_slider(f"{prefix}-social-under-{code}").set_value(2)
    return app.run()


def test_a_member_hands_in_by_the_best_and_the_worst_and_finds_the_judgements_again(db, visit):
    number = rounds.open_round(GAO, db, SECOND_VERSION, "weights for 2027", later(), MEMBERS)
    app = visit(GAO, "rounds", round=str(number))
    app.segmented_control(f"round-{number}-method").set_value("best-worst").run()
    judge(app, f"best-worst-{number}-classes")
    app.select_slider(f"best-worst-{number}-classes-social-under-efficiency").set_value(5).run()
    # 4·5 = 20 for 8: (20 − 8) / (64 − 8).
    assert "一致性比率 **0.214**（不超过 0.30 为宜）" in words(app)
    app.button("round-hand-in").click().run()
    given = rounds.own(GAO, db, number)
    order = list(judgements.groups_of(begun(db).scheme))
    assert given.method == "best-worst"
    assert dict(zip(order, given.judgements[""][0], strict=True)) == {
        **{"compliance": 4, "risk": 1, "efficiency": 4, "transformation": 4, "social": 8}
    }
    again = visit(GAO, "rounds", round=str(number))
    assert again.selectbox(f"best-worst-{number}-classes-best").value == "risk"
    assert again.select_slider(f"best-worst-{number}-classes-social-under-efficiency").value == 5


def test_a_step_longer_than_from_best_to_worst_is_told(db, visit):
    number = rounds.open_round(GAO, db, SECOND_VERSION, "weights for 2027", later(), MEMBERS)
    app = visit(GAO, "rounds", round=str(number))
    app.segmented_control(f"round-{number}-method").set_value("best-worst").run()
    app.selectbox(f"best-worst-{number}-classes-best").set_value("risk").run()
    app.selectbox(f"best-worst-{number}-classes-worst").set_value("social").run()
    app.select_slider(f"best-worst-{number}-classes-risk-over-compliance").set_value(4).run()
    assert "请先填这一对" in words(app) and "一致性比率" not in words(app)
