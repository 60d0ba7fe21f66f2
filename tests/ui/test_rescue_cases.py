"""The cases of somebody who cannot sign in."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.rescue_cases import Case, CasesPage

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def page(speaking: QApplication, tasks: Tasks, qtbot: QtBot) -> CasesPage:
    assert speaking is not None
    made = CasesPage(tasks)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


@pytest.mark.parametrize("case", Case)
def test_each_case_is_chosen_by_mouse_and_by_enter(page: CasesPage, qtbot: QtBot, case: Case) -> None:
    with qtbot.waitSignal(page.chosen) as by_mouse:
        qtbot.mouseClick(page.choices[case], Qt.MouseButton.LeftButton)
    assert by_mouse.args == [case]
    page.choices[case].setFocus()
    with qtbot.waitSignal(page.chosen) as by_enter:
        page.submit()
    assert by_enter.args == [case]


def test_what_this_pc_cannot_do_is_said_too(page: CasesPage) -> None:
    page.enter()
    for word in ("clerk", "sheet", "nobody"):
        assert word in page.others.text()
