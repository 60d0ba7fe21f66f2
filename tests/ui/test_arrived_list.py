"""The list of arrivals: what each offers, pages, and the way back; the page of arrivals tries it whole."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from outlet_app.domain.arrived_parcel import ArrivalDraft, ArrivedParcel
from outlet_app.ui.arrived_list import ArrivalAction, ArrivedList
from tests.outlets import make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks

NUMBER = "YT8899000000001"


@pytest.fixture(scope="module")
def chen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = make_outlet(tmp_path_factory.mktemp("outlet")).chen()
    yield services
    services.session.store.close()


@pytest.fixture
def shown(chen: Services, tasks: Tasks, speaking: object, qtbot: QtBot) -> ArrivedList:
    assert speaking
    made = ArrivedList(chen.arrivals, tasks)
    qtbot.addWidget(made)
    made.show()
    made.refresh()
    qtbot.waitUntil(tasks.is_idle)
    return made


def test_an_empty_list_says_what_will_stand_there_and_offers_nothing(shown: ArrivedList) -> None:
    assert shown.empty.isVisible()
    assert not any(button.isEnabled() for button in shown.buttons.values())


def test_what_stands_on_its_shelf_offers_everything(
    shown: ArrivedList, chen: Services, tasks: Tasks, qtbot: QtBot
) -> None:
    chen.arrivals.register(ArrivalDraft(number=NUMBER, carrier="yto", tail="1234", shelf="15-1"), None)
    asked: list[tuple[ArrivalAction, ArrivedParcel]] = []
    moved: list[tuple[ArrivedParcel, str]] = []
    shown.asked.connect(lambda action, parcel: asked.append((action, parcel)))
    shown.move_asked.connect(lambda parcel, shelf: moved.append((parcel, shelf)))
    shown.refresh()
    qtbot.waitUntil(tasks.is_idle)
    for button in shown.buttons.values():
        button.click()
    assert [action for action, _ in asked] == [ArrivalAction.CORRECT, ArrivalAction.PRINT, ArrivalAction.UNDO]
    assert not shown.buttons[ArrivalAction.CORRECT].isVisible()
    QTest.keyClicks(shown.question.text, "a3")
    QTest.keyClick(shown.question.text, Qt.Key.Key_Return)
    assert [(parcel.number, shelf) for parcel, shelf in moved] == [(NUMBER, "A3")]
    assert shown.buttons[ArrivalAction.CORRECT].isVisible()


def test_another_page_has_its_own_title_and_a_way_back(shown: ArrivedList, tasks: Tasks, qtbot: QtBot) -> None:
    left: list[bool] = []
    shown.left.connect(lambda: left.append(True))
    titles = set()
    for days in (1, 3, 0):
        shown.show_waiting(days)
        qtbot.waitUntil(tasks.is_idle)
        titles.add(shown.heading.text())
        assert shown.back.isVisible()
    assert len(titles) == 3
    QTest.keyClick(shown, Qt.Key.Key_Escape)
    qtbot.waitUntil(tasks.is_idle)
    assert not shown.back.isVisible()
    assert left == [True]
