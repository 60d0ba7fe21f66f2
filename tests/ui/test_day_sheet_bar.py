"""The foot of the day's end: what its key says, and what is offered when."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlet_app.store import profile
from outlet_app.ui.day_sheet_bar import DaySheetBar
from tests.outlets import LABEL_PRINTER, copy_of
from tests.ui.evening import AT, CHEN, account

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.domain.printer import Printer
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet


@pytest.fixture
def chosen() -> list[Printer]:
    """The printer that is chosen, if any."""
    return []


@pytest.fixture
def bar(
    shop: Outlet, tmp_path: Path, tasks: Tasks, speaking: object, qtbot: QtBot, chosen: list[Printer]
) -> Iterator[DaySheetBar]:
    assert speaking
    outlet = copy_of(shop, tmp_path / "shop")
    made = DaySheetBar(outlet.chen().reports, lambda: next(iter(chosen), None), tasks)
    qtbot.addWidget(made)
    made.show()
    yield made
    qtbot.waitUntil(tasks.is_idle)
    outlet.entrance.close()


def test_before_a_day_is_known_nothing_can_be_done(bar: DaySheetBar) -> None:
    assert bar.end.isHidden()
    assert not bar.print.isEnabled()


@pytest.mark.parametrize(
    ("everybody", "prints", "words"),
    [
        (True, True, "End the day, print its sheet   Ctrl+Enter"),
        (True, False, "End the day   Ctrl+Enter"),
        (False, True, "End my shift, print its sheet   Ctrl+Enter"),
        (False, False, "End my shift   Ctrl+Enter"),
    ],
)
def test_the_key_says_what_it_will_do(
    bar: DaySheetBar, chosen: list[Printer], *, everybody: bool, prints: bool, words: str
) -> None:
    if prints:
        chosen.append(LABEL_PRINTER)
    bar.show_day(account(of_everybody=everybody))
    assert bar.end.text() == words
    assert bar.print.text() == f"Print the {'day' if everybody else 'shift'} sheet   Ctrl+P"


def test_ending_prints_nothing_where_the_owner_does_not_want_it(
    bar: DaySheetBar, chosen: list[Printer], qtbot: QtBot, tasks: Tasks
) -> None:
    chosen.append(LABEL_PRINTER)
    session = bar._reports._session
    session.write(profile.setting_changed(session.store.reader, "day-sheet-prints-itself", "no"))
    bar.show_day(account(of_everybody=True))
    qtbot.waitUntil(tasks.is_idle)
    assert bar.end.text() == "End the day   Ctrl+Enter"
    assert not bar.prints
    assert bar.print.isEnabled()


def test_a_day_that_is_over_is_not_ended_again_but_its_sheet_is_there(bar: DaySheetBar) -> None:
    bar.show_day(account(day_is_over=True))
    assert bar.end.isHidden()
    assert bar.print.isEnabled()


def test_an_ended_one_says_when_and_may_be_ended_again(bar: DaySheetBar) -> None:
    bar.show_day(account(replace(CHEN, ended_at=AT)))
    assert bar.story.text() == "Ended at 18:42. What came after that counts too: it may be ended again."
    assert bar.end.isEnabled()
    bar.set_working(working=True)
    assert not bar.end.isEnabled()


def test_without_a_printer_printing_says_what_is_missing(bar: DaySheetBar, qtbot: QtBot) -> None:
    bar.show_day(account())
    with qtbot.waitSignal(bar.message) as told:
        bar.print_sheet()
    assert told.args == ["warn", "Choose a printer under Accept first."]
    assert not bar.is_making


def test_a_sheet_that_is_being_made_can_be_stopped(bar: DaySheetBar, qtbot: QtBot, tasks: Tasks) -> None:
    bar.show_day(account())
    made: list[object] = []
    bar.look_asked.connect(made.append)
    bar.look.click()
    assert bar.is_making
    assert bar.stop.isVisible()
    bar.stop.click()
    assert not bar.is_making
    qtbot.waitUntil(tasks.is_idle)
    assert made == []


def test_in_a_narrow_window_the_key_stands_under_the_others(bar: DaySheetBar, qtbot: QtBot) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    column = QVBoxLayout(window)
    column.addWidget(bar)
    bar.show_day(account(of_everybody=True))
    window.resize(1100, 120)
    window.show()
    qtbot.waitUntil(lambda: bar.end.x() > bar.look.x())
    window.resize(600, 120)
    qtbot.waitUntil(lambda: bar.end.y() > bar.print.y() + bar.print.height() - 1)
    bar.setParent(None)
