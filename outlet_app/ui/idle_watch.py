"""How long nobody has touched the keys, the mouse or the scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

IDLE_MS = 10 * 60 * 1000
"""Ten minutes. Source: design, product and sealing."""

_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """Watches every event of `application`. `idle`: nobody did anything for `IDLE_MS`; told once until somebody does.

    A mouse that is only moved is nobody's work: a desk that is pushed moves it too.
    """

    idle = Signal()

    def __init__(self, application: QApplication, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._timer = QTimer(self, singleShot=True, interval=IDLE_MS)
        self._timer.timeout.connect(self.idle)
        self._timer.start()
        application.installEventFilter(self)

    def note(self) -> None:
        """Somebody did something that is no event of a window, such as a scan."""
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Begin to count anew at each sign of life; nothing is held back."""
        if event.type() in _SIGNS_OF_LIFE:
            self._timer.start()
        return super().eventFilter(watched, event)
