"""A label's way to a printer, and what the record says of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import day_start
from outlet_app.errors import PrinterUnavailable
from outlet_app.store import activities
from outlet_app.ui.print_run import PrintRun
from tests.builders import draft
from tests.outlets import make_outlet

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.tasks import Tasks


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
