"""The scheme editor as members of the committee find it: begun, edited, checked, shared, stored."""

import pytest

from scoring.formula.functions import FUNCTIONS
from scoring.scheme import document
from scoring.scheme.rules import RULES, parameters
from tests.branch import GAO, LI, NING
from tests.pages.visits import addresses, words
from views.editor import fields, rules
from words.text import text_for
from workflow import schemes
from workflow.drafting import sketches, starts

PARTS = ("indicators", "derived", "general", "sections", "posts", "grades", "conditions", "file")


def begun(db, template="completion"):
    return sketches.begin(GAO, db, starts.template(template))


def table(db, number):
    return document.read(sketches.sketch(GAO, db, number).toml)


def field(app, label, index=0):
    return [one for one in app.text_input if one.label == label][index]


def press(app, label, index=0):
    return [one for one in app.button if one.label == label][index].click().run()


def test_only_who_drafts_schemes_finds_the_page(db):
    assert "scheme-editor" in addresses(GAO) and "scheme-editor" not in addresses(LI)


def test_an_empty_scheme_begins_with_a_name_and_says_what_to_do_next(db, visit):
    app = visit(GAO, "scheme-editor")
    assert "还没有在设计的方案" in words(app)
    field(app, "代码").input("rural")
    field(app, "方案名称").input("乡镇支行方案")
    press(app, "开始设计")
    assert not app.exception
    assert "方案设计：乡镇支行方案" in words(app) and "还没有指标" in words(app)
    (there,) = sketches.opened(GAO, db)
    assert app.query_params["sketch"] in (str(there.sketch_id), [str(there.sketch_id)])


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("template", starts.TEMPLATES)
def test_every_part_of_every_template_stands(db, visit, lang, template):
    number = begun(db, template)
    for part in PARTS:
        app = visit(GAO, "scheme-editor", lang, sketch=str(number), part=part)
        assert not app.exception, (template, part)
        assert sketches.sketch(GAO, db, number).counter == 1, "looking is no change"


