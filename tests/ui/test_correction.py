"""A waybill put right: back into the form, corrected under its number, or left as it was."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame

from outlet_app import printing
from outlet_app.domain.draft import PartyDraft
from outlet_app.paper import codes
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from tests.ui.counter import CTRL, LABEL_CODE, LI, Counter, Model, make_model, open_counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

FIRST, SECOND = "YT8800000000001", "YT8800000000002"
WANG = "王芳 13912345678 广东省深圳市南山区科技园路1号2栋303室"


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def counter(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Counter]:
    assert speaking
    opened = open_counter(model.copy_to(tmp_path / "copy"), model.tray, tasks, preferences, qtbot)
    opened.fill()
    opened.view.form.parcel.payment.choose("monthly")
    opened.accept()
    yield opened
    qtbot.waitUntil(tasks.is_idle)
    tasks.run(Lane.DATA, opened.services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def put_right(counter: Counter) -> None:
    """Ctrl+Z, and the waybill stands in the form."""
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill is not None


def code_on(counter: Counter, number: str) -> LabelCode:
    picture = printing.page_picture((counter.tray / f"{number}.pdf").read_bytes(), 12.0)
    read = codes.read_back(picture.width, picture.height, picture.data)
    code = read_code(next(text for text in read if text.startswith("OA1.")))
    assert isinstance(code, LabelCode)
    return code


def test_undo_after_accepting_opens_the_last_waybill_as_it_was_typed(counter: Counter) -> None:
    put_right(counter)
    draft = counter.view.draft()
    assert (draft.sender.name, draft.recipient.name, draft.recipient.phone) == ("李小龙", "张三", "13800138000")
    assert (draft.weight, draft.number, draft.carrier, draft.payment) == ("1.2", FIRST, "yto", "monthly")
    assert (draft.inspected, draft.real_name_checked) == (True, True)
    assert counter.view.banner.isVisible()
    assert counter.view.banner.what.text() == f"Putting {FIRST} right"
    assert "Esc" in counter.view.banner.give_up.text()
    assert "09:40" in counter.view.banner.how.text()
    assert counter.view.bar.accept.whole() == "Put right and print the new label   Ctrl+Enter"
    assert all(card.property("correcting") for card in counter.view.findChildren(QFrame, "card"))
    assert not counter.view.form.parcel.number.isEnabled()
    assert not counter.view.form.parcel.carrier.isEnabled()


def test_what_is_put_right_prints_a_new_label_under_the_old_number_and_the_old_one_opens_nothing(
    counter: Counter,
) -> None:
    before = code_on(counter, FIRST)
    put_right(counter)
    counter.paste(WANG)
    counter.accept()
    assert counter.accepted == [FIRST]
    assert counter.messages[-1] == (
        "warn",
        f"New label of {FIRST} printed. Put it on and tear up the old one: it opens nothing any more.",
    )
    after = code_on(counter, FIRST)
    assert after.serial == before.serial + 1
    assert after.token != before.token
    assert counter.services.session.today().accepted == 1
    row = counter.view.latest.rows[0]
    assert (row.number.text(), row.tail.text()) == (FIRST, "5678")
    put_right(counter)
    assert counter.view.draft().recipient.name == "王芳"


def test_after_putting_right_the_form_is_ready_for_the_next_as_before(counter: Counter) -> None:
    before, focus = counter.view.form.state(), QApplication.focusWidget()
    put_right(counter)
    counter.view.form.parcel.weight.setText("9")
    counter.accept()
    assert counter.view.form.state() == before
    assert QApplication.focusWidget() is focus
    assert not counter.view.banner.isVisible()
    assert not any(card.property("correcting") for card in counter.view.findChildren(QFrame, "card"))
    assert counter.view.form.parcel.number.isEnabled()
    assert not any(counter.view.bar.ticks())
    counter.paste(WANG)
    counter.type("1")
    counter.press(Qt.Key.Key_F8)
    counter.accept()
    assert counter.accepted == [FIRST, SECOND]


def test_escape_leaves_the_waybill_as_it_was_and_the_form_too(counter: Counter) -> None:
    counter.paste(WANG)
    counter.view.form.parcel.weight.setText("2")
    counter.press(Qt.Key.Key_F8)
    before, ticks = counter.view.form.state(), counter.view.bar.ticks()
    QTest.mouseClick(counter.view.latest.rows[0].right, Qt.MouseButton.LeftButton)
    counter.settle()
    assert counter.view.draft().recipient.name == "张三"
    counter.view.form.parcel.weight.setText("7")
    counter.press(Qt.Key.Key_Escape)
    counter.settle()
    assert counter.view.correction.waybill is None
    assert (counter.view.form.state(), counter.view.bar.ticks()) == (before, ticks)
    assert "张三" not in counter.shown()
    assert counter.accepted == [FIRST]
    put_back = counter.services.reveal.open_for_correction(counter.services.printing_desk.latest()[0].record_id).draft
    assert put_back.weight == "1.2"


def test_the_button_of_the_bar_gives_up_as_escape_does(counter: Counter) -> None:
    put_right(counter)
    QTest.mouseClick(counter.view.banner.give_up, Qt.MouseButton.LeftButton)
    assert counter.view.correction.waybill is None
    counter.press(Qt.Key.Key_Escape)
    assert counter.view.form.is_blank()


def test_undo_stays_undo_once_something_was_pasted_typed_or_ticked(counter: Counter) -> None:
    counter.paste(WANG)
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill is None
    assert counter.view.form.recipient_fields.draft() == PartyDraft()
    counter.press(Qt.Key.Key_F8)
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill is None
    counter.press(Qt.Key.Key_F8)
    counter.view.form.parcel.weight.setFocus()
    counter.type("5")
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill is None
    assert counter.view.form.parcel.weight.text() == ""


def test_while_a_waybill_is_put_right_undo_takes_back_a_paste_and_opens_nothing_else(counter: Counter) -> None:
    put_right(counter)
    counter.paste(WANG)
    assert counter.view.draft().recipient.name == "王芳"
    counter.view.form.paste.setFocus()
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.draft().recipient.name == "张三"
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill.number == FIRST


def test_a_first_undo_of_the_day_opens_nothing(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    assert speaking
    counter = open_counter(model.copy_to(tmp_path / "copy"), model.tray, tasks, preferences, qtbot)
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.view.correction.waybill is None
    assert counter.messages == []
    tasks.run(Lane.DATA, counter.services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle)


def test_after_ten_minutes_undo_says_that_they_are_over(counter: Counter) -> None:
    counter.outlet.clock.move(minutes=10)
    counter.press(Qt.Key.Key_Z, CTRL)
    counter.settle()
    assert counter.messages[-1] == (
        "warn",
        "The ten minutes for this are over. Scan the parcel's label to put it right.",
    )
    assert counter.view.form.isEnabled()
    assert QApplication.focusWidget() is counter.view.form.paste


def test_minutes_that_end_while_it_is_put_right_lose_nothing_that_was_typed(counter: Counter) -> None:
    put_right(counter)
    counter.paste(WANG)
    before = counter.view.draft()
    counter.outlet.clock.move(minutes=10)
    counter.accept()
    assert counter.messages[-1][0] == "bad"
    assert counter.view.draft() == before
    assert counter.view.banner.isVisible()
    counter.press(Qt.Key.Key_Escape)
    assert counter.view.form.is_blank()


def test_when_the_minutes_are_over_it_becomes_a_new_parcel_and_the_form_before_comes_back(counter: Counter) -> None:
    before = counter.view.form.state()
    put_right(counter)
    counter.paste(WANG)
    counter.outlet.clock.move(minutes=10)
    counter.accept()
    banner = counter.view.banner
    assert banner.what.text() == f"{FIRST} stays as it was accepted"
    assert banner.as_new.isVisible()
    counter.press(Qt.Key.Key_N, CTRL)
    counter.settle()
    assert banner.what.text() == f"A new parcel from {FIRST}"
    assert not banner.as_new.isVisible()
    assert counter.view.form.parcel.number.isEnabled()
    assert (counter.view.draft().number, counter.view.draft().recipient.name) == ("", "王芳")
    counter.accept()
    assert counter.accepted == [FIRST, SECOND]
    assert counter.view.form.state() == before
    assert not banner.isVisible()
    assert not counter.view.correction.has_form


def test_a_code_that_is_forgotten_while_it_stands_in_the_form_offers_the_new_parcel_at_once(counter: Counter) -> None:
    put_right(counter)
    counter.outlet.clock.move(minutes=10)
    counter.tasks.run(Lane.DATA, counter.services.printing_desk.drop_expired, counter.view, lambda _: None)
    counter.settle()
    counter.view.refresh_latest()
    assert counter.view.banner.as_new.isVisible()
    QTest.mouseClick(counter.view.banner.as_new, Qt.MouseButton.LeftButton)
    counter.settle()
    counter.press(Qt.Key.Key_Escape)
    assert counter.view.form.is_blank()
    assert not counter.view.banner.isVisible()


def test_a_fault_keeps_it_from_being_put_right(counter: Counter) -> None:
    put_right(counter)
    counter.view.form.parcel.weight.setText("")
    counter.accept()
    assert counter.view.bar.accept.whole() == "Still missing: weight"
    assert counter.view.form.parcel.weight.hasFocus()
    assert counter.services.printing_desk.latest()[0].copies == 1


def test_without_a_printer_it_is_put_right_and_the_old_label_to_be_torn_up(counter: Counter) -> None:
    put_right(counter)
    choice = counter.view.printer.choice
    choice.choose("")
    choice.activated.emit(choice.currentIndex())
    assert counter.view.bar.accept.whole() == "Put right without printing   Ctrl+Enter"
    counter.accept()
    kind, words = counter.messages[-1]
    assert kind == "warn"
    assert words.startswith(f"{FIRST} is put right, not printed.")


def test_a_scan_while_a_waybill_is_put_right_changes_no_number(counter: Counter) -> None:
    put_right(counter)
    counter.view.take_scan("YT8812345678901")
    assert counter.view.draft().number == FIRST
    assert counter.messages[-1][0] == "warn"
    with counter.qtbot.waitSignal(counter.view.label_scanned):
        counter.view.take_scan(LABEL_CODE)


def test_only_one_waybill_is_put_right_at_a_time(counter: Counter) -> None:
    counter.paste(WANG)
    counter.type("1")
    counter.press(Qt.Key.Key_F8)
    counter.accept()
    put_right(counter)
    QTest.mouseClick(counter.view.latest.rows[1].right, Qt.MouseButton.LeftButton)
    counter.settle()
    assert counter.view.draft().number == SECOND


def test_what_was_chosen_for_the_standing_sender_stands_after_a_correction(counter: Counter) -> None:
    put_right(counter)
    counter.view.form.parcel.payment.choose("collect")
    counter.view.form.sender_fields.phone.setText("13912345678")
    counter.accept()
    parcel, sender = counter.view.form.parcel, counter.view.form.sender_fields
    assert (parcel.payment.value(), sender.phone.text()) == ("monthly", "0571-88880000")
    assert LI.startswith(sender.name.text())


def test_a_change_of_language_loses_nothing_of_a_correction(counter: Counter, speaking: QApplication) -> None:
    put_right(counter)
    before = counter.view.draft()
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert counter.view.draft() == before
    assert FIRST in counter.view.banner.what.text()
    assert not counter.view.banner.give_up.text().isascii()


@pytest.mark.parametrize(("height", "is_open"), [(640, False), (720, True)])
def test_the_sender_is_folded_only_where_the_form_would_not_fit(
    counter: Counter, height: int, *, is_open: bool
) -> None:
    counter.view.resize(1230, height)
    put_right(counter)
    assert counter.view.form.sender_card.is_open is is_open
    counter.press(Qt.Key.Key_F2, Qt.KeyboardModifier.ShiftModifier)
    assert counter.view.form.sender_card.is_open


def test_another_waybill_is_not_opened_over_the_one_that_is_put_right(counter: Counter) -> None:
    put_right(counter)
    counter.view.put_right(bytes(16))
    assert counter.messages[-1] == ("warn", "Finish the waybill that stands here, or leave it as it was: Esc.")
    assert counter.view.draft().number == FIRST
