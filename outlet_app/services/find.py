"""Finding a parcel by what somebody can say or type: masked rows, few of them, each look-up recorded first."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.find_key import FindKey, KeyKind, read_key
from outlet_app.domain.shelf_code import possible_places, read_shelf_code
from outlet_app.domain.spending import SpendKind
from outlet_app.errors import Fault, FaultKind, InvalidDraft
from outlet_app.services.allowance import Left, Spending
from outlet_app.services.found import FoundWaybill, found
from outlet_app.services.tail_said import TailSaid
from outlet_app.store import activities, parcel_search, parcels, waybill_search, waybills
from outlet_app.store.moment import from_ms
from outlet_app.store.store import Entry
from outlet_app.store.waybills import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.services.session import Session
    from outlet_app.store.parcel_search import ParcelHits
    from outlet_app.store.waybill_search import Hits

NO_HITS = waybill_search.Hits((), more=False)
NO_PARCELS = parcel_search.ParcelHits((), more=False)


@dataclass(frozen=True, slots=True)
class Found:
    """What a key found: at most 20 in all; `more` says that others exist.

    `parcels` are arrived parcels: those that stand here, the newest first, then at most 5 that left. `rows` are
    waybills: those in the shop first, then the newest. Parcels come first, because somebody waits for them.
    """

    kind: KeyKind
    rows: tuple[FoundWaybill, ...]
    more: bool
    parcels: tuple[ArrivedParcel, ...] = ()


class LifeKind(StrEnum):
    """A step in a waybill's life that is worth a dot."""

    ACCEPTED = "accepted"
    CORRECTED = "corrected"
    ARRIVED = "arrived"
    ARRIVAL_CORRECTED = "arrival_corrected"
    ARRIVAL_UNDONE = "arrival_undone"
    MOVED = "moved"
    PRINTED = "printed"
    SHELF_LABEL_PRINTED = "shelf_label_printed"
    RELABELLED = "relabelled"
    LISTED = "listed"
    UNLISTED = "unlisted"
    HANDED_OVER = "handed_over"
    COLLECTED = "collected"
    COLLECTION_UNDONE = "collection_undone"
    RETURNED = "returned"
    REFUSED = "refused"
    FORWARDED = "forwarded"
    LOST = "lost"
    CANCELLED = "cancelled"


_STEPS: dict[str, LifeKind] = {
    ActivityKind.ACCEPTED: LifeKind.ACCEPTED,
    ActivityKind.CORRECTED: LifeKind.CORRECTED,
    ActivityKind.ARRIVED: LifeKind.ARRIVED,
    ActivityKind.ARRIVAL_CORRECTED: LifeKind.ARRIVAL_CORRECTED,
    ActivityKind.ARRIVAL_UNDONE: LifeKind.ARRIVAL_UNDONE,
    ActivityKind.MOVED: LifeKind.MOVED,
    ActivityKind.PRINTED: LifeKind.PRINTED,
    ActivityKind.RELABELLED: LifeKind.RELABELLED,
    ActivityKind.LISTED: LifeKind.LISTED,
    ActivityKind.UNLISTED: LifeKind.UNLISTED,
    ActivityKind.HANDED_OVER: LifeKind.HANDED_OVER,
    ActivityKind.COLLECTED: LifeKind.COLLECTED,
    ActivityKind.COLLECTION_UNDONE: LifeKind.COLLECTION_UNDONE,
    ActivityKind.RETURNED: LifeKind.RETURNED,
    ActivityKind.REFUSED: LifeKind.REFUSED,
    ActivityKind.FORWARDED: LifeKind.FORWARDED,
    ActivityKind.LOST: LifeKind.LOST,
    ActivityKind.CANCELLED: LifeKind.CANCELLED,
}


@dataclass(frozen=True, slots=True)
class LifeStep:
    """One step, when (UTC) and by whom; `who` is empty for an account that nobody ever named."""

    kind: LifeKind
    at: datetime
    who: str


