"""What a scorecard shows adds up step by step for everybody, and says in words where no figure is."""

from decimal import Decimal
from pathlib import Path

import pytest

from access import audit
from documents import total
from scoring.change.lift import Lift
from scoring.periods import parse_period
from tests.branch import COMING, FIRST, MANAGER, PRESIDENT, bring, measured_in
from tests.pages.visits import open_page, words
from tests.stored import put_values
from views.scorecard import change, lines, opening
from words import format as fmt
from words.text import text_for
from workflow.branch.setup import open_branch
from workflow.results import scorecards, scores

T = {lang: text_for(lang) for lang in ("zh", "en")}


def two(value):
    return Decimal(f"{value:.2f}")


@pytest.fixture(scope="module")
def whole(whole_demo_file):
    """The whole demo branch, read only."""
    opened = open_branch(Path(whole_demo_file)).db
    yield opened
    opened.close()


def test_the_steps_of_every_persons_every_month_add_up_to_what_is_printed(whole, monkeypatch):
    # What would lift somebody takes most of the time and none of the steps.
    monkeypatch.setattr(scorecards, "lift", lambda *_: Lift(None, 0.0, (), ()))
    seen, kinds, t = 0, set(), T["zh"]
    for known in scores.periods(FIRST, whole):
        sheet = scores.period_sheet(FIRST, whole, known.period).sheet
        for person in sheet.people:
            card = scorecards.scorecard(PRESIDENT, whole, person, known.period, 2)
            found = total.lines(card, t)
            if card.total != card.total:
                assert found == [] or all(line.points != line.points for line in found)
                continue
            counted = [line for line in found if line.points == line.points]
            assert sum(two(line.points) for line in counted) == two(card.total), (person, known.code)
            assert two(counted[-1].running) == two(card.total)
            points, weights = total.points(card, t)
            assert sum(two(p) for p in points) == two(counted[0].points), (person, known.code)
            assert sum(Decimal(f"{w:.1f}") for w in weights) == Decimal("100.0")
            moved = change.lines(card, t)
            if moved:
                steps = sum(two(line.points) for line in moved[1:-1])
                assert two(moved[0].end) + steps == two(moved[-1].end) == two(card.total)
                assert all(line.points for line in moved[1:-1])
            seen += 1
            kinds |= {line.kind for line in found}
    assert seen > 1500
    assert kinds >= {"mean", "additions", "deductions", "cap", "veto", "pending"}


def shown(db, person, code, lang="zh", count=2):
    card = scorecards.scorecard(PRESIDENT, db, person, parse_period(code), count)
    return card, [(line.name, line.why, line.points) for line in total.lines(card, T[lang])]


def test_what_a_total_rests_on_is_named(whole):
    _, steps = shown(whole, "CM31", "2026-03")
    assert [name for name, _, _ in steps] == ["各项贡献合计", "一票否决"]
    assert "化名贷款" in steps[1][1] and "追责" in steps[1][1] and "不超过 59 分" in steps[1][1]
    _, steps = shown(whole, "CM06", "2026-09")
    assert steps[1][0] == "扣分" and "档案缺失" in steps[1][1] and steps[1][2] == -2
    _, steps = shown(whole, "CM30", "2025-03", "en")
    assert steps[-1][0] == "cap" and "120" in steps[-1][1]
    # A finding that is not made yet is told, and does not count.
    card, steps = shown(whole, "CM08", "2026-10")
    assert steps[-1][0] == "扣分" and "未计入总分" in steps[-1][1] and "待认定" in steps[-1][1]
    assert steps[-1][2] != steps[-1][2] and two(steps[0][2]) == two(card.total)


def test_what_was_recorded_after_publication_is_told_and_not_counted(db):
    code = [p.code for p in scores.periods(FIRST, db) if p.state == "final"][-1]
    person = scores.period_sheet(FIRST, db, parse_period(code)).sheet.people[0]
    _, before = shown(db, person, code)
    event = {"manager_id": person, "period": code, "kind": "addition", "points": 3.0, "finding": None}
    bring(db, "events", [event | {"reason": "*晚到*", "document": "〔2026〕9号", "identity": "9"}])
    card, after = shown(db, person, code)
    assert after[:-1] == before
    assert "公布后才入库" in after[-1][1] and "〔2026〕9号" in after[-1][1] and "*晚到*" in after[-1][1]
    assert two(before[0][2]) == two(card.total)


def steps_of(db, person, code, indicator, lang="zh"):
    card, _ = shown(db, person, code, lang)
    table = lines.table(card, T[lang])
    (row,) = [row for row in table.rows if table.name(row) == indicator]
    return {name: (how, result) for name, how, result in table.detail(row)}


