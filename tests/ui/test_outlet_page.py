"""Tests of what every page of 网点 does by itself."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication

from outlet_app.errors import NumbersExhausted, OutletError
from outlet_app.ui.outlet_page import OutletPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks


def test_a_page_has_no_use_for_a_scan_until_it_says_so(tasks: Tasks, qtbot: QtBot) -> None:
    page = OutletPage(tasks)
    qtbot.addWidget(page)
    assert not page.take_scan("OK1.ABCD")
    page.load()
    page.leave()
    page.retranslate()
    with pytest.raises(NotImplementedError):
        page.name()


def test_what_stands_beside_no_field_is_told_to_the_window(tasks: Tasks, qtbot: QtBot) -> None:
    page = OutletPage(tasks)
    qtbot.addWidget(page)
    told: list[OutletError] = []
    tasks.task_failed.connect(told.append)
    error = NumbersExhausted("yto")
    page.tell_trouble(error)
    assert told == [error]


def test_a_page_says_everything_anew_in_another_language(tasks: Tasks, qtbot: QtBot) -> None:
    said: list[str] = []

    class Page(OutletPage):
        def retranslate(self) -> None:
            said.append("again")

    page = Page(tasks)
    qtbot.addWidget(page)
    QApplication.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
    assert said == ["again"]
