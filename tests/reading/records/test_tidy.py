"""Files of people, events, leave, outcomes …: what is taken, asked, held back and told."""

import datetime as dt
from dataclasses import replace

import pytest
import xlsxwriter

from data.errors import UnreadableFile
from data.reading.columns.kinds import KINDS
from data.reading.grids.opening import Grid
from data.reading.known import Known, Outcome, identity
from data.reading.problems import ERROR, FIXED, LEAVE_OUT, WARNING
from data.reading.records.read import _head, read_tidy
from data.reading.rules import Rule

TODAY = dt.date(2026, 11, 25)
KNOWN = Known(
    {"CM01": "周敏", "CM02": "王海燕", "007": "李四"},
    {},
    teams={"T1": "T1", "城东团队": "T1", "城西团队": "T2"},
    standing={"CM01": ("城东团队", "初级"), "CM02": ("城西团队", ""), "007": ("城东团队", "")},
    events={("CM01", "2026-03", "deduction", identity(None, "投诉属实")): (2.0, "")},
    today=TODAY,
)
DAY = dt.date


@pytest.fixture
def read(tmp_path):
    def reading(kind, text, known=KNOWN, **more):
        path = tmp_path / f"{kind}.csv"
        path.write_bytes(text.encode() if isinstance(text, str) else text)
        return read_tidy(path, KINDS[kind], known, **more)

    return reading


def told(judged, severity=ERROR):
    return [(p.rule, p.row, p.column) for p in judged.problems if p.severity == severity]


def test_a_staff_list_as_an_office_keeps_it(read):
    text = (
        "X支行客户经理名单,,,\n工号,姓名（必填）,团队,入职日期\nＺ1 ,张三,甲队,2026-03-01\n\n"
        "工号,姓名（必填）,团队,入职日期\nz2,李四,甲 队,2026年3月2日\n合计,2人,,\n共2人,,,\n制表：王某,,,\n"
    )
    judged = read("people", text, Known(None, None))
    assert list(judged.accepted["manager_id"]) == ["Z1", "z2"] and judged.rows_read == 2
    assert list(judged.accepted["team"]) == ["甲队", "甲队"]
    assert list(judged.accepted["joined_on"]) == [DAY(2026, 3, 1), DAY(2026, 3, 2)]
    assert list(judged.accepted.index) == [3, 6]
    rules = {p.rule for p in judged.problems}
    assert rules >= {Rule.TITLE_ROWS_ABOVE_HEADER, Rule.BLANK_ROW, Rule.HEADER_REPEATED, Rule.FULLWIDTH_ID}
    assert rules >= {Rule.GRAND_TOTAL_ROW, Rule.TOTAL_ROW, Rule.FOOTER_ROW} and not judged.refused


@pytest.mark.parametrize("row", ["CM01,合计,城东团队", "CM02,制表,城西团队", "CM77,备注,城西团队"])
def test_a_row_with_an_id_is_never_a_footer(read, row):
    assert len(read("people", f"工号,姓名,团队\n{row}\n").accepted) == 1


def test_dates_that_could_be_two_days_are_asked_and_the_answer_is_taken(read):
    text = "manager_id,name,team,joined_on\nZ5,甲,城东团队,03/04/2026\nZ7,乙,城东团队,2026\n"
    judged = read("people", text)
    assert judged.accepted.empty and len(judged.questions) == 2
    first, second = judged.questions
    assert [c.text for c in first.choices] == ["2026-04-03", "2026-03-04", ""]
    again = read("people", text, answers={first.key: "2026-03-04", second.key: LEAVE_OUT.key})
    assert list(again.accepted["joined_on"]) == [DAY(2026, 3, 4)]
    assert not again.refused and not again.questions
    assert told(again, FIXED) == [(Rule.DECIDED, 2, "joined_on"), (Rule.DECIDED, 3, "joined_on")]


@pytest.mark.parametrize(
    ("kind", "text"),
    [
        ("people", "编号,工号,姓名,团队\n1,Z1,甲,一队\n"),
        ("people", "工号,姓名,客户经理,团队\nZ1,甲,甲,一队\n"),
        ("people", "工号,姓名,姓名,团队\nZ1,甲,甲,一队\n"),
        ("events", "工号,期间,月份,类型,分值,原因\nCM01,2026-03,2026-03,加分,1,好\n"),
    ],
)
def test_two_columns_for_one_thing_are_one_sentence(read, kind, text):
    with pytest.raises(UnreadableFile) as raised:
        read(kind, text)
    assert raised.value.key == "errors-file-doubled"


