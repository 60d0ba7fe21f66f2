"""The kinds of acts in seven groups, as the owner looks for them."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind as Kind

if TYPE_CHECKING:
    from collections.abc import Mapping


class ActGroup(StrEnum):
    """What an act is about."""

    SIGN_INS = "sign_ins"
    PARCELS = "parcels"
    LABELS = "labels"
    REVEALS = "reveals"
    SETTINGS = "settings"
    STAFF = "staff"
    FAULTS = "faults"


KINDS: Mapping[ActGroup, frozenset[Kind]] = MappingProxyType(
    {
        ActGroup.SIGN_INS: frozenset(
            {
                Kind.SIGNED_IN,
                Kind.SIGN_IN_REFUSED,
                Kind.LOCKED,
                Kind.UNLOCKED,
                Kind.CHANGED_PERSON,
                Kind.SIGNED_OUT,
            }
        ),
        ActGroup.PARCELS: frozenset(
            {
                Kind.ACCEPTED,
                Kind.LISTED,
                Kind.UNLISTED,
                Kind.LIST_OPENED,
                Kind.LIST_CLOSED,
                Kind.HANDED_OVER,
                Kind.ARRIVED,
                Kind.MOVED,
                Kind.ARRIVAL_CORRECTED,
                Kind.ARRIVAL_UNDONE,
                Kind.COLLECTED,
                Kind.COLLECTION_REFUSED,
                Kind.COLLECTION_UNDONE,
                Kind.RETURNED,
                Kind.REFUSED,
                Kind.FORWARDED,
                Kind.LOST,
                Kind.CANCELLED,
                Kind.FILE_IMPORTED,
                Kind.HANDOVER_WRITTEN,
                Kind.CASH_COUNTED,
                Kind.DAY_ENDED,
            }
        ),
        ActGroup.LABELS: frozenset(
            {
                Kind.LABEL_TAKEN,
                Kind.PRINTED,
                Kind.PRINT_FAILED,
                Kind.PRINTED_WITHOUT_CODE,
                Kind.TEST_PRINTED,
                Kind.RELABELLED,
                Kind.LABEL_WRAP_ERASED,
            }
        ),
        ActGroup.REVEALS: frozenset(
            {
                Kind.SEARCHED,
                Kind.REVEALED,
                Kind.REVEAL_REFUSED,
                Kind.COPIED,
                Kind.OPENED_FOR_CORRECTION,
                Kind.CORRECTED,
                Kind.PARTS_EMPTIED,
                Kind.DETAILS_ERASED,
            }
        ),
        ActGroup.SETTINGS: frozenset(
            {
                Kind.OUTLET_FOUNDED,
                Kind.STATEMENT_MADE,
                Kind.SETTING_CHANGED,
                Kind.NUMBERS_ENTERED,
                Kind.NUMBER_VOIDED,
                Kind.NUMBERS_RETURNED,
                Kind.NUMBERS_SETTLED,
                Kind.LIMIT_LIFTED,
                Kind.KEY_ROTATED,
                Kind.CARD_REPLACED,
                Kind.SHEET_REPLACED,
                Kind.SEED_REPLACED,
                Kind.REWRAPPED,
                Kind.WRAPS_TRIED,
                Kind.BACKUP_MADE,
                Kind.BACKUP_CHECKED,
                Kind.RESTORED,
                Kind.SALVAGED,
                Kind.UPGRADED,
                Kind.REPORT_MADE,
                Kind.RECORD_VERIFIED,
                Kind.FLAG_TICKED,
                Kind.FLAG_MUTED,
                Kind.REVIEWED,
                Kind.CANARIES_SEALED,
            }
        ),
        ActGroup.STAFF: frozenset(
            {
                Kind.ACCOUNT_INVITED,
                Kind.INVITATION_ACCEPTED,
                Kind.ACCOUNT_RESET,
                Kind.DUTIES_ACCEPTED,
                Kind.ROLE_CHANGED,
                Kind.DISMISSED,
                Kind.PASSWORD_CHANGED,
                Kind.PIN_CHANGED,
                Kind.SUSPENDED,
            }
        ),
        ActGroup.FAULTS: frozenset(
            {
                Kind.CLOCK_MOVED,
                Kind.DATE_CONFIRMED,
                Kind.INTEGRITY_FAULT,
                Kind.REMOTE_SESSION_SEEN,
                Kind.FOREIGN_LABEL_SCANNED,
                Kind.MISMATCH_ACKNOWLEDGED,
            }
        ),
    }
)
"""Every kind stands in exactly one group."""
