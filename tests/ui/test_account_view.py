"""One's own page: password, PIN, what the record says of one's login; typed and clicked in the real window."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QLineEdit

from outlet_app.errors import WrongPassword
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.navigation import PageName
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, make_outlet
from tests.ui.conftest import LONG_MS
from tests.ui.door import open_door

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.account_view import AccountView
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door

NEW = "a new sentence of hers"
PIN = "402817"


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("template"))


@pytest.fixture
def door(
    template: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(template, tmp_path, tasks, preferences, speaking, qtbot)


@pytest.fixture
def page(door: Door) -> AccountView:
    """Chen's own page, opened by its key."""
    door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.press(Qt.Key.Key_F12)
    door.settle()
    return door.main.account


def owners_page(door: Door) -> AccountView:
    door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    door.press(Qt.Key.Key_F12)
    door.settle()
    return door.main.account


def fill(door: Door, *texts: str) -> None:
    """Each text into the field that has the keys, with Enter after it."""
    for text in texts:
        door.type(text)
        door.press(Qt.Key.Key_Return)
    door.settle()


def test_a_click_on_ones_name_opens_the_page_too_and_no_page_at_the_left_is_marked(door: Door, qtbot: QtBot) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    qtbot.mouseClick(main.status.person, Qt.MouseButton.LeftButton)
    assert main.account.isVisible()
    assert main.heading.text() == "My account"
    assert not any(button.isChecked() for button in main.navigation.pages.values())
    assert PageName.ACCOUNT not in main.navigation.pages
    door.press(Qt.Key.Key_F2)
    assert main.entry.isVisible()
    assert main.navigation.pages[PageName.ACCEPT].isChecked()


def test_a_clerk_changes_his_password_by_the_keyboard_alone(door: Door, page: AccountView) -> None:
    assert page.password.old.text.hasFocus()
    fill(door, CHEN_PASSWORD, NEW, NEW)
    assert door.main.messages.text.text() == "The new password holds from now on."
    assert page.password.new.text.text() == page.password.again.text.text() == ""
    door.window.sign_out()
    door.qtbot.waitUntil(lambda: door.window.main is None, timeout=LONG_MS)
    with pytest.raises(WrongPassword):
        door.outlet.chen()
    door.outlet.entrance.sign_in(door.outlet.chen_id, NEW).session.sign_out()


def test_the_rules_stand_beside_the_new_password_as_one_types(door: Door, page: AccountView) -> None:
    page.password.new.setFocus()
    door.type("short")
    assert page.password.rules.text() == "Too short. Take at least ten characters, a sentence is best."
    door.type(" but then long enough")
    assert page.password.rules.text() == "✓ This password will do."


@pytest.mark.parametrize(
    ("typed", "told", "where"),
    [
        (("not hers", NEW, NEW), "That did not open.", "old"),
        ((CHEN_PASSWORD, NEW, NEW + "!"), "The two passwords differ.", "again"),
        ((CHEN_PASSWORD, "short", "short"), "Too short.", "new"),
    ],
)
def test_what_is_wrong_is_told_in_the_form_and_nothing_typed_is_lost(
    door: Door, page: AccountView, typed: tuple[str, ...], told: str, where: str
) -> None:
    fill(door, *typed)
    assert page.password.fault.text().startswith(told)
    assert getattr(page.password, where).text.hasFocus()
    fields = (page.password.old, page.password.new, page.password.again)
    assert tuple(field.text.text() for field in fields) == typed


def test_an_owner_shows_his_card_and_it_is_nowhere_to_be_read(door: Door) -> None:
    page = owners_page(door)
    fill(door, OWNER_PASSWORD, NEW, NEW)
    assert page.password.fault.text() == "The owner card is still missing."
    door.window._take_scan(door.outlet.card)
    shown = [one.text() for kind in (QLabel, QLineEdit) for one in door.window.findChildren(kind)]
    assert not any("OK1" in text for text in shown)
    page.password.save.click()
    door.settle()
    assert door.main.messages.text.text() == "The new password holds from now on."
    door.outlet.keys.owner_seed(door.outlet.owner_id, NEW, door.outlet.card)


def test_leaving_the_page_drops_what_was_typed_and_scanned(door: Door) -> None:
    page = owners_page(door)
    door.type(OWNER_PASSWORD)
    door.window._take_scan(door.outlet.card)
    door.press(Qt.Key.Key_F2)
    assert page.password.proof is not None
    assert (page.password.old.text.text(), page.password.proof.card) == ("", "")


