"""docs/files.md says what the readers do: its tables are theirs, its examples are read."""

import re

import pytest

from data.reading.columns.kinds import KINDS, MEASURED
from data.reading.columns.mapping import mapping_file
from data.reading.known import Known
from data.reading.metrics.read import read_metrics
from data.reading.problems import ERROR, WARNING
from data.reading.records.read import read_tidy
from data.reading.values.text import compact
from documents.file_guide import TARGET, guide, tables
from tests.places import ROOT

WRITTEN = TARGET.read_text(encoding="utf-8")
EXAMPLES = re.findall(r"```csv (\w+) (\w+)\n(.*?)```", WRITTEN, re.S)
NAMES = {"G01": ("G01", "新增户数"), "E01": ("E01", "日均存款净增")}
KNOWN = Known(
    {"CM01": "周敏", "CM02": "王海燕"},
    {compact(name): code for code, names in NAMES.items() for name in names},
    {"G01": "户", "E01": "万元"},
)


def test_its_tables_are_what_the_readers_make():
    """Where this fails, run ``python -m documents.file_guide`` and read what has changed."""
    assert guide(WRITTEN) == WRITTEN
    assert set(re.findall(r"<!-- (\w+) -->", WRITTEN)) == set(tables())


def test_every_kind_has_its_section_and_examples_in_both_languages():
    assert {kind for kind, _, _ in EXAMPLES} == set(KINDS)
    assert {(k, lang) for k, lang, _ in EXAMPLES} >= {(k, lang) for k in KINDS for lang in ("zh", "en")}
    assert all(f"\n## {kind}\n" in WRITTEN for kind in KINDS)


@pytest.mark.parametrize(("kind", "lang", "text"), EXAMPLES, ids=lambda v: v if len(str(v)) < 12 else "")
def test_every_example_is_read_as_it_stands(tmp_path, kind, lang, text):
    path = tmp_path / "example.csv"
    path.write_text(text, encoding="utf-8")
    judged = read_metrics(path, KNOWN, kind=kind) if kind in MEASURED else read_tidy(path, KINDS[kind], KNOWN)
    told = [p for p in judged.problems if p.severity in (ERROR, WARNING) and p.column != "团队"]
    assert not told and len(judged.accepted) == (4 if lang == "wide" else 1)
    if lang == "wide":
        values = judged.accepted.set_index(["manager_id", "indicator"])["value"]
        assert values["CM01", "E01"] == 1080.5 and values["CM02", "G01"] == 9


def test_the_mapping_file_is_one(tmp_path):
    (text,) = re.findall(r"```toml\n(.*?)```", WRITTEN, re.S)
    (tmp_path / "m.toml").write_text(text, encoding="utf-8")
    mapping = mapping_file(tmp_path / "m.toml")
    assert "柜员号" in mapping.roles["id"] and mapping.units == {"G01": "户", "E01": "万元"}


def test_the_commands_that_it_names_are_there():
    cli = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "cli").glob("*.py"))
    for option in re.findall(r"`(--[a-z-]+)", WRITTEN):
        assert option.removeprefix("--").replace("-", "_") in cli, option
