"""Tests of a test page's way to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QObject

from outlet_app import printing
from outlet_app.errors import NotPermitted, OutletError, PrinterUnavailable
from outlet_app.services import papers
from outlet_app.services.label_drawing import PLAIN_PAPER
from outlet_app.ui import trial_print
from outlet_app.ui.trial_print import TrialPrint
from tests import print_server

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks
    from tests.print_server import PrintServer


@pytest.fixture
def trial(tasks: Tasks, speaking: object) -> Iterator[TrialPrint]:
    assert speaking
    owner = QObject()
    made = TrialPrint(tasks, owner)
    yield made
    owner.deleteLater()


@pytest.fixture
def told(trial: TrialPrint) -> list[tuple[str, str]]:
    heard: list[tuple[str, str]] = []
    trial.told.connect(lambda kind, text: heard.append((kind, text)))
    return heard


def _page() -> bytes:
    return papers.ruler_page("counter", PLAIN_PAPER)


def _never(_: OutletError) -> None:
    raise AssertionError


def test_in_a_folder_the_page_is_out_at_once(
    trial: TrialPrint, told: list[tuple[str, str]], tmp_path: Path, qtbot: QtBot
) -> None:
    printer = printing.folder_printer(tmp_path)
    with qtbot.waitSignal(trial.ended, timeout=20_000):
        trial.begin(_page, printer, _never)
        trial.begin(_page, printer, _never)
    assert [path.name for path in tmp_path.iterdir()] == ["TEST.pdf"]
    assert told == [("good", f"Printing on {printer.name}…"), ("good", f"{printer.name} has printed it")]


def test_what_keeps_the_page_from_being_made_or_printed_is_handed_on(
    trial: TrialPrint, tmp_path: Path, qtbot: QtBot
) -> None:
    errors: list[OutletError] = []

    def refuse() -> bytes:
        raise NotPermitted

    gone = printing.folder_printer(tmp_path / "gone")
    for make in (refuse, _page):
        with qtbot.waitSignal(trial.ended, timeout=20_000):
            trial.begin(make, gone, errors.append)
    assert [type(error) for error in errors] == [NotPermitted, PrinterUnavailable]
    assert not trial.is_busy


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


def test_through_cups_the_page_comes_out_and_one_that_waits_says_why(
    trial: TrialPrint, told: list[tuple[str, str]], server: PrintServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (printer,) = printing.printers()
    with qtbot.waitSignal(trial.ended, timeout=20_000):
        trial.begin(_page, printer, _never)
    assert told[-1] == ("good", f"{printer.name} has printed it")
    assert len(server.device.jobs) == 1
    monkeypatch.setattr(trial_print, "PATIENCE_S", 0.5)
    server.point_to("socket://127.0.0.1:9")
    (printer,) = printing.printers()
    with qtbot.waitSignal(trial.ended, timeout=20_000):
        trial.begin(_page, printer, _never)
    assert told[-1][0] == "warn"
    assert told[-1][1].startswith(f"The page waits at {printer.name}: ")
