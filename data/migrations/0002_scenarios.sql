CREATE TABLE scenario (
    scenario_id INTEGER PRIMARY KEY, code VARCHAR NOT NULL, version INTEGER NOT NULL, name VARCHAR NOT NULL, weights JSON NOT NULL,
    note VARCHAR, created_at TIMESTAMP NOT NULL, created_by VARCHAR NOT NULL,
    FOREIGN KEY (code, version) REFERENCES scheme_version (code, version), UNIQUE (code, name)
);
COMMENT ON TABLE scenario IS 'Weights tried and kept under a name, with the version they were set beside; never changed';
