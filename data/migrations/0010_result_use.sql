-- What follows from a result: working days, receipt, talks, plans, training, the ladder, appeals, differences, questions.

ALTER TABLE score_sheet ADD COLUMN facts_at TIMESTAMP;
ALTER TABLE score_sheet ADD COLUMN corrections INTEGER[];
ALTER TABLE score_sheet ADD COLUMN appeal_id INTEGER;
UPDATE score_sheet SET facts_at = coalesce((
    SELECT max(a.happened_at) FROM audit a WHERE a.action = 'publish' AND a.detail->>'sheet' = score_sheet.sheet_id::VARCHAR
), frozen_at);
COMMENT ON COLUMN score_sheet.facts_at IS 'The moment whose facts it was scored from; frozen_at is when it was posted';
COMMENT ON COLUMN score_sheet.corrections IS 'Numbers of the batches approved later that count besides: those of granted appeals';
COMMENT ON COLUMN score_sheet.appeal_id IS 'The appeal that it was made for; NULL where it was published as usual';

CREATE SEQUENCE calendar_entry_number;
CREATE TABLE calendar_year (
    entry_id BIGINT PRIMARY KEY DEFAULT nextval('calendar_entry_number'), year INTEGER NOT NULL,
    announced BOOLEAN NOT NULL, source VARCHAR NOT NULL, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE calendar_year IS 'Years whose holidays the state has announced, with the notice; the last entry of a year holds';
CREATE TABLE calendar_day (
    entry_id BIGINT PRIMARY KEY DEFAULT nextval('calendar_entry_number'), day DATE NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('off', 'working', 'usual')), name VARCHAR NOT NULL, name_en VARCHAR NOT NULL,
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR NOT NULL
);
COMMENT ON TABLE calendar_day IS 'Days that are not what their weekday says; the last entry of a day holds, usual takes it back';

