CREATE TABLE outlet (
    only INTEGER PRIMARY KEY CHECK (only = 1),
    outlet_id BLOB NOT NULL CHECK (length(outlet_id) = 16),
    branch INTEGER NOT NULL CHECK (branch >= 1)
) STRICT;

CREATE TABLE acts (
    n INTEGER PRIMARY KEY,
    at_ms INTEGER NOT NULL,
    account_id BLOB NOT NULL,
    station TEXT NOT NULL,
    kind TEXT NOT NULL,
    record_id BLOB,
    detail TEXT NOT NULL,
    chain_hash BLOB NOT NULL,
    signature BLOB
) STRICT;

CREATE INDEX acts_by_record ON acts (record_id) WHERE record_id IS NOT NULL;

CREATE INDEX acts_by_time ON acts (at_ms);

CREATE INDEX acts_of_statements ON acts (n) WHERE kind = 'statement_made';

CREATE TABLE waybills (
    waybill_id INTEGER PRIMARY KEY,
    record_id BLOB NOT NULL UNIQUE CHECK (length(record_id) = 16),
    version INTEGER NOT NULL,
    number TEXT NOT NULL,
    carrier TEXT NOT NULL,
    service TEXT NOT NULL,
    state TEXT NOT NULL,
    sender_name TEXT NOT NULL,
    sender_initial TEXT NOT NULL,
    sender_phone TEXT NOT NULL,
    sender_tail TEXT NOT NULL,
    sender_province TEXT NOT NULL,
    sender_city TEXT NOT NULL,
    sender_district TEXT NOT NULL,
    sender_road TEXT NOT NULL,
    recipient_name TEXT NOT NULL,
    recipient_initial TEXT NOT NULL,
    recipient_phone TEXT NOT NULL,
    recipient_tail TEXT NOT NULL,
    recipient_province TEXT NOT NULL,
    recipient_city TEXT NOT NULL,
    recipient_district TEXT NOT NULL,
    recipient_road TEXT NOT NULL,
    category TEXT NOT NULL,
    remark TEXT NOT NULL,
    weight_g INTEGER NOT NULL,
    payment TEXT NOT NULL,
    fee_fen INTEGER NOT NULL,
    cod_fen INTEGER NOT NULL,
    declared_fen INTEGER NOT NULL,
    sort_code TEXT NOT NULL,
    accepted_ms INTEGER NOT NULL,
    left_ms INTEGER,
    masked_salt BLOB NOT NULL,
    road_salt BLOB NOT NULL,
    owner_wrap BLOB NOT NULL,
    carrier_wrap BLOB,
    details BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX waybills_in_shop ON waybills (number, carrier) WHERE left_ms IS NULL;

CREATE INDEX waybills_by_number ON waybills (number);

CREATE TABLE label_wraps (
    record_id BLOB PRIMARY KEY REFERENCES waybills (record_id),
    version INTEGER NOT NULL,
    serial INTEGER NOT NULL,
    wrap BLOB NOT NULL,
    coded INTEGER NOT NULL CHECK (coded IN (0, 1)),
    made_ms INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE statements (
    serial INTEGER PRIMARY KEY,
    text TEXT NOT NULL,
    signature BLOB NOT NULL CHECK (length(signature) = 64)
) STRICT;

CREATE TABLE settings (
    name TEXT PRIMARY KEY,
    value TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE number_ranges (
    range_id INTEGER PRIMARY KEY,
    carrier TEXT NOT NULL,
    prefix TEXT NOT NULL,
    digits INTEGER NOT NULL,
    first INTEGER NOT NULL,
    last INTEGER NOT NULL,
    next INTEGER NOT NULL
) STRICT;

CREATE TABLE numbers_set_aside (
    range_id INTEGER NOT NULL REFERENCES number_ranges (range_id),
    value INTEGER NOT NULL,
    state TEXT NOT NULL CHECK (state IN ('used', 'void')),
    PRIMARY KEY (range_id, value)
) STRICT, WITHOUT ROWID;
