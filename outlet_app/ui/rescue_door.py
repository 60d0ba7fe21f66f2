"""The way from the sign-in view, or from the first day, to the page of whoever cannot sign in, and back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services import Services
    from outlet_app.services.rescue import Rescue
    from outlet_app.ui.outlet_window import OutletWindow
    from outlet_app.ui.rescue_cases import Case
    from outlet_app.ui.rescue_view import RescueView
    from outlet_app.ui.scanner import Scanner
    from outlet_app.ui.tasks import Tasks


class RescueDoor(QObject):
    """Shows the page in the one window; `make` gives what it works with, when it is asked for.

    `left`: it was closed with nothing changed; `came_in`: an owner is signed in again and stands at the counter.
    """

    left = Signal()
    came_in = Signal()

    def __init__(self, window: OutletWindow, make: Callable[[], Rescue], tasks: Tasks, scanner: Scanner) -> None:
        super().__init__(window)
        self._window = window
        self._make = make
        self._tasks = tasks
        self.view: RescueView | None = None
        scanner.scanned.connect(self._take_scan)
        window.sign_in.rescue.show()
        window.sign_in.rescue_asked.connect(self.open)

    def open(self, case: Case | None = None) -> None:
        """From the cases, or straight with the steps of one of them."""
        from outlet_app.ui.rescue_view import RescueView  # noqa: PLC0415 - once in an outlet's life

        self.view = view = RescueView(self._make(), self._tasks)
        view.came_in.connect(self._let_in)
        view.left.connect(self._leave)
        self._window.put_rescue(view)
        view.begin(case)

    def restore(self) -> None:
        """Straight to the restore from a backup."""
        from outlet_app.ui.rescue_cases import Case  # noqa: PLC0415 - as above

        self.open(Case.RESTORE)

    def _let_in(self, services: Services) -> None:
        self.view = None
        self._window.sign_in.reset()
        self._window.let_in(services)
        self.came_in.emit()

    def _leave(self) -> None:
        self.view = None
        self._window.back_to_sign_in()
        self.left.emit()

    def _take_scan(self, text: str) -> None:
        if self.view is not None:
            self.view.take_scan(text)
