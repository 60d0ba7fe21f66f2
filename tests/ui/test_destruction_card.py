"""The destruction record on the screen."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.erasing import ErasingOrdered, Second
from outlet_app.services.retention import Destruction
from outlet_app.ui.destruction_card import MOST_SHOWN, DestructionCard

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def record(second: Second = Second.SHEET, left: int = 0) -> Destruction:
    second_id = b"w" * 16 if second is Second.OWNER else b""
    said = ErasingOrdered(NOON, NOON, 30, b"c" * 16, second, second_id, NOON)
    return Destruction(said, "林涛", "王芳" if second_id else "", left)


@pytest.mark.parametrize(
    ("second", "words"),
    [
        (Second.OWNER, "confirmed by 王芳"),
        (Second.SHEET, "confirmed by the recovery sheet"),
        (Second.WAIT, "confirmed by a wait of 24 hours"),
    ],
)
def test_a_line_says_when_who_how_many_of_which_days_and_what_confirmed(
    qtbot: QtBot, second: Second, words: str
) -> None:
    card = DestructionCard()
    qtbot.addWidget(card)
    card.show_records((record(second),))
    told = "2026-11-22 12:00  林涛 erased the details of 30 waybills, accepted 2026-11-22 to 2026-11-22; "
    assert card.lines.text() == told + words


def test_what_is_left_is_told_and_only_the_newest_orders_stand_there(qtbot: QtBot) -> None:
    card = DestructionCard()
    qtbot.addWidget(card)
    card.show_records((record(left=7), *[record()] * MOST_SHOWN))
    lines = card.lines.text().splitlines()
    assert len(lines) == MOST_SHOWN
    assert lines[0].endswith("(still to be erased: 7)")
    assert "still" not in lines[1]
