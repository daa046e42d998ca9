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
