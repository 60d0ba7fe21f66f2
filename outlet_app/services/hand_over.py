"""Handing over: parcels scanned onto a carrier's list, and the list closed when the truck leaves."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.handover_list import HandoverThing, PutOn, PutOnOutcome
from outlet_app.domain.outlet_day import day_span, outlet_day
from outlet_app.errors import HistoryBroken
from outlet_app.services.handover_drawing import list_job, list_preview, made, require_room
from outlet_app.services.list_scan import read_scan
from outlet_app.store import handover_lists, waybill_ends

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from outlet_app.domain.handover_list import HandoverItem, HandoverList
    from outlet_app.domain.printer import Printer
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.list_scan import ListScan
    from outlet_app.services.session import Session
    from outlet_app.store.store import Entry

LIST_ID_BYTES = 16


@dataclass(frozen=True, slots=True)
class ClosedList:
    """A list that is closed for good, durable on disk. `job` prints it, None where no printer was named."""

    list: HandoverList
    job: PrintJob | None


@dataclass(frozen=True, slots=True)
class Standing:
    """The open lists, the oldest first; by carrier how much waits for one; the lists closed today, the newest first."""

    lists: tuple[HandoverList, ...]
    waiting: Mapping[str, int]
    closed: tuple[HandoverList, ...]


class HandOver:
    """The use case of the truck: one open list a carrier, what stands on it durable with each scan.

    Closing is final. What is on a closed list has left, its labels open nothing and their wraps are gone, so there is
    nothing to open again: a parcel that stayed behind comes back as an arrival, and the next one opens a new list.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def lists(self) -> tuple[HandoverList, ...]:
        """The open lists, the oldest first."""
        self._session.require(Permission.HAND_OVER)
        return tuple(handover_lists.open_lists(self._session.store.reader))

    def waiting(self) -> dict[str, int]:
        """How many parcels of each carrier stand here and are on no list: accepted waybills, refused arrivals."""
        self._session.require(Permission.HAND_OVER)
        return handover_lists.waiting(self._session.store.reader)

    def put_on(self, carrier: str, text: str, *, typed: bool) -> PutOn:
        """Put the scanned or typed parcel on the open list of `carrier`, which its first parcel opens.

        A label's code is judged as every scan of one is, and drops the label that was in hand. One that does not fit,
        or an older label of its waybill, is kept off; its number goes on by its bars all the same. Raises NotPermitted,
        LabelCodeRefused for a code of another paper, InvalidDraft (`number`) for what is no number, DiskFull.
        """
        session = self._session
        session.require(Permission.HAND_OVER)
        session.in_hand = None
        scan = read_scan(session, carrier, text, typed=typed)
        if scan.outcome is PutOnOutcome.ON:
            self._write(carrier, scan)
        return self._told(carrier, scan)

    def take_off(self, list_id: bytes, record_id: bytes) -> HandoverList:
        """Take a parcel off an open list: it stands in the shop as before. The list as it stands then, empty or not.

        Raises KeyError where it is not on that list, or the list is closed.
        """
        session = self._session
        session.require(Permission.HAND_OVER)
        reader = session.store.reader
        item, standing = handover_lists.item(reader, list_id, record_id), handover_lists.by_id(reader, list_id)
        if item is None:
            raise KeyError(record_id.hex())
        session.write(handover_lists.unlisted(list_id, standing.number, record_id, item.thing))
        return handover_lists.by_id(session.store.reader, list_id)

    def undo(self, list_id: bytes) -> HandoverItem | None:
        """Take the last parcel off that was put on an open list; which it was, None where the list is empty."""
        self._session.require(Permission.HAND_OVER)
        last = handover_lists.items(self._session.store.reader, list_id)[:1]
        for item in last:
            self.take_off(list_id, item.record_id)
        return last[0] if last else None

    def items(self, list_id: bytes, before: int | None = None) -> tuple[HandoverItem, ...]:
        """At most 20 parcels of a list, the last put on first; the next ones from below the last `position` on."""
        self._session.require(Permission.HAND_OVER)
        return tuple(handover_lists.items(self._session.store.reader, list_id, before))

    def close(self, list_id: bytes, printer: Printer | None) -> ClosedList:
        """Close an open list: its waybills are handed over, their labels end, refused arrivals go back.

        One transaction, one signature; wraps, road lines and remarks are gone from the disk on return. The list is
        held against its acts before: raises HistoryBroken, and the record is BROKEN, where a parcel stands on it, or
        is missing from it, without an act (take it off, or scan it again). DiskFull, and PaperTooSmall for the printer,
        leave it open. ValueError for an empty list, KeyError for a closed one.
        """
        session = self._session
        session.require(Permission.HAND_OVER)
        standing = handover_lists.by_id(session.store.reader, list_id)
        items = self._checked(list_id)
        if not items:
            raise ValueError("nothing is on the list")
        if printer is not None:
            require_room(session, printer)
        session.write(*self._leaving(standing, items), handover_lists.closed(standing, items, session.clock()))
        session.end_labels({item.record_id for item in items})
        closed = handover_lists.by_id(session.store.reader, list_id)
        return ClosedList(closed, None if printer is None else self._job(closed, printer))

    def closed(self, day: date) -> tuple[HandoverList, ...]:
        """The lists that were closed on an outlet day, in that order."""
        self._session.require(Permission.HAND_OVER)
        return tuple(handover_lists.closed_between(self._session.store.reader, *day_span(day)))

    def standing(self) -> Standing:
        """All that the page shows of lists: the open ones, what waits for one, and what was closed since 04:00."""
        closed = self.closed(outlet_day(self._session.clock()))
        return Standing(self.lists(), self.waiting(), closed[::-1])

    def paper(self, list_id: bytes, printer: Printer) -> PrintJob:
        """The paper of a closed list once more, recorded before any printer sees it.

        Raises PaperTooSmall, and KeyError for an open list.
        """
        session = self._session
        session.require(Permission.HAND_OVER)
        closed = handover_lists.by_id(session.store.reader, list_id)
        if closed.closed_at is None:
            raise KeyError(list_id.hex())
        require_room(session, printer)
        return self._job(closed, printer)

    def preview(self, list_id: bytes) -> bytes:
        """The paper of a closed list on A4, as a PDF."""
        session = self._session
        session.require(Permission.HAND_OVER)
        return list_preview(session, handover_lists.by_id(session.store.reader, list_id))

    def _job(self, closed: HandoverList, printer: Printer) -> PrintJob:
        self._session.write(made(closed, printer))
        return list_job(self._session, closed, printer)

    def _write(self, carrier: str, scan: ListScan) -> None:
        session = self._session
        reader = session.store.reader
        standing = handover_lists.open_of(reader, carrier)
        if standing is not None and handover_lists.is_open(reader, standing):
            list_id, number, opening = standing.list_id, standing.number, []
        else:
            list_id, number = secrets.token_bytes(LIST_ID_BYTES), handover_lists.next_number(reader)
            opening = [handover_lists.opened(list_id, number, carrier, session.clock(), self._aside(standing))]
        session.write(*opening, handover_lists.listed(list_id, number, scan.record_id or b"", scan.thing, scan.way))

    def _aside(self, standing: HandoverList | None) -> bytes | None:
        """A list that is open by its row and not by its acts gives way to a new one, so that no truck waits."""
        if standing is None:
            return None
        self._session.tell_odd_row(standing.list_id)
        return standing.list_id

    def _told(self, carrier: str, scan: ListScan) -> PutOn:
        reader = self._session.store.reader
        standing, item = handover_lists.open_of(reader, carrier), None
        if standing is not None and scan.record_id is not None:
            item = handover_lists.item(reader, standing.list_id, scan.record_id)
        return PutOn(scan.outcome, scan.number, standing, item, scan.carrier, scan.left_at)

    def _checked(self, list_id: bytes) -> list[HandoverItem]:
        session = self._session
        try:
            return handover_lists.checked_items(session.store.reader, list_id)
        except HistoryBroken:
            session.tell_odd_row(list_id)
            raise

    def _leaving(self, standing: HandoverList, items: Iterable[HandoverItem]) -> list[Entry]:
        at = self._session.clock()
        ends = {HandoverThing.WAYBILL: waybill_ends.handed_over, HandoverThing.PARCEL: handover_lists.returned}
        return [ends[item.thing](item.record_id, standing.list_id, standing.number, at) for item in items]
