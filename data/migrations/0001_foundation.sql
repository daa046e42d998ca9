-- Facts are append-only: a correction is a later row; a state is the last of its events.

CREATE TABLE setting (key VARCHAR PRIMARY KEY, value VARCHAR NOT NULL);
COMMENT ON TABLE setting IS 'Settings of the branch: name_zh, name_en, demo';

CREATE TABLE import_batch (
    batch_id INTEGER PRIMARY KEY, kind VARCHAR NOT NULL, file_name VARCHAR NOT NULL, file_sha256 VARCHAR NOT NULL,
    source VARCHAR, rows_read INTEGER NOT NULL, imported_by VARCHAR NOT NULL, imported_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE import_batch IS 'One file handed in: what it was and who brought it';

CREATE TABLE batch_event (
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id),
    status VARCHAR NOT NULL CHECK (status IN ('awaiting-review', 'approved', 'rejected')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE batch_event IS 'The life of a batch; the last event is its state';

CREATE TABLE staged_row (
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id), row_no INTEGER NOT NULL,
    manager_id VARCHAR, period VARCHAR, indicator_code VARCHAR, value DOUBLE, target DOUBLE, own_value DOUBLE, payload JSON
);
COMMENT ON TABLE staged_row IS 'Rows that wait for the second person; other kinds than metrics and targets as JSON';

CREATE TABLE batch_problem (
    batch_id INTEGER NOT NULL REFERENCES import_batch (batch_id), sheet VARCHAR, row_no INTEGER, column_name VARCHAR,
    raw VARCHAR, rule VARCHAR NOT NULL, severity VARCHAR NOT NULL, params JSON
);
COMMENT ON TABLE batch_problem IS 'What was objected to in a file, by sheet, row and column as the person sees them';

CREATE TABLE team (team_id VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, name_en VARCHAR NOT NULL);
COMMENT ON TABLE team IS 'Teams of the branch';

CREATE TABLE person (
    manager_id VARCHAR NOT NULL, name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, position VARCHAR, joined_on DATE, left_on DATE,
    email VARCHAR, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE person IS 'Customer managers; the latest row of an id holds';

CREATE TABLE membership (
    manager_id VARCHAR NOT NULL, team_id VARCHAR NOT NULL REFERENCES team (team_id), starts_on DATE NOT NULL,
    batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE membership IS 'Team from a day on, until the next row';

CREATE TABLE leave_of_absence (
    manager_id VARCHAR NOT NULL, kind VARCHAR NOT NULL, from_on DATE NOT NULL, to_on DATE NOT NULL, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE leave_of_absence IS 'Leave: annual, maternity, injury, sick, other; both days included';

CREATE TABLE handover (
    receiver_id VARCHAR NOT NULL, giver_id VARCHAR, on_date DATE NOT NULL, note VARCHAR, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE handover IS 'Books of loans taken over, with the day';

CREATE TABLE indicator (
    code VARCHAR NOT NULL, name_zh VARCHAR NOT NULL, name_en VARCHAR NOT NULL, unit VARCHAR, direction VARCHAR, measure VARCHAR,
    kind VARCHAR, aliases VARCHAR, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE indicator IS 'The indicator library; the latest row of a code holds';

CREATE SEQUENCE measurement_number;
CREATE TABLE measurement (
    measurement_id BIGINT PRIMARY KEY DEFAULT nextval('measurement_number'),
    manager_id VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL, period VARCHAR NOT NULL,
    value DOUBLE, own_value DOUBLE,
    batch_id INTEGER NOT NULL, recorded_at TIMESTAMP NOT NULL, reason VARCHAR
);
COMMENT ON TABLE measurement IS 'What was measured. A later row for the same person, indicator and period supersedes; nothing is overwritten';
COMMENT ON COLUMN measurement.value IS 'In the unit of the indicator; NULL withdraws or was not measured';
COMMENT ON COLUMN measurement.own_value IS 'Without what came with a handed-over book, where the source gives it';

CREATE SEQUENCE target_number;
CREATE TABLE target (
    target_id BIGINT PRIMARY KEY DEFAULT nextval('target_number'),
    manager_id VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL, period VARCHAR NOT NULL, value DOUBLE NOT NULL CHECK (value > 0),
    batch_id INTEGER NOT NULL, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE target IS 'Personal targets; the latest row for a person, indicator and period holds';

CREATE TABLE event (
    manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL, kind VARCHAR NOT NULL CHECK (kind IN ('addition', 'deduction', 'veto')),
    points DOUBLE, reason VARCHAR, finding VARCHAR, batch_id INTEGER, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE event IS 'Additions, deductions and vetoes; finding: pending, exempt, reduced, confirmed (only the last two count)';

CREATE TABLE period_event (
    period VARCHAR NOT NULL,
    state VARCHAR NOT NULL CHECK (state IN ('collecting', 'checked', 'scored', 'notice', 'appeals', 'final')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE period_event IS 'The life of a period; the last event is its state';

CREATE TABLE scheme_version (
    code VARCHAR NOT NULL, version INTEGER NOT NULL, toml VARCHAR NOT NULL, sha256 VARCHAR NOT NULL, based_on INTEGER, note VARCHAR,
    created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL, PRIMARY KEY (code, version)
);
COMMENT ON TABLE scheme_version IS 'Versions of schemes; a stored version never changes';

CREATE TABLE scheme_event (
    code VARCHAR NOT NULL, version INTEGER NOT NULL,
    status VARCHAR NOT NULL CHECK (status IN ('draft', 'authorised', 'adopted', 'retired')),
    effective_from VARCHAR, detail JSON, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE scheme_event IS 'The life of a version: drafted, authorised by the head office, adopted from a period on, retired';

CREATE TABLE score_sheet (
    sheet_id INTEGER PRIMARY KEY, period VARCHAR NOT NULL, scheme_code VARCHAR NOT NULL, scheme_version INTEGER NOT NULL,
    engine VARCHAR NOT NULL, inputs_sha256 VARCHAR NOT NULL, frozen_at TIMESTAMP NOT NULL, frozen_by VARCHAR NOT NULL, content JSON NOT NULL
);
COMMENT ON TABLE score_sheet IS 'Frozen results of published periods';

CREATE TABLE account (username VARCHAR PRIMARY KEY, display_name VARCHAR NOT NULL, manager_id VARCHAR, created_at TIMESTAMP NOT NULL);
COMMENT ON TABLE account IS 'Local accounts';

CREATE TABLE account_event (
    username VARCHAR NOT NULL REFERENCES account (username), kind VARCHAR NOT NULL CHECK (kind IN ('password', 'role', 'disabled', 'enabled')),
    value VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE account_event IS 'Changes of accounts; passwords as argon2 hashes';

CREATE TABLE audit (
    seq BIGINT PRIMARY KEY, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, action VARCHAR NOT NULL, subject VARCHAR NOT NULL,
    detail VARCHAR NOT NULL, previous_hash VARCHAR NOT NULL, hash VARCHAR NOT NULL
);
COMMENT ON TABLE audit IS 'Who did what when; each row carries the hash of the one before';
