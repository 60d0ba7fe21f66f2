"""Where labels go, and what is remembered of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app import printing
from outlet_app.domain.printer import Printer
from outlet_app.errors import PrinterGone
from outlet_app.ui import languages, prompts
from outlet_app.ui.languages import Language
from outlet_app.ui.preferences import Preferences, PrinterUse
from outlet_app.ui.printer_choice import PrinterChoice
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER, make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


@pytest.fixture(scope="module")
def chen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = make_outlet(tmp_path_factory.mktemp("outlet")).chen()
    yield services
    services.session.store.close()


@pytest.fixture
def choice(chen: Services, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot) -> PrinterChoice:
    assert speaking
    return made(chen, tasks, preferences, qtbot)


def made(chen: Services, tasks: Tasks, preferences: Preferences, qtbot: QtBot) -> PrinterChoice:
    widget = PrinterChoice(chen.printing_desk, tasks, preferences)
    qtbot.addWidget(widget)
    widget.show()
    qtbot.waitUntil(tasks.is_idle)
    return widget


def pick(choice: PrinterChoice, words: str) -> None:
    index = choice.choice.findText(words)
    assert index >= 0, [choice.choice.itemText(row) for row in range(choice.choice.count())]
    choice.choice.setCurrentIndex(index)
    choice.choice.activated.emit(index)


def test_without_a_printer_there_is_a_folder_and_nothing(choice: PrinterChoice) -> None:
    choice.offer(())
    assert choice.chosen() is None
    assert not choice.code.isVisible()


def test_the_approved_printer_is_taken_first_and_prints_with_code(choice: PrinterChoice, qtbot: QtBot) -> None:
    with qtbot.waitSignal(choice.changed):
        choice.offer((OTHER_PRINTER, LABEL_PRINTER))
    assert choice.chosen() == LABEL_PRINTER
    assert choice.code.text() == "with code"
    pick(choice, "office")
    assert choice.chosen() == OTHER_PRINTER
    assert choice.code.text() == "without code"


def test_a_printer_that_only_borrows_the_name_gets_no_code(choice: PrinterChoice) -> None:
    choice.offer((Printer(LABEL_PRINTER.name, "file:/tmp/taken", LABEL_PRINTER.driver),))
    pick(choice, LABEL_PRINTER.name)
    assert choice.code.text() == "without code"


def test_the_printer_used_last_is_chosen_again(
    choice: PrinterChoice, chen: Services, tasks: Tasks, preferences: Preferences, qtbot: QtBot
) -> None:
    choice.offer((OTHER_PRINTER, LABEL_PRINTER))
    pick(choice, "office")
    later = made(chen, tasks, preferences, qtbot)
    later.offer((LABEL_PRINTER, OTHER_PRINTER))
    assert later.chosen() == OTHER_PRINTER


def test_a_folder_takes_labels_without_code_and_is_remembered(
    choice: PrinterChoice, chen: Services, tasks: Tasks, preferences: Preferences, qtbot: QtBot, tmp_path: Path
) -> None:
    folder = tmp_path / "面单 pdf"
    folder.mkdir()
    prompts.answer_next(folder)
    with qtbot.waitSignal(choice.changed):
        pick(choice, "PDF files in a folder…")
    assert choice.chosen() == printing.folder_printer(folder)
    assert choice.choice.currentText() == "PDF files in 面单 pdf"
    assert choice.code.text() == "without code"
    assert made(chen, tasks, preferences, qtbot).chosen() == printing.folder_printer(folder)


def test_a_folder_not_chosen_changes_nothing(choice: PrinterChoice) -> None:
    choice.offer((LABEL_PRINTER,))
    prompts.answer_next(None)
    pick(choice, "PDF files in a folder…")
    assert choice.chosen() == LABEL_PRINTER


def test_nowhere_is_a_choice(choice: PrinterChoice, preferences: Preferences) -> None:
    choice.offer((LABEL_PRINTER,))
    pick(choice, "No printer")
    assert choice.chosen() is None
    assert preferences.choices.printer == ""


def test_a_choice_that_cannot_be_written_down_still_holds(
    chen: Services, tasks: Tasks, tmp_path: Path, speaking: object, qtbot: QtBot
) -> None:
    assert speaking
    (tmp_path / "file").write_text("in the way")
    choice = made(chen, tasks, Preferences(tmp_path / "file"), qtbot)
    choice.offer((LABEL_PRINTER, OTHER_PRINTER))
    with qtbot.waitSignal(choice.not_kept):
        pick(choice, "office")
    assert choice.chosen() == OTHER_PRINTER


@pytest.mark.qt_log_ignore("does not support (grabbing the keyboard|propagateSizeHints)")
def test_the_machine_is_asked_again_when_the_list_is_opened(
    choice: PrinterChoice, tasks: Tasks, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(printing, "printers", lambda: (OTHER_PRINTER,))
    QTest.mouseClick(choice.choice, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(tasks.is_idle)
    choice.choice.hidePopup()
    assert choice.choice.findText("office") >= 0


def test_a_change_of_language_keeps_the_choice(choice: PrinterChoice, speaking: QApplication) -> None:
    choice.offer((OTHER_PRINTER, LABEL_PRINTER))
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert choice.chosen() == LABEL_PRINTER
    assert not choice.code.text().isascii()


def test_a_chosen_printer_that_goes_is_told_and_is_chosen_again_when_it_comes_back(choice: PrinterChoice) -> None:
    choice.offer((LABEL_PRINTER, OTHER_PRINTER))
    told: list[object] = []
    choice.not_kept.connect(told.append)
    choice.offer((OTHER_PRINTER,))
    assert [(type(error), error.printer) for error in told if isinstance(error, PrinterGone)] == [
        (PrinterGone, LABEL_PRINTER.name)
    ]
    assert choice.chosen() is None
    choice.offer((LABEL_PRINTER, OTHER_PRINTER))
    assert choice.chosen() == LABEL_PRINTER
    assert len(told) == 1


def test_shelf_labels_have_a_printer_of_their_own_and_no_word_of_a_code(
    chen: Services, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot
) -> None:
    assert speaking
    shelf = PrinterChoice(chen.printing_desk, tasks, preferences, PrinterUse.SHELF_LABELS)
    qtbot.addWidget(shelf)
    shelf.show()
    qtbot.waitUntil(tasks.is_idle)
    shelf.offer((LABEL_PRINTER, OTHER_PRINTER))
    pick(shelf, OTHER_PRINTER.name)
    labels = made(chen, tasks, preferences, qtbot)
    labels.offer((LABEL_PRINTER, OTHER_PRINTER))
    assert (shelf.chosen(), labels.chosen()) == (OTHER_PRINTER, LABEL_PRINTER)
    assert not shelf.code.isVisible()
    assert labels.code.isVisible()
    assert preferences.choices.shelf_printer == OTHER_PRINTER.name
