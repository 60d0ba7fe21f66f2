"""日结: what the day brought, by person, carrier and list; the drawer counted; one key ends it and prints its sheet."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import (
    QApplication,
    QFrame,
    QGridLayout,
    QLabel,
    QScrollArea,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.text import looks_like_label_code
from outlet_app.errors import DayOver
from outlet_app.ui import day_end_wording, theme, wording
from outlet_app.ui.day_bar import DayBar
from outlet_app.ui.day_figures import DayFigures
from outlet_app.ui.day_sheet_bar import DaySheetBar
from outlet_app.ui.drawer_card import DrawerCard
from outlet_app.ui.lines_card import Line, LinesCard
from outlet_app.ui.read_table import ReadTable
from outlet_app.ui.report_preview import ReportPreview
from outlet_app.ui.shift_table import WIDEST_MONEY, ShiftRows
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from PySide6.QtGui import QHideEvent, QKeyEvent, QResizeEvent, QShowEvent

    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.day_account import DayAccount
    from outlet_app.domain.number_gaps import NumbersOfDay
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.services.day_end import DayEnd
    from outlet_app.services.report import Report
    from outlet_app.ui.tasks import Tasks

_SHIFTS_SEEN = 6
_SIDE_PX = 300
_NAME = "林芳芳林芳"


class DayEndView(QWidget):
    """The page of the evening: a clerk sees and ends his own shift, the owner everybody's.

    `message(kind, text)`: a line for the message bar. `label_scanned`: a code that is no use here was scanned.
    """

    message = Signal(str, str)
    label_scanned = Signal()

    def __init__(
        self,
        day_end: DayEnd,
        carriers: Callable[[], Mapping[str, Carrier]],
        sheet: DaySheetBar,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._day_end, self._carriers, self._tasks = day_end, carriers, tasks
        self._account: DayAccount | None = None
        self.days, self.sheet, self.figures, self.drawer = DayBar(), sheet, DayFigures(), DrawerCard()
        self.shift_rows = ShiftRows(self)
        self.shifts = ReadTable(self.shift_rows)
        self.carriers, self.lists, self.numbers = LinesCard(), LinesCard(), LinesCard()
        self.broken, self.preview = QLabel(), ReportPreview(tasks)
        self._board = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.drawer)
        self.retranslate()

    @property
    def account(self) -> DayAccount | None:
        """What stands here; None until the first answer."""
        return self._account

    def take_scan(self, text: str) -> None:
        """Nothing is scanned here."""
        if looks_like_label_code(text):
            self.label_scanned.emit()
        else:
            self.message.emit("warn", self.tr("Nothing is scanned here. F5 hands parcels over, F3 finds them."))

    def refresh(self) -> None:
        """Look which days there are, and read the one that stands open."""
        self._tasks.run(Lane.DATA, self._day_end.days, self, self._take_days, self._tell_error)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.shifts.setAccessibleName(self.tr("Shifts"))
        self.broken.setText(
            self.tr("Acts of this day do not follow from one another: the sums may be wrong. Call the owner.")
        )
        self.shift_rows.retranslate()
        self.shifts.size_columns(
            (_NAME, *["8888"] * 5, WIDEST_MONEY, self.tr("¥{amount} missing").format(amount="888.88"), "88:88")
        )
        self._show_account()

    def _take_days(self, days: tuple[date, ...]) -> None:
        self.days.offer(days)
        self._ask()

    def _stay(self, days: tuple[date, ...]) -> None:
        """The day that stands here is over: it stays in sight, and the next one is a key away."""
        self.days.offer(days, stays=True)
        self._ask()

    def _ask(self, _day: object = None) -> None:
        day = self.days.day
        if day is not None:
            self._tasks.run(Lane.DATA, partial(self._day_end.account, day), self, self._take_account, self._tell_error)

    def _take_account(self, account: DayAccount) -> None:
        if account.day == self.days.day:
            self._account = account
            self._show_account()

    def _show_account(self) -> None:
        account = self._account
        if account is None:
            return
        self.broken.setVisible(not account.whole)
        self.figures.show_traffic(account.total.traffic)
        self.shift_rows.show_shifts(account.shifts, account.total if account.of_everybody else None)
        self._fit_shifts()
        self.drawer.show_shift(account.total, is_open=not account.day_is_over)
        self._show_carriers(account)
        self._show_lists(account)
        self._show_numbers(account)
        self.sheet.show_day(account)
        self._keep_keys()

    def _keep_keys(self) -> None:
        """The field for what was counted goes with the day; the keys stay on the page."""
        keys = QApplication.focusWidget()
        if self.isVisible() and (keys is None or not self.isAncestorOf(keys) or not keys.isVisible()):
            self._take_keys()

    def _take_keys(self) -> None:
        (self.drawer.counted if self.drawer.counted.isVisible() else self.shifts).setFocus()

    def _fit_shifts(self) -> None:
        """As high as its rows; many of them scroll."""
        rows = min(_SHIFTS_SEEN, max(1, self.shift_rows.rowCount()))
        columns = self.shifts.horizontalHeader().length()
        bar = self.shifts.horizontalScrollBar().sizeHint().height() if columns > self.shifts.viewport().width() else 0
        self.shifts.setFixedHeight(self.shifts.height_of(rows) + bar)

    def _show_carriers(self, account: DayAccount) -> None:
        words = self.tr("accepted {accepted}, handed over {handed_over}, arrived {arrived}, given out {collected}")
        monthly = self.tr("on monthly account {amount}")
        self.carriers.tell(
            self.tr("By carrier"),
            self.tr("Each carrier's parcels stand here as soon as one came or went."),
            (
                Line(
                    self._named(each.carrier),
                    monthly.format(amount=day_end_wording.money(each.monthly_fen)) if each.monthly_fen else "",
                    words.format(
                        accepted=each.traffic.accepted,
                        handed_over=each.traffic.handed_over,
                        arrived=each.traffic.arrived,
                        collected=each.traffic.collected,
                    ),
                )
                for each in account.carriers
            ),
        )

    def _show_lists(self, account: DayAccount) -> None:
        self.lists.tell(
            self.tr("Lists closed"),
            self.tr("Hand-over lists stand here once they are closed: F5."),
            (
                Line(
                    f"{outlet_time(each.closed_at):%H:%M}  {self._named(each.carrier)}",
                    self.tr("parcels: {count}").format(count=each.count),
                )
                for each in account.lists
            ),
        )

    def _show_numbers(self, account: DayAccount) -> None:
        self.numbers.tell(
            self.tr("Waybill numbers"),
            self.tr("The numbers that the day used stand here."),
            (line for each in account.numbers for line in self._number_lines(each)),
        )

    def _number_lines(self, numbers: NumbersOfDay) -> Iterator[Line]:
        runs = self.tr(", ").join(day_end_wording.run_words(run) for run in numbers.runs)
        typed = self.tr("{count} typed or scanned").format(count=numbers.typed)
        note = self.tr(", ").join(filter(None, (runs, typed if numbers.typed else "")))
        used = self.tr("{count} used").format(count=numbers.used)
        yield Line(self._named(numbers.carrier), used, note)
        gaps = self.tr(", ").join(day_end_wording.gap_words(gap) for gap in numbers.gaps)
        if gaps:
            yield Line("", "", self.tr("Passed over: {gaps}").format(gaps=gaps), doubt=numbers.missing > 0)

    def _named(self, carrier: str) -> str:
        known = self._carriers().get(carrier)
        return carrier if known is None else wording.carrier_name(known)

    def _end(self) -> None:
        """Record what was counted, where something was, end the day, and print its sheet."""
        if self.drawer.is_faulty():
            self.drawer.setFocus()
            return
        if self._account is None:
            return
        self.sheet.set_working(working=True)
        work = partial(_ended, self._day_end, self._account.day, self.drawer.typed_fen())
        self._tasks.run(Lane.DATA, work, self, self._tell_ended, self._tell_not_ended)

    def _tell_ended(self, account: DayAccount) -> None:
        self.sheet.set_working(working=False)
        self.drawer.forget_typed()
        self._account = account
        self._show_account()
        words = self.tr("The day is ended.") if account.of_everybody else self.tr("Your shift is ended.")
        self.message.emit("good", words)
        if self.sheet.prints:
            self.sheet.print_sheet()

    def _tell_not_ended(self, error: OutletError) -> None:
        self.sheet.set_working(working=False)
        self._tell_error(error)
        if isinstance(error, DayOver):
            self._tasks.run(Lane.DATA, self._day_end.days, self, self._stay, self._tell_error)

    def _show_sheet(self, report: Report) -> None:
        """In place of the day, whose keys for pages are the sheet's meanwhile."""
        self.preview.show_report(report)
        self._board.setCurrentWidget(self.preview)
        self.preview.ground.setFocus()
        self.days.setEnabled(False)
        self.sheet.set_looking(looking=True)

    def _put_sheet_away(self) -> None:
        self.preview.clear()
        self._board.setCurrentIndex(0)
        self.days.setEnabled(True)
        self.sheet.set_looking(looking=False)
        if self.isVisible():
            self._take_keys()

    def _tell_error(self, error: OutletError) -> None:
        self.message.emit("bad", wording.sentence(error))

    def _connect(self) -> None:
        self.days.chosen.connect(self._ask)
        self.drawer.entered.connect(self._end)
        self.sheet.end_asked.connect(self._end)
        self.sheet.message.connect(self.message)
        self.sheet.look_asked.connect(self._show_sheet)
        self.sheet.look_ended.connect(self._put_sheet_away)

    def _lay_out(self) -> None:
        self.broken.setObjectName("doubt")
        self.broken.setWordWrap(True)
        self.broken.hide()
        self._fit_shifts()
        self.shifts.horizontalHeader().setStretchLastSection(True)
        self.drawer.setFixedWidth(_SIDE_PX)
        content = QWidget()
        content.setObjectName("plain")
        grid = QGridLayout(content)
        grid.setContentsMargins(0, 0, theme.GRID_PX, 0)
        grid.setSpacing(theme.GRID_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        grid.addWidget(self.figures, 0, 0, 1, 2)
        grid.addWidget(self.shifts, 1, 0, 1, 2)
        grid.addWidget(self.carriers, 2, 0)
        grid.addWidget(self.lists, 2, 1)
        grid.addWidget(self.numbers, 3, 0, 1, 2)
        grid.addWidget(self.drawer, 0, 2, 4, 1)
        grid.setRowStretch(4, 1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setWidget(content)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        self._board.addWidget(scroll)
        self._board.addWidget(self.preview)
        for part, stretch in ((self.days, 0), (self.broken, 0), (self._board, 1), (self.sheet, 0)):
            column.addWidget(part, stretch)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape puts the sheet away."""
        if event.key() == Qt.Key.Key_Escape and self._board.currentWidget() is self.preview:
            self._put_sheet_away()
        else:
            super().keyPressEvent(event)

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Whoever comes back sees the day."""
        if not event.spontaneous() and self._board.currentWidget() is self.preview:
            self._put_sheet_away()
        super().hideEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """A narrow table scrolls sideways, and hides no row for it."""
        super().resizeEvent(event)
        self._fit_shifts()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the day as it stands now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; make no sheet when the window is closed to work."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.sheet.halt()
        super().changeEvent(event)


def _ended(day_end: DayEnd, day: date, counted_fen: int | None) -> DayAccount:
    if counted_fen is not None:
        day_end.count_cash(day, counted_fen)
    return day_end.end_day(day)


def day_end_page(services: Services, printer: Callable[[], Printer | None], tasks: Tasks) -> DayEndView:
    """The page with all that it needs; `printer` says where papers go, None for nowhere."""
    sheet = DaySheetBar(services.reports, printer, tasks)
    return DayEndView(services.day_end, services.session.carriers, sheet, tasks)
