"""The parcel's fields: what they hold, forget and say of the number range."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from outlet_app.domain.carrier import carriers
from outlet_app.domain.draft import WaybillDraft
from outlet_app.domain.number_use import LOW_STOCK
from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import FaultKind
from outlet_app.ui import languages
from outlet_app.ui.form_row import Note, Severity
from outlet_app.ui.languages import Language
from outlet_app.ui.parcel_fields import TEXTS, ParcelFields, Terms
from tests.builders import LI

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

PARCEL = WaybillDraft(
    carrier="sf",
    service=carriers()["sf"].services[1].code,
    category=Category.FOOD,
    payment=Payment.COLLECT,
    number="SF1234567890123",
    weight="1.2",
    fee="12",
    cash_on_delivery="30",
    declared_value="500",
    contents="书",
    remark="轻放",
)


@pytest.fixture
def parcel(qtbot: QtBot, speaking: object) -> ParcelFields:
    assert speaking
    fields = ParcelFields(tuple(carriers().values()))
    qtbot.addWidget(fields)
    fields.resize(680, 180)
    fields.show()
    fields.activateWindow()
    qtbot.waitUntil(fields.isActiveWindow)
    return fields


def captions(parcel: ParcelFields) -> list[str]:
    return [label.text() for label in parcel.findChildren(QLabel)]


def test_the_draft_gets_what_stands_here_and_keeps_the_rest(parcel: ParcelFields) -> None:
    parcel.carrier.choose("zto")
    parcel.category.choose("books")
    parcel.payment.choose("monthly")
    for field, text in (("weight", "1.2"), ("fee", "12"), ("number", "7500"), ("contents", "书"), ("remark", "轻放")):
        parcel.input(field).put(text)
    parcel.cash_on_delivery.put("30")
    parcel.declared_value.put("500")
    draft = parcel.read_into(WaybillDraft(sender=LI, inspected=True))
    assert (draft.sender, draft.inspected) == (LI, True)
    assert (draft.carrier, draft.category, draft.payment) == ("zto", Category.BOOKS, Payment.MONTHLY)
    assert (draft.weight, draft.fee, draft.number, draft.contents, draft.remark) == ("1.2", "12", "7500", "书", "轻放")
    assert (draft.cash_on_delivery, draft.declared_value) == ("30", "500")


def test_the_next_parcel_keeps_what_was_chosen_and_nothing_that_was_typed(parcel: ParcelFields) -> None:
    parcel.carrier.choose("sf")
    parcel.category.choose("food")
    parcel.payment.choose("monthly")
    parcel.service.choose(carriers()["sf"].services[1].code)
    for field in TEXTS:
        parcel.input(field).put("3")
    assert not parcel.is_blank()
    terms = parcel.terms()
    parcel.clear_for_next()
    assert parcel.is_blank()
    assert parcel.terms() == terms == Terms("sf", carriers()["sf"].services[1].code, "food", "monthly")
    draft = parcel.read_into(WaybillDraft())
    assert [getattr(draft, field) for field in TEXTS] == [""] * len(TEXTS)


def test_a_draft_put_in_comes_out_again(parcel: ParcelFields) -> None:
    parcel.put(PARCEL)
    assert parcel.read_into(WaybillDraft()) == PARCEL


def test_another_sender_begins_with_the_first_service_no_category_and_paying_now(parcel: ParcelFields) -> None:
    parcel.put(PARCEL)
    parcel.forget_terms(parcel.terms())
    assert parcel.terms() == Terms("sf", carriers()["sf"].services[0].code, "other", "paid")


@pytest.mark.parametrize("width", [730, 619])
@pytest.mark.parametrize("language", Language)
def test_contents_and_remark_hold_a_sentence_and_the_keys_go_in_the_order_of_work(
    parcel: ParcelFields, speaking: QApplication, qtbot: QtBot, language: Language, width: int
) -> None:
    """At 1366 x 768, and the same at 150 % where the form stands in three lines."""
    languages.speak(speaking, language)
    parcel.spread(narrow=width < 700)
    qtbot.waitUntil(lambda: parcel.minimumSizeHint().width() <= width)
    parcel.resize(width, parcel.height())
    qtbot.waitUntil(lambda: parcel.width() == width)
    parcel.spread(narrow=width < 700)
    if width > 700:
        qtbot.waitUntil(lambda: _bottom(parcel.payment) == _bottom(parcel.number) == _bottom(parcel.weight))
        tops = {
            label.mapTo(parcel, label.rect().topLeft()).y()
            for label in (_caption(parcel, each) for each in (parcel.payment, parcel.number))
        }
        assert len(tops) == 1
    assert min(parcel.contents.width(), parcel.remark.width()) >= 150
    words = parcel.remark.fontMetrics().horizontalAdvance("310-A12-007")
    assert parcel.sort_code.width() >= words + 24
    parcel.weight.setFocus()
    went = []
    for _ in range(11):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        went.append(next(field for field in parcel.fields() if parcel.input(field).hasFocus()))
    assert went == [
        *("category", "carrier", "service", "number", "payment"),
        *("fee", "cash_on_delivery", "declared_value", "contents", "remark", "sort_code"),
    ]


def test_what_was_chosen_since_is_not_forgotten(parcel: ParcelFields) -> None:
    standing = parcel.terms()
    parcel.put(PARCEL)
    parcel.forget_terms(standing)
    assert parcel.terms().payment == "collect"
    assert parcel.terms().category == "food"


def test_number_and_carrier_can_be_held_fast(parcel: ParcelFields) -> None:
    parcel.put(PARCEL)
    parcel.fix_number(fixed=True)
    parcel.weight.setFocus()
    QTest.keyClicks(parcel.number, "9")
    QTest.keyClick(parcel.carrier, Qt.Key.Key_Down)
    assert parcel.read_into(WaybillDraft()) == PARCEL
    parcel.fix_number(fixed=False)
    assert parcel.number.isEnabled()
    assert parcel.carrier.isEnabled()


def test_a_carrier_offers_its_own_services(parcel: ParcelFields, qtbot: QtBot) -> None:
    with qtbot.waitSignals([parcel.carrier_chosen, parcel.edited]):
        parcel.carrier.choose("sf")
    offered = [parcel.service.itemText(row) for row in range(parcel.service.count())]
    assert offered == [service.name_en for service in carriers()["sf"].services]
    assert parcel.service.value() == carriers()["sf"].services[0].code


def test_the_number_field_says_which_number_comes_and_how_many_are_left(parcel: ParcelFields) -> None:
    assert "Waybill number" in captions(parcel)
    parcel.show_range("YT8800000000012", 988)
    assert "Number · 988 left" in captions(parcel)
    assert parcel.number.placeholderText() == "YT8800000000012"
    parcel.show_range(None, 0)
    assert parcel.number.placeholderText() == "Range used up: type one"
    parcel.carrier.choose("zto")
    assert parcel.number.placeholderText() == ""
    assert "Waybill number" in captions(parcel)


def test_a_change_of_language_keeps_what_was_typed_and_chosen(parcel: ParcelFields, speaking: QApplication) -> None:
    parcel.weight.put("1.5")
    parcel.category.choose("cosmetics")
    parcel.show_range("YT8800000000012", 988)
    before = parcel.read_into(WaybillDraft())
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert parcel.read_into(WaybillDraft()) == before
    assert "988" in "".join(captions(parcel))
    assert parcel.carrier.currentText() == "圆通速递"


def test_leaving_a_changed_field_is_told(parcel: ParcelFields, qtbot: QtBot) -> None:
    parcel.weight.setFocus()
    QTest.keyClicks(parcel.weight, "1")
    with qtbot.waitSignal(parcel.left) as left:
        QTest.keyClick(parcel.weight, Qt.Key.Key_Tab)
    assert left.args == ["weight"]


def test_notes_stand_at_the_fields_they_are_about(parcel: ParcelFields) -> None:
    note = Note(Severity.FAULT, FaultKind.EMPTY.value)
    parcel.show_notes({"weight": note, "remark": note})
    assert parcel.weight.property("fault")
    assert parcel.remark.property("fault")
    parcel.show_notes({})
    assert not parcel.weight.property("fault")


def test_other_carriers_can_be_offered_and_what_is_chosen_stays_where_it_can(
    parcel: ParcelFields, qtbot: QtBot
) -> None:
    few = tuple(carriers()[code] for code in ("jd", "sf"))
    parcel.carrier.choose("sf")
    parcel.offer_carriers(few)
    assert parcel.carrier.value() == "sf"
    with qtbot.waitSignal(parcel.carrier_chosen) as told:
        parcel.offer_carriers(few[:1])
    assert told.args == ["jd"]
    assert parcel.service.value() == carriers()["jd"].services[0].code


def test_a_waybill_of_a_carrier_that_is_offered_no_more_shows_it(parcel: ParcelFields) -> None:
    parcel.offer_carriers((carriers()["jd"],))
    parcel.put_terms(Terms("sf", "express", "food", "monthly"))
    assert (parcel.carrier.value(), parcel.service.value()) == ("sf", "express")


def test_the_clerk_is_warned_while_few_numbers_are_left(parcel: ParcelFields) -> None:
    (caption,) = [label for label in parcel.findChildren(QLabel) if label.buddy() is parcel.number]
    for left, warned in ((LOW_STOCK, False), (LOW_STOCK - 1, True), (0, False)):
        parcel.show_range("YT1" if left else None, left)
        assert (caption.objectName() == "doubt") is warned
        assert caption.text().startswith("⚠") is warned
        assert bool(parcel.number.toolTip()) is warned


def _bottom(field: QWidget) -> int:
    return field.mapTo(field.window(), field.rect().bottomLeft()).y()


def _caption(parcel: ParcelFields, field: QWidget) -> QLabel:
    return next(label for label in parcel.findChildren(QLabel) if label.buddy() is field)
