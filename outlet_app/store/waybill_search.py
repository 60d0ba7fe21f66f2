"""Waybills by what people can say of them: the tail of a phone, and the first character of a name before it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.store import waybills
from outlet_app.store.waybills import MOST_ROWS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.store.connection import Reader
    from outlet_app.store.waybills import KeptWaybill

MOST_INITIALS = 4
"""Forms of one first character: as typed, simplified, small and capital."""

_ONE_MORE = MOST_ROWS + 1
_PARTIES = ("recipient", "sender")
# Places alone, from the index alone and in its order, with the limit in the text, all four in one statement; the rows
# are fetched once it is known which. Every other way builds a sorter, prepares more, or reads rows that are then thrown
# away, which costs more than the look-up. The plus keeps SQLite from making a table of the four forms.
_HERE = (
    "SELECT 1, waybill_id, waybill_id FROM waybills"
    " WHERE {party}_tail = ?1 AND {party}_tail <> ''{named} AND left_ms IS NULL ORDER BY waybill_id DESC"
)
_GONE = (
    "SELECT 0, left_ms, waybill_id FROM waybills"
    " WHERE {party}_tail = ?1 AND {party}_tail <> ''{named} AND left_ms IS NOT NULL ORDER BY left_ms DESC"
)
_NAMED = " AND ({})".format(" OR ".join(f"+{{party}}_initial = ?{form}" for form in range(2, MOST_INITIALS + 2)))


def _query(named: str) -> str:
    arms = (each.format(party=party, named=named.format(party=party)) for each in (_HERE, _GONE) for party in _PARTIES)
    return " UNION ALL ".join(f"SELECT * FROM ({arm} LIMIT {_ONE_MORE})" for arm in arms)


_BY_TAIL, _BY_NAME_TAIL = _query(""), _query(_NAMED)


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
    forms = (list(initials) + list(initials[:1]) * MOST_INITIALS)[:MOST_INITIALS]
    found = reader.rows(tuple, _BY_NAME_TAIL if initials else _BY_TAIL, tail, *forms)
    # A waybill of which both people fit comes twice.
    places = list(dict.fromkeys(place for _, _, place in sorted(found, reverse=True)))
    return Hits(tuple(waybills.at_places(reader, places[:MOST_ROWS])), more=len(places) > MOST_ROWS)
