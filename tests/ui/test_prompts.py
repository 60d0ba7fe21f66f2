"""Tests of the one door to message boxes and file dialogs, with real boxes where a person would click."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMessageBox

from outlet_app.ui import languages, prompts
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from collections.abc import Callable

pytestmark = pytest.mark.usefixtures("speaking")


def _when_asked(act: Callable[[QMessageBox], None]) -> None:
    def look() -> None:
        box = QApplication.activeModalWidget()
        if isinstance(box, QMessageBox):
            act(box)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def _click(words: str) -> Callable[[QMessageBox], None]:
    return lambda box: next(button for button in box.buttons() if button.text() == words).click()


def test_the_button_that_agrees_means_yes() -> None:
    _when_asked(_click("Throw it away"))
    assert prompts.ask(None, "Throw the draft away?", "Throw it away", "Keep it")


def test_the_button_that_refuses_means_no() -> None:
    _when_asked(_click("Keep it"))
    assert not prompts.ask(None, "Throw the draft away?", "Throw it away", "Keep it")


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Escape])
def test_a_scanner_s_enter_and_escape_decide_nothing(key: Qt.Key) -> None:
    _when_asked(lambda box: QTest.keyClick(box.defaultButton(), key))
    assert not prompts.ask(None, "Throw the draft away?", "Throw it away", "Keep it")


def test_the_crash_window_offers_the_report_and_copies_it_only_when_asked() -> None:
    clipboard = QGuiApplication.clipboard()
    clipboard.setText("before")
    shown: list[str] = []

    def leave(box: QMessageBox) -> None:
        shown.extend((box.informativeText(), box.detailedText()))
        _click("Go on working")(box)

    _when_asked(leave)
    prompts.show_crash("ValueError\n  entry.py:12 accept")
    assert clipboard.text() == "before"
    assert "stored and safe" in shown[0]
    assert shown[1] == "ValueError\n  entry.py:12 accept"
    _when_asked(_click("Copy the technical report"))
    prompts.show_crash("ValueError")
    assert clipboard.text() == "ValueError"


def test_prepared_answers_are_taken_in_order(tmp_path: Path) -> None:
    prompts.answer_next(True, False, tmp_path, None, tmp_path / "a.csv", True)
    assert prompts.ask(None, "?", "Do it", "Leave it")
    assert not prompts.ask(None, "?", "Do it", "Leave it")
    assert prompts.choose_folder(None, "Folder", Path()) == tmp_path
    assert prompts.choose_file(None, "File", Path(), "CSV (*.csv)") is None
    assert prompts.choose_file(None, "File", Path(), "CSV (*.csv)") == tmp_path / "a.csv"
    prompts.show_crash("copied")
    assert QGuiApplication.clipboard().text() == "copied"


def test_an_answer_that_no_question_took_is_known() -> None:
    prompts.answer_next(True)
    assert prompts.unasked() == 1
    prompts.forget_answers()
    assert prompts.unasked() == 0


def _when_choosing(act: Callable[[QFileDialog], None]) -> None:
    def look() -> None:
        dialog = QApplication.activeModalWidget()
        if isinstance(dialog, QFileDialog):
            act(dialog)
        else:
            QTimer.singleShot(10, look)

    QTimer.singleShot(0, look)


def test_a_folder_is_chosen_in_the_system_s_own_way_or_not_at_all(tmp_path: Path) -> None:
    _when_choosing(QFileDialog.accept)
    assert prompts.choose_folder(None, "Folder", tmp_path) == tmp_path
    _when_choosing(QFileDialog.reject)
    assert prompts.choose_folder(None, "Folder", tmp_path) is None


def test_a_file_is_chosen_in_the_system_s_own_way_or_not_at_all(tmp_path: Path) -> None:
    wanted = tmp_path / "a.csv"
    wanted.touch()

    def choose(dialog: QFileDialog) -> None:
        dialog.selectFile(str(wanted))
        dialog.accept()

    _when_choosing(choose)
    assert prompts.choose_file(None, "File", tmp_path, "CSV (*.csv)") == wanted
    _when_choosing(QFileDialog.reject)
    assert prompts.choose_file(None, "File", tmp_path, "CSV (*.csv)") is None


def test_the_file_dialog_speaks_chinese_where_qt_does_not(speaking: QApplication, tmp_path: Path) -> None:
    languages.speak(speaking, Language.CHINESE)
    said: list[str] = []

    def read(dialog: QFileDialog) -> None:
        said.extend(dialog.labelText(label) for label in QFileDialog.DialogLabel)
        dialog.reject()

    _when_choosing(read)
    prompts.choose_folder(None, "Folder", tmp_path)
    assert len(said) == len(QFileDialog.DialogLabel)
    assert all(re.search(r"[\u4e00-\u9fff]", words) for words in said)
