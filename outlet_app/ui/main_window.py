"""The window of a signed-in person: pages at the left, one view, messages above it, facts below."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QVBoxLayout, QWidget

from outlet_app.domain.account import Permission
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.services.session import RecordState
from outlet_app.ui import prompts, theme, wording
from outlet_app.ui.backup_page import BackupPage
from outlet_app.ui.backup_run import BackupRun
from outlet_app.ui.date_bar import DateBar
from outlet_app.ui.help_panel import HelpPanel
from outlet_app.ui.look_switch import LookSwitch
from outlet_app.ui.message_bar import MessageBar, MessageKind
from outlet_app.ui.navigation import Navigation, PageName
from outlet_app.ui.news_bar import News, NewsBar
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.pages import KEYS, Pages
from outlet_app.ui.quiet_work import QuietWork
from outlet_app.ui.record_alarm import RecordAlarm
from outlet_app.ui.remote_bar import RemoteBar
from outlet_app.ui.rounds import Rounds
from outlet_app.ui.scan_desk import ScanDesk
from outlet_app.ui.status_line import StatusLine

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QHideEvent

    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.scans import ScanReport
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

_HEAD_PX = 44


class MainWindow(QWidget):
    """Lives from a person's sign-in until another's, hidden while it is locked.

    `lock_asked`: he leaves the counter. `sign_out_asked`: he leaves for today, and nothing typed is worth keeping.
    """

    lock_asked = Signal()
    sign_out_asked = Signal()

    def __init__(
        self, services: Services, tasks: Tasks, preferences: Preferences, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session = services.session
        self._printing_desk = services.printing_desk
        self.backups = BackupRun(services.backup, tasks, self)
        self._middle = QWidget(self)
        self.pages = Pages(services, tasks, preferences, self.backups, self._middle)
        self.entry, self.find_view, self.account = self.pages.entry, self.pages.find_view, self.pages.account
        self.review, self.staff, self.outlet = self.pages.review, self.pages.staff, self.pages.outlet
        self._came_from = PageName.ACCEPT
        self.navigation = Navigation({page: KEYS[page] for page in self.pages.views if page is not PageName.ACCOUNT})
        self.heading = QLabel()
        self.alert = MessageBar()
        self.alarm = RecordAlarm(services.scans, tasks, is_owner=services.session.account.may(Permission.SET_POLICY))
        self._scan_desk = ScanDesk(services.scans, tasks, self)
        self.date = DateBar(services.date, tasks)
        self.remote = RemoteBar(services.session, tasks)
        self.news = NewsBar(partial(_news, services), tasks)
        self.messages = MessageBar()
        self.look = LookSwitch(preferences)
        self.help_button = QToolButton()
        self.help = HelpPanel()
        self.status = StatusLine(services.session.account)
        self._rounds = Rounds(services.session, services.printing_desk, tasks, self)
        works = (services.wraps, services.retention_round, services.retention)
        self._quiet_work = [QuietWork(work, tasks, self) for work in works]
        self._lay_out()
        self._connect()
        self._set_keys()
        self.retranslate()
        self.open_page(PageName.ACCEPT)
        self._tell_printer()
        self.alarm.look()
        self.news.look()
        self._rounds.start()
        for work in self._quiet_work:
            work.start()
        self.backups.start()

    def open_page(self, page: PageName) -> None:
        """Put a page in front and the keys on it."""
        if page is PageName.FIND and self.pages.name is not page:
            self._came_from = self.pages.name
        self.navigation.mark(page)
        self.heading.setText(self.pages.titles()[page])
        self.help.explain(page)
        self.pages.open(page)

    def take_keys(self) -> None:
        """Put the keys on the page that stands open."""
        self.pages.view.setFocus()

    def take_scan(self, text: str) -> None:
        """A label or day sheet is judged whatever page stands open, but for a label on the page of lists.

        All else goes to the page in front, a card to its proof.
        """
        if not self.isEnabled() or self.alarm.take_card(text):
            return
        if self._scan_desk.takes(text) and not self.pages.wants_label(text) and not self._waits_for_card():
            self._scan_desk.take(text)
        else:
            self.pages.view.take_scan(text)

    def tell_error(self, error: OutletError) -> None:
        """Show a known error that no view claimed."""
        self.messages.tell(MessageKind.BAD, wording.sentence(error))

    def stop(self) -> None:
        """Nobody works here any more: take no key and no scan, and ask for nothing by itself."""
        self.setEnabled(False)
        self.find_view.forget()
        self._rounds.stop()
        for work in self._quiet_work:
            work.stop()
        self.backups.halt()

    def retranslate(self) -> None:
        """Say everything of the frame in the language of the screen; the views do so for themselves."""
        titles = self.pages.titles()
        lock_story = self.tr(
            "Locking hides everything. You find it as it was; when somebody else signs in, it is gone."
        )
        self.navigation.name_pages({page: titles[page] for page in self.navigation.pages}, self.tr("Lock"), lock_story)
        self.heading.setText(titles[self.pages.name])
        self.help_button.setToolTip(self.tr("Help for this page (F1)"))
        self.help_button.setAccessibleName(self.tr("Help for this page (F1)"))

    def _lay_out(self) -> None:
        work = QVBoxLayout()
        work.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        work.setSpacing(theme.GRID_PX)
        work.addLayout(self._head())
        work.addWidget(self.help)
        work.addWidget(self.pages, stretch=1)
        middle = QHBoxLayout(self._middle)
        middle.setContentsMargins(0, 0, 0, 0)
        middle.setSpacing(0)
        middle.addWidget(self.navigation)
        middle.addLayout(work, stretch=1)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(0)
        page.addWidget(self.alert)
        page.addWidget(self.alarm)
        page.addWidget(self.date)
        page.addWidget(self.remote)
        page.addWidget(self.news)
        page.addWidget(self._middle, stretch=1)
        page.addWidget(self.status)

    def _head(self) -> QHBoxLayout:
        self.heading.setObjectName("heading")
        self.heading.setMinimumHeight(_HEAD_PX)
        theme.wear_icon(self.help_button, "help")
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.heading)
        head.addSpacing(theme.GRID_PX)
        head.addWidget(self.messages, stretch=1)
        head.addStretch()
        head.addWidget(self.look)
        head.addWidget(self.help_button)
        return head

    def _connect(self) -> None:
        self.navigation.page_chosen.connect(self.open_page)
        self.navigation.lock_asked.connect(self.lock_asked)
        self.help_button.clicked.connect(self._turn_help)
        self.look.not_kept.connect(self.tell_error)
        for view in self.pages.views.values():
            view.message.connect(self.messages.tell)
            view.label_scanned.connect(self._tell_label_scanned)
        if self.review is not None:
            self.review.today.everything_seen.connect(self.news.note_reviewed)
            self.review.record_broken.connect(partial(self._tell_record, RecordState.BROKEN))
        self.pages.hand_over.record_broken.connect(partial(self._tell_record, RecordState.BROKEN))
        self._connect_find()
        self.date.confirmed.connect(self._tell_date)
        self.status.person.pressed.connect(partial(self.open_page, PageName.ACCOUNT))
        self.account.sign_out_asked.connect(self._ask_sign_out)
        if self.outlet is not None:
            self.outlet.supplies_changed.connect(self.entry.refresh_supplies)
            self.outlet.news_changed.connect(self.news.look_again)
        self.entry.waybill_accepted.connect(self._rounds.count_today)
        self.pages.arrivals.parcel_shelved.connect(self._rounds.count_today)
        self.entry.printer.changed.connect(self._tell_printer)
        self._rounds.codes_dropped.connect(self.entry.refresh_latest)
        self._rounds.gone_round.connect(self.date.look)
        self._rounds.gone_round.connect(self.remote.look)
        self._rounds.today_told.connect(self.status.tell_today)
        self._rounds.record_told.connect(self._tell_record)
        self._rounds.damage_told.connect(self._tell_damage)
        self.backups.told.connect(self.status.tell_backup)
        self.status.backup.pressed.connect(self._open_backups)

    def _connect_find(self) -> None:
        self._scan_desk.began.connect(self.find_view.close_label)
        self._scan_desk.reported.connect(self._show_report)
        self._scan_desk.refused.connect(self._show_scan_error)
        self.find_view.left_asked.connect(self._go_back)
        self.find_view.correction_asked.connect(self._correct)
        self.find_view.again_asked.connect(self._enter_again)
        self.alarm.asking.connect(self._middle.setHidden)
        self.alarm.noted.connect(self.status.tell_acknowledged)
        self.alarm.acknowledged.connect(self._tell_acknowledged)

    def _set_keys(self) -> None:
        for page, button in self.navigation.pages.items():
            self._shortcut(KEYS[page], button.click)
        self._shortcut(KEYS[PageName.ACCOUNT], partial(self.open_page, PageName.ACCOUNT))
        self._shortcut("Ctrl+Shift+L", self._ask_sign_out)
        self._shortcut("Ctrl+L", self.lock_asked.emit)
        self._shortcut("Ctrl+F", self._begin_find)
        self._shortcut("F1", self._turn_help)

    def _shortcut(self, key: str, slot: Callable[[], object]) -> None:
        QShortcut(QKeySequence(key), self).activated.connect(slot)

    def _waits_for_card(self) -> bool:
        return any(proof.awaits_card for proof in self.findChildren(OwnerProof))

    def _begin_find(self) -> None:
        self.open_page(PageName.FIND)
        self.find_view.begin()

    def _show_report(self, report: ScanReport) -> None:
        self.open_page(PageName.FIND)
        self.find_view.show_report(report)
        if report.outcome is ScanOutcome.MISFIT:
            self._tell_record(self._session.record_state())

    def _show_scan_error(self, error: OutletError) -> None:
        self.open_page(PageName.FIND)
        self.find_view.show_scan_error(error)

    def _go_back(self) -> None:
        """To the page before, with the keys where they were; the parcel is no longer in the hand."""
        self._scan_desk.put_down()
        kept = self.pages.views[self._came_from].focusWidget()
        self.open_page(self._came_from)
        if kept is not None:
            kept.setFocus()

    def _correct(self, found: FoundWaybill) -> None:
        self.open_page(PageName.ACCEPT)
        self.entry.put_right(found.masked.record_id)

    def _enter_again(self, number: str) -> None:
        self.open_page(PageName.ACCEPT)
        self.entry.take_scan(number)

    def _ask_sign_out(self) -> None:
        """Go at once, or where something is typed, when the person says that it may go."""
        question = self.tr("What stands in the accept form is lost when you sign out.")
        leave, stay = self.tr("Sign out"), self.tr("Stay")
        if self.entry.form.is_blank() or prompts.ask(self, question, leave, stay):
            self.sign_out_asked.emit()

    def _turn_help(self) -> None:
        self.help.setVisible(not self.help.isVisible())

    def _open_backups(self) -> None:
        if self.outlet is not None:
            self.open_page(PageName.OUTLET)
            self.outlet.open(next(page for page in self.outlet.pages if isinstance(page, BackupPage)))

    def _tell_printer(self) -> None:
        printer = self.entry.printer.chosen()
        coded = printer is not None and self._printing_desk.is_approved(printer)
        self.status.tell_printer(printer.name if printer is not None else "", coded=coded)

    def _tell_date(self) -> None:
        self.messages.tell(MessageKind.GOOD, self.tr("The date is confirmed."))

    def _tell_label_scanned(self) -> None:
        self.messages.tell(MessageKind.WARN, self.tr("That code is not asked for here."))

    def _tell_record(self, state: RecordState) -> None:
        self.status.tell_record(state)
        if state is RecordState.BROKEN:
            self.alarm.look()

    def _tell_acknowledged(self) -> None:
        words = self.tr("The gap is acknowledged; the record is checked once more.")
        self.messages.tell(MessageKind.GOOD, words)
        self._rounds.check_again()

    def _tell_damage(self) -> None:
        self.alert.insist(
            self.tr(
                "A page of the database cannot be read. Everything else goes on and what you typed stays; tell the "
                "owner to close the program and choose “Can't sign in?”."
            )
        )

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Behind the lock nothing of this person's stays within reach, on the clipboard neither."""
        if not event.spontaneous():
            self.find_view.forget()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _news(services: Services) -> News:
    """What is told at a sign-in: changed rules, and to an owner what waits in his review."""
    changed = services.policies.news()
    if not services.session.account.may(Permission.REVIEW):
        return News(changed)
    looks = sum(view.flag.count for view in services.flags.canary_flags() if view.is_new)
    return News(changed, services.flags.weeks_unreviewed(), looks, services.canaries.to_renew())
