"""The foot of the day's end: the key that ends it, and its sheet: printed, saved, or looked at."""

from __future__ import annotations

from enum import Enum, auto
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import prompts, theme, wording
from outlet_app.ui.report_run import ReportRun
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QResizeEvent

    from outlet_app.domain.day_account import DayAccount
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.report import Report
    from outlet_app.services.reports import Reports
    from outlet_app.ui.tasks import Tasks

_BUTTON_PX = 40


class _Use(Enum):
    """What becomes of a sheet once it is made."""

    PRINT = auto()
    SAVE = auto()
    LOOK = auto()


class DaySheetBar(QFrame):
    """`end_asked`: the day, or the clerk's shift, is to be ended. `look_asked(Report)`: its sheet is to be looked at.

    `look_ended`: it was looked at enough.
    `message(kind, text)`: as in `EntryView`.
    """

    end_asked = Signal()
    look_asked = Signal(object)
    look_ended = Signal()
    message = Signal(str, str)

    def __init__(
        self, reports: Reports, printer: Callable[[], Printer | None], tasks: Tasks, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._reports, self._tasks = reports, tasks
        self._printer = printer
        self._prints_itself = True
        self._run = ReportRun(reports, tasks, self)
        self._account: DayAccount | None = None
        self._use = _Use.LOOK
        self._folder: Path | None = None
        self._working = False
        self._looks = False
        self.end, self.print, self.save, self.look = (QPushButton() for _ in range(4))
        self.story, self.progress, self.stop = QLabel(), QLabel(), QPushButton()
        self._lay_out()
        self._connect()
        self.retranslate()

    @property
    def prints(self) -> bool:
        """Whether ending the day prints its sheet: the owner wants it, and a printer is chosen."""
        return self._prints_itself and self._printer() is not None

    @property
    def is_making(self) -> bool:
        """Whether a sheet is on its way."""
        return self._run.is_running

    def show_day(self, account: DayAccount) -> None:
        """What stands here now belongs to this day."""
        self._account = account
        self.retranslate()
        self._tasks.run(Lane.DATA, self._reports.prints_itself, self, self._take_wish, self._tell_error)

    def set_working(self, *, working: bool) -> None:
        """While the day is being ended it is not ended once more."""
        self._working = working
        self.retranslate()

    def set_looking(self, *, looking: bool) -> None:
        """While the sheet stands there its key leads back."""
        self._looks = looking
        self.retranslate()

    def print_sheet(self) -> None:
        """Make the sheet of the day for the chosen printer, and print it."""
        if self._printer() is not None:
            self._make(_Use.PRINT)
        else:
            self.message.emit("warn", self.tr("Choose a printer under Accept first."))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        account = self._account
        self.end.setText(self._end_words(account))
        self.end.setAccessibleName(self.end.text())
        self.end.setVisible(account is not None and not account.day_is_over)
        self.end.setEnabled(not self._working)
        for button, words in (
            (self.print, self._say(self.tr("Print the day sheet   Ctrl+P"), self.tr("Print the shift sheet   Ctrl+P"))),
            (self.save, self.tr("Save…   Ctrl+S")),
            (self.look, self.tr("Back to the day   Esc") if self._looks else self.tr("Look at it   Ctrl+O")),
        ):
            button.setText(words)
            button.setEnabled(account is not None and not self.is_making)
        self.stop.setText(self.tr("Stop"))
        self.story.setText(self._story(account))
        self.story.setVisible(bool(self.story.text()))
        for part in (self.progress, self.stop):
            part.setVisible(self.is_making)
        self._stack()

    def halt(self) -> None:
        """Nobody works here any more."""
        self._run.stop()
        self.retranslate()

    def _take_wish(self, prints_itself: bool) -> None:  # noqa: FBT001 - as the lane hands it on
        self._prints_itself = prints_itself
        self.retranslate()

    def _end_words(self, account: DayAccount | None) -> str:
        if account is None:
            return ""
        if account.of_everybody:
            prints, plain = self.tr("End the day, print its sheet   Ctrl+Enter"), self.tr("End the day   Ctrl+Enter")
        else:
            prints, plain = self.tr("End my shift, print its sheet   Ctrl+Enter"), self.tr("End my shift   Ctrl+Enter")
        return prints if self.prints else plain

    def _say(self, of_the_day: str, of_a_shift: str) -> str:
        """What the owner's sheet is called, or a clerk's."""
        return of_the_day if self._account is None or self._account.of_everybody else of_a_shift

    def _story(self, account: DayAccount | None) -> str:
        if account is None or account.total.ended_at is None:
            return ""
        words = self.tr("Ended at {time}. What came after that counts too: it may be ended again.")
        return words.format(time=f"{outlet_time(account.total.ended_at):%H:%M}")

    def _make(self, use: _Use) -> None:
        account = self._account
        if account is None or self.is_making:
            return
        self._use = use
        self.progress.clear()
        self._run.day_sheet(account.day, self._printer() if use is _Use.PRINT else None)
        self.retranslate()

    def _look(self) -> None:
        if self._looks:
            self.look_ended.emit()
        else:
            self._make(_Use.LOOK)

    def _ask_folder(self) -> None:
        title = self._say(self.tr("Folder for the day sheet"), self.tr("Folder for the shift sheet"))
        folder = prompts.choose_folder(self, title, self._folder or Path.home())
        if folder is not None:
            self._folder = folder
            self._make(_Use.SAVE)

    def _take(self, report: Report) -> None:
        printer = self._printer()
        if self._use is _Use.PRINT and printer is not None:
            self._run.print(report, printer)
        elif self._use is _Use.SAVE and self._folder is not None:
            self._run.save(report, self._folder)
        else:
            self.look_asked.emit(report)
        self.retranslate()

    def _tell_going_on(self, done: int, whole: int) -> None:
        part = 100 * done // max(1, whole)
        self.progress.setText(self.tr("Checking the record first: {part} %").format(part=part))

    def _tell_sent(self, printer: str) -> None:
        words = self._say(self.tr("Day sheet printed on {printer}"), self.tr("Shift sheet printed on {printer}"))
        self.message.emit("good", words.format(printer=printer))

    def _tell_saved(self, folder: Path) -> None:
        words = self._say(self.tr("Day sheet saved in {folder}"), self.tr("Shift sheet saved in {folder}"))
        self.message.emit("good", words.format(folder=folder))

    def _tell_error(self, error: OutletError) -> None:
        self.retranslate()
        self.message.emit("bad", wording.sentence(error))

    def _connect(self) -> None:
        self._run.gone_on.connect(self._tell_going_on)
        self._run.made.connect(self._take)
        self._run.sent.connect(self._tell_sent)
        self._run.saved.connect(self._tell_saved)
        self._run.failed.connect(self._tell_error)
        self.stop.clicked.connect(self.halt)
        self.end.clicked.connect(self.end_asked)
        self.print.clicked.connect(self.print_sheet)
        self.save.clicked.connect(self._ask_folder)
        self.look.clicked.connect(self._look)
        for keys, button in (
            (("Ctrl+Return", "Ctrl+Enter"), self.end),
            (("Ctrl+P",), self.print),
            (("Ctrl+S",), self.save),
            (("Ctrl+O",), self.look),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setAutoRepeat(False)
                shortcut.activated.connect(button.click)

    def _lay_out(self) -> None:
        self.end.setObjectName("primary")
        self.end.setMinimumHeight(_BUTTON_PX)
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.progress.setObjectName("caption")
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        self._row = row
        for button in (self.print, self.save, self.look, self.stop, self.end):
            button.setAutoDefault(False)
        for part in (self.print, self.save, self.look, self.progress, self.stop):
            row.addWidget(part)
        row.addStretch(1)
        self._beside = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._beside.setSpacing(theme.GRID_PX)
        self._beside.addLayout(row, 1)
        self._beside.addWidget(self.end)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addWidget(self.story)
        column.addLayout(self._beside)

    def _stack(self) -> None:
        """The key that ends the day stands under the others where there is no room beside them."""
        room = self.width() - 5 * theme.GRID_PX
        narrow = self._row.sizeHint().width() + self.end.sizeHint().width() > room
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._beside.setDirection(under if narrow else beside)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As narrow as its widest row."""
        widest = max(self._row.minimumSize().width(), self.end.sizeHint().width())
        return QSize(widest + 4 * theme.GRID_PX, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Beside or under."""
        super().resizeEvent(event)
        self._stack()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
