"""Templates before any data and with some; what is filled in is read back without a word."""

import io
import zipfile

import pytest
import xlsxwriter

from access.actor import Actor
from access.errors import AccessDenied
from data.reading.columns.kinds import KINDS, MEASURED
from data.reading.grids.opening import read_grids
from data.reading.known import Known
from data.reading.problems import ERROR
from data.reading.records.read import read_tidy
from data.reading.rules import Rule
from documents import templates
from tests.branch import WANG, ZHAO
from tests.cli.commands import manage
from workflow.errors import WorkflowError
from workflow.intake import imports

LISTS = [kind for kind in KINDS if kind not in MEASURED]


@pytest.fixture
def branch(empty, tmp_path):
    for kind, text in (
        ("people", "工号,姓名,团队,岗位,入职日期\n007,周敏,城东组,初级,2024-07-01\nCM02,王海燕,城西组,,\n"),
        ("indicators", "代码,中文名,英文名,单位,计量\nG01,新增户数,New customers,户,计数\n"),
    ):
        path = tmp_path / f"{kind}.csv"
        path.write_text(text, encoding="utf-8")
        imports.approve(WANG, empty, imports.import_file(ZHAO, empty, kind, path).batch)
    return empty


@pytest.fixture
def rows_of(tmp_path):
    def read(content):
        (tmp_path / "template.xlsx").write_bytes(content)
        return read_grids(tmp_path / "template.xlsx")[0].rows

    return read


@pytest.fixture
def save(tmp_path):
    def write(rows):
        path = tmp_path / "filled.xlsx"
        with xlsxwriter.Workbook(path) as book:
            sheet = book.add_worksheet()
            for i, row in enumerate(rows):
                sheet.write_row(i, 0, row)
        return path

    return write


def part(content, name):
    """A part of a workbook as text."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.read(name).decode()


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", KINDS)
def test_there_is_one_for_every_kind_before_the_first_data(empty, rows_of, kind, lang):
    content = templates.template(ZHAO, empty, kind, lang)
    (headings,) = rows_of(content)
    assert [h.rstrip("*") for h in headings] == [f.heading(lang) for f in KINDS[kind].fields]
    assert part(content, "xl/comments1.xml").count("<comment ") == len(headings)


@pytest.mark.parametrize("lang", ["zh", "en"])
@pytest.mark.parametrize("kind", LISTS)
def test_what_its_notes_say_is_read(empty, rows_of, save, kind, lang):
    rows = rows_of(templates.template(ZHAO, empty, kind, lang))
    path = save([*rows, [column.example(lang) for column in KINDS[kind].fields]])
    judged = read_tidy(path, KINDS[kind], Known(None, None))
    assert len(judged.accepted) == 1 and not judged.problems
    assert judged.accepted.notna().all(axis=None)


def test_choices_are_offered_in_the_language(empty):
    content = templates.template(ZHAO, empty, "events", "zh")
    assert '"加分,扣分,一票否决"' in part(content, "xl/worksheets/sheet1.xml")


def test_a_staff_list_that_comes_back_unchanged_says_nothing_new(branch, tmp_path):
    path = tmp_path / "people.xlsx"
    path.write_bytes(templates.template(ZHAO, branch, "people", "zh"))
    judged = imports.read_file(ZHAO, branch, "people", path).judged
    assert list(judged.accepted["manager_id"]) == ["007", "CM02"] and not judged.problems
    assert str(judged.accepted["joined_on"].iloc[0]) == "2024-07-01"


def test_values_have_everybody_and_every_indicator(branch, rows_of, save):
    rows = rows_of(templates.template(ZHAO, branch, "metrics", "zh", "2026-03"))
    assert rows[0] == ["客户经理编号", "姓名", "月份", "新增户数(户)"]
    path = save([rows[0], *([*row[:3], 10 * k] for k, row in enumerate(rows[1:], start=1))])
    found = imports.read_file(ZHAO, branch, "metrics", path).judged.accepted
    assert list(found["value"]) == [10.0, 20.0] and set(found["period"]) == {"2026-03"}


def test_known_people_are_offered(branch):
    content = templates.template(ZHAO, branch, "leave", "en")
    assert '"007,CM02"' in part(content, "xl/worksheets/sheet1.xml")


def test_a_move_written_into_the_template_is_asked_about(branch, rows_of, save):
    rows = rows_of(templates.template(ZHAO, branch, "people", "zh"))
    rows[1][3] = "城西组"
    judged = imports.read_file(ZHAO, branch, "people", save(rows)).judged
    assert [p.rule for p in judged.problems if p.severity == ERROR] == [Rule.FROM_MISSING]


def test_only_for_who_may_import_and_for_kinds_that_are(empty):
    with pytest.raises(AccessDenied):
        templates.template(Actor("cm01", "manager", "CM01"), empty, "people", "zh")
    with pytest.raises(WorkflowError):
        templates.template(ZHAO, empty, "salaries", "zh")


def test_the_command_line_writes_one(branch, rows_of, tmp_path):
    branch.close()
    target = tmp_path / "leave.xlsx"
    done = manage("template", "leave", "-o", target, db=tmp_path / "a.duckdb")
    assert done.returncode == 0, done.stderr
    assert rows_of(target.read_bytes())[0][:2] == ["manager_id*", "name"]
    assert manage("template", "leave", "-o", tmp_path / "x.pdf", db=tmp_path / "a.duckdb").returncode == 2
