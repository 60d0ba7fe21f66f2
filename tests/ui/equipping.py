"""The owner on the pages of 网点, for tests: a real outlet, real keys, and printers that are only named."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QLineEdit, QWidget

from outlet_app.domain.printer import Printer
from outlet_app.ui.about_page import AboutPage
from outlet_app.ui.backup_page import BackupPage
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.canaries_page import CanariesPage
from outlet_app.ui.care_page import CarePage
from outlet_app.ui.carrier_keys_page import CarrierKeysPage
from outlet_app.ui.carriers_page import CarriersPage
from outlet_app.ui.erasing_page import ErasingPage
from outlet_app.ui.keys_page import KeysPage
from outlet_app.ui.limits_page import LimitsPage
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.outlet_view import OutletView, outlet_pages
from outlet_app.ui.paper_page import PaperPage
from outlet_app.ui.policies_page import PoliciesPage
from outlet_app.ui.ranges_page import RangesPage
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.ui.passing import LONG_MS

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from pytestqt.qtbot import QtBot

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks
    from tests.outlets import Outlet

HERE = (
    LABEL_PRINTER,
    OTHER_PRINTER,
    Printer("pdf", "cups-pdf:/", "Generic CUPS-PDF Printer"),
)
"""The printers of this machine: one that is approved, one that is not, one that makes files."""

SMALL_PX = (1198, 600)
"""What the frame of 1366 x 768 leaves for a view."""

SMALLER_PX = (1112, 512)
"""What it leaves of 1920 x 1080 at 150 %, which are 1280 x 680."""

_Page = TypeVar("_Page", bound=OutletPage)

_MADE: dict[type[OutletPage], Callable[[Services, Tasks], OutletPage]] = {
    AboutPage: lambda services, tasks: AboutPage(services.supplies, tasks),
    BackupPage: lambda services, tasks: BackupPage(
        services.backup, services.drill, BackupRun(services.backup, tasks), tasks
    ),
    CanariesPage: lambda services, tasks: CanariesPage(services.canaries, tasks),
    CarePage: lambda services, tasks: CarePage(services.care, tasks),
    CarrierKeysPage: lambda services, tasks: CarrierKeysPage(
        services.carrier_keys, services.sealed_handover, services.session.carriers, tasks
    ),
    CarriersPage: lambda services, tasks: CarriersPage(services.carriers, tasks),
    ErasingPage: lambda services, tasks: ErasingPage(services.retention, tasks),
    KeysPage: lambda services, tasks: KeysPage(services.owner_keys, services.wraps, services.session, tasks),
    LimitsPage: lambda services, tasks: LimitsPage(services.limits, tasks),
    PaperPage: lambda services, tasks: PaperPage(services.supplies, tasks),
    PoliciesPage: lambda services, tasks: PoliciesPage(services.policies, tasks),
    RangesPage: lambda services, tasks: RangesPage(services.supplies, services.numbers, tasks),
}
"""As `outlet_pages` makes them, each alone: to make all of them takes longer than most tests of one."""


@dataclass
class Equipping:
    """The view, the owner's services behind it, and what it told."""

    view: OutletView
    services: Services
    outlet: Outlet
    tasks: Tasks
    qtbot: QtBot
    messages: list[tuple[str, str]] = field(default_factory=list)
    troubles: list[OutletError] = field(default_factory=list)

    def open(self, kind: type[_Page]) -> _Page:
        """Put the page of that kind in front."""
        page = next(page for page in self.view.pages if isinstance(page, kind))
        self.view.open(page)
        self.settle()
        return page

    def settle(self) -> None:
        """Wait until nothing is under way."""
        self.qtbot.waitUntil(self.tasks.is_idle, timeout=LONG_MS)

    def press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """One key, wherever the keys are."""
        QTest.keyClick(QApplication.focusWidget() or self.view, key, modifiers)

    def type(self, text: str) -> None:
        """Some characters, wherever the keys are."""
        QTest.keyClicks(QApplication.focusWidget() or self.view, text)


def pages_of(
    kinds: Sequence[type[OutletPage]], services: Services, tasks: Tasks, preferences: Preferences
) -> tuple[OutletPage, ...]:
    """Pages of these kinds as the program makes them; of none, every page."""
    return tuple(_MADE[kind](services, tasks) for kind in kinds) or outlet_pages(services, tasks, preferences)


def open_view(outlet: Outlet, services: Services, view: OutletView, tasks: Tasks, qtbot: QtBot) -> Equipping:
    """The view in a window of the smallest size, the keys on its list."""
    equipping = Equipping(view, services, outlet, tasks, qtbot)
    view.message.connect(lambda kind, text: equipping.messages.append((kind, text)))
    tasks.task_failed.connect(equipping.troubles.append)
    qtbot.addWidget(view)
    view.resize(*SMALL_PX)
    view.show()
    view.activateWindow()
    qtbot.waitUntil(view.isActiveWindow)
    view.setFocus()
    equipping.settle()
    return equipping


def cut_words(window: QWidget) -> list[str]:
    """The texts that do not fit where they stand."""
    parts = [part for part in window.findChildren(QWidget) if isinstance(part, QLabel | QAbstractButton)]
    shown = [part for part in parts if part.isVisible() and part.text()]
    assert shown
    return [part.text() for part in shown if _is_cut(part)]


def _is_cut(part: QLabel | QAbstractButton) -> bool:
    if isinstance(part, QLabel) and part.wordWrap():
        return part.height() < part.heightForWidth(part.width())
    least = part.minimumSizeHint()
    return part.width() < least.width() or part.height() < least.height()


def nameless(window: QWidget) -> list[QWidget]:
    """Inputs and icon buttons that a reader cannot name."""
    inputs = [*window.findChildren(QLineEdit), *window.findChildren(QComboBox)]
    own = [one for one in inputs if not one.objectName().startswith("qt_") and not one.accessibleName()]
    icons = [one for one in window.findChildren(QAbstractButton) if not one.text() and not one.accessibleName()]
    return [one for one in (*own, *icons) if one.isVisible() and one.focusPolicy() != Qt.FocusPolicy.NoFocus]
