"""Tests of the switches for language and look."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import FileReadOnly
from outlet_app.ui import languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.preferences import Preferences

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


@pytest.fixture
def switch(qtbot: QtBot, speaking: object, preferences: Preferences) -> LookSwitch:
    assert speaking
    shown = LookSwitch(preferences)
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_click_changes_the_language_at_once_and_for_the_next_start(
    switch: LookSwitch, qtbot: QtBot, preferences: Preferences
) -> None:
    qtbot.mouseClick(switch.languages[Language.CHINESE], Qt.MouseButton.LeftButton)
    assert languages.current() is Language.CHINESE
    assert preferences.choices.language is Language.CHINESE
    assert switch.languages[Language.CHINESE].isChecked()
    qtbot.waitUntil(lambda: switch.dark.toolTip() == "深色外观")


def test_the_languages_go_by_their_own_names(switch: LookSwitch) -> None:
    assert [button.text() for button in switch.languages.values()] == ["中文", "English"]


def test_a_click_changes_the_look_at_once_and_for_the_next_start(
    switch: LookSwitch, qtbot: QtBot, preferences: Preferences
) -> None:
    assert switch.dark.accessibleName() == "Dark look"
    qtbot.mouseClick(switch.dark, Qt.MouseButton.LeftButton)
    assert theme.current() is theme.DARK
    assert preferences.choices.dark
    assert switch.dark.accessibleName() == "Light look"
    qtbot.mouseClick(switch.dark, Qt.MouseButton.LeftButton)
    assert theme.current() is theme.LIGHT


def test_a_choice_that_cannot_be_written_holds_and_is_told(qtbot: QtBot, speaking: object, tmp_path: Path) -> None:
    assert speaking
    blocked = tmp_path / "state"
    blocked.touch()
    switch = LookSwitch(Preferences(blocked))
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.not_kept) as told:
        qtbot.mouseClick(switch.dark, Qt.MouseButton.LeftButton)
    assert isinstance(told.args[0], FileReadOnly)
    assert theme.current() is theme.DARK


def test_a_second_window_shows_what_the_first_chose(switch: LookSwitch, qtbot: QtBot, preferences: Preferences) -> None:
    other = LookSwitch(preferences)
    qtbot.addWidget(other)
    qtbot.mouseClick(switch.dark, Qt.MouseButton.LeftButton)
    other.show()
    assert other.dark.toolTip() == "Light look"
