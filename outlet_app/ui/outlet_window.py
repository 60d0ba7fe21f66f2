"""The one window of the program: the sign-in view, and over it the main window of whoever is signed in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from outlet_app.ui.main_window import MainWindow
from outlet_app.ui.sign_in_view import SignInView

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from outlet_app.errors import OutletError
    from outlet_app.services import Entrance, Services
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.scanner import Scanner
    from outlet_app.ui.tasks import Tasks

USUAL_SIZE_PX = (1280, 720)
SMALLEST_SIZE_PX = (896, 480)


class OutletWindow(QStackedWidget):
    """`main` is the main window while somebody is signed in, else None.

    Closing it signs out first and closes when the session is; a second close does not wait for that.
    """

    def __init__(
        self,
        entrance: Entrance,
        tasks: Tasks,
        preferences: Preferences,
        clock: Callable[[], datetime],
        scanner: Scanner,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._preferences = preferences
        self._closing = False
        self.main: MainWindow | None = None
        self.sign_in = SignInView(entrance, tasks, preferences, clock)
        self.addWidget(self.sign_in)
        self.sign_in.signed_in.connect(self._open)
        tasks.task_failed.connect(self._tell_error)
        scanner.scanned.connect(self._take_scan)
        self._name_window()
        self.setMinimumSize(*SMALLEST_SIZE_PX)
        self.resize(*USUAL_SIZE_PX)

    def _name_window(self) -> None:
        self.setWindowTitle(" – ".join(filter(None, (self.sign_in.outlet.text(), self.tr("Outlet App")))))

    def _open(self, services: Services) -> None:
        self.main = MainWindow(services, self._tasks, self._preferences)
        self.main.signed_out.connect(self._shut)
        self.addWidget(self.main)
        self.setCurrentWidget(self.main)

    def _shut(self) -> None:
        main, self.main = self.main, None
        assert main is not None
        self.removeWidget(main)
        main.deleteLater()
        self.sign_in.reset()
        self.setCurrentWidget(self.sign_in)
        if self._closing:
            self.close()

    def _take_scan(self, text: str) -> None:
        """Before sign-in a scan means nothing and goes nowhere."""
        if self.main is not None:
            self.main.take_scan(text)

    def _tell_error(self, error: OutletError) -> None:
        (self.main or self.sign_in).tell_error(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the window in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_window()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Sign out before going."""
        if self.main is None or self._closing:
            super().closeEvent(event)
            return
        self._closing = True
        event.ignore()
        self.main.leave()
