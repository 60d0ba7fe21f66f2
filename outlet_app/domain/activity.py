"""What was done: the kinds of acts, an act to be recorded, and an act as it stands in the record."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class ActivityKind(StrEnum):
    """Every kind of act the record knows. The values are stored and hashed: never rename one."""

    OUTLET_FOUNDED = "outlet_founded"
    SIGNED_IN = "signed_in"
    SIGN_IN_REFUSED = "sign_in_refused"
    LOCKED = "locked"
    UNLOCKED = "unlocked"
    CHANGED_PERSON = "changed_person"
    SIGNED_OUT = "signed_out"
    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    RELABELLED = "relabelled"
    LABEL_WRAP_ERASED = "label_wrap_erased"
    LABEL_TAKEN = "label_taken"
    PRINTED = "printed"
    PRINT_FAILED = "print_failed"
    PRINTED_WITHOUT_CODE = "printed_without_code"
    TEST_PRINTED = "test_printed"
    LISTED = "listed"
    UNLISTED = "unlisted"
    LIST_OPENED = "list_opened"
    LIST_CLOSED = "list_closed"
    HANDED_OVER = "handed_over"
    ARRIVED = "arrived"
    MOVED = "moved"
    ARRIVAL_CORRECTED = "arrival_corrected"
    ARRIVAL_UNDONE = "arrival_undone"
    COLLECTED = "collected"
    COLLECTION_REFUSED = "collection_refused"
    COLLECTION_UNDONE = "collection_undone"
    RETURNED = "returned"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    LOST = "lost"
    CANCELLED = "cancelled"
    SEARCHED = "searched"
    OPENED_FOR_CORRECTION = "opened_for_correction"
    REVEALED = "revealed"
    REVEAL_REFUSED = "reveal_refused"
    COPIED = "copied"
    FOREIGN_LABEL_SCANNED = "foreign_label_scanned"
    FILE_IMPORTED = "file_imported"
    NUMBERS_ENTERED = "numbers_entered"
    NUMBER_VOIDED = "number_voided"
    NUMBERS_RETURNED = "numbers_returned"
    NUMBERS_SETTLED = "numbers_settled"
    CASH_COUNTED = "cash_counted"
    DAY_ENDED = "day_ended"
    STATEMENT_MADE = "statement_made"
    ACCOUNT_INVITED = "account_invited"
    INVITATION_ACCEPTED = "invitation_accepted"
    ACCOUNT_RESET = "account_reset"
    DUTIES_ACCEPTED = "duties_accepted"
    ROLE_CHANGED = "role_changed"
    DISMISSED = "dismissed"
    PASSWORD_CHANGED = "password_changed"  # noqa: S105 - the name of an act
    PIN_CHANGED = "pin_changed"
    KEY_ROTATED = "key_rotated"
    CARD_REPLACED = "card_replaced"
    SHEET_REPLACED = "sheet_replaced"
    SEED_REPLACED = "seed_replaced"
    REWRAPPED = "rewrapped"
    WRAPS_TRIED = "wraps_tried"
    SETTING_CHANGED = "setting_changed"
    LIMIT_LIFTED = "limit_lifted"
    SUSPENDED = "suspended"
    MISMATCH_ACKNOWLEDGED = "mismatch_acknowledged"
    FLAG_TICKED = "flag_ticked"
    FLAG_MUTED = "flag_muted"
    REVIEWED = "reviewed"
    CANARIES_SEALED = "canaries_sealed"
    REPORT_MADE = "report_made"
    HANDOVER_WRITTEN = "handover_written"
    UPGRADED = "upgraded"
    BACKUP_MADE = "backup_made"
    BACKUP_CHECKED = "backup_checked"
    RESTORED = "restored"
    SALVAGED = "salvaged"
    PARTS_EMPTIED = "parts_emptied"
    DETAILS_ERASED = "details_erased"
    RECORD_VERIFIED = "record_verified"
    CLOCK_MOVED = "clock_moved"
    DATE_CONFIRMED = "date_confirmed"
    INTEGRITY_FAULT = "integrity_fault"
    REMOTE_SESSION_SEEN = "remote_session_seen"


Detail = Mapping[str, str | int]


@dataclass(frozen=True, slots=True)
class Activity:
    """An act about to be recorded. `detail` holds words, counts and hashes, never anything about a person.

    `record_id` is the waybill concerned, or None.
    """

    kind: ActivityKind
    record_id: bytes | None = None
    detail: Detail = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Act:
    """An act as it stands in the record.

    `n` counts from 1 without a gap and is the order; `at_ms` (UTC, milliseconds) is only a column. `detail` is
    canonical JSON. `chain_hash` is 32 bytes. `signature` (64 bytes) stands on the last act of each transaction.
    """

    n: int
    at_ms: int
    account_id: bytes
    station: str
    kind: str
    record_id: bytes | None
    detail: str
    chain_hash: bytes
    signature: bytes | None
