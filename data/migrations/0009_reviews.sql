-- 360 reviews: who was asked and who handed in stand apart from what was said, which is sealed.

CREATE TABLE review_campaign (
    campaign_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, period VARCHAR NOT NULL, opens_on DATE NOT NULL, closes_on DATE NOT NULL,
    items JSON NOT NULL, minimum JSON NOT NULL, created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL
);
COMMENT ON TABLE review_campaign IS 'A campaign of 360 reviews: what is asked, about which period, from which day to which (both included)';
COMMENT ON COLUMN review_campaign.closes_on IS 'As it was begun; an event extended moves it';
COMMENT ON COLUMN review_campaign.items IS 'Each item with its question and five behaviour anchors as they are asked in this campaign';
COMMENT ON COLUMN review_campaign.minimum IS 'Rater group → the fewest raters of whom anything is shown';

CREATE SEQUENCE review_campaign_event_number;
CREATE TABLE review_campaign_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('review_campaign_event_number'),
    campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('opened', 'extended', 'closed', 'called-off', 'reminded', 'drawn', 'released')),
    closes_on DATE, detail JSON, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE review_campaign_event IS 'The life of a campaign; the last of its kinds but extended and reminded is its state';
COMMENT ON COLUMN review_campaign_event.detail IS 'drawn: the certificate of what was released; released: the batch that brings the measured values; reminded: how many assignments';

CREATE TABLE review_assignment (
    assignment_id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id),
    ratee_id VARCHAR NOT NULL, rater_group VARCHAR NOT NULL CHECK (rater_group IN ('superior', 'peers', 'customers', 'self')),
    rater VARCHAR NOT NULL, asked INTEGER NOT NULL
);
COMMENT ON TABLE review_assignment IS 'Who is asked about whom';
COMMENT ON COLUMN review_assignment.rater IS 'The user name; empty for customers, who are invited by links';
COMMENT ON COLUMN review_assignment.asked IS '1; for customers how many are to be invited';

CREATE TABLE review_assignment_event (
    assignment_id INTEGER NOT NULL REFERENCES review_assignment (assignment_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('added', 'withdrawn', 'reminded')), happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE review_assignment_event IS 'What happened to an assignment: added after the bulk, withdrawn, reminded';

CREATE TABLE review_submission (assignment_id INTEGER PRIMARY KEY REFERENCES review_assignment (assignment_id));
COMMENT ON TABLE review_submission IS 'Assignments that were handed in; what was said is among the ballots, and nothing joins the two';

CREATE TABLE review_draft (assignment_id INTEGER PRIMARY KEY, sealed BLOB NOT NULL);
COMMENT ON TABLE review_draft IS 'What a rater has saved and not handed in, sealed with the key of the vault; gone once it is handed in';

CREATE TABLE review_ballot (ballot_id VARCHAR NOT NULL, campaign_id INTEGER NOT NULL, sealed BLOB NOT NULL);
COMMENT ON TABLE review_ballot IS 'What was said, sealed with the key of the vault, all of one length. Every ballot of a campaign is written anew under another random number at each answer, so that no order and no comparison tells the newest';
COMMENT ON COLUMN review_ballot.sealed IS 'Group, ratee, answers, comments; the rater only of superiors and of the person about oneself, which is said to them';

CREATE TABLE review_link (
    link_id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id), ratee_id VARCHAR NOT NULL,
    token_sha256 VARCHAR NOT NULL UNIQUE, issued_at TIMESTAMP NOT NULL, issued_by VARCHAR NOT NULL
);
COMMENT ON TABLE review_link IS 'An invitation for one customer, who it is for is not stored';
COMMENT ON COLUMN review_link.token_sha256 IS 'The hash of the secret in the link, which is shown once and kept nowhere';

CREATE TABLE review_link_event (
    link_id INTEGER NOT NULL REFERENCES review_link (link_id), kind VARCHAR NOT NULL CHECK (kind IN ('used', 'withdrawn')),
    happened_at TIMESTAMP, actor VARCHAR, why VARCHAR, PRIMARY KEY (link_id, kind)
);
COMMENT ON TABLE review_link_event IS 'A link was used (no moment and nobody is kept), or withdrawn';

