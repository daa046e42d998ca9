"""The committee's round: blind until all are in, then the median and who differs on what."""

import datetime as dt

import numpy as np
import pytest

from access import audit
from access.errors import AccessDenied
from data.stores import round_store
from scoring import SchemeError
from tests.branch import GAO, LI, MANAGER, MEMBERS, NING, SECOND_VERSION, TANG, begun, later, refused, weights
from workflow import schemes
from workflow.weighing import derived, judgements, rounds, scenarios, simulation
from workflow.weighing.judgements import Judgements


def opened(db, deadline=None) -> int:
    return rounds.open_round(GAO, db, SECOND_VERSION, "weights for 2027", deadline or later(), MEMBERS)


def test_nobody_sees_anything_until_all_are_in(db):
    number = opened(db)
    for member, points in ((GAO, 12), (NING, 14)):
        rounds.hand_in(member, db, number, weights(db, R01=points))
        assert rounds.own(member, db, number).weights["R01"] == pytest.approx(points)
    assert rounds.own(TANG, db, number) is None
    for who in (GAO, NING, TANG, LI):
        assert refused(rounds.result, who, db, number) == "errors-round-blind"
        assert refused(rounds.keep_median, who, db, number, "early") == "errors-round-blind"
    with db.read() as cursor:  # nor does the trail say what was handed in
        details = cursor.execute("SELECT detail FROM audit WHERE action = 'hand-in-weights'").fetchall()
    assert len(details) == 2 and not any("R01" in detail for (detail,) in details)
    held = rounds.round_(TANG, db, number)
    assert (held.state, [m.done for m in held.members]) == ("open", [True, True, False])

    rounds.hand_in(NING, db, number, weights(db, R01=16))  # may be done again while it is open
    rounds.hand_in(TANG, db, number, weights(db, R01=20))
    assert rounds.round_(LI, db, number).state == "closed"
    assert refused(rounds.hand_in, GAO, db, number, weights(db)) == "errors-round-closed"

    found = rounds.result(LI, db, number)
    given = np.array([[w.weights[c] for c in found.indicators] for w in found.weightings])
    middle = np.median(given, axis=0)
    expected = dict(zip(found.indicators, (100 * middle / middle.sum()).tolist(), strict=True))
    assert found.median == pytest.approx(expected)
    assert sum(found.median.values()) == pytest.approx(100)
    assert (found.low["R01"], found.high["R01"]) == (pytest.approx(12), pytest.approx(20))
    assert found.apart[TANG.username][0].indicator == "R01"

    kept = rounds.keep_median(GAO, db, number, "median")
    scenario = scenarios.kept(NING, db)[0]
    assert (scenario.scenario_id, rounds.scenario_of(LI, db, number)) == (kept, kept)
    assert scenario.weights == pytest.approx(found.median)


def test_a_deadline_ends_a_round_with_those_who_are_in(db):
    number = opened(db)
    rounds.hand_in(GAO, db, number, weights(db, R01=12))
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "now", lambda now=audit.now: now() + dt.timedelta(hours=49))
        assert rounds.round_(GAO, db, number).state == "closed"
        assert refused(rounds.hand_in, NING, db, number, weights(db)) == "errors-round-closed"
        # One of three is no committee: neither a result nor a median to keep.
        assert refused(rounds.result, NING, db, number) == "errors-round-quorum"
        assert refused(rounds.keep_median, GAO, db, number, "one of three") == "errors-round-quorum"
    empty = opened(db)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "now", lambda now=audit.now: now() + dt.timedelta(hours=49))
        assert refused(rounds.result, GAO, db, empty) == "errors-round-empty"


