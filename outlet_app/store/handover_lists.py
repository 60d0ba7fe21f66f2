"""Hand-over lists as rows, and the acts that put parcels on them, take them off and close them."""

from __future__ import annotations

from operator import attrgetter
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.domain.handover_list import HandoverItem, HandoverList, HandoverThing, HandoverWay
from outlet_app.errors import HistoryBroken
from outlet_app.store import activities, parcels
from outlet_app.store.moment import from_ms, to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.store.connection import Cursor, Reader, Row

MOST_ROWS = 20
"""Rows of a list that are given at once."""

_LIST = (
    "SELECT record_id, list_id, carrier, opened_ms, closed_ms,"
    " (SELECT count(*) FROM handover_items AS on_it WHERE on_it.list_id = lists.list_id),"
    " (SELECT coalesce(sum(weight_g), 0) FROM handover_items AS on_it"
    " JOIN waybills ON waybills.record_id = on_it.record_id WHERE on_it.list_id = lists.list_id)"
    " FROM handover_lists AS lists"
)
_ITEM = (
    "SELECT items.record_id, coalesce(waybills.number, parcels.number, ''), thing, way, position,"
    " coalesce(waybills.weight_g, 0) FROM handover_items AS items"
    " LEFT JOIN waybills ON waybills.record_id = items.record_id"
    " LEFT JOIN parcels ON parcels.record_id = items.record_id"
    " WHERE items.list_id = (SELECT list_id FROM handover_lists WHERE record_id = ?)"
)
_PAGE = f"{_ITEM} AND position < ? ORDER BY position DESC LIMIT {MOST_ROWS}"
_LAST_POSITION = 1 << 62
_PUT_ON = (
    "INSERT INTO handover_items (list_id, position, record_id, thing, way)"
    " SELECT list_id, 1 + coalesce((SELECT max(position) FROM handover_items AS on_it"
    " WHERE on_it.list_id = lists.list_id), 0), ?, ?, ?"
    " FROM handover_lists AS lists WHERE record_id = ? AND closed_ms IS NULL"
)
_TAKE_OFF = (
    "DELETE FROM handover_items WHERE record_id = ?"
    " AND list_id = (SELECT list_id FROM handover_lists WHERE record_id = ? AND closed_ms IS NULL)"
)
_MOVE_WAYBILL = "UPDATE waybills SET state = ? WHERE record_id = ? AND state = ? AND left_ms IS NULL"
_LISTED_WAYBILL = "SELECT count(*) FROM waybills WHERE record_id = ? AND state = 'listed' AND left_ms IS NULL"
_HOLDING = (
    f"{_LIST} WHERE closed_ms IS NULL AND EXISTS"
    " (SELECT 1 FROM handover_items AS on_it WHERE on_it.record_id = ? AND on_it.list_id = lists.list_id)"
)
# CROSS JOIN keeps the order: the few open lists first, and not every parcel that was ever on one.
_WAITING = """
    SELECT carrier, sum(here) FROM (
        SELECT carrier, count(*) AS here FROM waybills WHERE left_ms IS NULL GROUP BY carrier
        UNION ALL
        SELECT carrier, count(*) FROM parcels WHERE left_ms IS NULL AND state = 'refused' GROUP BY carrier
        UNION ALL
        SELECT carrier, -count(*) FROM handover_lists CROSS JOIN handover_items USING (list_id)
        WHERE closed_ms IS NULL AND thing = 'waybill' GROUP BY carrier
    ) GROUP BY carrier HAVING sum(here) > 0 ORDER BY carrier
"""


def opened(list_id: bytes, number: int, carrier: str, at: datetime, aside: bytes | None = None) -> Entry:
    """The list of a carrier that has none open; `list_id` is 16 random bytes, `number` is `next_number`.

    `aside` is the id of a list whose row says that it is open against its acts: it gives way. Writing raises
    ConstraintFailed where the carrier has another open list.
    """

    def apply(cursor: Cursor) -> None:
        if aside is not None:
            cursor.run("UPDATE handover_lists SET closed_ms = ? WHERE record_id = ?", to_ms(at), aside)
        cursor.run(
            "INSERT INTO handover_lists (list_id, record_id, carrier, opened_ms) VALUES (?, ?, ?, ?)",
            *(number, list_id, carrier, to_ms(at)),
        )

    return Entry(Activity(ActivityKind.LIST_OPENED, list_id, {"carrier": carrier, "list": number}), apply)


