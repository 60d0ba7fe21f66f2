"""Lists and parcels on them for the tests of the hand-over page's parts."""

from __future__ import annotations

from datetime import UTC, datetime

from outlet_app.domain.handover_list import HandoverItem, HandoverList, HandoverThing, HandoverWay

OPENED = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
CLOSED = datetime(2026, 11, 22, 8, 5, tzinfo=UTC)


def a_list(count: int = 3, carrier: str = "yto", number: int = 12, closed_at: datetime | None = None) -> HandoverList:
    """A list of so many parcels of a kilogram each."""
    return HandoverList(number.to_bytes(16), number, carrier, OPENED, closed_at, count, 1000 * count)


def an_item(
    position: int = 1,
    way: HandoverWay = HandoverWay.CODE,
    thing: HandoverThing = HandoverThing.WAYBILL,
    weight_g: int = 1250,
) -> HandoverItem:
    """The parcel at that place of a list."""
    return HandoverItem(position.to_bytes(16), f"YT{8800000000000 + position}", thing, way, position, weight_g)


def named(carrier: str) -> str:
    """A carrier's name as the tests' screen has it."""
    return {"yto": "YTO Express", "zto": "ZTO Express"}.get(carrier, carrier)
