"""The status line: small facts at the foot of the window, each an icon and a few words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.services.session import RecordState, Today
from outlet_app.ui import backup_news, theme, wording
from outlet_app.ui.backup_news import BackupNews
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from datetime import datetime

    from PySide6.QtGui import QMouseEvent

    from outlet_app.domain.account import Account


class StatusFact(QWidget):
    """One fact. Hidden until something is known. `pressed`: somebody wants its story."""

    pressed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.icon = QLabel()
        self.text = QLabel()
        self.text.setTextFormat(Qt.TextFormat.PlainText)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self.icon)
        row.addWidget(self.text)
        self.hide()

    def tell(self, icon: str, text: str, story: str, token: Token = Token.MUTED) -> None:
        """Show `text` beside the icon, `story` as what a resting pointer learns."""
        theme.wear_icon(self.icon, icon, token)
        self.text.setText(text)
        self.setToolTip(story)
        self.show()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:  # noqa: N802 - Qt's name
        """Tell that somebody pressed it."""
        super().mouseReleaseEvent(event)
        if event.button() is Qt.MouseButton.LeftButton and self.rect().contains(event.position().toPoint()):
            self.pressed.emit()


class StatusLine(QFrame):
    """Who works here, the printer, the backups, the record, today's counts; each shown once it was told."""

    def __init__(self, account: Account, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("statusLine")
        self._account = account
        self._printer: tuple[str, bool] | None = None
        self._record: RecordState | None = None
        self._acknowledged_at: datetime | None = None
        self._today: Today | None = None
        self._backup = BackupNews()
        self.person, self.printer, self.backup, self.record, self.today = (StatusFact() for _ in range(5))
        self._lay_out()
        self.retranslate()

    def tell_printer(self, name: str, *, coded: bool) -> None:
        """Where labels go now, empty for nowhere, and whether they get their code there."""
        self._printer = (name, coded)
        self._show_printer(name, coded=coded)

    def tell_record(self, state: RecordState) -> None:
        """What is known of the activity record."""
        self._record = state
        self._show_record(state)

    def tell_acknowledged(self, at: datetime) -> None:
        """When (UTC) the owner last took note of a gap in the record."""
        self._acknowledged_at = at
        if self._record is not None:
            self._show_record(self._record)

    def tell_backup(self, news: BackupNews) -> None:
        """How the backups stand."""
        self._backup = news
        words = backup_news.words(news)
        if words is not None:
            self.backup.tell(words.icon, words.short, words.story, words.token)

    def tell_today(self, today: Today) -> None:
        """What was done since 04:00."""
        self._today = today
        words = self.tr("Today: accepted {accepted}, arrived {arrived}")
        story = self.tr("The whole outlet, since 04:00.")
        self.today.tell("today", words.format(accepted=today.accepted, arrived=today.arrived), story)

    def retranslate(self) -> None:
        """Say everything that is known in the language of the screen."""
        story = self.tr("{role}. Your own account: click, or F12.")
        self.person.tell("person", self._account.name, story.format(role=wording.choice_name(self._account.role)))
        if self._printer is not None:
            self.tell_printer(self._printer[0], coded=self._printer[1])
        self.tell_backup(self._backup)
        if self._record is not None:
            self.tell_record(self._record)
        if self._today is not None:
            self.tell_today(self._today)

    def _show_printer(self, name: str, *, coded: bool) -> None:
        if not name:
            self.printer.tell("printer", self.tr("No printer"), self.tr("Labels wait until a printer is chosen."))
        elif coded:
            story = self.tr("The owner approved this printer: it prints labels with their code.")
            self.printer.tell("printer", self.tr("{printer} ✓").format(printer=name), story, Token.GOOD)
        else:
            words = self.tr("{printer}, without code").format(printer=name)
            self.printer.tell("printer", words, self.tr("This printer prints labels without code."))

    def _show_record(self, state: RecordState) -> None:
        word, icon, token = {
            RecordState.CHECKING: (self.tr("Record: checking…"), "record", Token.MUTED),
            RecordState.GOOD: (self.tr("Record ✓"), "record", Token.GOOD),
            RecordState.BROKEN: (self.tr("Record broken"), "fault", Token.BAD),
        }[state]
        story = self.tr("Every act recorded so far is checked against the one before it.")
        if self._acknowledged_at is not None and state is not RecordState.BROKEN:
            day = f"{outlet_time(self._acknowledged_at):%Y-%m-%d}"
            word = self.tr("{record}, gap acknowledged {day}").format(record=word, day=day)
        self.record.tell(icon, word, story, token)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, 2 * theme.GRID_PX, 4)
        row.setSpacing(3 * theme.GRID_PX)
        for fact in (self.person, self.printer, self.backup, self.record):
            row.addWidget(fact)
        row.addStretch(1)
        row.addWidget(self.today)
        self.person.setCursor(Qt.CursorShape.PointingHandCursor)
        self.backup.setCursor(Qt.CursorShape.PointingHandCursor)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
