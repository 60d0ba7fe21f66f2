"""The page of limits: the owner sets them with his card, lifts and lets look up again with his password."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QApplication

from outlet_app.domain.limits import LimitName, Limits
from outlet_app.errors import SessionLocked
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.languages import Language
from outlet_app.ui.limits_page import LimitsPage
from tests.outlets import OWNER_PASSWORD
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words, nameless

if TYPE_CHECKING:
    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping

HOUR, MISSES = LimitName.SCAN_REVEALS_HOUR, LimitName.MISSES_HOUR


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, LimitsPage)


@pytest.fixture
def page(equipping: Equipping) -> LimitsPage:
    opened = equipping.open(LimitsPage)
    equipping.qtbot.waitUntil(opened.people.rows[-1].lift.isVisible)
    return opened


def put(equipping: Equipping, page: LimitsPage, name: LimitName, text: str) -> None:
    """Type a value over the one that stands there."""
    field = page.form.lines[name].value
    equipping.qtbot.waitUntil(field.isVisible)
    field.setFocus()
    field.selectAll()
    equipping.type(text)


def states(page: LimitsPage) -> list[str]:
    return [row.state.text() for row in page.people.rows]


def suspend_owner(equipping: Equipping) -> None:
    """The owner looks thirty people up who are not there: everybody's account can be suspended."""
    for step in range(30):
        equipping.services.find.look_up(f"{step:04d}")


def test_limits_are_changed_by_keys_and_the_card_alone(equipping: Equipping, page: LimitsPage) -> None:
    assert [row.person.name for row in page.people.rows] == ["王店主", "陈伟", "林芳"]
    assert not page.form.save.isEnabled()
    put(equipping, page, HOUR, "5")
    assert page.form.state.text() == "Not in force yet"
    equipping.press(Qt.Key.Key_Tab)
    equipping.press(Qt.Key.Key_Down)
    equipping.press(Qt.Key.Key_Return)
    assert page.proof.isVisible()
    assert not page.form.isVisible()
    assert page.proof.story.text().splitlines() == [
        "Reveals by scan, each person in an hour: 10 → 5",
        "Reveals by scan, each person in a day: 40 → 39",
    ]
    equipping.view.take_scan(equipping.outlet.card)
    equipping.type(OWNER_PASSWORD)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    stated = equipping.services.session.statements.limits()
    assert stated == Limits(scan_reveals_hour=5, scan_reveals_day=39)
    assert equipping.messages == [("good", "The new limits are in force")]
    assert not page.proof.isVisible()
    assert page.form.lines[HOUR].value.text() == "5"
    assert page.form.lines[HOUR].note.text() == "default 10"


def test_a_value_out_of_its_bounds_says_so_beside_it_and_is_not_asked_for(
    equipping: Equipping, page: LimitsPage
) -> None:
    for wrong in ("0", "101", "many", ""):
        put(equipping, page, HOUR, wrong) if wrong else page.form.lines[HOUR].value.clear()
        page.form.lines[HOUR].value.changed.emit()
        line = page.form.lines[HOUR]
        assert (line.fault.text(), line.fault.isVisible(), line.note.isVisible()) == ("From 1 to 100", True, False)
        assert not page.form.save.isEnabled()
        page.form.lines[HOUR].value.returnPressed.emit()
        assert not page.proof.isVisible()
    page.form.undo.click()
    assert page.form.lines[HOUR].value.text() == "10"
    assert not page.form.lines[HOUR].fault.isVisible()


def test_a_wrong_password_or_card_changes_nothing_and_keeps_what_was_typed(
    equipping: Equipping, page: LimitsPage
) -> None:
    put(equipping, page, MISSES, "10")
    page.form.save.click()
    equipping.view.take_scan("OK1.WRONG")
    equipping.type("wrong")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.proof.fault.text() == "That did not open. Check what you typed and try again."
    equipping.press(Qt.Key.Key_Escape)
    assert not page.proof.isVisible()
    assert page.form.save.hasFocus()
    assert page.form.lines[MISSES].value.text() == "10"
    assert equipping.services.session.statements.limits() == Limits()


