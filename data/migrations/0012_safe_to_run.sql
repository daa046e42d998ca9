-- Accounts that are kept while the branch works: more that can happen to one, known browsers, names that wait.

CREATE TABLE account_history (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('account_event_number'),
    username VARCHAR NOT NULL REFERENCES account (username),
    kind VARCHAR NOT NULL CHECK (kind IN ('password', 'role', 'disabled', 'enabled', 'must-change', 'name', 'manager', 'identity')),
    value VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
INSERT INTO account_history (event_id, username, kind, value, happened_at, actor)
SELECT event_id, username, kind, value, happened_at, actor FROM account_event ORDER BY event_id;
DROP TABLE account_event;
ALTER TABLE account_history RENAME TO account_event;
COMMENT ON TABLE account_event IS 'Changes of accounts; passwords as argon2 hashes; the last of a kind holds, over what stands in account';
COMMENT ON COLUMN account_event.value IS 'The hash, the role, the name, the manager''s id (NULL: none any more), 1 or 0 of must-change; of an identity issuer and subject of the single sign-on; NULL of disabled and enabled';

CREATE TABLE sign_in_over (
    token_sha256 VARCHAR PRIMARY KEY, happened_at TIMESTAMP NOT NULL,
    why VARCHAR NOT NULL CHECK (why IN (
        'left', 'everywhere', 'replaced', 'idle', 'disabled', 'password', 'role', 'manager', 'administrator', 'expired', 'provider'
    ))
);
INSERT INTO sign_in_over (token_sha256, happened_at, why) SELECT token_sha256, happened_at, why FROM sign_in_end;
DROP TABLE sign_in_end;
ALTER TABLE sign_in_over RENAME TO sign_in_end;
COMMENT ON TABLE sign_in_end IS 'Signed out here, everywhere, by the administrator or at the single sign-on, replaced by another sign-in of the browser, left alone, expired, or the account was disabled, its password, role or manager''s id changed';

CREATE TABLE known_browser (
    browser_sha256 VARCHAR NOT NULL, username VARCHAR NOT NULL, seen_at TIMESTAMP NOT NULL, PRIMARY KEY (browser_sha256, username)
);
COMMENT ON TABLE known_browser IS 'Browsers in which a person has signed in with the password: their wrong tries are counted apart from those of strangers. No fact of record: the oldest are forgotten';

CREATE TABLE waiting_name (
    name_sha256 VARCHAR PRIMARY KEY, pauses INTEGER NOT NULL, until TIMESTAMP NOT NULL
);
COMMENT ON TABLE waiting_name IS 'Names that wait after wrong tries, so that a restart does not give the tries back; whether there is such an account or not. No fact of record: forgotten after a day';
COMMENT ON COLUMN waiting_name.pauses IS 'How many times in a row it had to wait';

-- Who may act for whom, from day to day.

CREATE SEQUENCE delegation_number;
CREATE TABLE delegation (
    delegation_id INTEGER PRIMARY KEY DEFAULT nextval('delegation_number'), giver VARCHAR NOT NULL, taker VARCHAR NOT NULL,
    actions VARCHAR[] NOT NULL, first_day DATE NOT NULL, last_day DATE NOT NULL, why VARCHAR NOT NULL, given_at TIMESTAMP NOT NULL,
    CHECK (giver <> taker), CHECK (first_day <= last_day)
);
COMMENT ON TABLE delegation IS 'Somebody lets another person act for them; it ends by itself after the last day';
COMMENT ON COLUMN delegation.actions IS 'What may be done for the giver, by the names of the table of permissions; the giver''s role must still grant it';
COMMENT ON COLUMN delegation.first_day IS 'Both days are included, in the branch''s time';
CREATE SEQUENCE delegation_event_number;
CREATE TABLE delegation_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('delegation_event_number'), delegation_id INTEGER NOT NULL REFERENCES delegation (delegation_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('ended')), happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR NOT NULL
);
COMMENT ON TABLE delegation_event IS 'A delegation that was taken back before its last day';

-- Measured values and targets in little room: keys are numbers, written out by views under the names that they had.
-- No index over them: nothing asks for a row by its number, and an index of hundreds of millions would be most of the file.
-- The rows are copied in the order of their numbers, which is that of their periods, without being held in memory.

