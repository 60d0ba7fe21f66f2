CREATE INDEX acts_of_people ON acts (n) WHERE kind IN ('dismissed', 'duties_accepted', 'key_rotated');