CREATE SEQUENCE team_superior_number;
CREATE TABLE team_superior (
    entry_id BIGINT PRIMARY KEY DEFAULT nextval('team_superior_number'), team_id VARCHAR NOT NULL, username VARCHAR,
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE team_superior IS 'Whose people a team''s members are: the last entry of a team holds, without a name it has nobody but the president';

CREATE SEQUENCE receipt_number;
CREATE TABLE receipt (
    receipt_id BIGINT PRIMARY KEY DEFAULT nextval('receipt_number'), sheet_id INTEGER NOT NULL REFERENCES score_sheet (sheet_id),
    manager_id VARCHAR NOT NULL, remark VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE receipt IS 'Who has read and signed which published result: of a new sheet beside an old one anew';

CREATE TABLE appeal (
    appeal_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL,
    sheet_id INTEGER NOT NULL REFERENCES score_sheet (sheet_id), kind VARCHAR NOT NULL CHECK (kind IN ('data', 'judgement', 'procedure')),
    subject VARCHAR NOT NULL, key JSON NOT NULL, says VARCHAR NOT NULL, wanted DOUBLE, copied JSON NOT NULL,
    decide_by DATE NOT NULL, filed_at TIMESTAMP NOT NULL, filed_by VARCHAR NOT NULL
);
COMMENT ON TABLE appeal IS 'An objection to a figure of a published result, or to how it came about';
COMMENT ON COLUMN appeal.subject IS 'The table of facts that the figure stands in: measurement, target, event; result where it is about the whole';
COMMENT ON COLUMN appeal.key IS 'The key of the fact in that table';
COMMENT ON COLUMN appeal.wanted IS 'What the person says it should be; NULL where that is not a number';
COMMENT ON COLUMN appeal.copied IS 'As it was filed: the row, its batch, the rule with the version''s hash, score and total as published and as asked for';

CREATE TABLE appeal_attachment (
    attachment_id INTEGER PRIMARY KEY, appeal_id INTEGER NOT NULL REFERENCES appeal (appeal_id), name VARCHAR NOT NULL, media VARCHAR NOT NULL,
    content BLOB NOT NULL, sha256 VARCHAR NOT NULL, added_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE appeal_attachment IS 'What is shown as proof; read by the person and by those who decide';

CREATE SEQUENCE appeal_event_number;
CREATE TABLE appeal_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('appeal_event_number'), appeal_id INTEGER NOT NULL REFERENCES appeal (appeal_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('taken', 'handed-on', 'asked', 'answered', 'proposed', 'sent-back', 'granted', 'turned-down', 'withdrawn')),
    detail JSON, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE appeal_event IS 'The life of an appeal; asked and answered apart the last event is its state';
COMMENT ON COLUMN appeal_event.detail IS 'taken, handed-on: the reviewer; proposed: the value; granted: batch and sheets';

CREATE SEQUENCE result_difference_number;
CREATE TABLE result_difference (
    entry_id BIGINT PRIMARY KEY DEFAULT nextval('result_difference_number'), batch_id INTEGER NOT NULL, period VARCHAR NOT NULL,
    manager_id VARCHAR NOT NULL, sheet_id INTEGER, total_before DOUBLE, total_after DOUBLE, rank_before DOUBLE, rank_after DOUBLE,
    grade_before VARCHAR, grade_after VARCHAR, posted_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE result_difference IS 'What a correction of past facts does to results, posted when it was approved';
COMMENT ON COLUMN result_difference.sheet_id IS 'The published result that it is held against, which stays as it is; NULL where the period was not published';

CREATE TABLE talk (
    talk_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, period VARCHAR NOT NULL, held_on DATE NOT NULL, held_by VARCHAR NOT NULL,
    points VARCHAR NOT NULL, advice VARCHAR NOT NULL, actions JSON NOT NULL, follow_up_on DATE, recorded_at TIMESTAMP NOT NULL
);
COMMENT ON TABLE talk IS 'A coaching talk about a period''s result, recorded by whoever held it';
COMMENT ON COLUMN talk.actions IS 'What was agreed: each with what, who and until when';
CREATE SEQUENCE talk_event_number;
CREATE TABLE talk_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('talk_event_number'), talk_id INTEGER NOT NULL REFERENCES talk (talk_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('confirmed', 'viewed-otherwise', 'followed-up', 'withdrawn')),
    says VARCHAR, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE talk_event IS 'What became of a talk: the manager confirms it or adds another view, it is followed up, or recorded in error';

CREATE TABLE plan (
    plan_id INTEGER PRIMARY KEY, manager_id VARCHAR NOT NULL, talk_id INTEGER REFERENCES talk (talk_id), period VARCHAR NOT NULL,
    created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL
);
COMMENT ON TABLE plan IS 'An improvement plan; what it asks stands in its revisions';
CREATE TABLE plan_goal (
    plan_id INTEGER NOT NULL REFERENCES plan (plan_id), revision INTEGER NOT NULL, place INTEGER NOT NULL, indicator_code VARCHAR NOT NULL,
    baseline DOUBLE NOT NULL, baseline_period VARCHAR NOT NULL, target DOUBLE NOT NULL, begins_on DATE NOT NULL, ends_on DATE NOT NULL,
    PRIMARY KEY (plan_id, revision, place)
);
COMMENT ON TABLE plan_goal IS 'A goal of a revision of a plan: an indicator, where it stood and where it is to be; progress is read from the facts';
CREATE SEQUENCE plan_event_number;
CREATE TABLE plan_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('plan_event_number'), plan_id INTEGER NOT NULL REFERENCES plan (plan_id), revision INTEGER NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('drawn-up', 'changed', 'signed', 'met', 'partly-met', 'not-met', 'called-off')),
    happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE plan_event IS 'The life of a plan: a revision runs once manager and superior have signed it';

CREATE TABLE course (
    course_id INTEGER PRIMARY KEY, name VARCHAR NOT NULL, name_en VARCHAR NOT NULL, hours DOUBLE NOT NULL, indicators JSON NOT NULL,
    created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL
);
COMMENT ON TABLE course IS 'The training catalogue; indicators are the codes of what it is to strengthen';
CREATE SEQUENCE course_event_number;
CREATE TABLE course_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('course_event_number'), course_id INTEGER NOT NULL REFERENCES course (course_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('retired', 'offered', 'declined', 'done', 'withdrawn')), manager_id VARCHAR, talk_id INTEGER,
    on_day DATE, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL, why VARCHAR
);
COMMENT ON TABLE course_event IS 'What happens with a course: retired from the catalogue; offered to a manager, declined, done, withdrawn';

CREATE TABLE ladder (version INTEGER PRIMARY KEY, toml VARCHAR NOT NULL, created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL, why VARCHAR NOT NULL);
COMMENT ON TABLE ladder IS 'The career ladder: posts and what each asks, in the expression language of schemes; the last version holds';

CREATE TABLE question (
    question_id INTEGER PRIMARY KEY, code VARCHAR NOT NULL, version INTEGER NOT NULL, article INTEGER, says VARCHAR NOT NULL,
    asked_at TIMESTAMP NOT NULL, asked_by VARCHAR NOT NULL
);
COMMENT ON TABLE question IS 'A question about a version of the scheme, or an article of its handbook';
CREATE SEQUENCE question_event_number;
CREATE TABLE question_event (
    event_id BIGINT PRIMARY KEY DEFAULT nextval('question_event_number'), question_id INTEGER NOT NULL REFERENCES question (question_id),
    kind VARCHAR NOT NULL CHECK (kind IN ('answered', 'withdrawn')), says VARCHAR, for_all BOOLEAN NOT NULL, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE question_event IS 'Answers; those for all stand in the handbook, without who asked';

CREATE SEQUENCE comment_answer_number;
CREATE TABLE comment_answer (
    answer_id BIGINT PRIMARY KEY DEFAULT nextval('comment_answer_number'), event_id BIGINT NOT NULL,
    decision VARCHAR NOT NULL CHECK (decision IN ('taken', 'partly', 'not-taken', 'noted')), says VARCHAR NOT NULL, happened_at TIMESTAMP NOT NULL, actor VARCHAR NOT NULL
);
COMMENT ON TABLE comment_answer IS 'What was decided on a comment on a scheme (scheme_event); the last answer holds';

-- The State Council's holidays as announced up to now; what comes later is entered in the calendar.
INSERT INTO calendar_year (year, announced, source, happened_at, actor) VALUES
    (2024, true, '国办发明电〔2023〕7号', '2026-01-01', 'steelyard'),
    (2025, true, '国办发明电〔2024〕12号', '2026-01-01', 'steelyard'),
    (2026, true, '国办发明电〔2025〕7号', '2026-01-01', 'steelyard');
INSERT INTO calendar_day (day, kind, name, name_en, happened_at, actor, why) VALUES
    ('2024-01-01', 'off', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-04', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-10', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-11', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-12', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-13', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-14', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-15', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-16', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-17', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-02-18', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-04-04', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-04-05', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-04-06', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-04-07', 'working', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-04-28', 'working', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-01', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-02', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-03', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-04', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-05', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-05-11', 'working', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-06-10', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-09-14', 'working', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-09-15', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-09-16', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-09-17', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-09-29', 'working', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-01', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-02', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-03', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-04', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-05', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-06', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-07', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2024-10-12', 'working', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2023〕7号'),
    ('2025-01-01', 'off', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-01-26', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-01-28', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-01-29', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-01-30', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-01-31', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-02-01', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-02-02', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-02-03', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-02-04', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-02-08', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-04-04', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-04-05', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-04-06', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-04-27', 'working', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-01', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-02', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-03', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-04', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-05', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-05-31', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-06-01', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-06-02', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-09-28', 'working', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-01', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-02', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-03', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-04', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-05', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-06', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-07', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-08', 'off', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2025-10-11', 'working', '国庆节、中秋节', 'National Day and Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2024〕12号'),
    ('2026-01-01', 'off', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-01-02', 'off', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-01-03', 'off', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-01-04', 'working', '元旦', 'New Year''s Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-14', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-15', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-16', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-17', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-18', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-19', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-20', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-21', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-22', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-23', 'off', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-02-28', 'working', '春节', 'Spring Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-04-04', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-04-05', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-04-06', 'off', '清明节', 'Qingming Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-01', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-02', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-03', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-04', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-05', 'off', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-05-09', 'working', '劳动节', 'Labour Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-06-19', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-06-20', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-06-21', 'off', '端午节', 'Dragon Boat Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-09-20', 'working', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-09-25', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-09-26', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-09-27', 'off', '中秋节', 'Mid-Autumn Festival', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-01', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-02', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-03', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-04', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-05', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-06', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-07', 'off', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号'),
    ('2026-10-10', 'working', '国庆节', 'National Day', '2026-01-01', 'steelyard', '国办发明电〔2025〕7号');
