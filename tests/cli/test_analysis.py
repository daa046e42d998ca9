"""`stability` and `weights` as scripts use them: the documents, the sentences, the refusals."""

import json

import pytest

from tests.cli.commands import document, manage
from tests.places import SCHEMES
from tests.scoring import worked_example as example


def run(*line, tmp_path):
    return manage(*line, db=tmp_path / "none.duckdb")


def test_stability_tells_intervals_flips_and_acceptability(tmp_path, metrics):
    line = ("stability", "--scheme-file", SCHEMES / "x-branch-v2.toml", "--metrics-file", metrics)
    found = document(run(*line, "--draws", 200, "--seed", 7, "--top", 2, "--json", tmp_path=tmp_path))
    assert found["intervals"]["C01"][0] < 11 < found["intervals"]["C01"][1]
    for code, (low, high) in found["top_intervals"].items():
        assert low <= found["intervals"][code][0] and found["intervals"][code][1] <= high
    assert next((f["upper"], f["lower"]) for f in found["flips"]) == ("CM02", "CM03")
    assert all(sum(f["weights"].values()) == pytest.approx(100) for f in found["flips"])
    assert found["acceptability"]["CM02"][0] == 1 and found["expected_rank"]["CM01"] == 6
    assert {p: sum(r) for p, r in found["acceptability"].items()} == pytest.approx(
        dict.fromkeys(example.PEOPLE, 1.0)
    )
    again = document(run(*line, "--draws", 200, "--seed", 7, "--top", 2, "--json", tmp_path=tmp_path))
    assert again == found
    spoken = run(*line, "--draws", 50, tmp_path=tmp_path)
    assert spoken.returncode == 0 and "CM02 / CM03" in spoken.stdout


def weigh(tmp_path, method, text, *more):
    path = tmp_path / "table.csv"
    path.write_text(text, encoding="utf-8")
    return run("weights", method, path, *more, tmp_path=tmp_path)


LEADER = ",经验,学历,魅力,年龄\n经验,1,4,3,7\n学历,1/4,1,1/3,3\n魅力,1/3,3,1,5\n年龄,1/7,1/3,1/5,1\n"


def test_ahp_from_a_square_of_judgements(tmp_path):
    found = document(weigh(tmp_path, "ahp", LEADER, "--json"))
    assert found["method"] == "ahp" and found["random_index"] == "Saaty 1980"
    # Published for this example (Wikipedia, AHPy): .548, .127, .270, .056 and CR .044.
    assert [round(w, 3) for w in found["weights"].values()] == [0.548, 0.127, 0.27, 0.056]
    assert round(found["consistency_ratio"], 3) == 0.044
    bare = "\n".join(line.split(",", 1)[1] for line in LEADER.splitlines()[1:])
    plain = document(weigh(tmp_path, "ahp", bare, "--json"))
    assert list(plain["weights"].values()) == list(found["weights"].values())
    half = LEADER.replace("1/4", "").replace("1/7", "")
    assert document(weigh(tmp_path, "ahp", half, "--json"))["weights"] == pytest.approx(found["weights"])


@pytest.mark.parametrize(
    "text",
    [
        ",a,b,c\nbest,8,2,1\nworst,1,5,8\n",
        ",a,b,c\nothers to worst,1,5,8\nbest to others,8,2,1\n",
        ",a,b,c\na,1,,\nb,5,1,\nc,8,2,1\n",
    ],
)
def test_best_worst_from_two_rows_or_a_square(tmp_path, text):
    found = document(weigh(tmp_path, "best-worst", text, "--json"))
    assert list(found["weights"].values()) == pytest.approx([1 / 14, 9 / 28, 17 / 28])
    assert (found["best"], found["worst"]) == ("c", "a")


TABLE = "alternative,a,b,c\ndirection,higher,lower,higher\nx,1,5,3\ny,2,4,9\nz,4,5,1\n"


