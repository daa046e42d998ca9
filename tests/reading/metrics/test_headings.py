"""Which columns are read: customers' data, hidden ones, two for one thing, near ones, mapping files."""

import pytest

from data.errors import UnreadableFile
from data.reading.columns.mapping import mapping_file
from data.reading.grids.opening import Grid
from data.reading.known import Known
from data.reading.metrics import read
from data.reading.metrics.read import read_metrics
from data.reading.rules import Rule
from data.reading.values.customers import is_customers
from data.reading.values.text import compact
from tests.reading.files import KNOWN, csv, found, held, rules, text
from words.text import text_for

MOBILE = Known(
    {"K01": "周敏", "K02": "王海燕"},
    {compact(n): c for n, c in (("M01", "M01"), ("客户手机数", "M01"), ("手机银行新增户数", "M01"))},
    {"M01": "户"},
    {"M01": "count"},
)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "客户姓名",
            "客户手机号",
            "身份证号",
            "手机号码",
            "手机",
            "联系电话",
            "账号",
            "卡号",
            "借款人",
            "客户编号",
        ),
        *("customer_name", "client_email", "phone", "Mobile No", "id_card", "account_no", "客户", "家庭住址"),
        *("客户经理负责的客户姓名", "户主姓名", "证件号码", "手机号(户)"),
    ],
)
def test_who_a_customer_is_is_refused(heading):
    assert is_customers(heading)


@pytest.mark.parametrize(
    "heading",
    [
        *(
            "手机银行新增户数",
            "手机银行月活净增",
            "电话银行签约",
            "手机银行",
            "客户数",
            "新增客户数",
            "卡号段",
        ),
        *("有效客户数(户)", "发卡张数", "信用卡", "新增账户数", "存款账户余额", "客户满意度", "客户经理"),
        *("customer_email_count", "phone_banking_users", "mobile_customers", "客户经理手机号", "员工电话"),
    ],
)
def test_products_counts_and_staff_are_not(heading):
    assert not is_customers(heading)


def test_what_an_indicator_or_a_mapping_knows_is_never_refused(tmp_path):
    for heading in ("手机银行新增户数", "客户手机数"):
        path = csv(tmp_path, "K01,2026-03,5", "K02,2026-03,8", head=f"工号,统计月份,{heading}")
        assert found(read_metrics(path, MOBILE)) == {
            ("K01", "2026-03", "M01"): 5,
            ("K02", "2026-03", "M01"): 8,
        }
    path = csv(tmp_path, "K01,2026-03,x,5", head="工号,统计月份,客户电话,M01")
    with pytest.raises(UnreadableFile, match="errors-file-customer"):
        read_metrics(path, MOBILE)
    path = csv(tmp_path, "K01,2026-03,5", head="工号,统计月份,客户电话")
    mapped = text(tmp_path / "m.toml", '[indicators]\nM01 = { names = ["客户电话"] }\n')
    assert read_metrics(path, MOBILE, mapping=mapping_file(mapped)).accepted["value"].tolist() == [5]


def hidden(monkeypatch, rows, columns):
    grid = Grid("a.xlsx", "表", rows, hidden_columns=frozenset(columns))
    monkeypatch.setattr(read, "read_grids", lambda path, sheet: [grid])
    return read_metrics("a.xlsx", KNOWN)


def test_of_two_equal_headings_the_visible_one_is_read(monkeypatch):
    head = ["工号", "月份", "日均存款净增", "日均存款净增"]
    rows = [head, ["CM01", "2026-03", "111", "5000"], ["CM02", "2026-03", "222", "4000"]]
    for column, right in ((2, (5000, 4000)), (3, (111, 222))):
        judged = hidden(monkeypatch, rows, {column})
        assert tuple(judged.accepted["value"]) == right
        (told,) = [p for p in judged.problems if p.rule == "hidden_column"]
        assert told.severity == "warning" and told.params == {"read": "no"}
    only = hidden(monkeypatch, [row[:3] for row in rows], {2})
    assert tuple(only.accepted["value"]) == (111, 222)
    assert [p.params["read"] for p in only.problems if p.rule == "hidden_column"] == ["yes"]


