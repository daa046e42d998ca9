CREATE TABLE source_mapping (
    source VARCHAR NOT NULL, heading VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL,
    confirmed_at TIMESTAMP NOT NULL, confirmed_by VARCHAR NOT NULL
);
COMMENT ON TABLE source_mapping IS 'Which indicator a heading of a source stands for ('''': none), as a person confirmed it; the latest row holds';

CREATE TABLE audit_sample (
    sample_id INTEGER PRIMARY KEY, period VARCHAR NOT NULL, seed INTEGER NOT NULL,
    population INTEGER NOT NULL, drawn_at TIMESTAMP NOT NULL, drawn_by VARCHAR NOT NULL
);
COMMENT ON TABLE audit_sample IS 'Random samples of stored values, to be checked against the source documents';

CREATE TABLE sample_item (
    sample_id INTEGER NOT NULL REFERENCES audit_sample (sample_id), item INTEGER NOT NULL, team VARCHAR NOT NULL,
    manager_id VARCHAR NOT NULL, indicator_code VARCHAR NOT NULL, value DOUBLE NOT NULL, PRIMARY KEY (sample_id, item)
);
COMMENT ON TABLE sample_item IS 'What was drawn, with the value as it stood then';

CREATE TABLE sample_check (
    sample_id INTEGER NOT NULL, item INTEGER NOT NULL, found DOUBLE NOT NULL, note VARCHAR,
    checked_at TIMESTAMP NOT NULL, checked_by VARCHAR NOT NULL,
    FOREIGN KEY (sample_id, item) REFERENCES sample_item (sample_id, item)
);
COMMENT ON TABLE sample_check IS 'What the source document says; the latest check of an item holds';
