CREATE INDEX waybills_by_recipient_tail ON waybills (recipient_tail, left_ms, waybill_id, recipient_initial) WHERE recipient_tail <> '';

CREATE INDEX waybills_by_sender_tail ON waybills (sender_tail, left_ms, waybill_id, sender_initial) WHERE sender_tail <> '';

CREATE INDEX acts_of_suspensions ON acts (n) WHERE kind = 'suspended' OR kind = 'limit_lifted';
