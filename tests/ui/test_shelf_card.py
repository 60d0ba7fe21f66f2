"""The current shelf: chosen once, kept on this PC, changed by one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.errors import FileReadOnly
from outlet_app.ui.preferences import Preferences
from outlet_app.ui.shelf_card import ShelfCard

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot


def _card(preferences: Preferences, qtbot: QtBot) -> ShelfCard:
    card = ShelfCard(preferences)
    qtbot.addWidget(card)
    card.show()
    return card


@pytest.mark.usefixtures("speaking")
def test_without_a_shelf_it_asks_for_one_and_keeps_it(preferences: Preferences, qtbot: QtBot) -> None:
    card = _card(preferences, qtbot)
    assert card.is_asking
    chosen: list[str] = []
    card.chosen.connect(chosen.append)
    QTest.keyClicks(card.text, "15-1")
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    assert chosen == ["15-1"]
    assert (card.name.text(), card.is_asking) == ("15-1", False)
    assert _card(preferences, qtbot).shelf == "15-1"


@pytest.mark.usefixtures("speaking")
def test_what_is_no_shelf_is_said_beneath_the_field(preferences: Preferences, qtbot: QtBot) -> None:
    card = _card(preferences, qtbot)
    for text in ("", "15-1-2-3"):
        card.text.setText(text)
        QTest.keyClick(card.text, Qt.Key.Key_Return)
        assert card.fault.text()
        assert card.is_asking
    QTest.keyClicks(card.text, "1")
    assert not card.fault.text()


@pytest.mark.usefixtures("speaking")
def test_escape_leaves_the_shelf_as_it_is_once_there_is_one(preferences: Preferences, qtbot: QtBot) -> None:
    preferences.keep(replace(preferences.choices, shelf="15-1"))
    card = _card(preferences, qtbot)
    card.change.click()
    assert card.text.text() == "15-1"
    QTest.keyClicks(card.text, "9")
    QTest.keyClick(card.text, Qt.Key.Key_Escape)
    assert (card.shelf, card.is_asking) == ("15-1", False)


@pytest.mark.usefixtures("speaking")
def test_a_shelf_that_cannot_be_written_down_holds_and_is_told(tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "state").touch()
    card = _card(Preferences(tmp_path / "state"), qtbot)
    told: list[object] = []
    card.not_kept.connect(told.append)
    QTest.keyClicks(card.text, "A3")
    QTest.keyClick(card.text, Qt.Key.Key_Return)
    assert card.shelf == "A3"
    assert isinstance(told[0], FileReadOnly)
