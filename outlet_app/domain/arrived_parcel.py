"""A parcel that came in for somebody here: its number, carrier, tail and shelf code, and nothing else of a person."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

from outlet_app.domain.amounts import read_fen
from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.shelf_code import read_shelf, shelf_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import datetime

    from outlet_app.domain.carrier import Carrier

LONGEST_TAIL: Final = 4
"""Digits of a phone that a label shows at most."""

NO_TAIL: Final = "-"
"""What is typed in place of a tail where the label shows none, as on some letters from abroad."""

_TAIL = re.compile(rf"[0-9]{{1,{LONGEST_TAIL}}}")


class ParcelState(StrEnum):
    """Where an arrived parcel is. The values stand in rows and acts: never rename one."""

    WAITING = "waiting"
    REFUSED = "refused"
    LISTED = "listed"
    COLLECTED = "collected"
    RETURNED = "returned"
    FORWARDED = "forwarded"
    LOST = "lost"
    CANCELLED = "cancelled"


ON_SHELF: Final = frozenset({ParcelState.WAITING, ParcelState.REFUSED})
"""The states in which a parcel stands on its shelf, can be given out, moved and put right."""


class RefusalReason(StrEnum):
    """Why a parcel goes back to its carrier. The values stand in acts: never rename one."""

    NOT_WANTED = "not_wanted"
    DAMAGED = "damaged"
    NOT_PAID = "not_paid"
    NOT_COLLECTED = "not_collected"


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivedParcel:
    """One arrived parcel. `record_id` is 16 random bytes; times are UTC.

    `tail` is empty where its label shows none. `waybill` is the record id of our own waybill that came back, whose
    sender it waits for. `left_at` is None while the parcel stands in the shop.
    """

    record_id: bytes
    number: str
    carrier: str
    tail: str
    shelf: str
    place: int
    state: ParcelState
    cod_fen: int
    collect_fen: int
    waybill: bytes | None
    arrived_at: datetime
    left_at: datetime | None

    @property
    def shelf_code(self) -> str:
        """Where it stands, or stood."""
        return shelf_code(self.shelf, self.place)

    @property
    def due_fen(self) -> int:
        """What is to be paid when it is given out: cash on delivery and the freight to collect."""
        return self.cod_fen + self.collect_fen


@dataclass(frozen=True, slots=True, kw_only=True)
class ArrivalDraft:
    """An arrival as it was typed or scanned: texts, nothing judged yet. Amounts are in yuan; empty is none."""

    number: str = ""
    carrier: str = ""
    tail: str = ""
    shelf: str = ""
    cash_on_delivery: str = ""
    collect: str = ""


def read_tail(text: str) -> str | None:
    """The 1 to 4 digits of a tail, an empty text for `NO_TAIL` or 无; None for anything else."""
    plain = unicodedata.normalize("NFKC", text).strip()
    if plain in {NO_TAIL, "无"}:
        return ""
    return plain if _TAIL.fullmatch(plain) else None


def fits_tail(tail: str, digits: str) -> bool:
    """Whether the digits that somebody says are this tail, or end with it where a label shows fewer than he says."""
    said = unicodedata.normalize("NFKC", digits).strip()
    return bool(_TAIL.fullmatch(said)) and bool(tail) and said.endswith(tail)


def arrival_faults(draft: ArrivalDraft, carriers: Mapping[str, Carrier]) -> tuple[Fault, ...]:
    """Everything that keeps an arrival from being registered, by the fields of the draft. Pure."""
    found = (
        ("number", _number_fault(draft.number)),
        ("carrier", None if draft.carrier in carriers else FaultKind.EMPTY),
        ("tail", _text_fault(draft.tail, FaultKind.NOT_A_TAIL) if read_tail(draft.tail) is None else None),
        ("shelf", _text_fault(draft.shelf, FaultKind.NOT_A_SHELF) if read_shelf(draft.shelf) is None else None),
        ("cash_on_delivery", _amount_fault(draft.cash_on_delivery)),
        ("collect", _amount_fault(draft.collect)),
    )
    return tuple(Fault(field, kind) for field, kind in found if kind is not None)


def read_arrival(draft: ArrivalDraft, record_id: bytes, at: datetime) -> ArrivedParcel:
    """The parcel that a draft tells of, on no place yet; what cannot be read is left empty. `at` is UTC."""
    return ArrivedParcel(
        record_id=record_id,
        number=read_number(draft.number),
        carrier=draft.carrier,
        tail=read_tail(draft.tail) or "",
        shelf=read_shelf(draft.shelf) or "",
        place=0,
        state=ParcelState.WAITING,
        cod_fen=read_fen(draft.cash_on_delivery) or 0,
        collect_fen=read_fen(draft.collect) or 0,
        waybill=None,
        arrived_at=at,
        left_at=None,
    )


def days_since(parcel: ArrivedParcel, now: datetime) -> int:
    """Outlet days from a parcel's arrival to `now` (UTC); 0 on its first day."""
    return max(0, (outlet_day(now) - outlet_day(parcel.arrived_at)).days)


def is_return(typed: str, sender_tail: str, recipient_tail: str) -> bool:
    """Whether a parcel of ours that was handed over and is here again waits for its sender.

    So it does when the sender's tail is typed, or none; else it came for a recipient nearby. Where the waybill no
    longer holds the sender's, the parcel is his unless the recipient's was typed.
    """
    if not typed.strip():
        return True
    read = read_tail(typed)
    return read == sender_tail if sender_tail else not read or read != recipient_tail


def _number_fault(text: str) -> FaultKind | None:
    return None if is_number(read_number(text)) else _text_fault(text, FaultKind.NOT_A_WAYBILL_NUMBER)


def _text_fault(text: str, kind: FaultKind) -> FaultKind:
    return kind if text.strip() else FaultKind.EMPTY


def _amount_fault(text: str) -> FaultKind | None:
    return FaultKind.NOT_AN_AMOUNT if read_fen(text) is None else None
