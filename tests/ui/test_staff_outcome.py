"""Tests of what is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.services.staff import Invited
from outlet_app.ui.staff_outcome import OnceShown, RotationProgress

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_a_code_is_gone_once_it_was_taken_off_the_screen(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    once = OnceShown()
    qtbot.addWidget(once)
    once.show()
    once.show_once(Invited(b"a" * 16, "1GMZ7H9DT9"), "Zhao Min")
    assert once.secret.text() == "1GMZ7 H9DT9"
    with qtbot.waitSignal(once.ended):
        qtbot.mouseClick(once.done, Qt.MouseButton.LeftButton)
    assert once.secret.text() == ""


def test_a_rotation_tells_what_it_is_at(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    progress = RotationProgress()
    qtbot.addWidget(progress)
    progress.begin()
    assert progress.bar.maximum() == 0
    progress.step(is_checking=True, done=2, whole=5)
    assert (progress.bar.value(), progress.bar.maximum()) == (2, 5)
    assert progress.stage.text() == "Checking the copy"
