"""Choosing a carrier by one digit."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlet_app.domain.carrier import carriers
from outlet_app.ui import languages
from outlet_app.ui.carrier_keys import CarrierKeys
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def keys(qtbot: QtBot, speaking: object) -> CarrierKeys:
    assert speaking
    shown = CarrierKeys()
    qtbot.addWidget(shown)
    shown.offer(("yto", "zto", "sf"))
    shown.show()
    return shown


def test_a_digit_or_a_click_chooses(keys: CarrierKeys) -> None:
    chosen: list[str] = []
    keys.chosen.connect(chosen.append)
    QTest.keyClicks(keys, "2")
    keys.buttons["sf"].click()
    assert chosen == ["zto", "sf"]


def test_a_digit_of_nobody_chooses_nothing(keys: CarrierKeys) -> None:
    chosen: list[str] = []
    keys.chosen.connect(chosen.append)
    QTest.keyClicks(keys, "90x")
    QTest.keyClick(keys, Qt.Key.Key_Return)
    assert chosen == []


def test_enter_takes_the_one_that_was_chosen_last_while_it_is_offered(keys: CarrierKeys) -> None:
    QTest.keyClicks(keys, "2")
    chosen: list[str] = []
    keys.chosen.connect(chosen.append)
    keys.offer(("sf", "zto"))
    assert keys.buttons["zto"].property("last")
    QTest.keyClick(keys, Qt.Key.Key_Return)
    keys.offer(("sf", "yto"))
    QTest.keyClick(keys, Qt.Key.Key_Return)
    assert chosen == ["zto"]


def test_each_button_says_its_digit_and_name_in_the_language_of_the_screen(
    keys: CarrierKeys, speaking: QApplication, qtbot: QtBot
) -> None:
    assert keys.buttons["zto"].text() == "2  ZTO"
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: keys.buttons["zto"].text() == "2  中通快递")


def test_a_name_with_an_ampersand_is_shown_as_it_is_and_has_no_key_of_its_own(keys: CarrierKeys) -> None:
    keys.offer(("jt",))
    button = keys.buttons["jt"]
    assert button.text() == "1  J&&T Express"
    assert button.shortcut().isEmpty()


def test_fewer_stand_in_a_row_where_there_is_less_room_and_none_is_cut(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    keys = CarrierKeys()
    keys.offer(tuple(carriers()))

    def rows() -> int:
        return len({button.y() for button in keys.buttons.values()})

    page = QWidget()
    qtbot.addWidget(page)
    QVBoxLayout(page).addWidget(keys)
    page.resize(900, 200)
    page.show()
    qtbot.waitUntil(lambda: rows() == 2)
    page.resize(page.minimumSizeHint().width(), 400)
    qtbot.waitUntil(lambda: rows() == 5)
    assert keys.width() < 400
    assert all(button.width() >= button.sizeHint().width() for button in keys.buttons.values())
    assert all(keys.rect().contains(button.geometry()) for button in keys.buttons.values())
