"""The barcode scanner: keys that come faster than a hand types, taken out before any field sees them."""

from __future__ import annotations

import re
import unicodedata
from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QElapsedTimer, QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QWindow

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

LONGEST_GAP_MS = 35
"""Between two keys of one scan. Scanners send a key each 8 to 16 ms, slow ones each 30; hands need about 80."""

LONGEST_PAUSE_MS, LONGEST_PAUSE_BEFORE_ENTER_MS = 250, 1000
"""Within one scan, when a busy machine or a weak radio link halts it.

The longer one is for a scan that is known for one, and counts from the first scan on that ended with Enter: one without
it is most likely not at its end. A scan that never gets an Enter is told that much later. Two to five keys that came as
fast as a scanner's are given back after the shorter one: a hand seldom types so, and it may be how a scan begins.
"""

FEWEST_FAST, SHORTEST_SCAN = 2, 6
"""Characters. Fewer keys in a row are a fast hand and are given back to the field."""

LONGEST_SCAN = 512
"""Characters. A label code has about 130; what is longer is a jammed key."""

CALM_MS = 300
"""After a scan a lone Enter does nothing for so long: many scanners send one more, and no button may take it.

Any other key between the two is a hand's and ends the calm: the Enter is then a hand's as well.
"""

_SCAN_CHARACTER = re.compile(r"[0-9A-Z.\-/]")
_LABEL_CODE = re.compile(r"O[A-Z]\d\.")
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
_HARMLESS_MODIFIERS = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier
_KEY_EVENTS = (QEvent.Type.KeyPress, QEvent.Type.KeyRelease, QEvent.Type.ShortcutOverride)
_ENDS_A_BURST = (
    QEvent.Type.MouseButtonPress,
    QEvent.Type.MouseButtonDblClick,
    QEvent.Type.InputMethod,
    QEvent.Type.WindowDeactivate,
)


class _Fate(Enum):
    """What becomes of one key event."""

    PASS = auto()
    HOLD = auto()
    TAKE = auto()


def is_label_code(text: str) -> bool:
    """Whether a scanned text is one of our label, card, sheet or checkpoint codes. Such a text is never shown."""
    return _LABEL_CODE.search(text) is not None


