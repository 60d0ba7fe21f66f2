"""Tests of noticing that nobody is at the counter."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit

from outlet_app.ui import idle_watch
from outlet_app.ui.idle_watch import IDLE_MS, IdleWatch

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_ten_minutes_are_ten_minutes() -> None:
    assert IDLE_MS == 600_000


@pytest.mark.parametrize("sign", ["key", "click", "scan"])
def test_a_sign_of_life_begins_the_count_anew(
    qapp: QApplication, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch, sign: str
) -> None:
    monkeypatch.setattr(idle_watch, "IDLE_MS", 400)
    field = QLineEdit()
    qtbot.addWidget(field)
    field.show()
    watch = IdleWatch(qapp, field)
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
