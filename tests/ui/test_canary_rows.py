"""The rows of an owner's canaries."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QApplication

from outlet_app.domain.canaries import Canary
from outlet_app.services.canaries import CanaryState, CanaryView
from outlet_app.ui.canary_rows import CanaryRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

AT = datetime(2026, 11, 22, 1, 30, tzinfo=UTC)


def view(place: int, note: str = "") -> CanaryView:
    return CanaryView(Canary(bytes([place]) * 16, AT, place, note), CanaryState.GONE, None)


@pytest.fixture
def rows(qtbot: QtBot, speaking: QApplication) -> CanaryRows:
    assert speaking
    made = CanaryRows()
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    return made


def test_rows_open_no_window_of_their_own_and_an_empty_note_takes_no_room(rows: CanaryRows) -> None:
    rows.show_canaries((view(1, "shelf B"), view(2)))
    assert [each for each in QApplication.topLevelWidgets() if each.isVisible()] == [rows]
    assert [row.note.isHidden() for row in rows.rows] == [False, True]
    assert not rows.empty.isVisible()


def test_the_keys_stay_at_the_place_from_which_one_was_taken_off(rows: CanaryRows) -> None:
    asked: list[bytes] = []
    rows.take_off_asked.connect(asked.append)
    rows.show_canaries((view(1), view(2), view(3)))
    rows.rows[2].take_off.setFocus()
    rows.rows[2].take_off.click()
    assert asked == [bytes([3]) * 16]
    rows.show_canaries((view(1), view(2)))
    assert rows.rows[1].take_off.hasFocus()
    rows.show_canaries(())
    assert rows.empty.isVisible()
