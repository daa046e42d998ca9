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
