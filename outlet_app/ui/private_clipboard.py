"""A text on the clipboard for half a minute, kept out of what remembers clipboards as far as the system offers it."""

from __future__ import annotations

import hashlib
import secrets

from PySide6.QtCore import QCoreApplication, QMimeData, QObject, QTimer, Signal
from PySide6.QtGui import QGuiApplication

CLEARED_AFTER_MS = 30_000
"""Source: design, the issue of reveals."""

_NO = bytes(4)
_OUT_OF_HISTORY = {
    'application/x-qt-windows-mime;value="ExcludeClipboardContentFromMonitorProcessing"': _NO,
    'application/x-qt-windows-mime;value="CanIncludeInClipboardHistory"': _NO,
    'application/x-qt-windows-mime;value="CanUploadToCloudClipboard"': _NO,
    "x-kde-passwordManagerHint": b"secret",
}
"""What stands beside the text for those who keep histories: Windows' own and its cloud (a DWORD of 0), KDE's.

Others are not bound by anything, and on macOS nothing is said: Qt cannot write `org.nspasteboard.ConcealedType`.
Source: Microsoft, "Clipboard Formats", Cloud Clipboard and Clipboard History Formats; KDE, Klipper; how Qt names a
format of Windows: QWindowsMimeConverter.
"""


class PrivateClipboard(QObject):
    """Holds no text, only how to know it again. `cleared`: it was taken away, or somebody else's stands there now."""

    cleared = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._key = secrets.token_bytes(16)
        self._mark: bytes | None = None
        self._clear = QTimer(self, singleShot=True, interval=CLEARED_AFTER_MS)
        self._clear.timeout.connect(self.clear)
        application = QCoreApplication.instance()
        assert application is not None
        # A text that is left there outlives the program, and PySide 6.11 does not end well with data of ours there.
        application.aboutToQuit.connect(self.clear)

    @property
    def holds(self) -> bool:
        """Whether a text of ours was put there and not taken away yet."""
        return self._mark is not None

    def put(self, text: str) -> None:
        """Put `text` there for `CLEARED_AFTER_MS`; what was put before it is gone."""
        data = QMimeData()
        data.setText(text)
        for name, value in _OUT_OF_HISTORY.items():
            data.setData(name, value)
        self._mark = self._mark_of(text)
        QGuiApplication.clipboard().setMimeData(data)
        self._clear.start()

    def clear(self) -> None:
        """Take our text away; what somebody copied since stays."""
        self._clear.stop()
        mark, self._mark = self._mark, None
        if mark is None:
            return
        clipboard = QGuiApplication.clipboard()
        if self._mark_of(clipboard.text()) == mark:
            clipboard.clear()
        self.cleared.emit()

    def _mark_of(self, text: str) -> bytes:
        return hashlib.blake2b(text.encode("utf-8", "replace"), key=self._key).digest()