CREATE TABLE person_key (person_no INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL UNIQUE);
COMMENT ON TABLE person_key IS 'The number by which measured values know a person';
CREATE TABLE indicator_key (indicator_no INTEGER PRIMARY KEY, indicator_code VARCHAR NOT NULL UNIQUE);
COMMENT ON TABLE indicator_key IS 'The number by which measured values know an indicator';
CREATE TABLE period_key (period_no INTEGER PRIMARY KEY, period VARCHAR NOT NULL UNIQUE);
COMMENT ON TABLE period_key IS 'The number by which measured values know a period';

INSERT INTO person_key (person_no, manager_id)
SELECT row_number() OVER (ORDER BY manager_id), manager_id FROM (
    SELECT manager_id FROM measurement UNION SELECT manager_id FROM target UNION SELECT manager_id FROM staged_row
) WHERE manager_id IS NOT NULL;
INSERT INTO indicator_key (indicator_no, indicator_code)
SELECT row_number() OVER (ORDER BY indicator_code), indicator_code FROM (
    SELECT indicator_code FROM measurement UNION SELECT indicator_code FROM target UNION SELECT indicator_code FROM staged_row
) WHERE indicator_code IS NOT NULL;
INSERT INTO period_key (period_no, period)
SELECT row_number() OVER (ORDER BY period), period FROM (
    SELECT period FROM measurement UNION SELECT period FROM target UNION SELECT period FROM staged_row
) WHERE period IS NOT NULL;

CREATE TABLE measured (
    number BIGINT NOT NULL DEFAULT nextval('measurement_number'),
    person_no INTEGER NOT NULL, indicator_no INTEGER NOT NULL, period_no INTEGER NOT NULL,
    value DOUBLE, own_value DOUBLE,
    batch_id INTEGER NOT NULL, recorded_at TIMESTAMP NOT NULL, reason VARCHAR
);
INSERT INTO measured (number, person_no, indicator_no, period_no, value, own_value, batch_id, recorded_at, reason)
SELECT m.measurement_id, p.person_no, i.indicator_no, d.period_no, m.value, m.own_value, m.batch_id, m.recorded_at, m.reason
FROM measurement m JOIN person_key p USING (manager_id) JOIN indicator_key i USING (indicator_code) JOIN period_key d USING (period)
ORDER BY m.measurement_id;
DROP TABLE measurement;
COMMENT ON TABLE measured IS 'What was measured, by the numbers of keys. A later row for the same person, indicator and period supersedes; nothing is overwritten';
COMMENT ON COLUMN measured.number IS 'The order of recording; a file''s rows in order of period, person and indicator';
COMMENT ON COLUMN measured.value IS 'In the unit of the indicator; NULL withdraws or was not measured';
COMMENT ON COLUMN measured.own_value IS 'Without what came with a handed-over book, where the source gives it';
CREATE VIEW measurement AS
SELECT m.number AS measurement_id, p.manager_id, i.indicator_code, d.period, m.value, m.own_value, m.batch_id, m.recorded_at, m.reason
FROM measured m JOIN person_key p USING (person_no) JOIN indicator_key i USING (indicator_no) JOIN period_key d USING (period_no);
COMMENT ON VIEW measurement IS 'What was measured, with the keys written out';

CREATE TABLE targeted (
    number BIGINT NOT NULL DEFAULT nextval('target_number'),
    person_no INTEGER NOT NULL, indicator_no INTEGER NOT NULL, period_no INTEGER NOT NULL,
    value DOUBLE, batch_id INTEGER NOT NULL, recorded_at TIMESTAMP NOT NULL, reason VARCHAR
);
INSERT INTO targeted (number, person_no, indicator_no, period_no, value, batch_id, recorded_at, reason)
SELECT t.target_id, p.person_no, i.indicator_no, d.period_no, t.value, t.batch_id, t.recorded_at, t.reason
FROM target t JOIN person_key p USING (manager_id) JOIN indicator_key i USING (indicator_code) JOIN period_key d USING (period)
ORDER BY t.target_id;
DROP TABLE target;
COMMENT ON TABLE targeted IS 'Personal targets, by the numbers of keys; the latest row for a person, indicator and period holds';
COMMENT ON COLUMN targeted.number IS 'The order of recording';
COMMENT ON COLUMN targeted.value IS 'In the unit of the indicator; NULL withdraws: the scheme''s own target holds again';
CREATE VIEW target AS
SELECT t.number AS target_id, p.manager_id, i.indicator_code, d.period, t.value, t.batch_id, t.recorded_at, t.reason
FROM targeted t JOIN person_key p USING (person_no) JOIN indicator_key i USING (indicator_no) JOIN period_key d USING (period_no);
COMMENT ON VIEW target IS 'Personal targets, with the keys written out';

