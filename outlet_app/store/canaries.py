"""Each owner's locked list of canaries as a row; whether it is the one that its owner locked, his acts say."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Act, Activity, ActivityKind
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row

_OF = "SELECT box FROM canaries WHERE account_id = ?"
_SET = "INSERT INTO canaries (account_id, box) VALUES (?, ?) ON CONFLICT (account_id) DO UPDATE SET box = excluded.box"
_ACTS = (
    "SELECT n, at_ms, account_id, station, kind, record_id, detail, chain_hash, signature FROM acts"
    " WHERE kind = 'canaries_sealed' ORDER BY n DESC"
)


def box_of(reader: Reader, account_id: bytes) -> bytes | None:
    """The account's box; None where it has none yet."""
    return reader.row(_box, _OF, account_id)


def keep(cursor: Cursor, account_id: bytes, box: bytes) -> None:
    """Keep `box` as the account's, in the place of the former one."""
    cursor.run(_SET, account_id, box)


def sealed(account_id: bytes, box: bytes) -> Entry:
    """The owner locked his list anew. The act holds SHA-256 of the box, and neither a waybill nor a number of them."""

    def apply(cursor: Cursor) -> None:
        keep(cursor, account_id, box)

    return Entry(Activity(ActivityKind.CANARIES_SEALED, None, {"box": digest(box)}), apply)


def digest(box: bytes) -> str:
    """A box as its act names it: SHA-256 in hexadecimal."""
    return hashlib.sha256(box).hexdigest()


def last_sealed(reader: Reader, account_id: bytes) -> Act | None:
    """The account's last act that locked its list, as it stands there; None while the list was never changed."""
    return next((act for act in reader.rows(_act, _ACTS) if act.account_id == account_id), None)


def _box(row: Row) -> bytes:
    box: bytes = row[0]
    return box


def _act(row: Row) -> Act:
    return Act(*row)
