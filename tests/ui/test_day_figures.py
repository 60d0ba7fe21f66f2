"""Five figures of a day."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.day_account import Traffic
from outlet_app.ui import languages
from outlet_app.ui.day_figures import DayFigures
from outlet_app.ui.languages import Language

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def test_each_figure_stands_over_its_word_in_the_language_of_the_screen(qtbot: QtBot, speaking: QApplication) -> None:
    figures = DayFigures()
    qtbot.addWidget(figures)
    figures.show_traffic(Traffic(300, 290, 280, 295, 12))
    assert [figure.text() for figure in figures.figures] == ["300", "290", "280", "295", "12"]
    assert [caption.text() for caption in figures.captions] == [
        "accepted",
        "arrived",
        "given out",
        "handed over",
        "odd cases",
    ]
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: [caption.text() for caption in figures.captions][3:] == ["交接", "异常件"])
