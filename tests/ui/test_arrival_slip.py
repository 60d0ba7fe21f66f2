"""The parcel in the hand: what is asked, in which order, and what Enter and the fourth digit do."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.errors import Fault, FaultKind
from outlet_app.ui.arrival_slip import ArrivalSlip
from tests.ui.test_find_cards import WAITING

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

ONE = ("yto",)


@pytest.fixture
def slip(qtbot: QtBot, speaking: object) -> ArrivalSlip:
    assert speaking
    shown = ArrivalSlip()
    qtbot.addWidget(shown)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    return shown


def _filled(slip: ArrivalSlip) -> list[ArrivalDraft]:
    told: list[ArrivalDraft] = []
    slip.filled.connect(lambda: told.append(slip.draft("15-1")))
    return told


def test_one_carrier_is_taken_and_the_keys_are_on_the_tail(slip: ArrivalSlip) -> None:
    told = _filled(slip)
    slip.begin("YT1", ONE)
    assert slip.tail.hasFocus()
    QTest.keyClicks(slip.tail, "1234")
    assert told == [ArrivalDraft(number="YT1", carrier="yto", tail="1234", shelf="15-1")]


def test_of_several_carriers_one_is_asked_first(slip: ArrivalSlip) -> None:
    slip.begin("YT1", ("yto", "zto"))
    assert slip.carriers.hasFocus()
    QTest.keyClicks(slip.carriers, "2")
    assert slip.tail.hasFocus()
    assert slip.draft("15-1").carrier == "zto"


def test_a_parcel_that_is_put_right_is_kept_with_enter_alone(slip: ArrivalSlip) -> None:
    told = _filled(slip)
    slip.correct(WAITING)
    assert (slip.cod.text(), slip.collect.text()) == ("30.00", "8.50")
    QTest.keyClicks(slip.tail, "5678")
    assert told == []
    QTest.keyClick(slip.tail, Qt.Key.Key_Return)
    assert [draft.tail for draft in told] == ["5678"]


def test_what_was_begun_goes_on_where_it_stood(slip: ArrivalSlip) -> None:
    draft = ArrivalDraft(number="YT1", carrier="yto", tail="12", shelf="15-1", cash_on_delivery="5")
    slip.resume(draft, ("yto", "zto"))
    assert slip.cod.isVisible()
    QTest.keyClicks(slip.tail, "3")
    assert slip.draft("15-1") == ArrivalDraft(
        number="YT1", carrier="yto", tail="123", shelf="15-1", cash_on_delivery="5"
    )
    slip.resume(ArrivalDraft(number="YT2"), ("yto", "zto"))
    assert slip.is_choosing


def test_a_known_tail_is_proposed_but_never_over_what_a_hand_typed(slip: ArrivalSlip) -> None:
    slip.propose_tail("1234")
    assert slip.tail.text() == ""
    slip.begin("YT1", ONE)
    slip.propose_tail("1234")
    assert slip.tail.text() == "1234"
    slip.begin("YT2", ONE)
    QTest.keyClicks(slip.tail, "5")
    slip.propose_tail("1234")
    assert slip.tail.text() == "5"


def test_a_fault_marks_its_field_and_the_next_key_takes_the_mark_away(slip: ArrivalSlip) -> None:
    slip.begin("YT1", ONE)
    slip.show_faults((Fault("carrier", FaultKind.EMPTY), Fault("tail", FaultKind.EMPTY)))
    assert slip.tail.property("fault")
    assert slip.note.text()
    QTest.keyClicks(slip.tail, "1")
    assert not slip.tail.property("fault")


def test_the_slash_asks_for_another_shelf_and_escape_drops_the_parcel(slip: ArrivalSlip) -> None:
    told: list[str] = []
    slip.shelf_asked.connect(lambda: told.append("shelf"))
    slip.dropped.connect(lambda: told.append("dropped"))
    slip.begin("YT1", ONE)
    QTest.keyClicks(slip.tail, "/")
    QTest.keyClick(slip.tail, Qt.Key.Key_Escape)
    assert told == ["shelf", "dropped"]
    assert not slip.is_begun
