CREATE TABLE parcels (
    parcel_id INTEGER PRIMARY KEY,
    record_id BLOB NOT NULL UNIQUE CHECK (length(record_id) = 16),
    number TEXT NOT NULL,
    carrier TEXT NOT NULL,
    tail TEXT NOT NULL,
    shelf TEXT NOT NULL,
    place INTEGER NOT NULL,
    state TEXT NOT NULL,
    cod_fen INTEGER NOT NULL,
    collect_fen INTEGER NOT NULL,
    waybill BLOB CHECK (length(waybill) = 16),
    arrived_ms INTEGER NOT NULL,
    left_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX parcels_in_shop ON parcels (number, carrier) WHERE left_ms IS NULL;

CREATE UNIQUE INDEX parcels_on_shelf ON parcels (shelf, place) WHERE left_ms IS NULL;

CREATE INDEX parcels_by_number ON parcels (number);

CREATE INDEX parcels_by_code ON parcels (shelf, place, left_ms);

CREATE INDEX parcels_by_tail ON parcels (tail, left_ms, parcel_id) WHERE tail <> '';

CREATE INDEX parcels_waiting ON parcels (state, arrived_ms) WHERE left_ms IS NULL;

CREATE INDEX parcels_of_waybill ON parcels (waybill) WHERE waybill IS NOT NULL;

CREATE TABLE shelves (
    shelf TEXT PRIMARY KEY,
    last_place INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE former_places (
    shelf TEXT NOT NULL,
    place INTEGER NOT NULL,
    freed_ms INTEGER NOT NULL,
    parcel_id INTEGER NOT NULL REFERENCES parcels (parcel_id),
    PRIMARY KEY (shelf, place, freed_ms, parcel_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE handover_lists (
    list_id INTEGER PRIMARY KEY,
    record_id BLOB NOT NULL UNIQUE CHECK (length(record_id) = 16),
    carrier TEXT NOT NULL,
    opened_ms INTEGER NOT NULL,
    closed_ms INTEGER
) STRICT;

CREATE UNIQUE INDEX handover_lists_open ON handover_lists (carrier) WHERE closed_ms IS NULL;

CREATE INDEX handover_lists_by_time ON handover_lists (closed_ms) WHERE closed_ms IS NOT NULL;

CREATE TABLE handover_items (
    list_id INTEGER NOT NULL REFERENCES handover_lists (list_id),
    position INTEGER NOT NULL,
    record_id BLOB NOT NULL CHECK (length(record_id) = 16),
    thing TEXT NOT NULL CHECK (thing IN ('waybill', 'parcel')),
    way TEXT NOT NULL CHECK (way IN ('code', 'bars', 'typed')),
    PRIMARY KEY (list_id, position)
) STRICT, WITHOUT ROWID;

CREATE UNIQUE INDEX handover_items_by_record ON handover_items (record_id, list_id);

CREATE TABLE carrier_settings (
    code TEXT PRIMARY KEY,
    settings TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE sort_codes (
    carrier TEXT NOT NULL,
    province TEXT NOT NULL,
    city TEXT NOT NULL,
    district TEXT NOT NULL,
    code TEXT NOT NULL,
    PRIMARY KEY (carrier, province, city, district)
) STRICT, WITHOUT ROWID;

CREATE TABLE numbers_returned (
    range_id INTEGER NOT NULL REFERENCES number_ranges (range_id),
    first INTEGER NOT NULL,
    last INTEGER NOT NULL CHECK (last >= first),
    PRIMARY KEY (range_id, first)
) STRICT, WITHOUT ROWID;

CREATE INDEX acts_of_reviews ON acts (n) WHERE kind = 'flag_ticked' OR kind = 'flag_muted' OR kind = 'reviewed';
