"""The invented branch's two campaigns of 360 reviews: what there is to be seen in them."""

from collections import Counter

from access import accounts
from access.demo import STAFF
from data.stores.reviews import ballot_store
from data.stores.reviews.vault import vault
from scoring.reviews import State
from workflow.intake import batches
from workflow.reviews import answering, campaigns, drawing, links, results

LI, GAO, NING, TANG, ZHAO, _ = STAFF[:6]
FIRST, SECOND = 1, 2


def test_the_first_is_released_with_a_group_of_each_kind_below_its_minimum_and_brought_no_batch(whole):
    held = campaigns.campaign(LI, whole, FIRST)
    assert (held.state, held.period.code) == ("released", "2026-06")
    found = results.results(GAO, whole, FIRST)
    states = {(r.ratee_id, g): f.state for r in found if r.measure == "S02" for g, f in r.figures.items()}
    few = {place for place, state in states.items() if state is State.TOO_FEW}
    assert few == {("CM05", "customers"), ("CM11", "peers")}
    assert Counter(states.values())[State.SHOWN] > 45
    assert drawing.certificate(GAO, whole, FIRST).agreement.keys() >= {"G05", "S02", "C03"}
    (mine,) = results.own(accounts.in_use(whole, "cm01"), whole, "CM01")
    assert mine.comments and {c.group for c in mine.comments} & {"peers", "customers"}
    assert not [b for b in batches.batches(ZHAO, whole) if "360" in (b.source or "")]


def test_one_superior_is_lenient_and_can_see_it(whole):
    mild, strict = (results.leniency(who, whole, FIRST) for who in (NING, TANG))
    assert mild.apart > 0.4 and strict.apart < 0 and mild.shared == mild.people
    severity = results.judging(GAO, whole, FIRST).severity
    assert severity[NING.username] > severity[LI.username] > severity[TANG.username]


def test_the_second_is_under_way_and_can_be_gone_on_with(whole):
    held = campaigns.campaign(LI, whole, SECOND)
    assert held.period.code == "2026-12" and held.closes_on.isoformat() == "2026-12-31"
    progress = campaigns.progress(ZHAO, whole, SECOND)
    assert 0.75 < progress.done / progress.asked < 0.9
    tasks = [t for t in answering.mine(accounts.in_use(whole, "cm03"), whole) if t.campaign_id == SECOND]
    assert len(tasks) == 7 and sum(t.saved for t in tasks) == 1 and not any(t.done for t in tasks)
    assert {c.ratee_id for c in links.counts(ZHAO, whole, SECOND)} == {f"CM{k:02}" for k in range(1, 7)}
    with whole.read() as cursor:
        assert len(ballot_store.ballots(cursor, vault(whole.path), SECOND)) == progress.done
