CREATE TABLE rewrapped_ranges (
    range_id INTEGER PRIMARY KEY,
    hashes BLOB NOT NULL
) STRICT;

CREATE INDEX acts_of_rewraps ON acts (detail) WHERE kind = 'rewrapped';
