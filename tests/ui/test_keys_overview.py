"""Tests of how the owner's keys are shown."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.services.owner_keys import KeysState, OwnersCard
from outlet_app.services.wraps import WrapState
from outlet_app.ui.keys_overview import KeysOverview
from tests.ui.equipping import nameless

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

WANG, QIAN = OwnersCard(b"w" * 16, "王店主", has_card=True), OwnersCard(b"q" * 16, "钱店主", has_card=False)


@pytest.fixture
def overview(qtbot: QtBot, speaking: object) -> KeysOverview:
    assert speaking
    shown = KeysOverview()
    qtbot.addWidget(shown)
    shown.resize(900, 700)
    shown.show()
    return shown


def test_who_has_a_card_is_told_and_each_can_get_one(overview: KeysOverview, qtbot: QtBot) -> None:
    asked: list[object] = []
    overview.card_asked.connect(asked.append)
    overview.show_keys(KeysState((WANG, QIAN), datetime(2026, 11, 22, 1, 30, tzinfo=UTC)))
    assert [state.text() for state in overview._states] == ["has a card", "has no card yet"]
    assert [button.accessibleName() for button in overview.owners] == ["New card for 王店主", "New card for 钱店主"]
    assert overview.key_age.text() == "In force since 2026-11-22 09:30."
    qtbot.mouseClick(overview.owners[1], Qt.MouseButton.LeftButton)
    assert asked == [QIAN]
    assert not nameless(overview)


def test_a_sheet_that_opens_nothing_is_told_above_everything(overview: KeysOverview) -> None:
    overview.show_keys(KeysState((WANG,), None))
    assert not overview.sheet_card.isVisible()
    overview.show_keys(KeysState((WANG,), None, sheet_is_lost=True))
    assert overview.sheet_card.isVisible()
    assert overview.sheet_card.y() < overview.seed.mapTo(overview, overview.seed.rect().topLeft()).y()
    assert "your recovery sheet opens nothing any more" in overview.sheet.text()
    assert not nameless(overview)


def test_the_keys_stay_on_an_owners_button_when_it_is_shown_anew(overview: KeysOverview, qtbot: QtBot) -> None:
    overview.activateWindow()
    qtbot.waitUntil(overview.isActiveWindow)
    overview.show_keys(KeysState((WANG, QIAN), None))
    overview.owners[1].setFocus()
    overview.show_keys(KeysState((WANG, QIAN), None))
    assert overview.owners[1].hasFocus()


def test_how_far_the_waybills_are_is_told_and_whether_it_rests(overview: KeysOverview) -> None:
    assert not overview.moving_card.isVisible()
    overview.show_wraps(WrapState(True, True, 1200, 40000, ()))
    assert overview.moving_story.text().startswith("1,200 of 40,000 so far.")
    assert not overview.go_on.isVisible()
    assert not overview.seed.isEnabled()
    overview.show_wraps(WrapState(True, False, 1200, 40000, ()))
    assert "rests until you use your card" in overview.moving_story.text()
    assert overview.go_on.isVisible()
    overview.show_wraps(WrapState(False, False, 0, 40000, ()))
    assert not overview.moving_card.isVisible()
    assert overview.seed.isEnabled()


def test_waybills_that_do_not_open_are_named(overview: KeysOverview) -> None:
    assert not overview.odd_card.isVisible()
    overview.show_wraps(WrapState(False, False, 0, 2, ("YT1", "YT2")))
    assert overview.odd_card.isVisible()
    assert "YT1, YT2" in overview.odd.text()
