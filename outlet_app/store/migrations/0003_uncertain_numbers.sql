CREATE TABLE numbers_uncertain (
    range_id INTEGER NOT NULL REFERENCES number_ranges (range_id),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first),
    PRIMARY KEY (range_id, first)
) STRICT, WITHOUT ROWID;
