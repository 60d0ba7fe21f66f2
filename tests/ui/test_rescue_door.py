"""The way to the page of whoever cannot sign in, and back; the steps are walked in `test_rescue_view`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app import printing
from outlet_app.ui.rescue_cases import Case
from tests.ui.rescued import Rescued, Saved, make_saved, open_rescued

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks


@pytest.fixture(scope="module")
def saved(tmp_path_factory: pytest.TempPathFactory) -> Saved:
    return make_saved(tmp_path_factory.mktemp("saved"))


@pytest.fixture
def pc(
    saved: Saved,
    tmp_path: Path,
    tasks: Tasks,
    preferences: Preferences,
    speaking: QApplication,
    qtbot: QtBot,
    monkeypatch: pytest.MonkeyPatch,
) -> Iterator[Rescued]:
    monkeypatch.setattr(printing, "printers", tuple)
    yield from open_rescued(saved, tmp_path, tasks, preferences, speaking, qtbot)


def test_the_quiet_link_opens_the_cases_and_escape_leads_back(pc: Rescued) -> None:
    assert not pc.window.sign_in.rescue.isHidden()
    pc.qtbot.mouseClick(pc.window.sign_in.rescue, Qt.MouseButton.LeftButton)
    assert pc.is_at(pc.view.cases)
    assert not pc.window.is_locked
    with pc.qtbot.waitSignal(pc.door.left):
        pc.press(Qt.Key.Key_Escape)
    assert pc.window.is_locked


def test_a_case_is_opened_straight_and_idle_time_does_not_end_it(pc: Rescued) -> None:
    pc.door.restore()
    assert pc.is_at(pc.view.file)
    assert pc.view.heading.text() == "Restore the outlet"
    pc.window.lock()
    assert pc.is_at(pc.view.file)
    pc.door.view = None  # what a scan meets when the page is gone
    pc.door._take_scan("OR1.NOBODY.IS.HERE")


def test_a_scan_goes_to_the_page_that_is_asked(pc: Rescued) -> None:
    pc.door.open(Case.CARD)
    assert pc.view.heading.text() == "Can't sign in?"
    pc.door._take_scan("OK1.NOT.A.SHEET")
    assert "OR1." in pc.view.sheet.fault.text()
