"""docs/scheme.md: every key of a scheme file stands on it, and every example gives what the page says."""

import csv
import datetime as dt
import json
import re
import tomllib
from dataclasses import fields

import pytest

from scoring import Measurements, Scheme, score
from scoring.formula.functions import FUNCTIONS
from scoring.pay import pay
from scoring.scheme import indicator, model, parts, result_use
from scoring.scheme.pay import KINDS
from scoring.scheme.pay.lines import CLOSED, INTO, NOBODY, WITHIN
from scoring.scheme.rules import RULES
from scoring.scheme.table import Table
from tests.cli.commands import document, manage
from tests.documents.scheme_guide import FORMULAS, KEYS, documented
from tests.places import ROOT

PERIOD = "2026-06"
BLOCK = re.compile(r"```toml\n(.*?)```\n\n((?:\|[^\n]*\n)*)", re.DOTALL)
EXAMPLES = BLOCK.findall(KEYS)
BASE = tomllib.loads(EXAMPLES[1][0])


def inline(value):
    """A value as TOML on one line."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{json.dumps(k)} = {inline(v)}" for k, v in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(inline, value)) + "]"
    if isinstance(value, dt.date):
        return value.isoformat()
    return json.dumps(value, ensure_ascii=False)


def whole(text):
    """An example as a file: itself where it has a code, else laid over the base."""
    given = tomllib.loads(text)
    if "code" in given:
        return text
    held = {one["code"]: one for one in BASE["indicator"]}
    over = {one["code"]: held.get(one["code"], {}) | one for one in given.get("indicator", ())}
    laid = BASE | given | {"indicator": list((held | over).values())}
    return "".join(f"{key} = {inline(value)}\n" for key, value in laid.items())


def table(lines):
    """The rows of a table by heading."""
    heading, _, *rows = [
        [c.strip() for c in line.strip().strip("|").split("|")] for line in lines.splitlines()
    ]
    return [dict(zip(heading, row, strict=True)) for row in rows]


def written(path, rows):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, list(rows[0]))
        writer.writeheader()
        writer.writerows(rows)
    return path


def scored(text, rows, folder):
    """Each person's row of the sheet, by the files that the table stands for."""
    (folder / "s.toml").write_text(text, encoding="utf-8")
    inputs = [
        {"manager_id": row["manager"], "period": row.get("period", PERIOD), "indicator": code}
        | {"value": row[code].replace("–", ""), "target": row.get(f"{code} target", "").replace("–", "")}
        for row in rows
        for code in row
        if code not in ("manager", "period", "position") and not code.endswith(" target") and "→" not in code
    ]
    options = ["--scheme-file", folder / "s.toml", "--metrics-file", written(folder / "m.csv", inputs)]
    if "position" in rows[0]:
        staff = [
            {"manager_id": r["manager"], "name": r["manager"], "team": "T", "position": r["position"]}
            for r in rows
        ]
        options += ["--people-file", written(folder / "p.csv", staff)]
    done = manage("score", *options, "--period", PERIOD, "--json", db=folder / "none.duckdb")
    return {row["manager_id"]: row for row in document(done)["rows"]}


def outcome(row, name):
    if name in row["indicators"]:
        return row["indicators"][name]["score"]
    for named in (row.get("derived") or {}, row.get("sections") or {}):
        if name in named:
            return named[name]
    return row[name]


@pytest.mark.parametrize("text", [text for text, _ in EXAMPLES], ids=range(len(EXAMPLES)))
def test_an_example_is_a_scheme(text):
    scheme = Scheme.from_toml(whole(text))
    assert Scheme.from_toml(scheme.to_toml()) == scheme


FIGURES = [(text, lines) for text, lines in EXAMPLES if "→" in lines and "→ pay" not in lines]
PAID = [(text, lines) for text, lines in EXAMPLES if "→ pay" in lines]


@pytest.mark.parametrize(("text", "lines"), FIGURES, ids=range(len(FIGURES)))
def test_an_example_gives_what_the_page_says(text, lines, tmp_path):
    rows = table(lines)
    found = scored(whole(text), rows, tmp_path)
    checked = 0
    for row in (row for row in rows if row.get("period", PERIOD) == PERIOD):
        for name in (name for name in row if name.startswith("→ ")):
            given, wanted = outcome(found[row["manager"]], name[2:]), row[name]
            if name == "→ grade":
                assert given == wanted
            else:
                assert (given is None) == (wanted == "–"), (row, name)
                assert given is None or given == pytest.approx(float(wanted), abs=1e-9), (row, name)
            checked += 1
    assert checked


def paid(text, rows):
    """The run of the people of a table, whose figures are those of the period."""
    codes = [name for name in rows[0] if name not in ("manager", "position") and "→" not in name]
    values = [[float(row[code]) for code in codes] for row in rows]
    positions = [row.get("position") for row in rows]
    measured = Measurements([row["manager"] for row in rows], codes, values, positions=positions)
    return pay(score(Scheme.from_toml(text), measured))


