-- What results pay: runs, the ledger, payroll files, risk checks before release, clawback, statements for those who left.

CREATE TABLE pay_run (
    run_id INTEGER PRIMARY KEY, period VARCHAR NOT NULL, number INTEGER NOT NULL, sheet_id INTEGER NOT NULL REFERENCES score_sheet (sheet_id),
    code VARCHAR NOT NULL, version INTEGER NOT NULL, content JSON NOT NULL, sha256 VARCHAR NOT NULL,
    proposed_at TIMESTAMP NOT NULL, proposed_by VARCHAR NOT NULL, note VARCHAR NOT NULL, UNIQUE (period, number)
);
COMMENT ON TABLE pay_run IS 'A pay run of a period as it was proposed: everybody''s lines, frozen; a later run of the period pays differences only';
COMMENT ON COLUMN pay_run.content IS 'What each person gets by each line, what is held back, and the figures that it came of';
CREATE SEQUENCE pay_run_event_number;
CREATE TABLE pay_run_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('pay_run_event_number'), run_id INTEGER NOT NULL REFERENCES pay_run (run_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('approved', 'turned-down', 'withdrawn', 'posted')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE pay_run_event IS 'The life of a run: the second approval posts it to the ledger';

CREATE SEQUENCE ledger_entry_number;
CREATE TABLE ledger_entry (
    entry_id BIGINT PRIMARY KEY DEFAULT nextval('ledger_entry_number'), document VARCHAR NOT NULL, period VARCHAR NOT NULL, manager_id VARCHAR NOT NULL,
    line VARCHAR NOT NULL, instalment INTEGER NOT NULL, kind VARCHAR NOT NULL
        CHECK (kind IN ('granted', 'advanced', 'settled', 'held', 'released', 'forfeited', 'clawed-back', 'returned')),
    debit VARCHAR NOT NULL CHECK (debit IN ('granted', 'due', 'paid', 'held', 'forfeited', 'clawed-back')),
    credit VARCHAR NOT NULL CHECK (credit IN ('granted', 'due', 'paid', 'held', 'forfeited', 'clawed-back')),
    amount BIGINT NOT NULL, due_on DATE, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL,
    UNIQUE (document, period, manager_id, line, instalment, kind, debit), CHECK (debit <> credit), CHECK (amount <> 0)
);
COMMENT ON TABLE ledger_entry IS 'Double entry, never changed: an amount goes from one account of an origin (period, person, line) to another';
COMMENT ON COLUMN ledger_entry.document IS 'What it was posted for: run:3, check:2, clawback:1, return:1; the same document posts an entry once';
COMMENT ON COLUMN ledger_entry.instalment IS 'Which part of what is held back, from 1; 0 of everything else';
COMMENT ON COLUMN ledger_entry.debit IS 'The account that it goes to';
COMMENT ON COLUMN ledger_entry.credit IS 'The account that it comes from';
COMMENT ON COLUMN ledger_entry.amount IS 'In fen (0.01 yuan); below 0 where a correction takes back';

CREATE TABLE payroll (
    payroll_id INTEGER PRIMARY KEY, through_entry BIGINT NOT NULL, content JSON NOT NULL, sha256 VARCHAR NOT NULL,
    people INTEGER NOT NULL, total BIGINT NOT NULL, made_at TIMESTAMP NOT NULL, made_by VARCHAR NOT NULL
);
COMMENT ON TABLE payroll IS 'Files for the payroll: each holds what went to or from the paid accounts since the one before, so that nothing is paid twice';

CREATE TABLE risk_check (
    check_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL, instalment INTEGER NOT NULL,
    verdict VARCHAR NOT NULL CHECK (verdict IN ('release', 'forfeit', 'postpone')), postponed_to DATE, amount BIGINT NOT NULL,
    findings VARCHAR NOT NULL, evidence VARCHAR NOT NULL, made_at TIMESTAMP NOT NULL, made_by VARCHAR NOT NULL
);
COMMENT ON TABLE risk_check IS 'What was looked into before an instalment of a person''s deferred pay is released, and what is proposed';
CREATE SEQUENCE risk_check_event_number;
CREATE TABLE risk_check_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('risk_check_event_number'), check_id INTEGER NOT NULL REFERENCES risk_check (check_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('approved', 'turned-down', 'withdrawn')), happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE risk_check_event IS 'A second person approves a check, and its instalment moves';

CREATE TABLE clawback (
    clawback_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL, ratio DOUBLE NOT NULL, amount BIGINT NOT NULL,
    checklist JSON NOT NULL, sheet_id INTEGER NOT NULL REFERENCES score_sheet (sheet_id), made_at TIMESTAMP NOT NULL, made_by VARCHAR NOT NULL
);
COMMENT ON TABLE clawback IS 'Recovering a share of what a period paid a person, with what a court asks for';
COMMENT ON COLUMN clawback.checklist IS 'The rule in force then, announced on, receipt signed on, finding, evidence, ratio with its ground, appeal route and last day';
CREATE TABLE clawback_attachment (
    attachment_id INTEGER PRIMARY KEY, clawback_id INTEGER NOT NULL REFERENCES clawback (clawback_id), name VARCHAR NOT NULL, media VARCHAR NOT NULL,
    content BLOB NOT NULL, sha256 VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE clawback_attachment IS 'The evidence; read by the person concerned and by those who decide';
CREATE SEQUENCE clawback_event_number;
CREATE TABLE clawback_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('clawback_event_number'), clawback_id INTEGER NOT NULL REFERENCES clawback (clawback_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('approved', 'turned-down', 'withdrawn', 'objected', 'upheld', 'dismissed')),
    amount BIGINT, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE clawback_event IS 'The life of a clawback: approved by a second person, objected to, the objection upheld (and returned) or dismissed';

CREATE TABLE pay_link (
    link_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, token_sha256 VARCHAR NOT NULL UNIQUE, expires_at TIMESTAMP NOT NULL,
    made_at TIMESTAMP NOT NULL, made_by VARCHAR NOT NULL
);
COMMENT ON TABLE pay_link IS 'One-time links by which somebody who left sees the own balance';
CREATE TABLE pay_link_use (link_id INTEGER PRIMARY KEY REFERENCES pay_link (link_id), used_at TIMESTAMP NOT NULL);
COMMENT ON TABLE pay_link_use IS 'A link opens once';
