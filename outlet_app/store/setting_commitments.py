"""What acts say of carriers' settings and of their tables of sort codes: one hash each, that the rows are held against.

A row that another hand changed no longer has the hash that the last act about it bears.
"""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.context import ctx
from outlet_app.store import act_search, activities
from outlet_app.store.act_search import ActQuery

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.activity import Act
    from outlet_app.store.connection import Reader, Row

COMMITMENT = "sha_setting"
"""In the detail of an act that changed such a setting, 64 hex digits. Acts of before version 7 have none."""

CARRIER, SORT_CODES = "carrier:", "sort-codes:"
"""What the names of the two kinds of settings begin with; the carrier's code follows."""

_SETTINGS = "SELECT code, settings FROM carrier_settings"
_CODES = "SELECT carrier, province, city, district, code FROM sort_codes"
_CHANGES = ActQuery(kinds=(ActivityKind.SETTING_CHANGED.value,))


def of_carrier(code: str, settings: str) -> str:
    """The commitment to what the owner set of a carrier; `settings` is empty for one as it was shipped."""
    return _digest(CARRIER, code, settings)


def of_sort_codes(carrier: str, rows: Iterable[tuple[str, str, str, str]]) -> str:
    """The commitment to a carrier's table: province, city, district and code of each row, in whatever order."""
    return _digest(SORT_CODES, carrier, *(text for row in sorted(rows) for text in row))


def standing(reader: Reader) -> dict[str, str]:
    """The commitment to each setting and each table that stands there, by its name; some 10 ms for 3,000 rows."""
    tables: dict[str, list[tuple[str, str, str, str]]] = {}
    for carrier, *row in reader.rows(_row, _CODES):
        tables.setdefault(carrier, []).append((row[0], row[1], row[2], row[3]))
    return {
        **{f"{CARRIER}{code}": of_carrier(code, settings) for code, settings in reader.rows(_row, _SETTINGS)},
        **{f"{SORT_CODES}{carrier}": of_sort_codes(carrier, rows) for carrier, rows in tables.items()},
    }


def nothing(name: str) -> str:
    """The commitment to a setting of that name that is not there: a carrier as it was shipped, or no table."""
    kind, _, code = name.partition(":")
    return of_carrier(code, "") if f"{kind}:" == CARRIER else of_sort_codes(code, ())


class SettingsSaid:
    """What the acts of a record say of such settings, taken a portion at a time while the record is checked."""

    def __init__(self) -> None:
        self._said: dict[str, str | None] = {}
        self._reached = 0
        self._is_whole = True

    def take(self, reader: Reader, above: int, to: int) -> None:
        """Take the acts behind act `above` up to act `to`; one that cannot be read ends what can be said of before."""
        if above > self._reached or any(above < hole.last <= to for hole in activities.holes(reader)):
            self._forget()
        for act in reversed(act_search.matching(reader, _CHANGES, above=above, before=to + 1, limit=to - above + 1)):
            self._take(act)
        self._reached = max(self._reached, to)

    def odd(self, reader: Reader) -> tuple[str, ...]:
        """The names of the settings that are not what the last act about them says, in their order.

        One that no act ever told of is odd as well. Those that were last set before version 7 are not judged.
        """
        rows = standing(reader)
        told = {name: said for name, said in self._said.items() if said is not None}
        other = {name for name, said in told.items() if rows.get(name, nothing(name)) != said}
        planted = rows.keys() - self._said.keys() if self._is_whole else set()
        return tuple(sorted(other | planted))

    def _take(self, act: Act) -> None:
        detail = read_detail(act)
        name, said = str(detail.get("name", "")), detail.get(COMMITMENT)
        if not detail:
            self._forget()
        elif name.startswith((CARRIER, SORT_CODES)):
            self._said[name] = str(said) if said is not None else None

    def _forget(self) -> None:
        self._said, self._is_whole = {}, False


def _digest(kind: str, *texts: str) -> str:
    return hashlib.sha256(ctx("setting", kind, *texts)).hexdigest()


def _row(row: Row) -> tuple[str, ...]:
    return tuple(row)
