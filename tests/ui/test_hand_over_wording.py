"""What each outcome of a scan says: every one has words, a colour, and tells what to do."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.handover_list import PutOn, PutOnOutcome
from outlet_app.errors import Fault, FaultKind, HistoryBroken, InvalidDraft
from outlet_app.ui import hand_over_wording, languages
from outlet_app.ui.languages import Language
from outlet_app.ui.message_bar import MessageKind
from tests.ui.handing_over import a_list, an_item, named

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

NUMBER = "YT8800000000001"
LEFT = datetime(2026, 11, 21, 8, 30, tzinfo=UTC)


def told(outcome: PutOnOutcome) -> hand_over_wording.Verdict:
    put_on = PutOn(outcome, NUMBER, a_list(37), None, "zto", LEFT)
    return hand_over_wording.verdict(put_on, "yto", named)


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("outcome", list(PutOnOutcome))
def test_every_outcome_names_the_parcel_and_says_one_sentence_in_both_languages(
    speaking: QApplication, outcome: PutOnOutcome, language: Language
) -> None:
    languages.speak(speaking, language)
    verdict = told(outcome)
    assert NUMBER in verdict.headline
    assert verdict.advice
    assert "{" not in verdict.headline + verdict.advice
    assert (verdict.kind is MessageKind.GOOD) == (outcome is PutOnOutcome.ON)


def test_what_was_put_on_says_how_many_there_are_now(speaking: QApplication) -> None:
    assert speaking
    assert told(PutOnOutcome.ON).advice == "37 for YTO Express."


def test_a_parcel_of_another_carrier_is_refused_with_that_carriers_name(speaking: QApplication) -> None:
    assert speaking
    verdict = told(PutOnOutcome.OTHER_CARRIER)
    assert verdict.kind is MessageKind.BAD
    assert verdict.headline == f"{NUMBER} belongs to ZTO Express"


def test_what_has_left_says_when_on_the_outlets_clock(speaking: QApplication) -> None:
    assert speaking
    assert "2026-11-21 16:30" in told(PutOnOutcome.HAS_LEFT).advice


def test_a_scan_without_a_number_leaves_no_gap_in_the_words(speaking: QApplication) -> None:
    assert speaking
    verdict = hand_over_wording.verdict(PutOn(PutOnOutcome.NOT_OURS), "yto", named)
    assert verdict.headline == "Not a parcel of this outlet"


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_what_happens_to_a_list_has_its_colour_and_its_words(speaking: QApplication, language: Language) -> None:
    languages.speak(speaking, language)
    told = (
        hand_over_wording.closed(a_list(36), named),
        hand_over_wording.taken_off(an_item(1)),
        hand_over_wording.not_put_on(HistoryBroken(7)),
        hand_over_wording.not_closed(HistoryBroken(7)),
    )
    assert [verdict.kind for verdict in told] == [
        MessageKind.GOOD,
        MessageKind.WARN,
        MessageKind.BAD,
        MessageKind.BAD,
    ]
    assert len({verdict.headline for verdict in told}) == 4
    assert all(verdict.headline.isascii() == (language is Language.ENGLISH) for verdict in told)
    assert all(verdict.advice and "{" not in verdict.headline for verdict in told)


def test_what_is_no_number_is_told_as_such_and_what_to_scan_instead() -> None:
    said = hand_over_wording.not_put_on(InvalidDraft((Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER),)))
    assert (said.kind, said.headline) == (MessageKind.BAD, "No waybill number")
    assert said.advice.startswith("Scan the bars")
