"""The outlet's settings: named texts, each change an act that tells old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.printer_setup import USUAL_SETUP, PrinterSetup, read_setup, write_setup
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row

_DECLINED = "declined"
_SET = "INSERT INTO settings (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value"


def setting(reader: Reader, name: str, default: str = "") -> str:
    """The setting's text, `default` while nobody set it."""
    found = reader.row(_text, "SELECT value FROM settings WHERE name = ?", name)
    return default if found is None else found


def setting_changed(reader: Reader, name: str, value: str) -> Entry:
    """The setting becomes `value`. Old and new text stand in the act, so neither may hold anything about a customer."""

    def apply(cursor: Cursor) -> None:
        cursor.run(_SET, name, value)

    detail = {"name": name, "old": setting(reader, name), "new": value}
    return Entry(Activity(ActivityKind.SETTING_CHANGED, None, detail), apply)


def pin_declined(account_id: bytes) -> Entry:
    """The person of this account wants no PIN and is not asked again."""

    def apply(cursor: Cursor) -> None:
        cursor.run(_SET, _pin_offer_of(account_id), _DECLINED)

    return Entry(Activity(ActivityKind.PIN_CHANGED, None, {"pin": _DECLINED}), apply)


def has_declined_pin(reader: Reader, account_id: bytes) -> bool:
    """Whether the person of this account said once that he wants no PIN."""
    return setting(reader, _pin_offer_of(account_id)) == _DECLINED


def printer_setup(reader: Reader, printer: str) -> PrinterSetup:
    """The paper and placing of the printer of that name, the usual ones while nobody set it up."""
    return read_setup(setting(reader, _setup_of(printer), write_setup(USUAL_SETUP)))


def printer_setup_changed(reader: Reader, printer: str, setup: PrinterSetup) -> Entry:
    """The printer of that name gets this paper and placing."""
    return setting_changed(reader, _setup_of(printer), write_setup(setup))


def _pin_offer_of(account_id: bytes) -> str:
    return f"pin-offer:{account_id.hex()}"


def _setup_of(printer: str) -> str:
    return f"printer-setup:{printer}"


def _text(row: Row) -> str:
    text: str = row[0]
    return text
