"""Results: drawn and released by click, shown as far as they may be, and on the scorecard once released."""

import pytest

from tests.branch import MEMBERS, later
from tests.pages.visits import words
from tests.workflow.reviews.campaign import GAO, LI, NING, TANG, ZHAO, asked, begun, by_link, hand_in, manager
from words.text import text_for
from workflow.intake import batches
from workflow.reviews import calibration, campaigns, drawing

T = text_for("zh")


@pytest.fixture
def campaign(db):
    """Peers suffice for CM05 and not for CM06; of CM05 all agree on 4, who thinks 5 of oneself."""
    number = begun(db, ratees=("CM05", "CM06"), customers=5, superiors=(LI.username, GAO.username))
    for k, one in enumerate(asked(db, number)):
        if one.group == "peers" and one.ratee_id == "CM06" and k % 2:
            continue
        level = {"self": 5, "superior": 3}.get(one.group, 4)
        hand_in(db, one, level, {"service": f"{one.group}的话"} if one.group != "self" else {})
    by_link(db, number, "CM05", 4, 4, 4, 4, 5)
    campaigns.close(ZHAO, db, number, "都交齐了")
    return number


def cells(tables, key):
    return {row["id"]: row["cells"] for row in tables[key][1]}


def test_results_are_drawn_then_released_by_whoever_may(db, visit, campaign, tables):
    app = visit(GAO, "review-results")
    assert "review-results" not in tables
    app.button(f"results-draw-{campaign}-do").click().run()
    assert campaigns.campaign(GAO, db, campaign).state == "drawn" and not app.exception
    shown = cells(tables, "review-results")
    assert shown["CM05"]["peers"] == "≥ 3.5" and shown["CM06"]["peers"].endswith("未达 4 人")
    assert shown["CM05"]["superior"] == "3.00"
    assert "self" not in shown["CM05"]
    app.segmented_control("results-measure").set_value("S02").run()
    assert cells(tables, "review-results")["CM05"]["customers"] == "≥ 4.0"
    app.button(f"results-release-{campaign}-do").click().run()
    assert campaigns.campaign(GAO, db, campaign).state == "released"
    (batch,) = (b for b in batches.batches(ZHAO, db) if b.status == "awaiting-review")
    assert T("results-released", batch=batch.batch_id) in words(app)


def test_the_certificate_says_what_was_shown_and_what_not(db, visit, campaign, tables):
    drawing.draw(LI, db, campaign)
    app = visit(LI, "review-results")
    found = cells(tables, "review-certificate")
    assert (
        found["customers"]["done"] == "5 / 5" and found["peers"]["too-few"] and not found["peers"]["withheld"]
    )
    assert drawing.certificate(LI, db, campaign).sha256[:16] in words(app)


def test_a_person_reads_the_own_results_once_they_are_released(db, visit, campaign, tables):
    five, six = manager(db, "CM05"), manager(db, "CM06")
    drawing.draw(LI, db, campaign)
    visit(five, "scorecard")
    assert "own-reviews" not in tables
    drawing.release(LI, db, campaign)
    app = visit(five, "scorecard")
    rows = cells(tables, "own-reviews")
    assert rows["G05"]["self"] == 5 and rows["G05"]["superior"] == "3.00"
    assert "盲点" in words(app) and "peers的话" in words(app).replace("\\", "")
    visit(six, "scorecard")
    assert cells(tables, "own-reviews")["G05"]["peers"].endswith("未达 4 人")


def test_what_was_calibrated_stands_beside_what_was_rated(db, visit, campaign, tables):
    drawing.draw(LI, db, campaign)
    case = calibration.raise_case(NING, db, campaign, "CM06", "G05", "评分偏低", later(), MEMBERS)
    for member in (GAO, NING, TANG):
        calibration.vote(member, db, case, 60.0)
    calibration.propose(NING, db, case, 60, "teamwork", 3, "走访记录可查")
    calibration.confirm(TANG, db, case)
    drawing.release(LI, db, campaign)
    app = visit(manager(db, "CM06"), "scorecard")
    row = cells(tables, "own-reviews")["G05"]
    assert (row["total"], row["calibrated"]) == (50, 60)
    assert "走访记录可查" in words(app) and "宁委员、唐委员" in words(app)
    visit(LI, "review-results", campaign=str(campaign))
    assert cells(tables, "review-results")["CM06"]["calibrated"] == 60


def test_the_president_reads_anybodys_and_a_superior_the_own_leniency(db, visit, campaign, tables):
    drawing.draw(LI, db, campaign)
    assert T("leniency-title") not in words_of_headers(visit(LI, "reviews-to-give"))
    drawing.release(LI, db, campaign)
    visit(LI, "scorecard", person="CM06")
    assert "own-reviews" in tables
    assert T("leniency-title") in words_of_headers(visit(LI, "reviews-to-give"))


def words_of_headers(app):
    return [header.value for header in app.header]


def test_reviews_to_give_are_told_on_the_own_scorecard_alone(db, visit):
    begun(db, ratees=("CM05",))
    links = [link.label for link in visit(manager(db, "CM05"), "scorecard").get("page_link")]
    assert [label for label in links if "360" in label]
    others = [link.label for link in visit(LI, "scorecard", person="CM05").get("page_link")]
    assert not [label for label in others if "360" in label]
