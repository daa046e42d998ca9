"""What is told beside the ranks: by hand, by the scheme's word, to a manager without anybody's figures."""

import dataclasses

import numpy as np
import pytest

from access.actor import Actor
from access.errors import AccessDenied
from scoring.change.recognition import most_improved, personal_bests
from scoring.periods import parse_period
from tests.branch import GAO, LI, refused
from workflow.board import recognition
from workflow.board.leaderboard import leaderboard
from workflow.results import publishing

NAN = float("nan")
ME = Actor("cm01", "manager", "CM01")
PERIOD = parse_period("2026-10")


def test_who_improved_most_by_hand():
    now, before = np.array([80.0, 70, 90, 60, NAN]), np.array([75.0, 68, 90, 65, 50])
    assert most_improved(now, before, 3, 2) == [(0, 5.0), (1, 2.0)]
    assert most_improved(now, before, 1, 2) == [(0, 5.0)]
    assert most_improved(np.array([3.0, 3, 3]), np.array([1.0, 1, 2]), 1, 2) == [(0, 2.0), (1, 2.0)]
    assert most_improved(np.array([80.004]), np.array([80.0]), 3, 2) == []


def test_a_best_of_ones_own_needs_three_earlier_totals_and_is_above_them_all():
    totals = np.array([[70, 80, 75, 81], [70, 80, 75, 80], [NAN, 70, 60, 99], [70, 80, 75, NAN]], dtype=float)
    assert personal_bests(totals).tolist() == [True, False, False, False]


def test_what_is_told_agrees_with_the_leaderboard(db):
    board, found = leaderboard(LI, db, PERIOD), recognition.recognition(LI, db, PERIOD)
    changes = {m.person.manager_id: m.total_change for m in board.ranked}
    best = sorted((c for c in changes.values() if c > 0), reverse=True)[: recognition.MOST]
    assert [one.gain for one in found.improved] == pytest.approx(best) and best
    for one in found.improved:
        assert changes[one.person.manager_id] == pytest.approx(one.gain)
    by_person = {m.person.manager_id: m for m in board.ranked}
    for one in found.bests:
        line = by_person[one.person.manager_id].sparkline
        assert one.total == max(t for t in line if t == t) and one.periods > 3
    assert [(h.person.manager_id, h.grounds) for h in found.helped] == [("CM03", ("addition",))]


def test_a_manager_reads_names_and_nobodys_figures(db):
    found, whole = recognition.own(ME, db, "CM01", PERIOD), recognition.recognition(LI, db, PERIOD)
    assert [p.manager_id for p in found.improved] == [one.person.manager_id for one in whole.improved]
    figures = [v for f in dataclasses.fields(found) if isinstance(v := getattr(found, f.name), float)]
    assert len(figures) <= 1  # At most the own gain.
    first = whole.improved[0]
    who = first.person.manager_id
    mine = recognition.own(Actor(who.lower(), "manager", who), db, who, PERIOD)
    assert mine.own_gain == first.gain
    with pytest.raises(AccessDenied):
        recognition.own(ME, db, "CM02", PERIOD)
    for actor in (ME, Actor("d", "data-officer"), Actor("a", "admin")):
        with pytest.raises(AccessDenied):
            recognition.recognition(actor, db, PERIOD)


def test_nothing_is_told_of_what_is_not_shown_or_not_settled(db):
    publishing.reopen(GAO, db, PERIOD, "更正")
    assert refused(recognition.own, ME, db, "CM01", PERIOD) == "errors-period-not-shown"


def test_only_what_the_scheme_says_is_told(db, monkeypatch):
    from workflow.results import shown

    def quiet(db, actor, period, count, plain=shown.up_to):
        sheets = plain(db, actor, period, count)
        use = dataclasses.replace(sheets[-1].scheme.result_use, recognition=("personal-best",))
        scheme = dataclasses.replace(sheets[-1].scheme, result_use=use)
        return tuple(
            dataclasses.replace(s, sheet=dataclasses.replace(s.sheet, scheme=scheme)) for s in sheets
        )

    monkeypatch.setattr(shown, "up_to", quiet)
    found = recognition.recognition(LI, db, PERIOD)
    assert found.told == ("personal-best",) and not found.improved and not found.helped
