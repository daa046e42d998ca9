"""Five schemes as banks really write them, run by files alone and checked against figures worked by hand.

The figures stand in the notes that came with the schemes; prices that are not public are invented there.
"""

import math
from pathlib import Path

import pytest

from scoring import Scheme
from tests.cli.commands import document, manage

HERE = Path(__file__).parent


def rows(number, period, tmp_path, metrics=None):
    arguments = ["--scheme-file", HERE / f"{number}.toml", "--period", period]
    path = HERE / f"{number}.csv"
    if metrics is not None:
        path = tmp_path / "m.csv"
        path.write_text(metrics, encoding="utf-8")
    arguments += ["--metrics-file", path]
    if (HERE / f"{number}-people.csv").exists():
        arguments += ["--people-file", HERE / f"{number}-people.csv"]
    done = manage("score", *arguments, "--json", db=tmp_path / "none.duckdb")
    return {row["manager_id"]: row for row in document(done)["rows"]}


def points(row):
    return {code: cell["contribution"] for code, cell in row["indicators"].items()}


def near(figure):
    return pytest.approx(figure, abs=1e-9)


def metrics(number, *changes):
    text = (HERE / f"{number}.csv").read_text(encoding="utf-8")
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    return text


@pytest.mark.parametrize("number", ["01", "02", "04", "06", "07", "star", "eva"])
def test_the_file_reads_back_as_it_is_written(number):
    scheme = Scheme.from_toml((HERE / f"{number}.toml").read_text(encoding="utf-8"))
    assert Scheme.from_toml(scheme.to_toml()) == scheme


def test_01_prices_that_the_pool_makes(tmp_path):
    found = rows("01", "2026-06", tmp_path)
    assert points(found["A"]) == near({"P1": 1875, "P2": 1200, "P3": 540, "P4": 240})
    assert points(found["B"]) == near({"P1": 1125, "P2": 0, "P3": 300, "P4": 360})
    assert (found["A"]["total"], found["B"]["total"]) == (3855, 1785)
    # The payments add up to the pool to the cent: 20,000 × 45 % + 12,000 × 15 %.
    assert sum(row["total"] for row in found.values()) == near(10800)


def test_01_a_colleagues_growth_takes_from_the_others(tmp_path):
    more = metrics("01", ("C,2026-06,DEPOSIT_GROWTH,180", "C,2026-06,DEPOSIT_GROWTH,280"))
    assert points(rows("01", "2026-06", tmp_path, more)["A"])["P2"] == near(900)


def test_01_where_nobody_grew_there_is_no_price(tmp_path):
    none = metrics("01", ("GROWTH,120", "GROWTH,-1"), ("GROWTH,180", "GROWTH,0"))
    found = rows("01", "2026-06", tmp_path, none)
    assert found["A"]["derived"]["GROWTH_PAY"] is None and found["A"]["indicators"]["P2"]["score"] is None


def test_02_whole_steps_and_arrears(tmp_path):
    found = rows("02", "2026-06", tmp_path)
    a, b = found["A"], found["B"]
    assert a["derived"] == near({"DUE": 60, "ARREARS": 0, "SHARE": 110})
    assert points(a)["D1"] == near(21) and a["total"] == 101
    assert b["derived"] == near({"DUE": 50, "ARREARS": 10, "SHARE": 80})
    assert list(points(b).values()) == near([16, 9, 5, 2, 15, 9, 0, 8]) and b["total"] == 64
    # At 600 yuan of base pay: 606.00 and 384.00.
    assert (6 * a["total"], 6 * b["total"]) == (606, 384)


def test_02_the_month_before_has_none_and_the_month_after_all_of_them(tmp_path):
    first = rows("02", "2026-05", tmp_path)
    assert first["A"]["derived"] == near({"DUE": 50, "ARREARS": 10, "SHARE": 80})
    after = rows("02", "2026-07", tmp_path)
    assert after["B"]["derived"]["DUE"] == near(60)
    # 119.9 of 50 is 239.8 %: thirteen whole steps of 10, held by the rule at ten.
    assert after["A"]["indicators"]["D1"]["quantity"] == near(230)
    assert points(after["A"])["D1"] == near(30)


def test_04_piece_rates_margin_and_brackets(tmp_path):
    found = rows("04", "2026-06", tmp_path)
    a, b, hired = found["A"], found["B"], found["H"]
    assert points(a) == near({"P1": 1480, "P2": 1700, "P3": -260})
    assert a["derived"]["PERFORMANCE"] == near(2920) and a["derived"]["RESERVE"] == near(384)
    assert points(b) == near({"P1": 1240, "P2": 3840, "P3": 0})
    assert b["derived"]["PERFORMANCE"] == near(5080) and b["derived"]["RESERVE"] == near(824)
    assert (a["total"], b["total"], hired["total"]) == (2536.00, 4256.00, 3036.00)
    assert [c["reason"]["en"] for c in hired["conditions"]] == [
        "Goes into the risk deposit by brackets",
        "Hired staff who did the base task",
    ]


def test_06_scaled_then_least_points_then_an_add_on_then_the_bounds(tmp_path):
    found = rows("06", "2026-06", tmp_path)
    a, b = found["A"], found["B"]
    assert points(a) == near({"G1": 7.5, "W1": 10, "Q1": 6, "E1": 4.5, "V1": 0})
    assert points(b) == near({"G1": 10, "W1": 4.8, "Q1": 11.5, "E1": 1.5, "V1": -1.5})
    assert (a["total"], b["total"]) == (28.00, 26.30)
    assert [(c["on"], c["effect"], round(c["before"], 9), round(c["after"], 9)) for c in a["conditions"]] == [
        ("W1", "at_least", 30, 75),
        ("W1", "add", 75, 83.333333333),
    ]
    widening = a["indicators"]["W1"]
    assert (widening["read"], widening["raw_score"]) == (60, 60)


