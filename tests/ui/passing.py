"""How tests go past the pages that stand between sign-in and the main window, and out again."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.pin_offer import PinOffer

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.outlet_window import OutletWindow

LONG_MS = 20_000
"""Patience with the first label of a process on a busy machine: fonts are read then."""


def pass_pages(window: OutletWindow, qtbot: QtBot) -> None:
    """Accept the duties, want no PIN, and wait until the main window stands in front."""
    qtbot.waitUntil(lambda: _went_on(window, qtbot), timeout=LONG_MS)


def leave(window: OutletWindow, qtbot: QtBot) -> None:
    """Close as a person does and wait until everybody is signed out."""
    window.close()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    window.deleteLater()


def _went_on(window: OutletWindow, qtbot: QtBot) -> bool:
    page = window.currentWidget()
    if isinstance(page, DutiesView) and page.accept.isEnabled():
        qtbot.mouseClick(page.accept, Qt.MouseButton.LeftButton)
    elif isinstance(page, PinOffer):
        qtbot.mouseClick(page.skip, Qt.MouseButton.LeftButton)
    return window.main is not None and window.currentWidget() is window.main