def test_headings_that_are_not_read_are_told_with_the_nearest_one(read):
    text = "manager_id,name,team,joinedon,爱好\nZ1,甲,城东团队,2026-03-01,棋\n"
    problems = [p for p in read("people", text).problems if p.rule == Rule.UNREAD_COLUMN]
    assert [(p.column, p.params["near"]) for p in problems] == [("joinedon", "joined_on"), ("爱好", "NONE")]


@pytest.mark.parametrize("heading", ["from", "starts_on", "调入日期", "生效日期", "起始日"])
def test_a_move_is_dated_by_its_column(read, heading):
    judged = read("people", f"工号,姓名,团队,{heading}\nCM01,周敏,城西团队,2026-03-16\n")
    assert list(judged.accepted["from_on"]) == [DAY(2026, 3, 16)] and not judged.problems


def test_a_move_without_a_day_is_asked_and_never_guessed(read):
    text = "工号,姓名,团队,岗位\nCM01,周敏,城西团队,初级\nCM02,王海燕,城西团队,高级\n007,李四,T1,\n"
    judged = read("people", text, period="2026-10")
    assert told(judged) == [(Rule.FROM_MISSING, 2, "团队")]
    (question,) = judged.questions
    assert [(c.key, c.text) for c in question.choices[:-1]] == [
        ("first-of-month", "2026-11-01"),
        ("first-of-period", "2026-10-01"),
    ]
    again = read("people", text, period="2026-10", answers={question.key: "first-of-month"})
    assert again.accepted.loc[2, "from_on"] == DAY(2026, 11, 1)
    position = read("people", "工号,姓名,团队,岗位\nCM01,周敏,城东团队,高级\n")
    assert told(position) == [(Rule.FROM_MISSING, 2, "岗位")]


def test_absent_columns_and_empty_cells_leave_what_is_there(read):
    judged = read("people", "工号,姓名,团队,邮箱\nCM01,周敏,,\n")
    assert list(judged.accepted.columns) == ["manager_id", "name", "team", "email"]
    assert judged.accepted.loc[2, "team"] is None and judged.accepted.loc[2, "email"] is None


def test_somebody_new_needs_a_name_and_a_team(read):
    judged = read("people", "工号,姓名,团队\nZ1,,城东团队\nZ2,乙,\n,丙,城东团队\n")
    assert told(judged) == [(Rule.EMPTY, 2, "姓名"), (Rule.EMPTY, 3, "团队"), (Rule.EMPTY, 4, "工号")]


def test_a_team_near_a_known_one_is_asked_once_for_all_its_rows(read):
    text = "工号,姓名,团队\nZ1,甲,城东团对\nZ2,乙,城东团对\nZ3,丙,城南团队\nZ4,丁,三农组\n"
    judged = read("people", text)
    assert told(judged) == [(Rule.TEAM_NEAR, 2, "团队"), (Rule.TEAM_NEAR, 3, "团队")]
    assert told(judged, WARNING) == [(Rule.TEAM_NEW, 4, "团队"), (Rule.TEAM_NEW, 5, "团队")]
    (question,) = judged.questions
    for key, team in (("that-team", "城东团队"), ("new-team", "城东团对")):
        again = read("people", text, answers={question.key: key})
        assert list(again.accepted["team"][:2]) == [team, team] and not again.refused
    assert list(read("people", text, answers={question.key: "leave-out"}).accepted.index) == [4, 5]


@pytest.mark.parametrize(
    ("columns", "row", "rule"),
    [
        ("入职日期,离职日期", "2026-03-01,2026-02-01", Rule.LEFT_BEFORE_JOINED),
        ("入职日期,生效日期", "2026-03-01,2026-02-01", Rule.FROM_BEFORE_JOINED),
    ],
)
def test_days_in_the_wrong_order_are_held_back(read, columns, row, rule):
    (problem,) = read("people", f"工号,姓名,团队,{columns}\nZ1,甲,城东团队,{row}\n").problems
    assert (problem.rule, problem.severity) == (rule, ERROR)


