"""The two files of the clerk: exactly the right values, and every fault noticed with its kind."""

import csv

import pandas as pd
import pytest

from data.reading.columns.mapping import mapping_file
from data.reading.known import Known
from data.reading.metrics.read import read_metrics
from data.reading.values.text import compact
from tests.places import realdata

TOLERANCE = 0.006


@pytest.fixture(scope="module")
def folder():
    return realdata("messy_exports")


@pytest.fixture(scope="module")
def known():
    branches = realdata("czech_bank_branches")
    people = pd.read_csv(branches / "people.csv", dtype=str)
    library = pd.read_csv(branches / "indicators.csv", dtype=str).fillna("")
    aliases = {}
    for row in library.to_dict("records"):
        for name in (row["code"], row["name_zh"], row["name_en"], *row["aliases"].split(";")):
            if name:
                aliases[compact(name)] = row["code"]
    by_code = library.set_index("code")
    return Known(
        dict(zip(people["manager_id"], people["name"], strict=True)),
        aliases,
        by_code["unit"].to_dict(),
        by_code["measure"].to_dict(),
    )


def file_of(folder, number):
    return next(path for path in sorted(folder.iterdir()) if path.name.startswith(number))


@pytest.mark.parametrize("mapped", [True, False])
@pytest.mark.parametrize("number", ["01", "02"])
def test_nothing_more_and_nothing_less_than_the_right_values(folder, known, number, mapped):
    mapping = mapping_file(folder / "mapping.toml") if mapped else None
    judged = read_metrics(file_of(folder, number), known, mapping=mapping)
    expected = pd.read_csv(folder / f"expected_{number}.csv")
    right = {tuple(r[:3]): r[3] for r in expected.itertuples(index=False)}
    found = {
        tuple(r): v
        for r, v in zip(
            judged.accepted[["manager_id", "period", "indicator"]].itertuples(index=False),
            judged.accepted["value"],
            strict=True,
        )
    }
    assert set(found) == set(right)
    assert {key for key in right if abs(found[key] - right[key]) > TOLERANCE} == set()


def test_every_fault_is_noticed_with_its_kind_and_its_place(folder, known):
    with (folder / "issues.csv").open(encoding="utf-8-sig") as file:
        issues = list(csv.DictReader(file))
    for number in ("01", "02"):
        path = file_of(folder, number)
        judged = read_metrics(path, known, mapping=mapping_file(folder / "mapping.toml"))
        kinds = {p.rule for p in judged.problems}
        places = {(p.rule, p.row) for p in judged.problems}
        for issue in issues:
            if issue["file"] != path.name:
                continue
            assert issue["kind"] in kinds, issue
            where = issue["where"].replace("lines ", "").replace("line ", "").replace("row ", "")
            for part in where.split(","):
                if part.isdigit():
                    assert (issue["kind"], int(part)) in places, issue
