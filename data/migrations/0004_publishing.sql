CREATE SEQUENCE period_event_number;
CREATE TABLE numbered_period_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('period_event_number'), period VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('collecting', 'checked', 'scored', 'notice', 'appeals', 'final')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
INSERT INTO numbered_period_event (period, state, happened_at, actor, why)
SELECT period, state, happened_at, actor, why FROM period_event ORDER BY happened_at, rowid;
DROP TABLE period_event;
ALTER TABLE numbered_period_event RENAME TO period_event;
COMMENT ON TABLE period_event IS 'The life of a period; the last event is its state';

DROP TABLE score_sheet;
CREATE TABLE score_sheet (
    sheet_id INTEGER PRIMARY KEY, period VARCHAR NOT NULL, scheme_code VARCHAR NOT NULL, scheme_version INTEGER NOT NULL,
    engine VARCHAR NOT NULL, inputs_sha256 VARCHAR NOT NULL, frozen_at TIMESTAMP NOT NULL, frozen_by VARCHAR NOT NULL,
    content JSON NOT NULL, content_sha256 VARCHAR NOT NULL
);
COMMENT ON TABLE score_sheet IS 'Frozen results of published periods: scheme, people, inputs and results in one text with its hash; never changed, a period that is published again has several';
