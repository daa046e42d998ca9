"""The auditor's own program: agrees on what nobody touched, finds what was changed, says what it leaves."""

import ast
import hashlib
import json
import re
import shutil
import subprocess
import sys

import duckdb
import orjson
import pytest

from access.actor import operator
from data.database import Database
from data.sealing.tables import LEFT_OUT, TABLES
from scoring.periods import parse_period
from tests.places import ROOT, SCHEMES
from tests.stored import chained_anew
from workflow.results import proof
from workflow.results.proving import anchors

PROGRAM = ROOT / "tools" / "verify_independent.py"
AUDITOR = operator("auditor")


@pytest.fixture(scope="module")
def kept(demo_file, tmp_path_factory):
    """A copy of the branch, closed; the packages of its published periods; an anchor in its short form."""
    folder = tmp_path_factory.mktemp("kept")
    path = shutil.copy(demo_file, folder / "branch.duckdb")
    db = Database.open(path)
    with db.read() as cursor:
        found = cursor.execute("SELECT DISTINCT period FROM score_sheet ORDER BY 1").fetchall()
    packages = [proof.export_period(AUDITOR, db, parse_period(p), folder / p) for (p,) in found]
    anchor = anchors.head(AUDITOR, db).short
    db.close()
    return path, packages, anchor


def checked(*given):
    done = subprocess.run(
        [sys.executable, PROGRAM, *map(str, given)], capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stdout + done.stderr
    return done.returncode, done.stdout


def package(kept, tmp_path):
    return shutil.copytree(kept[1][-1], tmp_path / "package")


def rewritten(folder, change, *, hashes=True):
    """The package with its content changed, and with every hash that its maker could mend."""
    content = orjson.loads((folder / "period.json").read_bytes())
    change(content)
    text = orjson.dumps(content, option=orjson.OPT_SORT_KEYS)
    (folder / "period.json").write_bytes(text)
    (folder / "scheme.toml").write_text(content["scheme"], encoding="utf-8")
    if hashes:
        manifest = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
        went_in = {name: content[name] for name in ("scheme", "people", "inputs")}
        manifest["sha256"] = hashlib.sha256(text).hexdigest()
        manifest["inputs_sha256"] = hashlib.sha256(
            orjson.dumps(went_in, option=orjson.OPT_SORT_KEYS)
        ).hexdigest()
        for name in manifest["files"]:
            manifest["files"][name] = hashlib.sha256((folder / name).read_bytes()).hexdigest()
        detail = json.loads(manifest["trail"][5]) | {"sha256": manifest["sha256"]}
        manifest["trail"][5] = json.dumps(detail, sort_keys=True)
        (folder / "manifest.json").write_text(json.dumps(manifest), encoding="utf-8")
    return folder


def another_value(content):
    column = next(j for j, code in enumerate(content["inputs"]["indicators"]) if code == "G06")
    content["inputs"]["values"][0][column] -= 1


def another_total(content):
    content["results"]["totals"][0] += 1


def another_rank(content):
    ranks = content["results"]["ranks"]
    ranks[0], ranks[1] = ranks[1], ranks[0]


def another_scheme(content):
    content["scheme"] = re.sub(r"weight = 11\b", "weight = 12", content["scheme"])
    content["scheme"] = re.sub(r"weight = 7\b", "weight = 6", content["scheme"], count=1)


CHANGES = [another_value, another_total, another_rank, another_scheme]


def test_it_agrees_on_what_nobody_touched(kept):
    path, packages, anchor = kept
    status, said = checked(*packages, path, anchor)
    assert (status, "NOT CHECKED" in said, "DIFFERS" in said) == (0, False, False)
    assert said.count("worked out anew") == 2 * len(packages)


def test_a_package_is_enough_for_its_own_anchor(kept):
    folder = kept[1][-1]
    own = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))["anchor"]
    assert checked(folder, own)[0] == 0
    assert checked(folder, own[:-1] + ("0" if own[-1] != "0" else "1"))[0] == 1
    assert checked(folder, kept[2])[0] == 2


@pytest.mark.parametrize("change", CHANGES)
@pytest.mark.parametrize("hashes", [False, True])
def test_a_change_is_found_also_where_the_hashes_were_mended(kept, tmp_path, change, hashes):
    status, said = checked(rewritten(package(kept, tmp_path), change, hashes=hashes))
    assert status == 1 and "DIFFERS" in said
    if hashes:
        assert re.search(r"CM\d+ (totals|ranks)", said)


