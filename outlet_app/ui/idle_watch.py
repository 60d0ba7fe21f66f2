"""How long nobody has touched the keys, the mouse or the scanner."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtGui import QInputEvent, QInputMethodEvent

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication

_MINUTE_MS = 60 * 1000

_BY_SOMEBODY = (QInputEvent, QInputMethodEvent)
_SIGNS_OF_LIFE = (
    QEvent.Type.KeyPress,
    QEvent.Type.MouseButtonPress,
    QEvent.Type.Wheel,
    QEvent.Type.InputMethod,
    QEvent.Type.TouchBegin,
)


class IdleWatch(QObject):
    """Watches every event of `application`. `idle`: nobody did anything for so long; told once until somebody does.

    `minutes` says how long, and is asked at each sign of life, so that the owner's new word holds at once. A mouse that
    is only moved is nobody's work: a desk that is pushed moves it too.
    """

    idle = Signal()

    def __init__(self, application: QApplication, minutes: Callable[[], float], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._minutes = minutes
        self._timer = QTimer(self, singleShot=True)
        self._timer.timeout.connect(self.idle)
        self.note()
        application.installEventFilter(self)

    def note(self) -> None:
        """Somebody did something that is no event of a window, such as a scan."""
        self._timer.start(round(self._minutes() * _MINUTE_MS))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002, N802 - Qt's names
        """Begin to count anew at each sign of life; nothing is held back."""
        # In this order: every event of the program comes by, and naming its type takes ten times as long.
        if isinstance(event, _BY_SOMEBODY) and event.type() in _SIGNS_OF_LIFE:
            self.note()
        return False
