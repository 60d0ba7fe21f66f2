"""The pages that a role gives."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain.carrier import carriers
from outlet_app.domain.carrier_book import draft_of
from outlet_app.ui import carrier_names
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.canaries_page import CanariesPage
from outlet_app.ui.navigation import PageName
from outlet_app.ui.pages import KEYS, Pages
from tests.services.scanning import label
from tests.ui.conftest import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

ROOM_PX = (740, 380)
"""What a page has of 1366x768 at 150 %, 910 by 512: beside the navigation, between head and foot."""

OWNERS = {PageName.REVIEW, PageName.STAFF, PageName.OUTLET}


def test_a_clerk_has_no_page_of_the_owner_and_every_page_has_its_key_and_title(
    come_in: Callable[[], Services], tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    assert speaking
    services = come_in()
    pages = Pages(services, tasks, preferences, BackupRun(services.backup, tasks))
    qtbot.addWidget(pages)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert set(pages.views) == set(PageName) - OWNERS
    assert set(pages.titles()) == set(pages.views)
    assert all(KEYS[page] for page in PageName)
    assert (pages.review, pages.staff, pages.outlet) == (None, None, None)
    pages.open(PageName.ACCOUNT)
    assert pages.name is PageName.ACCOUNT
    assert pages.view is pages.account


def test_the_label_of_a_canary_is_left_to_its_page_and_every_other_is_judged_wherever_it_is_scanned(
    owner: Services, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    assert speaking
    text = label(owner).text
    pages = Pages(owner, tasks, preferences, BackupRun(owner.backup, tasks))
    qtbot.addWidget(pages)
    pages.show()
    assert pages.outlet is not None
    assert not pages.wants_label(text)
    pages.open(PageName.OUTLET)
    assert not pages.wants_label(text)
    pages.outlet.open(next(page for page in pages.outlet.pages if isinstance(page, CanariesPage)))
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert pages.wants_label(text)
    assert not pages.wants_label("YT8800000000001")


def test_windows_name_carriers_as_the_outlet_does_and_follow_a_change_at_once(
    owner: Services, tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    assert speaking
    services = owner
    pages = Pages(services, tasks, preferences, BackupRun(services.backup, tasks))
    qtbot.addWidget(pages)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    assert pages.outlet is not None
    services.carriers.save(replace(draft_of(carriers()["yto"]), name_en="YTO Yuhang"))
    assert carrier_names.named("yto") == "YTO"
    pages.outlet.supplies_changed.emit()
    assert carrier_names.named("yto") == "YTO Yuhang"
    carrier_names.follow(carriers())


def test_every_page_fits_a_small_screen_at_one_and_a_half_times_the_size(
    come_in: Callable[[], Services], tasks: Tasks, preferences: Preferences, speaking: QApplication, qtbot: QtBot
) -> None:
    assert speaking
    services = come_in()
    pages = Pages(services, tasks, preferences, BackupRun(services.backup, tasks))
    qtbot.addWidget(pages)
    qtbot.waitUntil(tasks.is_idle, timeout=LONG_MS)
    asked = pages.minimumSizeHint()
    assert asked.width() <= ROOM_PX[0]
    assert asked.height() <= ROOM_PX[1]
