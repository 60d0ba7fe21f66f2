"""The bar that says which waybill is put right."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.ui import languages
from outlet_app.ui.correction_banner import CorrectionBanner
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NUMBER, UNTIL = "YT8800000000001", datetime(2026, 11, 22, 1, 40, tzinfo=UTC)


@pytest.fixture
def banner(qtbot: QtBot, speaking: object) -> CorrectionBanner:
    assert speaking
    made = CorrectionBanner()
    qtbot.addWidget(made)
    made.resize(900, 46)
    return made


def test_the_bar_is_not_there_until_a_waybill_is_put_right(banner: CorrectionBanner) -> None:
    assert banner.isHidden()
    banner.retranslate()
    assert banner.what.text() == ""


def test_the_bar_says_the_number_and_until_when(banner: CorrectionBanner) -> None:
    banner.show_waybill(NUMBER, UNTIL)
    assert banner.isVisible()
    assert banner.what.text() == "Putting YT8800000000001 right"
    assert "09:40" in banner.how.text()


def test_the_button_gives_up(banner: CorrectionBanner, qtbot: QtBot) -> None:
    banner.show_waybill(NUMBER, UNTIL)
    with qtbot.waitSignal(banner.given_up):
        QTest.mouseClick(banner.give_up, Qt.MouseButton.LeftButton)


def test_the_bar_speaks_the_language_of_the_screen(banner: CorrectionBanner, speaking: QApplication) -> None:
    banner.show_waybill(NUMBER, UNTIL)
    languages.speak(speaking, Language.CHINESE)
    QApplication.sendPostedEvents(None, QEvent.Type.LanguageChange)
    assert banner.what.text() == "正在改单 YT8800000000001"
    assert banner.give_up.text().startswith("不改了")
