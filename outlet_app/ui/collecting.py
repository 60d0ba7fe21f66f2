"""取件 within 查找: one parcel after the other of whoever stands at the counter, and the last one back by one key."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from outlet_app.domain.arrived_parcel import ON_SHELF, ArrivedParcel
from outlet_app.domain.waybill_number import read_number
from outlet_app.ui import parcel_wording, wording
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.tasks import Lane
from outlet_app.ui.verdict_band import VerdictBand

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.collection import Collected, Collection
    from outlet_app.services.find import Find, LifeStep
    from outlet_app.ui.found_board import FoundBoard
    from outlet_app.ui.sounds import Sounds
    from outlet_app.ui.tasks import Tasks


_SHOWS_AFTER_MS = 300
"""From when on a waiting is shown. Source: design, screens."""


class Collecting(QObject):
    """Works on the parcels of a `board`; its `band` tells what came of each.

    `emptied`: nothing that was found waits any more. `message(kind, text)`: a line for the message bar.
    """

    emptied = Signal()
    message = Signal(str, str)

    def __init__(
        self,
        find: Find,
        collection: Collection,
        board: FoundBoard,
        sounds: Sounds,
        tasks: Tasks,
    ) -> None:
        super().__init__(board)
        self._find, self._collection = find, collection
        self._board, self._card = board, board.parcel_card
        self._sounds, self._tasks = sounds, tasks
        self.band = VerdictBand()
        self._last = b""
        self._slow = QTimer(self, singleShot=True, interval=_SHOWS_AFTER_MS)
        self._slow.timeout.connect(self._tell_waiting)
        self._card.began.connect(self._slow.start)
        self._card.answered.connect(self._end_waiting)
        self._card.given_out.connect(self._tell_given_out)
        self._card.changed.connect(self._tell_changed)
        self._card.failed.connect(self._tell_error)

    def show(self, parcel: ArrivedParcel) -> None:
        """Open a parcel, with its life as soon as that is read."""
        self._card.show_parcel(parcel)
        work = partial(self._find.life, parcel.record_id)
        self._tasks.run(Lane.DATA, work, self, partial(self._show_life, parcel), self._tell_error)

    def take_scan(self, text: str) -> bool:
        """Give out the scanned parcel when it is among those whose tail was just said; False for any other."""
        number = read_number(text)
        for row, each in enumerate(self._board.cards.rows.rows):
            if isinstance(each, ArrivedParcel) and each.number == number and self._is_said(each):
                self._board.cards.setCurrentIndex(self._board.cards.rows.index(row))
                self._card.enter()
                return True
        return False

    def undo(self) -> None:
        """Take the last collection back, or that of the parcel that stands open."""
        record_id = self._last or (self._card.parcel.record_id if self._card.parcel is not None else b"")
        if record_id:
            work = partial(self._collection.undo, record_id)
            self._tasks.run(Lane.DATA, work, self, partial(self._tell_undone, record_id), self._tell_error)

    def refresh(self, record_id: bytes) -> None:
        """Show a parcel as it stands now, in the list and open."""
        self._tasks.run(Lane.DATA, partial(self._find.open_parcel, record_id), self, self.put, self._tell_error)

    def put(self, parcel: ArrivedParcel) -> None:
        """This is how a parcel stands now."""
        cards = self._board.cards
        for row, former in enumerate(cards.rows.rows):
            if isinstance(former, ArrivedParcel) and former.record_id == parcel.record_id and former != parcel:
                cards.rows.put(row, parcel)
                if row == cards.currentIndex().row():
                    self.show(parcel)

    def take_keys(self) -> None:
        """The keys go to what the open parcel needs; where it needs nothing, Enter on its card gives it out."""
        if self._card.asks_digits:
            self._card.take_keys()
        else:
            self._board.cards.setFocus()

    def _is_said(self, parcel: ArrivedParcel) -> bool:
        return parcel.state in ON_SHELF and bool(parcel.tail) and not self._collection.asks_digits(parcel)

    def _show_life(self, parcel: ArrivedParcel, steps: tuple[LifeStep, ...]) -> None:
        if self._card.parcel == parcel:
            self._card.show_life(steps)

    def _tell_waiting(self) -> None:
        self.band.invite(self.tr("One moment: it is being given out. What you type and scan waits its turn."))
        self.band.show()

    def _end_waiting(self) -> None:
        self._slow.stop()
        if self.band.kind is None:
            self.band.hide()

    def _tell_given_out(self, collected: Collected) -> None:
        parcel = collected.parcel
        self._last = parcel.record_id
        words = self.tr("{carrier} {number} is given out. Ctrl+Z takes it back.")
        due = parcel_wording.due_lines(parcel)
        told = words.format(carrier=parcel_wording.carrier_name(parcel.carrier), number=parcel.number)
        self.band.tell(MessageKind.GOOD, parcel.shelf_code, f"{told}  {due}".rstrip())
        self.band.show()
        self._sounds.good()
        self.refresh(parcel.record_id)
        self._go_on(parcel)

    def _go_on(self, gone: ArrivedParcel) -> None:
        """The next one of the same customer stands ready; after the last, the field."""
        cards = self._board.cards
        waiting = [
            row
            for row, each in enumerate(cards.rows.rows)
            if isinstance(each, ArrivedParcel) and each.record_id != gone.record_id and self._is_said(each)
        ]
        if waiting:
            cards.setCurrentIndex(cards.rows.index(waiting[0]))
            cards.setFocus()
        else:
            self.emptied.emit()

    def _tell_undone(self, record_id: bytes, _nothing: None) -> None:
        self._last = b""
        self.band.tell(MessageKind.WARN, self.tr("Taken back"), self.tr("The parcel belongs on its shelf again."))
        self.band.show()
        self.refresh(record_id)

    def _tell_changed(self, record_id: bytes, words: str) -> None:
        self.message.emit("good", words)
        self.refresh(record_id)
        self._board.cards.setFocus()

    def _tell_error(self, error: OutletError) -> None:
        self._sounds.bad()
        self.band.tell(MessageKind.BAD, self.tr("Not done"), wording.sentence(error))
        self.band.show()
