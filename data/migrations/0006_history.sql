-- Every fact has a number (the order of recording), a key whose latest row holds, and can be withdrawn.
-- States are ordered by numbers too: a clock that was set back must not decide what holds.

CREATE SEQUENCE fact_number;

CREATE TABLE person_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), manager_id VARCHAR NOT NULL, from_on DATE NOT NULL,
    name VARCHAR, name_en VARCHAR, position VARCHAR, email VARCHAR,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE person_record IS 'What people are called and do, from a day on; an empty column: as before. The latest row of a person and day holds';
INSERT INTO person_record (manager_id, from_on, name, name_en, position, email, batch_id, recorded_at)
SELECT manager_id, DATE '1900-01-01', name, name_en, position, email, batch_id, recorded_at FROM person ORDER BY recorded_at, rowid;

CREATE TABLE employment (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), manager_id VARCHAR NOT NULL, spell INTEGER NOT NULL,
    joined_on DATE, left_on DATE,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE employment IS 'Spells of employment: joined, left, came back; both days included. The latest row of a person and spell holds';
INSERT INTO employment (manager_id, spell, joined_on, left_on, batch_id, recorded_at)
SELECT manager_id, 1, joined_on, left_on, batch_id, recorded_at FROM person ORDER BY recorded_at, rowid;
DROP TABLE person;

CREATE TABLE team_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), team_id VARCHAR NOT NULL, from_on DATE NOT NULL,
    name VARCHAR NOT NULL, name_en VARCHAR NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE team_record IS 'What teams are called, from a day on. The latest row of a team and day holds';
INSERT INTO team_record (team_id, from_on, name, name_en, recorded_at)
SELECT team_id, DATE '1900-01-01', name, name_en,
    coalesce((SELECT min(m.recorded_at) FROM membership m WHERE m.team_id = team.team_id), TIMESTAMP '2000-01-01')
FROM team ORDER BY rowid;

CREATE TABLE member_of (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), manager_id VARCHAR NOT NULL, starts_on DATE NOT NULL,
    team_id VARCHAR NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
INSERT INTO member_of (manager_id, starts_on, team_id, batch_id, recorded_at)
SELECT manager_id, starts_on, team_id, batch_id, recorded_at FROM membership ORDER BY recorded_at, rowid;
DROP TABLE membership;
DROP TABLE team;
ALTER TABLE member_of RENAME TO membership;
COMMENT ON TABLE membership IS 'Team from a day on, until the next one. The latest row of a person and day holds';

CREATE TABLE leave_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), manager_id VARCHAR NOT NULL, from_on DATE NOT NULL,
    to_on DATE NOT NULL, kind VARCHAR NOT NULL,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
INSERT INTO leave_record (manager_id, from_on, to_on, kind, recorded_at)
SELECT manager_id, from_on, to_on, kind, recorded_at FROM leave_of_absence ORDER BY recorded_at, rowid;
DROP TABLE leave_of_absence;
ALTER TABLE leave_record RENAME TO leave_of_absence;
COMMENT ON TABLE leave_of_absence IS 'Leave: annual, maternity, injury, sick, other; both days included. The latest row of a person and first day holds';

CREATE TABLE handover_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), receiver_id VARCHAR NOT NULL, giver_id VARCHAR, on_date DATE NOT NULL,
    note VARCHAR,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
INSERT INTO handover_record (receiver_id, giver_id, on_date, note, recorded_at)
SELECT receiver_id, giver_id, on_date, note, recorded_at FROM handover ORDER BY recorded_at, rowid;
DROP TABLE handover;
ALTER TABLE handover_record RENAME TO handover;
COMMENT ON TABLE handover IS 'Books of loans taken over, with the day. The latest row of receiver, giver and day holds';

CREATE TABLE event_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('addition', 'deduction', 'veto')), identity VARCHAR NOT NULL,
    points DOUBLE, reason VARCHAR, document VARCHAR, finding VARCHAR,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
