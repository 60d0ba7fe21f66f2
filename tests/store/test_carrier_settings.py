"""What the owner changed of carriers, as rows."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain.carrier import carriers
from outlet_app.store import carrier_settings
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def test_a_change_stands_over_what_was_shipped_until_it_is_restored(store: Store) -> None:
    plain = carriers()["sf"]
    store.write(AUTHOR, carrier_settings.changed(plain, replace(plain, name_zh="丰")))
    store.write(AUTHOR, carrier_settings.changed(plain, replace(plain, name_zh="顺丰")))
    assert carrier_settings.book(store.reader)["sf"].name_zh == "顺丰"
    assert carrier_settings.is_changed(store.reader, "sf")
    store.write(AUTHOR, carrier_settings.restored(plain))
    assert carrier_settings.book(store.reader) == carriers()
    assert not carrier_settings.is_changed(store.reader, "sf")


def test_the_order_stands(store: Store) -> None:
    store.write(AUTHOR, carrier_settings.ordered(store.reader, ("jd", "sf")))
    assert list(carrier_settings.book(store.reader))[:3] == ["jd", "sf", "yto"]
