"""Today at a glance: what should be looked at, as cards, and who did how much beside what is usual."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlet_app.errors import InvalidDraft
from outlet_app.ui import act_wording, flag_wording, theme, wording
from outlet_app.ui.flag_cards import FlagCards
from outlet_app.ui.people_rows import SHOWN, PeopleRows
from outlet_app.ui.read_table import ReadTable
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.behaviour import ReadSoFar
    from outlet_app.services.flag_desk import DayCount, FlagDesk, Mute, PersonRow
    from outlet_app.services.flag_view import FlagView
    from outlet_app.ui.flag_cards import FlagCard
    from outlet_app.ui.tasks import Tasks

_FIGURES = "888 · (88)"
_FEWEST, _PEOPLE = 2, 5
"""Rows of people that are seen at once; the cards have the rest of the window."""

_BAR_PX = 160


class ReviewToday(QWidget):
    """`rows_asked(numbers)`: the acts behind a flag. `day_asked(account id, day)`: a person's day. `message`.

    `everything_seen`: the owner has looked, and it is recorded.
    """

    rows_asked = Signal(object)
    day_asked = Signal(object, object)
    message = Signal(str, str)
    everything_seen = Signal()

    def __init__(self, flags: FlagDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._flags = flags
        self._tasks = tasks
        self._today: DayCount | None = None
        self._read = False
        self._looking = False
        self.heading, self.kind_words, self.people_heading = QLabel(), QLabel(), QLabel()
        self.progress = QProgressBar()
        self.seen = QPushButton()
        self.cards = FlagCards()
        self.ground = QScrollArea()
        self.muted = QLabel()
        self.unmute = QPushButton()
        self._mutes: tuple[Mute, ...] = ()
        self._people = PeopleRows(self)
        self.people = ReadTable(self._people)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.seen)
        self.retranslate()

    @property
    def is_read(self) -> bool:
        """Whether the flags that stand here are those of the whole record."""
        return self._read and not self._looking

    def refresh(self) -> None:
        """Read what was done meanwhile, in short portions, and show it."""
        if not self._looking:
            self._looking = True
            self._look_on()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.people_heading.setText(self.tr("Today, and what is usual: the median of 14 days"))
        self.people.setAccessibleName(self.people_heading.text())
        self.seen.setText(self.tr("Everything seen   Ctrl+Enter"))
        self.seen.setToolTip(
            self.tr("Record that you looked at every flag. Ticked off or not, they stay in the record.")
        )
        self.progress.setAccessibleName(self.tr("How far the record is read"))
        self._people.retranslate()
        self.people.size_columns((None, *[_FIGURES] * len(SHOWN)))
        self._say()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.kind_words.setWordWrap(True)
        self.kind_words.setObjectName("card")
        self.kind_words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.kind_words.setMinimumHeight(6 * theme.GRID_PX)
        self.progress.setFixedWidth(_BAR_PX)
        self.progress.setTextVisible(False)
        self.progress.hide()
        self.seen.setObjectName("primary")
        self.muted.setObjectName("caption")
        self.muted.setWordWrap(True)
        for bound in (self.people.setMinimumHeight, self.people.setMaximumHeight):
            bound(self.people.height_of(_FEWEST))
        head = QHBoxLayout()
        head.addWidget(self.heading)
        head.addWidget(self.progress)
        head.addStretch()
        head.addWidget(self.seen)
        inside = QWidget()
        inside.setObjectName("plain")
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.kind_words)
        column.addWidget(self.cards)
        column.addStretch()
        self.ground.setWidgetResizable(True)
        self.ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground.setWidget(inside)
        page = QVBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(theme.GRID_PX)
        page.addLayout(head)
        page.addWidget(self.ground, 1)
        foot = QHBoxLayout()
        foot.addWidget(self.muted, 1)
        foot.addWidget(self.unmute)
        page.addLayout(foot)
        page.addWidget(self.people_heading)
        page.addWidget(self.people)

    def _connect(self) -> None:
        self.cards.rows_asked.connect(self.rows_asked)
        self.cards.ticked.connect(self._tick)
        self.cards.muted.connect(self._mute)
        self.cards.reached.connect(self._bring_into_sight)
        self.ground.verticalScrollBar().rangeChanged.connect(self._bring_into_sight)
        self.cards.emptied.connect(self.seen.setFocus)
        self.people.row_chosen.connect(self._ask_day)
        self.seen.clicked.connect(self._note_seen)
        self.unmute.clicked.connect(self._show_again)
        shortcut = QShortcut(QKeySequence("Ctrl+Return"), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(self.seen.click)

    def _look_on(self) -> None:
        self._tasks.run(Lane.DATA, self._flags.look_on, self, self._go_on, self._fail)

    def _go_on(self, so_far: ReadSoFar) -> None:
        if not so_far.is_all:
            self.progress.setRange(0, max(1, so_far.of))
            self.progress.setValue(so_far.done)
            self.progress.show()
            self._look_on()
            return
        self._tasks.run(Lane.DATA, self._flags.open_flags, self, self._show_flags, self._fail)
        self._tasks.run(Lane.DATA, self._flags.mutes, self, self._show_mutes, self._fail)
        self._tasks.run(Lane.DATA, partial(self._flags.days, None, 1), self, self._ask_people, self._fail)

    def _show_flags(self, views: tuple[FlagView, ...]) -> None:
        self.progress.hide()
        self._looking, self._read = False, True
        self.cards.show_flags(views)
        self._say()

    def _bring_into_sight(self) -> None:
        """The card with the keys; again when there is more or less to scroll, because it has its place only then."""
        card = self.cards.with_keys
        if card is not None:
            self.ground.ensureWidgetVisible(card, 0, theme.GRID_PX)

    def _show_mutes(self, mutes: tuple[Mute, ...]) -> None:
        self._mutes = mutes
        self._say()

    def _show_again(self) -> None:
        """The kind that was muted last is shown again."""
        last = self._mutes[-1]
        unmute = partial(self._flags.unmute, last.kind, last.account_id)
        self._tasks.run(Lane.DATA, unmute, self, lambda _: self.refresh(), self._fail)

    def _ask_people(self, days: tuple[DayCount, ...]) -> None:
        self._today = days[-1]
        self._tasks.run(Lane.DATA, partial(self._flags.people, self._today.day), self, self._show_people, self._fail)

    def _show_people(self, rows: tuple[PersonRow, ...]) -> None:
        self._people.show_people(rows)
        self.people.setMaximumHeight(self.people.height_of(min(max(len(rows), _FEWEST), _PEOPLE)))

    def _say(self) -> None:
        count = len(self.cards.cards)
        self.heading.setText(self._heading())
        muted = [
            f"{act_wording.person_name(each.person)} · {flag_wording.flag_title(each.kind)}" for each in self._mutes
        ]
        self.muted.setText(self.tr("Muted: {flags}").format(flags=", ".join(muted)))
        self.unmute.setText(self.tr("Show the last one again"))
        self.muted.setVisible(bool(muted))
        self.unmute.setVisible(bool(muted))
        self.kind_words.setVisible(self._read and not count)
        self.kind_words.setText(self.tr("A quiet day: nothing is out of the ordinary. Who did how much stands below."))

    def _heading(self) -> str:
        count, new = len(self.cards.cards), sum(card.view.is_new for card in self.cards.cards)
        if not self._read:
            return self.tr("Reading what was done…")
        if not count:
            return self.tr("Nothing to look at")
        if not new:
            return self.tr("Nothing new · seen before, not ticked off: {count}").format(count=count)
        words = self.tr("To look at: {new} · seen before: {seen}") if new < count else self.tr("To look at: {new}")
        return words.format(new=new, seen=count - new)

    def _tick(self, card: FlagCard, note: str) -> None:
        tick = partial(self._flags.tick, card.view.flag, note)
        self._tasks.run(Lane.DATA, tick, self, lambda _: self.refresh(), partial(self._refuse, card))

    def _refuse(self, card: FlagCard, error: OutletError) -> None:
        if isinstance(error, InvalidDraft) and card in self.cards.cards:
            card.refuse(error)
        else:
            self._fail(error)

    def _mute(self, card: FlagCard) -> None:
        mute = partial(self._flags.mute, card.view.flag.kind, card.view.flag.account_id)
        self._tasks.run(Lane.DATA, mute, self, lambda _: self.refresh(), self._fail)

    def _note_seen(self) -> None:
        """Nothing was seen while nothing stands there yet; the keys can rest on the button all the same."""
        if not self._read:
            return
        self._tasks.run(Lane.DATA, self._flags.note_reviewed, self, self._tell_seen, self._fail)

    def _tell_seen(self, _: None) -> None:
        self.message.emit("good", self.tr("Your look at today is recorded."))
        self.everything_seen.emit()
        self.refresh()

    def _ask_day(self, row: int) -> None:
        if self._today is not None:
            self.day_asked.emit(self._people.rows[row].account_id, self._today.day)

    def _fail(self, error: OutletError) -> None:
        self._looking = False
        self.progress.hide()
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
