"""An appeal from filing to the result beside the old one, and everything that is refused on the way."""

import datetime as dt

import pytest

from access import accounts
from access.errors import AccessDenied
from data import clock
from data.stores import sheet_store
from tests.branch import GAO, LI, NING, TANG, ZHAO, last, refused
from workflow import calendar
from workflow.appeals import (
    bearing,
    board,
    challenges,
    effect,
    figures,
    filing,
    granting,
    reviewing,
    standing,
)
from workflow.intake import corrections, imports
from workflow.results import frozen, proof, publishing, scorecards
from workflow.results.what_if import ripple

PDF = b"%PDF-1.7 invented"


def manager(db, place=0):
    """Somebody with a result in the newest month, as signed in."""
    # Whoever has appealed in the invented branch comes last.
    taken = {one.manager_id for one in standing.appeals(LI, db)}
    people = [p.manager_id for p in scorecards.people(LI, db, last(db))]
    who = sorted(people, key=lambda person: person in taken)[place]
    return accounts.in_use(db, who.lower())


def measured(db, person, code=None):
    """A measured figure of the person's newest result."""
    found = figures.figures(person, db, person.manager_id, last(db))
    of = [f for f in found if f.subject == figures.MEASUREMENT and f.value]
    return next(f for f in of if code in (None, f.code))


def filed(db, person, factor=2.0, code="E01"):
    """An appeal that says a figure should be so many times as much."""
    figure = measured(db, person, code)
    says = "流水在附件中"
    number = filing.file(
        person, db, person.manager_id, last(db), figure, "data", says, round(figure.value * factor, 2)
    )
    return number, figure


def granted(db, person, **more):
    """The same, granted."""
    number, figure = filed(db, person, **more)
    reviewing.take(GAO, db, number)
    value = standing.appeal(GAO, db, number).wanted
    reviewing.propose(GAO, db, number, "凭证属实", value)
    granting.confirm(NING, db, number)
    return number, figure


def card(db, person, period=None):
    return scorecards.scorecard(person, db, person.manager_id, period or last(db))


def test_the_days_for_it_count_from_the_posting(db):
    person = manager(db)
    until = filing.deadline(person, db, last(db))
    posted = clock.today() - dt.timedelta(days=1)
    assert until.is_open and until.posted_on == posted
    assert until.last_day == calendar.held(db).after(posted, 5)
    old = last(db).shift(-3)
    assert not filing.deadline(person, db, old).is_open
    figure = figures.figures(person, db, person.manager_id, old)[0]
    late = refused(filing.file, person, db, person.manager_id, old, figure, "data", "晚了")
    assert late == "errors-appeal-late"


def test_the_counterfactual_is_there_at_once_and_says_nothing_of_others(db):
    person = manager(db)
    figure = measured(db, person, "E01")
    now = card(db, person)
    found = effect.counterfactual(
        person, db, person.manager_id, last(db), figure.subject, figure.key, figure.value * 2
    )
    assert found.own.before_total == now.total and found.own.after_total > now.total and not found.worse
    less = effect.counterfactual(
        person, db, person.manager_id, last(db), figure.subject, figure.key, figure.value / 2
    )
    assert less.worse and less.own.after_total == now.total  # nothing gets worse


def test_a_granted_appeal_stands_beside_the_old_result(db):
    person = manager(db)
    before = card(db, person)
    with db.read() as cursor:
        (old,) = sheet_store.sheets(cursor, last(db).code)
    others = challenges.challenges(person, db, last(db)).open  # of the invented branch
    number, figure = filed(db, person)
    assert challenges.challenges(person, db, last(db)).open == others + 1
    (mine,) = challenges.challenges(person, db, last(db)).ranges.values()
    assert mine.low == before.total and mine.high > before.total
    reviewing.take(GAO, db, number)
    told = effect.effect(GAO, db, number, figure.value * 2)
    reviewing.propose(GAO, db, number, "凭证属实", round(figure.value * 2, 2))
    numbers = granting.confirm(NING, db, number)
    after = card(db, person)
    assert after.total == told.own.after_total == mine.high and after.total > before.total
    with db.read() as cursor:
        sheets = sheet_store.sheets(cursor, last(db).code)
        kept = sheet_store.contents(cursor, [old.sheet_id])[old.sheet_id]
    assert [s.sheet_id for s in sheets] == [old.sheet_id, numbers[-1]]
    assert frozen.sha256(kept) == old.sha256  # the old one is still there, as it was
    assert sheets[-1].appeal_id == number and len(sheets[-1].corrections) == 1
    line = next(one for one in after.lines if one.step.indicator.code == "E01")
    assert line.step.value == pytest.approx(figure.value * 2, abs=0.01)
    proved = proof.verify(LI, db)
    assert proved.differences == () and proved.results == 9
    found = standing.appeal(person, db, number)
    assert found.state == standing.GRANTED and found.end.detail["sheets"] == list(numbers)
    assert challenges.challenges(person, db, last(db)).open == others


