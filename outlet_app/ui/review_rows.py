"""The rows of the review: who did what, by person and day, and the check that nobody changed it."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from outlet_app.domain.proof import Proof
from outlet_app.domain.text import looks_like_label_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.services.review import ActFilter, VerifyState
from outlet_app.ui import act_wording, theme, wording
from outlet_app.ui.act_filter_bar import ActFilterBar
from outlet_app.ui.act_pages import ActPages
from outlet_app.ui.act_table import WIDEST_DAY, WIDEST_NUMBER, WIDEST_TIME, ActRows, TotalRows
from outlet_app.ui.form_row import CutLabel
from outlet_app.ui.read_table import ReadTable
from outlet_app.ui.tasks import Lane
from outlet_app.ui.verify_panel import VerifyPanel

if TYPE_CHECKING:
    from datetime import date, datetime

    from PySide6.QtGui import QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.review import Actor, DayTotals, Review, Verification
    from outlet_app.services.reviewed_acts import ReviewedAct
    from outlet_app.ui.tasks import Tasks

DAYS_COUNTED = 7
DAYS_OFFERED = 400
"""Days of the totals, and days that can be chosen: a year and a month."""

_TOTAL_ROWS = 4
_NAME, _MASKED, _ICON_ROOM = "欧阳店主", "欧阳**", "WW"


class ReviewRows(QWidget):
    """The owner alone gets it.

    `message(kind, text)`: a line for the message bar. `label_scanned`: one of our label codes was scanned here; its
    text goes nowhere. `record_broken`: a check found that the record was changed.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    record_broken = Signal()

    def __init__(self, review: Review, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._tasks = tasks
        self.verify = VerifyPanel(review, tasks)
        self._total_rows, self._act_rows = TotalRows(self), ActRows(self)
        self.totals = ReadTable(self._total_rows)
        self.filter = ActFilterBar()
        self.acts = ReadTable(self._act_rows)
        self.empty = QLabel()
        self.whole = CutLabel()
        self.story = CutLabel()
        self.place = QLabel()
        self.stop, self.newer, self.older = QPushButton(), QPushButton(), QPushButton()
        self._pages = ActPages(review, tasks, self)
        self._asked: ActFilter | None = None
        self._offered = False
        self._board = QStackedWidget()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.acts)
        self.retranslate()

    def refresh(self) -> None:
        """Show what was done meanwhile: people, days, totals, and the page that stands open."""
        self._tasks.run(Lane.DATA, self._review.everybody, self, self._take_people, self._tell_error)
        self._pages.ask()
        self._show_place()

    def show_only(self, wanted: ActFilter) -> None:
        """These acts and no others, with the keys on them; soon, where it is not known yet what can be chosen."""
        self._asked = wanted
        if self._offered:
            self._put_asked()
        self.acts.setFocus()

    def take_scan(self, text: str) -> None:
        """Understand what the scanner read: the life of that waybill is shown, a label code is only told of."""
        number = read_number(text)
        if looks_like_label_code(text):
            self.label_scanned.emit()
        elif is_number(number):
            self.filter.put(ActFilter(number=number))
        else:
            self.message.emit("warn", self.tr("The scanned code is not a waybill number."))

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen stays."""
        self.totals.setAccessibleName(self.tr("Totals by day and person"))
        self.acts.setAccessibleName(self.tr("Acts, newest first"))
        self.stop.setText(self.tr("Stop looking"))
        self.newer.setText(self.tr("Newer"))
        self.older.setText(self.tr("Older"))
        self.newer.setToolTip(self.tr("Newer acts (Ctrl+PgUp)"))
        self.older.setToolTip(self.tr("Older acts (Ctrl+PgDn)"))
        self._total_rows.retranslate()
        self._act_rows.retranslate()
        widest_proof = max((act_wording.proof_name(proof) for proof in Proof), key=len) + _ICON_ROOM
        self.acts.size_columns((WIDEST_TIME, _NAME, None, WIDEST_NUMBER, _MASKED, widest_proof))
        self.totals.size_columns((WIDEST_DAY + _ICON_ROOM, None, *["888"] * 6))
        self._show_row(self.acts.currentIndex().row())
        self._show_place()

    def _lay_out(self) -> None:
        self.totals.setMinimumHeight(self.totals.height_of(2))
        self.totals.setMaximumHeight(self.totals.height_of(_TOTAL_ROWS))
        self.acts.setMinimumHeight(self.acts.height_of(2))
        self.empty.setObjectName("card")
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.empty.setWordWrap(True)
        self._board.addWidget(self.acts)
        self._board.addWidget(self.empty)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.GRID_PX)
        page.addWidget(self.verify)
        page.addWidget(self.totals)
        page.addWidget(self.filter)
        page.addWidget(self._board, 1)
        page.addWidget(self._foot())

    def _foot(self) -> QFrame:
        """The row that stands out, in full, and the buttons that turn the pages."""
        self.whole.setFont(theme.font(bold=True))
        self.story.setObjectName("caption")
        self.place.setObjectName("caption")
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.whole)
        words.addWidget(self.story)
        foot = QFrame()
        foot.setObjectName("card")
        row = QHBoxLayout(foot)
        row.setContentsMargins(2 * theme.GRID_PX, 4, theme.GRID_PX, 4)
        row.setSpacing(theme.GRID_PX)
        row.addLayout(words, 1)
        for part in (self.place, self.stop, self.newer, self.older):
            row.addWidget(part)
        return foot

    def _connect(self) -> None:
        self.filter.changed.connect(self._open_pages)
        self.totals.row_chosen.connect(self._show_person_and_day)
        self.acts.row_reached.connect(self._show_row)
        self.verify.ended.connect(self._take_verification)
        self.verify.place_asked.connect(self._show_act)
        self._pages.found.connect(self._show_acts)
        self._pages.looked.connect(self._tell_looked)
        self._pages.failed.connect(self._tell_error)
        self.stop.clicked.connect(self._pages.stop)
        for button, key, turn in (
            (self.newer, "Ctrl+PgUp", self._pages.turn_newer),
            (self.older, "Ctrl+PgDown", self._pages.turn_older),
        ):
            button.clicked.connect(turn)
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _take_people(self, people: tuple[Actor, ...]) -> None:
        days = partial(self._review.days, DAYS_OFFERED)
        self._tasks.run(Lane.DATA, days, self, partial(self._take_days, people), self._tell_error)

    def _take_days(self, people: tuple[Actor, ...], days: tuple[date, ...]) -> None:
        self.filter.offer(people, days)
        self._offered = True
        self._put_asked()
        self._count(list(days[:DAYS_COUNTED]), [])

    def _put_asked(self) -> None:
        asked, self._asked = self._asked, None
        if asked is not None:
            self.filter.put(asked)

    def _count(self, days: list[date], counted: list[DayTotals]) -> None:
        """Ask for the totals, a day at a time, so that nobody waits for all of them; shown when they are all there."""
        if not days:
            self._total_rows.show_days(counted)
            return

        def go_on(totals: DayTotals) -> None:
            self._count(days[1:], [*counted, totals])

        self._tasks.run(Lane.DATA, partial(self._review.totals, days[0]), self, go_on, self._tell_error)

    def _open_pages(self) -> None:
        self._pages.open(self.filter.wanted())

    def _show_person_and_day(self, row: int) -> None:
        day, actor = self._total_rows.place(row)
        self.filter.put(ActFilter(account_id=actor.account_id, day=day))

    def _show_act(self, n: int) -> None:
        """The acts from `n` back, whatever was looked for before."""
        blocked = self.filter.blockSignals(True)
        self.filter.put(ActFilter())
        self.filter.blockSignals(blocked)
        self._pages.open(ActFilter(), n + 1)
        self._show_place()

    def _show_acts(self, acts: tuple[ReviewedAct, ...]) -> None:
        had_keys = self.acts.hasFocus() or self.empty.hasFocus()
        self._act_rows.show_acts(acts)
        self._board.setCurrentWidget(self.acts if acts else self.empty)
        if acts:
            self.acts.selectRow(0)
            self.acts.scrollToTop()
            if had_keys:
                self.acts.setFocus()
        self._show_place()

    def _show_row(self, row: int) -> None:
        if not 0 <= row < len(self._act_rows.acts):
            self.whole.put("")
            self.story.put("")
            return
        act = self._act_rows.acts[row]
        person = act_wording.person_name(act.person)
        self.whole.put(f"{person} · {act_wording.act_sentence(act)}")
        words = {
            Proof.SIGNED: self.tr("Act {n} at {station}, signed by {person}"),
            Proof.UNSIGNED: self.tr("Act {n} at {station}. Nobody signed it: {person} need not have done it."),
            Proof.WRONG: self.tr(
                "Act {n} at {station}. This is not what {person} signed: act or signature was changed."
            ),
        }[act.proof]
        self.story.put(words.format(n=act.n, station=act.station, person=person))

    def _tell_looked(self, reached: datetime) -> None:
        """A search that takes longer says how far it is and can be stopped."""
        self.place.setText(self.tr("Looking… back to {time}").format(time=act_wording.time_name(reached)))
        self.place.show()
        self.stop.show()

    def _show_place(self) -> None:
        """What can be turned to from the page that stands or is on its way."""
        looking, behind = self._pages.is_looking, len(self.filter.wanted().numbers)
        self.place.setText(self.tr("Only what is behind the flag: {count}").format(count=behind))
        self.place.setVisible(bool(behind))
        self.stop.hide()
        self.newer.setEnabled(self._pages.has_newer)
        self.older.setEnabled(self._pages.has_older and not looking)
        self.empty.setText(self._nothing())

    def _nothing(self) -> str:
        wanted = self.filter.wanted()
        if wanted.number.strip():
            words = self.tr("Nothing is recorded about number {number}. Check it, or scan the label's bars.")
            return words.format(number=read_number(wanted.number))
        if self._pages.has_older:
            return self.tr("Nothing was found so far. “Older” looks further back.")
        if wanted.numbers:
            return self.tr("These acts are not in the record any more. Verify the record.")
        if wanted.day is not None:
            return self.tr("A quiet day: nothing of this kind was done. Choose another day, or show everything.")
        return self.tr("Nothing of this kind was done yet. What people do at the counter stands here.")

    def _take_verification(self, ended: Verification) -> None:
        if ended.state is VerifyState.BROKEN:
            self.record_broken.emit()
        self._pages.ask()

    def _tell_error(self, error: OutletError) -> None:
        self._show_place()
        self.message.emit("bad", wording.sentence(error))

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what was done while another page stood open."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; ask for nothing more when the window is closed to work."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self.verify.halt()
            self._pages.stop()
        super().changeEvent(event)
