CREATE TABLE erased_ranges (
    erased_id INTEGER PRIMARY KEY,
    part TEXT NOT NULL CHECK (part IN ('masked', 'details')),
    range_id INTEGER NOT NULL,
    records BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX erased_ranges_by_part ON erased_ranges (part, range_id);

CREATE INDEX acts_of_erasing ON acts (detail) WHERE kind = 'parts_emptied' OR kind = 'details_erased';

CREATE INDEX waybills_to_empty ON waybills (left_ms) WHERE left_ms IS NOT NULL AND masked_salt <> x'';

CREATE INDEX waybills_to_erase ON waybills (accepted_ms) WHERE left_ms IS NOT NULL AND owner_wrap <> x'';

CREATE INDEX parcels_to_empty ON parcels (left_ms) WHERE left_ms IS NOT NULL AND tail <> '';

CREATE TABLE canaries (
    list_id INTEGER PRIMARY KEY,
    account_id BLOB NOT NULL UNIQUE CHECK (length(account_id) = 16),
    box BLOB NOT NULL CHECK (length(box) = 1949)
) STRICT;

CREATE INDEX acts_of_canaries ON acts (n) WHERE kind = 'canaries_sealed';