def test_nobody_else_gets_worse_unless_the_scheme_says_so(db):
    person = manager(db)
    before = {
        p.manager_id: scorecards.scorecard(LI, db, p.manager_id, last(db))
        for p in scorecards.people(LI, db, last(db))
    }
    granted(db, person, factor=5.0)
    for other, was in before.items():
        now = scorecards.scorecard(LI, db, other, last(db))
        assert not now.total < was.total and not now.rank > was.rank


def test_two_appeals_one_after_the_other(db):
    one, two = manager(db, 0), manager(db, 1)
    granted(db, one, factor=3.0)
    first = card(db, one)
    granted(db, two, factor=4.0)
    assert card(db, one).total >= first.total and not card(db, one).rank > first.rank
    with db.read() as cursor:
        newest = sheet_store.sheets(cursor, last(db).code)[-1]
    assert len(newest.corrections) == 2
    assert (
        ripple.recomputed(db, ripple.Touched(None, frozenset()), lambda c: None, -1)[-1].moves().moves == ()
    )


def test_what_would_be_less_is_not_granted(db):
    person = manager(db)
    number, figure = filed(db, person)
    reviewing.take(GAO, db, number)
    worse = refused(reviewing.propose, GAO, db, number, "实际更少", figure.value / 2)
    assert worse == "errors-appeal-worse"
    reviewing.turn_down(GAO, db, number, "与核心系统一致")
    assert standing.appeal(person, db, number).state == standing.TURNED_DOWN


def test_a_deduction_is_taken_back(db):
    month = last(db)
    who = next(
        p.manager_id
        for p in scorecards.people(LI, db, month)
        if any(
            e.kind == "addition" and e.counted
            for e in scorecards.scorecard(LI, db, p.manager_id, month).adjustments.events
        )
    )
    person = accounts.in_use(db, who.lower())
    event = next(f for f in figures.figures(person, db, who, month) if f.subject == figures.EVENT)
    number = filing.file(person, db, who, month, event, "judgement", "分数偏低", event.value + 1)
    reviewing.take(GAO, db, number)
    before = card(db, person).total
    reviewing.propose(GAO, db, number, "按办法应加3分", event.value + 1)
    granting.confirm(TANG, db, number)
    assert card(db, person).total == pytest.approx(before + 1)
    assert card(db, person).adjustments.known


def test_a_procedure_is_granted_without_a_correction(db):
    person = manager(db)
    whole = figures.figures(person, db, person.manager_id, last(db))[-1]
    number = filing.file(person, db, person.manager_id, last(db), whole, "procedure", "公示不满五日")
    reviewing.take(GAO, db, number)
    assert refused(reviewing.propose, GAO, db, number, "x", 1.0) == "errors-appeal-value"
    reviewing.propose(GAO, db, number, "公示期应延长", None, correct=False)
    assert granting.confirm(NING, db, number) == ()
    assert standing.appeal(person, db, number).state == standing.GRANTED


def test_who_made_the_figure_or_proposed_it_does_not_decide(db):
    person = manager(db)
    number, figure = filed(db, person)
    assert refused(reviewing.take, GAO, db, number, "nobody") == "errors-appeal-reviewer-unknown"
    reviewing.take(GAO, db, number, NING.username)
    assert refused(reviewing.turn_down, GAO, db, number, "x") == "errors-appeal-not-reviewer"
    reviewing.take(NING, db, number, GAO.username)
    reviewing.propose(GAO, db, number, "属实", figure.value * 2)
    assert refused(granting.confirm, GAO, db, number) == "errors-appeal-same-person"
    reviewing.send_back(NING, db, number, "再核一次")
    assert standing.appeal(GAO, db, number).state == standing.TAKEN


def test_raters_and_calibrators_of_a_judgement_do_not_decide(db):
    """In the invented branch the president rates everybody; G05 comes from reviews."""
    people = [p.manager_id for p in scorecards.people(LI, db, last(db))]
    with db.read() as cursor:
        row = cursor.execute(
            "SELECT r.ratee_id, r.measure FROM review_result r JOIN review_assignment a USING (campaign_id)"
            " JOIN review_submission USING (assignment_id) WHERE a.rater_group = 'superior'"
            " AND a.ratee_id = r.ratee_id AND r.ratee_id IN (SELECT unnest(?::VARCHAR[])) LIMIT 1",
            [people],
        ).fetchone()
    person = accounts.in_use(db, row[0].lower())
    figure = measured(db, person, row[1])
    number = filing.file(person, db, row[0], last(db), figure, "judgement", "评分偏低", figure.value + 1)
    against = {c.username: c.against for c in reviewing.candidates(GAO, db, number)}
    assert "rated" in against.values() and "" in against.values()
    rater = next(name for name, why in against.items() if why == "rated")
    assert refused(reviewing.take, accounts.in_use(db, rater), db, number) == "errors-appeal-reviewer"


