"""A label's way to a printer, and what the record says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import day_start
from outlet_app.errors import PrinterUnavailable
from outlet_app.printing import Trouble
from outlet_app.store import activities
from outlet_app.ui import languages, print_run
from outlet_app.ui.languages import Language
from outlet_app.ui.print_run import PrintRun, trouble_words
from tests import print_server
from tests.builders import draft
from tests.outlets import make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks
    from tests.print_server import PrintServer


@pytest.fixture
def tray(tmp_path: Path) -> Path:
    folder = tmp_path / "tray"
    folder.mkdir()
    return folder


@pytest.fixture
def chen(tmp_path: Path, tray: Path) -> Iterator[Services]:
    services = make_outlet(tmp_path, printers=(printing.tray(tray),)).chen()
    yield services
    services.session.store.close()


@pytest.fixture
def run(chen: Services, tasks: Tasks, qapp: object) -> Iterator[PrintRun]:
    assert qapp
    made = PrintRun(chen.printing_desk, tasks)
    yield made
    made.deleteLater()


def kinds(services: Services) -> list[ActivityKind]:
    session = services.session
    return [act.kind for act in activities.since(session.store.reader, day_start(session.clock()))]


def test_a_label_is_printed_and_then_recorded_as_printed(
    run: PrintRun, chen: Services, tray: Path, qtbot: QtBot
) -> None:
    accepted = chen.entry.accept(draft(), printing.tray(tray))
    assert accepted.job is not None
    with qtbot.waitSignals([run.printed, run.recorded]):
        run.start(accepted.job)
    assert (tray / f"{accepted.number}.pdf").read_bytes() == accepted.job.pdf
    assert kinds(chen)[-1] == ActivityKind.PRINTED


def test_a_failed_print_is_recorded_and_told_with_its_reason(
    run: PrintRun, chen: Services, tray: Path, qtbot: QtBot
) -> None:
    accepted = chen.entry.accept(draft(), printing.tray(tray))
    assert accepted.job is not None
    tray.rmdir()
    told: list[tuple[str, object]] = []
    run.print_failed.connect(lambda number, error: told.append((number, error)))
    with qtbot.waitSignals([run.print_failed, run.recorded]):
        run.start(accepted.job)
    assert told[0][0] == accepted.number
    assert isinstance(told[0][1], PrinterUnavailable)
    assert kinds(chen)[-1] == ActivityKind.PRINT_FAILED


def test_a_label_can_be_taken_and_printed_again(run: PrintRun, chen: Services, tray: Path, qtbot: QtBot) -> None:
    accepted = chen.entry.accept(draft(), None)
    with qtbot.waitSignals([run.printed, run.recorded]):
        run.again(accepted.record_id, accepted.number, printing.tray(tray))
    assert [path.name for path in tray.iterdir()] == [f"{accepted.number}.pdf"]
    assert kinds(chen)[-2:] == [ActivityKind.LABEL_TAKEN, ActivityKind.PRINTED]


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[PrintServer]:
    if (reason := print_server.why_not()) is not None:
        pytest.skip(reason)
    with print_server.running() as running:
        monkeypatch.setenv("CUPS_SERVER", running.address)
        yield running


def test_a_label_in_a_queue_is_recorded_as_printed_when_it_is_out(
    run: PrintRun, chen: Services, server: PrintServer, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(print_run, "PATIENCE", 80)  # beside other tests the print system may take more than 6 s
    (printer,) = printing.printers()
    accepted = chen.entry.accept(draft(), printer)
    assert accepted.job is not None
    with qtbot.assertNotEmitted(run.held_up), qtbot.waitSignals([run.printed, run.recorded], timeout=20_000):
        run.start(accepted.job)
    assert len(server.device.jobs) == 1
    assert kinds(chen)[-1] == ActivityKind.PRINTED


@pytest.fixture
def _hurried(monkeypatch: pytest.MonkeyPatch) -> None:
    """A queue that prints nowhere is told of after half a second."""
    monkeypatch.setattr(print_run, "PATIENCE", 2)


@pytest.mark.usefixtures("_hurried")
def test_a_label_that_waits_is_told_once_and_recorded_when_it_has_come_out(
    run: PrintRun, chen: Services, server: PrintServer, tasks: Tasks, qtbot: QtBot
) -> None:
    server.point_to("socket://127.0.0.1:9")
    (printer,) = printing.printers()
    accepted = chen.entry.accept(draft(), printer)
    assert accepted.job is not None
    told: list[tuple[str, frozenset[Trouble]]] = []
    run.held_up.connect(lambda number, troubles: told.append((number, troubles)))
    run.start(accepted.job)
    qtbot.waitUntil(lambda: told != [], timeout=20_000)
    assert told[0][0] == accepted.number
    assert kinds(chen)[-1] == ActivityKind.PRINTED_WITHOUT_CODE
    with qtbot.waitSignals([run.printed, run.recorded], timeout=30_000):
        server.point_to(server.device.uri)
    assert len(told) == 1
    assert kinds(chen)[-1] == ActivityKind.PRINTED
    qtbot.waitUntil(tasks.is_idle)


@pytest.mark.usefixtures("_hurried")
def test_a_cancelled_label_is_recorded_as_failed(
    run: PrintRun, chen: Services, server: PrintServer, qtbot: QtBot
) -> None:
    server.point_to("socket://127.0.0.1:9")
    (printer,) = printing.printers()
    accepted = chen.entry.accept(draft(), printer)
    assert accepted.job is not None
    with qtbot.waitSignal(run.held_up, timeout=20_000):
        run.start(accepted.job)
    with qtbot.waitSignals([run.print_failed, run.recorded], timeout=20_000):
        server.run("cancel", "-a", print_server.QUEUE)
    assert kinds(chen)[-1] == ActivityKind.PRINT_FAILED


def test_every_trouble_has_words_in_both_languages(speaking: QApplication) -> None:
    for trouble in Trouble:
        english = trouble_words(frozenset({trouble}))
        languages.speak(speaking, Language.CHINESE)
        assert trouble_words(frozenset({trouble})) != english
        languages.speak(speaking, Language.ENGLISH)
    assert trouble_words(frozenset()) == trouble_words(frozenset({Trouble.NO_ANSWER}))
