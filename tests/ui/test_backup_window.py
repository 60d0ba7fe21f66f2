"""The backups seen from the whole window: the fact at its foot, and what closing does."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import Qt

from outlet_app.ui.backup_page import BackupPage
from outlet_app.ui.closing_backup import ClosingBackup
from outlet_app.ui.tasks import Lane
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD
from tests.ui.door import open_door
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet
    from tests.ui.door import Door


@pytest.fixture
def door(
    shop: Outlet, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> Iterator[Door]:
    yield from open_door(shop, tmp_path, tasks, preferences, speaking, qtbot)


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


def work_with_stick(door: Door, stick: Path) -> None:
    """The owner comes in, chooses the stick and accepts a parcel."""
    door.come_in(door.outlet.owner_id, OWNER_PASSWORD)
    services = door.window._services
    assert services is not None
    trial = services.backup.try_folder(stick)
    door.tasks.run(Lane.DATA, lambda: services.backup.choose_folder(trial), door.window, lambda _: None)
    door.tasks.run(Lane.DATA, lambda: services.entry.accept(draft(), LABEL_PRINTER), door.window, lambda _: None)
    door.settle()
    door.main.backups.look()
    door.settle()


def test_the_fact_at_the_foot_leads_the_owner_to_the_page(door: Door, stick: Path) -> None:
    work_with_stick(door, stick)
    main = door.main
    assert main.status.backup.text.text() == "No backup yet"
    door.qtbot.mouseClick(main.status.backup, Qt.MouseButton.LeftButton)
    assert main.outlet is not None
    assert isinstance(main.outlet.page, BackupPage)
    door.settle()
    main.outlet.page.card.make.click()
    door.settle()
    assert main.status.backup.text.text().endswith("✓")


def test_a_clerk_sees_the_fact_and_is_led_nowhere(door: Door) -> None:
    main = door.come_in(door.outlet.chen_id, CHEN_PASSWORD)
    door.settle()
    assert main.status.backup.text.text() == "No backup set up"
    page = main.pages.name
    door.qtbot.mouseClick(main.status.backup, Qt.MouseButton.LeftButton)
    assert main.pages.name is page


def test_closing_after_work_makes_a_backup_locked_or_not(door: Door, stick: Path) -> None:
    work_with_stick(door, stick)
    door.lock()
    door.window.close()
    door.qtbot.waitUntil(lambda: not door.window.isVisible(), timeout=LONG_MS)
    assert len(list(stick.glob("*.oab"))) == 1


def test_a_missing_stick_keeps_nobody_from_closing(door: Door, stick: Path) -> None:
    work_with_stick(door, stick)
    stick.rmdir()
    door.window.close()
    door.qtbot.waitUntil(lambda: isinstance(door.window.currentWidget(), ClosingBackup), timeout=LONG_MS)
    page = door.window.currentWidget()
    assert isinstance(page, ClosingBackup)
    door.qtbot.waitUntil(page.again.isVisible, timeout=LONG_MS)
    page.without.click()
    door.qtbot.waitUntil(lambda: not door.window.isVisible(), timeout=LONG_MS)
