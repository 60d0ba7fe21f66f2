"""Tests of one change of keys: its pages, its way back, and what is left of its secrets."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.keys_consent import KeyChange, WarningPage
from outlet_app.ui.keys_flow import Begun, KeysFlow
from outlet_app.ui.setup_papers import CardPage, CardProofPage, SheetPage, SheetProofPage

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from tests.ui.equipping import Equipping


@pytest.fixture
def flow(equipping: Equipping, qtbot: QtBot) -> KeysFlow:
    keys = equipping.services.owner_keys
    made = KeysFlow(keys, Begun(KeyChange.SEED, seed=keys.draw_seed()), equipping.tasks)
    qtbot.addWidget(made)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    made.begin()
    equipping.settle()
    return made


def test_new_keys_are_asked_in_the_order_of_the_papers(flow: KeysFlow) -> None:
    kinds = [type(page) for page in flow.pages[:-1]]
    assert kinds == [WarningPage, CardPage, CardProofPage, SheetPage, SheetProofPage]
    assert flow.pages[-1] is flow.consent


def test_a_card_that_was_not_copied_is_shown_again_and_the_same(
    flow: KeysFlow, equipping: Equipping, qtbot: QtBot
) -> None:
    assert not flow.back.isVisible()
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    shown = flow.page
    assert isinstance(shown, CardPage)
    card = shown.lines.text()
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    assert shown.lines.text() == ""
    flow.take_scan(equipping.outlet.card)
    assert flow.page.fault.text().startswith("This is not what the card says.")
    qtbot.mouseClick(flow.back, Qt.MouseButton.LeftButton)
    assert shown.lines.text() == card
    equipping.settle()


def test_a_scan_of_the_new_card_proves_it(flow: KeysFlow, equipping: Equipping, qtbot: QtBot) -> None:
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    assert isinstance(flow.page, CardPage)
    card = "".join(flow.page.lines.text().split())
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    flow.take_scan(card)
    assert isinstance(flow.page, SheetPage)
    equipping.settle()


def test_dropping_takes_every_secret_off_the_screen(flow: KeysFlow, equipping: Equipping, qtbot: QtBot) -> None:
    dropped: list[bool] = []
    flow.dropped.connect(lambda: dropped.append(True))
    qtbot.mouseClick(flow.next, Qt.MouseButton.LeftButton)
    qtbot.mouseClick(flow.drop, Qt.MouseButton.LeftButton)
    assert dropped == [True]
    shown = flow.pages[1]
    assert isinstance(shown, CardPage)
    assert shown.lines.text() == ""
    equipping.settle()
