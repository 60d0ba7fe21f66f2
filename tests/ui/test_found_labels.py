"""Labels of a waybill that was found, over a real outlet with a tray for a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.ui.found_labels import FoundLabels
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.ui.conftest import LONG_MS
from tests.ui.counter import make_model

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


class Desk:
    """Labels go to `printer`; what is told."""

    def __init__(self, services: Services, tray: Path, tasks: Tasks) -> None:
        self.services, self.tray = services, tray
        self.printer: Printer | None = printing.tray(tray)
        self.labels = FoundLabels(services.printing_desk, lambda: self.printer, tasks, tasks)
        self.messages: list[tuple[str, str]] = []
        self.recorded: list[bool] = []
        self.labels.message.connect(lambda kind, text: self.messages.append((kind, text)))
        self.labels.recorded.connect(lambda: self.recorded.append(True))


@pytest.fixture
def desk(tmp_path: Path, tasks: Tasks, speaking: object, qtbot: QtBot) -> Iterator[Desk]:
    assert speaking
    model = make_model(tmp_path)
    services = model.outlet.chen()
    yield Desk(services, model.tray, tasks)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    tasks.run(Lane.DATA, services.session.sign_out, tasks, lambda _: None)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)


def test_a_label_is_printed_once_more_and_told_when_it_is_out(desk: Desk, qtbot: QtBot) -> None:
    accepted = desk.services.entry.accept(draft(), None)
    assert desk.labels.has_printer
    assert desk.labels.may_be_put_right(accepted.record_id)
    assert not desk.labels.may_be_put_right(bytes(16))
    desk.labels.print_again(accepted.record_id, accepted.number)
    qtbot.waitUntil(lambda: bool(desk.recorded), timeout=LONG_MS)
    assert desk.messages == [("good", f"Label of {accepted.number} printed")]
    assert [path.stem for path in desk.tray.glob("*.pdf")] == [accepted.number]


def test_without_a_printer_nothing_is_taken_and_what_to_do_is_said(desk: Desk) -> None:
    accepted = desk.services.entry.accept(draft(), None)
    desk.printer = None
    assert not desk.labels.has_printer
    desk.labels.print_again(accepted.record_id, accepted.number)
    assert desk.messages == [("warn", "Choose a printer under Accept first.")]


def test_of_a_new_label_it_is_said_that_the_old_one_opens_nothing_any_more(desk: Desk, qtbot: QtBot) -> None:
    accepted = desk.services.entry.accept(draft(), desk.printer)
    assert accepted.job is not None
    desk.labels.print_new(accepted.job)
    qtbot.waitUntil(lambda: bool(desk.recorded), timeout=LONG_MS)
    assert desk.messages[0][0] == "warn"
    assert "tear up the old one" in desk.messages[0][1]
