"""What every page of the first day does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.errors import DiskFull
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.ui.tasks import Tasks


def test_work_that_fails_is_told_on_the_page_and_the_page_can_be_answered_again(
    speaking: QApplication, tasks: Tasks, qtbot: QtBot, tmp_path: Path
) -> None:
    assert speaking
    page = SetupPage(tasks)
    qtbot.addWidget(page)
    told: list[str] = []
    done: list[int] = []
    page.works.connect(told.append)

    def fail() -> int:
        raise DiskFull(tmp_path / "outlet.keys")

    page.work("One moment", fail, done.append)
    qtbot.waitUntil(lambda: told == ["One moment", ""])
    assert "disk is full" in page.fault.text()
    page.work("One moment", lambda: 7, done.append)
    qtbot.waitUntil(lambda: done == [7])
    assert page.fault.isHidden()
    assert page.next_words() == "Next"
