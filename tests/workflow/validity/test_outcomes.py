"""What came afterwards: told by totals as scipy says it is, superseded, undone, never an input."""

import datetime as dt
import random

import numpy as np
import pandas as pd
import pytest
from scipy.stats import spearmanr

from access.errors import AccessDenied
from data.database import Database
from data.facts import Fact
from scoring.periods import parse_period
from tests.branch import (
    FIRST,
    FIRST_VERSION,
    LI,
    MANAGER,
    SECOND_VERSION,
    WANG,
    ZHAO,
    approved,
    bring,
    last,
    refused,
)
from workflow.intake import batches, corrections, imports
from workflow.results import proof, scores
from workflow.validity import outcomes

NAME = "一年后转不良率"


def stored(db: Database) -> pd.DataFrame:
    with db.read() as cursor:
        return cursor.execute("SELECT manager_id, outcome, period, value, direction FROM outcome").df()


def by_scipy(db, name, scheme=None, decided_by=None):
    """ρ in each period by scipy, averaged by people; totals from the sheets of single periods."""
    rows = stored(db)
    rows = rows[rows["outcome"] == name]
    sign = {"higher": 1, "lower": -1}[rows["direction"].iloc[0]]
    each, sizes = [], []
    for code, own in rows.groupby("period"):
        sheet = scores.period_sheet(FIRST, db, parse_period(code), scheme)
        if decided_by is not None and sheet.scheme.reference != decided_by:
            continue
        ranked = pd.Series(
            np.where(np.isnan(sheet.sheet.ranks), np.nan, sheet.sheet.exact), sheet.sheet.people
        )
        both = pd.DataFrame({"x": ranked, "y": sign * own.set_index("manager_id")["value"]}).dropna()
        each.append(spearmanr(both["x"], both["y"]).statistic)
        sizes.append(len(both))
    return np.average(each, weights=sizes)


def test_totals_tell_an_outcome_as_scipy_says_apart_for_each_scheme(whole):
    found = outcomes.told(LI, whole, last(whole))
    assert len({one.outcome for one in found}) == 3 and {one.scheme for one in found} == {
        FIRST_VERSION,
        SECOND_VERSION,
    }
    for one in found:
        assert one.totals.rho == pytest.approx(by_scipy(whole, one.outcome, decided_by=one.scheme), abs=1e-9)
        assert one.totals.low <= one.totals.rho <= one.totals.high
        assert one.seen_first > parse_period(one.first).last_day.isoformat()


def test_an_outcome_that_is_better_low_is_turned(whole):
    """In the invented branch the first scheme paid for volume: who scored high had more loans go bad."""
    first = next(t for t in outcomes.told(LI, whole, last(whole)) if t.outcome == NAME)
    assert first.direction == "lower" and first.scheme == FIRST_VERSION and first.totals.high < 0
    classes = {p.code: p.evidence.rho for p in first.parts if p.is_class}
    # The first scheme has no risk indicators; what it paid most is what went wrong.
    assert "risk" not in classes and classes["efficiency"] < -0.2 < classes["transformation"]


def test_two_versions_are_set_side_by_side_on_the_same_months(whole):
    period = last(whole)
    scheme = scores.period_sheet(LI, whole, period).scheme
    assert scheme.reference == SECOND_VERSION
    for one in outcomes.beside(FIRST, whole, FIRST_VERSION, period):
        assert one.told.other.rho == pytest.approx(by_scipy(whole, one.outcome, scheme), abs=1e-9)
        assert one.told.gain.rho == pytest.approx(one.told.own.rho - one.told.other.rho)
    better = next(s for s in outcomes.beside(FIRST, whole, FIRST_VERSION, period) if s.outcome == NAME)
    assert better.told.gain.high < 0
    same = outcomes.beside(FIRST, whole, SECOND_VERSION, period)
    assert all(s.told.gain.rho == pytest.approx(0) for s in same)


def test_only_outcomes_of_the_periods_looked_at_count(whole):
    assert outcomes.told(LI, whole, parse_period("2024-10")) == ()
    (one,) = [t for t in outcomes.told(LI, whole, parse_period("2025-04"), 24) if t.outcome == NAME]
    assert (one.first, one.last, one.periods) == ("2025-03", "2025-04", 2)


