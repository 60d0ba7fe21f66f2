"""The accept form as a clerk uses it: real keys, a real outlet, labels that land in a tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLineEdit, QPlainTextEdit, QWidget

from outlet_app import printing
from outlet_app.paper import codes
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.ui.counter import ALT, CTRL, LABEL_CODE, LI, PAIR, SHIFT, ZHANG, Counter, Model, make_model, open_counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

FIRST, SECOND = "YT8800000000001", "YT8800000000002"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def counter(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Counter]:
    assert speaking
    opened = open_counter(model.copy_to(tmp_path / "copy"), model.tray, tasks, preferences, qtbot)
    yield opened
    qtbot.waitUntil(tasks.is_idle)
    tasks.run(Lane.DATA, opened.services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def codes_of(picture: printing.Picture) -> frozenset[str]:
    return codes.read_back(picture.width, picture.height, picture.data)


def test_the_next_parcel_of_a_standing_sender_takes_three_keys_and_the_digits(counter: Counter) -> None:
    counter.fill()
    counter.accept()
    counter.keys = 0
    counter.paste(ZHANG)
    counter.type("1.25")
    counter.press(Qt.Key.Key_F8)
    counter.accept()
    assert counter.keys == 3 + len("1.25")
    assert counter.accepted == [FIRST, SECOND]
    assert counter.printed() == [f"{FIRST}.pdf", f"{SECOND}.pdf"]
    assert counter.services.session.today().accepted == 2


def test_a_new_sender_takes_one_paste_more(counter: Counter) -> None:
    counter.fill()
    counter.accept()
    counter.keys = 0
    counter.paste("王芳 13912345678 广东省深圳市南山区科技园路1号2栋303室", CTRL | SHIFT)
    counter.paste(ZHANG)
    counter.type("3")
    counter.press(Qt.Key.Key_F8)
    counter.accept()
    assert counter.keys == 4 + len("3")
    assert counter.accepted == [FIRST, SECOND]


def test_the_printed_label_carries_number_and_code_and_the_preview_no_code(counter: Counter) -> None:
    counter.fill()
    counter.settle()
    image = counter.view.preview.image
    assert image is not None
    large = image.scaledToWidth(3 * image.width(), Qt.TransformationMode.SmoothTransformation)
    rows = large.convertToFormat(QImage.Format.Format_RGB888)
    data = b"".join(bytes(rows.constScanLine(y))[: 3 * rows.width()] for y in range(rows.height()))
    assert not any(text.startswith("OA1.") for text in codes.read_back(rows.width(), rows.height(), data))
    counter.accept()
    read = codes_of(printing.page_picture((counter.tray / f"{FIRST}.pdf").read_bytes(), 12.0))
    assert FIRST in read
    assert any(text.startswith("OA1.") for text in read)


def test_after_accepting_the_sender_stands_masked_and_everything_else_is_gone(counter: Counter) -> None:
    counter.fill()
    parcel = counter.view.form.parcel
    parcel.carrier.choose("yto")
    parcel.category.choose("books")
    parcel.remark.setText("易碎轻放")
    counter.accept()
    form = counter.view.form
    assert form.sender_fields.name.text() == "李小龙"
    assert not form.sender_card.is_open
    assert form.sender_card.standing.summary.whole().startswith("李**")
    assert form.recipient_fields.draft() == type(form.recipient_fields.draft())()
    assert (parcel.weight.text(), parcel.remark.text(), parcel.category.value()) == ("", "", "books")
    assert not counter.view.bar.inspected.isChecked()
    assert not counter.view.bar.real_name_checked.isChecked()
    assert QApplication.focusWidget() is form.paste
    assert not any(secret in counter.shown() for secret in ("张三", "13800138000", "501室"))
    assert not any(line.isUndoAvailable() for line in counter.view.findChildren(QLineEdit))
    counter.press(Qt.Key.Key_Z, CTRL)
    assert form.recipient_fields.name.text() == ""


def test_two_quick_accepts_are_one(counter: Counter) -> None:
    counter.fill()
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.press(Qt.Key.Key_Return, CTRL)
    counter.accept()
    assert counter.accepted == [FIRST]
    assert counter.services.session.today().accepted == 1


def test_a_form_with_gaps_is_not_accepted_and_says_what_is_missing(counter: Counter) -> None:
    counter.paste(PAIR)
    assert counter.view.bar.accept.whole() == "Still missing: weight, inspected, real-name checked"
    counter.accept()
    assert counter.accepted == []
    assert QApplication.focusWidget() is counter.view.form.parcel.weight
    assert "Still missing." in counter.shown()
    counter.type("1")
    counter.press(Qt.Key.Key_F8)
    assert counter.view.bar.accept.whole().startswith("Accept and print")


def test_the_first_missing_tick_gets_the_keys(counter: Counter) -> None:
    counter.fill()
    counter.view.bar.real_name_checked.setChecked(False)
    counter.accept()
    assert QApplication.focusWidget() is counter.view.bar.real_name_checked


def test_a_printer_that_fails_loses_no_waybill_and_the_label_prints_again(counter: Counter) -> None:
    counter.tray.rmdir()
    counter.fill()
    counter.accept()
    assert counter.accepted == [FIRST]
    kind, text = counter.messages[-1]
    assert kind == "bad"
    assert text.startswith(f"{FIRST} is accepted and safe")
    assert counter.services.session.today().accepted == 1
    counter.tray.mkdir()
    row = counter.view.latest.rows[0]
    assert row.number.text() == FIRST
    QTest.mouseClick(row.again, Qt.MouseButton.LeftButton)
    counter.settle()
    assert counter.printed() == [f"{FIRST}.pdf"]
    assert counter.messages[-1] == ("good", f"Label of {FIRST} printed")


def test_an_error_loses_nothing_that_was_typed(counter: Counter) -> None:
    counter.fill()
    counter.accept()
    counter.fill()
    counter.view.form.parcel.number.setText(FIRST)
    before = counter.view.draft()
    counter.accept()
    assert counter.accepted == [FIRST]
    assert counter.messages[-1][0] == "bad"
    assert FIRST in counter.messages[-1][1]
    assert counter.view.draft() == before
    assert counter.view.form.isEnabled()


def test_without_a_printer_the_parcel_is_accepted_and_waits_for_its_label(counter: Counter) -> None:
    counter.fill()
    counter.view.printer.choice.choose("")
    counter.view.printer.choice.activated.emit(counter.view.printer.choice.currentIndex())
    assert counter.view.bar.accept.whole().startswith("Accept without printing")
    counter.accept()
    assert counter.accepted == [FIRST]
    assert counter.messages[-1] == ("good", f"Accepted {FIRST}, not printed")
    QTest.mouseClick(counter.view.latest.rows[0].again, Qt.MouseButton.LeftButton)
    assert counter.messages[-1] == ("warn", "Choose a printer first.")


def test_a_paste_with_the_keys_on_a_button_goes_to_the_paste_box(counter: Counter) -> None:
    counter.view.bar.accept.setFocus()
    counter.paste(PAIR)
    assert counter.view.form.recipient_fields.name.text() == "张三"
    assert counter.view.form.sender_fields.name.text() == "李小龙"


def test_a_paste_into_a_text_field_stays_there(counter: Counter) -> None:
    counter.view.form.parcel.remark.setFocus()
    counter.paste("轻放")
    assert counter.view.form.parcel.remark.text() == "轻放"


def test_undo_puts_back_what_stood_before_the_paste(counter: Counter) -> None:
    counter.paste(PAIR)
    counter.view.bar.accept.setFocus()
    counter.paste("王芳 13912345678 广东省深圳市南山区科技园路1号2栋303室")
    assert counter.view.form.recipient_fields.name.text() == "王芳"
    counter.press(Qt.Key.Key_Z, CTRL)
    assert counter.view.form.recipient_fields.name.text() == "张三"


def test_a_paste_that_says_nothing_is_told_and_kept_to_be_read(counter: Counter) -> None:
    counter.paste(PAIR)
    before = counter.view.draft()
    counter.view.bar.accept.setFocus()
    counter.paste("好的谢谢")
    assert counter.view.draft() == before
    assert counter.view.form.paste.toPlainText() == "好的谢谢"
    assert counter.messages[-1] == ("warn", "No name, phone or address was found in the pasted text.")


def test_a_scan_that_is_no_number_is_told(counter: Counter) -> None:
    counter.view.take_scan("A/B")
    assert counter.messages[-1] == ("warn", "The scanned code is not a waybill number.")


def test_a_paste_too_long_is_refused_with_words(counter: Counter) -> None:
    counter.paste("浙" * 5000)
    assert counter.messages[-1][0] == "bad"
    assert counter.view.form.paste.toPlainText() == ""


def test_a_change_of_language_loses_nothing(counter: Counter, speaking: QApplication) -> None:
    counter.fill()
    counter.view.form.parcel.carrier.choose("zto")
    before = counter.view.draft()
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert counter.view.draft() == before
    assert counter.view.bar.accept.whole() == "收寄并打印   Ctrl+Enter"
    counter.view.bar.tick_both()
    assert counter.view.bar.accept.whole() == "还缺：已验视、已实名"


def test_a_scanned_number_fills_its_field(counter: Counter) -> None:
    counter.view.take_scan("YT8812345678901")
    assert counter.view.form.parcel.number.text() == "YT8812345678901"
    counter.view.take_scan("?")
    assert counter.messages[-1][0] == "warn"


def test_a_scanned_label_code_is_told_of_and_shown_nowhere(counter: Counter) -> None:
    with counter.qtbot.waitSignal(counter.view.label_scanned):
        counter.view.take_scan(LABEL_CODE)
    assert "OA1" not in counter.shown()
    assert not any("OA1" in text for _, text in counter.messages)


def test_no_field_keeps_a_label_code(counter: Counter) -> None:
    form = counter.view.form
    form.sender_card.show_fields()
    lines = [line for line in counter.view.findChildren(QLineEdit) if line.isVisible()]
    assert len(lines) > 15
    for field in [*lines, form.paste]:
        field.setFocus()
        counter.paste(LABEL_CODE)
        assert counter.messages.pop()[0] == "warn"
    counter.view.bar.accept.setFocus()
    counter.paste(LABEL_CODE)
    assert counter.messages.pop()[0] == "warn"
    assert "OA1" not in counter.shown()
    assert not any(line.isUndoAvailable() for line in lines)


def test_a_used_up_range_is_said_before_anybody_accepts(counter: Counter) -> None:
    counter.view.form.parcel.carrier.choose("sto")
    counter.settle()
    assert counter.view.form.parcel.number.placeholderText() == "Range used up: type one"
    counter.view.form.parcel.carrier.choose("zto")
    counter.settle()
    assert counter.view.form.parcel.number.placeholderText() == "75000000000001"


def test_every_input_and_every_icon_button_has_a_name(counter: Counter) -> None:
    counter.fill()
    counter.accept()
    counter.view.form.sender_card.show_fields()
    kinds = (QLineEdit, QComboBox, QPlainTextEdit, QAbstractButton)
    inner = {box.lineEdit() for box in counter.view.findChildren(QComboBox)}
    asked = [each for each in counter.view.findChildren(QWidget) if isinstance(each, kinds) and each not in inner]
    nameless = [each for each in asked if each.focusPolicy() and not each.accessibleName()]
    assert len(asked) > 30
    assert nameless == []


def test_tab_goes_in_the_order_of_work(counter: Counter) -> None:
    form, bar = counter.view.form, counter.view.bar
    sender, recipient, parcel = form.sender_fields, form.recipient_fields, form.parcel
    order: list[QWidget] = [form.paste]
    for party in (sender, recipient):
        order += [party.name, party.phone, party.province, party.city, party.district, party.detail]
    order += [parcel.weight, parcel.category, parcel.carrier, parcel.service, parcel.number, parcel.payment]
    order += [parcel.fee, parcel.cash_on_delivery, parcel.declared_value, parcel.contents, parcel.remark]
    order += [parcel.sort_code]
    order += [bar.inspected, bar.real_name_checked, counter.view.printer.choice, bar.accept]
    form.paste.setFocus()
    for wanted in order[1:]:
        counter.press(Qt.Key.Key_Tab)
        focused = QApplication.focusWidget()
        assert focused is wanted or wanted.isAncestorOf(focused), f"{focused} instead of {wanted.accessibleName()}"


def test_fields_without_chinese_keep_the_input_method_off(counter: Counter) -> None:
    form = counter.view.form
    plain = [form.sender_fields.phone, form.recipient_fields.phone]
    plain += [getattr(form.parcel, name) for name in ("weight", "number", "fee", "cash_on_delivery", "declared_value")]
    for field in plain:
        assert not field.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled), field.accessibleName()
    assert form.recipient_fields.detail.testAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled)


def test_the_label_stands_beside_the_form_or_under_it_where_there_is_no_room(counter: Counter) -> None:
    view = counter.view
    beside = view.preview.mapTo(view, QPoint(0, 0))
    assert beside.x() > view.form.mapTo(view, QPoint(view.form.width(), 0)).x()
    view.resize(792, 500)
    counter.settle()
    under = view.preview.mapTo(view, QPoint(0, 0))
    assert under.y() >= view.form.mapTo(view, QPoint(0, view.form.height())).y()
    assert view.form.minimumSizeHint().width() <= 792


def test_an_ambiguous_district_is_chosen_by_a_key(counter: Counter) -> None:
    counter.paste(PAIR)
    counter.view.bar.accept.setFocus()
    counter.paste("王芳 13912345678 朝阳区建国路88号")
    recipient = counter.view.form.recipient_fields
    assert recipient.province.hasFocus()
    counter.press(Qt.Key.Key_2, ALT)
    region = [box.text() for box in (recipient.province, recipient.city, recipient.district)]
    assert region == ["吉林省", "长春市", "朝阳区"]
    assert counter.view.form.parcel.weight.hasFocus()
    assert counter.view.bar.accept.whole() == "Still missing: weight, inspected, real-name checked"


def test_readings_of_a_doubtful_paste_are_taken_by_a_key(counter: Counter) -> None:
    counter.paste(PAIR)
    counter.view.bar.accept.setFocus()
    counter.paste("王芳 13912345678 13712345678 广东省深圳市南山区科技园路1号2栋303室")
    recipient = counter.view.form.recipient_fields
    first = recipient.phone.text()
    counter.press(Qt.Key.Key_1, ALT)
    assert {first, recipient.phone.text()} == {"13912345678", "13712345678"}


def test_a_note_moves_no_row_on_a_small_screen(counter: Counter) -> None:
    counter.view.resize(1198, 593)
    counter.settle()
    form = counter.view.form
    inputs = [form.recipient_fields.phone, form.parcel.weight, form.parcel.remark]
    before = [field.mapTo(counter.view, QPoint(0, 0)) for field in inputs]
    counter.accept()
    assert form.parcel.weight.property("fault")
    assert [field.mapTo(counter.view, QPoint(0, 0)) for field in inputs] == before


def test_the_first_paste_of_a_newcomer_is_the_recipient_and_the_switch_said_so(counter: Counter) -> None:
    form = counter.view.form
    assert form.target.to_recipient.isChecked()
    counter.paste(ZHANG)
    assert form.recipient_fields.name.text() == "张三"
    assert form.target.to_sender.isChecked()
    counter.paste(LI)
    assert form.sender_fields.name.text() == "李小龙"
    assert form.parcel.weight.hasFocus()


def test_a_key_switches_whom_the_next_paste_fills(counter: Counter) -> None:
    counter.press(Qt.Key.Key_T, CTRL)
    assert counter.view.form.target.to_sender.isChecked()
    counter.paste(LI)
    assert counter.view.form.sender_fields.name.text() == "李小龙"


def test_a_swap_by_key_is_undone_by_key(counter: Counter) -> None:
    counter.paste(PAIR)
    counter.press(Qt.Key.Key_S, CTRL | SHIFT)
    form = counter.view.form
    assert (form.sender_fields.name.text(), form.recipient_fields.name.text()) == ("张三", "李小龙")
    counter.press(Qt.Key.Key_Z, CTRL)
    assert (form.sender_fields.name.text(), form.recipient_fields.name.text()) == ("李小龙", "张三")


def test_a_scan_goes_into_the_sort_code_while_the_keys_are_there(counter: Counter) -> None:
    parcel = counter.view.form.parcel
    parcel.sort_code.setFocus()
    counter.view.take_scan("342-081-00")
    assert (parcel.sort_code.text(), parcel.number.text()) == ("342-081-00", "")
    parcel.weight.setFocus()
    counter.view.take_scan("YT8800000000009")
    assert (parcel.sort_code.text(), parcel.number.text()) == ("342-081-00", "YT8800000000009")
