"""The scanner's keys: as a scanner sends them, as a hand types them, and where the two meet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLineEdit, QPushButton, QVBoxLayout

from outlet_app.ui import scanner as scanner_module
from outlet_app.ui.scanner import Scanner

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

NUMBER = "YT8812345678901"
LABEL_CODE = "OA1.7XKQ.YT8812345678901.1.0123456789ABCDEFGHJKMNPQRS.0.42.ABCDEF.12345678"
NO_MODIFIER = Qt.KeyboardModifier.NoModifier


class Counter(QDialog):
    """A field and a default button, the two places where a scanner's keys do harm."""

    def __init__(self) -> None:
        super().__init__()
        self.field = QLineEdit(self)
        self.button = QPushButton("go", self)
        self.button.setDefault(True)
        self.clicks = 0
        self.button.clicked.connect(self._count)
        box = QVBoxLayout(self)
        box.addWidget(self.field)
        box.addWidget(self.button)

    def _count(self) -> None:
        self.clicks += 1


class Keyboard:
    """Sends key strokes to a window, each at a time of its own choice."""

    def __init__(self, counter: Counter) -> None:
        self._counter = counter
        self.now_ms = 10_000

    def type(self, text: str, gap_ms: int, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """Press and release each character, `gap_ms` after the one before."""
        for character in text:
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character.upper()))
            self.press(key, character, gap_ms, modifiers)
            self.send(QEvent.Type.KeyRelease, key, character, modifiers)

    def press(self, key: Qt.Key, text: str, gap_ms: int, modifiers: Qt.KeyboardModifier = NO_MODIFIER) -> None:
        """One key down, with the shortcut round that Qt makes first."""
        self.now_ms += gap_ms
        self.send(QEvent.Type.ShortcutOverride, key, text, modifiers)
        self.send(QEvent.Type.KeyPress, key, text, modifiers)

    def send(
        self,
        kind: QEvent.Type,
        key: Qt.Key,
        text: str,
        modifiers: Qt.KeyboardModifier = NO_MODIFIER,
        *,
        repeats: bool = False,
    ) -> None:
        """One event of one key, now."""
        event = QKeyEvent(kind, key, modifiers, text, repeats)
        event.setTimestamp(self.now_ms)
        QCoreApplication.sendEvent(self._counter.windowHandle(), event)


@pytest.fixture
def counter(qtbot: QtBot) -> Counter:
    dialog = Counter()
    qtbot.addWidget(dialog)
    dialog.show()
    dialog.activateWindow()
    qtbot.waitUntil(dialog.isActiveWindow)
    dialog.field.setFocus()
    return dialog


@pytest.fixture
def scans(qapp: QApplication, counter: Counter) -> Iterator[list[str]]:  # noqa: ARG001 - watched keys need a window
    watcher = Scanner(qapp)
    heard: list[str] = []
    watcher.scanned.connect(heard.append)
    yield heard
    qapp.removeEventFilter(watcher)
    watcher.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def keyboard(counter: Counter) -> Keyboard:
    return Keyboard(counter)


@pytest.mark.parametrize("gap_ms", [8, 16, 30])
def test_a_scan_is_told_and_no_field_sees_a_key_of_it(
    counter: Counter, scans: list[str], keyboard: Keyboard, gap_ms: int
) -> None:
    keyboard.type(NUMBER + "\r", gap_ms)
    assert scans == [NUMBER]
    assert counter.field.text() == ""
    assert not counter.field.isUndoAvailable()


