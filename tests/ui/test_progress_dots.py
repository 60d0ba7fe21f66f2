"""The dots."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.ui.progress_dots import ProgressDots

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_each_place_looks_another_way_and_is_told(speaking: QApplication, qtbot: QtBot) -> None:
    assert speaking
    dots = ProgressDots(3)
    qtbot.addWidget(dots)
    pictures = []
    for place in range(3):
        dots.show_place(place)
        assert dots.accessibleName() == f"Page {place + 1} of 3"
        pictures.append(dots.grab().toImage())
    assert pictures[0] != pictures[1] != pictures[2]