def test_06_without_a_target_the_standard_counts_for_the_months_gone_by(tmp_path):
    bare = metrics("06", ("A,2026-06,G1,1500,2000", "A,2026-06,G1,1500,"))
    assert points(rows("06", "2026-06", tmp_path, bare)["A"])["G1"] == near(10)


def test_07_against_the_mean_of_all_and_a_year_ago(tmp_path):
    found = rows("07", "2026Q2", tmp_path)
    assert [found[unit]["derived"]["K1"] for unit in "ABC"] == [3420, 3880, 3140]
    then, now = [2995, 2740, 3370], [3420, 3880, 3140]
    growth = [100 * (b - a) / a for a, b in zip(then, now, strict=True)]
    increment = [b - a for a, b in zip(then, now, strict=True)]

    def rates(column):
        mean = sum(column) / 3
        sd = math.sqrt(sum((x - mean) ** 2 for x in column) / 3)
        return [min(max(80 + 25 * (x - mean) / sd, 30), 130) for x in column]

    both = list(zip(rates(growth), rates(increment), strict=True))
    for unit, (g, i) in zip("ABC", both, strict=True):
        assert points(found[unit]) == near({"GROWTH": 7 * g / 100, "INCREMENT": 3 * i / 100})
    assert [round(rate, 2) for pair in both for rate in pair] == [77.31, 79.11, 111.87, 111.06, 50.81, 49.84]
    assert [found[unit]["total"] for unit in "ABC"] == [7.1849, 11.1629, 5.0522]
    lost = found["A"]["conditions"]
    assert [(c["on"], c["effect"]) for c in lost] == [("total", "add")]
    assert lost[0]["after"] - lost[0]["before"] == near(-0.6)


def test_07_a_base_of_nothing_gives_no_growth(tmp_path):
    none = metrics("07", *((f"C,2025Q2,N{k},", f"C,2025Q2,N{k},0") for k in (1, 2, 3, 4)))
    none = none.replace("N1,0520", "N1,0").replace("N2,045", "N2,0").replace("N3,012", "N3,0")
    found = rows("07", "2026Q2", tmp_path, none.replace("N4,040", "N4,0"))
    assert found["C"]["indicators"]["GROWTH"]["score"] is None
    assert found["C"]["indicators"]["INCREMENT"]["quantity"] == 3140


# Two more of other make, written with docs/scheme.md alone: a star rating of a thousand points by quarters,
# and coefficients that are multiplied, with lists for two lines of business.


def test_a_star_rating_of_a_thousand_points(tmp_path):
    found = rows("star", "2026Q2", tmp_path)
    # A: deposits 1000·4 % + 4000·2 % + 600·1 % = 126 of 100; growth 25 % is the better; 34 of 30 households
    # are 113.3 %, in whole steps 110: 378 + 300 + 165, at most 600. Quality 100 − 0.3·40 = 88.
    a = found["A"]
    assert a["derived"] == near({"DEP_POINTS": 126, "YOY": 25, "BEST": 125})
    assert list(points(a).values()) == near([378, 300, 165, 176, 100])
    assert a["sections"] == near({"BIZ": 600, "QUAL": 176, "GROW": 100}) and (a["total"], a["grade"]) == (
        876,
        "三星",
    )
    # B: 18 of 30 are 60 %, 20 points, of which complaints leave 16; two overdue loans take 10 from quality.
    b = found["B"]
    assert points(b)["B3"] == near(24) and b["sections"]["QUAL"] == near(110) and b["total"] == 726
    # C has no plan: the indicator is not due, its weight goes to the other two.
    c = found["C"]
    assert (
        list(points(c).values())[:3] == [near(700 / 550 * 96), near(700 / 550 * 300), 0] and c["total"] == 784
    )
    assert (found["D"]["total"], found["D"]["rank"], found["D"]["status"]) == (530, None, "excluded")


def test_coefficients_that_are_multiplied_in_two_lines_of_business(tmp_path):
    found = rows("eva", "2026-06", tmp_path)
    a, b, c, d = (found[who] for who in "ABCD")
    # A: 10.4 + 2.625 + 3 of income, less 5200·0.8 % /12 and 4; of the team's mean with C three parts in ten.
    assert a["derived"]["EVA_"] == near(8.56) and a["derived"]["LINKED"] == near(
        0.7 * 8.56 + 0.3 * (8.56 + 6.25) / 2
    )
    # The best of each list has 100; the plan of 12 grows by the 2 that lacked in May; of 4 offences 3 count.
    assert (a["indicators"]["EVA"]["score"], c["indicators"]["EVA"]["score"]) == (100, 100)
    assert a["indicators"]["VISITS"]["target"] == 14 and a["derived"]["POINTS_LEFT"] == 3
    assert a["total"] == pytest.approx(100 * (40 + 20 * 15 / 14) / 60 * 0.7, abs=0.005)
    # B: in whole halves 1.0 over what is tolerated; three good months in a row; a new bad loan.
    assert b["indicators"]["OVER"]["read"] == 1 and b["indicators"]["OVER"]["score"] == 80
    performance = 40 * 3.745 / 8.2135 + 20 + 2
    assert b["sections"]["PERF"] == near(performance)
    assert b["total"] == pytest.approx(100 * performance / 60 * 0.8 * 0.8 * 0.9, abs=0.005)
    # C and D are ranked among themselves; a trainee's visits count 60 at least.
    assert (c["profile"], c["rank"], d["profile"], d["rank"]) == ("retail", 1, "retail", 2)
    assert (d["indicators"]["VISITS"]["raw_score"], d["indicators"]["VISITS"]["score"]) == (0, 60)
