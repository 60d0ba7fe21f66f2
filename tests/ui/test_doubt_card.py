"""Tests of the card of numbers in doubt."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_use import UncertainNumbers
from outlet_app.ui.doubt_card import DoubtCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DOUBT = UncertainNumbers("yto", "YT1", "YT9", 9, 2)


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> DoubtCard:
    del speaking
    made = DoubtCard()
    qtbot.addWidget(made)
    return made


def test_it_is_hidden_while_nothing_is_in_doubt(card: DoubtCard) -> None:
    card.show_doubts((DOUBT,))
    assert not card.isHidden()
    card.show_doubts(())
    assert card.isHidden()


def test_each_answer_says_which_numbers_it_is_about(card: DoubtCard) -> None:
    card.show_doubts((DOUBT,))
    (line,) = card.lines
    assert line.words.text() == "YTO · YT1 – YT9 · 9 numbers · 2 of them typed from a label since"
    assert line.used.accessibleName() == "They were used: YT1 – YT9"
    told: list[tuple[object, bool]] = []
    card.settled.connect(lambda doubt, free: told.append((doubt, free)))
    line.free.click()
    line.used.click()
    assert told == [(DOUBT, True), (DOUBT, False)]
