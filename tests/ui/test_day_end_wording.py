"""Money, what a drawer lacks, and gaps among numbers, in words."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.number_gaps import GapKind, NumberGap
from outlet_app.ui import day_end_wording, languages
from outlet_app.ui.languages import Language
from tests.ui.evening import RUN

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize(("fen", "told"), [(0, "¥0.00"), (1250, "¥12.50"), (-350, "−¥3.50"), (-5, "−¥0.05")])
def test_money_has_its_sign_before_the_currency(fen: int, told: str) -> None:
    assert day_end_wording.money(fen) == told


@pytest.mark.parametrize(("fen", "told"), [(0, "right to the fen"), (1, "¥0.01 too much"), (-3600, "¥36.00 missing")])
def test_what_is_missing_or_too_much_is_a_word_and_not_a_sign(speaking: QApplication, fen: int, told: str) -> None:
    assert speaking
    assert day_end_wording.difference(fen) == told


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
@pytest.mark.parametrize("kind", list(GapKind))
def test_every_kind_of_gap_has_words(speaking: QApplication, kind: GapKind, language: Language) -> None:
    languages.speak(speaking, language)
    words = day_end_wording.gap_words(NumberGap(kind, "YT1", "YT3", 3))
    assert "YT1" in words
    assert "{" not in words


def test_one_number_is_no_span(speaking: QApplication) -> None:
    assert speaking
    assert day_end_wording.gap_words(NumberGap(GapKind.VOID, "YT1", "YT1", 1)) == "void: YT1"
    assert day_end_wording.run_words(RUN) == "YT8800000000001 to YT8800000000028 (28)"
