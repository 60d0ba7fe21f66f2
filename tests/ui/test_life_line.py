"""The line of dots that tells a waybill's life."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.services.find import LifeKind, LifeStep
from outlet_app.ui import find_wording, languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.life_line import STEP_PX, LifeLine
from outlet_app.ui.theme import Token
from tests.ui.finding import AT

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

STEPS = (
    LifeStep(LifeKind.ACCEPTED, AT, "陈伟"),
    LifeStep(LifeKind.PRINTED, AT + timedelta(minutes=1), "陈伟"),
    LifeStep(LifeKind.COLLECTED, AT + timedelta(hours=2), "林芳"),
)


@pytest.fixture
def line(qtbot: QtBot, speaking: object) -> LifeLine:
    assert speaking
    shown = LifeLine()
    qtbot.addWidget(shown)
    shown.resize(4 * STEP_PX, 80)
    shown.show_steps(STEPS)
    shown.show()
    return shown


def test_each_step_says_what_when_on_the_outlets_clock_and_who(line: LifeLine) -> None:
    said = line.accessibleName().split("; ")
    assert said == [
        "Accepted 2026-11-22 09:30 陈伟",
        "Label printed 2026-11-22 09:31 陈伟",
        "Collected 2026-11-22 11:30 林芳",
    ]


def test_the_last_dot_is_where_the_parcel_is_now_and_has_the_colour_of_the_main_thing(line: LifeLine) -> None:
    picture = line.grab().toImage()
    dots = [picture.pixelColor(line.place_of(step).left() + 6, line.place_of(step).top() + 10) for step in range(3)]
    assert dots == [theme.colour(Token.MUTED), theme.colour(Token.MUTED), theme.colour(Token.PRIMARY)]


def test_a_narrow_place_makes_more_rows_and_nothing_is_lost(line: LifeLine) -> None:
    assert line.heightForWidth(4 * STEP_PX) == line.heightForWidth(3 * STEP_PX)
    assert line.heightForWidth(2 * STEP_PX) == 2 * line.heightForWidth(3 * STEP_PX)
    assert line.heightForWidth(1) == 3 * line.heightForWidth(3 * STEP_PX)
    line.resize(2 * STEP_PX, line.heightForWidth(2 * STEP_PX))
    assert line.rect().contains(line.place_of(2))
    assert line.hasHeightForWidth()
    assert line.minimumSizeHint().width() == STEP_PX


def test_without_steps_there_is_no_line(line: LifeLine) -> None:
    line.show_steps(())
    assert not line.isVisible()
    assert line.accessibleName() == ""


@pytest.mark.parametrize("kind", LifeKind)
def test_every_kind_of_step_has_words_in_both_languages(speaking: QApplication, kind: LifeKind) -> None:
    english = find_wording.step_lines(LifeStep(kind, AT, ""))[0]
    languages.speak(speaking, Language.CHINESE)
    assert find_wording.step_lines(LifeStep(kind, AT, ""))[0] != english


def test_the_line_follows_a_change_of_language(line: LifeLine, speaking: QApplication, qtbot: QtBot) -> None:
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: line.accessibleName().startswith("收寄"))
