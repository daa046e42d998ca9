"""A campaign's life: what can be done in which state, and what is said of how far it is."""

import datetime as dt
import json

import pytest

from access.errors import AccessDenied
from data import clock
from tests.branch import refused
from tests.workflow.reviews import campaign as steps
from tests.workflow.reviews.campaign import DAY, GAO, LI, PERIOD, ZHAO
from workflow.reviews import answering, assigning, campaigns, forms

TODAY = clock.today()


@pytest.fixture
def later(monkeypatch):
    """Moves the branch's calendar."""

    def move(days):
        monkeypatch.setattr(clock, "today", lambda: TODAY + dt.timedelta(days=days))

    return move


def test_the_items_that_come_along_are_said_in_both_languages_level_by_level():
    items = forms.default_items()
    assert [i.indicator for i in items] == ["G05", "S02", "C03", "G06", ""]
    assert forms.items_of(json.loads(json.dumps(forms.stored(items)))) == items
    for item in items:
        for lang in ("zh", "en"):
            assert len({anchor[lang] for anchor in item.anchors}) == 5


def test_a_campaign_goes_from_draft_to_called_off_and_says_when_it_was_over(db, later):
    number = campaigns.create(ZHAO, db, " 上半年 ", PERIOD, TODAY + DAY, TODAY + 3 * DAY)
    assert campaigns.campaign(LI, db, number).state == "draft"
    assert refused(campaigns.open_, ZHAO, db, number) == "errors-review-nobody"
    proposed = assigning.propose(ZHAO, db, number, superiors={"": [LI.username]}, peers=4, customers=6)
    assigning.assign(ZHAO, db, number, proposed)
    campaigns.open_(ZHAO, db, number)
    assert refused(campaigns.open_, ZHAO, db, number) == "errors-review-state"
    held = campaigns.campaign(GAO, db, number)
    assert (held.name, held.state, held.is_open(TODAY)) == ("上半年", "open", False)
    assert refused(campaigns.remind, ZHAO, db, number) == "errors-review-not-yet"
    assert refused(campaigns.extend, ZHAO, db, number, TODAY + 3 * DAY, "why") == "errors-review-extend"
    campaigns.extend(ZHAO, db, number, TODAY + 5 * DAY, "春节放假")
    later(4)
    assert campaigns.campaign(GAO, db, number).is_open(clock.today())
    later(6)
    assert campaigns.campaign(GAO, db, number).state == "closed"
    assert refused(campaigns.extend, ZHAO, db, number, TODAY + 9 * DAY, "why") == "errors-review-state"
    assert refused(campaigns.call_off, ZHAO, db, number, " ") == "errors-reason-needed"
    campaigns.call_off(ZHAO, db, number, "问卷有误")
    assert campaigns.campaign(GAO, db, number).state == "called-off"
    assert [e.kind for e in campaigns.events(GAO, db, number)] == ["opened", "extended", "called-off"]
    assert refused(campaigns.call_off, ZHAO, db, number, "again") == "errors-review-state"


@pytest.mark.parametrize(
    ("changed", "key"),
    [
        ({"name": " "}, "errors-review-name"),
        ({"closes_on": TODAY - DAY}, "errors-review-window"),
        ({"minimum": {"peers": 3}}, "errors-review-minimum"),
        ({"minimum": {"customers": 3}}, "errors-review-minimum"),
        ({"minimum": {"bosses": 9}}, "errors-review-minimum"),
        ({"items": forms.default_items()[:1] * 2}, "errors-review-item-code"),
    ],
)
def test_what_would_not_protect_or_could_not_be_asked_is_refused(db, changed, key):
    asked = {"name": "x", "period": PERIOD, "opens_on": TODAY, "closes_on": TODAY, **changed}
    assert refused(campaigns.create, ZHAO, db, **asked) == key


def test_progress_says_who_and_how_many_and_reminders_reach_who_is_late(db):
    number = steps.begun(db, customers=6, ratees={"CM01"})
    first, *others = steps.asked(db, number, group="peers")
    steps.hand_in(db, first)
    steps.by_link(db, number, "CM01", 5, 4)
    found = campaigns.progress(LI, db, number)
    by_group = {g.group: (g.asked, g.done, g.enough) for g in found.groups}
    assert by_group == {
        "superior": (1, 0, False),
        "peers": (4, 1, False),
        "customers": (6, 2, False),
        "self": (1, 0, False),
    }
    assert {r.username: (r.asked, r.done) for r in found.raters}[first.rater] == (1, 1)
    assert (found.asked, found.done) == (12, 3)
    assert campaigns.remind(ZHAO, db, number) == 5
    told = {one.rater: answering.mine(steps.who(db, one.rater), db)[0].reminded for one in (first, *others)}
    assert [told[one.rater] for one in (first, *others)] == [False, True, True, True]
    for one in others:
        steps.hand_in(db, one)
    assert [g.enough for g in campaigns.progress(LI, db, number).groups if g.group == "peers"] == [True]


def test_the_scheme_in_force_says_what_is_scored(db):
    number = steps.begun(db)
    uses = {use.measure: use for use in campaigns.uses(LI, db, campaigns.campaign(LI, db, number))}
    assert {m for m, use in uses.items() if use.scored} == {"G05", "S02", "C03"}
    assert uses["S02"].weights == {"superior": 50, "peers": 30, "customers": 20}
    assert list(uses) == ["G05", "S02", "C03", "G06", "coaching"]
    later = campaigns.create(ZHAO, db, "x", PERIOD.as_kind("year"), TODAY, TODAY)
    assert not any(use.scored for use in campaigns.uses(LI, db, campaigns.campaign(LI, db, later)))


def test_nobody_but_the_desk_runs_a_campaign(db):
    number = steps.begun(db, ratees={"CM01"})
    for actor in (LI, GAO, steps.manager(db, "CM01")):
        with pytest.raises(AccessDenied):
            campaigns.close(actor, db, number, "why")
    with pytest.raises(AccessDenied):
        campaigns.campaign(steps.manager(db, "CM01"), db, number)
    assert refused(campaigns.campaign, ZHAO, db, 99) == "errors-review-unknown"
