"""The words of revealing."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.limits import DEFAULTS, LimitName
from outlet_app.domain.reckoning import Share
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.services.allowance import Left
from outlet_app.ui import languages, reveal_wording
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication

_NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)


def _left(*, lifted: bool = False, suspended: bool = False, **changed: Share) -> Left:
    shares = {name: Share(limit, limit) for name, limit in DEFAULTS.items()}
    shares |= {LimitName(name): share for name, share in changed.items()}
    return Left(shares, lifted, suspended)


@pytest.mark.parametrize("language", list(Language), ids=str)
def test_every_field_and_reason_has_words_in_the_language_of_the_screen(
    speaking: QApplication, language: Language
) -> None:
    languages.speak(speaking, language)
    words = [reveal_wording.part_name(field) for field in RevealField]
    words += [reveal_wording.owner_name(field) for field in RevealField]
    words += [reveal_wording.reason_name(reason) for reason in RevealReason]
    assert all(words)
    assert all(word.isascii() is (language is Language.ENGLISH) for word in words)
    whole = [reveal_wording.owner_name(field) + reveal_wording.part_name(field) for field in RevealField]
    assert len(set(whole)) == len(RevealField)


@pytest.mark.parametrize(
    ("left", "by_label", "words"),
    [
        (_left(), True, "Left: 10 this hour, 40 today"),
        (_left(scan_reveals_hour=Share(3, 10)), True, "Left: 3 this hour, 40 today"),
        (_left(scan_reveals_day=Share(2, 40)), True, "Left: 2 this hour, 2 today"),
        (_left(outlet_reveals_day=Share(5, 120)), True, "Left: 5 this hour, 5 today"),
        (_left(scan_reveals_hour=Share(0, 10, _NOON)), True, "Used up until 12:00"),
        (_left(owner_reveals_day=Share(0, 10, _NOON)), True, "Left: 10 this hour, 40 today"),
        (_left(), False, "Left without a label: 10 today"),
        (_left(outlet_reveals_day=Share(1, 120)), False, "Left without a label: 1 today"),
        (_left(owner_reveals_day=Share(0, 10, _NOON)), False, "Used up until 12:00"),
        (_left(scan_reveals_hour=Share(0, 10, _NOON)), False, "Left without a label: 10 today"),
        (_left(lifted=True, scan_reveals_hour=Share(0, 10, _NOON)), True, "No limit today: the owner lifted it"),
        (_left(suspended=True, lifted=True), True, "Suspended: the owner can lift it"),
    ],
)
def test_what_is_left_is_said_for_the_way_it_is_opened(
    speaking: QApplication, left: Left, words: str, *, by_label: bool
) -> None:
    del speaking  # asked for, so that it speaks English
    assert reveal_wording.left_sentence(left, by_label=by_label) == words
