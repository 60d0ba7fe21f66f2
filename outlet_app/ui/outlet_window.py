"""The one window of the program: the sign-in view, and the main window of whoever is at the counter."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from outlet_app.domain.policies import IDLE_MINUTES
from outlet_app.ui import theme
from outlet_app.ui.departure import Departure
from outlet_app.ui.idle_watch import IdleWatch
from outlet_app.ui.sign_in_view import SignInView
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from PySide6.QtGui import QCloseEvent

    from outlet_app.errors import OutletError
    from outlet_app.services import Entrance, Services
    from outlet_app.services.people import People
    from outlet_app.ui.main_window import MainWindow
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.scanner import Scanner

USUAL_SIZE_PX = (1366, 728)
SMALLEST_SIZE_PX = (896, 480)


def load_pages() -> None:
    """Load what a signed-in person sees; takes some 0.2 s in a program that has just started, later nothing.

    The sign-in view stands without it: whoever starts the program calls this while the password is typed. Makes no
    widget, so any thread may.
    """
    from outlet_app.ui import duties_view, main_window, pin_offer  # noqa: F401, PLC0415 - as the docstring says


class OutletWindow(QStackedWidget):
    """`main` is the main window of the person who was at the counter last, shown or behind the lock, else None.

    Locking hides it; its person finds it as he left it, and another person's coming destroys it with all it holds.
    Closing signs everybody out first and closes when the store is; a second close does not wait for that.
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
        self._entrance = entrance
        self._tasks = tasks
        self._preferences = preferences
        self._services: Services | None = None
        self._page: QWidget | None = None
        self._closing = False
        self._rescuing = False
        self.main: MainWindow | None = None
        self.departure = Departure(entrance.close, tasks, self)
        self.departure.left.connect(self._shut)
        self.sign_in = SignInView(entrance, tasks, preferences, clock)
        self.addWidget(self.sign_in)
        self.sign_in.signed_in.connect(self.let_in)
        tasks.task_failed.connect(self._tell_error)
        scanner.scanned.connect(self._take_scan)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        self._idle = IdleWatch(application, self._idle_minutes, self)
        self._idle.idle.connect(self.lock)
        self._name_window()
        self.setMinimumSize(*SMALLEST_SIZE_PX)
        self.resize(*USUAL_SIZE_PX)

    def _name_window(self) -> None:
        self.setWindowTitle(" – ".join(filter(None, (self.sign_in.outlet.text(), self.tr("Outlet App")))))

    @property
    def is_locked(self) -> bool:
        """Whether nobody is at the counter: the sign-in view stands in front."""
        return self.currentWidget() is self.sign_in

    def _idle_minutes(self) -> int:
        return IDLE_MINUTES if self._services is None else self._services.policies.idle_minutes()

    def let_in(self, services: Services) -> None:
        """Somebody proved who he is: back to his own window, or to a new one, after what he must read first."""
        self._rescuing = False
        if self.main is not None and self._services is services:
            self.setCurrentWidget(self.main)
            self.main.news.look()
            self._give_keys_back(self.main)
            return
        self._take_away()
        self._services = services
        self._tasks.run(Lane.DATA, partial(_first_steps, services.people), self, self._begin, self._tell_error)

    def _give_keys_back(self, main: MainWindow) -> None:
        """To the field that had them; the PIN pad, which was switched off while it was asked, passed them to nobody."""
        kept = main.focusWidget()
        if kept is None:
            main.take_keys()
        else:
            kept.setFocus()

    def put_rescue(self, page: QWidget) -> None:
        """Show a page over whoever is behind the lock, until `back_to_sign_in` or `let_in`; it may take its time."""
        self._rescuing = True
        self._put_page(page)

    def back_to_sign_in(self) -> None:
        """The page of `put_rescue` is gone, and everything stands as the files say now."""
        self._rescuing = False
        self.sign_in.reset()
        self.setCurrentWidget(self.sign_in)
        self._close_page()

    def lock(self) -> None:
        """Hide everything of this person, and let nobody act until somebody proves who he is."""
        services = self._services
        if services is None or self.is_locked or self._closing or self._rescuing:
            return
        for floating in (QApplication.activePopupWidget(), QApplication.activeModalWidget()):
            if floating is not None:
                floating.close()
        self._close_page()
        self.sign_in.reset()
        self.setCurrentWidget(self.sign_in)
        self._tasks.run(Lane.DATA, services.session.lock, self, _no_more_to_do)

    def sign_out(self) -> None:
        """Let this person go, whatever stands in his window; the outlet stays open for the others."""
        services, main = self._services, self.main
        if services is None or main is None or self._closing or not main.isEnabled():
            return
        main.stop()
        leaving = Departure(services.session.sign_out, self._tasks, self)
        leaving.left.connect(partial(self._let_go, leaving))
        leaving.begin()

    def _let_go(self, leaving: Departure) -> None:
        leaving.deleteLater()
        if not self._closing:
            self.sign_in.reset()
            self.setCurrentWidget(self.sign_in)
            self._take_away()

    def _begin(self, first: tuple[bool, bool]) -> None:
        """Whether he must accept his duties, and whether a PIN is offered to him."""
        services = self._services
        assert services is not None
        duties_due, pin_is_offered = first
        go_on = self._offer_pin if pin_is_offered else self._open
        if not duties_due:
            go_on()
            return
        from outlet_app.ui.duties_view import DutiesView  # noqa: PLC0415 - see `load_pages`

        duties = DutiesView(services.people, self._tasks)
        duties.accepted.connect(go_on)
        duties.refused.connect(self.lock)
        self._put_page(duties)

    def _offer_pin(self) -> None:
        services = self._services
        assert services is not None
        from outlet_app.ui.pin_offer import PinOffer  # noqa: PLC0415 - see `load_pages`

        offer = PinOffer(services.people, self._tasks)
        offer.ended.connect(self._open)
        self._put_page(offer)

    def _open(self) -> None:
        services = self._services
        assert services is not None
        from outlet_app.ui.main_window import MainWindow  # noqa: PLC0415 - see `load_pages`

        with theme.undressed():
            self.main = MainWindow(services, self._tasks, self._preferences, self)
            self.addWidget(self.main)
        self.main.lock_asked.connect(self.lock)
        self.main.sign_out_asked.connect(self.sign_out)
        self.setCurrentWidget(self.main)
        self._close_page()
        self.main.take_keys()

    def _put_page(self, page: QWidget) -> None:
        """Put a page before the main window: it is asked once and then gone."""
        self.addWidget(page)
        self.setCurrentWidget(page)
        self._close_page()
        self._page = page

    def _close_page(self) -> None:
        page, self._page = self._page, None
        if page is not None:
            self.removeWidget(page)
            page.deleteLater()

    def _take_away(self) -> None:
        """The former person's window and all it holds are gone: fields, their undo, latest labels."""
        main, self.main = self.main, None
        self._services = None
        if main is not None:
            main.stop()
            self.removeWidget(main)
            main.deleteLater()

    def _depart(self) -> None:
        self.setEnabled(False)
        self.departure.begin()

    def _shut(self) -> None:
        self.sign_in.reset()
        self.setCurrentWidget(self.sign_in)  # before the rest goes: nothing of it may show for a moment
        self._close_page()
        self._take_away()
        check = self._entrance.closing_check()
        if check is None:
            self.close()
            return
        from outlet_app.ui.closing_check import ClosingCheckPage  # noqa: PLC0415 - see `load_pages`

        page = ClosingCheckPage(check, self._tasks)
        page.ended.connect(self.close)
        self.setEnabled(True)
        self._put_page(page)

    def _take_scan(self, text: str) -> None:
        """Somebody is here; but before sign-in a scan means nothing and goes nowhere."""
        self._idle.note()
        if self.main is not None and self.currentWidget() is self.main:
            self.main.take_scan(text)

    def _tell_error(self, error: OutletError) -> None:
        in_front = self.main if self.main is not None and not self.is_locked else self.sign_in
        in_front.tell_error(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Name the window in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._name_window()
        super().changeEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:  # noqa: N802 - Qt's name
        """Back up what is worth it, and sign everybody out, before going."""
        if self._closing or not self._entrance.is_open:
            super().closeEvent(event)
            return
        self._closing = True
        event.ignore()
        if self.main is not None:
            self.main.stop()
        if self._services is None:
            self._depart()
            return
        from outlet_app.ui.closing_backup import ClosingBackup  # noqa: PLC0415 - see `load_pages`

        backup = ClosingBackup(self._services.backup, self._tasks)
        backup.ended.connect(self._depart)
        self._put_page(backup)
        backup.begin()


def _first_steps(people: People) -> tuple[bool, bool]:
    return people.duties_due(), people.pin_is_offered()


def _no_more_to_do(_nothing: None) -> None:
    """The lock is written."""
