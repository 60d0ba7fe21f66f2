"""What was begun and not finished stays in sight."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.ui.set_aside import SetAside

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

FIRST, SECOND = ArrivalDraft(number="YT1", tail="12"), ArrivalDraft(number="YT2")


@pytest.fixture
def aside(qtbot: QtBot, speaking: object) -> SetAside:
    assert speaking
    shown = SetAside()
    qtbot.addWidget(shown)
    return shown


def test_it_is_there_only_while_something_is_set_aside(aside: SetAside) -> None:
    assert aside.isHidden()
    aside.keep(FIRST)
    assert not aside.isHidden()
    assert "YT1  12__" in aside.words.text()
    aside.drop.click()
    assert aside.isHidden()


def test_the_last_one_goes_on_first_and_the_others_are_counted(aside: SetAside) -> None:
    resumed: list[ArrivalDraft] = []
    aside.resume_asked.connect(resumed.append)
    aside.keep(FIRST)
    aside.keep(SECOND)
    assert "And 1 more." in aside.words.text()
    aside.resume.click()
    aside.resume.click()
    assert resumed == [SECOND, FIRST]


def test_a_parcel_stands_there_once_and_goes_when_it_is_in_the_hand_again(aside: SetAside) -> None:
    aside.keep(FIRST)
    aside.keep(ArrivalDraft(number="YT1", tail="123"))
    assert aside.take("YT1") == ArrivalDraft(number="YT1", tail="123")
    assert aside.take("YT1") is None
    assert aside.isHidden()


def test_one_that_stands_on_a_shelf_already_is_not_unfinished(aside: SetAside) -> None:
    aside.keep(ArrivalDraft(number="YT1", carrier="yto"))
    assert not aside.drops("YT1", "zto")
    assert not aside.isHidden()
    assert aside.drops("YT1", "yto")
    assert aside.isHidden()
