"""What the page says of a scanned code."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import LabelCodeRefused
from outlet_app.services.scans import ScanReport
from outlet_app.ui import find_wording, languages
from outlet_app.ui.languages import Language
from outlet_app.ui.scan_notice import ScanNotice
from tests.ui.finding import NUMBER

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

LABELS = tuple(outcome for outcome in ScanOutcome if outcome is not ScanOutcome.FITS)
SHEETS = (ScanOutcome.FITS, ScanOutcome.LOST_DAYS, ScanOutcome.MISFIT)


@pytest.fixture
def notice(qtbot: QtBot, speaking: object) -> ScanNotice:
    assert speaking
    shown = ScanNotice()
    qtbot.addWidget(shown)
    shown.resize(900, 60)
    return shown


def test_every_outcome_of_a_label_has_its_own_words_in_both_languages(speaking: QApplication) -> None:
    said: set[tuple[str, str]] = set()
    for language in Language:
        languages.speak(speaking, language)
        said |= {find_wording.outcome_words(ScanReport(outcome, NUMBER)) for outcome in LABELS}
        said |= {find_wording.outcome_words(ScanReport(outcome)) for outcome in SHEETS}
    assert len(said) == 2 * (len(LABELS) + len(SHEETS))
    assert all(headline and advice for headline, advice in said)


@pytest.mark.parametrize(
    ("outcome", "tone", "icon"),
    [
        (ScanOutcome.OPENS, "good", "done"),
        (ScanOutcome.CLOSED, "muted", "lock"),
        (ScanOutcome.NEWER_LABEL, "warn", "doubt"),
        (ScanOutcome.LOST_DAYS, "warn", "doubt"),
        (ScanOutcome.FOREIGN, "warn", "doubt"),
        (ScanOutcome.MISFIT, "bad", "fault"),
        (ScanOutcome.FITS, "good", "done"),
    ],
)
def test_an_outcome_is_told_by_colour_icon_and_words(
    notice: ScanNotice, outcome: ScanOutcome, tone: str, icon: str
) -> None:
    notice.tell(ScanReport(outcome, NUMBER if outcome in LABELS and outcome is not ScanOutcome.FOREIGN else ""))
    assert (notice.property("tone"), notice.icon.property("iconName")) == (tone, icon)
    assert notice.isVisible()
    assert notice.headline.text()


def test_a_parcel_of_lost_days_can_be_entered_again_and_no_other(notice: ScanNotice, qtbot: QtBot) -> None:
    notice.tell(ScanReport(ScanOutcome.LOST_DAYS, NUMBER))
    assert notice.again.isVisible()
    with qtbot.waitSignal(notice.again_asked) as asked:
        qtbot.mouseClick(notice.again, Qt.MouseButton.LeftButton)
    assert asked.args == [NUMBER]
    notice.tell(ScanReport(ScanOutcome.LOST_DAYS))
    assert not notice.again.isVisible()
    notice.tell(ScanReport(ScanOutcome.NEWER_LABEL, NUMBER))
    assert not notice.again.isVisible()


def test_a_code_that_cannot_be_judged_is_told_of_without_its_text(notice: ScanNotice) -> None:
    notice.tell_error(LabelCodeRefused())
    assert notice.headline.text() == "The scanned code could not be judged"
    assert notice.advice.text() == "This is no code of this program. Scan it again."
    assert notice.report is None


def test_it_can_be_put_away_and_says_nothing_then(notice: ScanNotice, qtbot: QtBot) -> None:
    notice.tell(ScanReport(ScanOutcome.OPENS, NUMBER))
    with qtbot.waitSignal(notice.put_away):
        qtbot.mouseClick(notice.dismiss, Qt.MouseButton.LeftButton)
    notice.clear()
    assert not notice.isVisible()
    assert notice.headline.text() == ""


def test_it_follows_a_change_of_language(notice: ScanNotice, speaking: QApplication, qtbot: QtBot) -> None:
    notice.tell(ScanReport(ScanOutcome.NEWER_LABEL, NUMBER))
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: notice.headline.text() == f"{NUMBER} 已有新面单")
