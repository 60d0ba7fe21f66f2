"""Tests of the one window: in, out, and in again."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from shiboken6 import isValid

from outlet_app.demo import CLERKS, OWNER
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import NotPermitted
from outlet_app.services.entrance import wall_clock
from outlet_app.store import activities
from outlet_app.ui import languages, prompts
from outlet_app.ui.duties_view import DutiesView
from outlet_app.ui.languages import Language
from outlet_app.ui.outlet_window import OutletWindow
from outlet_app.ui.pin_offer import PinOffer
from outlet_app.ui.scanner import Scanner
from outlet_app.ui.tasks import Lane
from tests.outlets import CHEN_PASSWORD, LIN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.ui.conftest import LONG_MS
from tests.ui.door import open_door
from tests.ui.passing import leave, pass_pages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Entrance
    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door

_PIN = "271828"


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
def scanner(speaking: QApplication) -> Iterator[Scanner]:
    watching = Scanner(speaking)
    yield watching
    speaking.removeEventFilter(watching)
    watching.deleteLater()


@pytest.fixture
def window(
    entrance: Entrance, tasks: Tasks, preferences: Preferences, scanner: Scanner, qtbot: QtBot
) -> Iterator[OutletWindow]:
    # Not given to qtbot, which would close it before the person in it has left.
    shown = OutletWindow(entrance, tasks, preferences, wall_clock, scanner)
    shown.show()
    qtbot.waitExposed(shown)
    yield shown
    leave(shown, qtbot)


def _come_in(window: OutletWindow, qtbot: QtBot, place: int = 1) -> MainWindow:
    window.sign_in.notes.logins[place].click()
    window.sign_in.enter.click()
    pass_pages(window, qtbot)
    assert window.main is not None
    return window.main


def test_signing_in_opens_the_accept_page_with_the_person_s_name(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    assert window.currentWidget() is main
    assert main.heading.text() == "Accept"
    assert main.status.person.text.text() == CLERKS[0][0]
    qtbot.waitUntil(lambda: main.status.record.text.text() == "Record ✓", timeout=LONG_MS)
    qtbot.waitUntil(lambda: main.status.today.text.text() == "Today: accepted 0, arrived 0", timeout=LONG_MS)


def test_the_lock_hides_everything_and_gives_it_back_to_the_same_person(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    qtbot.keyClick(main, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    assert window.is_locked
    assert not main.isVisible()
    assert window.sign_in.password.text.text() == ""
    assert _come_in(window, qtbot) is main
    assert main.entry.draft().recipient.name == "Zhang"


def test_another_person_finds_nothing_of_who_locked(window: OutletWindow, qtbot: QtBot) -> None:
    main = _come_in(window, qtbot)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    qtbot.mouseClick(main.navigation.lock, Qt.MouseButton.LeftButton)
    assert window.is_locked
    later = _come_in(window, qtbot, 0)
    assert later.status.person.text.text() == OWNER[0]
    assert later.entry.draft().recipient.name == ""
    qtbot.waitUntil(lambda: not isValid(main), timeout=LONG_MS)


def test_closing_the_window_signs_out_first(window: OutletWindow, qtbot: QtBot) -> None:
    _come_in(window, qtbot)
    window.close()
    assert window.isVisible()
    qtbot.waitUntil(lambda: not window.isVisible(), timeout=LONG_MS)
    assert window.main is None


def test_closing_a_second_time_does_not_wait(window: OutletWindow, qtbot: QtBot) -> None:
    _come_in(window, qtbot)
    window.close()
    window.close()
    assert not window.isVisible()


def test_a_window_nobody_signed_in_to_closes_at_once(window: OutletWindow) -> None:
    window.close()
    assert not window.isVisible()


def test_an_error_nobody_claimed_is_told_where_somebody_looks(window: OutletWindow, qtbot: QtBot, tasks: Tasks) -> None:
    words = "Your account may not do this. Ask the owner."
    tasks.task_failed.emit(NotPermitted())
    assert window.sign_in.fault.text() == words
    main = _come_in(window, qtbot)
    tasks.task_failed.emit(NotPermitted())
    assert main.messages.text.text() == words
    window.lock()
    tasks.task_failed.emit(NotPermitted())
    assert window.sign_in.fault.text() == words


def test_a_scan_before_sign_in_goes_nowhere(window: OutletWindow, qtbot: QtBot, scanner: Scanner) -> None:
    window.sign_in.people.tiles[1].click()
    scanner.scanned.emit("YT8800000000001")
    assert window.sign_in.password.text.text() == ""
    main = _come_in(window, qtbot)
    scanner.scanned.emit("YT8800000000001")
    assert main.entry.draft().number == "YT8800000000001"


def test_the_window_names_the_outlet_and_nobody(window: OutletWindow, qtbot: QtBot, speaking: QApplication) -> None:
    _come_in(window, qtbot)
    assert window.windowTitle() == "文一西路网点 – Outlet App"
    languages.speak(speaking, Language.CHINESE)
    qtbot.wait(10)
    assert window.windowTitle() == "文一西路网点 – Outlet App"


def test_the_sixth_digit_gives_the_form_back(door: Door, qtbot: QtBot) -> None:
    _with_pin(door, door.outlet.chen_id, CHEN_PASSWORD, _PIN)
    main = door.main
    main.entry.form.recipient_fields.name.setFocus()
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    door.lock()
    assert door.window.sign_in.pin.hasFocus()
    _enter(door, _PIN)
    assert door.window.main is main
    assert main.entry.draft().recipient.name == "Zhang"
    assert main.entry.form.recipient_fields.name.hasFocus()


def test_a_change_of_person_wipes_the_former_form(door: Door, qtbot: QtBot) -> None:
    _with_pin(door, door.outlet.lin_id, LIN_PASSWORD, _PIN)
    door.lock()
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    door.lock()
    door.tap(door.outlet.lin_id)
    _enter(door, _PIN)
    assert door.main is not main
    assert door.main.status.person.text.text() == "林芳"
    assert door.main.entry.draft().recipient.name == ""
    assert door.main.entry.isAncestorOf(QApplication.focusWidget())
    qtbot.waitUntil(lambda: not isValid(main), timeout=LONG_MS)


def test_the_fifth_wrong_pin_asks_for_the_password(door: Door, qtbot: QtBot) -> None:
    _with_pin(door, door.outlet.chen_id, CHEN_PASSWORD, _PIN)
    door.lock()
    view = door.window.sign_in
    for _ in range(5):
        qtbot.waitUntil(view.pin.isEnabled, timeout=LONG_MS)
        qtbot.keyClicks(view.pin, "314159")
        door.settle()
        door.outlet.clock.move(seconds=120)
        view._tell_wait()
    assert not view.pin.isVisible()
    assert view.password.isVisible()
    assert not door.outlet.entrance.may_use_pin(door.outlet.chen_id)


def test_duties_that_are_not_accepted_open_no_counter(door: Door, qtbot: QtBot) -> None:
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)
    page = door.window.currentWidget()
    assert isinstance(page, DutiesView)
    qtbot.mouseClick(page.later, Qt.MouseButton.LeftButton)
    door.settle()
    assert door.window.is_locked
    assert door.window.main is None
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)
    assert isinstance(door.window.currentWidget(), DutiesView)


def test_the_owner_is_asked_for_no_duties_and_offered_a_pin_once_a_day(door: Door, qtbot: QtBot) -> None:
    door.outlet.clock.move(days=1)
    door.sign_in(door.outlet.owner_id, OWNER_PASSWORD)
    assert isinstance(door.window.currentWidget(), PinOffer)
    qtbot.mouseClick(door.window.currentWidget().skip, Qt.MouseButton.LeftButton)
    door.lock()
    door.sign_in(door.outlet.owner_id, OWNER_PASSWORD)
    assert door.window.currentWidget() is door.window.main


def test_a_pin_that_is_declined_is_not_offered_the_day_after(door: Door, qtbot: QtBot) -> None:
    door.outlet.clock.move(days=1)
    door.sign_in(door.outlet.owner_id, OWNER_PASSWORD)
    offer = door.window.currentWidget()
    assert isinstance(offer, PinOffer)
    qtbot.mouseClick(offer.never, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: door.window.main is not None, timeout=LONG_MS)
    door.lock()
    door.outlet.clock.move(days=1)
    door.sign_in(door.outlet.owner_id, OWNER_PASSWORD)
    assert door.window.currentWidget() is door.window.main


def test_who_signs_out_takes_his_window_with_him_and_the_others_stay_signed_in(door: Door, qtbot: QtBot) -> None:
    _with_pin(door, door.outlet.lin_id, LIN_PASSWORD, _PIN)
    door.lock()
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.press(Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: door.window.is_locked, timeout=LONG_MS)
    door.settle()
    assert door.window.main is None
    qtbot.waitUntil(lambda: not isValid(main), timeout=LONG_MS)
    door.tap(door.outlet.chen_id)
    assert door.window.sign_in.password.isVisible()
    door.tap(door.outlet.lin_id)
    _enter(door, _PIN)
    services = door.window._services
    assert services is not None
    acts = activities.after(services.session.store.reader, 0, 1000)
    out = [act.account_id for act in acts if act.kind == ActivityKind.SIGNED_OUT]
    assert out[-1] == door.outlet.chen_id


def test_the_last_to_sign_out_closes_the_outlet_and_the_window_then_closes_at_once(door: Door, qtbot: QtBot) -> None:
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.window.sign_out()
    qtbot.waitUntil(lambda: not door.outlet.entrance.is_open, timeout=LONG_MS)
    door.settle()
    door.window.close()
    assert not door.window.isVisible()


def test_closing_after_one_signed_out_signs_the_others_out_too(door: Door, qtbot: QtBot) -> None:
    door.come_in(door.outlet.lin_id, LIN_PASSWORD)
    door.lock()
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.window.sign_out()
    qtbot.waitUntil(lambda: door.window.main is None, timeout=LONG_MS)
    assert door.outlet.entrance.is_open
    door.window.close()
    qtbot.waitUntil(lambda: not door.window.isVisible(), timeout=LONG_MS)
    assert not door.outlet.entrance.is_open


@pytest.mark.parametrize("leaves", [True, False])
def test_what_is_typed_is_asked_about_before_signing_out(door: Door, qtbot: QtBot, *, leaves: bool) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    qtbot.keyClicks(main.entry.form.recipient_fields.name, "Zhang")
    prompts.answer_next(leaves)
    door.press(Qt.Key.Key_F12)
    qtbot.mouseClick(main.account.sign_out, Qt.MouseButton.LeftButton)
    if leaves:
        qtbot.waitUntil(lambda: door.window.main is None, timeout=LONG_MS)
    else:
        assert door.main.entry.draft().recipient.name == "Zhang"


def test_ten_idle_minutes_lock_and_a_scan_does_not_reach_the_hidden_form(door: Door) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.window._idle.idle.emit()
    door.settle()
    assert door.window.is_locked
    door.window._take_scan("YT8800000000001")
    assert main.entry.draft().number == ""


@pytest.mark.qt_log_ignore("does not support raise", "grabbing the keyboard", extend=True)
def test_a_lock_closes_what_floats_over_the_window(door: Door, qtbot: QtBot) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    main.entry.form.parcel.carrier.showPopup()
    qtbot.waitUntil(lambda: QApplication.activePopupWidget() is not None)
    door.window.lock()
    assert QApplication.activePopupWidget() is None
    door.settle()


def _with_pin(door: Door, account_id: bytes, password: str, pin: str) -> None:
    main = door.come_in(account_id, password)
    services = door.window._services
    assert services is not None
    door.tasks.run(Lane.DATA, lambda: services.people.set_pin(pin, password=password), door.window, lambda _: None)
    door.settle()
    main.take_keys()


def _enter(door: Door, pin: str) -> None:
    """The digits, until the form stands there."""
    door.qtbot.keyClicks(door.window.sign_in.pin, pin)
    door.qtbot.waitUntil(lambda: not door.window.is_locked and door.main.entry.isVisible(), timeout=LONG_MS)
