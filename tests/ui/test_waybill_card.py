"""The open waybill: its parts take turns, and what stands open is never in the way of another."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.services.find import LifeKind, LifeStep
from outlet_app.ui.case_form import CaseForm
from outlet_app.ui.new_label import NewLabel
from outlet_app.ui.reveal_panel import RevealPanel
from outlet_app.ui.terms_form import TermsForm
from outlet_app.ui.waybill_actions import Action, Obstacle
from outlet_app.ui.waybill_card import WaybillCard
from tests.builders import draft
from tests.ui.conftest import LONG_MS
from tests.ui.counter import CTRL
from tests.ui.finding import AT

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.ui.tasks import Tasks


@pytest.fixture
def found(services: Services) -> FoundWaybill:
    return services.find.open(services.entry.accept(draft(), None).record_id)


@pytest.fixture
def card(services: Services, found: FoundWaybill, tasks: Tasks, speaking: object, qtbot: QtBot) -> WaybillCard:
    assert speaking
    panel = RevealPanel(services.reveal, services.find.left, tasks)
    desk = services.printing_desk
    shown = WaybillCard(
        panel, TermsForm(services.entry, tasks), NewLabel(desk, tasks, lambda: None), CaseForm(services.cases, tasks)
    )
    qtbot.addWidget(shown)
    shown.resize(800, 560)
    shown.show()
    shown.activateWindow()
    qtbot.waitUntil(shown.isActiveWindow)
    shown.show_waybill(found, {}, in_hand=False)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    return shown


def test_a_form_takes_the_place_of_panel_life_and_actions_and_gives_it_back(
    card: WaybillCard, tasks: Tasks, qtbot: QtBot
) -> None:
    card.show_life((LifeStep(LifeKind.ACCEPTED, AT, "陈伟"),))
    qtbot.keyClick(card, Qt.Key.Key_T, CTRL)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert card.terms.isVisible()
    assert not any(part.isVisible() for part in (card.panel, card.life, card.action_row))
    card.show_life((LifeStep(LifeKind.ACCEPTED, AT, "陈伟"),))
    assert not card.life.isVisible()
    card.terms.given_up.emit()
    assert not card.terms.isVisible()
    assert all(part.isVisible() for part in (card.panel, card.life, card.action_row))


def test_another_waybill_closes_the_form_of_the_former(
    card: WaybillCard, found: FoundWaybill, tasks: Tasks, qtbot: QtBot
) -> None:
    qtbot.keyClick(card, Qt.Key.Key_N, CTRL)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert card.new_label.isVisible()
    card.show_waybill(found, {Action.NEW_CODE: Obstacle.NO_LABEL}, in_hand=False)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert not card.new_label.isVisible()
    assert card.found is found
    assert not card.action_row.buttons[Action.NEW_CODE].isEnabled()


def test_what_the_card_does_not_do_itself_is_asked_for(card: WaybillCard, found: FoundWaybill, qtbot: QtBot) -> None:
    with qtbot.waitSignal(card.asked) as asked:
        qtbot.keyClick(card, Qt.Key.Key_P, CTRL)
    assert asked.args == [Action.PRINT_AGAIN, found]


def test_a_card_that_nobody_waits_for_is_not_taken(card: WaybillCard) -> None:
    assert not card.take_card("OK1.ABCD.AAAAAAAAAAAAAAAAAAAAAAAAAA.AAAAAAAA")
