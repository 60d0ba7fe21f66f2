"""到件: parcels that come in for somebody here get a place on a shelf, and a label that says it."""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.arrived_parcel import (
    ArrivedParcel,
    ParcelState,
    arrival_faults,
    days_since,
    is_return,
    read_arrival,
)
from outlet_app.domain.outlet_day import day_start
from outlet_app.domain.shelf_code import read_shelf
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import AlreadyOnShelf, Fault, FaultKind, InvalidDraft, UndoOver
from outlet_app.services.found import FoundWaybill, found
from outlet_app.services.shelf_labels import shelf_job, shelf_preview, taken
from outlet_app.services.shelved import checked, on_shelf, own_act
from outlet_app.store import activities, own_returns, parcel_search, parcels, shelves, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.arrived_parcel import ArrivalDraft
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.session import Session

OVERDUE_DAYS = (1, 3, 7)
"""Outlet days after which a waiting parcel is asked about. Source: design, issue 6."""

_PREVIEW_NUMBER = "0000000000000"


@dataclass(frozen=True, slots=True)
class Arrived:
    """A parcel on its shelf. `job` is its shelf label on the way to the printer, None where none was asked for."""

    parcel: ArrivedParcel
    job: PrintJob | None


@dataclass(frozen=True, slots=True)
class Look:
    """What is known of a number that was just scanned, before anything is typed.

    `standing` is the parcel of this number that stands on a shelf already, of whatever carrier. `came_back` is our own
    waybill that was handed over and may be here again.
    """

    standing: ArrivedParcel | None
    came_back: FoundWaybill | None


@dataclass(frozen=True, slots=True)
class Overdue:
    """How many parcels wait since 1, 3 and 7 outlet days or longer, and how many wait to go back to their carrier."""

    over_1: int
    over_3: int
    over_7: int
    refused: int


