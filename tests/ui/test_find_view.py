"""查找 as a clerk uses it: real keys, a real outlet, labels of parcels that were really accepted."""

from __future__ import annotations

from dataclasses import replace
from itertools import product
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from outlet_app import printing
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.limits import Limits
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.errors import LabelCodeRefused
from outlet_app.store import waybills
from outlet_app.ui import languages
from outlet_app.ui.languages import Language
from outlet_app.ui.tasks import Lane
from outlet_app.ui.waybill_actions import Action
from tests.builders import LI, ZHANG, draft
from tests.ui.conftest import LONG_MS
from tests.ui.counter import CTRL, LABEL_CODE, Model, make_model, write
from tests.ui.finder import Finder, open_page
from tests.ui.finding import foreign_label, misfit_label, texts_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

MISSES = Limits().misses_hour
WANG = replace(ZHANG, name="王五", phone="13900000099")


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def printer(model: Model) -> Printer:
    return printing.tray(model.tray)


@pytest.fixture
def finder(
    model: Model,
    printer: Printer,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
) -> Iterator[Finder]:
    assert speaking
    outlet = model.copy_to(tmp_path / "copy")
    services = outlet.chen()
    view = open_page(services, printer, tasks, preferences, qtbot)
    made = Finder(view, services, outlet, tasks, qtbot)
    view.message.connect(lambda kind, text: made.messages.append((kind, text)))
    made.parcels = [services.entry.accept(draft(recipient=person), printer) for person in (ZHANG, WANG, LI)]
    qtbot.addWidget(view)
    view.resize(1198, 610)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.begin()
    made.settle()
    yield made
    made.settle()
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    made.settle()


def test_an_empty_page_says_what_can_be_typed_and_what_is_left(finder: Finder) -> None:
    assert finder.view.guide.isVisible()
    assert finder.has_keys(finder.view.field)
    assert finder.view.field.left.text() == "Look-ups by tail left this hour: 300 of 300"


def test_a_tail_and_enter_find_the_parcel_and_open_it_with_its_life(finder: Finder) -> None:
    finder.find("8000")
    assert finder.numbers() == [finder.parcels[0].number]
    assert finder.view.card.isVisible()
    assert finder.view.card.masked.number.text() == finder.parcels[0].number
    assert [step.kind for step in finder.view.card.life.steps] == ["accepted"]
    assert finder.has_keys(finder.view.cards)
    assert finder.view.field.left.text() == "Look-ups by tail left this hour: 299 of 300"


def test_first_character_and_tail_a_number_and_a_scanned_bar_find_as_well(finder: Finder) -> None:
    finder.find("王0099")
    assert finder.numbers() == [finder.parcels[1].number]
    finder.find(finder.parcels[2].number)
    assert finder.numbers() == [finder.parcels[2].number]
    finder.view.take_scan(finder.parcels[0].number)
    finder.settle()
    assert finder.numbers() == [finder.parcels[0].number]
    assert finder.view.field.text.text() == finder.parcels[0].number


def test_a_look_up_is_recorded_before_anything_is_shown(finder: Finder) -> None:
    before = finder.acts().count(ActivityKind.SEARCHED)
    finder.find("8000")
    assert finder.acts().count(ActivityKind.SEARCHED) == before + 1


def test_what_is_no_key_is_told_at_the_field_and_shows_nothing_of_before(finder: Finder) -> None:
    finder.find("8000")
    finder.find("8*")
    assert finder.view.field.note.text().startswith("Type a whole number")
    assert finder.has_keys(finder.view.field)
    assert not finder.view.card.isVisible()
    assert finder.view.guide.heading.text().startswith("Scan the label")


def test_nothing_found_is_said_with_what_else_can_be_tried(finder: Finder) -> None:
    finder.find("1111")
    assert finder.view.guide.heading.text().startswith("Nothing was found.")
    assert finder.has_keys(finder.view.field)


def test_arrows_open_each_waybill_in_its_turn_and_enter_goes_into_it(finder: Finder) -> None:
    finder.services.entry.accept(draft(recipient=replace(ZHANG, name="赵六")), None)
    finder.find("8000")
    assert len(finder.numbers()) == 2
    finder.press(Qt.Key.Key_Down)
    finder.settle()
    assert finder.view.card.masked.number.text() == finder.numbers()[1]
    finder.press(Qt.Key.Key_Return)
    assert finder.has_keys(finder.view.card)


def test_a_digit_typed_on_the_list_begins_a_new_search(finder: Finder) -> None:
    finder.find("8000")
    assert finder.has_keys(finder.view.cards)
    finder.press(Qt.Key.Key_9)
    finder.press(Qt.Key.Key_9)
    assert finder.view.field.text.text() == "99"


def test_more_than_can_be_shown_is_said(finder: Finder, qtbot: QtBot) -> None:
    for _ in range(21):
        finder.services.entry.accept(draft(recipient=WANG), None)
    finder.find("0099")
    assert len(finder.numbers()) == 20
    assert finder.view.more.isVisible()
    assert finder.view.more.text().startswith("These are the first 20.")
    finder.find("8000")
    assert not finder.view.more.isVisible()
    assert qtbot


