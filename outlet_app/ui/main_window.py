"""The window of a signed-in person: pages at the left, one view, messages above it, facts below."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QScrollArea, QStackedWidget, QToolButton, QVBoxLayout, QWidget

from outlet_app.services.session import RecordState, Today
from outlet_app.ui import theme, wording
from outlet_app.ui.entry_view import EntryView
from outlet_app.ui.help_panel import HelpPanel
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.message_bar import MessageBar, MessageKind
from outlet_app.ui.navigation import Navigation, PageName
from outlet_app.ui.rounds import Rounds
from outlet_app.ui.status_line import StatusLine
from outlet_app.ui.tasks import Lane, Tasks
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.ui.preferences import Preferences

_HEAD_PX = 44
_KEYS = {PageName.ACCEPT: "F2"}


class MainWindow(QWidget):
    """Lives from sign-in to sign-out. `signed_out`: the session is closed, this window is of no more use."""

    signed_out = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._tasks = tasks
        self._today: Today | None = None
        self._leaving = False
        self.entry = EntryView(services.entry, services.printing_desk, tasks, preferences)
        self._views: dict[PageName, QWidget] = {PageName.ACCEPT: self.entry}
        self.navigation = Navigation(_KEYS)
        self.heading = QLabel()
        self.alert = MessageBar()
        self.messages = MessageBar()
        self.look = LookSwitch(preferences)
        self.help_button = QToolButton()
        self.help = HelpPanel()
        self.status = StatusLine()
        self._pages = QStackedWidget()
        self._rounds = Rounds(services.session, services.printing_desk, tasks, self)
        self._lay_out()
        self._connect()
        self._set_keys()
        self.retranslate()
        self.open_page(PageName.ACCEPT)
        self._rounds.start()

    def open_page(self, page: PageName) -> None:
        """Put a page in front and the keys on it."""
        self._pages.setCurrentIndex(list(self._views).index(page))
        self.navigation.mark(page)
        self.heading.setText(self._page_names()[page])
        self.help.explain(page)
        self._views[page].setFocus()

    def tell_error(self, error: OutletError) -> None:
        """Show a known error that no view claimed."""
        self.messages.tell(MessageKind.BAD, wording.sentence(error))

    def leave(self) -> None:
        """Sign out, once; `signed_out` tells when the session is closed."""
        if self._leaving:
            return
        self._leaving = True
        self.setEnabled(False)
        self._rounds.stop()
        self._tasks.run(Lane.DATA, self._session.sign_out, self, self._tell_left, self._tell_left_badly)

    def retranslate(self) -> None:
        """Say everything of the frame in the language of the screen; the views do so for themselves."""
        names = self._page_names()
        lock_story = self.tr("Locking signs you out; the next person signs in with his own password.")
        self.navigation.name_pages(names, self.tr("Lock"), lock_story)
        self.heading.setText(names[self._page()])
        self.help_button.setToolTip(self.tr("Help for this page (F1)"))
        self.help_button.setAccessibleName(self.tr("Help for this page (F1)"))
        account = self._session.account
        self.status.person.tell("person", account.name, story=wording.choice_name(account.role))
        self._tell_record(self._session.record_state())
        if self._today is not None:
            self._tell_today(self._today)

    def _page_names(self) -> dict[PageName, str]:
        return {PageName.ACCEPT: self.tr("Accept")}

    def _page(self) -> PageName:
        return list(self._views)[self._pages.currentIndex()]

    def _lay_out(self) -> None:
        top = QHBoxLayout()
        top.setSpacing(theme.GRID_PX)
        self.heading.setObjectName("heading")
        self.heading.setMinimumHeight(_HEAD_PX)
        theme.wear_icon(self.help_button, "help")
        top.addWidget(self.heading)
        top.addSpacing(theme.GRID_PX)
        top.addWidget(self.messages, stretch=1)
        top.addStretch()
        top.addWidget(self.look)
        top.addWidget(self.help_button)
        for view in self._views.values():
            self._pages.addWidget(_scrolling(view))
        work = QVBoxLayout()
        work.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        work.setSpacing(theme.GRID_PX)
        work.addLayout(top)
        work.addWidget(self.help)
        work.addWidget(self._pages, stretch=1)
        middle = QHBoxLayout()
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(work, stretch=1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.alert)
        page.addLayout(middle, stretch=1)
        page.addWidget(self.status)

    def _connect(self) -> None:
        self.navigation.page_chosen.connect(self.open_page)
        self.navigation.lock_asked.connect(self.leave)
        self.help_button.clicked.connect(self._turn_help)
        self.look.not_kept.connect(self.tell_error)
        self.entry.message.connect(self.messages.tell)
        self.entry.waybill_accepted.connect(self._rounds.count_today)
        self._rounds.record_told.connect(self._tell_record)
        self._rounds.today_told.connect(self._tell_today)

    def _set_keys(self) -> None:
        for page, key in _KEYS.items():
            self._shortcut(key, self.navigation.pages[page].click)
        self._shortcut("Ctrl+L", self.leave)
        self._shortcut("F1", self._turn_help)

    def _shortcut(self, key: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _turn_help(self) -> None:
        self.help.setVisible(not self.help.isVisible())

    def _tell_today(self, today: Today) -> None:
        self._today = today
        words = self.tr("Today: accepted {accepted}, arrived {arrived}")
        self.status.today.tell("today", words.format(accepted=today.accepted, arrived=today.arrived))

    def _tell_record(self, state: RecordState) -> None:
        word, icon, token = {
            RecordState.CHECKING: (self.tr("Record: checking…"), "record", Token.MUTED),
            RecordState.GOOD: (self.tr("Record ✓"), "record", Token.GOOD),
            RecordState.BROKEN: (self.tr("Record broken"), "fault", Token.BAD),
        }[state]
        story = self.tr("Every act recorded so far is checked against the one before it.")
        self.status.record.tell(icon, word, token=token, story=story)
        if state is RecordState.BROKEN:
            self.alert.insist(self.tr("The activity record was cut or rewritten. Work goes on; tell the owner now."))

    def _tell_left(self, _nothing: None) -> None:
        self.signed_out.emit()

    def _tell_left_badly(self, error: OutletError) -> None:
        self.signed_out.emit()
        self._tasks.task_failed.emit(error)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _scrolling(view: QWidget) -> QScrollArea:
    # On a small screen, or a large scale, every field of a view can still be reached.
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(view)
    view.setAutoFillBackground(False)
    area.viewport().setAutoFillBackground(False)
    return area