@pytest.mark.parametrize(
    ("head", "row"),
    [
        ("工号,月份,日均存款净增,新增户数,日均存款净增(万元)", "CM01,2026-03,111,3,5000"),
        ("工号,月份,E01,新增户数,日均存款净增", "CM01,2026-03,111,3,5000"),
    ],
)
def test_of_two_visible_columns_for_one_thing_a_person_says_which(tmp_path, head, row):
    path = csv(tmp_path, row, head=head)
    judged = read_metrics(path, KNOWN)
    assert found(judged) == {("CM01", "2026-03", "G01"): 3}
    assert held(judged) == [("double_column", 1)] * 2
    (question,) = judged.questions
    assert [c.key for c in question.choices] == ["column-3", "column-5", "leave-out"]
    for key, value in (("column-3", 111), ("column-5", 5000)):
        again = read_metrics(path, KNOWN, answers={question.key: key})
        assert found(again)["CM01", "2026-03", "E01"] == value and held(again) == []
    assert set(found(read_metrics(path, KNOWN, answers={question.key: "leave-out"}))) == set(found(judged))


def test_one_month_in_two_columns_is_asked_about(tmp_path):
    path = csv(tmp_path, "CM01,E01,5,6,7", head="工号,指标,2026年1月,2026-01,2026年2月")
    judged = read_metrics(path, KNOWN)
    assert found(judged) == {("CM01", "2026-02", "E01"): 7} and held(judged) == [("double_column", 1)] * 2
    (question,) = judged.questions
    again = read_metrics(path, KNOWN, answers={question.key: "column-4"})
    assert found(again)["CM01", "2026-01", "E01"] == 6


