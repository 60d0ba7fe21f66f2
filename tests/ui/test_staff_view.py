"""Tests of the owner's acts about people, in the real window with his real card."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit

from outlet_app.domain.account import Role
from outlet_app.ui.navigation import PageName
from outlet_app.ui.staff_form import StaffAct
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.ui.conftest import LONG_MS
from tests.ui.door import open_door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.staff_view import StaffView
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet whose owner's card is known, founded once."""
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


@pytest.fixture
def staff(door: Door, qtbot: QtBot) -> StaffView:
    main = door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    assert main.staff is not None
    qtbot.mouseClick(main.navigation.pages[PageName.STAFF], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(main.staff.isVisible)
    door.settle()
    return main.staff


def _prove(door: Door, staff: StaffView) -> None:
    door.qtbot.keyClicks(staff.form.proof.password.text, OWNER_PASSWORD)
    door.window._take_scan(door.outlet.card)
    door.qtbot.mouseClick(staff.form.do, Qt.MouseButton.LeftButton)
    door.qtbot.waitUntil(lambda: not staff._working, timeout=LONG_MS)
    door.settle()


def test_a_clerk_has_no_such_page(door: Door) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    assert main.staff is None
    assert PageName.STAFF not in main.navigation.pages


def test_everybody_is_listed_and_nobody_can_dismiss_himself(staff: StaffView) -> None:
    assert [row.name.text() for row in staff.people.rows] == ["王店主", "陈伟", "林芳"]
    assert [row.role.text() for row in staff.people.rows] == ["Owner, you", "Clerk", "Clerk"]
    assert [row.dismiss.isVisible() for row in staff.people.rows] == [False, True, True]


def test_an_invited_clerk_begins_with_the_code_that_was_shown_once(door: Door, staff: StaffView, qtbot: QtBot) -> None:
    qtbot.mouseClick(staff.invite, Qt.MouseButton.LeftButton)
    assert staff.form.name.hasFocus()
    qtbot.keyClicks(staff.form.name, "Zhao Min")
    _prove(door, staff)
    code = staff.once.secret.text()
    assert len(code.replace(" ", "")) == 10
    assert staff.people.rows[-1].state.text().startswith("Invited; the code holds until 11-23 09:30")
    door.lock()
    assert staff.once.secret.text() == ""
    door.qtbot.mouseClick(door.window.sign_in.people.tiles[-1], Qt.MouseButton.LeftButton)
    door.type(code.lower())
    door.press(Qt.Key.Key_Return)
    door.type("zhao begins on a monday")
    door.press(Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: not door.window.is_locked, timeout=LONG_MS)
    services = door.window._services
    assert services is not None
    assert (services.session.account.name, services.session.account.role) == ("Zhao Min", Role.CLERK)


def test_a_wrong_code_is_told_and_the_password_stays(door: Door, staff: StaffView, qtbot: QtBot) -> None:
    staff.people.rows[1].reset.click()
    assert staff.form.act is StaffAct.RESET_CLERK
    _prove(door, staff)
    door.lock()
    door.tap(door.outlet.chen_id)
    form = door.window.sign_in.first_time
    qtbot.keyClicks(form.code, "0000000000")
    qtbot.keyClicks(form.password.text, "chen begins once more")
    form.begin.click()
    qtbot.waitUntil(door.window.sign_in.fault.isVisible, timeout=LONG_MS)
    assert door.window.sign_in.fault.text().startswith("That did not open.")
    assert form.password.text.text() == "chen begins once more"
    assert form.code.hasFocus()


def test_a_dismissed_clerk_is_gone_from_the_tiles_and_the_key_is_renewed(door: Door, staff: StaffView) -> None:
    steps: list[int] = []
    staff._stepped.connect(lambda _checking, done, _whole: steps.append(done))
    staff.people.rows[1].dismiss.click()
    assert "cannot be undone" in staff.form.story.text()
    _prove(door, staff)
    assert steps
    assert door.main.messages.text.text() == "陈伟 is dismissed, and the database has a new key."
    assert staff.people.rows[-1].state.text() == "Has left; signs in no more"
    assert not staff.rotate.isVisible()
    door.lock()
    assert [tile.person for tile in door.window.sign_in.people.tiles] == ["王店主", "林芳"]


def test_a_new_key_that_is_stopped_leaves_the_dismissal_and_is_asked_for_again(door: Door, staff: StaffView) -> None:
    begin = staff.progress.begin

    def begin_and_stop() -> None:
        begin()
        staff.progress.stop.click()

    staff.progress.begin = begin_and_stop  # type: ignore[method-assign] # a hand that is quick
    staff.people.rows[1].dismiss.click()
    _prove(door, staff)
    assert door.main.messages.text.text() == "陈伟 is dismissed; the database keeps its key for now."
    assert staff.people.rows[-1].state.text() == "Has left; signs in no more"
    assert staff.rotate.isVisible()
    assert door.outlet.keys.key_file().epoch == 1
    assert staff.form.proof.card == ""


def test_a_second_owner_types_his_password_and_gets_a_card(door: Door, staff: StaffView, qtbot: QtBot) -> None:
    qtbot.mouseClick(staff.invite_owner, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(staff.form.name, "Sun Li")
    qtbot.keyClicks(staff.form.new_password.text, "sun-owns-this-as-well")
    _prove(door, staff)
    assert staff.once.secret.text().replace(" ", "").replace("\n", "").startswith("OK1.")
    qtbot.keyClick(staff.once.done, Qt.Key.Key_Escape)
    assert staff.once.secret.text() == ""
    assert staff.people.rows[-1].role.text() == "Owner"


def test_a_wrong_card_opens_nothing_and_keeps_the_name(staff: StaffView, qtbot: QtBot) -> None:
    staff.invite.click()
    qtbot.keyClicks(staff.form.name, "Zhao Min")
    qtbot.keyClicks(staff.form.proof.password.text, OWNER_PASSWORD)
    qtbot.mouseClick(staff.form.do, Qt.MouseButton.LeftButton)
    assert staff.form.fault.text() == "The owner card is still missing."
    qtbot.mouseClick(staff.form.proof.by_hand, Qt.MouseButton.LeftButton)
    qtbot.keyClicks(staff.form.proof.typed, "OK1.WRONG")
    qtbot.keyClick(staff.form.proof.typed, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: staff.form.fault.text().startswith("That did not open."), timeout=LONG_MS)
    assert staff.form.name.text() == "Zhao Min"
    assert len(staff.people.rows) == 3


def test_a_name_that_somebody_has_is_told_at_the_name(door: Door, staff: StaffView) -> None:
    staff.invite.click()
    staff.form.name.put("陈伟")
    _prove(door, staff)
    assert staff.form.fault.text() == "Somebody here has this name already. Add something to it."
    assert staff.form.name.hasFocus()


def test_the_card_is_nowhere_to_be_read_and_gone_with_the_page(door: Door, staff: StaffView) -> None:
    staff.invite.click()
    door.window._take_scan(door.outlet.card)
    assert staff.form.proof.state.text() == "Card read"
    shown = [one.text() for kind in (QLabel, QLineEdit) for one in door.window.findChildren(kind)]
    assert not any("OK1" in text for text in shown)
    door.main.open_page(PageName.ACCEPT)
    assert staff.form.proof.card == ""


def test_a_scan_that_is_no_card_is_told_of_and_not_kept(door: Door, staff: StaffView) -> None:
    staff.invite.click()
    door.window._take_scan("YT8800000000001")
    assert door.main.messages.text.text() == "This page has no use for that code."
    assert staff.form.proof.card == ""


def test_somebody_who_waits_can_be_let_in_by_the_owner(door: Door, staff: StaffView, qtbot: QtBot) -> None:
    door.lock()
    view = door.window.sign_in
    door.tap(door.outlet.lin_id)
    for _ in range(5):
        view.password.text.setText("wrong")
        view.enter.click()
        door.settle()
    door.sign_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.main.open_page(PageName.STAFF)
    staff.refresh()
    door.settle()
    qtbot.waitUntil(staff.people.rows[2].lift.isVisible)
    qtbot.mouseClick(staff.people.rows[2].lift, Qt.MouseButton.LeftButton)
    door.settle()
    assert not staff.people.rows[2].lift.isVisible()
