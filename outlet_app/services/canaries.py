"""Canaries: an owner marks waybills of nobody on his shelf, and learns in his review who was at one."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.canaries import MOST_CANARIES, Canary
from outlet_app.domain.reveal_note import note_fault
from outlet_app.domain.text import looks_like_label_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind, InvalidDraft, LabelCodeRefused
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.services.canary_list import ListState, locked, read_list
from outlet_app.services.found import FoundWaybill, found
from outlet_app.services.session import WRAP_TERM
from outlet_app.store import label_wraps, waybills

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.session import Session
    from outlet_app.store.waybills import KeptWaybill


class CanaryState(StrEnum):
    """What a canary is still good for."""

    STANDS = "stands"
    CLOSED = "closed"
    LEFT = "left"
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class CanaryView:
    """One canary as its owner sees it.

    STANDS: its label opens until `opens_until` (UTC). CLOSED: that is over, or its label was never printed, and only
    looks tell. LEFT: its parcel is no longer here. GONE: no row of it is there any more, and `waybill` is None.
    """

    canary: Canary
    state: CanaryState
    waybill: FoundWaybill | None
    opens_until: datetime | None = None


@dataclass(frozen=True, slots=True)
class MarkedCanaries:
    """The list as it stands; empty where it does not open."""

    state: ListState
    canaries: tuple[CanaryView, ...]


class Canaries:
    """The use case of the owner who keeps watch. Every method raises SessionLocked and NotPermitted.

    Nothing here is recorded as a look-up: an act that named a waybill beside the change of the list would tell which
    one it is. What is written names neither a waybill nor how many there are.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def marked(self) -> MarkedCanaries:
        """What is on the list of whoever is at the counter, in the order it was marked."""
        self._session.require(Permission.REVIEW)
        listed = read_list(self._session)
        return MarkedCanaries(listed.state, tuple(self._view(each) for each in listed.canaries))

    def to_renew(self) -> int:
        """How many canaries no longer do what they are there for; some milliseconds. A list that does not open is one.

        To be renewed is what has left, and what no scan opens any more.
        """
        marked = self.marked()
        worn = sum(each.state is not CanaryState.STANDS for each in marked.canaries)
        return worn + (marked.state is not ListState.OPENS)

    def number_on(self, text: str) -> str:
        """The waybill number that a scanned label shows, in its code or its bars; empty for anything else. Instant.

        The code itself is neither judged nor kept, and no act is written.
        """
        self._session.require(Permission.REVIEW)
        if not looks_like_label_code(text):
            number = read_number(text)
            return number if is_number(number) else ""
        try:
            code = read_code(text)
        except LabelCodeRefused:
            return ""
        return code.number if isinstance(code, LabelCode) else ""

    def mark(self, number: str, note: str) -> None:
        """Put the waybill of this number that stands in the shop on the list; what was done before counts nothing.

        Raises InvalidDraft: `number` for none (EMPTY, NOT_A_WAYBILL_NUMBER), one that does not stand here
        (NOT_IN_SHOP), one that is on the list (ALREADY_MARKED) and for a full list (LIST_FULL); `note` by the rules
        of `reveal_note`. Raises ValueError while the list does not open.
        """
        session = self._session
        session.require(Permission.REVIEW)
        listed = self._opened()
        waybill = self._standing(read_number(number))
        if any(each.record_id == waybill.masked.record_id for each in listed):
            raise _refused("number", FaultKind.ALREADY_MARKED)
        if len(listed) >= MOST_CANARIES:
            raise _refused("number", FaultKind.LIST_FULL)
        fault = note_fault(note)
        if fault is not None:
            raise _refused("note", fault)
        after_n = session.store.checkpoint().n
        canary = Canary(waybill.masked.record_id, session.clock(), after_n, note.strip())
        session.write(locked(session, (*listed, canary)))

    def unmark(self, record_id: bytes) -> None:
        """Take a waybill off the list, and with it what it told in the review; the record stays."""
        self._session.require(Permission.REVIEW)
        left = [each for each in self._opened() if each.record_id != record_id]
        self._session.write(locked(self._session, left))

    def begin_anew(self) -> None:
        """Lock an empty list in the place of the one that stands there, whether it opens or not."""
        self._session.require(Permission.REVIEW)
        self._session.write(locked(self._session, ()))

    def _opened(self) -> tuple[Canary, ...]:
        listed = read_list(self._session)
        if listed.state is not ListState.OPENS:
            raise ValueError(listed.state)
        return listed.canaries

    def _standing(self, number: str) -> KeptWaybill:
        """Where two carriers gave the same number, the one that came last."""
        if not is_number(number):
            raise _refused("number", FaultKind.NOT_A_WAYBILL_NUMBER if number else FaultKind.EMPTY)
        here = [each for each in waybills.by_number(self._session.store.reader, number) if each.left_at is None]
        if not here:
            raise _refused("number", FaultKind.NOT_IN_SHOP)
        return max(here, key=lambda kept: kept.masked.accepted_at)

    def _view(self, canary: Canary) -> CanaryView:
        kept = waybills.by_id(self._session.store.reader, canary.record_id)
        if kept is None:
            return CanaryView(canary, CanaryState.GONE, None)
        if kept.left_at is not None:
            return CanaryView(canary, CanaryState.LEFT, found(kept))
        until = kept.masked.accepted_at + WRAP_TERM
        has_wrap = label_wraps.of(self._session.store.reader, canary.record_id) is not None
        if not has_wrap or until <= self._session.clock():
            return CanaryView(canary, CanaryState.CLOSED, found(kept))
        return CanaryView(canary, CanaryState.STANDS, found(kept), until)


def _refused(field: str, kind: FaultKind) -> InvalidDraft:
    return InvalidDraft((Fault(field, kind),))