@pytest.mark.parametrize(
    ("quorum", "members", "needed"),
    [
        ("majority", MEMBERS[:2], 2),
        ("majority", MEMBERS, 2),
        ("majority", [*MEMBERS, LI.username], 3),
        ("two-thirds", MEMBERS, 2),
        ("two-thirds", [*MEMBERS, LI.username], 3),
        ("all", MEMBERS, 3),
    ],
)
def test_a_round_has_a_result_once_its_quorum_is_in(db, quorum, members, needed):
    number = rounds.open_round(GAO, db, SECOND_VERSION, "weights", later(), members, quorum)
    assert rounds.round_(GAO, db, number).quorum == needed
    over = audit.now() + dt.timedelta(hours=49)
    for k, member in enumerate((GAO, NING, TANG, LI)[: len(members)], start=1):
        rounds.hand_in(member, db, number, weights(db, R01=12))
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(audit, "now", lambda: over)
            if k < needed:
                assert refused(rounds.result, GAO, db, number) == "errors-round-quorum"
            else:
                assert len(rounds.result(GAO, db, number).weightings) == k
    ask = (db, SECOND_VERSION, "weights", later(), members)
    assert refused(rounds.open_round, GAO, *ask, "nobody") == "errors-round-quorum-unknown"


def test_a_round_of_before_quorums_keeps_its_result(db):
    number = opened(db)
    rounds.hand_in(GAO, db, number, weights(db, R01=12))

    def older(cursor) -> None:
        cursor.execute("UPDATE weighting_round SET quorum = NULL")
        audit.append(cursor, GAO, "as-if", "", {})

    db.write(older)
    over = audit.now() + dt.timedelta(hours=49)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(audit, "now", lambda: over)
        assert len(rounds.result(NING, db, number).weightings) == 1


def test_what_cannot_be_asked_or_handed_in_is_refused(db):
    ask = (db, SECOND_VERSION)
    assert refused(rounds.open_round, GAO, *ask, " ", later(), MEMBERS) == "errors-round-question"
    assert refused(rounds.open_round, GAO, *ask, "q", later(-1), MEMBERS) == "errors-round-deadline"
    assert refused(rounds.open_round, GAO, *ask, "q", later(), ["cm01", *MEMBERS]) == "errors-round-member"
    assert refused(rounds.open_round, GAO, *ask, "q", later(), MEMBERS[:1] * 3) == "errors-round-few"
    number = opened(db)
    assert refused(rounds.hand_in, LI, db, number, weights(db)) == "errors-round-not-asked"
    with pytest.raises(SchemeError):
        rounds.hand_in(GAO, db, number, weights(db) | {"R01": 50.0})
    for call in (
        lambda: rounds.rounds(MANAGER, db),
        lambda: rounds.hand_in(MANAGER, db, number, {}),
        lambda: rounds.result(MANAGER, db, number),
        lambda: rounds.open_round(LI, *ask, "q", later(), MEMBERS),
    ):
        with pytest.raises(AccessDenied):
            call()
    assert refused(rounds.call_off, NING, db, number, "why") == "errors-round-chair"
    rounds.call_off(GAO, db, number, "the wrong version")
    assert refused(rounds.result, GAO, db, number) == "errors-round-called-off"
    assert refused(rounds.hand_in, NING, db, number, weights(db)) == "errors-round-closed"


def test_the_last_two_to_hand_in_at_once_do_not_reopen_a_closed_round(db):
    """Somebody's page says "open" while the round has closed a moment ago."""
    number = opened(db)
    for member in (NING, TANG):
        rounds.hand_in(member, db, number, weights(db))
    before = rounds.round_(GAO, db, number)

    def others_are_first(cursor):
        round_store.add_weighting(
            *(cursor, number, GAO.username, "points", weights(db, R01=30), None, audit.now())
        )
        audit.append(cursor, GAO, "hand-in-weights", str(number), {})

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(rounds, "round_", lambda *_: before)
        db.write(others_are_first)
        assert refused(rounds.hand_in, GAO, db, number, weights(db)) == "errors-round-closed"
    assert rounds.own(GAO, db, number).weights["R01"] == pytest.approx(30)