def rows_of(db, seed):
    """Outcomes of everybody in every month, drawn at random."""
    rng = random.Random(seed)
    with db.read() as cursor:
        people = [row[0] for row in cursor.execute("SELECT manager_id FROM person ORDER BY 1").fetchall()]
    return [
        {
            "manager_id": person,
            "period": info.code,
            "outcome": "随机",
            "observed_on": info.period.last_day + dt.timedelta(days=rng.randint(1, 5)),
            "value": rng.choice([-1e9, 0.0, 3.5, 1e12]),
            "direction": "higher",
            "unit": None,
        }
        for info in scores.periods(FIRST, db)
        for person in people
    ]


@pytest.mark.parametrize("seed", range(3))
def test_an_outcome_never_changes_a_score(db, seed):
    """Nor what is published, nor whether a period has data, whatever it says of whom."""

    def everything():
        sheets = scores.history(FIRST, db, last(db), 36)
        live = [scores.live(db, info.period) for info in scores.periods(FIRST, db)]
        known = [(s.period, s.state, s.sha256) for s in (*sheets, *live)]
        return known, [(s.sheet.totals.tobytes(), s.sheet.ranks.tobytes()) for s in (*sheets, *live)]

    before = everything()
    batch = bring(db, "outcomes", rows_of(db, seed), approve=False)
    assert batches.effect(ZHAO, db, batch) == ()
    approved(db, batch)
    assert everything() == before
    assert len(outcomes.told(FIRST, db, last(db))) >= 1
    # The batch was put there by the test, past the trail, which is told.
    assert {d.key for d in proof.verify(WANG, db).differences} == {"verify-rows-stray"}


def test_a_later_row_supersedes_a_later_day_counts_and_undoing_brings_back(db):
    rows = rows_of(db, 0)
    first = approved(db, bring(db, "outcomes", rows, approve=False))

    def seen():
        found = {t.outcome: t for t in outcomes.told(FIRST, db, last(db))}
        return found["随机"].totals if "随机" in found else None

    before = seen()
    totals = {
        (info.code, person): float(total)
        for info in scores.periods(FIRST, db)
        for s in [scores.period_sheet(FIRST, db, info.period).sheet]
        for person, total in zip(s.people, s.exact, strict=True)
    }
    true = [row | {"value": totals.get((row["period"], row["manager_id"]), 0.0)} for row in rows]
    second = approved(db, bring(db, "outcomes", true, approve=False))
    assert seen().rho == pytest.approx(1.0) and before.rho < 0.9
    later = [
        row | {"value": -row["value"], "observed_on": row["observed_on"] + dt.timedelta(days=90)}
        for row in true
    ]
    third = approved(db, bring(db, "outcomes", later, approve=False))
    assert seen().rho == pytest.approx(-1.0)
    approved(db, batches.undo(ZHAO, db, third, "弄错了"))
    assert seen().rho == pytest.approx(1.0)
    approved(db, batches.undo(ZHAO, db, second, "弄错了"))
    assert seen() == before
    approved(db, batches.undo(ZHAO, db, first, "弄错了"))
    assert seen() is None


def test_it_waits_for_a_second_person_and_can_be_corrected(db, tmp_path):
    file = tmp_path / "o.csv"
    head = "工号,月份,后续结果,观察日期,结果值,方向,单位\n"
    file.write_text(f"{head}CM01,2026-03,转不良率,2026-10-31,1.2%,越低越好,%\n", encoding="utf-8")
    batch = imports.import_file(ZHAO, db, "outcomes", file).batch
    assert stored(db)["outcome"].tolist().count("转不良率") == 0
    assert refused(imports.approve, ZHAO, db, batch) == "errors-batch-same-person"
    imports.approve(WANG, db, batch)
    key = {
        "manager_id": "CM01",
        "period": "2026-03",
        "outcome": "转不良率",
        "observed_on": dt.date(2026, 10, 31),
    }
    approved(db, corrections.fact(ZHAO, db, Fact("outcome", {**key, "value": 2.5}), "看错"))
    values = stored(db)
    assert values[values["outcome"] == "转不良率"]["value"].tolist() == [1.2, 2.5]
    file.write_text(f"{head}CM01,2026-03,转不良率,2026-03-31,1.2%,越低越好,%\n", encoding="utf-8")
    assert imports.import_file(ZHAO, db, "outcomes", file).status == "refused"


def test_only_those_who_answer_for_the_branch_see_it(db):
    with pytest.raises(AccessDenied):
        outcomes.told(MANAGER, db, last(db))
    with pytest.raises(AccessDenied):
        outcomes.beside(MANAGER, db, SECOND_VERSION, last(db))
