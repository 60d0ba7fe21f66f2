"""The card of the drill: what it asks for, how far it is, what came of it."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import WrongPassword
from outlet_app.services.drill import DrillProblem, DrillProgress, DrillReport, DrillStage
from outlet_app.ui import languages
from outlet_app.ui.drill_card import DrillCard
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

PATH = Path("/media/stick/outlet-backup-20261122-050200.oab")
MADE = datetime(2026, 11, 22, 5, 2, tzinfo=UTC)
CARD = "OK1.QS2W.00041061050R3GG28A1C60T3GF.S7BWKAEC"


@pytest.fixture
def card(speaking: QApplication, qtbot: QtBot) -> DrillCard:
    assert speaking
    made = DrillCard()
    qtbot.addWidget(made)
    made.show()
    made.offer(PATH)
    return made


def report(*problems: DrillProblem) -> DrillReport:
    return DrillReport(PATH.name, MADE, 66, 20, problems)


def test_a_drill_begins_when_password_and_card_or_the_words_are_there(card: DrillCard) -> None:
    assert not card.begin.isEnabled()
    card.proof.password.text.setText("a sentence")
    card.proof.edited.emit()
    assert not card.begin.isEnabled()
    assert card.take_card(CARD)
    assert card.begin.isEnabled()
    card.by_sheet.setChecked(True)
    assert not card.begin.isEnabled()
    assert not card.take_card(CARD)
    card.words.put("的 三 欧")
    assert card.begin.isEnabled()
    card.offer(None)
    assert not card.begin.isEnabled()


@pytest.mark.parametrize("language", Language)
def test_every_stage_and_problem_has_words(card: DrillCard, speaking: QApplication, language: Language) -> None:
    languages.speak(speaking, language)
    said = set()
    card.begun()
    for stage in DrillStage:
        card.tell_progress(DrillProgress(stage, 1, 2))
        said.add(card.result.text())
        assert card.progress.value() == 50
    for problem in DrillProblem:
        card.ended(report(problem))
        said.add(card.result.text())
    assert len(said) == len(DrillStage) + len(DrillProblem)
    assert "" not in said


def test_what_came_of_it_is_told_and_stays_for_the_next_language(
    card: DrillCard, speaking: QApplication, qtbot: QtBot
) -> None:
    card.ended(report())
    assert card.result.text() == (
        "The backup of 11-22 13:02 is whole: 66 acts, 20 waybills, and your key opens all of them."
    )
    card.ended(report(DrillProblem.RECORD, DrillProblem.HEAD))
    assert card.result.text().startswith("This backup is not good: the activity record does not fit together; it ends")
    card.ended(WrongPassword())
    assert "did not open" in card.result.text()
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.result.text() == "没有通过。请检查输入后再试。")
    card.ended(None)
    assert card.result.isHidden()


def test_what_is_told_late_of_a_drill_that_was_stopped_is_not_shown(card: DrillCard) -> None:
    card.begun()
    card.ended(None)
    card.tell_progress(DrillProgress(DrillStage.RECORD, 1, 2))
    assert card.result.isHidden()


def test_forgetting_takes_password_card_and_words(card: DrillCard) -> None:
    card.proof.password.text.setText("a sentence")
    card.take_card(CARD)
    card.words.put("的 三 欧")
    card.forget()
    assert (card.proof.card, card.proof.password.text.text(), card.words.text()) == ("", "", "")
    assert not card.begin.isEnabled()
