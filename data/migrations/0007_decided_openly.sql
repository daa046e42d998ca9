-- Sign-ins that survive a reload, decisions bound to their run, what was tried, and what became of people's work.

CREATE TABLE sign_in (
    token_sha256 VARCHAR PRIMARY KEY, username VARCHAR NOT NULL, began_at TIMESTAMP NOT NULL, seen_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE sign_in IS 'Signed-in browsers; the token itself is known to the browser only. One that is over stands in sign_in_end, too';
COMMENT ON COLUMN sign_in.seen_at IS 'When a hand was last at it: the clock of idleness, moved on at most once a minute, no fact of record';

CREATE TABLE sign_in_end (
    token_sha256 VARCHAR PRIMARY KEY, happened_at TIMESTAMP NOT NULL,
    why VARCHAR NOT NULL CHECK (why IN ('left', 'everywhere', 'replaced', 'idle', 'disabled', 'password'))
);
COMMENT ON TABLE sign_in_end IS 'Signed out here or everywhere, replaced by another sign-in of the browser, left alone, the account disabled or its password changed';

CREATE TABLE scheme_life (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('scheme_event_number'),
    code VARCHAR NOT NULL, version INTEGER NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN (
        'draft', 'proposed', 'in-notice', 'adopted', 'retired',
        'authorised', 'authorisation-confirmed', 'approved', 'objected', 'reasoned', 'comment', 'impact-run',
        'retirement-proposed', 'retirement-approved', 'retirement-objected', 'retirement-in-notice', 'retirement-withdrawn'
    )),
    effective_from VARCHAR, detail JSON, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
INSERT INTO scheme_life (event_id, code, version, kind, effective_from, detail, happened_at, actor, why)
SELECT event_id, code, version, kind, effective_from, detail, happened_at, actor, why FROM scheme_event ORDER BY event_id;
DROP TABLE scheme_event;
ALTER TABLE scheme_life RENAME TO scheme_event;
COMMENT ON TABLE scheme_event IS 'The life of a version. The last of draft, proposed, in-notice, adopted, retired is its state; the rest is what people did meanwhile';
COMMENT ON COLUMN scheme_event.detail IS 'authorised: the reference; reasoned: the rule of the warning; impact-run and votes: the number of the run; votes: the role that voted';

ALTER TABLE weighting_round ADD COLUMN quorum INTEGER;
COMMENT ON COLUMN weighting_round.quorum IS 'How many must have handed in for the round to have a result; NULL: rounds of before quorums were asked for';

CREATE TABLE weighting (
    weighting_id BIGINT PRIMARY KEY DEFAULT nextval('weighting_number'),
    round_id INTEGER NOT NULL REFERENCES weighting_round (round_id), username VARCHAR NOT NULL,
    method VARCHAR NOT NULL CHECK (method IN ('points', 'ahp', 'best-worst')), weights JSON NOT NULL, judgements JSON,
    handed_in_at TIMESTAMP NOT NULL
);
INSERT INTO weighting (weighting_id, round_id, username, method, weights, judgements, handed_in_at)
SELECT weighting_id, round_id, username, method, weights, judgements, handed_in_at FROM member_weighting ORDER BY weighting_id;
DROP TABLE member_weighting;
ALTER TABLE weighting RENAME TO member_weighting;
COMMENT ON TABLE member_weighting IS 'Weights a member handed in; the last one while the round is open holds';
COMMENT ON COLUMN member_weighting.judgements IS 'By group ("" the classes): in pairs a square, by best and worst two rows; NULL for points';

CREATE SEQUENCE weight_trial_number;
CREATE TABLE weight_trial (
    trial_id BIGINT PRIMARY KEY DEFAULT nextval('weight_trial_number'),
    code VARCHAR NOT NULL, version INTEGER NOT NULL, period VARCHAR NOT NULL, weights JSON NOT NULL, outcome JSON NOT NULL,
    gesture VARCHAR NOT NULL, note VARCHAR, tried_at TIMESTAMP NOT NULL, tried_by VARCHAR NOT NULL,
    FOREIGN KEY (code, version) REFERENCES scheme_version (code, version)
);
COMMENT ON TABLE weight_trial IS 'What was tried in the weight lab, by whom, and what it would have done: the meeting''s own trail, no decision and no entry of the audit';
COMMENT ON COLUMN weight_trial.gesture IS 'Moves of one gesture (keys on one slider) are one line of the trail: the last row of a gesture holds, with its note';

CREATE TABLE outcome (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'),
    manager_id VARCHAR NOT NULL, outcome VARCHAR NOT NULL, period VARCHAR NOT NULL, observed_on DATE NOT NULL,
    direction VARCHAR NOT NULL CHECK (direction IN ('higher', 'lower')), unit VARCHAR, value DOUBLE NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE outcome IS 'What became of the work appraised in a period, observed later: never an input of any score. The latest row of a person, outcome, period and day holds';
COMMENT ON COLUMN outcome.observed_on IS 'Later than the last day of the period, so that no score can have known it';
COMMENT ON COLUMN outcome.direction IS 'Which way is good: higher or lower; the same in all rows of an outcome';