def listed(list_id: bytes, number: int, record_id: bytes, thing: HandoverThing, way: HandoverWay) -> Entry:
    """A parcel goes on an open list.

    Writing raises KeyError where the list is closed or the waybill is not there, NotOnShelf for an arrived parcel that
    is not refused.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_PUT_ON, record_id, thing.value, way.value, list_id):
            raise KeyError(list_id.hex())
        _go_on(cursor, thing, record_id)

    detail = {**_named(list_id, number), "thing": thing.value, "way": way.value, **_said(thing, ParcelState.LISTED)}
    return Entry(Activity(ActivityKind.LISTED, record_id, detail), apply)


def unlisted(list_id: bytes, number: int, record_id: bytes, thing: HandoverThing) -> Entry:
    """A parcel comes off an open list and stands in the shop as before.

    Writing raises KeyError where it is not on that list.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run(_TAKE_OFF, record_id, list_id):
            raise KeyError(record_id.hex())
        _come_off(cursor, thing, record_id)

    detail = {**_named(list_id, number), **_said(thing, ParcelState.REFUSED)}
    return Entry(Activity(ActivityKind.UNLISTED, record_id, detail), apply)


def returned(record_id: bytes, list_id: bytes, number: int, at: datetime) -> Entry:
    """An arrived parcel on a list that closes goes back to its carrier.

    Writing raises NotOnShelf where it is not on a list.
    """

    def apply(cursor: Cursor) -> None:
        parcels.change(cursor, record_id, ParcelState.LISTED, ParcelState.RETURNED, at)

    detail = {**_named(list_id, number), **_said(HandoverThing.PARCEL, ParcelState.RETURNED)}
    return Entry(Activity(ActivityKind.RETURNED, record_id, detail), apply)


def closed(standing: HandoverList, items: Iterable[HandoverItem], at: datetime) -> Entry:
    """The list is closed for good; what stood on it leaves by entries of its own in the same transaction.

    Writing raises KeyError where it is closed already.
    """

    def apply(cursor: Cursor) -> None:
        done = "UPDATE handover_lists SET closed_ms = ? WHERE record_id = ? AND closed_ms IS NULL"
        if not cursor.run(done, to_ms(at), standing.list_id):
            raise KeyError(standing.list_id.hex())

    on_it = list(items)
    detail: dict[str, str | int] = {
        "carrier": standing.carrier,
        "list": standing.number,
        "count": len(on_it),
        "weight_g": sum(item.weight_g for item in on_it),
    }
    detail |= {f"{way.value}_count": sum(item.way is way for item in on_it) for way in HandoverWay}
    detail |= {f"{thing.value}_count": sum(item.thing is thing for item in on_it) for thing in HandoverThing}
    return Entry(Activity(ActivityKind.LIST_CLOSED, standing.list_id, detail), apply)


def next_number(reader: Reader) -> int:
    """The number of the next list."""
    return 1 + reader.number("SELECT max(list_id) FROM handover_lists")


def open_lists(reader: Reader) -> list[HandoverList]:
    """The lists that are open, the oldest first: at most one a carrier."""
    # Sorted here: an order in the statement would read every list there ever was.
    return sorted(reader.rows(_list, f"{_LIST} WHERE closed_ms IS NULL"), key=attrgetter("number"))


def open_of(reader: Reader, carrier: str) -> HandoverList | None:
    """The open list of a carrier."""
    return reader.row(_list, f"{_LIST} WHERE carrier = ? AND closed_ms IS NULL", carrier)


def by_id(reader: Reader, list_id: bytes) -> HandoverList:
    """One list. Raises KeyError where there is none."""
    found = reader.row(_list, f"{_LIST} WHERE record_id = ?", list_id)
    if found is None:
        raise KeyError(list_id.hex())
    return found


def holding(reader: Reader, record_id: bytes) -> HandoverList | None:
    """The open list on which this parcel stands."""
    return reader.row(_list, _HOLDING, record_id)


def closed_between(reader: Reader, start: datetime, end: datetime) -> list[HandoverList]:
    """The lists that were closed from `start` until before `end`, in that order."""
    return reader.rows(
        _list, f"{_LIST} WHERE closed_ms >= ? AND closed_ms < ? ORDER BY closed_ms", to_ms(start), to_ms(end)
    )


def items(reader: Reader, list_id: bytes, before: int | None = None) -> list[HandoverItem]:
    """At most 20 parcels of a list, the last put on first; from below position `before` on."""
    return reader.rows(_item, _PAGE, list_id, _LAST_POSITION if before is None else before)


def every_item(reader: Reader, list_id: bytes) -> list[HandoverItem]:
    """All parcels of a list, in the order in which they were put on; for its closing and its paper."""
    return reader.rows(_item, f"{_ITEM} ORDER BY position", list_id)


def item(reader: Reader, list_id: bytes, record_id: bytes) -> HandoverItem | None:
    """A parcel's row on a list, None where it is not on it."""
    return reader.row(_item, f"{_ITEM} AND items.record_id = ?", list_id, record_id)


