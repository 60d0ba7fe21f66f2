"""Buttons side by side, in as many rows as they need."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from outlet_app.ui.button_rows import ButtonRows

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


class Row:
    """Three buttons in a page."""

    def __init__(self, qtbot: QtBot) -> None:
        self.page = QWidget()
        self.buttons = [QPushButton(words) for words in ("Put it right", "Another shelf", "Print it again")]
        self.rows = ButtonRows(self.buttons)
        column = QVBoxLayout(self.page)
        column.addWidget(self.rows)
        column.addStretch(1)
        qtbot.addWidget(self.page)
        self.page.resize(900, 200)
        self.page.show()

    def count(self) -> int:
        return len({button.y() for button in self.buttons if not button.isHidden()})

    def are_whole(self) -> bool:
        shown = [button for button in self.buttons if not button.isHidden()]
        return all(
            button.width() >= button.sizeHint().width() and self.rows.rect().contains(button.geometry())
            for button in shown
        )


@pytest.fixture
def row(qtbot: QtBot, speaking: object) -> Row:
    assert speaking
    return Row(qtbot)


def test_they_stand_in_one_row_where_there_is_room_and_one_above_the_other_at_the_narrowest(
    row: Row, qtbot: QtBot
) -> None:
    qtbot.waitUntil(lambda: row.count() == 1 and row.are_whole())
    row.page.resize(row.page.minimumSizeHint().width(), 300)
    qtbot.waitUntil(lambda: row.count() == 3 and row.are_whole())


def test_longer_words_and_one_less_are_fitted_at_once(row: Row, qtbot: QtBot) -> None:
    row.page.resize(sum(button.sizeHint().width() for button in row.buttons) + 60, 300)
    qtbot.waitUntil(lambda: row.count() == 1)
    row.buttons[0].setText("Put what stands here right, as it should have been from the beginning")
    qtbot.waitUntil(lambda: row.count() > 1 and row.are_whole())
    row.buttons[0].hide()
    qtbot.waitUntil(lambda: row.count() == 1 and row.are_whole())
