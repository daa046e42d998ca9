"""What the weight lab shows is what the commands print on the same figures: 77 branches of a real bank, and
the invented branch with its leave, handovers and events."""

import shutil
from pathlib import Path

import pytest

from access.actor import Actor, operator
from data.database import Database
from data.period_facts import period_facts
from scoring import Scheme
from scoring.periods import parse_period
from scoring.weights import rebalance
from tests.branch import SECOND_VERSION, more_risk
from tests.cli.commands import document, manage
from tests.places import FIXTURES
from workflow import schemes
from workflow.intake import imports
from workflow.results import scores
from workflow.weighing import margins, simulation

MEMBER = Actor("gao", "committee")
PERIOD = "1997-05"
SCHEME = FIXTURES / "czech-branches.toml"
KINDS = ("metrics", "people", "events", "leave", "handovers")
SIDES = ("before", "after")
TRIED = {"new_accounts": 40.0, "cards_issued": 20.0, "loan_amount_granted": 15.0}


@pytest.fixture(scope="module")
def monthly(czech_branches):
    return czech_branches / "long_monthly.csv"


@pytest.fixture(scope="module")
def begun(czech_branches, tmp_path_factory):
    db = Database.open(tmp_path_factory.mktemp("czech") / "czech.duckdb", create=True)
    names = {"indicators": "indicators.csv", "people": "people.csv", "metrics": "long_monthly.csv"}
    for kind, name in names.items():
        done = imports.import_file(operator("zhao"), db, kind, czech_branches / name, accept_valid=True)
        imports.approve(operator("wang"), db, done.batch)
    scheme = Scheme.from_toml(SCHEME.read_text(encoding="utf-8"))
    reference = schemes.store(MEMBER, db, scheme)
    yield simulation.start(MEMBER, db, reference, parse_period(PERIOD))
    db.close()


@pytest.fixture(scope="module")
def trial(begun):
    weights = dict(zip(begun.scheme.codes, begun.scheme.weights.tolist(), strict=True))
    return simulation.simulate(MEMBER, begun, rebalance(weights, TRIED))


@pytest.fixture(scope="module")
def candidate(trial, tmp_path_factory):
    path = tmp_path_factory.mktemp("candidate") / "candidate.toml"
    path.write_text(trial.scheme.to_toml(), encoding="utf-8")
    return path


def known(value):
    return None if value != value else value


def test_totals_ranks_grades_and_the_split_are_those_of_compare(trial, monthly, candidate, tmp_path):
    printed = document(
        manage(
            *("compare", "--json", "--period", PERIOD, "--metrics-file", monthly),
            *("--scheme-file", SCHEME, "--candidate-file", candidate),
            db=tmp_path / "none.duckdb",
        )
    )
    rows = {row["manager_id"]: row for row in printed["rows"]}
    assert trial.moved > 10 and {row.manager_id for row in trial.rows} == set(rows)
    for row in trial.rows:
        same = rows[row.manager_id]
        assert known(row.before_total) == same["before"]["total"]
        assert known(row.after_total) == same["after"]["total"]
        assert known(row.before_rank) == same["before"]["rank"]
        assert known(row.after_rank) == same["after"]["rank"]
        assert (row.before_grade, row.after_grade) == (same["before"]["grade"], same["after"]["grade"])
        effects = simulation.why(MEMBER, trial, row.manager_id)
        assert sum(e.points for e in effects) == pytest.approx(same["parts"]["weights"], abs=1e-9)
    assert trial.churn[-1][1] == printed["kendall_tau"]


def test_bands_and_firmness_are_those_of_stability(trial, monthly, candidate, tmp_path):
    firm = simulation.firmness(MEMBER, trial, 500)
    printed = document(
        manage(
            *("stability", "--json", "--period", PERIOD, "--metrics-file", monthly),
            *("--scheme-file", candidate, "--draws", 500, "--top", firm.top_k),
            db=tmp_path / "none.duckdb",
        )
    )
    assert firm.top_k == margins.BAND_TOP
    bands = margins.bands(MEMBER, trial).known
    assert {code: list(band) for code, band in bands.items()} == printed["top_intervals"]
    assert [name for name, _ in firm.first] == [
        name for name, _ in sorted(printed["expected_rank"].items(), key=lambda item: item[1])[: firm.top_k]
    ]
    assert dict(firm.first) == {name: printed["top_probability"][name] for name, _ in firm.first}
    assert firm.fragile == tuple((f["upper"], f["lower"], f["swaps"]) for f in printed["fragile"])