def test_a_scan_without_enter_ends_when_the_keys_stop(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.type(NUMBER, 10)
    assert scans == []
    qtbot.waitUntil(lambda: scans == [NUMBER])
    assert counter.field.text() == ""


def test_a_label_code_never_reaches_a_field(counter: Counter, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.type(LABEL_CODE + "\r", 10)
    assert scans == [LABEL_CODE]
    assert counter.field.text() == ""


def test_a_label_code_cut_off_by_another_key_is_not_given_back(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type("OA1.7", 10)
    keyboard.type("x", 10)
    assert scans == []
    assert counter.field.text() == "x"


def test_typed_keys_arrive_in_order_and_are_no_scan(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    keyboard.type("13800138000", 80)
    qtbot.waitUntil(lambda: counter.field.text() == "13800138000")
    assert scans == []


def test_five_fast_keys_are_a_hand(counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot) -> None:
    keyboard.type("12.50", 10)
    qtbot.waitUntil(lambda: counter.field.text() == "12.50")
    assert scans == []


def test_a_held_digit_arrives_before_the_shortcut_that_follows_it(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type("5", 80)
    assert counter.field.text() == ""
    keyboard.send(QEvent.Type.ShortcutOverride, Qt.Key.Key_Return, "", Qt.KeyboardModifier.ControlModifier)
    assert counter.field.text() == "5"
    assert scans == []


def test_a_click_finds_what_was_typed_before_it(counter: Counter, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.type("7", 80)
    QTest.mouseClick(counter.windowHandle(), Qt.MouseButton.LeftButton, NO_MODIFIER, counter.button.geometry().center())
    assert counter.field.text() == "7"
    assert counter.clicks == 1
    assert scans == []


@pytest.mark.parametrize(
    "modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.MetaModifier]
)
def test_a_modifier_other_than_shift_makes_it_no_scan(
    scans: list[str], keyboard: Keyboard, qtbot: QtBot, modifier: Qt.KeyboardModifier
) -> None:
    keyboard.type(NUMBER, 10, modifier)
    qtbot.wait(3 * scanner_module.LONGEST_GAP_MS)
    assert scans == []


@pytest.mark.parametrize("control", ["\x0c", "\x1b", "\t", "x"])
def test_a_key_that_no_code_may_hold_spoils_the_scan_it_came_in_up_to_its_last_key(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot, control: str
) -> None:
    """What somebody put into a code on a parcel so that a scanner presses keys."""
    keys = {"\x0c": Qt.Key.Key_L, "\x1b": Qt.Key.Key_Escape, "\t": Qt.Key.Key_Tab, "x": Qt.Key.Key_X}
    modifiers = Qt.KeyboardModifier.ControlModifier if control == "\x0c" else NO_MODIFIER
    keyboard.type(NUMBER, 10)
    keyboard.press(keys[control], control, 10, modifiers)
    keyboard.type("12\r\r", 10)
    keyboard.type("\r", 100)
    qtbot.wait(3 * scanner_module.LONGEST_GAP_MS)
    assert scans == []
    assert counter.field.text() == ""
    assert counter.field.hasFocus()
    assert (counter.clicks, counter.isVisible()) == (0, True)
    keyboard.type(NUMBER + "\r", 10)
    assert scans == [NUMBER]


def test_shift_and_the_number_pad_are_how_scanners_type(scans: list[str], keyboard: Keyboard) -> None:
    for character in NUMBER:
        shifted = character.isalpha()
        if shifted:
            keyboard.press(Qt.Key.Key_Shift, "", 2)
        keyboard.press(
            Qt.Key(ord(character)),
            character,
            8,
            Qt.KeyboardModifier.ShiftModifier if shifted else Qt.KeyboardModifier.KeypadModifier,
        )
    keyboard.type("\r", 8)
    assert scans == [NUMBER]


def test_full_width_keys_are_repaired(scans: list[str], keyboard: Keyboard) -> None:
    for character in "ＯＡ１。７７７":
        keyboard.press(Qt.Key.Key_unknown, character, 8)
    keyboard.type("\r", 8)
    assert scans == ["OA1.777"]


def test_a_jammed_key_is_no_scan(counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot) -> None:
    for _ in range(20):
        keyboard.now_ms += 30
        keyboard.send(QEvent.Type.KeyPress, Qt.Key.Key_0, "0", repeats=True)
    qtbot.wait(3 * scanner_module.LONGEST_GAP_MS)
    assert scans == []
    assert counter.field.text() == "0" * 20


def test_no_default_button_acts_right_after_a_scan(counter: Counter, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.type(NUMBER + "\r\r", 10)
    keyboard.type("\r", 250)
    assert counter.clicks == 0
    keyboard.type("\r", scanner_module.CALM_MS)
    assert counter.clicks == 1
    assert scans == [NUMBER]


def test_a_hand_that_is_at_work_again_after_a_scan_may_press_enter_at_once(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type(NUMBER + "\r", 10)
    keyboard.type("12", 80)
    keyboard.type("\r", 80)
    assert counter.clicks == 1
    assert scans == [NUMBER]


def test_enter_after_a_few_typed_keys_is_an_ordinary_enter(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type("12", 80)
    keyboard.type("\r", 20)
    assert counter.field.text() == "12"
    assert counter.clicks == 1
    assert scans == []


def test_two_scans_in_a_row_are_two(counter: Counter, scans: list[str], keyboard: Keyboard) -> None:
    keyboard.type(NUMBER + "\r", 10)
    keyboard.type("77A-3/4.5" + "\r", 400)
    keyboard.type("SF1234567890", 10)
    keyboard.type("\r", 10)
    assert scans == [NUMBER, "SF1234567890"]
    assert counter.field.text() == "77A-3/4.5"


def test_a_slow_window_does_not_break_a_scan_apart(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    half = len(NUMBER) // 2
    keyboard.type(NUMBER[:half], 10)
    QTest.qSleep(2 * scanner_module.LONGEST_GAP_MS)
    for character in NUMBER[half:]:
        keyboard.now_ms += 10
        event = QKeyEvent(QEvent.Type.KeyPress, Qt.Key(ord(character)), NO_MODIFIER, character)
        event.setTimestamp(keyboard.now_ms)
        QCoreApplication.postEvent(counter.windowHandle(), event)
    qtbot.waitUntil(lambda: scans != [])
    assert scans == [NUMBER]
    assert counter.field.text() == ""


@pytest.mark.parametrize("cut", range(scanner_module.SHORTEST_SCAN, len(NUMBER) + 1))
def test_a_scan_that_halts_anywhere_once_it_is_known_for_one_is_told_whole(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot, cut: int
) -> None:
    """Where it halted after ten characters, the other five and Enter were typed into the page before."""
    keyboard.type(NUMBER[:cut], 10)
    qtbot.wait(2 * scanner_module.LONGEST_GAP_MS)
    keyboard.now_ms += 2 * scanner_module.LONGEST_GAP_MS
    keyboard.type(NUMBER[cut:] + "\r", 10)
    assert scans == [NUMBER]
    assert (counter.field.text(), counter.clicks) == ("", 0)


@pytest.mark.parametrize("cut", range(scanner_module.FEWEST_FAST, scanner_module.SHORTEST_SCAN))
def test_the_first_keys_of_a_scan_that_halts_are_no_hands(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot, cut: int
) -> None:
    """On the page of lists the third of them chose another carrier, and the scan was then refused."""
    keyboard.type(NUMBER[:cut], 10)
    qtbot.wait(2 * scanner_module.LONGEST_GAP_MS)
    keyboard.now_ms += 2 * scanner_module.LONGEST_GAP_MS
    keyboard.type(NUMBER[cut:] + "\r", 10)
    assert scans == [NUMBER]
    assert (counter.field.text(), counter.clicks) == ("", 0)


def test_a_hand_that_rolls_its_fingers_types_in_order_and_is_no_scan(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    for pair in ("13", "80", "01", "38", "00"):
        keyboard.type(pair[0], 90)
        keyboard.type(pair[1], 20)
    qtbot.waitUntil(lambda: counter.field.text() == "1380013800")
    keyboard.type("12", 20)
    keyboard.type("\r", 60)
    assert (counter.field.text(), counter.clicks) == ("138001380012", 1)
    assert scans == []


def test_a_scanner_that_sends_enter_is_waited_for_up_to_a_second(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type(NUMBER + "\r", 10)
    keyboard.type(NUMBER[:10], 10)
    keyboard.now_ms += scanner_module.LONGEST_PAUSE_BEFORE_ENTER_MS - 10
    keyboard.type(NUMBER[10:] + "\r", 10)
    keyboard.now_ms += 1000
    keyboard.type(NUMBER[:10], 10)
    keyboard.now_ms += scanner_module.LONGEST_PAUSE_BEFORE_ENTER_MS
    keyboard.type("77A-3/", 10)
    keyboard.type("\r", 10)
    assert scans == [NUMBER, NUMBER, NUMBER[:10], "77A-3/"]
    assert (counter.field.text(), counter.clicks) == ("", 0)


@pytest.mark.parametrize("after", ["7", "\t", "x", "7\r"])
def test_a_hand_that_follows_a_scan_without_enter_has_its_keys_and_the_scan_is_told_first(
    counter: Counter, scans: list[str], keyboard: Keyboard, qtbot: QtBot, after: str
) -> None:
    known: list[str] = []
    counter.field.textEdited.connect(lambda: known.extend(scans))
    keyboard.type(NUMBER, 10)
    for character in after:
        keyboard.press(Qt.Key.Key_Tab if character == "\t" else Qt.Key(ord(character.upper())), character, 80)
    qtbot.waitUntil(lambda: counter.field.text() == after.strip() and scans == [NUMBER])
    assert known == ([] if after == "\t" else [NUMBER])
    assert counter.field.hasFocus() is (after != "\t")


def test_keys_that_come_before_the_burst_is_judged_belong_to_it(
    scans: list[str], keyboard: Keyboard, qtbot: QtBot
) -> None:
    """A machine that stood still hears its timer first, and the keys that waited meanwhile only then."""
    first, then = (QTimer(singleShot=True, timerType=Qt.TimerType.PreciseTimer) for _ in range(2))
    first.timeout.connect(lambda: (keyboard.type(NUMBER[3:5], 10), then.start(1)))
    then.timeout.connect(lambda: keyboard.type(NUMBER[5:], 10))
    keyboard.type(NUMBER[:3], 10)
    first.start(scanner_module.LONGEST_GAP_MS)
    QTest.qSleep(2 * scanner_module.LONGEST_GAP_MS)
    qtbot.waitUntil(lambda: scans != [])
    assert scans == [NUMBER]


def test_an_answer_that_moves_the_keys_within_the_window_does_not_break_a_scan_apart(
    counter: Counter, scans: list[str], keyboard: Keyboard
) -> None:
    keyboard.type(NUMBER[:9], 10)
    counter.button.setFocus()
    counter.field.setFocus()
    keyboard.type(NUMBER[9:] + "\r", 10)
    assert scans == [NUMBER]
    assert counter.field.text() == ""


def test_keys_without_a_time_are_timed_by_the_program(scans: list[str], keyboard: Keyboard) -> None:
    keyboard.now_ms = 0
    keyboard.type(NUMBER + "\r", 0)
    assert scans == [NUMBER]
