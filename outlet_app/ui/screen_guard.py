"""Every window of ours kept out of pictures of the screen, again and again, where the system offers that."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtWidgets import QWidget

from outlet_app import desktop, log
from outlet_app.desktop import Outcome

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_AGAIN = (
    QEvent.Type.Show,
    QEvent.Type.WinIdChange,
    QEvent.Type.WindowStateChange,
    QEvent.Type.ScreenChangeInternal,
)
"""When a window is new to the system, or may have lost what was asked for: shown, restored, moved to another screen."""


class ScreenGuard(QObject):
    """Watches every top-level window of `application`, menus, lists and tool tips included.

    Where the system offers nothing it watches nothing. A refusal is written to the log once.
    """

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._was_refused = False
        if desktop.excludes_from_capture():
            application.installEventFilter(self)
            for window in application.topLevelWidgets():
                if window.isVisible():
                    self._exclude(window)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Ask again for a window that may need it; nothing is held back."""
        if event.type() in _AGAIN and isinstance(watched, QWidget) and watched.isWindow():
            self._exclude(watched)
        return super().eventFilter(watched, event)

    def _exclude(self, window: QWidget) -> None:
        if not window.testAttribute(Qt.WidgetAttribute.WA_WState_Created):
            return  # its native window is going away, and asking for its number would make another
        if desktop.exclude_from_capture(int(window.winId())) is not Outcome.DONE and not self._was_refused:
            self._was_refused = True
            log.fault("capture_exclusion_refused", window=type(window).__name__)
