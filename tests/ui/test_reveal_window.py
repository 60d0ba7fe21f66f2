"""Revealing in the whole window: scan, field key, reason key; and nothing is left behind by whoever goes."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from outlet_app.ui.navigation import PageName
from tests.builders import LI, ZHANG
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD
from tests.ui.door import open_door
from tests.ui.revealing import make_labelled

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.reveal_panel import RevealPanel
    from outlet_app.ui.tasks import Tasks
    from tests.ui.door import Door
    from tests.ui.revealing import Labelled

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture(scope="module")
def labelled(tmp_path_factory: pytest.TempPathFactory) -> Labelled:
    """An outlet with one labelled parcel, founded once."""
    return make_labelled(tmp_path_factory.mktemp("labelled"))


@pytest.fixture
def door(
    labelled: Labelled, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    QApplication.clipboard().clear()
    yield from open_door(labelled.outlet, tmp_path, tasks, preferences, speaking, qtbot)


def _panel(door: Door) -> RevealPanel:
    return door.main.find_view.card.panel


def _scan(door: Door, text: str) -> None:
    door.window._take_scan(text)
    door.settle()


def _reveal(door: Door, labelled: Labelled) -> None:
    """Two keys after the scan."""
    _scan(door, labelled.code)
    for key in (Qt.Key.Key_Q, Qt.Key.Key_1):
        door.press(key)
        door.settle()
    assert _panel(door).is_showing


def _texts(window: QWidget) -> str:
    """Every text of the window, hidden ones included."""
    widgets = [window, *window.findChildren(QWidget)]
    texts = [each.toolTip() + each.accessibleName() + each.windowTitle() for each in widgets]
    texts += [each.text() for each in widgets if isinstance(each, QLabel | QLineEdit | QPushButton)]
    texts += [each.toPlainText() for each in widgets if isinstance(each, QPlainTextEdit)]
    texts += [each.currentText() for each in widgets if isinstance(each, QComboBox)]
    return "\n".join(texts)


def test_a_scan_and_two_keys_reveal_the_phone_and_no_text_of_the_window_holds_it(
    door: Door, labelled: Labelled
) -> None:
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    _reveal(door, labelled)
    texts = _texts(door.window)
    assert not any(secret in texts for secret in (ZHANG.name, ZHANG.phone, "501室", LI.name, LI.phone))


@pytest.mark.parametrize("size", [(1366, 728), (911, 485)], ids=["100 %", "150 %"])
def test_what_is_revealed_is_seen_whole_on_a_small_screen(
    door: Door, labelled: Labelled, size: tuple[int, int]
) -> None:
    """Of a screen of 1366 x 768, less its task bar."""
    door.window.resize(*size)
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    _scan(door, labelled.code)
    panel = _panel(door)
    for keys, part in (("e", panel.question), ("1", panel.shown.text), ("w1", panel.fault)):
        if part is panel.fault:
            door.outlet.clock.move(minutes=6)  # the label is not in the hand any more
        for key in keys:
            door.type(key)
            door.settle()
        door.qtbot.waitUntil(lambda part=part: part.visibleRegion().boundingRect() == part.rect(), timeout=2_000)


def _locks(door: Door) -> None:
    door.lock()


def _turns_the_page(door: Door) -> None:
    door.press(Qt.Key.Key_F2)


def _scans_again(door: Door) -> None:
    _scan(door, "YT8800000000001")


def _finds_something_else(door: Door) -> None:
    door.main.find_view.look_up("8000")
    door.settle()


def _escapes(door: Door) -> None:
    door.press(Qt.Key.Key_Escape)


def test_it_is_masked_by_whatever_comes_next(door: Door, labelled: Labelled) -> None:
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    panel = _panel(door)
    for happens in (_turns_the_page, _scans_again, _finds_something_else, _escapes, _locks):
        _reveal(door, labelled)
        happens(door)
        assert not panel.is_showing, happens.__name__
        assert not panel.shown.text.is_showing, happens.__name__


def test_the_lock_takes_it_off_the_clipboard_and_the_label_out_of_the_hand(door: Door, labelled: Labelled) -> None:
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    _reveal(door, labelled)
    door.press(Qt.Key.Key_C)
    door.settle()
    assert QApplication.clipboard().text() == ZHANG.phone
    door.press(Qt.Key.Key_F2)
    assert QApplication.clipboard().text() == ZHANG.phone
    door.lock()
    assert QApplication.clipboard().text() == ""
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    assert not _panel(door).is_showing
    door.main.open_page(PageName.FIND)
    _panel(door).setFocus()
    for key in (Qt.Key.Key_W, Qt.Key.Key_1):
        door.press(key)
        door.settle()
    assert not _panel(door).is_showing


@pytest.mark.parametrize("leaves", ["signs out", "is followed by a colleague"])
def test_who_leaves_leaves_nothing_on_the_clipboard(door: Door, labelled: Labelled, leaves: str) -> None:
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    _reveal(door, labelled)
    door.press(Qt.Key.Key_C)
    door.settle()
    assert QApplication.clipboard().text() == ZHANG.phone
    if leaves == "signs out":
        door.main.sign_out_asked.emit()
        door.qtbot.waitUntil(lambda: door.window.main is None, timeout=20_000)
    else:
        door.lock()
        door.come_in(door.outlet.lin_id, LIN_PASSWORD)
    assert QApplication.clipboard().text() == ""


def test_the_owner_s_card_is_scanned_where_it_is_asked_for(door: Door, labelled: Labelled) -> None:
    door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.main.open_page(PageName.FIND)
    door.main.find_view.look_up("YT8800000000001")
    door.settle()
    _panel(door).setFocus()
    for key in (Qt.Key.Key_Q, Qt.Key.Key_1):
        door.press(key)
        door.settle()
    assert _panel(door).is_waiting_for_card
    _scan(door, labelled.outlet.card)
    assert _panel(door).owner.card == labelled.outlet.card
    door.type(OWNER_PASSWORD)
    door.press(Qt.Key.Key_Return)
    door.settle()
    assert _panel(door).is_showing
    assert labelled.outlet.card not in _texts(door.window)
    assert OWNER_PASSWORD not in _texts(door.window)