@pytest.mark.parametrize("method", ["entropy", "critic", "standard-deviation"])
def test_weights_from_data(tmp_path, method):
    found = document(weigh(tmp_path, method, TABLE, "--json"))
    assert found["method"] == method and list(found["weights"]) == ["a", "b", "c"]
    assert sum(found["weights"].values()) == pytest.approx(1)
    constant = document(weigh(tmp_path, method, TABLE.replace("y,2,4", "y,2,5"), "--json"))
    assert constant["weights"]["b"] == 0 and constant["constant"] == ["b"]


@pytest.mark.parametrize(
    ("method", "text", "says"),
    [
        ("magic", TABLE, "magic"),
        ("ahp", "1,2\n2,1\n", "reciprocal"),
        ("ahp", "1,2,3\n1/2,1,2\n", "square"),
        ("ahp", ",a,b\na,1,x\nb,1,1\n", "table.csv row 2"),
        ("entropy", TABLE.replace("x,1", "x,-1"), "−1"),
        ("critic", TABLE.replace("x,1,5", "x,1,"), "row 3"),
        ("critic", TABLE.replace("lower", "sideways"), "sideways"),
        ("entropy", "", "table.csv"),
    ],
)
def test_what_cannot_be_weighed_is_one_sentence(tmp_path, method, text, says):
    done = weigh(tmp_path, method, text)
    assert done.returncode == 2 and done.stdout == "" and "Traceback" not in done.stderr
    assert says in done.stderr, done.stderr


def test_a_findings_document_names_rule_severity_and_citation(tmp_path):
    done = run("lint", SCHEMES / "x-branch-v1.toml", "--json", tmp_path=tmp_path)
    findings = json.loads(done.stdout)["findings"]
    assert done.returncode == 1 and {f["rule"] for f in findings} == {"W02", "W03", "W04", "W05"}
    assert all(f["message"] and f["citation"] for f in findings)


PAYS = """
code = "pays"
version = 1
name = "试行办法"
cycle = "month"

[[indicator]]
code = "N"
name = { zh = "新增户数", en = "New customers" }
class = "efficiency"
direction = "higher"
weight = 60
unit = "户"
target = 10
on = "completion"
steps = 10
rule = { type = "piecewise", points = [[0, 0], [200, 200]] }

[[indicator]]
code = "R"
name = { zh = "不良率", en = "Bad loans" }
class = "risk"
direction = "lower"
weight = 40
rule = { type = "bands", edges = [2], scores = [100, 50] }

[[condition]]
on = "R"
when = "OLD >= 3"
then = { at_most = 60 }
"""


def test_payoff_tells_what_a_unit_is_worth_and_where_totals_jump(tmp_path):
    scheme, figures = tmp_path / "pays.toml", tmp_path / "pays.csv"
    scheme.write_text(PAYS, encoding="utf-8")
    figures.write_text(
        "period,manager_id,N,R,OLD\n2026-06,a,10.5,1,3\n2026-06,b,11.5,1,0\n", encoding="utf-8"
    )
    line = ("payoff", "--scheme-file", scheme, "--metrics-file", figures)
    found = document(run(*line, "--json", tmp_path=tmp_path))
    # 60 · 10 % for each tenth of the target; 40 · 50 % by the band; 40 points from 100 to 60 at most.
    assert found["units"] == pytest.approx({"N": 6, "R": -0.0, "OLD": 0})
    places = [(c["on"], c["value"], c["every"], c["last"], c["points"], c["people"]) for c in found["cliffs"]]
    assert places == [("N", 0, 10, 200, 6, 2), ("R", 2, None, None, -20, 2), ("R", 3, None, None, -16, 2)]
    assert (found["cliffs"][2]["asked"], found["cliffs"][2]["effect"]) == ("OLD >= 3", "at_most")
    spoken = [run(*more, *line, tmp_path=tmp_path).stdout for more in (("--lang", "zh"), ("--lang", "en"))]
    assert "新增户数  完成率 0 至 200%，每 10 一档" in spoken[0] and "OLD ≥ 3  至多 60" in spoken[0]
    assert "at 0 to 200% of the target, every 10" in spoken[1] and "at most 60" in spoken[1]