def test_judgements_in_pairs_become_weights_class_by_class(db):
    scheme = schemes.scheme(GAO, db, SECOND_VERSION).scheme
    groups = judgements.groups_of(scheme)
    target = {"compliance": 2.0, "risk": 4.0, "efficiency": 2.0, "transformation": 1.0, "social": 1.0}
    ratios = [[target[a] / target[b] for b in groups] for a in groups]
    within = [[1, 2, 2], [1 / 2, 1, 1], [1 / 2, 1, 1]]
    found, methods = judgements.weights_of(scheme, Judgements("ahp", {"": ratios, "risk": within}))
    assert {c: sum(found[code] for code in groups[c]) for c in groups} == pytest.approx(
        {c: 10 * target[c] for c in groups}
    )
    assert found["R01"] == pytest.approx(20) and found["R02"] == pytest.approx(10)
    # A class without judgements keeps the proportions of the scheme.
    compliance = [scheme.by_code[c].weight for c in groups["compliance"]]
    assert [found[c] for c in groups["compliance"]] == pytest.approx(
        [20 * w / sum(compliance) for w in compliance]
    )
    assert methods[""].consistency_ratio == pytest.approx(0, abs=1e-9)


def test_judgements_by_the_best_and_the_worst_become_weights_class_by_class(db):
    scheme = schemes.scheme(GAO, db, SECOND_VERSION).scheme
    groups = judgements.groups_of(scheme)
    target = {"compliance": 2.0, "risk": 4.0, "efficiency": 2.0, "transformation": 1.0, "social": 1.0}
    classes = [[4 / target[c] for c in groups], [target[c] / 1 for c in groups]]
    # Rezaei's three criteria: 1/14, 9/28, 17/28 of the class.
    judged = Judgements("best-worst", {"": classes, "risk": [[8, 2, 1], [1, 5, 8]]})
    found, methods = judgements.weights_of(scheme, judged)
    assert {c: sum(found[code] for code in groups[c]) for c in groups} == pytest.approx(
        {c: 10 * target[c] for c in groups}
    )
    assert [found[code] for code in groups["risk"]] == pytest.approx([40 / 14, 40 * 9 / 28, 40 * 17 / 28])
    assert methods[""].consistency_ratio == pytest.approx(0, abs=1e-9) and methods[""].breaks is None
    assert methods["risk"].breaks == groups["risk"][1]


def test_what_was_judged_by_the_best_and_the_worst_is_handed_in_with_its_judgements(db):
    scheme = schemes.scheme(GAO, db, SECOND_VERSION).scheme
    count = len(judgements.groups_of(scheme))
    judged = Judgements("best-worst", {"": [[1.0] + [3.0] * (count - 1), [3.0] + [1.0] * (count - 1)]})
    points, _ = judgements.weights_of(scheme, judged)
    number = opened(db)
    rounds.hand_in(GAO, db, number, points, judged=judged)
    stored = rounds.own(GAO, db, number)
    assert (stored.method, stored.judgements) == ("best-worst", judged.groups)
    assert stored.weights == pytest.approx(points)


def test_weights_from_the_scores_are_those_of_the_method(db):
    start = begun(db)
    sheet = start.sheets[-1].sheet
    for method in derived.METHODS:
        found = derived.derived(GAO, start, method)
        assert sum(found.weights.values()) == pytest.approx(100)
        assert simulation.simulate(GAO, start, found.weights).scheme.codes == sheet.scheme.codes
    spread = derived.derived(GAO, start, "standard-deviation")
    ranked = sheet.scores[~np.isnan(sheet.ranks)]
    rows = ranked[~np.isnan(ranked).any(axis=1)]
    range_ = rows.max(axis=0) - rows.min(axis=0)
    deviation = np.divide(rows.std(axis=0), range_, out=np.zeros(len(range_)), where=range_ > 0)
    expected = 100 * deviation / deviation.sum()
    assert list(spread.weights.values()) == pytest.approx(expected.tolist())
    assert spread.people == len(rows)
    assert refused(derived.derived, GAO, start, "guess") == "errors-weights-method"
