"""Pictures of the last weeks: hours by day, and one measure day by day; as numbers too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QAbstractTableModel, QEvent, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from outlet_app.domain.act_groups import ActGroup
from outlet_app.domain.behaviour import Measure
from outlet_app.services.review import ActFilter
from outlet_app.ui import act_wording, flag_wording, theme, wording
from outlet_app.ui.act_table import WIDEST_DAY
from outlet_app.ui.charts import FIRST_HOUR, HOURS, DayLine, HourMap, Series
from outlet_app.ui.inputs import Choice
from outlet_app.ui.read_table import ReadTable
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtGui import QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.flag_desk import DayCount, FlagDesk
    from outlet_app.services.review import Actor, Review
    from outlet_app.ui.tasks import Tasks

DAYS = 30
MAP_DAYS = 14
"""Days of the line and of the map. Source of the first: design, activity; two weeks are what the map holds readably."""

_COUNTED_FROM = {
    Measure.LOOK_UPS: ActGroup.REVEALS,
    Measure.MISSES: ActGroup.REVEALS,
    Measure.REVEALS: ActGroup.REVEALS,
    Measure.UNFOLLOWED: ActGroup.REVEALS,
    Measure.PRINTS: ActGroup.LABELS,
    Measure.REPRINTS: ActGroup.LABELS,
    Measure.ACCEPTED: ActGroup.PARCELS,
    Measure.SIGN_INS: ActGroup.SIGN_INS,
}
"""Where what a measure counts is found among the rows; the others are counted from acts of several groups."""

Index = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_ALL = ""


class NumberRows(QAbstractTableModel):
    """The same as the pictures in figures, the newest day first: the measure, then the hours from 04:00."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.days: tuple[DayCount, ...] = ()
        self.measure = Measure.LOOK_UPS

    def show_days(self, days: tuple[DayCount, ...], measure: Measure) -> None:
        """Show these in place of what stood here."""
        self.beginResetModel()
        self.days, self.measure = tuple(reversed(days)), measure
        self.endResetModel()

    def rowCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """As many as there are days."""
        return 0 if parent.isValid() else len(self.days)

    def columnCount(self, parent: Index = _NOWHERE) -> int:  # noqa: N802 - Qt's name
        """Day, measure, hours."""
        return 0 if parent.isValid() else 2 + HOURS

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> str | Qt.AlignmentFlag | None:
        """A day or a count."""
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column():
            return Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        day, column = self.days[index.row()], index.column()
        if column == 0:
            return act_wording.day_name(day.day)
        count = day.counts[self.measure] if column == 1 else day.hours[(column - 2 + FIRST_HOUR) % HOURS]
        return str(count or "–")

    def headerData(  # noqa: N802 - Qt's name
        self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole
    ) -> str | None:
        """The hour, or what is counted."""
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        names = (self.tr("Day"), flag_wording.measure_name(self.measure))
        return names[section] if section < len(names) else f"{(section - 2 + FIRST_HOUR) % HOURS:02}"

    def mimeTypes(self) -> list[str]:  # noqa: N802 - Qt's name
        """Nothing that another program could take."""
        return []