def test_a_scaled_target_shows_what_it_was_scaled_from_and_why(whole):
    how, result = steps_of(whole, "CM28", "2026-10", "G01")["目标"]
    assert "118 户" in how and "14 ÷ 31 天" in how and "2026-10-01 至 2026-10-17" in how and "不取整" in how
    assert result == "53.29 户" == f"{fmt.quantity(118 * 14 / 31)} 户"
    joiner, _ = steps_of(whole, "CM34", "2026-10", "G01")["目标"]
    assert "新入职保护 70%" in joiner and "2026-06-06" in joiner and "在岗" not in joiner


def test_a_missing_value_is_said_in_words_and_never_a_zero(whole):
    steps = steps_of(whole, "CM39", "2026-10", "C02")
    assert steps["原始值"][1] == "缺数据" and "没有收到" in steps["原始值"][0]
    assert "7.00 分权重分给" in steps["权重"][0] and "违规积分" in steps["权重"][0]
    assert "贡献" not in steps and not any("0.00" in result for _, result in steps.values())
    assert "贷后检查" in steps_of(whole, "CM39", "2026-10", "C01")["权重"][0]
    card, _ = shown(whole, "CM39", "2026-10")
    table = lines.table(card, T["zh"])
    (row,) = [row for row in table.rows if table.name(row) == "C02"]
    empty = {c.id for c in table.columns if c.cell(row) is None}
    assert empty >= {"value", "score", "weight", "points", "lost"}
    assert any(line.name == "缺项及权重分摊" for line in change.lines(card, T["zh"]))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_where_a_value_came_from_is_the_indicators_own_source_and_people_by_name(whole, lang):
    steps = steps_of(whole, "CM39", "2026-10", "C01", lang)
    (how, _) = next(iter(steps.values()))
    assert ("合规与审计系统" if lang == "zh" else "compliance and audit system") in how
    assert ("每月末" if lang == "zh" else "month end") in how
    assert ("王复核员" if lang == "zh" else "Reviewer Wang") in how and "data.wang" not in how


def without_figures(db, person, period):
    """Everything that was measured of a person in a period is withdrawn but for one indicator."""

    def work(cursor):
        put_values(
            cursor,
            """
            SELECT DISTINCT manager_id, indicator_code, period, NULL, batch_id, current_localtimestamp()
            FROM measurement WHERE manager_id = ? AND period = ? AND indicator_code <> 'C01'
            """,
            [person, period.code],
        )
        audit.append(cursor, FIRST, "withdrawn", period.code, {})

    db.write(work)


def test_why_there_is_no_comparison_names_the_month_that_lacks_a_total(db):
    last = scores.periods(FIRST, db)[-1].period
    coming, later = COMING, COMING.shift(1)
    for period in (coming, later):
        measured_in(db, period, last)
    without_figures(db, "CM07", coming)

    def uncompared(period):
        card = scorecards.scorecard(PRESIDENT, db, "CM07", period, 2)
        return card.change, card.uncompared

    assert uncompared(coming) == (None, "no-total-now")
    assert uncompared(later) == (None, "no-total-then")
    assert uncompared(scores.periods(FIRST, db)[0].period) == (None, "earliest")
    card = scorecards.scorecard(PRESIDENT, db, "CM07", coming, 2)
    assert "没有总分" in opening.sentence(card, T["zh"]) and "has no total" in opening.sentence(card, T["en"])


def test_columns_sort_by_what_they_mean(db, visit, tables):
    visit(PRESIDENT, "scorecard")
    for row in tables["lines"][1]:
        for column in ("target", "value", "completion"):
            assert row["sort"][column] is None or isinstance(row["sort"][column], float)
    visit(PRESIDENT, "leaderboard")
    place = {row["cells"]["position"]: row["sort"]["position"] for row in tables["managers"][1]}
    ladder = ("见习", "初级", "中级", "高级", "资深")
    assert sorted(place, key=place.get) == sorted(place, key=lambda p: [w in p for w in ladder].index(True))


@pytest.mark.parametrize("lang", ["zh", "en"])
def test_the_opening_has_no_dangling_marks(db, visit, lang):
    codes = [p.code for p in scores.periods(FIRST, db)]
    app = visit(PRESIDENT, "scorecard", lang)
    for code in (codes[0], codes[-1]):
        app.selectbox("period").set_value(code).run()
        for person in scores.period_sheet(FIRST, db, parse_period(code)).sheet.people[:4]:
            open_page(app, "scorecard", person=person)
            assert not app.exception
            sentence = app.markdown[1].value if "虚构" in app.markdown[0].value else app.markdown[0].value
            text = words(app)
            assert "–，" not in text and "–。" not in text and ",\n" not in text, sentence


def test_a_manager_reads_the_own_title_and_a_short_hash(db, visit):
    text = words(visit(MANAGER, "scorecard"))
    assert "我的成绩单" in text
    frozen = scores.period_sheet(FIRST, db, scores.periods(FIRST, db)[-1].period).sha256
    assert frozen is None or (frozen not in text and frozen[:8] in text)