class Scanner(QObject):
    """Watches the keys on their way to any window of `application`.

    A key that can belong to a scan is held for `LONGEST_GAP_MS`. When the next ones follow fast enough and are
    `SHORTEST_SCAN` or more, they are a scan: no widget sees one of them, and `scanned` tells the text, half-width and
    without the scanner's Enter. Otherwise they are given back in order, a blink later. A text that holds a label code
    is never given back. A scan goes on after a pause when several keys or an Enter follow as fast as before; a single
    key is a hand's and is given back after the scan was told. Two to five keys belong to a scan that follows them after
    a pause. Any other key in the midst of a scan (a modifier, a
    function key, a control character that somebody put into a code) spoils it: nothing of it counts, up to its last
    key. Intervals are those of the event timestamps.

    Single-key shortcuts on 0-9, A-Z, dot, hyphen and slash have to listen to key presses: the shortcut round that Qt
    makes before a key press is not held back and therefore skipped for these keys.
    """

    scanned = Signal(str)

    def __init__(self, application: QApplication) -> None:
        super().__init__(application)
        self._held: list[tuple[QWindow, QKeyEvent]] = []
        self._text = ""
        self._last_ms = 0
        self._before_pause: tuple[int, int] | None = None
        self._has_waited = self._sends_enter = False
        self._taken_at_ms: int | None = None
        self._spoilt_at_ms: int | None = None
        self._keys_down: set[int] = set()
        self._giving_back = False
        self._running = QElapsedTimer()
        self._running.start()
        self._gap = QTimer(self, singleShot=True, timerType=Qt.TimerType.PreciseTimer)
        self._gap.timeout.connect(self._begin_grace)
        # Keys that already wait in the queue come before the burst is judged, however late the timer is heard.
        self._grace = QTimer(self, singleShot=True, interval=0)
        self._grace.timeout.connect(self._after_gap)
        application.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Hold, take or pass a key on its way to a window."""
        if self._giving_back:
            return False
        if self._held and _ends_a_burst(watched, event):
            self._end_burst()
        # In this order: every event of the program comes by, and naming its type takes ten times as long.
        if not isinstance(event, QKeyEvent) or not isinstance(watched, QWindow) or event.type() not in _KEY_EVENTS:
            return False
        fate = self._judge(event)
        if fate is _Fate.HOLD:
            self._hold(watched, event)
        if fate is not _Fate.PASS:
            event.accept()
        return fate is not _Fate.PASS

    def _judge(self, event: QKeyEvent) -> _Fate:
        if event.type() == QEvent.Type.KeyRelease:
            return self._judge_release(event)
        now_ms = self._time_of(event)
        if self._held and now_ms - self._last_ms > LONGEST_GAP_MS:
            self._go_on_with(event, now_ms - self._last_ms)
        if self._is_spoilt(event, now_ms):
            return _Fate.TAKE
        if event.key() in _ENTERS:
            return self._judge_enter(event, now_ms)
        self._taken_at_ms = None
        if not _may_be_scanned(event) or len(self._text) >= LONGEST_SCAN:
            self._give_back()
            return _Fate.PASS
        # The shortcut round of a key that may be scanned stops here; its press follows at once and is held.
        return _Fate.HOLD if event.type() == QEvent.Type.KeyPress else _Fate.TAKE

    @property
    def _is_scan(self) -> bool:
        """Whether what is held, or what of it came after a pause, is too much for a hand."""
        before = self._before_pause[1] if self._before_pause is not None else 0
        return before >= SHORTEST_SCAN or len(self._text) - before >= SHORTEST_SCAN

    @property
    def _may_begin_scan(self) -> bool:
        """Whether a few keys came so fast that the rest of a scan may follow."""
        return self._before_pause is None and FEWEST_FAST <= len(self._text) < SHORTEST_SCAN

    @property
    def _is_hand_again(self) -> bool:
        """Whether a single character followed the pause: no scanner sends them so."""
        before = self._before_pause[1] if self._before_pause is not None else 0
        return before >= SHORTEST_SCAN and len(self._text) == before + 1

    @property
    def _patience_ms(self) -> int:
        return LONGEST_PAUSE_BEFORE_ENTER_MS if self._is_scan and self._sends_enter else LONGEST_PAUSE_MS

    @property
    def _may_go_on(self) -> bool:
        return self._may_begin_scan or (self._is_scan and not self._is_hand_again)

    def _go_on_with(self, event: QKeyEvent, pause_ms: int) -> None:
        """A key comes late: it may go on with a scan, it begins anew after anything else."""
        here = len(self._held), len(self._text)
        fits = _may_be_scanned(event) or (self._is_scan and _is_plain_enter(event))
        if fits and here == self._before_pause:
            return  # The shortcut round of this key said so already.
        if fits and self._may_go_on and pause_ms <= self._patience_ms:
            self._before_pause = here
        else:
            self._end_burst()

    def _is_spoilt(self, event: QKeyEvent, now_ms: int) -> bool:
        """Whether this key spoils the scan that it came in, or follows so fast on one that did."""
        follows = self._spoilt_at_ms is not None and now_ms - self._spoilt_at_ms <= LONGEST_GAP_MS
        spoils = self._is_scan and not (_may_be_scanned(event) or _is_plain_enter(event))
        self._spoilt_at_ms = now_ms if follows or spoils else None
        if self._spoilt_at_ms is None:
            return False
        self._swallow()
        self._taken_at_ms = now_ms
        if event.type() == QEvent.Type.KeyPress:
            self._keys_down.add(event.key())
        return True

    def _judge_enter(self, event: QKeyEvent, now_ms: int) -> _Fate:
        is_plain = _is_plain_enter(event)
        if is_plain and self._is_scan:
            if event.type() == QEvent.Type.KeyPress:
                self._keys_down.add(event.key())
                self._sends_enter = True
                self._take()
            return _Fate.TAKE
        self._give_back()
        if is_plain and self._taken_at_ms is not None and now_ms - self._taken_at_ms <= CALM_MS:
            return _Fate.TAKE
        return _Fate.PASS

    def _judge_release(self, event: QKeyEvent) -> _Fate:
        if event.key() in self._keys_down:
            self._keys_down.discard(event.key())
            return _Fate.TAKE
        return _Fate.HOLD if self._held else _Fate.PASS

    def _hold(self, window: QWindow, event: QKeyEvent) -> None:
        self._held.append((window, copy_of(event)))
        if event.type() == QEvent.Type.KeyPress:
            self._text += _half_width(event.text())
            self._last_ms = self._time_of(event)
            self._has_waited = False
            self._grace.stop()
            self._gap.start(LONGEST_GAP_MS)

    def _begin_grace(self) -> None:
        self._grace.start()

    def _after_gap(self) -> None:
        """No more keys for now: a scan may still go on, anything else is over."""
        if self._may_go_on and not self._has_waited:
            self._has_waited = True
            self._gap.start(self._patience_ms - LONGEST_GAP_MS)
        else:
            self._end_burst()

    def _end_burst(self) -> None:
        """Judge what is held: a scan is told, a few fast keys are given back."""
        if not self._is_scan:
            self._give_back()
        elif self._is_hand_again:
            self._take_up_to_pause()
        else:
            self._take()

    def _take_up_to_pause(self) -> None:
        assert self._before_pause is not None
        events, characters = self._before_pause
        typed = self._held[events:]
        self._held, self._text = self._held[:events], self._text[:characters]
        self._take()
        self._taken_at_ms = None
        self._held = typed
        self._give_back()

    def _take(self) -> None:
        self._taken_at_ms = self._last_ms
        self.scanned.emit(self._swallow())

    def _swallow(self) -> str:
        """Let no window see what is held, nor the keys of it going up; the text."""
        for _, event in self._held:
            change = self._keys_down.add if event.type() == QEvent.Type.KeyPress else self._keys_down.discard
            change(event.key())
        return self._forget()

    def _give_back(self) -> None:
        """Send what is held where it was going, unless it holds a label code."""
        held = list(self._held)
        text = self._forget()
        if is_label_code(text):
            return
        self._giving_back = True
        try:
            for window, event in held:
                QCoreApplication.sendEvent(window, event)
        finally:
            self._giving_back = False

    def _forget(self) -> str:
        self._gap.stop()
        self._grace.stop()
        text, self._text = self._text, ""
        self._before_pause, self._has_waited = None, False
        self._held.clear()
        return text

    def _time_of(self, event: QKeyEvent) -> int:
        return event.timestamp() or self._running.elapsed()


def _ends_a_burst(watched: QObject, event: QEvent) -> bool:
    """Whether the keys go elsewhere from now on; not where an answer moves them within their window amid a scan."""
    return event.type() in _ENDS_A_BURST or (event.type() == QEvent.Type.FocusOut and isinstance(watched, QWindow))


def _may_be_scanned(event: QKeyEvent) -> bool:
    if event.isAutoRepeat() or event.modifiers() & ~_HARMLESS_MODIFIERS:
        return False
    return event.key() == Qt.Key.Key_Shift or _SCAN_CHARACTER.fullmatch(_half_width(event.text())) is not None


def _is_plain_enter(event: QKeyEvent) -> bool:
    return event.key() in _ENTERS and not event.modifiers() & ~_HARMLESS_MODIFIERS


def _half_width(text: str) -> str:
    """What a scanner meant when a Chinese keyboard layout made its characters full-width."""
    return unicodedata.normalize("NFKC", text).replace("。", ".")


def copy_of(event: QKeyEvent) -> QKeyEvent:
    """The same key once more, to be sent later; Qt's own event does not outlive its filters."""
    copy = QKeyEvent(
        event.type(),
        event.key(),
        event.modifiers(),
        event.nativeScanCode(),
        event.nativeVirtualKey(),
        event.nativeModifiers(),
        event.text(),
        event.isAutoRepeat(),
        event.count(),
    )
    copy.setTimestamp(event.timestamp())
    return copy