@pytest.fixture(scope="module")
def busy(whole_demo_file, tmp_path_factory):
    """A month of the invented branch with leave (CM28) and a handover (CM05), a trial on it that was kept as
    a draft, and all that is known about the month as files: (database, trial, draft, month, folder)."""
    folder = tmp_path_factory.mktemp("busy")
    path = Path(shutil.copy(whole_demo_file, folder / "branch.duckdb"))
    db = Database.open(path)
    month = scores.periods(MEMBER, db)[-1].period
    start = simulation.start(MEMBER, db, SECOND_VERSION, month)
    tried = simulation.simulate(MEMBER, start, more_risk(start))
    draft = simulation.save_draft(MEMBER, db, start, more_risk(start), "ten more on risk")
    with db.read() as cursor:
        facts = period_facts(cursor, [month.code]).facts
        # Reasons and kinds, which no score knows, stand in the files that offices bring.
        names = cursor.execute("SELECT manager_id, first(name) AS name FROM person_record GROUP BY 1")
        staff = facts.people.merge(names.df()).assign(team="a team")
    leave = facts.leave.assign(kind="annual")
    for name, table in (
        ("metrics", facts.history.dropna(subset=["value", "target"], how="all")),
        ("people", staff),
        ("events", facts.events.assign(reason="as decided")),
        ("leave", leave),
        ("handovers", facts.handovers),
    ):
        table.to_csv(folder / f"{name}.csv", index=False)
    (folder / "before.toml").write_text(start.scheme.to_toml(), encoding="utf-8")
    (folder / "after.toml").write_text(tried.scheme.to_toml(), encoding="utf-8")
    db.close()
    return path, tried, draft, month, folder


def everybody(trial):
    return {
        row.manager_id: (
            *(known(row.before_total), known(row.after_total)),
            *(known(row.before_rank), known(row.after_rank), row.before_grade, row.after_grade),
        )
        for row in trial.rows
    }


def told(printed):
    return {
        row["manager_id"]: tuple(row[side][what] for what in ("total", "rank", "grade") for side in SIDES)
        for row in printed["rows"]
    }


def test_on_the_database_everybody_has_the_labs_figures(busy):
    path, trial, draft, month, folder = busy
    for candidate in (("--candidate", draft), ("--candidate-file", folder / "after.toml")):
        printed = document(manage("compare", month.code, *candidate, "--json", db=path))
        assert told(printed) == everybody(trial)
    assert {"CM05", "CM28"} <= set(everybody(trial)) and trial.moved > 10


def test_on_files_with_leave_and_handovers_everybody_has_the_labs_figures(busy, tmp_path):
    _, trial, _, month, folder = busy
    files = {f"--{kind}-file": folder / f"{kind}.csv" for kind in KINDS}
    printed = document(
        manage(
            *("compare", "--period", month.code, *(part for pair in files.items() for part in pair)),
            *("--scheme-file", folder / "before.toml", "--candidate-file", folder / "after.toml", "--json"),
            db=tmp_path / "none.duckdb",
        )
    )
    assert told(printed) == everybody(trial)


def test_compare_asks_for_what_is_missing(busy):
    path, _, draft, month, folder = busy
    for line in (
        (),
        (month.code,),
        ("--candidate", draft),
        (month.code, "--candidate", draft, "--candidate-file", folder / "after.toml"),
        (month.code, "--candidate", draft, "--metrics-file", folder / "metrics.csv"),
    ):
        done = manage("compare", *line, db=path)
        assert done.returncode == 2 and "--candidate" in done.stderr, line
