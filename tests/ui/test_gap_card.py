"""Tests of the card of a day's numbers."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_gaps import NumberRun, NumbersOfDay
from outlet_app.ui.gap_card import GapCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

DAYS = (date(2026, 11, 22), date(2026, 11, 20))


@pytest.fixture
def card(qtbot: QtBot, speaking: object) -> GapCard:
    del speaking
    made = GapCard()
    qtbot.addWidget(made)
    return made


def test_the_newest_day_is_asked_for_first_and_the_chosen_one_stays(card: GapCard) -> None:
    asked: list[date] = []
    card.day_asked.connect(asked.append)
    card.show_days(DAYS)
    card.day.choose("2026-11-20")
    card.show_days(DAYS)
    assert asked == [DAYS[0], DAYS[1], DAYS[1]]


def test_a_day_without_waybills_says_so(card: GapCard) -> None:
    card.show_numbers(())
    assert card.lines.text() == "No waybill was accepted on this day."
    card.show_numbers((NumbersOfDay("yto", 1, 0, (NumberRun("YT1", "YT1", 1),), ()),))
    assert card.lines.text() == "YTO · 1 waybill\n    YT1  (1)"
