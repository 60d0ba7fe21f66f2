"""Label wraps: a table of its own, at most one row a waybill, gone when the parcel goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.sealed_waybill import LabelWrap
from outlet_app.errors import NothingToReprint
from outlet_app.store.moment import to_ms
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.store.connection import Cursor, Reader, Row

_COLUMNS = "record_id, version, serial, wrap"
_KEEP = f"INSERT INTO label_wraps ({_COLUMNS}, coded, made_ms) VALUES (?, ?, ?, ?, 0, ?)"
_IN_SHOP = "SELECT count(*) FROM waybills WHERE record_id = ? AND version = ? AND left_ms IS NULL"
_OF = f"SELECT {_COLUMNS} FROM label_wraps WHERE record_id = ?"
_UNCODED = f"SELECT {_COLUMNS} FROM label_wraps WHERE coded = 0 AND made_ms < ? ORDER BY made_ms"
_OLDER = f"SELECT {_COLUMNS} FROM label_wraps WHERE made_ms < ? ORDER BY made_ms"


def taken(record_id: bytes, serial: int, printer: str) -> Entry:
    """The coded label `serial` goes to `printer`: from now on a label in the world opens this wrap.

    Writing raises NothingToReprint when the wrap is gone or a newer label's.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run("UPDATE label_wraps SET coded = 1 WHERE record_id = ? AND serial = ?", record_id, serial):
            raise NothingToReprint

    detail: Detail = {"serial": serial, "printer": printer}
    return Entry(Activity(ActivityKind.LABEL_TAKEN, record_id, detail), apply)


def replaced(wrap: LabelWrap, accepted_at: datetime, by: str) -> Entry:
    """Another coded label takes the place of the waybill's old one, which opens nothing from then on.

    `by` is a word: what opened the old lock. Uncoded until `taken`. Writing raises KeyError when the waybill is not in
    the shop in the version of `wrap`.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.number(_IN_SHOP, wrap.record_id, wrap.version):
            raise KeyError(wrap.record_id.hex())
        remove(cursor, wrap.record_id)
        keep(cursor, wrap, accepted_at)

    detail: Detail = {"serial": wrap.serial, "by": by}
    return Entry(Activity(ActivityKind.RELABELLED, wrap.record_id, detail), apply, erases=True)


def erased(record_id: bytes, serial: int, reason: str) -> Entry:
    """The wrap of label `serial` ends before its parcel leaves; `reason` is a word, such as why its token is gone.

    Writing raises NothingToReprint when that wrap is not there.
    """

    def apply(cursor: Cursor) -> None:
        if not cursor.run("DELETE FROM label_wraps WHERE record_id = ? AND serial = ?", record_id, serial):
            raise NothingToReprint

    detail: Detail = {"serial": serial, "reason": reason}
    return Entry(Activity(ActivityKind.LABEL_WRAP_ERASED, record_id, detail), apply, erases=True)


def of(reader: Reader, record_id: bytes) -> LabelWrap | None:
    """The waybill's label wrap, None once its parcel has left or its token was given up."""
    return reader.row(_wrap, _OF, record_id)


def uncoded(reader: Reader, made_before: datetime) -> list[LabelWrap]:
    """The wraps older than `made_before` whose label never went to a printer: nothing can open them any more."""
    return reader.rows(_wrap, _UNCODED, to_ms(made_before))


def older(reader: Reader, made_before: datetime) -> list[LabelWrap]:
    """Every wrap older than `made_before`, the oldest first: none stays longer than 7 days."""
    return reader.rows(_wrap, _OLDER, to_ms(made_before))


def keep(cursor: Cursor, wrap: LabelWrap, made_at: datetime) -> None:
    """Store a new waybill's wrap, inside the transaction that stores the waybill."""
    cursor.run(_KEEP, wrap.record_id, wrap.version, wrap.serial, wrap.wrap, to_ms(made_at))


def remove(cursor: Cursor, record_id: bytes) -> None:
    """Drop the waybill's wrap where it has one, inside a transaction that erases."""
    cursor.run("DELETE FROM label_wraps WHERE record_id = ?", record_id)


def _wrap(row: Row) -> LabelWrap:
    return LabelWrap(record_id=row[0], version=row[1], serial=row[2], wrap=row[3])
