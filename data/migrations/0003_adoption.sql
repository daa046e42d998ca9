-- The whole life of a version, the runs it was decided on, and weights set blind by a committee.

CREATE SEQUENCE scheme_event_number;
CREATE TABLE scheme_life (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('scheme_event_number'),
    code VARCHAR NOT NULL, version INTEGER NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN (
        'draft', 'proposed', 'in-notice', 'adopted', 'retired',
        'authorised', 'approved', 'objected', 'reasoned', 'comment', 'impact-run'
    )),
    effective_from VARCHAR, detail JSON, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
INSERT INTO scheme_life (code, version, kind, effective_from, detail, happened_at, actor, why)
SELECT code, version, status, effective_from, detail, happened_at, actor, why FROM scheme_event ORDER BY happened_at;
DROP TABLE scheme_event;
ALTER TABLE scheme_life RENAME TO scheme_event;
COMMENT ON TABLE scheme_event IS 'The life of a version. The last of draft, proposed, in-notice, adopted, retired is its state; the rest is what people did meanwhile';
COMMENT ON COLUMN scheme_event.detail IS 'authorised: the reference; reasoned: the rule of the warning; impact-run and approved: the number of the run';

CREATE TABLE impact_run (
    run_id INTEGER PRIMARY KEY, code VARCHAR NOT NULL, version INTEGER NOT NULL, base_code VARCHAR NOT NULL, base_version INTEGER NOT NULL,
    scheme_sha256 VARCHAR NOT NULL, data_sha256 VARCHAR NOT NULL, engine VARCHAR NOT NULL, outcome JSON NOT NULL,
    ran_at TIMESTAMP NOT NULL, ran_by VARCHAR NOT NULL,
    FOREIGN KEY (code, version) REFERENCES scheme_version (code, version)
);
COMMENT ON TABLE impact_run IS 'What a version would have done to everybody, bound to the hash of the data and of the scheme';

CREATE TABLE weighting_round (
    round_id INTEGER PRIMARY KEY, code VARCHAR NOT NULL, version INTEGER NOT NULL, question VARCHAR NOT NULL,
    deadline TIMESTAMP NOT NULL, opened_at TIMESTAMP NOT NULL, opened_by VARCHAR NOT NULL,
    FOREIGN KEY (code, version) REFERENCES scheme_version (code, version)
);
COMMENT ON TABLE weighting_round IS 'A round in which each member of the committee sets weights alone; blind until all are in or the deadline (UTC) has passed';

CREATE TABLE round_member (
    round_id INTEGER NOT NULL REFERENCES weighting_round (round_id), username VARCHAR NOT NULL, display_name VARCHAR NOT NULL,
    PRIMARY KEY (round_id, username)
);
COMMENT ON TABLE round_member IS 'Who is asked in a round';

CREATE SEQUENCE weighting_number;
CREATE TABLE member_weighting (
    weighting_id BIGINT PRIMARY KEY DEFAULT nextval('weighting_number'),
    round_id INTEGER NOT NULL REFERENCES weighting_round (round_id), username VARCHAR NOT NULL,
    method VARCHAR NOT NULL CHECK (method IN ('points', 'ahp')), weights JSON NOT NULL, judgements JSON,
    handed_in_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE member_weighting IS 'Weights a member handed in; the last one while the round is open holds';

CREATE TABLE round_event (
    round_id INTEGER NOT NULL REFERENCES weighting_round (round_id), kind VARCHAR NOT NULL CHECK (kind IN ('called-off')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR NOT NULL
);
COMMENT ON TABLE round_event IS 'A round that was called off, with the reason';

CREATE TABLE round_scenario (
    round_id INTEGER PRIMARY KEY REFERENCES weighting_round (round_id),
    scenario_id INTEGER NOT NULL REFERENCES scenario (scenario_id)
);
COMMENT ON TABLE round_scenario IS 'The scenario that a round''s median was kept as';
