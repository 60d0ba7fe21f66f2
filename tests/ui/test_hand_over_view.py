"""交接 as it is used beside the truck: real scans onto real lists, keys alone, and what is seen and heard."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QPoint, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QPushButton, QToolButton

from outlet_app import printing
from outlet_app.desktop import Outcome
from outlet_app.store import label_wraps, waybills
from outlet_app.ui import languages, theme
from outlet_app.ui.hand_over_view import hand_over_page
from outlet_app.ui.languages import Language
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.sounds import BAD, GOOD, Sounds, wave_file
from outlet_app.ui.tasks import Lane
from tests.services.scanning import edit
from tests.ui.counter import Model, make_model
from tests.ui.finding import misfit_label
from tests.ui.truck import CTRL, Truck

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def truck(
    model: Model, preferences: Preferences, tmp_path: Path, tasks: Tasks, speaking: QApplication, qtbot: QtBot
) -> Iterator[Truck]:
    assert speaking
    services, printer = model.copy_to(tmp_path / "copy").chen(), printing.tray(model.tray)
    heard: list[bytes] = []

    def play(sound: bytes) -> Outcome:
        heard.append(sound)
        return Outcome.DONE

    preferences.keep(replace(preferences.choices, sounds=True))
    with theme.undressed():
        view = hand_over_page(services, lambda: printer, Sounds(preferences, play), tasks)
    made = Truck(view, services, model, printer, tasks, qtbot, heard=heard)
    view.message.connect(lambda kind, text: made.messages.append((kind, text)))
    qtbot.addWidget(view)
    view.resize(1198, 610)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    made.settle()
    yield made
    made.settle()
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    made.settle()


def test_an_empty_page_says_what_to_do_and_offers_every_carrier(truck: Truck) -> None:
    assert truck.told() == ("", "Scan the first label. Another carrier: its digit, 1 to 9.")
    assert list(truck.view.tabs.buttons)[:2] == ["yto", "sto"]
    assert not truck.view.closing_card.do.isEnabled()
    assert truck.view.list_card.empty.isVisible()


def test_a_key_that_is_like_a_digit_and_none_chooses_nothing(truck: Truck) -> None:
    key = QKeyEvent(QEvent.Type.KeyPress, Qt.Key.Key_twosuperior, Qt.KeyboardModifier.NoModifier, "²")
    QApplication.sendEvent(truck.view, key)
    assert truck.view.carrier == "yto"


def test_scans_of_code_and_bars_go_onto_the_list_each_green_with_one_tone(truck: Truck) -> None:
    first, second = truck.parcel(), truck.parcel()
    truck.scan(first.text, second.number)
    assert truck.numbers() == [second.number, first.number]
    assert truck.view.band.kind is MessageKind.GOOD
    assert truck.told() == (f"{second.number} on the list", "2 for YTO.")
    assert truck.heard == [wave_file(GOOD)] * 2
    assert truck.view.list_card.count.text() == "2"
    assert truck.view.tabs.buttons["yto"].text().endswith("  2")


def test_a_parcel_of_another_carrier_is_refused_in_red_with_that_carriers_name_and_two_tones(truck: Truck) -> None:
    truck.scan(truck.parcel().text)
    other = truck.parcel("zto")
    truck.heard.clear()
    truck.scan(other.text)
    assert truck.view.band.kind is MessageKind.BAD
    assert truck.told()[0] == f"{other.number} belongs to ZTO"
    assert truck.heard == [wave_file(BAD)]
    assert len(truck.numbers()) == 1
    place = list(truck.view.tabs.buttons).index("zto") + 1
    truck.press(Qt.Key(Qt.Key.Key_0 + place))
    assert truck.view.carrier == "zto"
    truck.scan(other.text)
    assert truck.numbers() == [other.number]


def test_a_parcel_scanned_twice_stays_once_and_says_so(truck: Truck) -> None:
    parcel = truck.parcel()
    truck.scan(parcel.text, parcel.number)
    assert truck.view.band.kind is MessageKind.WARN
    assert truck.numbers() == [parcel.number]
    assert truck.view.list_card.count.text() == "1"


def test_a_number_whose_label_does_not_scan_is_typed_after_one_key(truck: Truck) -> None:
    parcel = truck.parcel()
    truck.press(Qt.Key.Key_Insert)
    QTest.keyClicks(truck.view.list_card.number, parcel.number.lower())
    truck.press(Qt.Key.Key_Return)
    assert truck.numbers() == [parcel.number]
    assert truck.view.list_card.rows.items[0].way == "typed"
    assert truck.view.list_card.number.text() == ""
    assert QApplication.focusWidget() is truck.view.list_card.table


def test_what_is_no_number_stays_in_its_field_with_its_fault_beside_it(truck: Truck) -> None:
    truck.press(Qt.Key.Key_Insert)
    QTest.keyClicks(truck.view.list_card.number, "12")
    truck.press(Qt.Key.Key_Return)
    assert truck.view.list_card.fault.text()
    assert truck.view.list_card.number.text() == "12"
    assert truck.view.band.kind is MessageKind.BAD
    assert truck.told()[0] == "No waybill number"


def test_a_row_is_taken_off_with_del_and_the_last_scan_with_ctrl_z(truck: Truck) -> None:
    parcels = [truck.parcel() for _ in range(3)]
    truck.scan(*(parcel.text for parcel in parcels))
    truck.view.list_card.table.selectRow(2)
    QTest.keyClick(truck.view.list_card.table, Qt.Key.Key_Delete)
    QTest.keyClick(truck.view.list_card.table, Qt.Key.Key_Delete)  # before the answer: it is taken off once
    truck.settle()
    assert truck.numbers() == [parcels[2].number, parcels[1].number]
    assert truck.told()[0] == f"{parcels[0].number} taken off"
    truck.press(Qt.Key.Key_Z, CTRL)
    assert truck.numbers() == [parcels[1].number]
    assert truck.view.tabs.buttons["yto"].toolTip().endswith("2 not on it yet")


def test_one_key_closes_the_list_ends_its_labels_and_prints_it(truck: Truck) -> None:
    parcels = [truck.parcel() for _ in range(2)]
    truck.scan(*(parcel.text for parcel in parcels))
    truck.press(Qt.Key.Key_Return, CTRL)
    reader = truck.services.session.store.reader
    kept = [waybills.by_id(reader, parcel.record_id) for parcel in parcels]
    assert [one is not None and one.state.value for one in kept] == ["handed_over"] * 2
    assert all(label_wraps.of(reader, parcel.record_id) is None for parcel in parcels)
    assert truck.told() == ("List closed: 2 for YTO", "They may go onto the truck.")
    truck.qtbot.waitUntil(lambda: ("good", "List 1 printed") in truck.messages)
    assert [row.handover.count for row in truck.view.closed.rows] == [2]
    assert truck.numbers() == []
    assert [path.name for path in truck.model.tray.glob("*.pdf")] == ["1.pdf"]


def test_the_keys_stay_on_the_page_when_its_list_is_closed_and_empty(truck: Truck) -> None:
    truck.scan(truck.parcel().text)
    truck.press(Qt.Key.Key_Return, CTRL)
    assert truck.numbers() == []
    keys = QApplication.focusWidget()
    assert keys is truck.view.list_card.table
    assert keys.isVisible()
    truck.press(Qt.Key.Key_3)
    assert truck.view.carrier == "zto"


def test_parcels_that_stand_here_beside_the_list_are_asked_about_once(truck: Truck) -> None:
    on, _left_behind = truck.parcel(), truck.parcel()
    truck.scan(on.text)
    truck.press(Qt.Key.Key_Return, CTRL)
    assert truck.view.closing_card.is_asking
    assert truck.view.closing_card.question.text() == "Here, but not on the list: 1 for YTO."
    assert "list_closed" not in truck.acts()
    truck.press(Qt.Key.Key_Escape)
    assert not truck.view.closing_card.is_asking
    truck.press(Qt.Key.Key_Return, CTRL)
    truck.press(Qt.Key.Key_Return, CTRL)
    assert truck.acts().count("list_closed") == 1


def test_a_scan_while_the_list_is_being_closed_is_on_the_next_list_and_not_lost(truck: Truck) -> None:
    first, late = truck.parcel(), truck.parcel()
    truck.scan(first.text)
    truck.press(Qt.Key.Key_Return, CTRL)
    QTest.keyClick(truck.view, Qt.Key.Key_Return, CTRL)
    truck.view.take_scan(late.text)
    truck.settle()
    assert [row.handover.count for row in truck.view.closed.rows] == [1]
    assert truck.numbers() == [late.number]
    assert [handover.number for handover in truck.services.hand_over.lists()] == [2]


def test_a_closed_list_is_printed_again_from_its_row(truck: Truck) -> None:
    truck.scan(truck.parcel().text)
    truck.press(Qt.Key.Key_Return, CTRL)
    truck.qtbot.waitUntil(lambda: ("good", "List 1 printed") in truck.messages)
    truck.settle()
    truck.messages.clear()
    truck.view.closed.rows[0].again.click()
    truck.qtbot.waitUntil(lambda: ("good", "List 1 printed") in truck.messages)


def test_a_paper_that_does_not_come_leaves_the_list_closed_and_says_where_to_print_it(truck: Truck) -> None:
    truck.scan(truck.parcel().text)
    for label in truck.model.tray.iterdir():
        label.unlink()
    truck.model.tray.rmdir()
    truck.press(Qt.Key.Key_Return, CTRL)
    truck.qtbot.waitUntil(lambda: bool(truck.messages))
    assert truck.messages[0][0] == "bad"
    assert truck.messages[0][1].startswith("List 1 is closed; its paper can be printed again below.")
    assert len(truck.view.closed.rows) == 1


def test_a_list_that_was_changed_behind_the_program_is_not_closed_and_the_record_is_told_broken(truck: Truck) -> None:
    on, planted = truck.parcel(), truck.parcel()
    truck.scan(on.text, planted.text)
    edit(truck.services, "DELETE FROM handover_items WHERE record_id = ?", planted.record_id)
    with truck.qtbot.waitSignal(truck.view.record_broken):
        truck.press(Qt.Key.Key_Return, CTRL)
        truck.press(Qt.Key.Key_Return, CTRL)
    assert truck.told()[0] == "Not closed: the list stands open"
    assert "list_closed" not in truck.acts()


def test_a_label_that_does_not_fit_the_record_is_red_and_told(truck: Truck) -> None:
    with truck.qtbot.waitSignal(truck.view.record_broken):
        truck.scan(misfit_label(truck.services))
    assert truck.view.band.kind is MessageKind.BAD
    assert truck.numbers() == []


def test_a_card_or_another_code_is_no_use_here_and_is_not_kept(truck: Truck) -> None:
    with truck.qtbot.waitSignal(truck.view.label_scanned):
        truck.scan("OK1.ABCDEFGH")
    assert truck.told()[0] == ""


def test_the_open_list_stands_again_when_the_page_is_opened_again(truck: Truck, qtbot: QtBot) -> None:
    parcel = truck.parcel("zto")
    truck.view.tabs.buttons["zto"].click()
    truck.scan(parcel.text)
    again = hand_over_page(truck.services, lambda: None, truck.view._sounds, truck.tasks)
    qtbot.addWidget(again)
    again.show()
    truck.settle()
    truck.settle()
    assert again.carrier == "zto"
    assert [item.number for item in again.list_card.rows.items] == [parcel.number]


def test_fifty_scans_hold_one_page_and_older_ones_are_turned_to(truck: Truck) -> None:
    parcels = [truck.parcel() for _ in range(25)]
    truck.scan(*(parcel.number for parcel in parcels))
    assert truck.numbers() == [parcel.number for parcel in parcels[:4:-1]]
    truck.press(Qt.Key.Key_PageDown, CTRL)
    assert truck.numbers() == [parcel.number for parcel in parcels[4::-1]]
    truck.press(Qt.Key.Key_PageUp, CTRL)
    assert truck.numbers()[0] == parcels[-1].number
    assert truck.view.list_card.count.text() == "25"


def test_nothing_leaves_the_page_in_the_smallest_window_and_everything_has_a_name(truck: Truck) -> None:
    truck.scan(truck.parcel().text)
    truck.view.resize(760, 400)
    for button in truck.view.findChildren(QPushButton) + truck.view.findChildren(QToolButton):
        if button.isVisible():
            assert button.accessibleName() or button.text(), button
            corner = button.mapTo(truck.view, QPoint(button.width(), 0))
            assert corner.x() <= truck.view.width(), button.text()


def test_it_speaks_the_language_of_the_screen_and_what_was_told_is_told_again(
    truck: Truck, speaking: QApplication
) -> None:
    parcel = truck.parcel()
    truck.scan(parcel.text)
    languages.speak(speaking, Language.CHINESE)
    truck.qtbot.waitUntil(lambda: truck.told()[0] == f"{parcel.number} 已上单")
    assert truck.view.list_card.story.text().startswith("圆通")
