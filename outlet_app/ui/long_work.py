"""Work that takes a while: how far it is, and the button that stops it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.errors import Stopped
from outlet_app.services.backup_contents import RestoreStage
from outlet_app.ui import theme

if TYPE_CHECKING:
    from outlet_app.services.backup_contents import RestoreProgress

_STEPS = 1000
_STAGES: dict[RestoreStage, object] = {
    RestoreStage.UNPACKING: QT_TRANSLATE_NOOP("LongWork", "Copying the backup to this PC…"),
    RestoreStage.RECORD: QT_TRANSLATE_NOOP("LongWork", "Checking every act and signature…"),
    RestoreStage.WAYBILLS: QT_TRANSLATE_NOOP("LongWork", "Opening every waybill…"),
    RestoreStage.COPYING: QT_TRANSLATE_NOOP("LongWork", "Writing everything under a new key…"),
    RestoreStage.CHECKING: QT_TRANSLATE_NOOP("LongWork", "Checking what was written…"),
}


class LongWork(QWidget):
    """A bar, words and *Stop*; seen while it runs. Give `hear` to the work; it raises Stopped once stop is pressed."""

    _stepped = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._stopping = False
        self._progress: RestoreProgress | None = None
        self.words, self.bar, self.stop = QLabel(), QProgressBar(), QPushButton()
        self.words.setObjectName("caption")
        self.bar.setObjectName("slim")
        self.bar.setTextVisible(False)
        self.stop.setAutoDefault(False)
        self.stop.clicked.connect(self._stop)
        self._stepped.connect(self._show)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.bar, stretch=1)
        row.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.words)
        column.addLayout(row)
        self.retranslate()
        self.hide()

    def begin(self) -> None:
        """From the start; how far it is is not known yet."""
        self._stopping, self._progress = False, None
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(0)
        self.stop.setEnabled(True)
        self.retranslate()
        self.show()
        self.stop.setFocus()

    def end(self) -> None:
        """Whatever came of it."""
        self.hide()

    def hear(self, progress: RestoreProgress) -> None:
        """Called by the work, on its own lane."""
        if self._stopping:
            raise Stopped
        if isValid(self):
            self._stepped.emit(progress)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.stop.setText(self.tr("Stop"))
        words = self.tr("Beginning…") if self._progress is None else _translated(_STAGES[self._progress.stage])
        self.words.setText(self.tr("Stopping…") if self._stopping else words)
        self.bar.setAccessibleName(self.words.text())

    def _show(self, progress: RestoreProgress) -> None:
        self._progress = progress
        self.bar.setRange(0, _STEPS)
        self.bar.setValue(_STEPS * progress.done // max(1, progress.whole))
        self.retranslate()

    def _stop(self) -> None:
        self._stopping = True
        self.stop.setEnabled(False)
        self.retranslate()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("LongWork", str(text))
