"""Tests of the pages at the left of the window."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import theme
from outlet_app.ui.navigation import Navigation, PageName
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def navigation(qtbot: QtBot, speaking: object) -> Navigation:
    assert speaking
    shown = Navigation({PageName.ACCEPT: "F2"})
    qtbot.addWidget(shown)
    shown.name_pages({PageName.ACCEPT: "Accept"}, "Lock", "Signs you out")
    shown.show()
    return shown


def test_a_click_asks_for_the_page(navigation: Navigation, qtbot: QtBot) -> None:
    with qtbot.waitSignal(navigation.page_chosen) as told:
        qtbot.mouseClick(navigation.pages[PageName.ACCEPT], Qt.MouseButton.LeftButton)
    assert told.args == [PageName.ACCEPT]


def test_the_open_page_is_marked_by_more_than_colour(navigation: Navigation) -> None:
    button = navigation.pages[PageName.ACCEPT]
    assert button.property("iconToken") == Token.TEXT
    navigation.mark(PageName.ACCEPT)
    assert button.isChecked()
    assert button.property("iconToken") == Token.ON_PRIMARY


def test_the_lock_says_what_it_does(navigation: Navigation, qtbot: QtBot) -> None:
    assert navigation.lock.toolTip() == "Signs you out"
    with qtbot.waitSignal(navigation.lock_asked):
        qtbot.mouseClick(navigation.lock, Qt.MouseButton.LeftButton)


def test_every_target_is_large_enough_to_be_hit(navigation: Navigation) -> None:
    for button in (*navigation.pages.values(), navigation.lock):
        assert button.height() >= theme.TARGET_PX
