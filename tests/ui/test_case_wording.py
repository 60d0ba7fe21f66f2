"""Every odd case and every reason has its words in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.waybill_cases import CancelReason, CaseKind, LossReason
from outlet_app.ui import case_wording, languages
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication


@pytest.mark.parametrize("language", [Language.ENGLISH, Language.CHINESE])
def test_no_case_and_no_reason_is_without_words(speaking: QApplication, language: Language) -> None:
    languages.speak(speaking, language)
    told = [
        words(kind)
        for kind in CaseKind
        for words in (case_wording.case_name, case_wording.case_verb, case_wording.case_story)
    ]
    told += [case_wording.reason_name(reason) for kind in (CancelReason, LossReason) for reason in kind]
    told += [case_wording.done_words(kind, "YT1", 0) for kind in CaseKind]
    assert all(told)
    assert len(set(told)) == len(told)
    assert all(text.isascii() for text in told) == (language is Language.ENGLISH)


def test_money_that_is_to_be_given_back_is_named(speaking: QApplication) -> None:
    assert speaking
    assert case_wording.done_words(CaseKind.CANCEL, "YT1", 1250) == "YT1 is cancelled: give ¥12.50 back"
