"""Tests of what stands below the sign-in card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.services import EntranceNote
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.sign_in_notes import SignInNotes

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.mark.parametrize("note", EntranceNote)
def test_a_note_is_shown_only_when_it_is_true(note: EntranceNote, speaking: QApplication, qtbot: QtBot) -> None:
    notes = SignInNotes(())
    qtbot.addWidget(notes)
    notes.show()
    assert not any(line.isVisible() for line in notes.notes.values())
    notes.show_notes(frozenset({note}))
    assert [shown for shown, line in notes.notes.items() if line.isVisible()] == [note]
    english = notes.notes[note].words.text()
    languages.speak(speaking, Language.CHINESE)
    notes.retranslate()
    assert notes.notes[note].words.text() != english


@pytest.mark.usefixtures("speaking")
def test_a_click_on_a_demo_login_gives_name_and_password(qtbot: QtBot) -> None:
    notes = SignInNotes((("王店主", "demo-owner"), ("陈伟", "demo-chen")))
    qtbot.addWidget(notes)
    notes.show()
    with qtbot.waitSignal(notes.login_chosen) as told:
        qtbot.mouseClick(notes.logins[1], Qt.MouseButton.LeftButton)
    assert told.args == ["陈伟", "demo-chen"]


@pytest.mark.usefixtures("speaking")
def test_a_real_outlet_shows_no_logins(qtbot: QtBot) -> None:
    notes = SignInNotes(())
    qtbot.addWidget(notes)
    notes.show()
    assert notes.logins == ()
    assert not notes.invitation.isVisible()
