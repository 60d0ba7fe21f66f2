"""The question to which shelf a parcel moves."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.ui.shelf_question import ShelfQuestion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def question(qtbot: QtBot, speaking: object) -> ShelfQuestion:
    assert speaking
    shown = ShelfQuestion()
    qtbot.addWidget(shown)
    shown.ask("YT1 to shelf")
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
    question.ask("YT2 to shelf")
    assert question.text.text() == ""
