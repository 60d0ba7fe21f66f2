"""How far a restore is, and the button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import Stopped
from outlet_app.services.backup_contents import RestoreProgress, RestoreStage
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.long_work import LongWork

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def work(speaking: QApplication, qtbot: QtBot) -> LongWork:
    made = LongWork()
    qtbot.addWidget(made)
    assert speaking is not None
    return made


def test_it_is_seen_from_its_beginning_to_its_end(work: LongWork) -> None:
    assert work.isHidden()
    work.begin()
    assert not work.isHidden()
    work.end()
    assert work.isHidden()


@pytest.mark.parametrize("stage", RestoreStage)
def test_every_stage_says_in_both_languages_what_is_done(
    work: LongWork, speaking: QApplication, qtbot: QtBot, stage: RestoreStage
) -> None:
    work.begin()
    work.hear(RestoreProgress(stage, 1, 4))
    english = work.words.text()
    assert work.bar.value() * 4 == work.bar.maximum()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: work.words.text() != english)
    assert not work.words.text().isascii()


def test_stop_ends_the_work_at_its_next_word(work: LongWork, qtbot: QtBot) -> None:
    work.begin()
    work.hear(RestoreProgress(RestoreStage.RECORD, 0, 0))
    qtbot.mouseClick(work.stop, Qt.MouseButton.LeftButton)
    assert not work.stop.isEnabled()
    with pytest.raises(Stopped):
        work.hear(RestoreProgress(RestoreStage.RECORD, 1, 4))
    work.begin()
    work.hear(RestoreProgress(RestoreStage.RECORD, 1, 4))