def test_a_weight_is_saved_as_it_is_typed_and_scaled_to_the_sum(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    field(app, "违规积分的权重").input("４０").run()
    assert document.at(table(db, number), ("indicator", 0, "weight")) == 40
    assert "合计 120，应为 100" in words(app)
    press(app, "按比例调到 100")
    assert "合计 100" in words(app) and "应为" not in words(app)
    press(app, "撤销")
    press(app, "撤销")
    assert document.at(table(db, number), ("indicator", 0, "weight")) == 20
    assert field(app, "违规积分的权重").value == "20"
    press(app, "重做")
    assert field(app, "违规积分的权重").value == "40"


def test_the_rule_is_chosen_by_what_it_does_and_its_parameters_are_fields(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    press(app, "E01 日均存款净增")
    assert field(app, "档的界限").value == "60, 80, 100, 120"
    field(app, "档的界限").input("60、90，100").run()
    assert document.at(table(db, number), ("indicator", 3, "rule", "edges")) == [60, 90, 100]
    assert "分档的得分应比界限多一个" in words(app)
    press(app, "换一种规则")
    for shown in ("落在哪一档就得那一档的分数", "完成目标的百分之几就得几分"):
        assert shown in words(app)
    take = [b for b in app.button if b.label == "用这种"]
    next(b for b in take if b.key.endswith("-attainment")).click().run()
    assert document.at(table(db, number), ("indicator", 3, "rule")) == {"type": "attainment"}
    field(app, "最高分").input("150").run()
    field(app, "完成率门槛").input("60%").run()
    rule = document.at(table(db, number), ("indicator", 3, "rule"))
    assert rule == {"type": "attainment", "cap": 150, "zero_below": 0.6}
    assert "没有错误" in words(app) and "2026年10月" in words(app)


def test_an_indicator_of_the_library_comes_with_its_unit_and_a_new_code_is_followed(db, visit):
    number = begun(db, "posts")
    app = visit(GAO, "scheme-editor", sketch=str(number))
    box = next(b for b in app.selectbox if b.label == "从指标库添加")
    assert any("2026年10月" in one and "中位数" in one for one in box.options)
    box.select("E04").run()
    added = document.tables(table(db, number), "indicator")[-1]
    assert (added["code"], added["unit"], added["rule"]["type"]) == ("E04", "万元", "direct")
    press(app, "S02 服务质量")
    field(app, "代码").input("SQ").run()
    now = table(db, number)
    assert "SQ" in now["profile"][0]["weights"] and "S02" not in now["profile"][0]["weights"]


def test_what_follows_from_a_result_is_set_and_nothing_told_is_another_thing_than_nothing_said(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number), part="general")
    told = next(box for box in app.multiselect if box.label == "随结果表扬")
    assert len(told.value) == 3 and "result_use" not in table(db, number)
    field(app, "申诉期（工作日）").input("7").run()
    next(box for box in app.multiselect if box.label == "随结果表扬").set_value([]).run()
    assert table(db, number)["result_use"] == {"appeal_days": 7, "recognition": []}
    grades = next(box for box in app.multiselect if box.label == "须面谈的等级")
    grades.set_value([grades.options[-1]]).run()
    assert table(db, number)["result_use"]["talk_grades"] == ["D"]
    field(app, "申诉期（工作日）").input("3").run()
    assert "申诉期 3 个工作日，应不少于 5 个" in words(app)


def test_what_is_no_number_is_kept_and_said(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    field(app, "违规积分的权重").input("二十").run()
    assert field(app, "违规积分的权重").value == "二十"
    assert "应为数字" in words(app)
    assert next(b for b in app.button if b.label == "存为草案").disabled


def test_two_who_edit_one_are_told_and_choose(db, visit):
    number = begun(db)
    mine, theirs = (visit(who, "scheme-editor", sketch=str(number)) for who in (GAO, NING))
    field(mine, "违规积分的权重").input("21").run()
    field(theirs, "违规积分的权重").input("25").run()
    assert "高主任 于" in words(theirs) and "您刚才的改动还没有保存" in words(theirs)
    assert document.at(table(db, number), ("indicator", 0, "weight")) == 21
    press(theirs, "以我的为准")
    assert document.at(table(db, number), ("indicator", 0, "weight")) == 25
    assert "还没有保存" not in words(theirs)
    field(mine, "违规积分的权重").input("22").run()
    press(mine, "改用宁委员的")
    assert field(mine, "违规积分的权重").value == "25"
    field(theirs, "违规积分的权重").input("26").run()
    mine.run()
    assert "宁委员 于" in words(mine) and field(mine, "违规积分的权重").value == "26"


def test_what_passes_the_check_is_stored_with_its_reason_and_leads_on(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    press(app, "存为草案")
    assert "请" in words(app) and sketches.sketch(GAO, db, number).open
    field(app, "存为草案的理由").input("完成率改为分档")
    press(app, "存为草案")
    assert not app.exception and "已存为草案 completion 第 1 版" in words(app)
    (info,) = [i for i in schemes.stored(db) if i.scheme.code == "completion"]
    assert (info.status, info.note) == ("draft", "完成率改为分档")


def test_a_sketch_that_is_not_there_is_said(db, visit):
    app = visit(GAO, "scheme-editor", sketch="99")
    assert "没有第 99 号方案设计" in words(app)


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_rule_and_parameter_has_words_on_its_card(lang):
    t = text_for(lang)
    for name, kind in RULES.items():
        assert t.has(f"editor-rule-{name}"), name
        for parameter in parameters.declared(kind):
            assert not rules.label_of(name, parameter.name, t).startswith("editor-"), parameter


@pytest.mark.parametrize(
    ("typed", "value"),
    [
        ("1,200", 1200),
        ("１２０．５", 120.5),
        ("60%", 0.6),
        ("−3", -3),
        ("", None),
        ("不限", float("inf")),
        ("no limit", float("inf")),
        ("二十", "二十"),
    ],
)
def test_numbers_are_read_as_people_type_them(typed, value):
    assert fields.number(typed) == value


def test_an_expression_is_completed_checked_and_tried(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number), part="derived")
    press(app, "加一个计算指标")
    field(app, "公式").input("日均存款 * 2").run()
    assert "没有指标数值" in words(app) and ":red-background[日均存款]" in words(app)
    press(app, "E01 日均存款净增")
    assert document.at(table(db, number), ("derived", 0, "formula")) == "E01 * 2"
    assert "从低到高三个人" in words(app) and "×2" in words(app)
    box = next(b for b in app.selectbox if b.label == "插入代码或函数")
    box.select("G01").run()
    field(app, "公式").input("E01 * 2 + previous(G01").run()
    assert "「K1」的公式第 23 个字符处是 公式结尾" in words(app)
    field(app, "公式").input("E01 * 2 + previous(G01)").run()
    assert "上期" in words(app) and not app.exception


def test_a_condition_is_a_sentence_and_only_what_fits_can_be_set(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number), part="conditions")
    press(app, "加一个条件")
    assert "还没有填完整" in words(app) and "「总分 · 条件」的公式" in words(app)
    field(app, "当").input("R01 > 3").run()
    effect = next(b for b in app.selectbox if b.label == "则")
    effect.select("at_most").run()
    field(app, "数值").input("60").run()
    held = document.at(table(db, number), ("condition", 0))
    assert (held["on"], held["when"], held["then"]) == ("total", "R01 > 3", {"at_most": 60})
    assert "管户不良贷款率" in words(app) and "60" in words(app)
    next(b for b in app.selectbox if b.label == "则").select("exclude").run()
    held = document.at(table(db, number), ("condition", 0))
    assert (held["on"], held["then"]) == ("entry", {"exclude": True})
    assert "没有错误" in words(app)


def test_a_quantity_and_a_target_may_be_expressions(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    press(app, "E01 日均存款净增")
    field(app, "用公式得出实际值（空着用本指标的数值）").input("E01 - previous(E01)").run()
    field(app, "目标").input("previous(E01) * 1.1").run()
    entry = document.at(table(db, number), ("indicator", 3))
    assert (entry["quantity"], entry["target"]) == ("E01 - previous(E01)", "previous(E01) * 1.1")
    assert "没有错误" in words(app) and not app.exception
    field(app, "目标").input("1200").run()
    assert document.at(table(db, number), ("indicator", 3, "target")) == 1200


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_every_function_has_words_where_it_is_offered(lang):
    t = text_for(lang)
    assert [name for name in FUNCTIONS if not t.has(f"editor-function-{name.replace('_', '-')}")] == []


def test_both_names_typed_before_the_page_is_drawn_again_are_saved(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    (opened,) = [one for one in app.button if one.label.endswith("违规积分")]
    opened.click().run()
    field(app, "中文名称").input("违规扣分")
    field(app, "英文名称").input("Violations")
    app.run()
    assert not app.exception
    assert document.at(table(db, number), ("indicator", 0, "name")) == {"zh": "违规扣分", "en": "Violations"}


def test_a_sketch_that_was_changed_meanwhile_is_not_put_aside_and_the_page_says_so(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor")
    seen = sketches.sketch(GAO, db, number)
    text = document.write(document.read(seen.toml) | {"decimals": 3})
    sketches.save(NING, db, number, seen.counter, text)
    app.button(f"editor-discard-{number}").click().run()
    assert not app.exception and app.error
    assert sketches.opened(GAO, db)


def test_newcomers_handovers_ties_and_classes_have_fields(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number), part="general")
    field(app, "入职后不排名的月数").input("2").run()
    field(app, "其后各月目标按").input("50%、80%").run()
    field(app, "接收不良的免责月数").input("6").run()
    app.multiselect[0].set_value(["E01", "C01"]).run()
    field(app, "类别").input("compliance、risk、efficiency、transformation、social、自营").run()
    held = table(db, number)
    assert held["protection"] == {"unranked_months": 2, "target_factors": [0.5, 0.8]}
    assert (held["handover_months"], held["tie_breakers"]) == (6, ["E01", "C01"])
    assert held["classes"][-1] == "自营" and "没有错误" in words(app)
    app.multiselect[0].set_value([]).run()
    assert "tie_breakers" not in table(db, number)


def test_where_an_indicators_figures_come_from_and_how_often_has_fields(db, visit):
    number = begun(db)
    app = visit(GAO, "scheme-editor", sketch=str(number))
    press(app, "E01 日均存款净增")
    for label, typed in (("数据来源", "核心系统"), ("责任部门", "计财部"), ("截止时点", "每月末")):
        field(app, label).input(typed).run()
    next(b for b in app.selectbox if b.label == "考核频度").select("quarter").run()
    next(b for b in app.selectbox if b.label == "未到考核期时").select("not-due").run()
    next(b for b in app.text_area if b.label == "评分标准").input("优：超计划\n\n良：完成计划").run()
    entry = document.at(table(db, number), ("indicator", 3))
    assert [entry[k] for k in ("source", "owner", "cut_off")] == ["核心系统", "计财部", "每月末"]
    assert (entry["frequency"], entry["between"]) == ("quarter", "not-due")
    assert entry["anchors"] == ["优：超计划", "良：完成计划"] and "没有错误" in words(app)


def test_a_post_has_targets_of_its_own_and_is_said_as_a_sentence(db, visit):
    number = begun(db, "posts")
    app = visit(GAO, "scheme-editor", sketch=str(number), part="posts")
    field(app, "日均存款净增的目标").input("800").run()
    held = document.at(table(db, number), ("profile", 0))
    assert held["targets"] == {"E01": 800}
    assert "目标：日均存款净增 800。单独排名。" in words(app) and "没有错误" in words(app)
    app = visit(GAO, "scheme-editor", sketch=str(number), part="grades")
    press(app, "加条件")
    field(app, "还须满足").input("score(R01) >= 60").run()
    assert "评为 A 的，还须「" in words(app)
    press(app, "加一个等级")
    assert "还没有填完整" in words(app)