def test_a_scanned_label_opens_its_waybill_with_the_keys_on_what_can_be_revealed(finder: Finder) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    assert finder.view.notice.headline.text() == f"The label of {finder.parcels[0].number} opens"
    assert finder.view.card.masked.number.text() == finder.parcels[0].number
    assert finder.has_keys(finder.view.card.panel)
    assert all(button.isEnabled() for button in finder.view.card.action_row.buttons.values())


def test_another_waybill_is_not_in_the_hand(finder: Finder) -> None:
    finder.services.session.labels.forget_code(finder.parcels[1].record_id)
    finder.scan(finder.code_of(finder.parcels[0]))
    finder.find("0099")
    assert finder.view.notice.report is None
    assert not finder.view.card.action_row.buttons[Action.NEW_CODE].isEnabled()
    assert "scan its label" in finder.view.card.action_row.why.text()


def test_a_label_that_is_not_ours_shows_no_waybill_and_says_so(finder: Finder) -> None:
    finder.find("8000")
    finder.scan(foreign_label(finder.services))
    assert finder.view.notice.report is not None
    assert finder.view.notice.report.outcome is ScanOutcome.FOREIGN
    assert not finder.view.card.isVisible()


def test_a_label_that_does_not_fit_shows_no_waybill(finder: Finder) -> None:
    finder.scan(misfit_label(finder.services))
    assert finder.view.notice.property("tone") == "bad"
    assert not finder.view.card.isVisible()


def test_a_code_that_cannot_be_judged_says_so_and_the_keys_are_in_the_field(finder: Finder) -> None:
    finder.view.show_scan_error(LabelCodeRefused())
    assert finder.view.notice.isVisible()
    assert finder.has_keys(finder.view.field)


def test_a_parcel_that_has_left_can_be_seen_and_not_changed(finder: Finder) -> None:
    first = finder.parcels[0]
    gone = waybills.left(first.record_id, WaybillState.COLLECTED, finder.outlet.clock.now)
    finder.services.session.write(gone)
    finder.find("8000")
    assert finder.view.card.masked.state.text().startswith("Collected")
    assert not any(button.isEnabled() for button in finder.view.card.action_row.buttons.values())
    assert [step.kind for step in finder.view.card.life.steps] == ["accepted", "collected"]


def test_putting_right_is_asked_of_the_accept_page(finder: Finder, qtbot: QtBot) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    with qtbot.waitSignal(finder.view.correction_asked) as asked:
        finder.press(Qt.Key.Key_E, CTRL)
    assert asked.args[0].masked.record_id == finder.parcels[0].record_id


def test_the_label_is_printed_once_more_and_its_life_says_so(finder: Finder) -> None:
    finder.find("8000")
    finder.press(Qt.Key.Key_P, CTRL)
    finder.settle()
    finder.qtbot.waitUntil(lambda: "printed" in [step.kind for step in finder.view.card.life.steps], timeout=LONG_MS)
    assert finder.messages[-1] == ("good", f"Label of {finder.parcels[0].number} printed")


def test_another_weight_is_typed_in_place_and_stands_there_afterwards(finder: Finder) -> None:
    finder.find("8000")
    finder.press(Qt.Key.Key_T, CTRL)
    terms = finder.view.card.terms
    finder.settle()
    assert finder.has_keys(terms.weight)
    assert not finder.view.card.panel.isVisible()
    terms.again.setChecked(False)
    terms.weight.setText("2.5")
    QTest.keyClick(terms.weight, Qt.Key.Key_Return)
    finder.settle()
    assert "2.5 kg" in finder.view.card.masked.facts.text()
    assert not terms.isVisible()
    assert finder.view.card.panel.isVisible()
    assert finder.messages[-1] == ("good", f"{finder.parcels[0].number} is changed")


def test_a_form_that_is_given_up_leaves_the_waybill_as_it_was(finder: Finder) -> None:
    finder.find("8000")
    finder.press(Qt.Key.Key_T, CTRL)
    terms = finder.view.card.terms
    finder.settle()
    assert finder.has_keys(terms.weight)
    finder.press(Qt.Key.Key_Escape)
    assert not terms.isVisible()
    assert finder.has_keys(finder.view.card)
    assert "1.2 kg" in finder.view.card.masked.facts.text()


def test_a_new_label_by_the_old_one_is_printed_and_the_old_one_is_no_longer_in_the_hand(finder: Finder) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    finder.press(Qt.Key.Key_N, CTRL)
    finder.settle()
    finder.press(Qt.Key.Key_Return)
    finder.settle()
    finder.qtbot.waitUntil(lambda: bool(finder.messages), timeout=LONG_MS)
    assert not finder.view.card.new_label.isVisible()
    assert finder.messages[-1][1].startswith(f"New label of {finder.parcels[0].number} printed.")
    assert not finder.view.card.action_row.buttons[Action.NEW_CODE].isEnabled()