class Find:
    """The use case of looking a waybill up. Every method raises SessionLocked and NotPermitted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def look_up(self, text: str) -> Found:
        """What a key finds; recorded before it is given: kind of key and number of hits, not the key.

        A whole number that finds one thing names it in its act. A tail or a name with a tail is a unit of the person's
        limit, a whole number or a shelf code is none; what is neither may be a shelf code without its hyphens, of a
        parcel that stands here. Raises InvalidDraft (`key`) for what is no key, LimitReached(limit, until), Suspended.
        """
        session = self._session
        session.require(Permission.SEARCH)
        session.tail_said = None
        key, result = self._read(text)
        hits = len(result.parcels) + len(result.rows)
        searched = Entry(Activity(ActivityKind.SEARCHED, _named(result), {"key": key.kind.value, "hits": hits}))
        if key.kind in {KeyKind.TAIL, KeyKind.NAME_TAIL}:
            session.allowance.spend(Spending(SpendKind.LOOK_UP, _refused(key)), searched)
        else:
            session.write(searched)
        if key.kind is KeyKind.TAIL:
            session.tail_said = TailSaid(frozenset(each.record_id for each in result.parcels), session.clock())
        return result

    def open(self, record_id: bytes) -> FoundWaybill:
        """One waybill as it stands now. Raises KeyError for one that is not there."""
        self._session.require(Permission.SEARCH)
        kept = waybills.by_id(self._session.store.reader, record_id)
        if kept is None:
            raise KeyError(record_id.hex())
        return found(kept)

    def open_parcel(self, record_id: bytes) -> ArrivedParcel:
        """One arrived parcel as it stands now. Raises KeyError for one that is not there."""
        self._session.require(Permission.SEARCH)
        parcel = parcels.by_id(self._session.store.reader, record_id)
        if parcel is None:
            raise KeyError(record_id.hex())
        return parcel

    def life(self, record_id: bytes) -> tuple[LifeStep, ...]:
        """What became of a waybill or an arrived parcel, in the order of the record.

        A waybill that came back goes on as the parcel that waits for its sender. Raises HistoryBroken for acts that do
        not follow.
        """
        session = self._session
        session.require(Permission.SEARCH)
        reader = session.store.reader
        lives = [record_id, *parcels.of_waybill(reader, record_id)]
        acts = sorted((act for each in lives for act in activities.of_record(reader, each)), key=attrgetter("n"))
        shelved = {act.record_id for act in acts if act.kind == ActivityKind.ARRIVED}
        return tuple(
            LifeStep(_step(act, shelved), from_ms(act.at_ms), session.statements.name(act.account_id) or "")
            for act in acts
            if act.kind in _STEPS
        )

    def left(self) -> Left:
        """What is left to this person of the limits; for the windows to show."""
        self._session.require(Permission.SEARCH)
        return self._session.allowance.left()

    def _read(self, text: str) -> tuple[FindKey, Found]:
        """The key that was meant, and what it finds."""
        key = read_key(text)
        result = None if key is None else self._found(key)
        if key is not None and result is not None and (key.kind is not KeyKind.NUMBER or result.rows or result.parcels):
            return key, result
        places = possible_places(text)
        standing = self._standing_at(places)
        if standing.parcels or (key is None and len(places) == 1):
            return FindKey(KeyKind.SHELF_CODE, text), standing
        if key is None or result is None:
            raise InvalidDraft((Fault("key", FaultKind.NOT_A_KEY if text.strip() else FaultKind.EMPTY),))
        return key, result

    def _standing_at(self, places: Iterable[tuple[str, int]]) -> Found:
        """What stands at any of these places now."""
        hits = [parcel_search.by_place(self._session.store.reader, *place) for place in places]
        here = {each.record_id: each for hit in hits for each in hit.parcels if each.left_at is None}
        return Found(KeyKind.SHELF_CODE, (), len(here) > MOST_ROWS, tuple(here.values())[:MOST_ROWS])

    def _found(self, key: FindKey) -> Found:
        arrived, accepted = self._parcels(key), self._waybills(key)
        room = MOST_ROWS - len(arrived.parcels)
        more = arrived.more or accepted.more or len(accepted.rows) > room
        return Found(key.kind, tuple(found(each) for each in accepted.rows[:room]), more, arrived.parcels)

    def _parcels(self, key: FindKey) -> ParcelHits:
        reader = self._session.store.reader
        if key.kind is KeyKind.NUMBER:
            return parcel_search.by_number(reader, key.value)
        if key.kind is KeyKind.TAIL:
            return parcel_search.by_tail(reader, key.value)
        place = read_shelf_code(key.value) if key.kind is KeyKind.SHELF_CODE else None
        return NO_PARCELS if place is None else parcel_search.by_place(reader, *place)

    def _waybills(self, key: FindKey) -> Hits:
        reader = self._session.store.reader
        if key.kind is KeyKind.SHELF_CODE:
            return NO_HITS
        if key.kind is KeyKind.NUMBER:
            return waybill_search.Hits(tuple(waybills.by_number(reader, key.value)), more=False)
        return waybill_search.by_tail(reader, key.value, key.initials)


def _step(act: Act, shelved: Collection[bytes | None]) -> LifeKind:
    """What a step is called; the label of an arrived parcel, which is among `shelved`, is a shelf label."""
    step = _STEPS[act.kind]
    return LifeKind.SHELF_LABEL_PRINTED if step is LifeKind.PRINTED and act.record_id in shelved else step


def _named(result: Found) -> bytes | None:
    """The one thing that a whole number found."""
    things = [*(each.record_id for each in result.parcels), *(each.masked.record_id for each in result.rows)]
    return things[0] if result.kind is KeyKind.NUMBER and len(things) == 1 else None


def _refused(key: FindKey) -> Entry:
    return Entry(Activity(ActivityKind.SEARCHED, None, {"key": key.kind.value, "refused": "limit"}))
