"""The page of finding as the window opens it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QRadioButton

from outlet_app import printing
from outlet_app.ui.find_view import FindView
from tests.ui.finder import open_page

if TYPE_CHECKING:
    from pathlib import Path

    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks


def test_a_clerk_gets_the_page_with_everything_that_is_opened_in_it_and_gives_nothing_up_as_lost(
    services: Services, tmp_path: Path, tasks: Tasks, preferences: Preferences, speaking: object, qtbot: QtBot
) -> None:
    assert speaking
    view = open_page(services, printing.tray(tmp_path), tasks, preferences, qtbot)
    qtbot.addWidget(view)
    assert isinstance(view, FindView)
    assert {view.card.parent(), view.parcel_card.parent()} == {view.parcel_card.parent()}
    choices = [choice.text() for choice in view.parcel_card.outcome.findChildren(QRadioButton)]
    assert choices
    assert not any("lost" in choice.lower() for choice in choices)
