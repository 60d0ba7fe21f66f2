"""Hand-over lists: the parcels scanned for one carrier's truck, and what became of each scan."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime


class HandoverWay(StrEnum):
    """How a parcel came onto its list. The values stand in rows and acts: never rename one.

    CODE: its coded label, whose checkpoint was held against the record. BARS: the Code 128. TYPED: by hand.
    """

    CODE = "code"
    BARS = "bars"
    TYPED = "typed"


class HandoverThing(StrEnum):
    """What stands on a list: a waybill accepted here, or an arrived parcel that was refused and goes back."""

    WAYBILL = "waybill"
    PARCEL = "parcel"


class PutOnOutcome(StrEnum):
    """What became of a scan. Only ON changes the list.

    ALREADY_ON: it is on this list. OTHER_CARRIER: it is another carrier's. ON_OTHER_LIST: another carrier's, and on
    that one's open list. HAS_LEFT: it is not in the shop any more. NOT_OURS: no such waybill or parcel, or not a
    genuine label of this outlet. NEWER_LABEL: its waybill has a newer label, which belongs on the parcel. LOST_DAYS: a
    label from days that the record lost: the waybill is entered again. MISFIT: code or row does not fit the record,
    which is BROKEN now. NOT_TO_GO: an arrived parcel that waits for its recipient.
    """

    ON = "on"
    ALREADY_ON = "already_on"
    OTHER_CARRIER = "other_carrier"
    ON_OTHER_LIST = "on_other_list"
    HAS_LEFT = "has_left"
    NOT_OURS = "not_ours"
    NEWER_LABEL = "newer_label"
    LOST_DAYS = "lost_days"
    MISFIT = "misfit"
    NOT_TO_GO = "not_to_go"


@dataclass(frozen=True, slots=True)
class HandoverList:
    """One list of one carrier. Times are UTC; `closed_at` is None while it is open.

    `list_id` is 16 random bytes and stands in acts as their record; `number` counts the outlet's lists from 1.
    `weight_g` is that of its waybills: of an arrived parcel no weight is known.
    """

    list_id: bytes
    number: int
    carrier: str
    opened_at: datetime
    closed_at: datetime | None
    count: int
    weight_g: int


@dataclass(frozen=True, slots=True)
class HandoverItem:
    """One parcel on a list. `position` rises with each scan and is never given twice; `weight_g` is 0 where unknown."""

    record_id: bytes
    number: str
    thing: HandoverThing
    way: HandoverWay
    position: int
    weight_g: int


@dataclass(frozen=True, slots=True)
class PutOn:
    """What became of one scan. `number` is the parcel's, empty where none was read.

    `list` is the list as it stands now, `item` the parcel's row on it, of ON and ALREADY_ON. `carrier` is the parcel's
    own, where it is known; `left_at` (UTC) when it left, of HAS_LEFT.
    """

    outcome: PutOnOutcome
    number: str = ""
    list: HandoverList | None = None
    item: HandoverItem | None = None
    carrier: str = ""
    left_at: datetime | None = None
