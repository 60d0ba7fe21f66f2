"""The outlet's settings."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import USUAL_SETUP, Placing, PrinterSetup
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


def test_each_printer_keeps_its_own_setup_and_the_act_tells_it(store: Store) -> None:
    setup = PrinterSetup("100x150", Placing(3, -12, 1005))
    assert profile.printer_setup(store.reader, "counter") == USUAL_SETUP
    store.write(AUTHOR, profile.printer_setup_changed(store.reader, "counter", setup))
    assert profile.printer_setup(store.reader, "counter") == setup
    assert profile.printer_setup(store.reader, "office") == USUAL_SETUP
    act = activities.newest(store.reader)
    assert act is not None
    assert act.detail == '{"name":"printer-setup:counter","new":"100x150 +3 -12 1005","old":""}'
