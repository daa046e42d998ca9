"""People and teams on their page: as of a day, changed by one person, approved by another."""

import datetime as dt

from access.actor import Actor
from data import clock
from tests.branch import WANG, ZHAO
from tests.pages.visits import open_page, words
from workflow import schemes
from workflow.intake import batches, imports, people

OFFICER = Actor("data.zhao", "data-officer", display_name="赵数据员")


def test_a_move_is_brought_on_the_page_and_holds_from_its_day(db, visit):
    app = visit(OFFICER, "people")
    assert not app.exception and "12 人" in words(app)
    app.selectbox("change-who").set_value("CM03").run()
    app.selectbox("change-CM03-team").set_value("城西组")
    app.date_input("change-CM03-from").set_value(dt.date(2026, 10, 16))
    app.button("change-CM03-do").click().run()
    assert "错误" not in words(app) and app.error  # a reason is asked for, what was typed stays
    app.text_input("change-CM03-why").set_value("调岗通知")
    app.button("change-CM03-do").click().run()
    assert not app.error and "已提交" in words(app)
    number = batches.batches(ZHAO, db)[0].batch_id
    imports.approve(WANG, db, number)
    app = visit(OFFICER, "people")
    app.date_input("people-day").set_value(dt.date(2026, 10, 15)).run()
    assert not app.exception
    staff = {s.manager_id: s for s in people.staff(OFFICER, db, dt.date(2026, 10, 16))}
    assert staff["CM03"].team_name == "城西组"


def test_the_page_stands_in_both_languages_and_after_a_second_look(visit):
    for lang in ("zh", "en"):
        app = visit(OFFICER, "people", lang)
        assert not app.exception
        open_page(app, "desk")
        open_page(app, "people")
        assert not app.exception


def test_leave_a_book_and_a_new_name_are_brought(db, visit):
    app = visit(OFFICER, "people")
    app.selectbox("leave-who").set_value("CM03").run()
    app.date_input("leave-from").set_value(dt.date(2026, 10, 12))
    app.date_input("leave-to").set_value(dt.date(2026, 10, 16))
    app.text_input("leave-why").set_value("年假批准")
    app.button("leave-do").click().run()
    assert not app.exception and not app.error
    app.date_input("book-day").set_value(dt.date(2026, 9, 1))
    app.text_input("book-why").set_value("交接单")
    app.button("book-do").click().run()
    assert not app.exception and not app.error
    app.text_input("team-name").set_value("城东营销组")
    app.text_input("team-why").set_value("机构调整")
    app.button("team-do").click().run()
    assert not app.exception and not app.error
    kinds = [b.kind for b in batches.batches(ZHAO, db)[:3]]
    assert kinds == ["people", "handovers", "leave"]


def test_the_branch_gets_its_name_from_whoever_keeps_the_accounts(visit):
    admin = Actor("root", "admin", display_name="管理员")
    app = visit(admin, "periods")
    app.text_input("branch-name-zh").set_value("河西支行")
    app.button("branch-name-do").click().run()
    assert not app.exception and "河西支行" in words(app)
    assert not any(b.key == "branch-name-do" for b in visit(OFFICER, "periods").button)


def test_everybody_reads_which_checks_there_are_and_who_keeps_the_accounts_chooses(db, visit):
    admin = Actor("root", "admin", display_name="管理员")
    app = visit(OFFICER, "periods")
    assert "方案检查按**银行规则**" in words(app) and not any(b.key == "rules-do" for b in app.button)
    app = visit(admin, "periods")
    app.radio("rules-chosen").set_value("plain")
    app.button("rules-do").click().run()
    assert not app.exception and schemes.checks_by(admin, db).rule_set == "plain"
    said = words(visit(OFFICER, "periods"))
    assert "方案检查按**通用规则**" in said and f"root于 {clock.today()} 选定" in said
