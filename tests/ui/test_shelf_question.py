"""The question to which shelf a parcel moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.shelf_question import ShelfQuestion

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def question(qtbot: QtBot, speaking: object) -> ShelfQuestion:
    assert speaking
    shown = ShelfQuestion()
    qtbot.addWidget(shown)
    shown.ask("YT1")
    return shown


def test_a_shelf_is_answered_as_it_is_written(question: ShelfQuestion) -> None:
    answered: list[str] = []
    question.answered.connect(answered.append)
    QTest.keyClicks(question.text, "a3")
    QTest.keyClick(question.text, Qt.Key.Key_Return)
    assert answered == ["A3"]


def test_what_is_no_shelf_is_said_and_asked_on(question: ShelfQuestion) -> None:
    answered: list[str] = []
    question.answered.connect(answered.append)
    QTest.keyClick(question.text, Qt.Key.Key_Return)
    assert question.fault.text()
    QTest.keyClicks(question.text, "?")
    assert not question.fault.text()
    QTest.keyClick(question.text, Qt.Key.Key_Return)
    assert question.fault.text()
    assert answered == []


def test_escape_gives_it_up_and_the_next_question_begins_empty(question: ShelfQuestion) -> None:
    given_up: list[bool] = []
    question.given_up.connect(lambda: given_up.append(True))
    QTest.keyClicks(question.text, "15")
    QTest.keyClick(question.text, Qt.Key.Key_Escape)
    assert given_up == [True]
    assert not question.isVisible()
    question.ask("YT2")
    assert question.text.text() == ""


def test_question_and_fault_follow_the_language_and_what_is_typed_stays(
    question: ShelfQuestion, qtbot: QtBot, speaking: QApplication
) -> None:
    QTest.keyClicks(question.text, "?")
    QTest.keyClick(question.text, Qt.Key.Key_Return)
    assert question.words.text() == "YT1 to shelf"
    fault = question.fault.text()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: question.words.text() != "YT1 to shelf")
    assert question.words.text().startswith("YT1")
    assert question.fault.text() not in {"", fault}
    assert question.text.text() == "?"