def test_ids_are_made_alike_and_zeros_stay(read):
    text = "工号,姓名,团队\nｃｍ０１\u200b,周敏,城东团队\n007,李四,城东团队\n08,新人,城东团队\n"
    assert list(read("people", text).accepted["manager_id"]) == ["CM01", "007", "08"]


def test_one_person_twice(read):
    same = read("people", "工号,姓名,团队\nZ1,甲,城东团队\nz1,甲,城东团队\n")
    assert len(same.accepted) == 1 and told(same, FIXED) == [(Rule.EXACT_DUPLICATE, 3, "工号")]
    other = read("people", "工号,姓名,团队\nZ1,甲,城东团队\nZ1,乙,城东团队\n")
    assert {rule for rule, *_ in told(other)} == {Rule.ROWS_DIFFER} and other.accepted.empty
    moves = "工号,姓名,团队,生效日期\nZ1,甲,城东团队,2026-01-01\nZ1,甲,城西团队,2026-03-16\n"
    assert len(read("people", moves).accepted) == 2


EVENTS = "工号,月份,类型,分值,原因,文号\n"


def test_events_in_the_words_of_an_office(read):
    text = (
        "工号,月份,类型,分值,原因,责任认定\nCM02,2026年3月,扣分,2分,投诉,待认定\n"
        "CM02,2026-03,一票否决,,化名贷款,追责\nCM02,2026-03,加分,1,表扬,\n"
    )
    rows = read("events", text).accepted
    assert list(rows["kind"]) == ["deduction", "veto", "addition"]
    assert list(rows["points"]) == [2.0, 0.0, 1.0]
    assert list(rows["finding"]) == ["pending", "confirmed", None]
    assert set(rows["period"]) == {"2026-03"}


def test_the_same_event_again_counts_once(read):
    text = (
        EVENTS + "CM01,2026-03,扣分,2, 投诉 属实,\n"
        "CM02,2026-03,扣分,2,逾期,〔2026〕7号\n"
        "CM02,2026-03,扣分,2,迟到,〔2026〕 7号\n"
    )
    judged = read("events", text)
    assert told(judged) == [(Rule.EVENT_ALREADY, 2, "原因"), (Rule.EVENT_ALREADY, 4, "文号")]
    assert list(judged.accepted.index) == [3]
    stored, in_file = judged.questions
    again = read("events", text, answers={stored.key: "leave-out", in_file.key: "another-event"})
    assert list(again.accepted.index) == [3, 4] and not again.refused
    assert again.accepted.loc[4, "document"] == "〔2026〕 7号 (2)"


def test_three_of_one_name_are_numbered(read):
    text = EVENTS + "CM02,2026-03,扣分,2,迟到,\n" * 3
    keys = {q.key: "another-event" for q in read("events", text).questions}
    rows = read("events", text, answers=keys).accepted
    assert list(rows["reason"]) == ["迟到", "迟到 (2)", "迟到 (3)"]


def test_other_points_for_a_stored_event_replace_it(read):
    judged = read("events", EVENTS + "CM01,2026-03,扣分,5,投诉属实,\n")
    assert told(judged, WARNING) == [(Rule.EVENT_REPLACES, 2, "分值")] and len(judged.accepted) == 1
    assert judged.problems[0].params["points"] == 2.0


@pytest.mark.parametrize("kind", ["events", "leave", "handovers"])
def test_a_heading_alone_means_there_were_none(read, kind):
    judged = read(kind, ",".join(KINDS[kind].required) + "\n")
    assert (judged.rows_read, len(judged.accepted), judged.problems) == (0, 0, [])
    assert set(judged.accepted.columns) == set(KINDS[kind].required)


@pytest.mark.parametrize("kind", ["people", "indicators"])
def test_a_heading_alone_is_no_list(read, kind):
    with pytest.raises(UnreadableFile):
        read(kind, ",".join(KINDS[kind].required) + "\n")


