"""Tests of signing in as a person does, at the door of a real outlet."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.demo import CLERKS, OWNER
from outlet_app.errors import FileDamaged, WrongPassword
from outlet_app.services.entrance import wall_clock
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.sign_in_view import SignInView
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Entrance, Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

_NAME, _PASSWORD = CLERKS[0]


class _Door:
    """The view and whoever came through it; signed out again when the test ends."""

    def __init__(self, view: SignInView) -> None:
        self.view = view
        self.came: list[Services] = []
        view.signed_in.connect(self.came.append)


@pytest.fixture
def door(entrance: Entrance, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot) -> Iterator[_Door]:
    assert speaking
    view = SignInView(entrance, tasks, preferences, wall_clock)
    qtbot.addWidget(view)
    view.resize(1280, 720)
    view.show()
    qtbot.waitExposed(view)
    standing = _Door(view)
    yield standing
    view._countdown.stop()  # waiting lets the closed view be deleted
    qtbot.waitUntil(tasks.is_idle)
    for services in standing.came:
        tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def _press(qtbot: QtBot, app: QApplication, key: Qt.Key) -> None:
    qtbot.keyClick(app.focusWidget(), key)


def test_the_keyboard_alone_is_enough(door: _Door, qtbot: QtBot, speaking: QApplication) -> None:
    assert [tile.person for tile in door.view.people.tiles] == [OWNER[0], CLERKS[0][0], CLERKS[1][0]]
    assert door.view.people.tiles[0].hasFocus()
    _press(qtbot, speaking, Qt.Key.Key_Right)
    _press(qtbot, speaking, Qt.Key.Key_Return)
    assert door.view.password.text.hasFocus()
    qtbot.keyClicks(speaking.focusWidget(), _PASSWORD)
    with qtbot.waitSignal(door.view.signed_in):
        _press(qtbot, speaking, Qt.Key.Key_Return)
    assert door.came[0].session.account.name == _NAME
    assert door.view.password.text.text() == ""


def test_a_wrong_password_is_told_beside_the_field_and_can_be_typed_again(door: _Door, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    qtbot.keyClicks(door.view.password.text, "wrong")
    qtbot.mouseClick(door.view.enter, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(door.view.fault.isVisible)
    assert door.view.fault.text() == "That did not open. Check what you typed and try again."
    assert door.view.password.text.hasFocus()
    assert door.view.password.text.selectedText()
    qtbot.keyClicks(door.view.password.text, _PASSWORD)
    assert not door.view.fault.isVisible()
    with qtbot.waitSignal(door.view.signed_in):
        qtbot.keyClick(door.view.password.text, Qt.Key.Key_Return)


def test_too_many_failures_count_down_and_open_again(door: _Door, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    for _ in range(4):
        qtbot.waitUntil(door.view.enter.isEnabled)
        door.view.password.text.setText("wrong")
        door.view.enter.click()
        qtbot.waitUntil(door.view.fault.isVisible)
    door.view.enter.click()
    qtbot.waitUntil(lambda: "Wait" in door.view.fault.text())
    assert not door.view.enter.isEnabled()
    qtbot.keyClick(door.view.password.text, Qt.Key.Key_Return)
    door.view.people.tiles[2].click()
    assert not door.view.fault.isVisible()
    assert door.view.enter.isEnabled()
    door.view.people.tiles[1].click()
    qtbot.waitUntil(door.view.enter.isEnabled, timeout=3000)
    assert not door.view.fault.isVisible()
    assert door.came == []


def test_a_long_wait_is_shown_after_a_moment_and_locks_the_form(door: _Door, qtbot: QtBot, tasks: Tasks) -> None:
    tasks.run(Lane.DATA, lambda: time.sleep(0.5), tasks, lambda _: None)
    door.view.people.tiles[1].click()
    door.view.password.text.setText(_PASSWORD)
    door.view.enter.click()
    assert not door.view.progress.isVisible()
    assert not door.view.people.isEnabled()
    qtbot.waitUntil(door.view.progress.isVisible)
    qtbot.waitUntil(lambda: bool(door.came))
    assert not door.view.progress.isVisible()


def test_enter_twice_signs_in_once(door: _Door, qtbot: QtBot, tasks: Tasks) -> None:
    door.view.people.tiles[1].click()
    door.view.password.text.setText(_PASSWORD)
    door.view.enter.click()
    door.view._sign_in()
    qtbot.waitUntil(tasks.is_idle)
    assert len(door.came) == 1


def test_nobody_signs_in_before_a_tile_is_chosen(door: _Door) -> None:
    assert not door.view.enter.isEnabled()
    assert not door.view.password.isEnabled()


def test_a_click_on_a_demo_login_fills_everything_in(door: _Door, qtbot: QtBot) -> None:
    qtbot.mouseClick(door.view.notes.logins[2], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(door.view.signed_in):
        qtbot.mouseClick(door.view.enter, Qt.MouseButton.LeftButton)
    assert door.came[0].session.account.name == CLERKS[1][0]


def test_another_tile_forgets_what_was_typed_for_the_first(door: _Door, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    qtbot.keyClicks(door.view.password.text, "half")
    door.view.people.tiles[2].click()
    assert door.view.password.text.text() == ""


def test_a_switch_of_language_loses_nothing_typed(door: _Door, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    qtbot.keyClicks(door.view.password.text, _PASSWORD)
    qtbot.mouseClick(door.view.look.languages[Language.CHINESE], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.view.question.text() == "谁在柜台？")
    assert languages.current() is Language.CHINESE
    assert door.view.enter.text() == "登录"
    assert door.view.password.text.placeholderText() == "密码"
    assert door.view.password.text.text() == _PASSWORD


def test_the_person_who_left_finds_his_tile_chosen_and_nothing_typed(door: _Door, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    qtbot.keyClicks(door.view.password.text, "half")
    door.view.reset()
    assert door.view.people.chosen_tile is not None
    assert door.view.people.chosen_tile.person == _NAME
    assert door.view.password.text.text() == ""


def test_a_missing_key_file_is_told_and_not_raised(
    entrance: Entrance, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot, tmp_path: Path
) -> None:
    assert speaking
    for copy in tmp_path.rglob("outlet.keys"):
        copy.unlink()
    view = SignInView(entrance, tasks, preferences, wall_clock)
    qtbot.addWidget(view)
    view.show()
    assert "outlet.keys" in view.fault.text()
    assert view.people.tiles == ()


def test_where_no_password_helps_the_way_out_is_named(door: _Door, tmp_path: Path) -> None:
    view = door.view
    view.rescue.show()
    view.tell_error(FileDamaged(tmp_path / "outlet-2.db"))
    assert "outlet-2.db" in view.fault.text()
    assert view.rescue.text() in view.fault.text()
    view.tell_error(WrongPassword())
    assert view.rescue.text() not in view.fault.text()


def test_it_tells_once_that_it_stands_on_the_screen(
    entrance: Entrance, tasks: Tasks, preferences: Preferences, qtbot: QtBot
) -> None:
    view = SignInView(entrance, tasks, preferences, wall_clock)
    qtbot.addWidget(view)
    told: list[bool] = []
    view.first_painted.connect(lambda: told.append(view.isVisible()))
    with qtbot.waitSignal(view.first_painted):
        view.show()
    view.hide()
    view.show()
    view.repaint()
    qtbot.waitUntil(tasks.is_idle)
    assert told == [True]


def test_shift_tab_leads_from_the_password_back_to_the_tiles(door: _Door, speaking: QApplication, qtbot: QtBot) -> None:
    door.view.people.tiles[1].click()
    for _ in range(2):
        assert speaking.focusWidget() is door.view.password.text
        qtbot.keyClick(speaking.focusWidget(), Qt.Key.Key_Backtab, Qt.KeyboardModifier.ShiftModifier)
        assert speaking.focusWidget() in door.view.people.tiles
        door.view.reset()  # the tiles are made anew, as after a lock
        qtbot.waitUntil(door.view.people.tiles[-1].isVisible)
        door.view.password.setFocus()
