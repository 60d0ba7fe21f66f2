"""The outlet's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.store import activities, profile
from tests.store.rows import AUTHOR

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def test_a_setting_keeps_its_last_text_and_its_acts_tell_the_change(store: Store) -> None:
    assert profile.setting(store.reader, "stock") == ""
    assert profile.setting(store.reader, "stock", "76x130") == "76x130"
    store.write(AUTHOR, profile.setting_changed(store.reader, "stock", "100x150"))
    store.write(AUTHOR, profile.setting_changed(store.reader, "stock", "100x180"))
    assert profile.setting(store.reader, "stock", "76x130") == "100x180"
    told = [act.detail for act in activities.after(store.reader, 1, 10)]
    assert told == [
        '{"name":"stock","new":"100x150","old":""}',
        '{"name":"stock","new":"100x180","old":"100x150"}',
    ]


def test_settings_do_not_know_each_other(store: Store) -> None:
    store.write(AUTHOR, profile.setting_changed(store.reader, "stock", "76x130"))
    assert profile.setting(store.reader, "Stock") == ""