def test_the_defaults_come_back_with_one_button(equipping: Equipping, page: LimitsPage) -> None:
    put(equipping, page, MISSES, "7")
    page.form.defaults.click()
    assert page.form.lines[MISSES].value.text() == "30"
    assert not page.form.save.isEnabled()


def test_a_lift_is_asked_for_with_the_password_and_told(equipping: Equipping, page: LimitsPage) -> None:
    page.people.rows[1].lift.click()
    assert page.lift.heading.text() == "Lift the limits of 陈伟 for today"
    equipping.type("wrong")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.lift.fault.text() == "That did not open. Check what you typed and try again."
    equipping.type(OWNER_PASSWORD)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert equipping.messages == [("good", "No limit holds for 陈伟 until 04:00")]
    assert states(page) == ["The limits hold", "No limit holds until 04:00", "The limits hold"]
    assert not page.people.rows[1].lift.isVisible()
    assert not page.lift.isVisible()


def test_who_is_suspended_stands_out_and_is_let_look_up_again(equipping: Equipping, page: LimitsPage) -> None:
    suspend_owner(equipping)
    page.load()
    equipping.settle()
    row = page.people.rows[0]
    assert row.state.text().startswith("Look-ups and reveals suspended since 11-22 09:30")
    row.end.click()
    assert page.lift.heading.text() == "Let 王店主 look up again"
    equipping.type(OWNER_PASSWORD)
    page.lift.do.click()
    equipping.settle()
    assert equipping.messages == [("good", "王店主 can look up and reveal again")]
    assert states(page) == ["The limits hold"] * 3


def test_leaving_the_page_drops_the_password_and_the_card(equipping: Equipping, page: LimitsPage) -> None:
    put(equipping, page, MISSES, "7")
    page.form.save.click()
    equipping.view.take_scan(equipping.outlet.card)
    equipping.type(OWNER_PASSWORD)
    equipping.view.names.setCurrentRow(0)
    assert (page.proof.password, page.proof.card) == ("", "")
    equipping.open(LimitsPage)
    assert not page.proof.isVisible()
    assert page.form.lines[MISSES].value.text() == "7"
    page.people.rows[1].lift.click()
    equipping.type("secret")
    equipping.view.names.setCurrentRow(0)
    assert page.lift.password == ""


def test_a_card_is_taken_only_while_it_is_asked_for(equipping: Equipping, page: LimitsPage) -> None:
    assert not page.take_scan(equipping.outlet.card)
    assert page.proof.card == ""


def test_behind_a_lock_the_error_is_told_where_it_was_asked(equipping: Equipping, page: LimitsPage) -> None:
    page.people.rows[1].lift.click()
    equipping.type(OWNER_PASSWORD)
    equipping.services.session.lock()
    page.lift.do.click()
    equipping.settle()
    assert page.lift.fault.text()
    page.load()
    equipping.settle()
    assert {type(error) for error in equipping.troubles} == {SessionLocked}


def test_what_is_typed_stays_when_the_language_changes(
    equipping: Equipping, page: LimitsPage, speaking: QApplication
) -> None:
    put(equipping, page, HOUR, "7")
    page.form.save.click()
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert equipping.view.names.currentItem().text() == "限额"
    assert page.form.lines[HOUR].value.text() == "7"
    assert page.proof.story.text() == "每人每小时扫面单查看的次数：10 → 7"
    assert states(page)[0] == "按限额执行"


def test_no_word_is_cut_and_everything_has_a_name(
    equipping: Equipping, page: LimitsPage, speaking: QApplication
) -> None:
    suspend_owner(equipping)
    put(equipping, page, HOUR, "0")
    page.people.rows[1].lift.click()
    page.load()
    equipping.settle()
    for language, size in product(Language, (SMALL_PX, SMALLER_PX)):
        equipping.view.resize(*size)
        languages.speak(speaking, language)
        equipping.qtbot.waitUntil(lambda: not cut_words(equipping.view))
        assert not nameless(page)