CREATE TABLE staged (
    batch_id INTEGER NOT NULL, row_no INTEGER NOT NULL, person_no INTEGER, indicator_no INTEGER, period_no INTEGER,
    value DOUBLE, target DOUBLE, own_value DOUBLE, says_value BOOLEAN, says_target BOOLEAN, payload JSON
);
INSERT INTO staged (batch_id, row_no, person_no, indicator_no, period_no, value, target, own_value, says_value, says_target, payload)
SELECT s.batch_id, s.row_no, p.person_no, i.indicator_no, d.period_no, s.value, s.target, s.own_value, s.says_value, s.says_target, s.payload
FROM staged_row s LEFT JOIN person_key p USING (manager_id) LEFT JOIN indicator_key i USING (indicator_code) LEFT JOIN period_key d USING (period)
ORDER BY s.rowid;
DROP TABLE staged_row;
COMMENT ON TABLE staged IS 'Rows as they waited for the second person, by the numbers of keys; other kinds than metrics and targets as JSON';
COMMENT ON COLUMN staged.says_value IS 'Whether the row states a value: an empty one is then missing, or withdraws';
COMMENT ON COLUMN staged.says_target IS 'Whether the row states a personal target: an empty one withdraws it';
CREATE VIEW staged_row AS
SELECT s.batch_id, s.row_no, p.manager_id, d.period, i.indicator_code, s.value, s.target, s.own_value, s.says_value, s.says_target, s.payload
FROM staged s LEFT JOIN person_key p USING (person_no) LEFT JOIN indicator_key i USING (indicator_no) LEFT JOIN period_key d USING (period_no);
COMMENT ON VIEW staged_row IS 'Rows as they waited for the second person, with the keys written out';

CREATE TABLE period_count (period_no INTEGER NOT NULL, through BIGINT NOT NULL, people INTEGER NOT NULL, indicators INTEGER[] NOT NULL);
COMMENT ON TABLE period_count IS 'How many people have values in a period, and of which indicators: worked out when rows are stored; the latest row of a period holds';
COMMENT ON COLUMN period_count.through IS 'The last number of measured that was counted';
INSERT INTO period_count (period_no, through, people, indicators)
SELECT period_no, max(number), count(DISTINCT person_no) FILTER (value IS NOT NULL),
    coalesce(list(DISTINCT indicator_no) FILTER (value IS NOT NULL), [])
FROM (
    SELECT period_no, person_no, indicator_no, arg_max_null(value, number) AS value, max(number) AS number
    FROM measured GROUP BY period_no, person_no, indicator_no
) GROUP BY period_no ORDER BY max(number);

-- Rows are tied to the trail: the entry of a transaction carries the hash of its seals, each the hash of rows.
ALTER TABLE audit ADD COLUMN sealed VARCHAR;
COMMENT ON COLUMN audit.sealed IS 'SHA-256 of the entry''s seals, part of its own hash; empty where nothing was sealed, and in entries from before there were seals';

CREATE TABLE seal (
    seq BIGINT, table_name VARCHAR, first BIGINT NOT NULL, last BIGINT NOT NULL, row_count BIGINT NOT NULL,
    sha256 VARCHAR NOT NULL, columns VARCHAR NOT NULL,
    PRIMARY KEY (seq, table_name)
);
COMMENT ON TABLE seal IS 'What a transaction added to a table, by its hash; tied to the trail by the entry''s own hash';
COMMENT ON COLUMN seal.seq IS 'The entry of the trail';
COMMENT ON COLUMN seal.first IS 'The lowest number of the rows; 0 where the table is sealed whole';
COMMENT ON COLUMN seal.last IS 'The highest number of the rows; 0 where the table is sealed whole';
COMMENT ON COLUMN seal.sha256 IS 'As data/sealing/digest.py says';
COMMENT ON COLUMN seal.columns IS 'The columns that were hashed, in order';
