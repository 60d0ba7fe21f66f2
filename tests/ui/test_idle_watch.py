"""Tests of noticing that nobody is at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from outlet_app.ui.idle_watch import IdleWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


_MS = 1 / 60_000


def test_the_owners_word_is_asked_at_each_sign_of_life(qapp: QApplication, qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    minutes = [10.0]
    watch = IdleWatch(qapp, lambda: minutes[0], field)
    assert watch._timer.interval() == 600_000
    minutes[0] = 3
    watch.note()
    assert watch._timer.interval() == 180_000


@pytest.mark.parametrize("sign", ["key", "click", "scan"])
def test_a_sign_of_life_begins_the_count_anew(qapp: QApplication, qtbot: QtBot, sign: str) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    watch = IdleWatch(qapp, lambda: 400 * _MS, field)
    act = {
        "key": lambda: qtbot.keyClick(field, Qt.Key.Key_A),
        "click": lambda: qtbot.mouseClick(field, Qt.MouseButton.LeftButton),
        "scan": watch.note,
    }[sign]
    for _ in range(4):
        qtbot.wait(150)
        assert watch._timer.isActive()
        act()
    assert watch._timer.remainingTime() > 200
    with qtbot.waitSignal(watch.idle, timeout=2000):
        pass
    assert not watch._timer.isActive()
