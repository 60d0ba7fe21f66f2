"""The page that tries the scanner: any code is scanned, and what is wrong with the scanner is said with its remedy."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QElapsedTimer, QEvent, QObject, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeyEvent, QPainter, QWindow
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QVBoxLayout, QWidget

from outlet_app.ui.scanner import CALM_MS
from outlet_app.ui.scanner_trial import GunFault, Stroke, Trial, judge
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from PySide6.QtGui import QInputMethodEvent, QPaintEvent

    from outlet_app.services.first_day import FirstDay
    from outlet_app.ui.tasks import Tasks

SILENCE_MS = 700
"""After so long without a key the scan is over; a slow scanner's gap is shorter, an Enter that comes comes at once."""

_MODULE_PX, _BARS_PX = 3, 64
_LONGEST_SHOWN = 40
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_COMMANDS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.MetaModifier
_KEYS = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease)


class TrialBars(QWidget):
    """The trial code in black on white, whatever the look, three pixels a module."""

    def __init__(self, width: int, bars: tuple[tuple[int, int], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._bars = bars
        self.setFixedSize(QSize(_MODULE_PX * width, _BARS_PX))

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the bars."""
        del event
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("white"))
        for left, width in self._bars:
            painter.fillRect(QRect(_MODULE_PX * left, 6, _MODULE_PX * width, _BARS_PX - 12), QColor("black"))
        painter.end()


class TrialField(QLineEdit):
    """Where the scan is shown. While it has the keys it takes them before the program's own scanner does.

    `tried(Trial)`: a scan is over, by Enter or by silence. An Enter before any key is left to the page.
    """

    tried = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)
        self._strokes: list[Stroke] = []
        self._composed = False
        self._clock = QElapsedTimer()
        self._clock.start()
        self._calm = QElapsedTimer()
        self._silence = QTimer(self, singleShot=True, interval=SILENCE_MS)
        self._silence.timeout.connect(self._end)

    def listen(self) -> None:
        """Take the keys from now on. The filter that was put in last is asked first."""
        _application().installEventFilter(self)

    def stop(self) -> None:
        """Let the keys go where they always go, and forget what was tried."""
        _application().removeEventFilter(self)
        self._silence.stop()
        self._take()
        self.clear()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Note a key of the scan on its way to the window."""
        if not isinstance(watched, QWindow) or not isinstance(event, QKeyEvent) or event.type() not in _KEYS:
            return False
        if not self.hasFocus() or not self._belongs(event):
            return False
        event.accept()
        if event.type() == QEvent.Type.KeyPress:
            self._note(event)
        return True

    def inputMethodEvent(self, event: QInputMethodEvent) -> None:  # noqa: N802 - Qt's name
        """An input method took the keys: that is the finding."""
        if event.preeditString() or event.commitString():
            self._composed = True
            self._add(event.commitString())
        event.accept()

    def _belongs(self, event: QKeyEvent) -> bool:
        """Enter belongs to a scan only while one is under way."""
        if event.modifiers() & _COMMANDS:
            return False
        if event.key() in _ENTERS:
            calming = self._calm.isValid() and not self._calm.hasExpired(CALM_MS)
            return bool(self._strokes) or calming or event.type() == QEvent.Type.KeyRelease
        return bool(event.text()) and event.text().isprintable()

    def _note(self, event: QKeyEvent) -> None:
        if event.key() in _ENTERS and self._strokes:
            self._calm.start()
            self._end(entered=True)
        elif event.key() in _ENTERS:
            self._calm.start()
        elif not event.isAutoRepeat():
            self._add(event.text(), event.timestamp())

    def _add(self, text: str, at_ms: int = 0) -> None:
        if not self._strokes:
            self.clear()
        self._strokes.append(Stroke(text, at_ms or self._clock.elapsed()))
        self._silence.start()

    def _end(self, *, entered: bool = False) -> None:
        self._silence.stop()
        trial = self._take(entered=entered)
        self.setText(trial.text[:_LONGEST_SHOWN])
        self.tried.emit(trial)

    def _take(self, *, entered: bool = False) -> Trial:
        trial = Trial(tuple(self._strokes), entered=entered, composed=self._composed)
        self._strokes, self._composed = [], False
        return trial


class ScannerPage(SetupPage):
    """Can be left without a scanner."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._findings: tuple[GunFault, ...] | None = None
        self.bars = TrialBars(*day.trial_bars())
        self.field = TrialField()
        self.field.tried.connect(self._judge)
        self._lines: list[QLabel] = []
        self.verdict = QVBoxLayout()
        self.verdict.setSpacing(4)
        self.answer.addWidget(self.bars)
        self.answer.addWidget(self.field)
        self.answer.addLayout(self.verdict)
        self.retranslate()

    def enter(self) -> None:
        """Listen, with the keys on the field."""
        self._findings = None
        self._show_verdict()
        self.field.listen()
        self.field.setFocus()

    def leave(self) -> None:
        """Give the keys back to the program's own scanner."""
        self.field.stop()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Next") if self._findings == () else self.tr("Go on without it")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Does your scanner work?"),
            self.tr("Scan the code below from the screen, or the number of any parcel. Nothing of it is kept."),
        )
        self.field.setAccessibleName(self.tr("What the scanner reads"))
        self.field.setPlaceholderText(self.tr("Scan now"))
        self.bars.setAccessibleName(self.tr("Code to scan"))
        self._show_verdict()

    def findings(self) -> tuple[str, ...]:
        """What was found, in sentences; empty before the first scan."""
        if self._findings is None:
            return ()
        return tuple(map(self._sentence, self._findings)) or (self.tr("✓ This scanner works as it should."),)

    def _judge(self, trial: Trial) -> None:
        self._findings = judge(trial)
        self._show_verdict()
        self.next_changed.emit()

    def _show_verdict(self) -> None:
        for line in self._lines:
            self.verdict.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = []
        for words in self.findings():
            line = QLabel(words)
            line.setObjectName("doubt" if self._findings else "good")
            line.setWordWrap(True)
            self.verdict.addWidget(line)
            self._lines.append(line)

    def _sentence(self, fault: GunFault) -> str:
        return {
            GunFault.INPUT_METHOD: self.tr(
                "An input method took the keys. Switch it to English (often with Shift), then scan again."
            ),
            GunFault.LOWER_CASE: self.tr(
                'The letters came small. Turn Caps Lock off; if they stay small, set the scanner to "no case change".'
            ),
            GunFault.FULL_WIDTH: self.tr(
                "The characters came full width. It still works; better switch the input method to half width."
            ),
            GunFault.NO_ENTER: self.tr(
                'No Enter came at the end. Scan the code "add suffix CR (Enter)" in the manual of the scanner.'
            ),
            GunFault.TOO_SLOW: self.tr(
                "The keys came too slowly, as from a hand. Take out the scanner's delay between characters; "
                "over Bluetooth go nearer."
            ),
            GunFault.TOO_SHORT: self.tr("That was too short for a waybill number. Scan the code on the screen."),
            GunFault.OTHER_CHARACTERS: self.tr(
                "Characters came that no such code has. Set the scanner's keyboard country to USA."
            ),
        }[fault]


def _application() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
