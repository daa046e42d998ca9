"""Where a scheme begins: every way gives a scheme file, and what it rests on is that of the branch."""

import pytest

from data.errors import UnreadableFile
from scoring import Scheme
from scoring.scheme import document
from tests.branch import FIRST, SECOND_VERSION, last, refused
from workflow import schemes
from workflow.drafting import starts, trial
from workflow.files import beginnings


@pytest.mark.parametrize("name", starts.TEMPLATES)
def test_every_template_is_a_scheme_without_a_leave_that_scores_the_branch(db, name):
    text = starts.template(name)
    found = Scheme.from_toml(text)
    assert found.authorisation is None and trial.checked(FIRST, db, text).passes
    for code in found.codes:
        drawn = trial.drawn(FIRST, db, found, code)
        assert drawn.period == last(db) and drawn.dots, (name, code)


def test_templates_show_points_bands_of_completion_and_posts(db):
    points, bands, posts = (Scheme.from_toml(starts.template(n)) for n in ("points", "completion", "posts"))
    assert points.points == 1000 and points.sections
    assert {i.on for i in bands.indicators} == {"value", "completion"}
    assert [p.ranking for p in posts.profiles] == ["own", "own"]
    assert refused(starts.template, "no such") == "errors-template-unknown"


def test_a_stored_version_begins_as_its_next_one(db):
    found = Scheme.from_toml(starts.version(FIRST, db, SECOND_VERSION))
    stored = schemes.scheme(FIRST, db, SECOND_VERSION).scheme
    assert found.reference == (SECOND_VERSION.code, 3) and found.authorisation is None
    assert found.indicators == stored.indicators


def test_the_library_knows_what_people_were_measured_at_last(db):
    line = next(one for one in starts.library(FIRST, db) if one.code == "E01")
    with db.read() as cursor:
        values = sorted(
            v
            for (v,) in cursor.execute(
                "SELECT value FROM measurement WHERE indicator_code = 'E01' AND period = ?", [last(db).code]
            ).fetchall()
        )
    middle = (values[(len(values) - 1) // 2] + values[len(values) // 2]) / 2
    assert (line.period, line.people) == (last(db).code, len(values))
    assert (line.lowest, line.median, line.highest) == (values[0], pytest.approx(middle), values[-1])


def test_columns_of_a_wide_file_become_indicators_of_equal_weight(db, tmp_path):
    path = tmp_path / "月报.csv"
    path.write_text(
        "工号,姓名,日均存款净增(万元),走访户数\nCM01,甲,1200,31\nCM02,乙,900,28\n", encoding="utf-8"
    )
    found = starts.columns(FIRST, db, path)
    assert [(c.code, c.name, c.known is not None) for c in found] == [
        ("E01", "日均存款净增", True),
        ("M2", "走访户数", False),
    ]
    made = document.read(starts.from_columns("new", "新方案", found))
    assert [(i["code"], i["weight"], i["rule"]["type"]) for i in document.tables(made, "indicator")] == [
        ("E01", 50, "direct"),
        ("M2", 50, "direct"),
    ]
    assert trial.checked(FIRST, db, document.write(made)).passes


def test_the_indicators_of_a_long_file_are_found_in_its_rows(db, tmp_path):
    path = tmp_path / "m.csv"
    lines = [
        "manager_id,period,indicator,value",
        "CM01,2026-09,E01,5",
        "CM01,2026-09,访客,7",
        "CM02,2026-09,E01,6",
    ]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [(c.code, c.name) for c in starts.columns(FIRST, db, path)] == [
        ("E01", "日均存款净增"),
        ("M2", "访客"),
    ]


def test_a_file_without_figures_is_refused_by_its_name(db, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("工号,姓名,备注\nCM01,甲,好\n", encoding="utf-8")
    assert refused(starts.columns, FIRST, db, path) == "errors-columns-none"
    path.write_text("随便,什么\n1,2\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="errors-file-header"):
        starts.columns(FIRST, db, path)


def test_nothing_of_a_customer_becomes_a_column(db, tmp_path):
    path = tmp_path / "x.csv"
    path.write_text("工号,身份证号,走访户数\nCM01,110101199001011234,3\n", encoding="utf-8")
    with pytest.raises(UnreadableFile, match="errors-file-customer"):
        starts.columns(FIRST, db, path)
    with pytest.raises(UnreadableFile, match="errors-file-customer"):
        beginnings.from_metrics(path)


def test_a_wide_file_gives_all_its_columns_with_or_without_the_library(db, tmp_path):
    path = tmp_path / "x.csv"
    names = [f"办理业务{letter}" for letter in "甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥天地"]
    path.write_text(f"工号,{','.join(names)}\nCM01{',1' * len(names)}\nCM02{',2' * len(names)}\n", "utf-8")
    assert [c.name for c in starts.columns(FIRST, db, path)] == names
    assert [i.name["zh"] for i in beginnings.from_metrics(path)[0].indicators] == names
