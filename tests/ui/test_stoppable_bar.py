"""The bar of a long work."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.errors import Stopped
from outlet_app.ui.stoppable_bar import StoppableBar

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


@pytest.fixture
def bar(qtbot: QtBot, speaking: QApplication) -> StoppableBar:
    assert speaking
    made = StoppableBar()
    qtbot.addWidget(made)
    made.name("Working…", "Stop")
    return made


def test_it_is_seen_from_beginning_to_end(bar: StoppableBar) -> None:
    assert bar.isHidden()
    bar.begin()
    assert (bar.isHidden(), bar.bar.value()) == (False, 0)
    bar.hear(3, 10)
    assert (bar.bar.value(), bar.bar.maximum()) == (300, 1000)
    bar.hear(10, 10)
    assert bar.bar.value() == bar.bar.maximum()
    bar.end()
    assert bar.isHidden()


def test_its_button_ends_the_work_at_its_next_step(bar: StoppableBar, qtbot: QtBot) -> None:
    bar.show()
    bar.begin()
    qtbot.mouseClick(bar.stop, Qt.MouseButton.LeftButton)
    assert bar.words.text() == "Stopping…"
    assert not bar.stop.isEnabled()
    with pytest.raises(Stopped):
        bar.hear(1, 2)
    bar.begin()
    bar.hear(1, 2)
    assert bar.words.text() == "Working…"
