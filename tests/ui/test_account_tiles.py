"""Tests of the tiles with a person's keys and clicks."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.services import Tile
from outlet_app.ui.account_tiles import AccountTiles, initials

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

_PEOPLE = tuple(
    Tile(bytes([place]) * 16, name) for place, name in enumerate(["王店主", "陈伟", "林芳", "Li Na", "欧阳"])
)


@pytest.fixture
def tiles(qtbot: QtBot, speaking: object) -> AccountTiles:
    assert speaking
    shown = AccountTiles()
    qtbot.addWidget(shown)
    shown.show_people(_PEOPLE)
    shown.show()
    qtbot.waitExposed(shown)
    shown.take_focus()
    return shown


@pytest.mark.parametrize(
    ("name", "letters"),
    [
        ("陈伟", "陈伟"),
        ("王店主", "店主"),
        ("阿卜杜拉·麦麦提", "麦提"),
        ("Li Na", "LN"),
        ("li", "L"),
        ("Ana Maria Lu", "AM"),
        ("", ""),
    ],
)
def test_initials_are_what_a_colleague_would_write(name: str, letters: str) -> None:
    assert initials(name) == letters


def _focused(tiles: AccountTiles) -> str:
    return next(tile.person for tile in tiles.tiles if tile.hasFocus())


def test_arrows_walk_between_tiles_and_stop_at_the_edge(tiles: AccountTiles, qtbot: QtBot) -> None:
    walk = []
    for key in (
        Qt.Key.Key_Left,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
        Qt.Key.Key_Down,
        Qt.Key.Key_Up,
        Qt.Key.Key_Right,
        Qt.Key.Key_Down,
    ):
        qtbot.keyClick(next(tile for tile in tiles.tiles if tile.hasFocus()), key)
        walk.append(_focused(tiles))
    assert walk == ["王店主", "陈伟", "欧阳", "欧阳", "陈伟", "林芳", "林芳"]


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_enter_and_space_choose_the_person(tiles: AccountTiles, qtbot: QtBot, key: Qt.Key) -> None:
    with qtbot.waitSignal(tiles.chosen) as told:
        qtbot.keyClick(tiles.tiles[0], key)
    assert told.args == [_PEOPLE[0].account_id]


def test_one_person_is_chosen_at_a_time(tiles: AccountTiles, qtbot: QtBot) -> None:
    assert tiles.chosen_tile is None
    qtbot.mouseClick(tiles.tiles[1], Qt.MouseButton.LeftButton)
    tiles.choose(_PEOPLE[3].account_id)
    assert [tile.isChecked() for tile in tiles.tiles] == [False, False, False, True, False]


def test_new_people_take_the_place_of_the_old(tiles: AccountTiles) -> None:
    tiles.show_people(_PEOPLE[:2])
    assert [tile.accessibleName() for tile in tiles.tiles] == ["王店主", "陈伟"]
    assert tiles.chosen_tile is None


def test_a_long_name_is_shortened_and_still_told_to_a_reader(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    tiles = AccountTiles()
    qtbot.addWidget(tiles)
    name = "买买提·" * 10
    tiles.show_people((Tile(bytes(16), name),))
    tiles.show()
    assert tiles.tiles[0].width() == 192
    assert tiles.tiles[0].accessibleName() == name
    assert not tiles.grab().isNull()
