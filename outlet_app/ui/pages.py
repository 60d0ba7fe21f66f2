"""The pages of a signed-in person: those his role has, each with its function key, one of them in front."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QScrollArea, QStackedWidget, QWidget

from outlet_app.desktop import Loudspeaker
from outlet_app.domain.account import Permission
from outlet_app.ui import carrier_names
from outlet_app.ui.account_view import AccountView
from outlet_app.ui.arrivals_view import ArrivalsView
from outlet_app.ui.day_end_view import DayEndView, day_end_page
from outlet_app.ui.entry_view import EntryView
from outlet_app.ui.find_page import find_page
from outlet_app.ui.find_view import FindView
from outlet_app.ui.hand_over_view import LABEL, HandOverView, hand_over_page
from outlet_app.ui.navigation import PageName
from outlet_app.ui.outlet_view import OutletView, outlet_pages
from outlet_app.ui.review_view import ReviewView, review_page
from outlet_app.ui.sounds import Sounds
from outlet_app.ui.staff_view import StaffView

if TYPE_CHECKING:
    from outlet_app.services import Services
    from outlet_app.ui.backup_run import BackupRun
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

KEYS = {
    PageName.ACCEPT: "F2",
    PageName.FIND: "F3",
    PageName.ARRIVALS: "F4",
    PageName.HAND_OVER: "F5",
    PageName.DAY_END: "F7",
    PageName.REVIEW: "F9",
    PageName.STAFF: "F10",
    PageName.OUTLET: "F11",
    PageName.ACCOUNT: "F12",
}
"""The function key of each page, in the order of the pages."""

View = (
    AccountView | ArrivalsView | DayEndView | EntryView | FindView | HandOverView | OutletView | ReviewView | StaffView
)


_ROOMY = frozenset({PageName.FIND, PageName.ARRIVALS, PageName.HAND_OVER, PageName.ACCOUNT})
"""Pages that ask for more room than the smallest window has."""


class Pages(QStackedWidget):
    """`views` are the pages that this person has; one that his role does not give is None by its name."""

    def __init__(
        self,
        services: Services,
        tasks: Tasks,
        preferences: Preferences,
        backups: BackupRun,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._name_carriers()
        may = services.session.account.may
        self.entry = EntryView(services.entry, services.reveal, services.printing_desk, tasks, preferences, self)
        self.sounds = Sounds(preferences, Loudspeaker().play, self)
        self.arrivals = ArrivalsView(services.arrivals, services.printing_desk, tasks, preferences, self.sounds)
        self.find_view = find_page(services, self.entry.printer.chosen, self.arrivals.prints, self.sounds, tasks)
        self.hand_over = hand_over_page(services, self.entry.printer.chosen, self.sounds, tasks)
        self.day_end = day_end_page(services, self.entry.printer.chosen, tasks)
        self.review = review_page(services, tasks) if may(Permission.REVIEW) else None
        self.staff = StaffView(services.staff, services.session, tasks, self) if may(Permission.MANAGE_STAFF) else None
        self.outlet = (
            OutletView(outlet_pages(services, tasks, preferences, backups), self)
            if may(Permission.SET_POLICY)
            else None
        )
        if self.outlet is not None:
            self.outlet.supplies_changed.connect(self._name_carriers)
        self.account = AccountView(services.people, tasks)
        every = {
            PageName.ACCEPT: self.entry,
            PageName.FIND: self.find_view,
            PageName.ARRIVALS: self.arrivals,
            PageName.HAND_OVER: self.hand_over,
            PageName.DAY_END: self.day_end,
            PageName.REVIEW: self.review,
            PageName.STAFF: self.staff,
            PageName.OUTLET: self.outlet,
            PageName.ACCOUNT: self.account,
        }
        self.views: dict[PageName, View] = {name: view for name, view in every.items() if view is not None}
        self._places = {name: self._put(name, view) for name, view in self.views.items()}

    def _put(self, name: PageName, view: View) -> QWidget:
        """What stands among the pages for it: the view, or the frame it scrolls in.

        The frame comes here before the view comes into it, for whatever changes its parent is styled anew with all that
        is in it: the owner has two thousand widgets, and his window stood still for a second.
        """
        if name not in _ROOMY:
            self.addWidget(view)
            return view
        frame = _frame(self)
        self.addWidget(frame)
        frame.setWidget(view)
        return frame

    def _name_carriers(self) -> None:
        carrier_names.follow(self._session.carriers())

    def open(self, page: PageName) -> None:
        """Put a page in front and the keys on it."""
        self.setCurrentWidget(self._places[page])
        self.view.setFocus()

    @property
    def name(self) -> PageName:
        """Which page is in front."""
        return next(page for page, place in self._places.items() if place is self.currentWidget())

    @property
    def view(self) -> View:
        """The page in front."""
        return self.views[self.name]

    def wants_label(self, text: str) -> bool:
        """Whether this is the code of one of our labels and the page in front takes those itself."""
        if not text.strip().upper().startswith(LABEL):
            return False
        return self.view is self.hand_over or (self.view is self.outlet and self.outlet.wants_label(text))

    def titles(self) -> dict[PageName, str]:
        """The pages' names in the language of the screen."""
        titles = {
            PageName.ACCEPT: self.tr("Accept"),
            PageName.FIND: self.tr("Find"),
            PageName.ARRIVALS: self.tr("Arrivals"),
            PageName.HAND_OVER: self.tr("Hand-over"),
            PageName.DAY_END: self.tr("Day's end"),
            PageName.REVIEW: self.tr("Review"),
            PageName.STAFF: self.tr("Staff"),
            PageName.OUTLET: self.tr("Outlet"),
            PageName.ACCOUNT: self.tr("My account"),
        }
        return {page: titles[page] for page in self.views}


def _frame(pages: QWidget) -> QScrollArea:
    """What scrolls where the window is smaller than the page in it."""
    frame = QScrollArea(pages)
    frame.setFrameShape(QFrame.Shape.NoFrame)
    frame.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    frame.setWidgetResizable(True)
    return frame
