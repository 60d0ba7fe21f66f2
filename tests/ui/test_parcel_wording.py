"""The words for arrived parcels, in both languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ArrivedParcel, ParcelState, RefusalReason
from outlet_app.ui import languages, parcel_wording
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)
PARCEL = ArrivedParcel(
    record_id=bytes(16),
    number="YT8899",
    carrier="yto",
    tail="1234",
    shelf="15-1",
    place=7,
    state=ParcelState.WAITING,
    cod_fen=0,
    collect_fen=0,
    waybill=None,
    arrived_at=AT,
    left_at=None,
)


@pytest.mark.parametrize("language", Language)
def test_every_state_and_reason_has_words_of_its_own(speaking: QApplication, language: Language) -> None:
    languages.speak(speaking, language)
    states = {parcel_wording.state_name(state) for state in ParcelState}
    reasons = {parcel_wording.reason_name(reason) for reason in RefusalReason}
    assert len(states) == len(ParcelState)
    assert len(reasons) == len(RefusalReason)
    assert all(words.isascii() is (language is Language.ENGLISH) for words in states | reasons)


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize(("days", "words"), [(0, "since today"), (1, "1 day"), (7, "7 days")])
def test_days_are_counted_in_words(days: int, words: str) -> None:
    assert parcel_wording.state_line(PARCEL, days) == f"Waiting · {words}"


@pytest.mark.usefixtures("speaking")
def test_what_is_on_a_list_or_gone_waits_no_longer() -> None:
    assert parcel_wording.state_line(replace(PARCEL, state=ParcelState.LISTED), 3) == "On a hand-over list"
    gone = replace(PARCEL, state=ParcelState.RETURNED, left_at=AT + timedelta(hours=1))
    assert parcel_wording.state_line(gone, 3) == "Given back to its carrier  11-22 10:30"


@pytest.mark.usefixtures("speaking")
def test_money_is_named_by_what_it_is_for_and_summed() -> None:
    both = replace(PARCEL, cod_fen=3000, collect_fen=850)
    assert parcel_wording.due_words(both) == "¥38.50"
    assert parcel_wording.due_lines(both) == "cash on delivery ¥30.00 + freight to collect ¥8.50"
    assert parcel_wording.due_lines(replace(PARCEL, collect_fen=5)) == "freight to collect ¥0.05"
    assert parcel_wording.due_words(PARCEL) == parcel_wording.due_lines(PARCEL) == ""


@pytest.mark.usefixtures("speaking")
def test_a_parcel_without_a_tail_says_so_where_nothing_can_be_asked() -> None:
    words = parcel_wording.card_words(replace(PARCEL, tail=""), 0, hides_tail=True)
    assert words.line == "YTO · no tail"


@pytest.mark.usefixtures("speaking")
def test_a_carrier_that_nobody_knows_is_named_by_its_code() -> None:
    assert parcel_wording.carrier_name("zzz") == "zzz"
