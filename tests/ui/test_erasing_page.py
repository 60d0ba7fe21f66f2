"""The page of what was kept long enough: erased by keys, scanner and a second confirmation, and its record."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app.store import erased_ranges, erasing
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.erasing_page import ErasingPage
from outlet_app.ui.languages import Language
from tests.outlets import OWNER_PASSWORD
from tests.services.erasing import gone
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words, nameless

if TYPE_CHECKING:
    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, ErasingPage)


@pytest.fixture
def page(equipping: Equipping, monkeypatch: pytest.MonkeyPatch) -> ErasingPage:
    """Six waybills are past their two years; a range is four rows."""
    monkeypatch.setattr(erased_ranges, "RANGE_ROWS", 4)
    monkeypatch.setattr(erasing, "RANGE_ROWS", 4)
    gone(equipping.services, 6)
    equipping.outlet.clock.move(days=800)
    equipping.services.date.look()
    equipping.services.date.confirm(equipping.outlet.clock())
    return equipping.open(ErasingPage)


def prove(equipping: Equipping) -> None:
    """The owner proves himself, with the keys where the form put them."""
    equipping.view.take_scan(equipping.outlet.card)
    equipping.type(OWNER_PASSWORD)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()


def begin_by_sheet(equipping: Equipping, page: ErasingPage) -> None:
    page.card.words.setFocus()
    page.card.words.insert(" ".join(equipping.outlet.words))
    equipping.press(Qt.Key.Key_Return)
    assert page.proof.isVisible()
    prove(equipping)


def test_nothing_due_says_what_will_stand_there(equipping: Equipping) -> None:
    page = equipping.open(ErasingPage)
    assert page.card.due.text() == "Nothing is kept longer than its term. What falls due is counted here."
    assert not page.card.begin.isVisible()
    assert page.records.lines.text().startswith("Nothing was erased yet.")


def test_the_sheets_words_the_card_and_the_password_erase_what_is_due(equipping: Equipping, page: ErasingPage) -> None:
    assert page.card.due.text().startswith("6 waybills, accepted 2026-11-22 to 2026-11-22, are past their term.")
    assert not page.card.begin.isEnabled()
    begin_by_sheet(equipping, page)
    assert not page.proof.isVisible()
    assert page.card.stop.isVisible()
    assert page.card.words.text() == ""
    while equipping.services.retention.some():
        pass
    page.load()
    equipping.settle()
    assert page.card.due.text().startswith("Nothing is kept longer")
    assert "erased the details of 6 waybills, accepted 2026-11-22" in page.records.lines.text()
    assert "confirmed by the recovery sheet" in page.records.lines.text()


def test_a_wrong_password_erases_nothing(equipping: Equipping, page: ErasingPage) -> None:
    page.card.words.setFocus()
    page.card.words.insert(" ".join(equipping.outlet.words))
    equipping.press(Qt.Key.Key_Return)
    equipping.view.take_scan(equipping.outlet.card)
    equipping.type("not-the-password")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.proof.fault.text()
    assert not equipping.services.session.statements.erasings()
    equipping.press(Qt.Key.Key_Escape)
    assert page.card.isVisible()


def test_the_wait_is_begun_taken_back_and_over_after_a_day(equipping: Equipping, page: ErasingPage) -> None:
    page.card.by_wait.click()
    assert page.card.begin.text() == "Begin the wait…"
    page.card.begin.click()
    prove(equipping)
    assert "From 2029-" in page.card.wish.text()
    assert not page.card.begin.isEnabled()
    page.card.take_back.click()
    assert page.proof.heading.text() == "Take the wish to erase back"
    prove(equipping)
    assert not page.card.wish.isVisible()
    page.card.begin.click()
    prove(equipping)
    equipping.outlet.clock.move(hours=24)
    page.load()
    equipping.settle()
    assert page.card.wish.text().endswith("The 24 hours are over.")
    page.card.begin.click()
    prove(equipping)
    assert equipping.services.retention.waits()


def test_it_is_stopped_and_goes_on_with_the_rest_told(equipping: Equipping, page: ErasingPage) -> None:
    begin_by_sheet(equipping, page)
    equipping.services.retention.some()
    page.load()
    equipping.settle()
    assert (page.card.progress.value(), page.card.progress.maximum()) == (4, 6)
    page.card.stop.click()
    equipping.settle()
    assert not equipping.services.retention.waits()
    assert page.records.lines.text().endswith("(still to be erased: 2)")
    page.card.go_on.click()
    equipping.settle()
    assert equipping.services.retention.waits()


def test_the_scanned_sheet_is_taken_where_it_is_asked_for_and_what_was_typed_goes_with_the_page(
    equipping: Equipping, page: ErasingPage
) -> None:
    assert page.take_scan("OR1.SOMETHING")
    assert page.card.begin.isEnabled()
    page.card.by_wait.click()
    assert not page.take_scan("OR1.SOMETHING")
    page.card.by_sheet.click()
    page.card.words.put("some words")
    equipping.open(AboutPage)
    assert page.card.words.text() == ""
    assert not page.card.begin.isEnabled()


def test_another_owner_is_offered_and_his_password_confirms(equipping: Equipping, page: ErasingPage) -> None:
    assert not page.card.by_owner.isVisible()
    consent = {"password": OWNER_PASSWORD, "card": equipping.outlet.card}
    equipping.services.staff.invite_owner("王芳", "the-other-owner-of-it", **consent)
    page.load()
    equipping.settle()
    page.card.by_owner.click()
    assert page.card.owners.currentText() == "王芳"
    page.card.password.text.setFocus()
    equipping.type("the-other-owner-of-it")
    equipping.press(Qt.Key.Key_Return)
    prove(equipping)
    assert "confirmed by 王芳" in page.records.lines.text()


@pytest.mark.parametrize("language", Language)
@pytest.mark.parametrize("size", [SMALL_PX, SMALLER_PX])
def test_everything_fits_and_has_a_name(
    equipping: Equipping, page: ErasingPage, language: Language, size: tuple[int, int]
) -> None:
    equipping.services.retention.ask(password=OWNER_PASSWORD, card=equipping.outlet.card)
    languages.speak(QApplication.instance(), language)
    equipping.view.resize(*size)
    page.load()
    equipping.settle()
    equipping.qtbot.waitUntil(lambda: not cut_words(page))
    assert nameless(page) == []
