"""The window while the demo is being made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.ui.preparing import Preparing

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


def test_it_shows_how_far_the_making_is(qtbot: QtBot) -> None:
    window = Preparing()
    qtbot.addWidget(window)
    window.show()
    window.stepped.emit(12, 30)
    assert (window.bar.value(), window.bar.maximum()) == (12, 30)
    assert window.words.text()