def test_two_columns_of_values_are_no_values(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,E01,1,2", head="工号,月份,指标,数值,完成值")
    judged = read_metrics(path, KNOWN)
    assert len(judged.accepted) == 0 and held(judged) == [("double_column", 1)] * 2


def test_headings_that_are_not_read_are_told_with_the_nearest_known_one(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,1,2,3", head="工号,月份,新增户数,日均存款增,备用")
    near = {p.column: p.params["near"] for p in read_metrics(path, KNOWN).problems if "near" in p.params}
    assert near == {"日均存款增": "E01", "备用": "NONE"}


def test_without_a_heading_the_columns_found_and_the_near_ones_are_named(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,E01,5", head="mgr_id,month,indicator,val")
    with pytest.raises(UnreadableFile) as raised:
        read_metrics(path, KNOWN)
    assert raised.value.key == "errors-file-header"
    assert raised.value.params["found"] == "mgr_id, month, indicator, val"
    assert raised.value.params["near"] == "mgr_id → manager_id, val → value"
    assert "指标库" not in text_for("zh").error(raised.value)


def test_where_no_indicator_is_known_yet_it_says_where_to_begin(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,5", head="工号,月份,新增户数")
    with pytest.raises(UnreadableFile) as raised:
        read_metrics(path, Known({"CM01": "甲"}, {}))
    assert "请先保存一份方案" in text_for("zh").error(raised.value)
    assert "store a scheme first" in text_for("en").error(raised.value)


def test_month_is_a_period_and_the_unit_of_a_column_of_values_counts(tmp_path):
    path = csv(tmp_path, "CM01,2026-03,E01,50000,60000", head="manager_id,month,indicator,value(元),目标(元)")
    judged = read_metrics(path, KNOWN)
    assert found(judged) == {("CM01", "2026-03", "E01"): 5.0}
    assert judged.accepted["target"].tolist() == [6.0]
    path = csv(tmp_path, "CM01,2026-03,G01,5", head="manager_id,month,indicator,value(万元)")
    assert held(read_metrics(path, KNOWN)) == [("unit_mismatch", 2)]


def test_a_mapping_adds_to_the_names_that_are_known(tmp_path):
    mapped = text(
        tmp_path / "m.toml",
        'period = ["账期"]\nmanager_id = ["代号"]\n[indicators]\nE01 = { names = ["存款"], unit = "万元" }\n',
    )
    for head in ("工号,月份,存款,新增户数", "代号,账期,日均存款净增,新增户数"):
        path = csv(tmp_path, "CM01,2026-03,5,3", head=head)
        assert found(read_metrics(path, KNOWN, mapping=mapping_file(mapped))) == {
            ("CM01", "2026-03", "E01"): 5,
            ("CM01", "2026-03", "G01"): 3,
        }


@pytest.mark.parametrize(
    ("content", "key", "params"),
    [
        ("period = [", "errors-mapping", {}),
        ('perod = ["x"]', "errors-mapping-key", {"name": "perod", "expected": "none"}),
        ('period = "x"', "errors-mapping-key", {"name": "period", "expected": "list"}),
        ("indicators = 3", "errors-mapping-key", {"name": "indicators", "expected": "table"}),
        ("[indicators]\nE01 = 3", "errors-mapping-key", {"name": "indicators.E01", "expected": "table"}),
        ('[indicators]\nE01 = { name = ["x"] }', "errors-mapping-key", {"name": "indicators.E01.name"}),
        ("[indicators]\nE01 = { names = 1 }", "errors-mapping-key", {"name": "indicators.E01.names"}),
        ('[indicators]\nE01 = { names = ["x"], unit = 1 }', "errors-mapping-key", {"expected": "text"}),
        ('[indicators]\nE01 = { names = ["x"], unit = "元" }', "errors-mapping-unit", {"kept": "万元"}),
    ],
)
def test_a_wrong_key_or_type_in_a_mapping_file_is_named(tmp_path, content, key, params):
    path = csv(tmp_path, "CM01,2026-03,5")
    with pytest.raises(UnreadableFile) as raised:
        read_metrics(path, KNOWN, mapping=mapping_file(text(tmp_path / "m.toml", content)))
    assert raised.value.key == key and params.items() <= raised.value.params.items()


@pytest.mark.parametrize(
    ("head", "rows"),
    [
        ("岗位,工号,统计月份,日均存款净增", ("主管客户经理,CM01,2026-03,50", "客户经理,CM02,2026-03,40")),
        (
            "部门,工号,统计月份,日均存款净增",
            ("审核部,CM01,2026-03,50", "公司部,CM02,2026-03,40", "制表：王某,,,"),
        ),
        (
            "部门,工号,统计月份,日均存款净增",
            ("汇总,CM01,2026-03,50", "合计,cm02,2026-03,40", "一部,CM03,2026-03,9", "合计,,,99"),
        ),
    ],
)
@pytest.mark.parametrize("people", [True, False])
def test_a_row_with_an_id_is_about_that_person(tmp_path, head, rows, people):
    known = KNOWN if people else Known(None, KNOWN.indicators, KNOWN.units, KNOWN.measures)
    judged = read_metrics(csv(tmp_path, *rows, head=head), known)
    assert {key[0].upper(): v for key, v in found(judged).items()} | {"CM03": 9} == {
        "CM01": 50,
        "CM02": 40,
        "CM03": 9,
    }
    assert not held(judged)


def test_a_new_persons_row_is_told_and_a_total_stays_a_total(tmp_path):
    rows = ("审核部,CM99,2026-03,50", "公司部,CM01,2026-03,40", "合计,2人,,90", "审核：,李某,,")
    judged = read_metrics(csv(tmp_path, *rows, head="部门,工号,月份,日均存款净增"), KNOWN)
    assert held(judged) == [("unknown_id", 2)] and list(judged.accepted.index) == [3]
    assert {"grand_total_row", "footer_row"} <= rules(judged, "fixed")


@pytest.mark.parametrize(
    ("heading", "row", "idle"),
    [
        ("工号,月份,手机银行新增户数,目标", "K01,2026-03,5,9", "目标"),
        ("manager_id,period,indicator,value,手机银行新增户数", "K01,2026-03,M01,5,7", "手机银行新增户数"),
    ],
)
def test_a_column_that_says_nothing_here_is_told(tmp_path, heading, row, idle):
    judged = read_metrics(text(tmp_path / "m.csv", f"{heading}\n{row}\n"), MOBILE)
    assert judged.accepted["value"].tolist() == [5]
    told = {p.column for p in judged.problems if p.rule is Rule.UNMAPPED_COLUMN}
    assert told == {idle}