@pytest.mark.parametrize(("text", "lines"), PAID, ids=range(len(PAID)))
def test_an_example_pays_what_the_page_says(text, lines):
    rows = table(lines)
    run = paid(whole(text), rows)
    columns = {f"pay({line.code})": run.amounts[:, k] for k, line in enumerate(run.lines)}
    columns |= {"pay": run.totals, "now": run.now}
    for i, row in enumerate(rows):
        for name in (name for name in row if name.startswith("→ ")):
            wanted = 0.0 if row[name] == "–" else float(row[name])
            assert columns[name[2:]][i] == round(100 * wanted), (row, name)


def asked(monkeypatch):
    """What the reader of scheme files asks for, by table, in a file that has every table."""
    found, kinds = {}, {}
    plain_table, plain_tables, plain_close = Table.table, Table.tables, Table.close

    def one(self, name, *default):
        inner = plain_table(self, name, *default)
        if inner is not None:
            kinds[id(inner)] = (name, inner)
        return inner

    def several(self, name, label):
        inner = plain_tables(self, name, label)
        kinds.update({id(each): (name, each) for each in inner})
        return inner

    def close(self):
        found.setdefault(kinds.get(id(self), ("scheme",))[0], set()).update(self._asked)
        plain_close(self)

    monkeypatch.setattr(Table, "table", one)
    monkeypatch.setattr(Table, "tables", several)
    monkeypatch.setattr(Table, "close", close)
    for text, _ in EXAMPLES:
        Scheme.reading(whole(text))
    return found


def test_every_key_that_is_read_is_documented_and_no_other(monkeypatch):
    read = asked(monkeypatch)
    # Names in two languages, and what has a list of its own on the page.
    for inner in ("name", "reason", "then", "rule"):
        read.pop(inner)
    assert len(read) == 13
    assert documented() == read


def test_every_rule_is_documented_with_its_parameters_and_has_an_example():
    rows = re.search(r"^\| rule \|.*\n\|[- |]+\n((?:\|.*\n)+)", KEYS, re.MULTILINE)[1]
    told = {}
    for line in rows.splitlines():
        kind, parameters, *_ = (cell.strip() for cell in line.strip("|").split("|"))
        told[kind.strip("`")] = set(re.findall(r"`(\w+)`", parameters))
    assert told == {kind: {f.name for f in fields(rule)} for kind, rule in RULES.items()}
    tried = {}
    for text, _ in EXAMPLES:
        for one in tomllib.loads(text).get("indicator", ()):
            rule = dict(one.get("rule", {}))
            tried.setdefault(rule.pop("type", ""), set()).update(rule)
    assert {kind: parameters - tried.get(kind, set()) for kind, parameters in told.items()} == {
        kind: set() for kind in told
    }


def test_every_word_that_a_key_may_be_is_on_the_page():
    choices = [
        *(model.CYCLES, model.AGGREGATIONS, model.COMBINATIONS, model.MISSING_POLICIES, model.FIVE_CLASSES),
        *(indicator.DIMENSIONS, indicator.KINDS, indicator.MEASURES, indicator.DIRECTIONS, indicator.BETWEEN),
        *(result_use.OTHERS, result_use.RECOGNITION),
        *(KINDS, CLOSED, INTO, NOBODY, WITHIN),
        *(indicator.ON, indicator.WITHOUT_TARGET, indicator.TARGET_FROM, parts.RANKINGS, parts.EFFECTS),
    ]
    assert {word for words in choices for word in words if f"`{word}`" not in KEYS} == set()


def test_every_key_has_an_example():
    used = {}

    def look(kind, value):
        if isinstance(value, dict):
            used.setdefault(kind, set()).update(value)
            for key, inner in value.items():
                look(key, inner)
        elif isinstance(value, list):
            for inner in value:
                look(kind, inner)

    for text, _ in EXAMPLES:
        look("scheme", tomllib.loads(text))
    assert {kind: keys - used.get(kind, set()) for kind, keys in documented().items()} == {
        kind: set() for kind in documented()
    }
    assert set(parts.EFFECTS) <= used["then"]


def test_what_real_schemes_need_is_said_for_each_and_by_keys_that_there_are():
    rows = re.findall(r"^\| (\w+) \| [^|]+\| (native|partly) \| ([^|]+) \|", FORMULAS, re.MULTILINE)
    assert {number for number, *_ in rows} == {path.stem for path in (ROOT / "tests" / "wild").glob("*.toml")}
    there = {key for keys in documented().values() for key in keys} | set(FUNCTIONS) | set(RULES)
    there |= {*parts.EFFECTS, *indicator.ON, *KINDS}
    for number, state, by in rows:
        named = set(re.findall(r"`([\w-]+)`", by))
        assert bool(named) == (state == "native"), (number, by)
        assert named <= there, (number, by)
