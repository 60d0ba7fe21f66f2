"""到件 as a clerk uses it: real keys, a real outlet, labels that really lie in the tray."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication

from outlet_app import printing
from outlet_app.desktop import Outcome
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.arrived_parcel import ArrivalDraft, ParcelState
from outlet_app.ui import languages, theme
from outlet_app.ui.arrivals_view import ArrivalsView
from outlet_app.ui.arrived_list import ArrivalAction
from outlet_app.ui.languages import Language
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.sounds import BAD, GOOD, Sounds, wave_file
from outlet_app.ui.tasks import Lane
from tests.builders import draft as waybill_draft
from tests.ui.counter import CTRL, LABEL_CODE, Model, make_model
from tests.ui.shelver import Shelver

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

FIRST, SECOND, THIRD = (f"YT88990000000{place:02d}" for place in (1, 2, 3))
ANYBODYS = "99ZZ88YY77"
"""A shape that no carrier is known to use."""


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def shelver(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Shelver]:
    assert speaking
    outlet = model.copy_to(tmp_path / "copy")
    services = outlet.chen()
    heard: list[bool] = []

    def hear(wave: bytes) -> Outcome:
        heard.append({wave_file(GOOD): True, wave_file(BAD): False}[wave])
        return Outcome.DONE

    sounds = Sounds(preferences, hear)
    with theme.undressed():
        view = ArrivalsView(services.arrivals, services.printing_desk, tasks, preferences, sounds)
    made = Shelver(view, services, outlet, model.tray, tasks, qtbot, heard)
    view.message.connect(lambda kind, text: made.messages.append((kind, text)))
    qtbot.addWidget(view)
    view.resize(1198, 610)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    made.settle()
    view.printer.offer((printing.tray(model.tray),))
    view.setFocus()
    made.type("15-1")
    made.press(Qt.Key.Key_Return)
    yield made
    made.settle()
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    made.settle()


def test_a_scan_and_four_digits_shelve_a_parcel_and_print_its_label(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    assert shelver.view.band.headline.text() == "15-1-1"
    assert shelver.view.band.kind is MessageKind.GOOD
    assert shelver.codes() == ["15-1-1"]
    assert shelver.printed() == [FIRST]
    assert shelver.heard == [True]
    assert not shelver.view.slip.is_begun
    assert shelver.has_keys(shelver.view.slip.number)


def test_a_tail_of_fewer_digits_ends_with_enter_and_a_hyphen_stands_for_none(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "12")
    assert shelver.codes() == []
    shelver.press(Qt.Key.Key_Return)
    shelver.scan(SECOND)
    shelver.type("-")
    shelver.press(Qt.Key.Key_Return)
    tails = [parcel.tail for parcel in shelver.services.arrivals.latest()]
    assert tails == ["", "12"]


def test_letters_are_no_part_of_a_tail_and_nothing_is_not_enough(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "a1b")
    assert shelver.view.slip.tail.text() == "1"
    shelver.press(Qt.Key.Key_Backspace)
    shelver.press(Qt.Key.Key_Return)
    assert shelver.view.slip.note.text()
    assert shelver.view.slip.is_begun
    assert shelver.heard == [False]


def test_a_number_of_no_known_shape_asks_for_the_carrier_by_one_digit_before_the_tail(shelver: Shelver) -> None:
    shelver.scan(ANYBODYS)
    assert shelver.view.slip.is_choosing
    second = list(shelver.view.slip.carriers.buttons)[1]
    shelver.type("2")
    shelver.type("1234")
    shelver.settle()
    assert [parcel.carrier for parcel in shelver.services.arrivals.latest()] == [second]
    shelver.scan(ANYBODYS[:-1])
    shelver.press(Qt.Key.Key_Return)
    assert not shelver.view.slip.is_choosing, "Enter takes the carrier that was chosen last"


def test_a_wrong_check_digit_warns_and_keeps_nothing_from_the_shelf(shelver: Shelver) -> None:
    shelver.scan("EA123456784CN")
    place = list(shelver.view.slip.carriers.buttons).index("ems") + 1
    shelver.type(str(place))
    assert shelver.view.band.kind is MessageKind.WARN
    assert shelver.view.band.headline.text() == "Odd number"
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    languages.speak(application, Language.CHINESE)
    shelver.qtbot.waitUntil(lambda: shelver.view.band.headline.text() == "单号存疑")
    languages.speak(application, Language.ENGLISH)
    shelver.qtbot.waitUntil(lambda: shelver.view.band.headline.text() == "Odd number")
    shelver.type("5678")
    shelver.settle()
    assert shelver.view.band.kind is MessageKind.GOOD
    shelver.scan("EA123456785CN")
    assert shelver.view.slip.carrier.text() == "China Post EMS"
    assert shelver.view.band.kind is None


def test_money_on_the_label_takes_one_key_and_its_amount(shelver: Shelver) -> None:
    shelver.scan(FIRST)
    for key, amount in (("*", "35.5"), ("+", "8")):
        shelver.type(key)
        shelver.type(amount)
        shelver.press(Qt.Key.Key_Return)
    shelver.type("1234")
    shelver.settle()
    parcel = shelver.services.arrivals.latest()[0]
    assert (parcel.cod_fen, parcel.collect_fen) == (3550, 800)


def test_an_amount_that_is_none_is_said_beside_it_and_loses_nothing(shelver: Shelver) -> None:
    shelver.scan(FIRST)
    shelver.type("*")
    shelver.type("3x")
    shelver.press(Qt.Key.Key_Return)
    shelver.type("1234")
    shelver.settle()
    assert shelver.has_keys(shelver.view.slip.cod)
    assert shelver.view.slip.tail.text() == "1234"
    assert shelver.view.slip.note.text()


def test_a_parcel_that_stands_already_is_said_with_its_place_before_a_digit_is_typed(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.scan(FIRST)
    assert shelver.view.band.kind is MessageKind.WARN
    assert shelver.view.band.headline.text() == "15-1-1"
    assert not shelver.view.slip.is_begun
    assert shelver.heard == [True, False]


def test_a_scan_while_a_tail_is_typed_keeps_the_unfinished_parcel_in_sight_until_it_is_finished(
    shelver: Shelver,
) -> None:
    shelver.scan(FIRST)
    shelver.type("12")
    shelver.shelve(SECOND, "5678")
    assert shelver.view.aside.isVisible()
    assert FIRST in shelver.view.aside.words.text()
    assert "12__" in shelver.view.aside.words.text()
    shelver.press(Qt.Key.Key_R, CTRL)
    assert not shelver.view.aside.isVisible()
    shelver.type("34")
    shelver.settle()
    assert [(each.number, each.tail) for each in shelver.services.arrivals.latest()] == [
        (FIRST, "1234"),
        (SECOND, "5678"),
    ]


def test_the_unfinished_parcel_goes_on_when_it_is_scanned_again_and_goes_when_it_is_dropped(shelver: Shelver) -> None:
    shelver.scan(FIRST)
    shelver.type("12")
    shelver.scan(SECOND)
    shelver.scan(FIRST)
    assert shelver.view.slip.tail.text() == "12"
    assert [draft.number for draft in shelver.view.aside.drafts] == [SECOND]
    shelver.press(Qt.Key.Key_D, CTRL)
    assert not shelver.view.aside.isVisible()


def test_scanning_the_same_parcel_twice_changes_nothing(shelver: Shelver) -> None:
    shelver.scan(FIRST)
    shelver.type("12")
    shelver.scan(FIRST)
    assert shelver.view.slip.tail.text() == "12"
    assert not shelver.view.aside.isVisible()


def test_a_code_of_ours_and_what_is_no_number_leave_the_slip_as_it_was(shelver: Shelver) -> None:
    told: list[bool] = []
    shelver.view.label_scanned.connect(lambda: told.append(True))
    shelver.scan(LABEL_CODE)
    shelver.scan("HELLO")
    assert told == [True]
    assert not shelver.view.slip.is_begun
    assert shelver.heard == [False]


def test_a_full_shelf_keeps_what_was_typed_and_asks_for_another(
    shelver: Shelver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outlet_app.store.shelves.next_places", lambda last: (last + 1,) if last < 1 else ())
    shelver.shelve(FIRST, "1234")
    shelver.shelve(SECOND, "5678")
    assert shelver.view.band.kind is MessageKind.BAD
    assert shelver.has_keys(shelver.view.shelf)
    assert shelver.view.slip.tail.text() == "5678"
    shelver.type("15-2")
    shelver.press(Qt.Key.Key_Return)
    shelver.press(Qt.Key.Key_Return)
    assert shelver.codes()[0] == "15-2-1"


def test_one_key_chooses_another_shelf_and_escape_leaves_it(shelver: Shelver, preferences: Preferences) -> None:
    shelver.type("/")
    shelver.press(Qt.Key.Key_Escape)
    assert shelver.view.shelf.shelf == "15-1"
    shelver.scan(FIRST)
    shelver.type("/")
    shelver.type("A?")
    shelver.press(Qt.Key.Key_Return)
    assert shelver.view.shelf.fault.text()
    shelver.view.shelf.text.clear()
    shelver.type("a3")
    shelver.press(Qt.Key.Key_Return)
    assert shelver.has_keys(shelver.view.slip.tail)
    assert (shelver.view.shelf.shelf, preferences.choices.shelf) == ("A3", "A3")


def test_the_last_arrival_is_taken_back_by_one_key(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.press(Qt.Key.Key_Z, CTRL)
    assert shelver.view.band.headline.text() == "15-1-1 taken back"
    assert shelver.services.arrivals.latest()[0].state is ParcelState.CANCELLED
    assert not shelver.view.list.buttons[ArrivalAction.MOVE].isEnabled()


def test_an_arrival_is_put_right_in_the_slip_and_its_label_prints_anew(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.press(Qt.Key.Key_Down)
    shelver.press(Qt.Key.Key_E, CTRL)
    assert shelver.view.slip.tail.text() == "1234"
    shelver.type("5678")
    assert shelver.services.arrivals.latest()[0].tail == "1234", "Enter keeps it, not the fourth digit"
    shelver.scan(SECOND)
    assert shelver.view.band.kind is MessageKind.WARN
    shelver.press(Qt.Key.Key_Return)
    shelver.settle()
    assert shelver.services.arrivals.latest()[0].tail == "5678"
    assert shelver.acts().count(ActivityKind.PRINTED_WITHOUT_CODE) == 2
    shelver.press(Qt.Key.Key_E, CTRL)
    shelver.press(Qt.Key.Key_Escape)
    assert not shelver.view.slip.is_begun


def test_a_parcel_moves_to_another_shelf_with_a_new_code_and_label(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.press(Qt.Key.Key_M, CTRL)
    shelver.type("15-2")
    shelver.press(Qt.Key.Key_Return)
    assert shelver.view.band.headline.text() == "15-2-1"
    assert shelver.codes() == ["15-2-1"]
    assert shelver.acts().count(ActivityKind.PRINTED_WITHOUT_CODE) == 2


def test_a_label_prints_again_by_one_key_and_without_a_printer_it_is_said(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.press(Qt.Key.Key_P, CTRL)
    assert shelver.messages[-1] == ("good", f"Shelf label of {FIRST} printed")
    shelver.view.printer.choice.choose("")
    shelver.press(Qt.Key.Key_P, CTRL)
    assert shelver.messages[-1][0] == "warn"
    shelver.shelve(SECOND, "1234")
    assert "write the code" in shelver.view.band.advice.text()


def test_a_print_that_fails_loses_no_arrival(shelver: Shelver) -> None:
    shelver.tray.chmod(0o500)
    for label in shelver.tray.iterdir():
        label.unlink()
    shelver.tray.rmdir()
    shelver.shelve(FIRST, "1234")
    assert shelver.codes() == ["15-1-1"]
    assert shelver.messages[-1][0] == "bad"
    assert "on its shelf" in shelver.messages[-1][1]


def test_what_waits_too_long_opens_as_pages_and_escape_leads_back(shelver: Shelver) -> None:
    for place in range(21):
        shelver.services.arrivals.register(_draft(f"YT{7000000000000 + place}"), None)
    shelver.outlet.clock.move(days=3)
    shelver.view.refresh()
    shelver.settle()
    assert shelver.view.overdue.buttons[3].text() == "21"
    shelver.press(Qt.Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert len(shelver.codes()) == 20
    shelver.press(Qt.Key.Key_PageDown, CTRL)
    assert shelver.codes() == ["15-1-21"]
    shelver.press(Qt.Key.Key_PageUp, CTRL)
    assert shelver.codes()[0] == "15-1-1"
    shelver.press(Qt.Key.Key_Escape)
    assert len(shelver.codes()) == 10
    assert shelver.has_keys(shelver.view.slip.number)


def test_our_own_parcel_that_is_back_is_said_and_waits_for_its_sender(shelver: Shelver) -> None:
    accepted = shelver.services.entry.accept(waybill_draft(), None)
    hand_over = shelver.services.hand_over
    put_on = hand_over.put_on("yto", accepted.number, typed=True)
    assert put_on.list is not None
    hand_over.close(put_on.list.list_id, None)
    shelver.scan(accepted.number)
    tail = shelver.view.slip.tail.text()
    assert shelver.view.band.headline.text() == "Our own parcel is back"
    assert waybill_draft().sender.phone.endswith(tail)
    shelver.press(Qt.Key.Key_Return)
    parcel = shelver.services.arrivals.latest()[0]
    assert (parcel.tail, parcel.waybill) == (tail, accepted.record_id)


def test_a_parcel_that_was_begun_stands_through_a_change_of_language(shelver: Shelver) -> None:
    shelver.scan(FIRST)
    shelver.type("12")
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    languages.speak(application, Language.CHINESE)
    assert shelver.view.slip.tail.text() == "12"
    shelver.qtbot.waitUntil(lambda: shelver.view.slip.carrier.text() == "圆通速递")


def test_digits_typed_on_the_list_go_to_the_slip(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.scan(SECOND)
    shelver.press(Qt.Key.Key_Down)
    assert shelver.has_keys(shelver.view.list.cards)
    shelver.type("5678")
    shelver.settle()
    assert shelver.codes()[0] == "15-1-2"


def test_a_number_can_be_typed_and_escape_drops_the_parcel(shelver: Shelver) -> None:
    shelver.type(FIRST)
    shelver.press(Qt.Key.Key_Return)
    assert shelver.view.slip.is_begun
    shelver.press(Qt.Key.Key_Escape)
    assert not shelver.view.slip.is_begun
    assert shelver.has_keys(shelver.view.slip.number)


@pytest.mark.parametrize("language", Language)
def test_the_page_fits_a_small_screen_in_every_language(shelver: Shelver, language: Language) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.scan(ANYBODYS)
    application = QApplication.instance()
    assert isinstance(application, QApplication)
    languages.speak(application, language)
    shelver.qtbot.wait(20)
    assert shelver.view.minimumSizeHint().width() <= 1198
    assert shelver.view.minimumSizeHint().height() <= 610


def _draft(number: str) -> ArrivalDraft:
    return ArrivalDraft(number=number, carrier="yto", tail="1234", shelf="15-1")