def test_escape_puts_the_notice_away_and_asks_to_go_back(finder: Finder, qtbot: QtBot) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    with qtbot.waitSignal(finder.view.left_asked):
        finder.press(Qt.Key.Key_Escape)
    assert not finder.view.notice.isVisible()


def test_escape_stops_waiting_for_an_answer_which_is_then_not_shown(finder: Finder) -> None:
    finder.view.begin()
    write(finder.view.field.text, "8000")
    QTest.keyClick(finder.view.field.text, Qt.Key.Key_Return)
    assert finder.view.field.is_waiting
    finder.press(Qt.Key.Key_Escape)
    assert not finder.view.field.is_waiting
    finder.settle()
    assert finder.view.guide.isVisible()


def test_a_scan_overtakes_a_look_up_and_the_late_answer_is_not_shown(finder: Finder) -> None:
    finder.view.look_up("0099")
    finder.view.close_label()
    finder.settle()
    assert finder.numbers() == []


def test_a_label_code_pasted_into_the_field_is_taken_out_and_told_of(finder: Finder) -> None:
    QGuiApplication.clipboard().setText(LABEL_CODE)
    finder.press(Qt.Key.Key_V, CTRL)
    QGuiApplication.clipboard().clear()
    assert finder.messages == [("warn", "A label code is scanned, not typed. It was taken out.")]


def test_a_card_that_nobody_asked_for_is_only_told_of(finder: Finder, qtbot: QtBot) -> None:
    with qtbot.waitSignal(finder.view.label_scanned):
        finder.view.take_scan(finder.outlet.card)
    assert not [text for text in texts_of(finder.view) if "OK1." in text]


def test_an_error_after_the_look_up_is_told_in_the_message_bar(finder: Finder) -> None:
    finder.find("8000")
    finder.services.session.lock()
    finder.view.refresh()
    finder.settle()
    assert finder.messages[-1] == ("bad", "The counter is locked. Sign in or type your PIN to go on.")
    finder.find("8000")
    assert finder.view.field.note.text() == "The counter is locked. Sign in or type your PIN to go on."


def test_whose_look_ups_are_suspended_is_told_so_and_still_finds_by_number_and_scan(finder: Finder) -> None:
    for _ in range(MISSES):
        finder.services.find.look_up("1111")
    finder.find("8000")
    assert finder.view.field.note.text() == "Your look-ups are suspended. The owner can lift that."
    assert finder.view.field.left.text() == "Look-ups by tail are suspended; numbers and scans go on."
    assert finder.numbers() == []
    finder.find(finder.parcels[0].number)
    assert finder.numbers() == [finder.parcels[0].number]
    finder.scan(finder.code_of(finder.parcels[1]))
    assert finder.numbers() == [finder.parcels[1].number]


def test_coming_back_shows_the_waybill_as_it_stands_now(finder: Finder) -> None:
    finder.find("8000")
    gone = waybills.left(finder.parcels[0].record_id, WaybillState.COLLECTED, finder.outlet.clock.now)
    finder.services.session.write(gone)
    finder.view.hide()
    finder.view.show()
    finder.settle()
    assert finder.view.card.masked.state.text().startswith("Collected")
    assert finder.view.cards.rows.lines(0)[1] == "Collected"


def test_nothing_on_the_page_can_be_marked_or_is_unmasked(finder: Finder) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    finder.find("8000")
    for label in finder.view.findChildren(QLabel):
        taking = Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        assert not label.textInteractionFlags() & taking
    said = "\n".join(texts_of(finder.view))
    for secret in (ZHANG.name, ZHANG.phone, "501室", LI.name, LI.phone, "OA1."):
        assert secret not in said


def test_every_text_follows_a_change_of_language(finder: Finder, speaking: QApplication, qtbot: QtBot) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: "有效" in finder.view.notice.headline.text())
    assert finder.view.field.left.text().startswith("本小时尾号查找还剩")
    assert finder.view.cards.accessibleName() == "查找结果"
    assert finder.view.card.action_row.buttons[Action.CORRECT].text().startswith("更正")


def test_no_word_of_the_page_is_cut_at_1366_and_at_1920_with_150_percent(
    finder: Finder, speaking: QApplication, qtbot: QtBot
) -> None:
    finder.scan(finder.code_of(finder.parcels[0]))

    def cut() -> list[str]:
        shown = [one for one in finder.view.findChildren(QLabel) if one.isVisible() and one.text()]
        shown += list(finder.view.card.action_row.buttons.values())  # type: ignore[arg-type] # widgets with a text
        return [one.text() for one in shown if one.width() < one.minimumSizeHint().width()]

    for language, width in product(Language, (1198, 1112)):
        finder.view.resize(width, 560)
        languages.speak(speaking, language)
        QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
        qtbot.waitUntil(lambda: cut() == [])
        assert finder.view.width() == width
