"""What the owner changed of the carriers, and in which order they are offered."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.carrier import carriers
from outlet_app.domain.carrier_book import carrier_book, described, write_carrier
from outlet_app.store import profile
from outlet_app.store.setting_commitments import CARRIER, COMMITMENT, of_carrier
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.carrier import Carrier
    from outlet_app.store.connection import Cursor, Reader, Row

_ORDER = "carrier-order"
_ALL = "SELECT code, settings FROM carrier_settings ORDER BY code"
_ONE = "SELECT code, settings FROM carrier_settings WHERE code = ?"
_SET = (
    "INSERT INTO carrier_settings (code, settings) VALUES (?, ?)"
    " ON CONFLICT (code) DO UPDATE SET settings = excluded.settings"
)
_DROP = "DELETE FROM carrier_settings WHERE code = ?"


def book(reader: Reader) -> dict[str, Carrier]:
    """Every carrier of the outlet by its code, switched-off ones too, in the owner's order."""
    order = profile.setting(reader, _ORDER).split()
    return carrier_book(carriers(), dict(reader.rows(_pair, _ALL)), order)


def is_changed(reader: Reader, code: str) -> bool:
    """Whether the owner changed this carrier, or added it."""
    return reader.row(_pair, _ONE, code) is not None


def changed(former: Carrier | None, carrier: Carrier) -> Entry:
    """The carrier becomes this; `former` is None for one that is added. Old and new stand in the act."""

    def apply(cursor: Cursor) -> None:
        cursor.run(_SET, carrier.code, write_carrier(carrier))

    return Entry(_act(carrier.code, former, carrier, write_carrier(carrier)), apply)


def restored(former: Carrier) -> Entry:
    """A shipped carrier is again as it was shipped."""

    def apply(cursor: Cursor) -> None:
        cursor.run(_DROP, former.code)

    return Entry(_act(former.code, former, carriers()[former.code], ""), apply)


def ordered(reader: Reader, codes: Sequence[str]) -> Entry:
    """Carriers are offered in this order from now on."""
    return profile.setting_changed(reader, _ORDER, " ".join(codes))


def _act(code: str, former: Carrier | None, carrier: Carrier, settings: str) -> Activity:
    old = "" if former is None else described(former)
    detail = {"name": f"{CARRIER}{code}", "old": old, "new": described(carrier)}
    return Activity(ActivityKind.SETTING_CHANGED, None, {**detail, COMMITMENT: of_carrier(code, settings)})


def _pair(row: Row) -> tuple[str, str]:
    return row[0], row[1]
