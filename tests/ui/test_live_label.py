"""Tests that the preview shows the paper of the printer that labels go to."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app import printing
from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.store import profile
from tests.ui.counter import make_model, open_counter

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.ui.counter import Counter, Model


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory) -> Model:
    return make_model(tmp_path_factory.mktemp("model"))


@pytest.fixture
def counter(
    model: Model, tmp_path: Path, tasks: Tasks, preferences: Preferences, qtbot: QtBot, speaking: object
) -> Iterator[Counter]:
    assert speaking
    opened = open_counter(model.copy_to(tmp_path / "outlet"), model.tray, tasks, preferences, qtbot)
    yield opened
    opened.services.session.sign_out()


def _shape(counter: Counter) -> float:
    counter.settle()
    image = counter.view.preview.image
    assert image is not None
    return round(image.height() / image.width(), 1)


def _lay_in(counter: Counter, stock: str) -> None:
    printer = counter.view.printer.chosen()
    assert printer is not None
    setup = PrinterSetup(stock)
    counter.services.session.write(
        profile.printer_setup_changed(counter.services.session.store.reader, printer.name, setup)
    )


def test_the_preview_follows_the_paper_that_the_owner_set_up(counter: Counter) -> None:
    assert counter.view.printer.chosen() == printing.tray(counter.tray)
    assert _shape(counter) == 1.7
    _lay_in(counter, "100x150")
    counter.view.refresh_supplies()
    assert _shape(counter) == 1.5


def test_the_preview_follows_the_choice_of_another_printer(counter: Counter) -> None:
    _lay_in(counter, "100x150")
    counter.view.refresh_supplies()
    assert _shape(counter) == 1.5
    choice = counter.view.printer.choice
    choice.choose("")
    choice.activated.emit(choice.currentIndex())
    assert counter.view.printer.chosen() is None
    assert _shape(counter) == 1.7


def test_what_is_typed_stands_on_the_label_of_the_new_paper(counter: Counter) -> None:
    counter.fill()
    counter.settle()
    before = counter.view.draft()
    _lay_in(counter, "100x150")
    counter.view.refresh_supplies()
    assert _shape(counter) == 1.5
    assert counter.view.draft() == before
