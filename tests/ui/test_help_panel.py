"""Tests of the short help."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel

from outlet_app.ui import languages
from outlet_app.ui.help_panel import HelpPanel
from outlet_app.ui.languages import Language
from outlet_app.ui.navigation import PageName

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot


def _words(panel: HelpPanel) -> str:
    return "\n".join(label.text() for label in panel.findChildren(QLabel) if not label.isHidden())


@pytest.mark.parametrize("page", PageName)
def test_every_page_has_a_help_in_every_language(page: PageName, speaking: QApplication, qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.explain(page)
    panel.show()
    english = {line for line in _words(panel).splitlines() if " " in line and line.endswith(".")}
    assert "Close this help." in english
    assert len(english) > 3
    languages.speak(speaking, Language.CHINESE)
    qtbot.waitUntil(lambda: "关闭帮助。" in _words(panel))
    assert not english & set(_words(panel).splitlines())


@pytest.mark.parametrize("page", PageName)
@pytest.mark.usefixtures("speaking")
def test_a_low_window_gets_a_help_that_scrolls(page: PageName, qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.explain(page)
    assert panel.minimumSizeHint().height() < 150 < panel.sizeHint().height()


@pytest.mark.usefixtures("speaking")
def test_escape_closes_the_help_and_other_keys_do_not(qtbot: QtBot) -> None:
    panel = HelpPanel()
    qtbot.addWidget(panel)
    panel.explain(PageName.ACCEPT)
    panel.show()
    qtbot.keyClick(panel, Qt.Key.Key_A)
    assert panel.isVisible()
    qtbot.keyClick(panel, Qt.Key.Key_Escape)
    assert not panel.isVisible()