def test_a_pin_is_chosen_and_removed(door: Door, page: AccountView) -> None:
    services = door.window._services
    assert services is not None
    assert page.pin.choose.text() == "Choose a PIN"
    page.pin.choose.click()
    assert page.offer is not None
    assert not page.offer.never.isVisible()
    door.type(PIN)
    door.type(PIN)
    fill(door, CHEN_PASSWORD)
    assert page.offer is None
    assert services.people.has_pin()
    assert page.pin.choose.text() == "Choose another PIN"
    page.pin.remove.click()
    fill(door, "not hers")
    assert page.pin.fault.text().startswith("That did not open.")
    fill(door, CHEN_PASSWORD)
    assert door.main.messages.text.text() == "The PIN is removed."
    assert not services.people.has_pin()
    assert not page.pin.remove.isVisible()


def test_escape_leaves_the_pin_and_drops_the_passwords(door: Door, page: AccountView) -> None:
    page.pin.choose.click()
    door.press(Qt.Key.Key_Escape)
    assert page.offer is None
    page.password.setFocus()
    door.type("half a pass")
    door.press(Qt.Key.Key_Escape)
    assert page.password.old.text.text() == ""


def test_somebody_elses_try_stands_in_the_list_with_time_and_place(door: Door, page: AccountView) -> None:
    door.lock()
    door.tap(door.outlet.chen_id)
    fill(door, "a guess")
    door.outlet.clock.move(minutes=1)
    door.sign_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.press(Qt.Key.Key_F2)
    door.press(Qt.Key.Key_F12)
    door.settle()
    how = [page.rows.data(page.rows.index(row, 2)) for row in range(page.rows.rowCount())]
    assert how[:2] == ["Signed in with the password", "A try that was refused"]
    assert page.rows.data(page.rows.index(1, 0)) == "2026-11-22 09:30:00"


def test_what_was_accepted_is_told_and_can_be_read_again(page: AccountView, qtbot: QtBot) -> None:
    assert page.duties.text() == "You accepted the duties, version 1, on 2026-11-22 09:30:00."
    qtbot.mouseClick(page.read, Qt.MouseButton.LeftButton)
    assert page.text.isVisible()
    assert len(page.text.toPlainText()) > 100
    qtbot.mouseClick(page.read, Qt.MouseButton.LeftButton)
    assert page.table.isVisible()


@pytest.mark.usefixtures("page")
def test_a_code_that_is_no_card_is_told_of_and_not_kept(door: Door) -> None:
    door.window._take_scan("YT8800000000001")
    assert door.main.messages.text.text() == "This page has no use for that code."
    door.window._take_scan(door.outlet.card)
    assert door.main.messages.text.text() == "That code is not asked for here."


def test_nothing_typed_is_lost_by_a_change_of_language(door: Door, page: AccountView, speaking: QApplication) -> None:
    door.type(CHEN_PASSWORD)
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert page.password.old.text.text() == CHEN_PASSWORD
    assert page.password.heading.text() == "修改密码"
    assert door.main.heading.text() == "我的账号"


def test_no_word_is_cut_and_every_input_has_a_name(door: Door, qtbot: QtBot, speaking: QApplication) -> None:
    page = owners_page(door)
    for language, (width, height) in product(Language, ((1366, 728), (1280, 680))):
        languages.speak(speaking, language)
        door.window.resize(width, height)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        qtbot.waitUntil(lambda: not _cut(page), timeout=LONG_MS)
        assert (door.main.width(), door.main.height()) == (width, height)
        _look_for_cut_words(page)


def _words(page: AccountView) -> list[QLabel | QAbstractButton]:
    return [one for one in page.findChildren(QLabel) + page.findChildren(QAbstractButton) if one.isVisible()]


def _cut(page: AccountView) -> list[str]:
    shown = [one for one in _words(page) if one.text()]
    narrow = [one for one in shown if one.width() < one.minimumSizeHint().width()]
    tall = [one for one in shown if one.height() < max(one.minimumSizeHint().height(), one.heightForWidth(one.width()))]
    return [one.text() for one in (*narrow, *tall)]


def _look_for_cut_words(page: AccountView) -> None:
    words = _words(page)
    assert len([one for one in words if one.text()]) > 12
    assert _cut(page) == []
    assert [one for one in page.findChildren(QLineEdit) if one.isVisible() and not one.accessibleName()] == []
    assert [one for one in words if isinstance(one, QAbstractButton) and not (one.text() or one.accessibleName())] == []
