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
