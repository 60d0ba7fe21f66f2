CREATE TABLE erased_ranges (
    erased_id INTEGER PRIMARY KEY,
    part TEXT NOT NULL CHECK (part IN ('masked', 'details')),
    range_id INTEGER NOT NULL,
    records BLOB NOT NULL
) STRICT;

CREATE UNIQUE INDEX erased_ranges_by_part ON erased_ranges (part, range_id);

CREATE INDEX waybills_to_empty ON waybills (left_ms) WHERE left_ms IS NOT NULL AND masked_salt <> x'';

CREATE INDEX waybills_to_erase ON waybills (accepted_ms) WHERE left_ms IS NOT NULL AND owner_wrap <> x'';

CREATE INDEX parcels_to_empty ON parcels (left_ms) WHERE left_ms IS NOT NULL AND tail <> '';

CREATE TABLE canaries (
    list_id INTEGER PRIMARY KEY,
    account_id BLOB NOT NULL UNIQUE CHECK (length(account_id) = 16),
    box BLOB NOT NULL CHECK (length(box) = 1949)
) STRICT;

DROP INDEX acts_of_statements;

DROP INDEX acts_of_people;

DROP INDEX acts_of_rewraps;

DROP INDEX acts_of_suspensions;

DROP INDEX acts_of_reviews;

CREATE INDEX acts_of_rules ON acts (n, kind) WHERE kind = 'statement_made'
    OR (kind = 'dismissed' OR kind = 'duties_accepted' OR kind = 'key_rotated')
    OR (kind = 'suspended' OR kind = 'limit_lifted')
    OR (kind = 'flag_ticked' OR kind = 'flag_muted' OR kind = 'reviewed')
    OR kind = 'canaries_sealed';

CREATE INDEX acts_of_ranges ON acts (kind, detail) WHERE kind = 'rewrapped' OR kind = 'parts_emptied' OR kind = 'details_erased';
