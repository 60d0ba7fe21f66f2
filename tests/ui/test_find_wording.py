"""The words of 查找, each in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.gap import Gap, Sight
from outlet_app.domain.limits import LimitName
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.services.allowance import Left, Share
from outlet_app.ui import find_wording, languages
from outlet_app.ui.languages import Language
from tests.builders import draft
from tests.ui.finding import AT, found_waybill

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("state", WaybillState)
def test_every_state_has_words_in_both_languages(speaking: QApplication, state: WaybillState) -> None:
    english = find_wording.state_name(state)
    languages.speak(speaking, Language.CHINESE)
    assert find_wording.state_name(state) != english


def test_what_is_missing_is_told_with_number_time_and_by_what_it_was_seen(speaking: object) -> None:
    assert speaking
    gap = Gap(42, 7, 0, AT, (Sight.LABEL, Sight.NEAR))
    assert find_wording.gap_words(gap) == (
        "Missing or changed: at least 7 acts after 2026-11-22 09:30, from act 42 on.",
        "It was seen by a scanned label, the note kept beside the database.",
    )


def test_a_record_without_one_sure_act_and_single_odd_waybills_are_told_as_such(speaking: object) -> None:
    assert speaking
    assert find_wording.gap_words(Gap(1, 9, 0, None, (Sight.CHAIN,)))[0] == "No act is beyond doubt (at least 9)."
    odd = find_wording.gap_words(Gap(0, 0, 2, None, (Sight.ROW,)))
    assert odd[0] == "Waybills that are not what was recorded: 2."
    assert odd[1] == "It was seen by a waybill that is not what was recorded."


@pytest.mark.parametrize("sight", Sight)
def test_every_sight_has_words_in_both_languages(speaking: QApplication, sight: Sight) -> None:
    gap = Gap(1, 1, 0, AT, (sight,))
    english = find_wording.gap_words(gap)[1]
    languages.speak(speaking, Language.CHINESE)
    assert find_wording.gap_words(gap)[1] != english


def test_what_is_left_is_told_and_a_suspension_before_everything_else(speaking: object) -> None:
    assert speaking
    shares = {LimitName.LOOK_UPS_HOUR: Share(17, 300)}
    assert (
        find_wording.left_words(Left(shares, lifted=False, suspended=False))
        == "Look-ups by tail left this hour: 17 of 300"
    )
    assert find_wording.left_words(Left(shares, lifted=True, suspended=False)) == ""
    assert find_wording.left_words(Left({}, lifted=False, suspended=False)) == ""
    suspended = find_wording.left_words(Left(shares, lifted=False, suspended=True))
    assert suspended == "Look-ups by tail are suspended; numbers and scans go on."


def test_a_waybill_is_found_by_its_sender_only_where_the_recipient_has_another_tail() -> None:
    found = found_waybill()
    assert find_wording.is_found_by_sender(found, "00")
    assert not find_wording.is_found_by_sender(found, "8000")
    assert not find_wording.is_found_by_sender(found, "")


def test_a_moment_is_told_on_the_outlets_clock() -> None:
    assert find_wording.moment(AT + timedelta(hours=15)) == "2026-11-23 00:30"


def test_the_card_of_an_emptied_waybill_says_so_beside_its_place(speaking: object) -> None:
    assert speaking
    whole = found_waybill(draft())
    sender, recipient = (replace(each, name="", tail="") for each in (whole.masked.sender, whole.masked.recipient))
    emptied = replace(whole, masked=replace(whole.masked, sender=sender, recipient=recipient))
    words = find_wording.card_words(emptied)
    assert words.line == f"{recipient.city}{recipient.district}, name and phone emptied"
    assert words.figure == ""