class Arrivals:
    """The use case of what comes in. Every method that asks the store raises SessionLocked and NotPermitted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def carriers(self) -> Mapping[str, Carrier]:
        """The carriers that are offered, by their codes, in that order. Instant."""
        return {code: carrier for code, carrier in self._session.carriers().items() if carrier.enabled}

    def likely_carriers(self, number: str) -> tuple[str, ...]:
        """The carriers that are known to use numbers of this shape, none for a shape nobody is known to use. Instant.

        A hint: several share bare digits, and then the clerk chooses.
        """
        read = read_number(number)
        if not is_number(read):
            return ()
        return tuple(code for code, each in self.carriers().items() if each.shapes and each.looks_like(read))

    def shelves(self) -> tuple[str, ...]:
        """Every shelf that ever got a parcel, to choose from."""
        self._session.require(Permission.SHELVE)
        return shelves.names(self._session.store.reader)

    def check(self, draft: ArrivalDraft) -> tuple[Fault, ...]:
        """Everything that keeps the arrival from being registered: faults of the draft's fields. Instant."""
        return arrival_faults(draft, self._session.carriers())

    def hints(self, draft: ArrivalDraft) -> tuple[Fault, ...]:
        """What is worth a second look and never blocks: a number unlike those the carrier is known to use. Instant."""
        number, carrier = read_number(draft.number), self._session.carriers().get(draft.carrier)
        if carrier is None or not is_number(number) or carrier.looks_like(number):
            return ()
        return (Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER),)

    def look(self, number: str) -> Look:
        """What is known of a scanned number. Recorded as a look-up where there is something to show."""
        self._session.require(Permission.SHELVE)
        read = read_number(number)
        hits = parcel_search.by_number(self._session.store.reader, read).parcels
        standing = next((each for each in hits if each.left_at is None), None)
        back = None if standing is not None else self._handed_over(read)
        record_id = standing.record_id if standing is not None else None if back is None else back.masked.record_id
        if record_id is not None:
            self._session.write(Entry(Activity(ActivityKind.SEARCHED, record_id, {"key": "number", "hits": 1})))
        return Look(standing, back)

    def came_back(self, number: str) -> FoundWaybill | None:
        """Our own waybill of this number that was handed over, and whose parcel may be here again; recorded."""
        return self.look(number).came_back

    def register(self, draft: ArrivalDraft, printer: Printer | None) -> Arrived:
        """Shelve a parcel: one durable transaction with its row, its act, and the taking of its shelf label.

        A parcel of our own waybill that was handed over waits for its sender when its tail is his, or was left empty;
        the waybill is returned by that. Raises InvalidDraft with the faults of `check`; AlreadyOnShelf; ShelfFull.
        """
        session = self._session
        session.require(Permission.SHELVE)
        draft, waybill = self._completed(draft)
        read = self._read(draft)
        reader = session.store.reader
        standing = parcels.here(reader, read.number, read.carrier)
        if standing is not None:
            raise AlreadyOnShelf(standing.shelf_code)
        place = shelves.next_place(reader, read.shelf, session.clock())
        parcel = replace(read, place=place, waybill=None if waybill is None else waybill.record_id)
        entries = [parcels.arrived(parcel)]
        if waybill is not None:
            entries.append(own_returns.came_back(waybill.record_id, parcel.shelf_code))
        return self._written(parcel, printer, entries)

    def latest(self) -> tuple[ArrivedParcel, ...]:
        """The last ten that were shelved by anybody, newest first, wherever they are now."""
        self._session.require(Permission.SHELVE)
        return tuple(parcels.latest(self._session.store.reader))

    def overdue(self) -> Overdue:
        """How many wait too long; some of them are refused and wait for their carrier. Instant, however many."""
        self._session.require(Permission.SHELVE)
        reader, now = self._session.store.reader, self._session.clock()
        over = [parcel_search.count_waiting(reader, ParcelState.WAITING, _since(now, days)) for days in OVERDUE_DAYS]
        refused = parcel_search.count_waiting(reader, ParcelState.REFUSED, _since(now, 0))
        return Overdue(over[0], over[1], over[2], refused)

    def waiting(self, days: int, before: ArrivedParcel | None = None) -> tuple[ArrivedParcel, ...]:
        """The parcels that wait since `days` outlet days or longer, oldest first, 20 at a time; recorded.

        `before` is the last one of the page before.
        """
        return self._page(ParcelState.WAITING, days, before)

    def refused(self, before: ArrivedParcel | None = None) -> tuple[ArrivedParcel, ...]:
        """The parcels that wait to go back to their carriers, as `waiting`."""
        return self._page(ParcelState.REFUSED, 0, before)

    def days_waiting(self, parcel: ArrivedParcel) -> int:
        """Outlet days since it arrived. Instant."""
        return days_since(parcel, self._session.clock())

    def correct(self, record_id: bytes, draft: ArrivalDraft) -> Arrived:
        """Put number, carrier, tail and amounts of a parcel right; its shelf is `move`'s. Recorded, old and new.

        What came back of our own keeps number and carrier: another parcel is registered anew. Raises InvalidDraft,
        AlreadyOnShelf, NotOnShelf, HistoryBroken when the row is not what its acts say.
        """
        session = self._session
        session.require(Permission.SHELVE)
        former = on_shelf(session, record_id)
        own = {} if former.waybill is None else {"number": former.number, "carrier": former.carrier}
        read = self._read(replace(draft, shelf=former.shelf, **own))
        parcel = replace(
            former,
            number=read.number,
            carrier=read.carrier,
            tail=read.tail,
            cod_fen=read.cod_fen,
            collect_fen=read.collect_fen,
        )
        if parcel != former:
            session.write(parcels.corrected(former, parcel))
        return Arrived(parcel, None)

    def move(self, record_id: bytes, shelf: str, printer: Printer | None) -> Arrived:
        """Put a parcel on another shelf, with a new shelf code and label; the former code still finds it.

        Raises InvalidDraft (`shelf`), ShelfFull, NotOnShelf, HistoryBroken.
        """
        session = self._session
        session.require(Permission.SHELVE)
        former, read = on_shelf(session, record_id), read_shelf(shelf)
        if read is None:
            raise InvalidDraft((Fault("shelf", FaultKind.NOT_A_SHELF if shelf.strip() else FaultKind.EMPTY),))
        now = session.clock()
        parcel = replace(former, shelf=read, place=shelves.next_place(session.store.reader, read, now))
        return self._written(parcel, printer, [parcels.moved(former, parcel, now)])

    def undo(self, record_id: bytes) -> None:
        """Take an arrival back, by who registered it, for ten minutes; its place rests.

        Raises UndoOver, HistoryBroken.
        """
        session = self._session
        session.require(Permission.SHELVE)
        parcel = checked(session, record_id)
        if parcel.state is not ParcelState.WAITING:
            raise UndoOver
        own_act(session, record_id, ActivityKind.ARRIVED)
        entries = [parcels.left(parcel, ParcelState.CANCELLED, session.clock(), parcels.amounts(parcel))]
        if parcel.waybill is not None:
            entries.append(own_returns.taken_back(parcel.waybill))
        session.write(*entries)

    def print_again(self, record_id: bytes, printer: Printer) -> PrintJob:
        """One more shelf label of a parcel that stands here, recorded before the printer sees it.

        Raises NotOnShelf, HistoryBroken, LabelTooFull.
        """
        session = self._session
        session.require(Permission.SHELVE)
        parcel = on_shelf(session, record_id)
        copy = 1 + _copies(activities.of_record(session.store.reader, record_id))
        job = shelf_job(parcel, session.carrier(parcel.carrier), printer, session.store.reader, copy)
        session.write(taken(job, parcel.shelf_code))
        return job

    def preview(self, draft: ArrivalDraft) -> bytes:
        """The shelf label as it would print, a PDF of 60 x 40 mm, with what is still missing left out.

        Raises ShelfFull, LabelTooFull.
        """
        session = self._session
        session.require(Permission.SHELVE)
        number, shelf = read_number(draft.number), read_shelf(draft.shelf)
        place = 1 if shelf is None else shelves.next_place(session.store.reader, shelf, session.clock())
        parcel = replace(
            read_arrival(draft, os.urandom(16), session.clock()),
            number=number if is_number(number) else _PREVIEW_NUMBER,
            shelf=shelf or "–",
            place=place,
        )
        return shelf_preview(parcel, session.carrier(draft.carrier))

    def _completed(self, draft: ArrivalDraft) -> tuple[ArrivalDraft, MaskedWaybill | None]:
        """The draft with the sender's tail where our own waybill came back, and that waybill; None for any other."""
        back = self._handed_over(read_number(draft.number))
        if (
            back is None
            or back.masked.carrier != draft.carrier
            or not is_return(draft.tail, back.masked.sender.tail, back.masked.recipient.tail)
        ):
            return draft, None
        return replace(draft, tail=draft.tail if draft.tail.strip() else back.masked.sender.tail), back.masked

    def _handed_over(self, number: str) -> FoundWaybill | None:
        reader = self._session.store.reader
        record_id = own_returns.handed_over(reader, number)
        kept = None if record_id is None else waybills.by_id(reader, record_id)
        return None if kept is None else found(kept)

    def _read(self, draft: ArrivalDraft) -> ArrivedParcel:
        """The parcel of a draft without fault, on no place yet. Raises InvalidDraft."""
        faults = self.check(draft)
        if faults:
            raise InvalidDraft(faults)
        return read_arrival(draft, os.urandom(16), self._session.clock())

    def _written(self, parcel: ArrivedParcel, printer: Printer | None, entries: Sequence[Entry]) -> Arrived:
        session = self._session
        job = None
        if printer is not None:
            carrier, reader = session.carrier(parcel.carrier), session.store.reader
            copy = 1 + _copies(activities.of_record(reader, parcel.record_id))
            job = shelf_job(parcel, carrier, printer, reader, copy)
            entries = [*entries, taken(job, parcel.shelf_code)]
        session.write(*entries)
        return Arrived(parcel, job)

    def _page(self, state: ParcelState, days: int, before: ArrivedParcel | None) -> tuple[ArrivedParcel, ...]:
        session = self._session
        session.require(Permission.SHELVE)
        rows = parcel_search.waiting(session.store.reader, state, _since(session.clock(), days), before)
        detail = {"key": state.value, "days": days, "hits": len(rows)}
        session.write(Entry(Activity(ActivityKind.SEARCHED, None, detail)))
        return tuple(rows)


def _since(now: datetime, days: int) -> datetime:
    """Before this moment (UTC) arrived what waits since `days` outlet days or longer."""
    return day_start(now) - timedelta(days=days - 1)


def _copies(acts: Sequence[Act]) -> int:
    return sum(act.kind == ActivityKind.PRINTED_WITHOUT_CODE for act in acts)
