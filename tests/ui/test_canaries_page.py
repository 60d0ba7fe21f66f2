"""The page of canaries: marked by keys or by a scan that no act tells of, taken off, and a list that does not open."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt

from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.store import canaries, waybills
from outlet_app.ui import languages
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.canaries_page import CanariesPage
from outlet_app.ui.languages import Language
from tests.services.scanning import label
from tests.ui.equipping import SMALL_PX, SMALLER_PX, cut_words, nameless

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

    from outlet_app.ui.outlet_page import OutletPage
    from tests.ui.equipping import Equipping


@pytest.fixture
def page_kinds() -> tuple[type[OutletPage], ...]:
    return (AboutPage, CanariesPage)


@pytest.fixture
def page(equipping: Equipping) -> CanariesPage:
    return equipping.open(CanariesPage)


def reload(equipping: Equipping, page: CanariesPage) -> None:
    page.load()
    equipping.settle()


def test_an_empty_list_says_how_to_put_one_out(page: CanariesPage) -> None:
    assert page.rows.empty.isVisible()
    assert "F2" in page.rows.empty.text()
    assert not page.shut.isVisible()


def test_one_is_marked_by_keys_alone_and_taken_off_again(equipping: Equipping, page: CanariesPage) -> None:
    made = label(equipping.services)
    page.setFocus()
    equipping.type(made.number)
    equipping.press(Qt.Key.Key_Return)
    assert page.form.note.hasFocus()
    equipping.type("shelf B")
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert equipping.messages == [("good", "Marked. Looks at it show in your review from now on.")]
    assert page.form.number.text() == page.form.note.text() == ""
    (row,) = page.rows.rows
    assert row.name.text().startswith(f"{made.number} · ")
    assert (row.note.text(), row.state.text()[:33]) == ("shelf B", "Stands here; its label opens unti")
    row.take_off.setFocus()
    equipping.press(Qt.Key.Key_Space)
    equipping.settle()
    assert page.rows.rows == []
    assert page.rows.empty.isVisible()


def test_what_cannot_be_marked_is_said_beside_its_field_until_it_is_typed_anew(
    equipping: Equipping, page: CanariesPage
) -> None:
    page.form.mark.click()
    equipping.settle()
    assert page.form.fields["number"].fault.isVisible()
    assert page.form.number.hasFocus()
    equipping.type(label(equipping.services).number)
    assert not page.form.fields["number"].fault.isVisible()
    page.form.note.setFocus()
    equipping.type("x" * 41)
    equipping.press(Qt.Key.Key_Return)
    equipping.settle()
    assert page.form.fields["note"].fault.isVisible()
    assert page.rows.rows == []


def test_a_label_scanned_here_fills_the_number_and_no_act_tells_of_it(equipping: Equipping, page: CanariesPage) -> None:
    made = label(equipping.services)
    before = equipping.services.session.store.checkpoint()
    for scanned in (made.text, made.number):
        page.form.begin()
        assert equipping.view.wants_label(made.text)
        equipping.view.take_scan(scanned)
        assert page.form.number.text() == made.number
        assert page.form.note.hasFocus()
    equipping.view.take_scan("https://example.org/")
    assert page.form.number.text() == made.number
    assert equipping.messages[-1] == ("warn", "This page has no use for that code.")
    assert equipping.services.session.store.checkpoint() == before


def test_each_says_what_it_is_still_good_for(equipping: Equipping, page: CanariesPage) -> None:
    desk, session = equipping.services.canaries, equipping.services.session
    closed, left, gone = (label(equipping.services) for _ in range(3))
    for made in (closed, left, gone):
        desk.mark(made.number, "")
    session.write(waybills.left(left.record_id, WaybillState.RETURNED, session.clock()))
    with session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM label_wraps")
        cursor.run("DELETE FROM waybills WHERE record_id = ?", gone.record_id)
    reload(equipping, page)
    words = [row.state.text() for row in page.rows.rows]
    assert [text.split(" Put")[0][:33] for text in words] == [
        "Its label opens nothing any more,",
        "It left the shop on 2026-11-22 09",
        "Its waybill is no longer in the d",
    ]
    assert all("Put a new one out" in text for text in words)


@pytest.mark.parametrize(("hand", "words"), [(True, "another hand changed it"), (False, "your password was reset")])
def test_a_list_that_does_not_open_is_told_and_begun_anew(
    equipping: Equipping, page: CanariesPage, *, hand: bool, words: str
) -> None:
    session = equipping.services.session
    account_id, box = session.account.account_id, bytes(1949)
    session.write(canaries.sealed(account_id, box))
    if hand:
        with session.store._database.transaction() as cursor:
            canaries.keep(cursor, account_id, box[:-1] + b"x")
    reload(equipping, page)
    assert words in page.why.text()
    assert not page.form.isVisible()
    assert not page.rows.isVisible()
    assert not page.take_scan("YT8800000000001")
    page.begin_anew.click()
    equipping.settle()
    assert equipping.messages == [("good", "An empty list is in its place.")]
    assert page.form.isVisible()
    assert not page.shut.isVisible()


def test_both_languages_say_everything_and_nothing_is_cut(
    equipping: Equipping, page: CanariesPage, qapp: QApplication
) -> None:
    equipping.services.canaries.mark(label(equipping.services).number, "货架 B 上层，蓝色的纸箱后面")
    reload(equipping, page)
    for language in Language:
        languages.speak(qapp, language)
        qapp.sendEvent(page, QEvent(QEvent.Type.LanguageChange))
        for size in (SMALL_PX, SMALLER_PX):
            equipping.view.resize(*size)
            qapp.processEvents()
            equipping.qtbot.waitUntil(lambda: not cut_words(page))
            assert nameless(page) == []
