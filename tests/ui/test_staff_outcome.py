"""Tests of what is shown once."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt

from outlet_app import printing
from outlet_app.domain.printer import Printer
from outlet_app.errors import PrinterUnavailable
from outlet_app.paper import codes
from outlet_app.sealing.label_code import write_card_code
from outlet_app.services.owner_papers import OwnerPapers
from outlet_app.services.staff import Invited, OwnerSeated
from outlet_app.ui.staff_outcome import OnceShown, RotationProgress
from tests.outlets import Clock
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    import pytest
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks


SECRET = Printer("office", "ipp://office.local/print", "Laser")
CARD = write_card_code(b"o" * 16, b"c" * 16)


def papers() -> OwnerPapers:
    return OwnerPapers(b"o" * 16, "余杭文一西路网点", "Sun Li", Clock(), CARD)


def test_a_code_is_gone_once_it_was_taken_off_the_screen(qtbot: QtBot, tasks: Tasks, speaking: object) -> None:
    assert speaking
    once = OnceShown(tasks)
    qtbot.addWidget(once)
    once.show()
    once.show_once(Invited(b"a" * 16, "1GMZ7H9DT9"), "Zhao Min")
    assert once.secret.text() == "1GMZ7 H9DT9"
    assert once.print is None
    with qtbot.waitSignal(once.ended):
        qtbot.mouseClick(once.done, Qt.MouseButton.LeftButton)
    assert once.secret.text() == ""


def test_a_card_is_printed_straight_and_gone_afterwards(
    qtbot: QtBot, tasks: Tasks, speaking: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert speaking
    sent: list[tuple[bytes, Printer]] = []
    monkeypatch.setattr(printing, "printers", lambda: (SECRET,))
    monkeypatch.setattr(printing, "print_secret", lambda pdf, printer: sent.append((pdf, printer)))
    once = OnceShown(tasks)
    qtbot.addWidget(once)
    once.show()
    once.show_once(OwnerSeated(b"a" * 16, papers()), "Sun Li")
    row = once.print
    assert row is not None
    qtbot.waitUntil(row.button.isVisible)
    qtbot.waitUntil(lambda: once.secret.height() >= once.secret.sizeHint().height())
    qtbot.mouseClick(row.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: once.printed.text().startswith("Printed."), timeout=LONG_MS)
    [(pdf, printer)] = sent
    assert printer == SECRET
    picture = printing.page_picture(pdf, 12.0)
    assert CARD in codes.read_back(picture.width, picture.height, picture.data)
    once.end()
    assert once.printed.text() == once.secret.text() == ""
    assert once.print is None


def test_a_printer_that_does_not_print_the_card_is_told_and_it_stays_on_the_screen(
    qtbot: QtBot, tasks: Tasks, speaking: object, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert speaking

    def jammed(_pdf: bytes, printer: Printer) -> None:
        raise PrinterUnavailable(printer.name)

    monkeypatch.setattr(printing, "printers", lambda: (SECRET,))
    monkeypatch.setattr(printing, "print_secret", jammed)
    once = OnceShown(tasks)
    qtbot.addWidget(once)
    once.show()
    once.show_once(OwnerSeated(b"a" * 16, papers()), "Sun Li")
    assert once.print is not None
    qtbot.waitUntil(once.print.button.isVisible)
    once.print.button.click()
    qtbot.waitUntil(lambda: once.printed.text().startswith("The printer office does not answer."), timeout=LONG_MS)
    assert once.secret.text()
    assert once.print.isEnabled()


def test_a_rotation_tells_what_it_is_at(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    progress = RotationProgress()
    qtbot.addWidget(progress)
    progress.begin()
    assert (progress.bar.value(), progress.bar.maximum()) == (0, 1)
    progress.step(is_checking=True, done=2, whole=5)
    assert (progress.bar.value(), progress.bar.maximum()) == (2, 5)
    assert progress.stage.text() == "Checking the copy"


def test_a_rotation_can_be_stopped_once_and_the_next_one_begins_anew(qtbot: QtBot, speaking: object) -> None:
    assert speaking
    progress = RotationProgress()
    qtbot.addWidget(progress)
    progress.begin()
    assert not progress.stop_is_asked
    progress.stop.click()
    assert progress.stop_is_asked
    assert not progress.stop.isEnabled()
    progress.begin()
    assert not progress.stop_is_asked
    assert progress.stop.isEnabled()