@pytest.mark.parametrize(
    ("row", "rule", "column"),
    [
        ("CM01,2026-03,扣分,-2,迟到,", Rule.NEGATIVE, "分值"),
        ("CM01,2026-03,扣分,,迟到,", Rule.EMPTY, "分值"),
        ("CM01,2026-03,扣分,两分,迟到,", Rule.NUMBER, "分值"),
        ("CM01,2026-03,扣分,2,,", Rule.EMPTY, "原因"),
        ("CM01,2026-03,罚款,2,迟到,", Rule.EVENT_KIND, "类型"),
        ("CM01,2026-12,扣分,2,迟到,", Rule.PERIOD_IN_FUTURE, "月份"),
        ("CM01,2026-13,扣分,2,迟到,", Rule.IMPOSSIBLE_MONTH, "月份"),
        ("CM09,2026-03,扣分,2,迟到,", Rule.UNKNOWN_ID, "工号"),
        ("CM01,2026-03,扣分,2,=cmd(),", Rule.FORMULA_INJECTION, "原因"),
        ("CM01,2026-03,扣分,2,#REF!,", Rule.SHEET_ERROR, "原因"),
    ],
)
def test_an_event_that_cannot_be_taken_is_named_with_its_place(read, row, rule, column):
    judged = read("events", EVENTS + "CM02,2026-03,加分,1,好,\n" + row + "\n")
    assert told(judged) == [(rule, 3, column)] and len(judged.accepted) == 1


def test_leave(read):
    text = (
        "工号,请假类型,开始日期,结束日期\nCM01,年假,2026-03-01,2026-03-10\nCM01,产假,2026-03-10,2026年7月1日\n"
        "CM02,病假,2026-03-05,2026-03-01\nCM09,工伤,2026-03-01,2026-03-02\n"
    )
    judged = read("leave", text)
    assert list(judged.accepted["kind"]) == ["annual", "maternity"]
    assert told(judged) == [(Rule.TO_BEFORE_FROM, 4, "结束日期"), (Rule.UNKNOWN_ID, 5, "工号")]
    assert told(judged, WARNING) == [(Rule.LEAVE_OVERLAPS, 3, "开始日期")]


def test_handovers(read):
    text = (
        "接收人,移交人,移交日期,备注\nCM01,,2026-03-01,甲册\nCM01,cm01,2026-03-02,\nCM02,CM09,2026-03-02,\n"
    )
    judged = read("handovers", text)
    assert judged.accepted.to_dict("records") == [
        {"receiver_id": "CM01", "giver_id": None, "on_date": DAY(2026, 3, 1), "note": "甲册"}
    ]
    assert told(judged) == [(Rule.SAME_PERSON, 3, "移交人"), (Rule.UNKNOWN_ID, 4, "移交人")]


OUTCOMES = "工号,月份,后续结果,观察日期,结果值,方向,单位\n"


def test_outcomes(read):
    rows = "CM01,2026-03,一年后转不良率,2026-09-30,1.2%,越低越好,%\n"
    rows += "CM02,2026-03,一年后 转不良率,2026-09-30,0.8,逆向,\n"
    judged = read("outcomes", OUTCOMES + rows)
    assert not told(judged)
    assert judged.accepted.to_dict("records") == [
        {
            **{"manager_id": who, "period": "2026-03", "outcome": "一年后转不良率"},
            **{"observed_on": DAY(2026, 9, 30), "value": value, "direction": "lower", "unit": "%"},
        }
        for who, value in (("CM01", 1.2), ("CM02", 0.8))
    ]


@pytest.mark.parametrize(
    ("row", "rule", "column"),
    [
        ("CM01,2026-03,坏账,2026-03-31,1,低,%", Rule.OBSERVED_TOO_EARLY, "观察日期"),
        ("CM01,2026Q1,坏账,2026-02-01,1,低,%", Rule.OBSERVED_TOO_EARLY, "观察日期"),
        ("CM01,2026-03,坏账,2027-03-31,1,低,%", Rule.OBSERVED_IN_FUTURE, "观察日期"),
        ("CM01,2026-03,坏账,2026-09-30,,低,%", Rule.EMPTY, "结果值"),
        ("CM01,2026-03,坏账,2026-09-30,1,,%", Rule.EMPTY, "方向"),
        ("CM01,2026-03,坏账,2026-09-30,1,不好,%", Rule.CHOICE, "方向"),
        ("CM01,2026-03,留存率,2026-09-30,1,低,%", Rule.OUTCOME_DIFFERS, "方向"),
        ("CM01,2026-03,留存率,2026-09-30,1,高,户", Rule.OUTCOME_DIFFERS, "单位"),
        ("CM01,2026-03,留存率,2026-09-30,12户,高,%", Rule.UNIT_MISMATCH, "结果值"),
        ("CM09,2026-03,坏账,2026-09-30,1,低,%", Rule.UNKNOWN_ID, "工号"),
    ],
)
def test_an_outcome_that_cannot_be_taken_is_named_with_its_place(read, row, rule, column):
    judged = read("outcomes", f"{OUTCOMES}CM02,2026-03,留存率,2026-09-30,80,高,%\n{row}\n")
    assert told(judged) == [(rule, 3, column)] and len(judged.accepted) == 1


