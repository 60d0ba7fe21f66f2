"""The outlet's settings: named texts, each change an act that tells old and new."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.store.connection import Cursor, Reader, Row

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


def _text(row: Row) -> str:
    text: str = row[0]
    return text