-- Two events alike that are stored already both count, as they did: the second keeps an identity of its own.
INSERT INTO event_record (manager_id, period, kind, identity, points, reason, finding, batch_id, recorded_at)
SELECT manager_id, period, kind, alike || CASE WHEN again > 1 THEN '(' || again || ')' ELSE '' END, points, reason, finding, batch_id, recorded_at
FROM (
    SELECT *, alike(coalesce(reason, '')) AS alike, rowid AS place,
        row_number() OVER (PARTITION BY manager_id, period, kind, alike(coalesce(reason, '')) ORDER BY recorded_at, rowid) AS again
    FROM event
) ORDER BY recorded_at, place;
DROP TABLE event;
ALTER TABLE event_record RENAME TO event;
COMMENT ON TABLE event IS 'Additions, deductions and vetoes; finding: pending, exempt, reduced, confirmed (only the last two count). The latest row of a person, period, kind and identity holds';
COMMENT ON COLUMN event.identity IS 'The document''s number, or else the reason, without blanks and case: what makes two events one';

CREATE TABLE indicator_record (
    fact_id BIGINT PRIMARY KEY DEFAULT nextval('fact_number'), code VARCHAR NOT NULL,
    name_zh VARCHAR, name_en VARCHAR, unit VARCHAR, direction VARCHAR, measure VARCHAR, kind VARCHAR, aliases VARCHAR,
    withdrawn BOOLEAN NOT NULL DEFAULT false, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
INSERT INTO indicator_record (code, name_zh, name_en, unit, direction, measure, kind, aliases, batch_id, recorded_at)
SELECT code, name_zh, name_en, unit, direction, measure, kind, aliases, batch_id, recorded_at FROM indicator ORDER BY recorded_at, rowid;
DROP TABLE indicator;
ALTER TABLE indicator_record RENAME TO indicator;
COMMENT ON TABLE indicator IS 'The indicator library; the latest row of a code holds';

CREATE TABLE target_record (
    target_id BIGINT PRIMARY KEY DEFAULT nextval('target_number'),
    manager_id VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL, period VARCHAR NOT NULL, value DOUBLE,
    batch_id INTEGER NOT NULL, recorded_at TIMESTAMP NOT NULL, reason VARCHAR
);
INSERT INTO target_record (target_id, manager_id, indicator_code, period, value, batch_id, recorded_at)
SELECT target_id, manager_id, indicator_code, period, value, batch_id, recorded_at FROM target ORDER BY target_id;
DROP TABLE target;
ALTER TABLE target_record RENAME TO target;
COMMENT ON TABLE target IS 'Personal targets; the latest row for a person, indicator and period holds';
COMMENT ON COLUMN target.value IS 'In the unit of the indicator; NULL withdraws: the scheme''s own target holds again';

ALTER TABLE staged_row ADD COLUMN says_value BOOLEAN;
ALTER TABLE staged_row ADD COLUMN says_target BOOLEAN;
UPDATE staged_row SET says_value = (SELECT kind = 'metrics' FROM import_batch b WHERE b.batch_id = staged_row.batch_id),
    says_target = coalesce(target > 0 AND NOT isnan(target), false);
COMMENT ON COLUMN staged_row.says_value IS 'Whether the row states a value: an empty one is then missing, or withdraws';
COMMENT ON COLUMN staged_row.says_target IS 'Whether the row states a personal target: an empty one withdraws it';
ALTER TABLE batch_problem ADD COLUMN count INTEGER DEFAULT 1;
COMMENT ON COLUMN batch_problem.count IS 'How many cells it stands for';

ALTER TABLE import_batch ADD COLUMN undoes INTEGER;
UPDATE import_batch SET undoes = try_cast(substr(file_name, 6) AS INTEGER) WHERE file_name LIKE 'undo-%' AND file_sha256 = '';
COMMENT ON COLUMN import_batch.undoes IS 'The batch whose facts this one takes back';

CREATE SEQUENCE batch_event_number;
CREATE TABLE numbered_batch_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('batch_event_number'),
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    status VARCHAR NOT NULL CHECK (status IN ('arrived', 'awaiting-review', 'approved', 'rejected')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
INSERT INTO numbered_batch_event (batch_id, status, happened_at, actor, why)
SELECT batch_id, status, happened_at, actor, why FROM batch_event ORDER BY happened_at, rowid;
DROP TABLE batch_event;
ALTER TABLE numbered_batch_event RENAME TO batch_event;
COMMENT ON TABLE batch_event IS 'The life of a batch; the last event is its state. arrived: nobody answers for it yet; awaiting-review: the actor brought it or answers for it';

CREATE SEQUENCE account_event_number;
CREATE TABLE numbered_account_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('account_event_number'),
    username VARCHAR NOT NULL REFERENCES account (username), kind VARCHAR NOT NULL CHECK (kind IN ('password', 'role', 'disabled', 'enabled')),
    value VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
INSERT INTO numbered_account_event (username, kind, value, happened_at, actor)
SELECT username, kind, value, happened_at, actor FROM account_event ORDER BY happened_at, rowid;
DROP TABLE account_event;
ALTER TABLE numbered_account_event RENAME TO account_event;
COMMENT ON TABLE account_event IS 'Changes of accounts; passwords as argon2 hashes; the last of a kind holds';

CREATE SEQUENCE source_mapping_number;
CREATE TABLE numbered_source_mapping (
    mapping_id BIGINT PRIMARY KEY DEFAULT nextval('source_mapping_number'),
    source VARCHAR NOT NULL, heading VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL,
    confirmed_at TIMESTAMP NOT NULL, confirmed_by VARCHAR NOT NULL
);
INSERT INTO numbered_source_mapping (source, heading, indicator_code, confirmed_at, confirmed_by)
SELECT source, heading, indicator_code, confirmed_at, confirmed_by FROM source_mapping ORDER BY confirmed_at, rowid;
DROP TABLE source_mapping;
ALTER TABLE numbered_source_mapping RENAME TO source_mapping;
COMMENT ON TABLE source_mapping IS 'Which indicator a heading of a source stands for ('''': none), as a person confirmed it; the latest row holds';

CREATE SEQUENCE sample_check_number;
CREATE TABLE numbered_sample_check (
    check_id BIGINT PRIMARY KEY DEFAULT nextval('sample_check_number'),
    sample_id INTEGER NOT NULL, item INTEGER NOT NULL, found DOUBLE NOT NULL, note VARCHAR,
    checked_at TIMESTAMP NOT NULL, checked_by VARCHAR NOT NULL,
    FOREIGN KEY (sample_id, item) REFERENCES sample_item (sample_id, item)
);
INSERT INTO numbered_sample_check (sample_id, item, found, note, checked_at, checked_by)
SELECT sample_id, item, found, note, checked_at, checked_by FROM sample_check ORDER BY checked_at, rowid;
DROP TABLE sample_check;
ALTER TABLE numbered_sample_check RENAME TO sample_check;
COMMENT ON TABLE sample_check IS 'What the source document says; the latest check of an item holds';

CREATE VIEW person AS
WITH record AS (
    SELECT * FROM person_record QUALIFY row_number() OVER (PARTITION BY manager_id, from_on ORDER BY fact_id DESC) = 1
), spell AS (
    SELECT * FROM employment QUALIFY row_number() OVER (PARTITION BY manager_id, spell ORDER BY fact_id DESC) = 1
)
SELECT r.manager_id, r.name, r.name_en, r.position, s.joined_on, s.left_on, r.email FROM (
    SELECT manager_id, last(name ORDER BY from_on) FILTER (name IS NOT NULL) AS name,
        last(name_en ORDER BY from_on) FILTER (name_en IS NOT NULL) AS name_en,
        last(position ORDER BY from_on) FILTER (position IS NOT NULL) AS position,
        last(email ORDER BY from_on) FILTER (email IS NOT NULL) AS email
    FROM record WHERE NOT withdrawn GROUP BY manager_id
) r LEFT JOIN (
    SELECT manager_id, last(joined_on ORDER BY spell) AS joined_on, last(left_on ORDER BY spell) AS left_on
    FROM spell WHERE NOT withdrawn GROUP BY manager_id
) s USING (manager_id);
COMMENT ON VIEW person IS 'People as they are known now: the last of each thing that is said of them, and the last spell of employment';

CREATE VIEW team AS
SELECT team_id, last(name ORDER BY from_on) AS name, last(name_en ORDER BY from_on) AS name_en FROM (
    SELECT * FROM team_record QUALIFY row_number() OVER (PARTITION BY team_id, from_on ORDER BY fact_id DESC) = 1
) WHERE NOT withdrawn GROUP BY team_id;
COMMENT ON VIEW team IS 'Teams as they are called now';
