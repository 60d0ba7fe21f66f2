"""The drawer: what should be in it, what was counted, and the word for the difference."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.cash import Cash
from outlet_app.ui import languages
from outlet_app.ui.drawer_card import DrawerCard
from outlet_app.ui.languages import Language
from tests.ui.evening import CHEN, counted

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def card(qtbot: QtBot, speaking: QApplication) -> DrawerCard:
    assert speaking
    made = DrawerCard()
    qtbot.addWidget(made)
    made.show_shift(CHEN, is_open=True)
    made.show()
    return made


def test_the_sum_stands_large_and_its_parts_beneath_it(card: DrawerCard) -> None:
    assert card.expected.text() == "¥380.00"
    assert [amount.text() for amount in card.amounts] == [
        "¥336.00",
        "−¥2.00",
        "−¥12.00",
        "¥50.00",
        "¥8.00",
        "¥42.00",
    ]
    assert card.untold.isHidden()


@pytest.mark.parametrize(
    ("typed", "told"), [("380", "right to the fen"), ("375.5", "¥4.50 missing"), ("400", "¥20.00 too much")]
)
def test_what_is_typed_is_held_against_it_at_once(card: DrawerCard, typed: str, told: str) -> None:
    QTest.keyClicks(card.counted, typed)
    assert card.verdict.text() == told


def test_what_is_no_amount_is_said_beside_its_field_and_gives_no_sum(card: DrawerCard) -> None:
    QTest.keyClicks(card.counted, "3.805")
    assert card.is_faulty()
    assert card.typed_fen() is None
    assert card.verdict.text() == "Type yuan, with two decimals at most."
    assert card.counted.accessibleDescription() == card.verdict.text()


def test_an_empty_field_is_no_count_of_nothing(card: DrawerCard) -> None:
    assert card.typed_fen() is None
    assert not card.is_faulty()
    QTest.keyClicks(card.counted, "0")
    assert card.typed_fen() == 0


def test_the_last_count_is_told_with_its_time_until_another_is_typed(card: DrawerCard) -> None:
    card.show_shift(replace(CHEN, count=counted(37000)), is_open=True)
    assert card.verdict.text() == "Counted ¥370.00 at 18:42: ¥10.00 missing"
    QTest.keyClicks(card.counted, "380")
    assert card.verdict.text() == "right to the fen"
    card.forget_typed()
    assert card.verdict.text().startswith("Counted ¥370.00")


def test_a_day_that_is_over_cannot_be_counted(card: DrawerCard) -> None:
    card.show_shift(CHEN, is_open=False)
    assert not card.counted.isVisible()


def test_acts_of_a_former_version_that_say_no_fee_are_named(card: DrawerCard) -> None:
    card.show_shift(replace(CHEN, cash=Cash(untold=3)), is_open=True)
    assert card.untold.isVisible()
    assert card.untold.text().startswith("3 acts")


def test_enter_in_the_field_asks_to_go_on(card: DrawerCard, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.entered):
        QTest.keyClick(card.counted, Qt.Key.Key_Return)


def test_it_speaks_the_language_of_the_screen_and_keeps_what_is_typed(
    card: DrawerCard, qtbot: QtBot, speaking: QApplication
) -> None:
    QTest.keyClicks(card.counted, "375.5")
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: card.verdict.text() == "少 ¥4.50")
    assert card.counted.text() == "375.5"
