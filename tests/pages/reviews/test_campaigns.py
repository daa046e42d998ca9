"""Campaigns: from nothing to open, and what is told of them."""

from tests.pages.visits import words
from tests.workflow.reviews.campaign import ZHAO, asked, begun, by_link, hand_in
from words.text import text_for
from workflow.reviews import assigning, campaigns, links

T = text_for("zh")


def test_a_campaign_is_begun_assigned_and_opened(db, visit):
    app = visit(ZHAO, "reviews")
    assert T("campaigns-none") in words(app)
    app.text_input("campaign-name").set_value("年终评价")
    app.button("FormSubmitter:campaign-new-新建").click().run()
    (held,) = campaigns.campaigns(ZHAO, db)
    assert (held.name, held.state) == ("年终评价", "draft") and (held.closes_on - held.opens_on).days == 9
    app.multiselect(f"assign-superiors-{held.campaign_id}-").set_value(["li.hangzhang"]).run()
    app.number_input("assign-peers").set_value(4).run()
    app.button("assign-do").click().run()
    app.button("campaign-open").click().run()
    assert not app.exception and campaigns.campaign(ZHAO, db, held.campaign_id).state == "open"
    groups = [a.group for a in assigning.assignments(ZHAO, db, held.campaign_id)]
    assert {g: groups.count(g) for g in groups} == {"superior": 12, "peers": 48, "customers": 12, "self": 12}


def test_progress_says_how_many_and_where_it_is_not_enough_yet(db, visit, tables):
    number = begun(db, ratees=("CM05",), customers=6)
    for one in asked(db, number, group="peers"):
        hand_in(db, one)
    by_link(db, number, "CM05", 5, 4, 4)
    visit(ZHAO, "reviews")
    (row,) = tables["review-ratees"][1]
    assert row["cells"]["peers"] == "4 / 4" and row["cells"]["customers"] == "3 / 6 不足"
    done = {r["id"]: r["cells"]["done"] for r in tables["review-raters"][1]}
    assert done["li.hangzhang"] == "0 / 1" and sum(v == "1 / 1" for v in done.values()) >= 3


def test_links_are_given_once(db, visit):
    number = begun(db, ratees=("CM05", "CM06"), customers=6)
    app = visit(ZHAO, "reviews")
    app.number_input("links-count").set_value(3)
    app.button("links-issue-do").click().run()
    assert sum(c.issued for c in links.counts(ZHAO, db, number)) == 6
    assert T("links-ready", count=6) in words(app)
    later = visit(ZHAO, "reviews")
    assert T("links-ready", count=6) not in words(later)
    later.selectbox("links-withdraw-whom").set_value("CM05")
    later.text_area("links-withdraw-why").set_value("卡片遗失")
    later.button("links-withdraw-do").click().run()
    assert {c.ratee_id: c.open for c in links.counts(ZHAO, db, number)} == {"CM06": 3}


def test_a_rater_is_changed_with_a_reason(db, visit):
    number = begun(db, ratees=("CM05",))
    one = asked(db, number, group="superior")[0]
    app = visit(ZHAO, "reviews")
    app.selectbox("review-which").set_value(one.assignment_id).run()
    app.selectbox("review-to").set_value("committee.ning")
    app.button("review-change-do").click().run()
    assert [a.rater for a in asked(db, number, group="superior")] == ["li.hangzhang"]
    app.text_area("review-why").set_value("行长出差")
    app.button("review-change-do").click().run()
    assert [a.rater for a in asked(db, number, group="superior")] == ["committee.ning"]
