"""Where a paste goes, what the form shows of it, and when it speaks of faults."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.domain import acceptance
from outlet_app.domain.carrier import carriers
from outlet_app.domain.draft import PartyDraft, WaybillDraft
from outlet_app.domain.paste import Doubt, DoubtReason, PasteProposal, Side
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui import languages
from outlet_app.ui.entry_form import EntryForm
from outlet_app.ui.languages import Language
from tests.builders import LI, ZHANG
from tests.ui.counter import write

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WANG = PartyDraft(
    name="王芳",
    phone="13912345678",
    province="广东省",
    city="深圳市",
    district="南山区",
    detail="科技园路1号2栋303室",
)


class Form(EntryForm):
    """The form with the rules of acceptance behind it, as the view connects them."""

    def __init__(self) -> None:
        super().__init__(tuple(carriers().values()))
        self.edited.connect(self.check)
        self.check()

    def draft(self) -> WaybillDraft:
        """What stands in it."""
        parties = self.parties()
        return self.read_into(WaybillDraft(sender=parties["sender"], recipient=parties["recipient"]))

    def check(self) -> None:
        """Show what is wrong."""
        self.show_findings(acceptance.faults(self.draft()), acceptance.hints(self.draft()))


@pytest.fixture
def form(qtbot: QtBot, speaking: object) -> Form:
    assert speaking
    made = Form()
    qtbot.addWidget(made)
    made.resize(800, 640)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def said(party: PartyDraft, **more: object) -> PasteProposal:
    return PasteProposal(
        name=party.name,
        phone=party.phone,
        province=party.province,
        city=party.city,
        district=party.district,
        detail=party.detail,
        **more,  # type: ignore[arg-type] # the names are the proposal's fields
    )


def people(form: Form) -> tuple[PartyDraft, PartyDraft]:
    return form.sender_fields.draft(), form.recipient_fields.draft()


def choose(form: Form, carrier: str, category: str, payment: str) -> None:
    form.parcel.carrier.choose(carrier)
    form.parcel.category.choose(category)
    form.parcel.payment.choose(payment)


def chosen(form: Form) -> tuple[str, str, str]:
    terms = form.parcel.terms()
    return terms.carrier, terms.category, terms.payment


def sentences(form: Form) -> list[str]:
    rows = (*form.sender_fields.rows, *form.recipient_fields.rows, *form.parcel._parts)
    return [line.sentence.whole() for row in rows for line in row._lines]


def test_single_pastes_go_where_the_switch_says_first_the_recipient_then_the_sender(form: Form) -> None:
    assert (form.target.role(), "recipient" in form.paste.placeholderText()) == ("recipient", True)
    form.place(said(ZHANG))
    assert people(form) == (PartyDraft(), ZHANG)
    assert form.paste.hasFocus()
    assert (form.target.role(), "sender" in form.paste.placeholderText()) == ("sender", True)
    form.place(said(LI))
    assert people(form) == (LI, ZHANG)
    assert form.parcel.weight.hasFocus()
    assert form.target.role() == "recipient"


def test_the_switch_turns_the_next_paste_alone(form: Form) -> None:
    QTest.mouseClick(form.target.to_sender, Qt.MouseButton.LeftButton)
    assert form.target.role() == "sender"
    form.place(said(LI))
    assert people(form) == (LI, PartyDraft())
    assert form.target.role() == "recipient"
    form.switch_target()
    form.switch_target()
    form.place(said(ZHANG))
    assert people(form) == (LI, ZHANG)


def test_a_text_that_says_whose_it_is_goes_there_and_a_wish_outranks_it(form: Form) -> None:
    form.place(said(LI, side=Side.SENDER))
    assert people(form) == (LI, PartyDraft())
    form.place(said(ZHANG, side=Side.RECIPIENT))
    assert people(form) == (LI, ZHANG)
    form.wish_target("recipient")
    form.place(said(WANG, side=Side.SENDER))
    assert people(form) == (LI, WANG)


def test_swapping_turns_both_parties_with_what_is_said_of_them_and_undo_turns_them_back(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI, doubts=(Doubt("name", DoubtReason.WEAK),))))
    assert sentences(form) == ["Not certain. Compare."]
    QTest.mouseClick(form.recipient_card.swap, Qt.MouseButton.LeftButton)
    assert people(form) == (ZHANG, LI)
    assert form.recipient_fields.name.property("doubt")
    assert not form.sender_fields.name.property("doubt")
    assert form.undo_paste()
    assert people(form) == (LI, ZHANG)
    assert form.sender_fields.name.property("doubt")


def test_an_empty_form_has_nothing_to_swap(form: Form) -> None:
    form.swap()
    assert not form.undo_paste()
    assert form.is_blank()


def test_a_recipient_pasted_alone_is_swapped_to_the_sender(form: Form) -> None:
    form.place(said(LI))
    form.swap()
    assert people(form) == (LI, PartyDraft())
    assert form.target.role() == "recipient"


def test_what_was_chosen_stands_as_long_as_the_sender(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI)))
    choose(form, "zto", "books", "monthly")
    form.clear_for_next()
    assert chosen(form) == ("zto", "books", "monthly")
    form.place(said(WANG))
    assert chosen(form) == ("zto", "books", "monthly")
    form.place(said(ZHANG), as_sender=True)
    assert chosen(form) == ("zto", "other", "paid")
    form.undo_paste()
    assert chosen(form) == ("zto", "books", "monthly")
    form.place(said(ZHANG), as_sender=True)
    assert chosen(form) == ("zto", "other", "paid")


def test_another_phone_typed_for_the_sender_ends_his_terms_and_another_name_does_not(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI)))
    choose(form, "zto", "books", "monthly")
    form.clear_for_next()
    form.change_sender()
    write(form.sender_fields.name, "李小隆")
    QTest.keyClick(form.sender_fields.name, Qt.Key.Key_Tab)
    assert chosen(form) == ("zto", "books", "monthly")
    form.sender_fields.phone.selectAll()
    QTest.keyClicks(form.sender_fields.phone, "13912345678")
    QTest.keyClick(form.sender_fields.phone, Qt.Key.Key_Tab)
    assert chosen(form) == ("zto", "other", "paid")


def test_what_was_chosen_anew_is_kept_when_another_sender_comes(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI)))
    form.clear_for_next()
    choose(form, "zto", "food", "collect")
    form.place(said(WANG), as_sender=True)
    assert chosen(form) == ("zto", "food", "collect")


def test_a_form_is_blank_until_something_is_typed_or_pasted(form: Form) -> None:
    assert form.is_blank()
    form.place(said(ZHANG, sender=said(LI)))
    assert not form.is_blank()
    form.clear_for_next()
    assert form.is_blank()
    form.parcel.weight.setText("1")
    assert not form.is_blank()
    form.parcel.weight.setText("")
    form.paste.setPlainText("张")
    assert not form.is_blank()
    form.paste.leave("")
    form.place(said(WANG), as_sender=True)
    assert not form.is_blank()


def test_a_pasted_pair_fills_both(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI)))
    assert people(form) == (LI, ZHANG)
    assert form.parcel.weight.hasFocus()


def test_a_second_recipient_replaces_the_first(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG))
    form.place(said(WANG))
    assert people(form) == (LI, WANG)


def test_a_paste_of_the_rest_completes_what_stands(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(PasteProposal(name="张三", phone="13800138000"))
    form.place(PasteProposal(province="浙江省", city="杭州市", district="余杭区", detail=ZHANG.detail))
    assert people(form) == (LI, ZHANG)


def test_a_sender_in_two_pastes_is_one_sender(form: Form) -> None:
    form.place(PasteProposal(name=LI.name, phone=LI.phone), as_sender=True)
    assert form.target.role() == "sender"
    form.place(PasteProposal(province=LI.province, city=LI.city, district=LI.district, detail=LI.detail))
    assert people(form) == (LI, PartyDraft())


def test_the_sender_folds_when_the_recipient_comes_and_not_while_he_has_faults(form: Form) -> None:
    form.place(PasteProposal(name=LI.name, phone="138"))
    form.place(said(ZHANG))
    assert people(form)[1] == ZHANG
    assert form.sender_card.is_open
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG))
    assert not form.sender_card.is_open


def test_change_makes_the_next_paste_the_sender_once(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG))
    form.change_sender()
    assert form.sender_card.is_open
    assert "sender" in form.paste.placeholderText()
    form.place(said(WANG))
    form.place(said(LI))
    assert people(form) == (WANG, LI)


def test_a_paste_may_be_said_to_be_the_sender(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG))
    form.place(said(WANG), as_sender=True)
    assert people(form) == (WANG, ZHANG)


def test_a_paste_nothing_is_read_from_changes_nothing_and_is_shown(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(PasteProposal(leftover="麻烦快点"))
    assert people(form) == (LI, PartyDraft())
    assert form.paste.toPlainText() == "麻烦快点"


def test_what_could_not_be_placed_stays_in_the_box(form: Form) -> None:
    form.place(said(LI, leftover="请轻放"), as_sender=True)
    assert form.paste.toPlainText() == "请轻放"
    form.place(said(ZHANG))
    assert form.paste.toPlainText() == ""


def test_undo_goes_back_one_paste_and_no_further(form: Form) -> None:
    form.place(said(LI, leftover="请轻放"), as_sender=True)
    form.place(said(ZHANG))
    form.undo_paste()
    assert people(form) == (LI, PartyDraft())
    assert form.paste.toPlainText() == "请轻放"
    form.undo_paste()
    assert people(form) == (LI, PartyDraft())


def test_an_untouched_form_speaks_of_no_fault(form: Form) -> None:
    assert sentences(form) == []
    form.recipient_fields.name.setFocus()
    QTest.keyClick(form.recipient_fields.name, Qt.Key.Key_Tab)
    assert sentences(form) == []


def test_a_fault_is_told_when_a_person_leaves_the_field(form: Form) -> None:
    form.recipient_fields.phone.setFocus()
    QTest.keyClicks(form.recipient_fields.phone, "138")
    assert sentences(form) == []
    QTest.keyClick(form.recipient_fields.phone, Qt.Key.Key_Tab)
    assert sentences(form) == ["This is not a phone number. Count the digits."]
    form.recipient_fields.phone.setFocus()
    form.recipient_fields.phone.selectAll()
    QTest.keyClicks(form.recipient_fields.phone, "13800138000")
    assert sentences(form) == []


def test_what_a_paste_does_not_say_is_missing_at_once_and_has_the_keys(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(PasteProposal(name="张三", province="浙江省", city="杭州市", district="余杭区", detail=ZHANG.detail))
    assert sentences(form) == ["Still missing."]
    assert form.recipient_fields.phone.hasFocus()


def test_a_doubt_goes_when_the_field_was_edited(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG, doubts=(Doubt("name", DoubtReason.WEAK, ("张",)),)))
    assert form.recipient_fields.name.hasFocus()
    assert sentences(form) == ["Not certain. Compare."]
    write(form.recipient_fields.name, "张三")
    QTest.keyClick(form.recipient_fields.name, Qt.Key.Key_Tab)
    assert sentences(form) == []


def test_a_taken_reading_settles_the_doubt_and_moves_on(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    unclear = PartyDraft(name="王芳", phone="13912345678", district="朝阳区", detail="建国路88号")
    readings = ("北京市朝阳区", "吉林省长春市朝阳区")
    form.place(said(unclear, doubts=(Doubt("district", DoubtReason.AMBIGUOUS, readings),)))
    assert sentences(form) == ["Can be read in several ways."]
    assert form.recipient_fields.province.hasFocus()
    form.take_reading(7)
    form.take_reading(0)
    assert form.recipient_fields.draft().province == "北京市"
    assert sentences(form) == []
    assert form.parcel.weight.hasFocus()
    form.take_reading(0)


def test_the_reading_of_the_field_with_the_keys_is_taken_first(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    doubts = (Doubt("name", DoubtReason.WEAK, ("张",)), Doubt("phone", DoubtReason.SECOND, ("13700137000",)))
    form.place(said(ZHANG, doubts=doubts))
    form.recipient_fields.phone.setFocus()
    form.take_reading(0)
    assert form.recipient_fields.phone.text() == "13700137000"
    assert form.recipient_fields.name.text() == "张三"


def test_a_hint_is_shown_and_blocks_nothing(form: Form) -> None:
    form.parcel.carrier.choose("sf")
    form.parcel.number.put("YT8812345678901")
    assert sentences(form) == ["This does not look like a number of this carrier. Check it."]
    assert not any(fault.field == "number" for fault in acceptance.faults(form.draft()))


def test_trying_to_accept_shows_everything_and_opens_a_folded_sender(form: Form) -> None:
    form.place(said(LI), as_sender=True)
    form.place(said(ZHANG))
    form.show_findings((Fault("sender.phone", FaultKind.NOT_A_PHONE), Fault("weight", FaultKind.EMPTY)), ())
    form.touch_all()
    assert form.sender_card.is_open
    assert form.sender_fields.phone.hasFocus()
    assert len(sentences(form)) == 2


def test_a_tick_has_no_field_here(form: Form) -> None:
    form.paste.setFocus()
    form.focus("inspected")
    assert form.paste.hasFocus()


def test_the_next_parcel_begins_with_the_sender_alone(form: Form) -> None:
    form.place(said(ZHANG, sender=said(LI), leftover="请轻放"))
    form.parcel.weight.put("x")
    form.touch_all()
    form.clear_for_next()
    assert people(form) == (LI, PartyDraft())
    assert not form.sender_card.is_open
    assert (form.paste.toPlainText(), form.parcel.weight.text()) == ("", "")
    assert sentences(form) == []
    form.undo_paste()
    assert people(form) == (LI, PartyDraft())


def test_faults_and_targets_follow_the_language(form: Form, speaking: QApplication) -> None:
    form.place(PasteProposal(name="李小龙"))
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert all(not sentence.isascii() for sentence in sentences(form))
    assert sentences(form)
    assert "收件人" in form.paste.placeholderText()
