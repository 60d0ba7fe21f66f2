"""What of a waybill can be revealed, for which reason, and what a scanned code turned out to be."""

from __future__ import annotations

from enum import StrEnum


class RevealField(StrEnum):
    """One part of the sealed details; never two at a time. The values stand in acts: never rename one."""

    RECIPIENT_PHONE = "recipient.phone"
    RECIPIENT_NAME = "recipient.name"
    RECIPIENT_ADDRESS = "recipient.address"
    SENDER_PHONE = "sender.phone"
    SENDER_NAME = "sender.name"
    SENDER_ADDRESS = "sender.address"
    CONTENTS = "contents"
    REMARK = "remark"


class RevealReason(StrEnum):
    """Why somebody has to know it, in the order of the keys 1 to 5. The values stand in acts: never rename one."""

    CALL = "call"
    ADDRESS_UNCLEAR = "address_unclear"
    RETURN_TO_SENDER = "return_to_sender"
    ASKED_BY_PERSON = "asked_by_person"
    OTHER = "other"


class ScanOutcome(StrEnum):
    """What a scanned label code turned out to be. Source: design, sealing, "The code on a label".

    OPENS: ours, current, its wrap stands. CLOSED: ours, but the parcel has left or its term is over. NEWER_LABEL: ours,
    and a newer label of the same waybill exists. LOST_DAYS: ours, from the days that a restore gave up. FOREIGN:
    another outlet's, or not genuine. MISFIT: ours, and its checkpoint does not fit the record. FITS: the code
    of a day sheet, which opens nothing, and the record still holds what it tells of.
    """

    OPENS = "opens"
    CLOSED = "closed"
    NEWER_LABEL = "newer_label"
    LOST_DAYS = "lost_days"
    FOREIGN = "foreign"
    MISFIT = "misfit"
    FITS = "fits"