def is_open(reader: Reader, standing: HandoverList) -> bool:
    """Whether the acts say so as well: one opened this list of this carrier, and none closed it.

    Raises HistoryBroken for acts that do not follow.
    """
    acts = activities.of_record(reader, standing.list_id)
    said = [read_detail(act) for act in acts if act.kind == ActivityKind.LIST_OPENED]
    named = [(detail.get("carrier"), detail.get("list")) for detail in said]
    return named == [(standing.carrier, standing.number)] and all(act.kind != ActivityKind.LIST_CLOSED for act in acts)


def checked_items(reader: Reader, list_id: bytes) -> list[HandoverItem]:
    """As `every_item`, compared with the acts: each parcel was put on and none was taken out but by an act.

    Raises HistoryBroken at the act that opened the list, or at 0 where none did, also when the list stands open and
    its acts say otherwise, or the other way.
    """
    standing = by_id(reader, list_id)
    opening = [act.n for act in activities.of_record(reader, list_id) if act.kind == ActivityKind.LIST_OPENED]
    if not opening or is_open(reader, standing) != (standing.closed_at is None):
        raise HistoryBroken(opening[0] if opening else 0)
    found = every_item(reader, list_id)
    said = _on_by_acts(activities.of_lists(reader, opening[0]), list_id)
    if said != {each.record_id: (each.thing.value, each.way.value) for each in found}:
        raise HistoryBroken(opening[0])
    return found


def given_up(reader: Reader, at: datetime) -> list[Entry]:
    """After acts were lost: each open list that no longer fits its acts is emptied and closed.

    What stood on it stands in the shop and is scanned again.
    """
    entries: list[Entry] = []
    for standing in open_lists(reader):
        if not _fits(reader, standing.list_id):
            on_it = every_item(reader, standing.list_id)
            entries += [unlisted(standing.list_id, standing.number, each.record_id, each.thing) for each in on_it]
            entries.append(closed(standing, (), at))
    return entries


def _fits(reader: Reader, list_id: bytes) -> bool:
    try:
        checked_items(reader, list_id)
    except HistoryBroken:
        return False
    return True


def waiting(reader: Reader) -> dict[str, int]:
    """How many parcels of each carrier stand here and are on no list: accepted waybills and refused parcels."""
    return dict(reader.rows(_counted, _WAITING))


def _on_by_acts(acts: Iterable[Act], list_id: bytes) -> dict[bytes, tuple[object, object]]:
    on: dict[bytes, tuple[object, object]] = {}
    for act in acts:
        detail = read_detail(act)
        if act.record_id is None or detail.get("list_id") != list_id.hex():
            continue
        if act.kind == ActivityKind.LISTED:
            on[act.record_id] = (detail.get("thing"), detail.get("way"))
        else:
            on.pop(act.record_id, None)
    return on


def _named(list_id: bytes, number: int) -> Detail:
    return {"list": number, "list_id": list_id.hex()}


def _go_on(cursor: Cursor, thing: HandoverThing, record_id: bytes) -> None:
    """The row says that it is listed; one that says so already was left behind by whoever took its item away."""
    if thing is HandoverThing.PARCEL:
        parcel = parcels.by_id(cursor, record_id)
        if parcel is None or parcel.state is not ParcelState.LISTED:
            parcels.change(cursor, record_id, ParcelState.REFUSED, ParcelState.LISTED)
    elif not cursor.run(_MOVE_WAYBILL, "listed", record_id, "accepted") and not cursor.number(
        _LISTED_WAYBILL, record_id
    ):
        raise KeyError(record_id.hex())


def _come_off(cursor: Cursor, thing: HandoverThing, record_id: bytes) -> None:
    """The row says that it stands here; an item that no act put on may be of anything, and then nothing changes."""
    if thing is HandoverThing.WAYBILL:
        cursor.run(_MOVE_WAYBILL, "accepted", record_id, "listed")
        return
    parcel = parcels.by_id(cursor, record_id)
    if parcel is not None and parcel.state is ParcelState.LISTED:
        parcels.change(cursor, record_id, ParcelState.LISTED, ParcelState.REFUSED)


def _said(thing: HandoverThing, state: ParcelState) -> Detail:
    return {parcels.STATE_WORD: state.value} if thing is HandoverThing.PARCEL else {}


def _list(row: Row) -> HandoverList:
    closed_ms: int | None = row[4]
    return HandoverList(
        list_id=row[0],
        number=row[1],
        carrier=row[2],
        opened_at=from_ms(row[3]),
        closed_at=None if closed_ms is None else from_ms(closed_ms),
        count=row[5],
        weight_g=row[6],
    )


def _item(row: Row) -> HandoverItem:
    return HandoverItem(row[0], row[1], HandoverThing(row[2]), HandoverWay(row[3]), row[4], row[5])


def _counted(row: Row) -> tuple[str, int]:
    return row[0], row[1]
