"""Waybills by what people can say of them: the tail of a phone, and the first character of a name before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.store import waybills
from outlet_app.store.waybills import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from outlet_app.store.connection import Reader, Row
    from outlet_app.store.waybills import KeptWaybill

MOST_INITIALS = 4
"""Forms of one first character: as typed, simplified, small and capital."""

_ONE_MORE = MOST_ROWS + 1
_PARTIES = ("recipient", "sender")
# Places alone, from the index alone and in its order, with the limit in the text; the rows are fetched once it is known
# which. Every other way builds a sorter or reads rows that are then thrown away, which costs more than the look-up.
_HERE = "SELECT waybill_id, 0 FROM waybills WHERE {party}_tail = ? AND {party}_tail <> ''{named} AND left_ms IS NULL"
_GONE = (
    "SELECT waybill_id, left_ms FROM waybills"
    " WHERE {party}_tail = ? AND {party}_tail <> ''{named} AND left_ms IS NOT NULL"
)
_ORDERS = {_HERE: f" ORDER BY waybill_id DESC LIMIT {_ONE_MORE}", _GONE: f" ORDER BY left_ms DESC LIMIT {_ONE_MORE}"}
_NAMED = {party: f" AND ({' OR '.join([f'{party}_initial = ?'] * MOST_INITIALS)})" for party in _PARTIES}
_QUERIES = {
    (each, has_name): tuple(
        each.format(party=party, named=_NAMED[party] if has_name else "") + order for party in _PARTIES
    )
    for each, order in _ORDERS.items()
    for has_name in (False, True)
}


@dataclass(frozen=True, slots=True)
class Hits:
    """What was found, at most 20 rows; `more` says that others exist."""

    rows: tuple[KeptWaybill, ...]
    more: bool


def by_tail(reader: Reader, tail: str, initials: Sequence[str] = ()) -> Hits:
    """The waybills of which the recipient or the sender has exactly this tail, and a name of one of these initials.

    Those in the shop first, the newest first, then those that left, the last first. An empty tail finds nothing;
    `initials` are at most 4 forms of one character, and none for whatever name.
    """
    if not tail:
        return Hits((), more=False)
    places: dict[int, None] = {}
    for where in (_HERE, _GONE):
        places |= dict.fromkeys(_places(reader, where, tail, initials))
        if len(places) > MOST_ROWS:
            break
    rows = tuple(waybills.at_place(reader, place) for place in list(places)[:MOST_ROWS])
    return Hits(rows, more=len(places) > MOST_ROWS)


def _places(reader: Reader, where: str, tail: str, initials: Sequence[str]) -> Iterator[int]:
    """Rows of both parties together, in order; a waybill of which both fit comes twice."""
    forms = list(initials) + list(initials[:1]) * (MOST_INITIALS - len(initials))
    found = [row for query in _QUERIES[where, bool(initials)] for row in reader.rows(_place, query, tail, *forms)]
    return (place for _, place in sorted(found, reverse=True))


def _place(row: Row) -> tuple[int, int]:
    """When it left (0 for a parcel that is here), and where the row is."""
    return row[1], row[0]
