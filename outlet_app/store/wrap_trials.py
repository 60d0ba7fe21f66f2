"""Which waybills' W1 the owner's key was tried on: those sealed since the act that says so last."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store import activities
from outlet_app.store.profile import setting
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act
    from outlet_app.store.connection import Cursor, Reader, Row

_NAME = "wraps-tried"
_POINT = (
    "INSERT INTO settings (name, value) VALUES (?, (SELECT max(n) + 1 FROM acts))"
    " ON CONFLICT (name) DO UPDATE SET value = excluded.value"
)
_SEALED = (
    "SELECT record_id FROM acts WHERE n > ? AND n <= ? AND record_id IS NOT NULL AND kind IN ('accepted', 'corrected')"
)


def tried(up_to: int, count: int, odd: int) -> Entry:
    """Every W1 sealed up to act `up_to` was tried: `count` of them now, `odd` of which do not open. Written alone.

    A setting beside points to the act, so that it is found; what it points to is believed for its signature.
    """

    def apply(cursor: Cursor) -> None:
        cursor.run(_POINT, _NAME)

    detail = {"up_to": up_to, "tried": count, "odd": odd}
    return Entry(Activity(ActivityKind.WRAPS_TRIED, None, detail), apply)


def last_trial(reader: Reader) -> Act | None:
    """The act that the setting points to, as it stands there; None where it points to no trial."""
    pointed = setting(reader, _NAME)
    acts = activities.after(reader, int(pointed) - 1, 1) if pointed.isdecimal() and len(pointed) < 19 else []
    return acts[0] if acts and acts[0].kind == ActivityKind.WRAPS_TRIED else None


def sealed_between(reader: Reader, above: int, up_to: int) -> list[bytes]:
    """The waybills that the acts with `above` < n <= `up_to` accepted or corrected, each once, by their ids."""
    return list(dict.fromkeys(reader.rows(_record_id, _SEALED, above, up_to)))


def _record_id(row: Row) -> bytes:
    record_id: bytes = row[0]
    return record_id
