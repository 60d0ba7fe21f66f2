"""How cards and lines are drawn: money stands out, what has left is grey, nothing runs over its neighbour."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QRect

from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.ui import theme
from outlet_app.ui.card_painters import CARD_PX, GAP_PX, LINE_PX
from outlet_app.ui.find_cards import FindCards
from outlet_app.ui.theme import Token
from tests.ui.test_find_cards import WAITING

if TYPE_CHECKING:
    from PySide6.QtGui import QImage
    from pytestqt.qtbot import QtBot


def _drawn(qtbot: QtBot, *, in_lines: bool, width: int = 0, **changes: object) -> tuple[QImage, QRect]:
    cards = FindCards(lambda _: 3, in_lines=in_lines)
    qtbot.addWidget(cards)
    cards.resize(width or (800 if in_lines else 380), 200)
    cards.show()
    cards.show_rows((WAITING.__class__(**{**_fields(), **changes}),))
    return cards.viewport().grab().toImage(), cards.visualRect(cards.rows.index(0))


def _fields() -> dict[str, object]:
    return {name: getattr(WAITING, name) for name in WAITING.__slots__}


def _has(picture: QImage, room: QRect, token: Token) -> bool:
    ink = theme.colour(token)
    return any(
        picture.pixelColor(x, y) == ink
        for x in range(room.left(), room.right())
        for y in range(room.top(), room.bottom())
    )


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("in_lines", [False, True])
def test_money_that_is_due_stands_out_and_nothing_else_does(qtbot: QtBot, *, in_lines: bool) -> None:
    picture, room = _drawn(qtbot, in_lines=in_lines)
    assert _has(picture, room, Token.WARN)
    picture, room = _drawn(qtbot, in_lines=in_lines, cod_fen=0, collect_fen=0)
    assert not _has(picture, room, Token.WARN)


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("in_lines", [False, True])
def test_what_has_left_is_grey(qtbot: QtBot, *, in_lines: bool) -> None:
    gone = {"state": ParcelState.COLLECTED, "left_at": WAITING.arrived_at}
    picture, room = _drawn(qtbot, in_lines=in_lines, **gone)
    figure = (
        QRect(room.left() + 10, room.top() + 4, 100, room.height() - 8) if in_lines else room.adjusted(250, 8, -12, -8)
    )
    assert not _has(picture, figure, Token.TEXT)
    assert _has(picture, figure, Token.MUTED)


@pytest.mark.usefixtures("speaking")
def test_a_line_is_one_line_high_and_a_card_two(qtbot: QtBot) -> None:
    assert _drawn(qtbot, in_lines=True)[1].height() == LINE_PX
    assert _drawn(qtbot, in_lines=False)[1].height() == CARD_PX + GAP_PX


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("width", [300, 400, 480, 800])
def test_in_a_narrow_list_nothing_stands_over_the_number(qtbot: QtBot, width: int) -> None:
    picture, room = _drawn(qtbot, in_lines=True, width=width)
    number = QRect(room.left() + 126, room.top() + 4, 160, room.height() - 8)
    assert _has(picture, number, Token.TEXT)
    assert not _has(picture, number & picture.rect(), Token.MUTED)
