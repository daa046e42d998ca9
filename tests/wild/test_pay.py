"""What the five schemes pay, to the cent, against figures worked by hand in the notes that came with them."""

import datetime as dt
import io
from pathlib import Path

import pandas as pd
import pytest

from data.arrays import Facts, measurements_for
from scoring import Scheme, score
from scoring.pay import pay
from scoring.periods import parse_period

HERE = Path(__file__).parent
LONG_AGO = dt.date(2000, 1, 1)


def written(number):
    return (HERE / "pay" / f"{number}.toml").read_text(encoding="utf-8")


def paid(number, period, *changes, text=None, positions=None, more=""):
    """The run of a scheme on its file of values, parts of which are replaced, with more rows at its end."""
    values = (HERE / f"{number}.csv").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in values
        values = values.replace(old, new)
    facts = pd.read_csv(io.StringIO(values.rstrip() + "\n" + more))
    facts = facts.reindex(columns=["manager_id", "period", "indicator", "value", "target", "own_value"])
    if positions is None and (HERE / f"{number}-people.csv").exists():
        staff = pd.read_csv(HERE / f"{number}-people.csv")
        positions = dict(zip(staff["manager_id"], staff["position"], strict=True))
    records = [(person, LONG_AGO, position) for person, position in (positions or {}).items()]
    scheme = Scheme.from_toml(text or written(number))
    found = measurements_for(
        scheme,
        parse_period(period),
        Facts(
            facts,
            records=pd.DataFrame(records, columns=["manager_id", "from_on", "position"]),
            codes=tuple(sorted(facts["indicator"].unique())),
        ),
    )
    return pay(score(scheme, found))


def by_line(run, person):
    """Yuan by line of one person."""
    row = run.people.index(person)
    return {line.code: run.amounts[row, k] / 100 for k, line in enumerate(run.lines)}


def totals(run):
    return dict(zip(run.people, (run.totals / 100).tolist(), strict=True))


def now(run):
    return dict(zip(run.people, (run.now / 100).tolist(), strict=True))


@pytest.mark.parametrize("number", ["01", "02", "04", "06", "07"])
def test_the_file_reads_back_as_it_is_written(number):
    scheme = Scheme.from_toml(written(number))
    assert scheme.pay
    assert Scheme.from_toml(scheme.to_toml()) == scheme


def test_01_prices_that_the_pool_makes():
    run = paid("01", "2026-06")
    a, b = by_line(run, "A"), by_line(run, "B")
    assert a == {"STOCK": 1875, "GROWTH": 1200, "LOANS": 540, "LOAN_GROWTH": 240, "CEILING": 0}
    assert b == {"STOCK": 1125, "GROWTH": 0, "LOANS": 300, "LOAN_GROWTH": 360, "CEILING": 0}
    assert (totals(run)["A"], totals(run)["B"]) == (3855, 1785)
    prices = {
        line.code: one.figures["price"][0]
        for line, one in zip(run.lines, run.work, strict=True)
        if one.figures.get("price") is not None
    }
    assert prices == {"STOCK": 0.75, "GROWTH": 10, "LOANS": 0.3, "LOAN_GROWTH": 4}
    # The payments are the pool: 20,000 × 45 % + 12,000 × 15 %.
    assert run.totals.sum() == 1_080_000


def test_01_a_colleagues_growth_takes_from_the_others():
    run = paid("01", "2026-06", ("C,2026-06,DEPOSIT_GROWTH,180", "C,2026-06,DEPOSIT_GROWTH,280"))
    assert by_line(run, "A")["GROWTH"] == 900


def test_01_where_nobody_grew_the_stated_way_holds():
    none = (("GROWTH,120", "GROWTH,-1"), ("GROWTH,180", "GROWTH,0"))
    equal = paid("01", "2026-06", *none)
    assert [by_line(equal, person)["GROWTH"] for person in "ABC"] == [1000, 1000, 1000]
    kept = paid("01", "2026-06", *none, text=written("01").replace('"equal"', '"unpaid"'))
    assert [by_line(kept, person)["GROWTH"] for person in "ABC"] == [0, 0, 0]


def test_01_temporary_staff_stop_at_their_ceiling_and_are_not_topped_up():
    run = paid("01", "2026-06", positions={"A": "外勤", "B": "外勤", "C": "临时工"})
    # C earned 3,000 + 1,800 + 360 of the pools.
    assert by_line(run, "C")["CEILING"] == 1100 - 5160 and totals(run)["C"] == 1100


def test_02_points_of_the_base_and_a_floor_that_is_shown_as_such():
    c = "".join(
        f"C,2026-06,{code},{value}\n" for code, value in {"PLAN": 50, "D1": 25, "U1": 100, "L1": 100}.items()
    )
    c += "".join(f"C,2026-06,{code},0\n" for code in ("L2", "I1", "I2", "I3", "R1"))
    run = paid("02", "2026-06", more=c, positions=dict.fromkeys("ABC", "客户经理"))
    assert totals(run) == {"A": 606.00, "B": 384.00, "C": 200.00}
    assert by_line(run, "C") == {"POINTS": 180, "FLOOR": 20}


def test_02_the_base_goes_by_the_kind_of_staff():
    run = paid("02", "2026-06", positions={"A": "储蓄代办员", "B": "客户经理"})
    assert totals(run) == {"A": 404.00, "B": 384.00}


def test_04_piece_rates_margin_fines_and_brackets_into_the_deposit():
    run = paid("04", "2026-06")
    performance = {p: t - by_line(run, p)["TASK"] for p, t in totals(run).items()}
    assert performance == {"A": 2920, "H": 2920, "B": 5080}
    assert dict(zip(run.people, (run.held.sum(axis=1) / 100).tolist(), strict=True)) == {
        "A": 384,
        "H": 384,
        "B": 824,
    }
    assert now(run) == {"A": 2536.00, "H": 3036.00, "B": 4256.00}
    assert by_line(run, "A")["OVERDUE"] == -260 and not run.missing.any()


def test_06_and_07_pay_for_points_to_the_cent():
    assert totals(paid("06", "2026-06")) == {"A": 2800.00, "B": 2630.00}
    assert totals(paid("07", "2026Q2")) == {"A": 7184.90, "B": 11162.90, "C": 5052.20}
