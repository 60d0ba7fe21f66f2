"""What a reveal is for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.reveal_terms import RevealReason
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.reveal_question import RevealQuestion

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

Answers = list[tuple[RevealReason, str]]


@pytest.fixture
def question(qtbot: QtBot, speaking: QApplication) -> RevealQuestion:
    del speaking
    asked = RevealQuestion()
    qtbot.addWidget(asked)
    asked.show()
    asked.activateWindow()
    qtbot.waitUntil(asked.isActiveWindow)
    return asked


@pytest.fixture
def answers(question: RevealQuestion) -> Answers:
    given: Answers = []
    question.answered.connect(lambda reason, note: given.append((reason, note)))
    return given


def test_one_digit_answers(question: RevealQuestion, answers: Answers) -> None:
    assert question.question.text() == "What for? It goes into the record."
    assert question.take_key(Qt.Key.Key_1)
    assert question.take_key(Qt.Key.Key_4)
    assert not question.take_key(Qt.Key.Key_6)
    assert not question.take_key(Qt.Key.Key_Q)
    assert answers == [(RevealReason.CALL, ""), (RevealReason.ASKED_BY_PERSON, "")]


def test_a_click_answers_too(question: RevealQuestion, answers: Answers) -> None:
    question.reasons.buttons[RevealReason.ADDRESS_UNCLEAR].click()
    assert answers == [(RevealReason.ADDRESS_UNCLEAR, "")]


def test_another_reason_waits_for_its_words(question: RevealQuestion, answers: Answers, qtbot: QtBot) -> None:
    question.take_key(Qt.Key.Key_5)
    assert answers == []
    assert question.note.hasFocus()
    assert question.fault.text() == "Say in a few words what it is for, then press Enter."
    qtbot.keyClick(question.note, Qt.Key.Key_Return)
    assert answers == []
    qtbot.keyClicks(question.note, "wet label")
    assert not question.fault.isVisible()
    qtbot.keyClick(question.note, Qt.Key.Key_Return)
    assert answers == [(RevealReason.OTHER, "wet label")]


def test_a_note_that_is_typed_first_goes_with_the_reason(
    question: RevealQuestion, answers: Answers, qtbot: QtBot
) -> None:
    question.note.setFocus()
    qtbot.keyClicks(question.note, "  5 pm ")
    qtbot.keyClick(question.note, Qt.Key.Key_Return)
    assert answers == []
    assert question.reasons.buttons[RevealReason.CALL].hasFocus()
    question.take_key(Qt.Key.Key_1)
    assert answers == [(RevealReason.CALL, "5 pm")]


def test_a_note_that_is_refused_is_mended_beside_its_sentence(question: RevealQuestion, qtbot: QtBot) -> None:
    question.note.setText("call 138")
    question.tell_fault(Fault("note", FaultKind.CONTAINS_PHONE))
    assert question.fault.text() == "A phone number is in it. Take it out."
    assert question.note.hasFocus()
    qtbot.keyClick(question.note, Qt.Key.Key_Backspace)
    assert question.fault.text() == ""


def test_the_next_question_begins_empty(question: RevealQuestion, answers: Answers) -> None:
    question.note.setText("for the last one")
    question.take_key(Qt.Key.Key_5)
    question.forget()
    assert question.note.text() == ""
    question.note.returnPressed.emit()
    assert answers == [(RevealReason.OTHER, "for the last one")]


def test_while_an_answer_is_under_way_no_digit_gives_another(question: RevealQuestion, answers: Answers) -> None:
    question.setEnabled(False)
    assert question.take_key(Qt.Key.Key_1)
    assert answers == []


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_typed(
    question: RevealQuestion, speaking: QApplication
) -> None:
    question.note.setText("wet label")
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert question.question.text() == "查看原因？将记入操作记录。"
    assert question.note.text() == "wet label"
