"""Shelf labels on their way: what is told of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.arrived_parcel import ArrivalDraft
from outlet_app.printing import Trouble
from outlet_app.ui.preferences import PrinterUse
from outlet_app.ui.printer_choice import PrinterChoice
from outlet_app.ui.shelf_prints import ShelfPrints
from tests.outlets import make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

NUMBER = "YT8899000000001"


@pytest.fixture(scope="module")
def chen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Services]:
    services = make_outlet(tmp_path_factory.mktemp("outlet")).chen()
    yield services
    services.session.store.close()


@pytest.fixture
def prints(chen: Services, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot) -> ShelfPrints:
    assert speaking
    choice = PrinterChoice(chen.printing_desk, tasks, preferences, PrinterUse.SHELF_LABELS)
    qtbot.addWidget(choice)
    qtbot.waitUntil(tasks.is_idle)
    choice.offer(())
    return ShelfPrints(chen.arrivals, chen.printing_desk, choice, tasks, choice)


def test_a_label_is_told_only_when_somebody_asked_for_it(
    prints: ShelfPrints, chen: Services, tasks: Tasks, tmp_path: Path, qtbot: QtBot
) -> None:
    told: list[tuple[str, str]] = []
    prints.message.connect(lambda kind, text: told.append((kind, text)))
    draft = ArrivalDraft(number=NUMBER, carrier="yto", tail="1234", shelf="15-1")
    arrived = chen.arrivals.register(draft, printing.tray(tmp_path))
    prints.start(arrived.job)
    prints.start(None)
    qtbot.waitUntil(tasks.is_idle)
    assert (tmp_path / f"{NUMBER}.pdf").is_file()
    assert told == []
    prints.again(arrived.parcel.record_id, NUMBER)
    assert told == [("warn", "Choose a printer for shelf labels first.")]
    prints.printer.offer((printing.tray(tmp_path),))
    prints.printer.choice.setCurrentIndex(0)
    prints.printer.choice.activated.emit(0)
    prints.again(arrived.parcel.record_id, NUMBER)
    qtbot.waitUntil(tasks.is_idle)
    assert told[-1] == ("good", f"Shelf label of {NUMBER} printed")


def test_a_label_that_waits_at_the_printer_says_why(prints: ShelfPrints) -> None:
    told: list[tuple[str, str]] = []
    prints.message.connect(lambda kind, text: told.append((kind, text)))
    prints._run.held_up.emit(NUMBER, frozenset({Trouble.NO_PAPER}))
    assert told[0][0] == "warn"
    assert "it has no paper" in told[0][1]