class ReviewPictures(QWidget):
    """`acts_asked(ActFilter)`: the acts behind a mark. `message(kind, text)`."""

    acts_asked = Signal(object)
    message = Signal(str, str)

    def __init__(self, flags: FlagDesk, review: Review, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags = flags
        self._review = review
        self._tasks = tasks
        self._people: tuple[Actor, ...] = ()
        self._days: tuple[DayCount, ...] = ()
        self.person, self.measure = Choice(), Choice()
        self.as_numbers = QPushButton()
        self.map_heading, self.line_heading = QLabel(), QLabel()
        self.map, self.line = HourMap(), DayLine()
        self._rows = NumberRows(self)
        self.numbers = ReadTable(self._rows)
        self._board = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.map)
        self.retranslate()

    def refresh(self) -> None:
        """Ask for the days of the chosen person."""
        self._tasks.run(Lane.DATA, self._review.everybody, self, self._take_people, self._fail)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        self._offer()
        self.person.setAccessibleName(self.tr("Person"))
        self.measure.setAccessibleName(self.tr("What is counted"))
        self.as_numbers.setText(self.tr("As numbers"))
        self.map_heading.setText(self.tr("Acts by hour, the last {count} days").format(count=MAP_DAYS))
        self.map.setAccessibleName(self.map_heading.text())
        self.numbers.setAccessibleName(self.tr("The pictures as numbers"))
        self._show()

    def _offer(self) -> None:
        people = [(each.account_id.hex(), act_wording.person_name(each.name)) for each in self._people]
        measures = [(each.value, flag_wording.measure_name(each)) for each in Measure]
        offered = ((self.person, [(_ALL, self.tr("Everybody")), *people]), (self.measure, measures))
        for choice, entries in offered:
            blocked = choice.blockSignals(True)
            choice.offer(entries)
            choice.blockSignals(blocked)

    def _lay_out(self) -> None:
        self.as_numbers.setCheckable(True)
        self.map.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.person, 2)
        head.addWidget(self.measure, 2)
        head.addStretch(3)
        head.addWidget(self.as_numbers)
        pictures = QWidget()
        column = QVBoxLayout(pictures)
        column.setContentsMargins(0, 0, 0, 0)
        for heading in (self.map_heading, self.line_heading):
            heading.setObjectName("caption")
        for part in (self.map_heading, self.map, self.line_heading, self.line):
            column.addWidget(part, 1 if part is self.map else 0)
        ground = QScrollArea()
        ground.setWidgetResizable(True)
        ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        pictures.setObjectName("plain")
        ground.setWidget(pictures)
        self._board.addWidget(ground)
        self._board.addWidget(self.numbers)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.GRID_PX)
        page.addLayout(head)
        page.addWidget(self._board, 1)

    def _connect(self) -> None:
        self.person.currentIndexChanged.connect(self._ask)
        self.measure.currentIndexChanged.connect(self._show)
        self.as_numbers.toggled.connect(lambda on: self._board.setCurrentIndex(int(on)))
        self.map.chosen.connect(self._ask_hour)
        self.line.chosen.connect(self._ask_day)
        self.numbers.row_chosen.connect(lambda row: self._ask_day(self._rows.days[row].day))

    def _take_people(self, people: tuple[Actor, ...]) -> None:
        self._people = people
        self._offer()
        self._ask()

    def _ask(self) -> None:
        ask = partial(self._flags.days, self._account_id(), DAYS)
        self._tasks.run(Lane.DATA, ask, self, self._take, self._fail)

    def _take(self, days: tuple[DayCount, ...]) -> None:
        self._days = days
        self._show()

    def _show(self) -> None:
        measure = self._measure()
        words = self.tr("{measure} by day, the last {count} days")
        self.line_heading.setText(words.format(measure=flag_wording.measure_name(measure), count=DAYS))
        self.line.setAccessibleName(self.line_heading.text())
        recent = self._days[-MAP_DAYS:]
        self.map.put(_series(recent, measure))
        self.line.put(_series(self._days, measure))
        self._rows.show_days(self._days, measure)
        self.numbers.size_columns((WIDEST_DAY, "888888", *["888"] * HOURS))

    def _account_id(self) -> bytes | None:
        return bytes.fromhex(self.person.value()) or None

    def _ask_hour(self, day: date, hour: int | None) -> None:
        self.acts_asked.emit(ActFilter(self._account_id(), day, hour=hour))

    def _ask_day(self, day: date) -> None:
        """A day of the measure: of what it counts, as far as it is of one kind."""
        self.acts_asked.emit(ActFilter(self._account_id(), day, _COUNTED_FROM.get(self._measure())))

    def _measure(self) -> Measure:
        return Measure(self.measure.value() or Measure.LOOK_UPS)

    def _fail(self, error: OutletError) -> None:
        self.message.emit("bad", wording.sentence(error))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what was done while another page stood open."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _series(days: tuple[DayCount, ...], measure: Measure) -> Series:
    return Series(
        tuple(each.day for each in days),
        tuple(each.counts[measure] for each in days),
        tuple(each.hours for each in days),
    )
