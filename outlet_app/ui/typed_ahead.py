"""What a person did while an answer was on its way: kept in its order, and done once the answer stands."""

from __future__ import annotations

from collections import deque
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from outlet_app.ui.scanner import copy_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QWindow
    from PySide6.QtWidgets import QWidget

_KEPT = frozenset(
    {
        *(Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab, Qt.Key.Key_Backspace),
        *(Qt.Key.Key_Delete, Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right),
        *(Qt.Key.Key_Home, Qt.Key.Key_End),
    }
)
_TYPING = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class TypedAhead(QObject):
    """Keeps what is done on a `page` for as long as `waits` says that an answer is on its way there.

    An answer moves the keys and changes what Enter means. So characters, Enter, arrows and an undo are kept, and get to
    where the answer put the keys; Escape and the keys of shortcuts are not. Whoever shows an answer calls `go_on`.
    """

    def __init__(self, page: QWidget, waits: Callable[[], bool]) -> None:
        super().__init__(page)
        self._page, self._waits = page, waits
        self._window: QWindow | None = None
        self._deeds: deque[Callable[[], object]] = deque()

    def watch(self) -> None:
        """The page is in front: its keys come by."""
        self.leave()
        self._window = self._page.window().windowHandle()
        if self._window is not None:
            self._window.installEventFilter(self)

    def leave(self) -> None:
        """The page is in front no more; what was typed there for an answer is not typed elsewhere."""
        self.drop()
        if self._window is not None:
            self._window.removeEventFilter(self)
            self._window = None

    def keep(self, deed: Callable[[], object]) -> bool:
        """Do this in its turn, after the answer; False when none is waited for."""
        waits = self._waits()
        if waits:
            self._deeds.append(deed)
        return waits

    def go_on(self) -> None:
        """Do what was kept, up to what has to wait for an answer of its own."""
        while self._deeds and not self._waits():
            self._deeds.popleft()()

    def drop(self) -> None:
        """What was kept is not wanted any more."""
        self._deeds.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Keep a key that would come before the answer. The scanner has seen it by then."""
        if not isinstance(event, QKeyEvent) or watched is not self._window or not self._is_kept(event):
            return False
        event.accept()
        # The shortcut round of a key stops here; its press follows at once.
        if event.type() != QEvent.Type.ShortcutOverride:
            self._deeds.append(partial(self._press, copy_of(event)))
        return True

    def _is_kept(self, event: QKeyEvent) -> bool:
        if not self._waits() or self._keys() is None:
            return False
        is_typed = event.text().isprintable() and bool(event.text()) and not event.modifiers() & ~_TYPING
        return is_typed or event.key() in _KEPT or event.matches(QKeySequence.StandardKey.Undo)

    def _press(self, event: QKeyEvent) -> None:
        keys = self._keys()
        if keys is not None:
            QCoreApplication.sendEvent(keys, event)

    def _keys(self) -> QWidget | None:
        """What has the keys on the page; None while they are elsewhere."""
        keys: QWidget | None = self._page.window().focusWidget()
        return keys if keys is not None and self._page.isAncestorOf(keys) else None
