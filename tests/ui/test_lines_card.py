"""A card of lines: shown anew each time, and never empty without saying why."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QLabel

from outlet_app.ui.lines_card import Line, LinesCard

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot, speaking: QApplication) -> LinesCard:
    assert speaking
    made = LinesCard()
    qtbot.addWidget(made)
    made.show()
    return made


def test_lines_take_the_place_of_the_former_ones(card: LinesCard) -> None:
    card.tell("Numbers", "none yet", (Line("YTO", "26", "YT1 to YT26"), Line("ZTO")))
    card.tell("Numbers", "none yet", (Line("YTO", "27"),))
    assert card.texts() == ["YTO", "27"]
    assert card.empty.isHidden()


def test_without_lines_it_says_what_will_stand_there(card: LinesCard) -> None:
    card.tell("Numbers", "none yet", (Line("YTO"),))
    card.tell("Numbers", "none yet", ())
    assert card.texts() == []
    assert card.empty.isVisible()
    assert card.empty.text() == "none yet"


def test_what_wants_an_explanation_is_marked(card: LinesCard) -> None:
    card.tell("Numbers", "", (Line("YTO", "", "without a waybill: YT3", doubt=True), Line("ZTO", "", "void: 7")))
    marks = {label.text(): label.objectName() for label in card.findChildren(QLabel) if ":" in label.text()}
    assert marks == {"without a waybill: YT3": "doubt", "void: 7": "caption"}