CREATE TABLE review_figure (
    campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id), ratee_id VARCHAR NOT NULL, measure VARCHAR NOT NULL,
    rater_group VARCHAR NOT NULL, state VARCHAR NOT NULL, raters INTEGER NOT NULL, kept INTEGER NOT NULL, needed INTEGER NOT NULL,
    low DOUBLE, high DOUBLE, value DOUBLE, told_low DOUBLE, told_high DOUBLE,
    PRIMARY KEY (campaign_id, ratee_id, measure, rater_group)
);
COMMENT ON TABLE review_figure IS 'What left the vault when the campaign was drawn: per person, measure and group a figure that is safe to show, on the scale of the answers';
COMMENT ON COLUMN review_figure.measure IS 'The code of the indicator, or of the item where it has none';
COMMENT ON COLUMN review_figure.state IS 'How far it is shown, and why not: scoring/reviews/release.py';
COMMENT ON COLUMN review_figure.raters IS 'How many could judge; kept of them after trimming, needed to be shown';
COMMENT ON COLUMN review_figure.low IS 'The mean lies from here to high, and value counts; NULL where nothing is shown';
COMMENT ON COLUMN review_figure.told_low IS 'What is said of the mean of these raters, from here to told_high: of a carried figure less than it shows';

CREATE TABLE review_result (
    campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id), ratee_id VARCHAR NOT NULL, measure VARCHAR NOT NULL, total DOUBLE,
    PRIMARY KEY (campaign_id, ratee_id, measure)
);
COMMENT ON TABLE review_result IS 'The shown figures of the groups by their weights, on 0 to 100; NULL where no group counts';

CREATE TABLE review_comment (campaign_id INTEGER NOT NULL, sealed BLOB NOT NULL);
COMMENT ON TABLE review_comment IS 'Comments of groups with enough raters, each sealed with the key of the vault, in random order';

CREATE TABLE review_case (
    case_id INTEGER PRIMARY KEY, campaign_id INTEGER NOT NULL REFERENCES review_campaign (campaign_id),
    ratee_id VARCHAR NOT NULL, measure VARCHAR NOT NULL, rated DOUBLE NOT NULL, question VARCHAR NOT NULL,
    deadline TIMESTAMP NOT NULL, quorum INTEGER NOT NULL, opened_at TIMESTAMP NOT NULL, opened_by VARCHAR NOT NULL
);
COMMENT ON TABLE review_case IS 'A rating that the calibration meeting looks at: members vote blind until all are in or the deadline (UTC) has passed';
COMMENT ON COLUMN review_case.rated IS 'The total as it was drawn, on 0 to 100; it stays whatever is decided';

CREATE TABLE review_case_member (
    case_id INTEGER NOT NULL REFERENCES review_case (case_id), username VARCHAR NOT NULL, display_name VARCHAR NOT NULL,
    PRIMARY KEY (case_id, username)
);
COMMENT ON TABLE review_case_member IS 'Who votes on a case';

CREATE SEQUENCE review_case_vote_number;
CREATE TABLE review_case_vote (
    vote_id BIGINT PRIMARY KEY DEFAULT nextval('review_case_vote_number'),
    case_id INTEGER NOT NULL REFERENCES review_case (case_id), username VARCHAR NOT NULL,
    value DOUBLE NOT NULL CHECK (value BETWEEN 0 AND 100), handed_in_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE review_case_vote IS 'What a member holds the rating to be; the last one while the case is open holds';

CREATE SEQUENCE review_case_event_number;
CREATE TABLE review_case_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('review_case_event_number'),
    case_id INTEGER NOT NULL REFERENCES review_case (case_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('called-off', 'proposed', 'confirmed', 'turned-down')),
    value DOUBLE, item VARCHAR, level INTEGER, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE review_case_event IS 'What became of a case after the vote: a change proposed by one and confirmed, or turned down, by another';
COMMENT ON COLUMN review_case_event.item IS 'Of a proposal: the item and the level whose anchor is quoted';