def test_an_outcome_keeps_the_direction_that_is_stored_and_a_new_one_is_told(tmp_path):
    known = replace(KNOWN, outcomes={"留存率": Outcome("留存率", "higher", "%")})
    path = tmp_path / "o.csv"
    path.write_text(
        f"{OUTCOMES}CM01,2026-03,留存率,2026-09-30,80,低,%\nCM02,2026-03,留成率,2026-09-30,80,高,%\n",
        encoding="utf-8",
    )
    judged = read_tidy(path, KINDS["outcomes"], known)
    assert told(judged) == [(Rule.OUTCOME_DIFFERS, 2, "方向")]
    assert told(judged, WARNING) == [(Rule.OUTCOME_NEW, 3, "后续结果")]


def test_indicators(read):
    text = "代码,中文名,英文名,方向,计量,单位\nE1,存款,Deposits,正向,日均,万元\nE2,坏账,Bad loans,坏,,\n"
    judged = read("indicators", text)
    assert (judged.accepted.loc[2, "direction"], judged.accepted.loc[2, "measure"]) == (
        "higher",
        "daily-average",
    )
    assert told(judged) == [(Rule.CHOICE, 3, "方向")]


def test_customers_data_are_refused(read):
    with pytest.raises(UnreadableFile) as raised:
        read("events", "工号,月份,类型,分值,原因,客户姓名\nCM01,2026-03,扣分,2,迟到,某\n")
    assert raised.value.key == "errors-file-customer"


def test_a_workbook_is_read_by_the_sheets_that_have_the_heading(tmp_path):
    path = tmp_path / "people.xlsx"
    book = xlsxwriter.Workbook(path)
    book.add_worksheet("封面").write(0, 0, "人员名册")
    sheet = book.add_worksheet("名册")
    sheet.merge_range(0, 0, 0, 3, "X支行")
    sheet.write_row(1, 0, ["工号", "姓名", "团队", "入职日期"])
    day = book.add_format({"num_format": "yyyy-mm-dd"})
    for k in range(3):
        sheet.write_row(2 + k, 0, [f"Z{k}", f"人{k}"])
        sheet.write_datetime(2 + k, 3, dt.datetime(2026, 3, 1 + k), day)
    sheet.merge_range(2, 2, 4, 2, "甲队")
    book.close()
    judged = read_tidy(path, KINDS["people"], Known(None, None))
    assert list(judged.accepted["team"]) == ["甲队"] * 3
    assert list(judged.accepted["joined_on"]) == [DAY(2026, 3, 1 + k) for k in range(3)]
    rules = {p.rule: p.sheet for p in judged.problems}
    assert rules[Rule.SHEET_WITHOUT_HEADER] == "封面" and rules[Rule.MERGED_CELLS] == "名册"


def test_a_missing_column_names_what_the_file_has(read):
    with pytest.raises(UnreadableFile) as raised:
        read("people", "manager_id,name,group\nZ1,甲,一队\n")
    assert raised.value.params["columns"] == "team (团队)" and "group" in raised.value.params["found"]


def test_a_period_given_stands_where_the_file_has_none(read):
    rows = read("events", "工号,类型,分值,原因\nCM01,加分,1,好\n", period="2026-03").accepted
    assert list(rows["period"]) == ["2026-03"]


