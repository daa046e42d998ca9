"""The statement of pay that somebody who left is given: everything adds up, the same bytes, nobody else's."""

import io

import pytest
from docx import Document
from pypdf import PdfReader

from access.errors import AccessDenied
from data.database import Database
from documents.paper import pay_statement
from tests.branch import GAO, NING, copied
from tests.workflow.rewards.steps import COLLEAGUE, LONG_AGO, PERSON, granted, manager, unpaid
from words.text import text_for
from workflow.branch.setup import described
from workflow.rewards import holding


@pytest.fixture(scope="module")
def branch(quiet_file, tmp_path_factory):
    db = Database.open(copied(quiet_file, tmp_path_factory.mktemp("statement") / "a.duckdb"))
    unpaid(db)
    granted(db)
    number = holding.check(GAO, db, PERSON, LONG_AGO, 1, "release", "无", "函")
    holding.approve(NING, db, number)
    yield described(db)
    db.close()


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_what_was_granted_is_where_it_says(branch, lang):
    made = pay_statement.of_person(manager(PERSON), branch, text_for(lang), PERSON)
    periods, held, entries = made.tables
    assert periods.rows[-1][1:] == ("10,000.00", "7,333.33", "2,666.67", "0.00", "0.00")
    assert [row[3] for row in held.rows] == ["1,333.33", "1,333.33", "1,333.34"]
    assert [row[-1] for row in entries.rows] == ["1,333.33", "4,000.00", "6,000.00", "10,000.00"]


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_pdf_and_word_say_the_same_and_twice_the_same_bytes(branch, lang):
    t = text_for(lang)
    made = pay_statement.of_person(GAO, branch, t, PERSON)
    written = {form: write(made, t) for form, write in pay_statement.FORMS.items()}
    assert written == {form: write(made, t) for form, write in pay_statement.FORMS.items()}
    pdf = "".join(page.extract_text() for page in PdfReader(io.BytesIO(written[".pdf"])).pages)
    tables = Document(io.BytesIO(written[".docx"])).tables
    word = " ".join(cell.text for table in tables for row in table.rows for cell in row.cells)
    for amount in ("7,333.33", "2,666.67", "1,333.34"):
        assert amount in pdf and amount in word


def test_nobody_elses(branch):
    with pytest.raises(AccessDenied):
        pay_statement.of_person(manager(COLLEAGUE), branch, text_for("zh"), PERSON)
