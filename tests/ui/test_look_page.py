"""Tests of the page for language and look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.errors import FileReadOnly
from outlet_app.ui import languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.look import Look
from outlet_app.ui.look_page import LookPage
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.ranges_page import RangesPage

if TYPE_CHECKING:
    from outlet_app.ui.preferences import Preferences
    from tests.ui.equipping import Equipping


@pytest.fixture
def page(equipping: Equipping) -> LookPage:
    return equipping.open(LookPage)


def test_it_shows_what_is_chosen(page: LookPage) -> None:
    assert page.languages[Language.ENGLISH].isChecked()
    assert page.looks[Look.LIGHT].isChecked()


def test_another_language_holds_at_once_and_keeps_what_is_typed_elsewhere(
    equipping: Equipping, preferences: Preferences
) -> None:
    ranges = equipping.open(RangesPage)
    ranges.enter.texts["first"].setText("SF100000000001")
    page = equipping.open(LookPage)
    equipping.qtbot.mouseClick(page.languages[Language.CHINESE], Qt.MouseButton.LeftButton)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert languages.current() is Language.CHINESE
    assert preferences.choices.language is Language.CHINESE
    assert page.looks[Look.SYSTEM].text() == "跟随系统"
    assert ranges.enter.texts["first"].text() == "SF100000000001"
    assert equipping.messages[0][0] == "good"


def test_the_arrow_keys_alone_choose_a_look(equipping: Equipping, page: LookPage, preferences: Preferences) -> None:
    page.looks[Look.LIGHT].setFocus()
    equipping.press(Qt.Key.Key_Down)
    assert theme.current() is theme.DARK
    assert (preferences.choices.dark, preferences.choices.follows_system) == (True, False)
    equipping.press(Qt.Key.Key_Down)
    assert preferences.choices.follows_system
    assert theme.current() is theme.LIGHT


def test_the_switch_at_the_top_shows_what_the_page_chose(
    equipping: Equipping, page: LookPage, preferences: Preferences
) -> None:
    switch = LookSwitch(preferences)
    equipping.qtbot.addWidget(switch)
    switch.show()
    page.looks[Look.DARK].click()
    assert switch.dark.toolTip() == "Light look"
    switch.dark.click()
    page.load()
    assert page.looks[Look.LIGHT].isChecked()


def test_a_choice_that_cannot_be_written_holds_and_is_told(
    equipping: Equipping, page: LookPage, preferences: Preferences
) -> None:
    preferences._path = preferences._path / "below" / "a file"
    page.looks[Look.DARK].click()
    assert theme.current() is theme.DARK
    assert [type(error) for error in equipping.troubles] == [FileReadOnly]
    assert equipping.messages == []
