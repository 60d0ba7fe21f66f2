CREATE INDEX acts_of_people ON acts (n) WHERE kind = 'dismissed' OR kind = 'duties_accepted' OR kind = 'key_rotated';
