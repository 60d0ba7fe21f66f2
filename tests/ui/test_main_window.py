"""Tests of the frame around the views, with a real session and the real accept view in it."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QWidget

from outlet_app import printing
from outlet_app.errors import DiskFull
from outlet_app.ui import languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.main_window import MainWindow
from outlet_app.ui.navigation import PageName
from outlet_app.ui.tasks import Lane
from tests.ui.conftest import LONG_MS
from tests.ui.finding import texts_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.session import Today
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

_BLOCK = "张三 13800138000 浙江省杭州市余杭区文一西路969号3号楼2单元501室"


@pytest.fixture
def main(
    come_in: Callable[[], Services], tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot
) -> Iterator[MainWindow]:
    assert speaking
    # Not given to qtbot, which would close it before the person in it has left.
    services = come_in()
    window = MainWindow(services, tasks, preferences)
    window.resize(1366, 728)
    window.show()
    qtbot.waitExposed(window)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    yield window
    window.stop()
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    window.close()
    window.deleteLater()


def _everything(window: QWidget, kind: type[QWidget]) -> list[QWidget]:
    return [one for one in window.findChildren(kind) if one.isVisible()]


def test_the_accept_page_is_open_and_named(main: MainWindow, qtbot: QtBot) -> None:
    assert list(main.navigation.pages) == [
        PageName.ACCEPT,
        PageName.FIND,
        PageName.ARRIVALS,
        PageName.HAND_OVER,
        PageName.DAY_END,
    ]
    assert main.navigation.pages[PageName.ACCEPT].isChecked()
    assert main.heading.text() == "Accept"
    main.look.dark.setFocus()
    qtbot.keyClick(main, Qt.Key.Key_F2)
    assert main.entry.isAncestorOf(QApplication.focusWidget())


def test_f1_opens_the_help_of_the_page_and_closes_it(main: MainWindow, qtbot: QtBot) -> None:
    assert not main.help.isVisible()
    qtbot.keyClick(main, Qt.Key.Key_F1)
    assert main.help.isVisible()
    qtbot.mouseClick(main.help_button, Qt.MouseButton.LeftButton)
    assert not main.help.isVisible()


def test_nothing_typed_is_lost_by_a_switch_of_language_or_look(main: MainWindow, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(_BLOCK)
    main.navigation.lock.setFocus()
    qtbot.keyClick(main, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: main.entry.draft().recipient.phone == "13800138000")
    before = main.entry.draft()
    qtbot.mouseClick(main.look.languages[Language.CHINESE], Qt.MouseButton.LeftButton)
    qtbot.mouseClick(main.look.dark, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: main.heading.text() == "收寄")
    assert main.entry.draft() == before
    assert main.navigation.lock.text() == "锁定"
    assert theme.current() is theme.DARK


def test_what_a_view_says_stands_in_the_message_bar(main: MainWindow) -> None:
    main.entry.message.emit("warn", "Check the weight.")
    assert main.messages.text.text() == "Check the weight."
    assert main.messages.property("kind") == "warn"


def test_an_owner_card_where_none_is_asked_for_is_told_of_and_never_shown(main: MainWindow) -> None:
    main.take_scan("OK1.ABCD.AAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAA")
    assert main.messages.text.text() == "That code is not asked for here."
    assert not [text for text in texts_of(main) if "OK1." in text]
    assert main.pages.name is PageName.ACCEPT


def test_an_accepted_waybill_counts_at_once(main: MainWindow, qtbot: QtBot) -> None:
    told: list[Today] = []
    main._rounds.today_told.connect(told.append)
    main.entry.waybill_accepted.emit("YT8800000000001")
    qtbot.waitUntil(lambda: bool(told))


def test_a_printer_s_change_reaches_the_status_line(main: MainWindow, tmp_path: Path) -> None:
    assert main.status.printer.text.text() == "No printer"
    folder = printing.folder_printer(tmp_path)
    main.entry.printer._folder = folder
    main.entry.printer._wanted = folder.uri
    main.entry.printer._fill()
    main.entry.printer.changed.emit()
    assert main.status.printer.text.text() == f"{folder.name}, without code"


def test_a_stopped_window_takes_no_scan_and_asks_for_nothing(main: MainWindow) -> None:
    main.stop()
    assert not main.isEnabled()
    assert not main._rounds._each.isActive()
    main.take_scan("YT8800000000001")
    assert main.entry.draft().number == ""


def test_the_key_and_the_button_ask_for_the_lock(main: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(main.lock_asked):
        qtbot.keyClick(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    with qtbot.waitSignal(main.lock_asked):
        qtbot.mouseClick(main.navigation.lock, Qt.MouseButton.LeftButton)


def test_a_known_error_stays_until_it_is_put_away(main: MainWindow, tmp_path: Path) -> None:
    main.tell_error(DiskFull(tmp_path / "outlet.db"))
    assert main.messages.text.text().startswith("The disk is full; nothing was lost.")
    assert main.messages.dismiss.isVisible()


def test_every_input_and_icon_button_has_a_name_for_readers(main: MainWindow) -> None:
    inputs = [*_everything(main, QLineEdit), *_everything(main, QComboBox), *_everything(main, QPlainTextEdit)]
    own = [one for one in inputs if not isinstance(one.parentWidget(), QComboBox)]
    assert own
    assert [one for one in own if not one.accessibleName()] == []
    buttons = [one for one in _everything(main, QAbstractButton) if isinstance(one, QAbstractButton)]
    assert [one for one in buttons if not one.text() and not one.accessibleName()] == []


def test_no_word_of_the_frame_is_cut_at_1366_and_at_1920_with_150_percent(
    main: MainWindow, qtbot: QtBot, speaking: QApplication
) -> None:
    main.messages.tell("good", "YT8800000000001")
    main.status.tell_printer("ZDesigner GK888t", coded=False)
    for language, size in product(Language, ((1366, 728), (1280, 680))):
        languages.speak(speaking, language)
        main.resize(*size)
        assert (main.width(), main.height()) == size
        _wait_for_whole_words(main, qtbot)


def _wait_for_whole_words(main: MainWindow, qtbot: QtBot) -> None:
    frame = [main.navigation, main.heading, main.messages, main.look, main.help_button, main.status]
    words = [
        one
        for part in frame
        for one in (part, *part.findChildren(QWidget))
        if isinstance(one, QLabel | QAbstractButton)
    ]
    shown = [one for one in words if one.isVisible() and one.text()]
    assert len(shown) > 8

    def cut() -> list[str]:
        least = [(one.text(), one.size(), one.minimumSizeHint()) for one in shown]
        return [text for text, size, hint in least if size.width() < hint.width() or size.height() < hint.height()]

    # Qt lays out when it comes to it, on a busy machine later than a fixed pause would be.
    qtbot.waitUntil(lambda: cut() == [])
