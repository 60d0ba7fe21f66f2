"""The carriers side by side: chosen by digit, arrow and click, counted, placed in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlet_app.ui import languages
from outlet_app.ui.carrier_tabs import MOST_KEYS, CarrierTab, CarrierTabs
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

THREE = (CarrierTab("yto", "YTO", 12, 3), CarrierTab("zto", "ZTO"), CarrierTab("sf", "SF", None, 2))


@pytest.fixture
def tabs(qtbot: QtBot, speaking: QApplication) -> CarrierTabs:
    assert speaking
    made = CarrierTabs()
    qtbot.addWidget(made)
    made.resize(900, 60)
    made.show_tabs(THREE)
    made.show()
    return made


def test_each_says_its_digit_its_name_and_how_many_are_on_its_open_list(tabs: CarrierTabs) -> None:
    assert [button.text() for button in tabs.buttons.values()] == ["1  YTO  12", "2  ZTO", "3  SF"]
    assert tabs.buttons["yto"].accessibleName() == "YTO: 12 on the open list, 3 not on it yet"
    assert tabs.buttons["sf"].accessibleName() == "SF: no open list, 2 to hand over"


def test_the_first_is_chosen_and_stays_so_while_it_is_offered(tabs: CarrierTabs) -> None:
    assert tabs.current == "yto"
    tabs.choose("zto")
    tabs.show_tabs(THREE[1:])
    assert tabs.current == "zto"
    tabs.show_tabs(THREE[2:])
    assert tabs.current == "sf"
    tabs.show_tabs(())
    assert tabs.current == ""


def test_a_digit_chooses_as_a_click_does_and_one_without_a_carrier_does_nothing(
    tabs: CarrierTabs, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(tabs.chosen) as told:
        assert tabs.choose_place(3)
    assert told.args == ["sf"]
    assert not tabs.choose_place(4)
    assert not tabs.choose_place(0)
    assert tabs.current == "sf"


def test_the_tenth_has_no_digit_but_the_arrow_keys_reach_it(tabs: CarrierTabs) -> None:
    tabs.show_tabs(CarrierTab(f"c{place}", f"Carrier {place}") for place in range(MOST_KEYS + 1))
    assert tabs.buttons["c9"].text() == "Carrier 9"
    assert not tabs.choose_place(MOST_KEYS + 1)
    tabs.buttons["c0"].setFocus()
    QTest.keyClick(tabs.buttons["c0"], Qt.Key.Key_Left)
    assert tabs.current == "c9"
    QTest.keyClick(tabs.buttons["c9"], Qt.Key.Key_Right)
    assert tabs.current == "c0"


@pytest.mark.parametrize("width", [240, 600, 1200])
def test_no_name_is_cut_however_narrow_the_window(qtbot: QtBot, speaking: QApplication, width: int) -> None:
    assert speaking
    window, tabs = QWidget(), CarrierTabs()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(tabs)
    tabs.show_tabs(CarrierTab(f"c{place}", f"Long carrier name {place}", 88, 0) for place in range(11))
    window.resize(width, 500)
    window.show()
    buttons = tabs.buttons.values()

    def are_whole() -> bool:
        inside = all(button.geometry().right() < width for button in buttons)
        return inside and all(button.width() >= button.sizeHint().width() for button in buttons)

    qtbot.waitUntil(are_whole)
    assert window.width() == width


def test_they_speak_the_language_of_the_screen(tabs: CarrierTabs, qtbot: QtBot, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: tabs.buttons["sf"].toolTip() == "SF：没有未交接的交接单，店内待交 2 件")