def test_results_are_not_final_while_an_appeal_is_open(db):
    person = manager(db)
    filed(db, person)
    publishing.advance(GAO, db, last(db), "appeals")
    assert refused(publishing.advance, GAO, db, last(db), "final") == "errors-period-appeals-open"
    assert refused(
        filing.file, person, db, person.manager_id, last(db), measured(db, person, "E01"), "data", "又", 1.0
    ) == ("errors-appeal-again")
    for one in standing.appeals(LI, db):
        if one.is_open:
            filing.withdraw(accounts.in_use(db, one.manager_id.lower()), db, one.appeal_id)
    publishing.advance(GAO, db, last(db), "final")


def test_files_are_read_by_the_person_and_by_who_decides(db):
    person, other = manager(db, 0), manager(db, 1)
    number, _ = filed(db, person)
    one = filing.attach(person, db, number, "流水.pdf", PDF)
    assert standing.content(person, db, one).content == PDF
    assert standing.content(GAO, db, one).name == "流水.pdf"
    for nobody in (other, ZHAO if ZHAO.role != "operator" else other):
        with pytest.raises(AccessDenied):
            standing.content(nobody, db, one)
        with pytest.raises(AccessDenied):
            standing.content(nobody, db, one + 99)
    assert refused(filing.attach, person, db, number, "a.exe", b"MZ") == "errors-appeal-file"
    assert refused(filing.attach, person, db, number, "a.pdf", b"MZ") == "errors-appeal-file"
    big = b"%PDF" + bytes(filing.LARGEST)
    assert refused(filing.attach, person, db, number, "a.pdf", big) == "errors-appeal-file-large"


def test_what_waits_for_whom(db):
    person = manager(db)
    number, figure = filed(db, person)

    def steps(who):
        return [w.step for w in board.waiting(who, db) if w.appeal.appeal_id == number]

    assert steps(GAO) == ["take"]
    reviewing.take(GAO, db, number)
    reviewing.ask(GAO, db, number, "哪一天的流水?")
    reviewing.answer(person, db, number, "10月8日")
    assert steps(GAO) == ["decide"] and steps(NING) == []
    reviewing.propose(GAO, db, number, "属实", figure.value * 2)
    assert steps(GAO) == [] and steps(NING) == ["confirm"]
    kinds = [event.kind for event in standing.appeal(person, db, number).events]
    assert kinds == ["taken", "asked", "answered", "proposed"]


def test_nobody_reaches_anothers_appeal(db):
    """Every function that takes an appeal, for every role that is not to do it."""
    person, other = manager(db, 0), manager(db, 1)
    number, figure = filed(db, person)
    month, own = last(db), person.manager_id
    officer = accounts.in_use(db, "data.zhao")
    theirs = [
        lambda who: standing.appeal(who, db, number),
        lambda who: standing.attachments(who, db, number),
        lambda who: reviewing.candidates(who, db, number),
        lambda who: reviewing.take(who, db, number),
        lambda who: reviewing.ask(who, db, number, "x"),
        lambda who: reviewing.propose(who, db, number, "x", 1.0),
        lambda who: reviewing.turn_down(who, db, number, "x"),
        lambda who: reviewing.send_back(who, db, number, "x"),
        lambda who: granting.confirm(who, db, number),
        lambda who: effect.effect(who, db, number, 1.0),
        lambda who: board.waiting(who, db),
    ]
    for call in theirs:
        for who in (other, officer):
            with pytest.raises(AccessDenied):
                call(who)
    for call in theirs[2:]:
        with pytest.raises(AccessDenied):
            call(person)
    mine = [
        lambda who: filing.withdraw(who, db, number),
        lambda who: filing.attach(who, db, number, "a.pdf", PDF),
        lambda who: reviewing.answer(who, db, number, "x"),
        lambda who: filing.file(who, db, own, month, figure, "data", "x", 1.0),
        lambda who: effect.counterfactual(who, db, own, month, figure.subject, figure.key, 1.0),
    ]
    for call in mine:
        for who in (other, officer, LI, GAO):
            with pytest.raises(AccessDenied):
                call(who)
    with pytest.raises(AccessDenied):
        figures.figures(other, db, own, month)
    assert standing.appeals(other, db) == ()
    with pytest.raises(AccessDenied):
        standing.appeals(officer, db)
    assert challenges.challenges(other, db, month).ranges.keys() <= {other.manager_id}


def test_a_correction_says_which_appeals_and_plans_it_bears_on_and_posts_what_it_does(db):
    person = manager(db)
    number, figure = filed(db, person)
    wang = accounts.in_use(db, "data.wang")
    batch = corrections.value(
        ZHAO, db, person.manager_id, last(db).code, figure.code, figure.value / 2, "抄错"
    )
    found = bearing.follows(ZHAO, db, batch)
    assert found.appeals == (number,) and bearing.posted(LI, db, last(db)) == ()
    imports.approve(wang, db, batch)
    assert person.manager_id in {d.manager_id for d in bearing.posted(LI, db, last(db))}
    for who in (person, LI):
        with pytest.raises(AccessDenied):
            bearing.follows(who, db, batch)
    with pytest.raises(AccessDenied):
        bearing.posted(person, db, last(db))
