"""A new owner seed in the database: statements signed again, and the way to the former one while waybills need it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store.accounts import next_serial
from outlet_app.store.profile import setting
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.statement import Statement
    from outlet_app.store.connection import Cursor, Reader

_FORMER = "former-seed"
_KEEP = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"
_SIGN = "UPDATE statements SET signature = ? WHERE serial = ? AND text = ?"


def seed_replaced(statements: Sequence[Statement], former_seed: bytes) -> Entry:
    """Every statement bears the signature of a new owner seed; serials and texts stay, so the record names them still.

    `former_seed` is the former seed under the new one, as the key file holds it: kept twice, because who changed it in
    the key file would close every waybill that is not moved yet. Writing raises ValueError when these are not all
    statements.
    """

    def apply(cursor: Cursor) -> None:
        if len(statements) != next_serial(cursor) - 1:
            raise ValueError("every statement is signed again, or none")
        for statement in statements:
            cursor.run(_SIGN, statement.signature, statement.serial, statement.text)
        cursor.run(_KEEP, _FORMER, former_seed.hex())

    return Entry(Activity(ActivityKind.SEED_REPLACED, None, {"statements": len(statements)}), apply)


def former_seed(reader: Reader) -> bytes | None:
    """The former seed under the new one, None once every waybill is moved. Whoever holds the database can change it."""
    text = setting(reader, _FORMER)
    try:
        return bytes.fromhex(text) or None
    except ValueError:
        return None


def every_waybill_moved(waybills: int) -> Entry:
    """So many waybills are locked to the new seed, which are all: the former one leaves the database."""

    def apply(cursor: Cursor) -> None:
        cursor.run("DELETE FROM settings WHERE name = ?", _FORMER)

    return Entry(Activity(ActivityKind.SEED_REPLACED, None, {"waybills": waybills}), apply, erases=True)
