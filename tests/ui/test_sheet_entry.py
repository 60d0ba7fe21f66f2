"""The page that takes the recovery sheet."""

from __future__ import annotations

from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import DiskFull, KeyMismatch, LabelCodeRefused, OutletError, WrongPassword
from outlet_app.sealing.label_code import write_recovery_code
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.sealing.sheet_reading import read_sheet, sheet_secret
from outlet_app.ui.sheet_entry import SheetEntryPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services.rescue import Rescue, SheetReading
    from outlet_app.ui.tasks import Tasks

SECRET = bytes(range(32))
WORDS = write_words(SECRET, WordList.ENGLISH)


class _Reader:
    """As much of a rescue as the page asks for."""

    def read_sheet(self, text: str) -> SheetReading:
        return read_sheet(text)


@pytest.fixture
def opened() -> list[bytes]:
    """What the page opened with."""
    return []


@pytest.fixture
def page(speaking: QApplication, tasks: Tasks, qtbot: QtBot, opened: list[bytes]) -> SheetEntryPage:
    assert speaking is not None
    made = SheetEntryPage(cast("Rescue", _Reader()), lambda text: opened.append(sheet_secret(text)), tasks)
    qtbot.addWidget(made)
    made.show()
    made.enter()
    return made


def _put(page: SheetEntryPage, tasks: Tasks, qtbot: QtBot, text: str) -> str:
    page.words.setPlainText(text)
    qtbot.waitUntil(lambda: not page._still.isActive() and tasks.is_idle())
    return page.state.text()


def test_how_many_words_stand_there_and_which_is_in_no_list_is_told(
    page: SheetEntryPage, tasks: Tasks, qtbot: QtBot
) -> None:
    assert page.state.text() == "0 of 25 words"
    assert _put(page, tasks, qtbot, " ".join(WORDS[:7])) == "7 of 25 words"
    assert "word 3" in _put(page, tasks, qtbot, " ".join([*WORDS[:2], "zz", *WORDS[3:7]]))
    assert "All 25" in _put(page, tasks, qtbot, " ".join(WORDS))


def test_the_one_word_that_is_wrong_is_told(page: SheetEntryPage, tasks: Tasks, qtbot: QtBot) -> None:
    typed = [*WORDS[:4], "zoo" if WORDS[4] != "zoo" else "zone", *WORDS[5:]]
    assert "5" in _put(page, tasks, qtbot, " ".join(typed))
    several = [*reversed(WORDS[:12]), *WORDS[12:]]
    assert "more than one" in _put(page, tasks, qtbot, " ".join(several))


def test_enter_opens_with_the_words_and_shift_enter_begins_a_line(
    page: SheetEntryPage, tasks: Tasks, qtbot: QtBot, opened: list[bytes]
) -> None:
    qtbot.keyClick(page.words, Qt.Key.Key_Return)
    assert not opened
    page.words.setPlainText(" ".join(WORDS))
    qtbot.keyClick(page.words, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    with qtbot.waitSignal(page.answered):
        qtbot.keyClick(page.words, Qt.Key.Key_Return)
    assert opened == [SECRET]
    qtbot.waitUntil(tasks.is_idle)


def test_a_scan_of_the_sheet_opens_and_is_never_shown(page: SheetEntryPage, qtbot: QtBot, opened: list[bytes]) -> None:
    with qtbot.waitSignal(page.answered):
        page.take_scan(write_recovery_code(bytes(16), SECRET))
    assert opened == [SECRET]
    assert not page.words.toPlainText()
    page.take_scan("OK1.ANOTHER.CODE")
    assert "OR1." in page.fault.text()


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (LabelCodeRefused(), "not yet"),
        (WrongPassword(), "another outlet"),
        (KeyMismatch(), "put this backup together"),
    ],
)
def test_what_is_wrong_is_said_in_the_words_of_a_sheet(page: SheetEntryPage, error: OutletError, words: str) -> None:
    page.tell_error(error)
    assert words in page.fault.text()


def test_other_errors_keep_their_own_words_and_leaving_forgets(page: SheetEntryPage, tmp_path: Path) -> None:
    page.tell_error(DiskFull(tmp_path / "x.db"))
    assert "x.db" in page.fault.text()
    page.words.setPlainText("abandon")
    page.leave()
    assert not page.words.toPlainText()
