"""Rows by name: what the columns are called decides, not where they stand."""

import datetime as dt
import json
from dataclasses import dataclass
from typing import Annotated

import duckdb
import pytest

from data.rows import Local, first, insert, insert_all, next_number, records, rows, scalar


@dataclass(frozen=True)
class Kept:
    number: int
    said: Annotated[dict[str, float] | None, json.loads]
    told_at: Local


@pytest.fixture
def cursor():
    with duckdb.connect() as connection:
        connection.execute("CREATE TABLE kept (number INTEGER, said JSON, told_at TIMESTAMP)")
        insert_all(
            connection,
            "kept",
            [
                {"told_at": dt.datetime(2026, 3, 1, 20), "number": 1, "said": '{"E01": 7.5}'},
                {"told_at": dt.datetime(2026, 3, 2, 1), "number": 2, "said": None},
            ],
        )
        yield connection


def test_columns_are_read_by_name_and_as_the_field_says(cursor):
    expected = [
        Kept(1, {"E01": 7.5}, dt.datetime(2026, 3, 2, 4)),
        Kept(2, None, dt.datetime(2026, 3, 2, 9)),
    ]
    for order in ("number, said, told_at", "told_at, number, said"):
        assert rows(cursor.execute(f"SELECT {order} FROM kept ORDER BY number"), Kept) == expected
    assert (
        first(cursor.execute("SELECT number, said, told_at FROM kept ORDER BY number"), Kept) == expected[0]
    )
    assert first(cursor.execute("SELECT number, said, told_at FROM kept WHERE number = 9"), Kept) is None


@pytest.mark.parametrize(
    "columns", ["number, said", "number, said, told_at, 1 AS more", "number, said, told_at AS whenever"]
)
def test_a_column_too_many_or_too_few_is_an_error_at_once(cursor, columns):
    with pytest.raises(TypeError, match="Kept"):
        rows(cursor.execute(f"SELECT {columns} FROM kept WHERE false"), Kept)


def test_numbers_go_on_after_the_greatest_without_gaps(cursor):
    assert next_number(cursor, "kept", "number") == 3
    insert(cursor, "kept", number=7, told_at=dt.datetime(2026, 3, 3))
    assert next_number(cursor, "kept", "number") == 8
    cursor.execute("DELETE FROM kept")
    assert next_number(cursor, "kept", "number") == 1


def test_one_value_is_one_value(cursor):
    assert scalar(cursor.execute("SELECT count(*) FROM kept")) == 2
    for statement in ("SELECT number FROM kept", "SELECT number FROM kept WHERE false"):
        with pytest.raises(ValueError, match=r"."):
            scalar(cursor.execute(statement))


def test_rows_of_any_table_by_column(cursor):
    found = records(cursor.execute("SELECT number, told_at FROM kept ORDER BY number DESC"))
    assert found[0] == {"number": 2, "told_at": dt.datetime(2026, 3, 2, 1)}