def test_a_name_that_is_not_the_ids_is_asked(read):
    text = "工号,姓名,月份,类型,分值,原因\nCM01,王海燕,2026-03,一票否决,0,化名贷款\n"
    judged = read("events", text)
    assert told(judged) == [(Rule.ID_NAME_MISMATCH, 2, "工号")]
    (question,) = judged.questions
    for key, person in (("by-id", "CM01"), ("by-name", "CM02")):
        assert list(read("events", text, answers={question.key: key}).accepted["manager_id"]) == [person]


def test_a_person_may_stand_by_name_where_only_one_is_called_so(read):
    judged = read("handovers", "接收人,移交人,移交日期\n王海燕,周敏,2026-03-01\n")
    assert judged.accepted.loc[2, ["receiver_id", "giver_id"]].tolist() == ["CM02", "CM01"]
    assert {p.rule for p in judged.problems} == {Rule.ID_BY_NAME}


def test_an_id_that_is_nearly_one_is_asked(read):
    text = EVENTS + "CMO1,2026-03,加分,2,好,\n"
    (question,) = read("events", text).questions
    assert [c.text for c in question.choices] == ["CM01", ""]
    again = read("events", text, answers={question.key: question.choices[0].key})
    assert list(again.accepted["manager_id"]) == ["CM01"]


def test_who_left_did_so_after_the_stored_joining_day(read):
    known = replace(KNOWN, joined={"CM01": DAY(2024, 7, 1)})
    judged = read("people", "工号,姓名,团队,离职日期\nCM01,周敏,城东团队,2024-06-01\n", known)
    assert told(judged) == [(Rule.LEFT_BEFORE_JOINED, 2, "离职日期")]


@pytest.mark.parametrize(
    ("heading", "refused"), [("客户经理手机", False), ("手机", False), ("客户姓名", True)]
)
def test_the_staffs_own_numbers_are_left_unread(read, heading, refused):
    text = f"工号,姓名,团队,{heading}\nZ1,甲,城东团队,1\n"
    if refused:
        with pytest.raises(UnreadableFile):
            read("people", text)
    else:
        assert told(read("people", text), WARNING)[0][0] == Rule.UNREAD_COLUMN


def test_a_hidden_column_gives_way_to_the_visible_one():
    rows = [["工号", "姓名", "团队", "姓名"], ["Z1", "旧名", "一队", "新名"]]
    twice = _head(Grid("f.xlsx", "s", rows, hidden_columns=frozenset({1})), KINDS["people"])
    assert twice.places["name"] == 3 and twice.hidden == [("姓名", False)]
    alone = _head(Grid("f.xlsx", "s", [rows[0][:3]], hidden_columns=frozenset({1})), KINDS["people"])
    assert alone.places["name"] == 1 and alone.hidden == [("姓名", True)]


@pytest.mark.parametrize("kind", KINDS.values(), ids=lambda kind: kind.name)
def test_a_heading_means_one_column_of_its_kind(kind):
    headings = [heading for column in kind.fields for heading in column.headings]
    assert len(headings) == len(set(headings))
    words = [(c.name, w) for c in kind.fields for word, said in c.choices.items() for w in (word, *said)]
    assert len(words) == len(set(words))


@pytest.mark.parametrize(
    ("name", "near"),
    [
        *(("城东团对", True), ("城东组", False), ("城南团队", False), ("第11客户部", False)),
        *(("第1客戶部", True), ("第2客户部", False), ("teamb", False), ("城东团队 ", False)),
    ],
)
def test_which_names_of_teams_are_near(read, name, near):
    teams = {name: name for name in ("城东团队", "第1客户部", "teama")}
    judged = read("people", f"工号,姓名,团队\nZ1,甲,{name}\n", replace(KNOWN, teams=teams))
    assert bool(judged.questions) == near


def test_a_sheet_that_is_not_read_is_not_judged(tmp_path):
    path = tmp_path / "people.xlsx"
    with xlsxwriter.Workbook(path) as book:
        book.add_worksheet("封面").write_row(0, 0, ["姓名", "姓名", "客户姓名"])
        sheet = book.add_worksheet("名册")
        sheet.write_row(0, 0, ["工号", "姓名", "团队"])
        sheet.write_row(1, 0, ["Z1", "甲", "一队"])
    assert len(read_tidy(path, KINDS["people"], Known(None, None)).accepted) == 1
