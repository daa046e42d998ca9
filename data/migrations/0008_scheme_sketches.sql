-- Schemes that somebody is still making in the editor, saved at every change.

CREATE TABLE scheme_sketch (
    sketch_id INTEGER PRIMARY KEY, base_code VARCHAR, base_version INTEGER, begun_at TIMESTAMP NOT NULL, begun_by VARCHAR NOT NULL,
    FOREIGN KEY (base_code, base_version) REFERENCES scheme_version (code, version)
);
COMMENT ON TABLE scheme_sketch IS 'A scheme in the making: no version yet, and no entry of the audit before it is stored as one';
COMMENT ON COLUMN scheme_sketch.base_code IS 'The stored version it was begun from; NULL: none';

CREATE TABLE scheme_sketch_step (
    sketch_id INTEGER NOT NULL REFERENCES scheme_sketch (sketch_id), counter INTEGER NOT NULL,
    kind VARCHAR NOT NULL CHECK (kind IN ('changed', 'undone', 'redone', 'stored', 'discarded')),
    title VARCHAR NOT NULL, toml VARCHAR NOT NULL, undo_to INTEGER, redo_to INTEGER, version INTEGER,
    saved_at TIMESTAMP NOT NULL, saved_by VARCHAR NOT NULL,
    PRIMARY KEY (sketch_id, counter)
);
COMMENT ON TABLE scheme_sketch_step IS 'Every state that a sketch was saved in, from counter 1 on; the last one holds. Who saves names the counter that was seen, so that nobody saves over another''s change unknowingly';
COMMENT ON COLUMN scheme_sketch_step.toml IS 'The scheme file as it stood, faults and all';
COMMENT ON COLUMN scheme_sketch_step.undo_to IS 'The counter of the state that undoing leads back to; NULL: nothing is left to undo. redo_to likewise';
COMMENT ON COLUMN scheme_sketch_step.version IS 'Of a stored sketch the number of the draft version; NULL for other kinds';
