"""72 months of a real bank's 77 branches: imported, scored, and equal to a computation of its own."""

import numpy as np
import pandas as pd

from access.actor import Actor, operator
from data.database import Database
from scoring import Scheme
from scoring.periods import parse_period
from tests.places import FIXTURES
from workflow.files.inputs import Given, read_facts, score_files
from workflow.intake import imports
from workflow.results import scores


def expected(rows):
    """The same scheme in pandas: person → unrounded total. Missing weight goes by class as required."""
    wide = rows.pivot(index="manager_id", columns="indicator", values="value")
    scores = pd.DataFrame(index=wide.index)
    a = wide["new_accounts"]
    scores["new_accounts"] = 100.0 if a.max() == a.min() else 100 * (a - a.min()) / (a.max() - a.min())
    scores["cards_issued"] = (100 * wide["cards_issued"]).clip(0, 150)
    loans = wide["loan_amount_granted"]
    scores["loan_amount_granted"] = 100 * (loans.rank(method="average") - 0.5) / loans.count()
    if "overdrawn_accounts_eom" in wide:
        scores["overdrawn_accounts_eom"] = (100 - 20 * wide["overdrawn_accounts_eom"]).clip(lower=0)
    else:
        scores["overdrawn_accounts_eom"] = np.nan
    weights = dict.fromkeys(scores, 25)
    # Only the risk class has gaps, and it is a class of its own: its weight is spread in proportion.
    there = scores.notna() * pd.Series(weights)
    return (scores.fillna(0) * there).sum(axis=1) / there.sum(axis=1)


def test_every_period_equals_pandas(czech_branches):
    scheme = Scheme.from_toml((FIXTURES / "czech-branches.toml").read_text(encoding="utf-8"))
    facts, _ = read_facts(Given(czech_branches / "long_monthly.csv"), [scheme])
    history = facts.history
    periods = sorted(history["period"].unique())
    assert len(periods) == 72
    worst = 0.0
    for period in periods:
        _, sheet = score_files(scheme, facts, period)
        own = expected(history[(history["period"] == period) & history["indicator"].isin(scheme.codes)])
        assert list(own.index) == list(sheet.people)
        worst = max(worst, float(np.abs(own.to_numpy() - sheet.exact).max()))
    assert worst < 1e-9


def test_the_branches_go_in_by_import_and_score_from_the_database(czech_branches, tmp_path):
    db = Database.open(tmp_path / "czech.duckdb", create=True)
    zhao, wang = operator("zhao"), operator("wang")
    for kind, name in (
        ("indicators", "indicators.csv"),
        ("people", "people.csv"),
        ("metrics", "long_monthly.csv"),
    ):
        done = imports.import_file(zhao, db, kind, czech_branches / name, accept_valid=True)
        imports.approve(wang, db, done.batch)
    # The hindsight columns are not in the indicator library: outcomes that were not known at the time.
    assert {p.raw[:9] for p in done.judged.problems if p.severity == "error"} == {"hindsight"}
    scheme = Scheme.from_toml((FIXTURES / "czech-branches.toml").read_text(encoding="utf-8"))
    sheet = scores.period_sheet(Actor("li", "president"), db, parse_period("1996-06"), scheme)
    facts, _ = read_facts(Given(czech_branches / "long_monthly.csv"), [scheme])
    _, alone = score_files(scheme, facts, "1996-06")
    assert sheet.sheet.people == alone.people
    assert np.array_equal(sheet.sheet.totals, alone.totals) and len(sheet.teams) == 8
