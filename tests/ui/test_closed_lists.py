"""The lists closed today: what each says, and that any of them is printed again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui import languages
from outlet_app.ui.closed_lists import ClosedLists
from outlet_app.ui.languages import Language
from tests.ui.handing_over import CLOSED, a_list, named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def closed(qtbot: QtBot, speaking: QApplication) -> ClosedLists:
    assert speaking
    made = ClosedLists(named)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_empty_one_says_what_will_stand_there(closed: ClosedLists) -> None:
    assert closed.empty.isVisible()
    assert closed.empty.text() == "A list that you close stands here, to be printed again."


def test_each_row_says_number_carrier_count_and_time_on_the_outlets_clock(closed: ClosedLists) -> None:
    closed.show_lists((a_list(36, closed_at=CLOSED), a_list(4, "zto", 11, CLOSED)))
    assert [row.words.text() for row in closed.rows] == ["No. 12  YTO Express  36", "No. 11  ZTO Express  4"]
    assert closed.rows[0].at.text() == "16:05"
    assert closed.empty.isHidden()


def test_its_button_asks_for_that_list_once_more(closed: ClosedLists, qtbot: QtBot) -> None:
    closed.show_lists((a_list(36, closed_at=CLOSED), a_list(4, "zto", 11, CLOSED)))
    button = closed.rows[1].again
    assert button.accessibleName() == "Print list 11 of ZTO Express again"
    with qtbot.waitSignal(closed.again_asked) as told:
        button.click()
    assert told.args[0].number == 11
    assert button.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_they_speak_the_language_of_the_screen(closed: ClosedLists, qtbot: QtBot, speaking: QApplication) -> None:
    closed.show_lists((a_list(36, closed_at=CLOSED),))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: closed.heading.text() == "今日已交接")
    assert closed.rows[0].words.text() == "第 12 号  YTO Express  36 件"
