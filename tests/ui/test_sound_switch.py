"""The button for the tones."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.desktop import Outcome
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.sound_switch import SoundSwitch
from outlet_app.ui.sounds import GOOD, Sounds, wave_file

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def heard() -> list[bytes]:
    return []


@pytest.fixture
def switch(qtbot: QtBot, speaking: QApplication, preferences: Preferences, heard: list[bytes]) -> SoundSwitch:
    assert speaking
    preferences.keep(replace(preferences.choices, sounds=True))
    shown = SoundSwitch(Sounds(preferences, lambda sound: heard.append(sound) or Outcome.DONE))
    qtbot.addWidget(shown)
    shown.show()
    return shown


def test_a_click_turns_them_off_and_one_more_on_again_which_is_heard(
    switch: SoundSwitch, qtbot: QtBot, heard: list[bytes], preferences: Preferences
) -> None:
    assert switch.accessibleName() == "Tones are on: turn them off"
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert (heard, preferences.choices.sounds) == ([], False)
    assert switch.accessibleName() == "Tones are off: turn them on"
    qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
    assert (heard, preferences.choices.sounds) == ([wave_file(GOOD)], True)


def test_it_speaks_the_language_of_the_screen(switch: SoundSwitch, qtbot: QtBot, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: switch.accessibleName() == "提示音已开：点一下关闭")


def test_a_choice_that_cannot_be_written_is_told(qtbot: QtBot, speaking: QApplication, tmp_path: Path) -> None:
    assert speaking
    (tmp_path / "blocked").touch()
    switch = SoundSwitch(Sounds(Preferences(tmp_path / "blocked"), lambda _: Outcome.DONE))
    qtbot.addWidget(switch)
    with qtbot.waitSignal(switch.not_kept):
        qtbot.mouseClick(switch, Qt.MouseButton.LeftButton)