def test_what_was_all_worked_out_anew_does_not_fit_the_database(kept, tmp_path):
    """A forger who runs the engine gets a package that agrees with itself: not with the trail."""

    def forged(content):
        from workflow.results import frozen

        another_value(content)
        again = frozen.scored_again(content)
        content["results"] = frozen._results(again)

    folder = rewritten(package(kept, tmp_path), forged)
    assert checked(folder)[0] == 0
    assert checked(folder, kept[0], kept[2])[0] == 1


def edited(kept, tmp_path, *statements):
    path = shutil.copy(kept[0], tmp_path / "copy.duckdb")
    with duckdb.connect(str(path)) as plain:
        for statement in statements:
            plain.execute(statement)
    return path


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE measured SET value = value + 1 WHERE number = 100",
        "DELETE FROM targeted WHERE number = 7",
        "UPDATE score_sheet SET period = CASE sheet_id WHEN 2 THEN '2026-08' ELSE '2026-09' END"
        " WHERE sheet_id IN (2, 3)",
        "INSERT INTO account (username, display_name, created_at) VALUES ('x', 'x', now()::TIMESTAMP)",
        "UPDATE audit SET actor = 'nobody' WHERE seq = 5",
        "UPDATE audit SET detail = 'no' WHERE action = 'publish'",
        "DELETE FROM audit WHERE seq > 20",
        "DELETE FROM audit",
        "DROP TABLE seal",
        "UPDATE score_sheet SET content = '[1]' WHERE sheet_id = 2",
    ],
)
def test_an_edit_of_the_database_is_found(kept, tmp_path, statement):
    assert checked(edited(kept, tmp_path, statement), kept[2])[0] == 1


def test_a_trail_that_was_chained_anew_is_found_with_an_anchor_alone(kept, tmp_path):
    path = edited(kept, tmp_path)
    with duckdb.connect(str(path)) as plain:
        chained_anew(plain)
    assert checked(path)[0] == 2
    assert checked(path, kept[2])[0] == 1


def test_what_it_cannot_work_out_is_named_with_how_many_people(kept, tmp_path):
    def bands(content):
        content["scheme"] = content["scheme"].replace(
            'type = "deduction"', 'type = "around", reference = 0', 1
        )

    status, said = checked(rewritten(package(kept, tmp_path), bands))
    assert status == 2
    assert re.search(r"NOT CHECKED: .*totals, ranks, grades of \d+ people.*rule around \(\d+ people\)", said)


def test_damaged_input_ends_in_a_sentence(kept, tmp_path):
    whole = kept[0].read_bytes()
    for name, made in (("cut", whole[:100_000]), ("text", b"text"), ("empty", b"")):
        (tmp_path / name).write_bytes(made)
        assert checked(tmp_path / name)[0] == 2
    assert checked()[0] == 2 and checked(tmp_path / "gone")[0] == 2 and checked("12:abc")[0] == 2
    for name in ("manifest.json", "period.json"):
        folder = shutil.copytree(kept[1][0], tmp_path / f"without {name}")
        (folder / name).write_text('{"half": ', encoding="utf-8")
        assert checked(folder)[0] == 2
        (folder / name).unlink()
        assert checked(folder)[0] == 2


def test_it_stands_alone_and_is_short():
    text = PROGRAM.read_text(encoding="utf-8")
    assert len(text.splitlines()) < 300
    names = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Import):
            names |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            names.add(node.module.split(".")[0])
    assert names <= sys.stdlib_module_names | {"duckdb"}


def test_it_knows_which_tables_are_sealed_and_by_which_column(kept):
    """It reads the number of a row from the first column, and has its own list of what is not sealed."""
    found = {}
    exec(compile(PROGRAM.read_text(encoding="utf-8"), "program", "exec"), found)  # noqa: S102
    with duckdb.connect(str(kept[0]), read_only=True) as plain:
        for table in TABLES.values():
            columns = [row[0] for row in plain.execute(f'DESCRIBE "{table.name}"').fetchall()]
            assert (table.number or columns[0]) == columns[0]
            if table.number:
                assert found["WITHIN"].get(table.name) == table.within
    assert all(re.fullmatch(found["NOT_SEALED"], name) for name in LEFT_OUT)
    assert not any(re.fullmatch(found["NOT_SEALED"], name) for name in TABLES)


@pytest.mark.parametrize("name", ["x-branch-v1.toml", "x-branch-v2.toml"])
def test_it_works_out_every_rule_of_the_demo_schemes(name):
    found = {}
    exec(compile(PROGRAM.read_text(encoding="utf-8"), "program", "exec"), found)  # noqa: S102
    scheme = found["tomllib"].loads((SCHEMES / name).read_text(encoding="utf-8"))
    nobody = {"people": [], "inputs": {"indicators": [], "values": []}}
    assert found["unsupported"](scheme, nobody) == {}
