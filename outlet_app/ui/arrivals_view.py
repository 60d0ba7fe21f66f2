"""到件: scan, four digits, done: the parcel stands on its shelf and its label prints by itself."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.domain.text import looks_like_label_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import AlreadyOnShelf, InvalidDraft, ShelfFull
from outlet_app.services.arrivals import OVERDUE_DAYS
from outlet_app.ui import parcel_wording, theme, wording
from outlet_app.ui.arrival_slip import ArrivalSlip
from outlet_app.ui.arrived_list import REFUSED, ArrivalAction, ArrivedList
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.overdue_card import OverdueCard
from outlet_app.ui.preferences import PrinterUse
from outlet_app.ui.printer_choice import PrinterChoice
from outlet_app.ui.set_aside import SetAside
from outlet_app.ui.shelf_card import ShelfCard
from outlet_app.ui.shelf_prints import ShelfPrints
from outlet_app.ui.sound_switch import SoundSwitch
from outlet_app.ui.tasks import Lane
from outlet_app.ui.verdict_band import VerdictBand

if TYPE_CHECKING:
    from PySide6.QtGui import QFocusEvent, QKeyEvent, QShowEvent

    from outlet_app.domain.arrived_parcel import ArrivalDraft, ArrivedParcel
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.arrivals import Arrivals, Arrived, Look, Overdue
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.sounds import Sounds
    from outlet_app.ui.tasks import Tasks

_SIDE_PX = 252


class ArrivalsView(QWidget):
    """The page of what comes in.

    `message(kind, text)`: a line for the message bar. `label_scanned`: a code that is no use here was scanned; its text
    goes nowhere. `parcel_shelved`: one more stands on its shelf, or one less.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    parcel_shelved = Signal()

    def __init__(
        self,
        arrivals: Arrivals,
        desk: PrintingDesk,
        tasks: Tasks,
        preferences: Preferences,
        sounds: Sounds,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._arrivals, self._tasks, self._sounds = arrivals, tasks, sounds
        self._last: ArrivedParcel | None = None
        self._under_way = 0
        self._shelving: list[ArrivedParcel] = []
        self.shelf, self.slip, self.band = ShelfCard(preferences), ArrivalSlip(), VerdictBand()
        self.aside, self.list = SetAside(), ArrivedList(arrivals, tasks)
        self.overdue, self.switch = OverdueCard((*OVERDUE_DAYS, REFUSED)), SoundSwitch(sounds)
        self.printer = PrinterChoice(desk, tasks, preferences, PrinterUse.SHELF_LABELS)
        self.prints = ShelfPrints(arrivals, desk, self.printer, tasks, self)
        self.printer_caption = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    def take_scan(self, text: str) -> None:
        """Take the parcel that was scanned into the hand; one that was begun before it stays in sight."""
        number = read_number(text)
        if looks_like_label_code(text):
            self.label_scanned.emit()
        elif not is_number(number):
            self._warn(self.tr("No waybill number"), self.tr("Scan the carrier's bar code on the parcel."))
        elif self.slip.corrected is not None:
            self._warn(self.tr("Not taken"), self.tr("First keep what is being put right (Enter) or leave it (Esc)."))
        else:
            self._take(number)

    def undo(self) -> None:
        """Take the last arrival back, also one that is still being shelved, or what stands out in the list."""
        on_list = self.list.cards.hasFocus()
        chosen = self.list.chosen if on_list else self._last or self.list.chosen
        if self._under_way and not on_list:
            self._take_back(self._shelving)
        elif chosen is not None:
            self._take_back([chosen])

    def refresh(self) -> None:
        """Read anew what stands in the lists."""
        self.list.refresh()
        self._tasks.run(Lane.DATA, self._arrivals.overdue, self, self._tell_overdue, self._tell_error)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; a verdict that stands keeps its own."""
        self.printer_caption.setText(self.tr("Shelf labels print on"))
        if self.band.kind is None or self._is_odd():
            self._invite()

    def _take(self, number: str) -> None:
        draft = self.slip.draft(self.shelf.shelf)
        if self.slip.is_begun and draft.number == number:
            self.slip.take_keys()
            return
        if self.slip.is_begun:
            self.aside.keep(draft)
            self._sounds.bad()
        begun = self.aside.take(number)
        if begun is None:
            self.slip.begin(number, self._carriers_of(number))
        else:
            self._put_back(begun)
        self._invite()
        if not self.shelf.shelf:
            self.shelf.ask()
        look = partial(self._arrivals.look, number)
        self._tasks.run(Lane.DATA, look, self, partial(self._take_look, number), self._tell_error)

    def _take_look(self, number: str, look: Look) -> None:
        """What is known of the parcel in the hand, or of one that was set aside since, unless a hand was quicker."""
        draft = self.slip.draft(self.shelf.shelf)
        if draft.number != number or self.slip.corrected is not None:
            if look.standing is not None and self.aside.drops(number, look.standing.carrier):
                self._tell_standing(look.standing, draft)
            return
        if look.standing is not None:
            self._tell_standing(look.standing, draft)
        elif look.came_back is not None:
            tail = look.came_back.masked.sender.tail
            self.slip.propose_tail(tail)
            words = self.tr("Enter shelves it for its sender, tail {tail}; for somebody else type his digits.")
            self.band.tell(MessageKind.WARN, self.tr("Our own parcel is back"), words.format(tail=tail))

    def _tell_standing(self, standing: ArrivedParcel, draft: ArrivalDraft) -> None:
        since = parcel_wording.day_and_time(standing.arrived_at)
        words = self.tr("{carrier} {number} stands here already, since {time}.").format(
            carrier=parcel_wording.carrier_name(standing.carrier), number=standing.number, time=since
        )
        self._warn(standing.shelf_code, words)
        if (standing.number, standing.carrier) == (draft.number, draft.carrier):
            self.slip.clear()
            self.slip.take_keys()

    def _end_slip(self) -> None:
        """The slip is filled: keep what is put right, or shelve the parcel."""
        draft, corrected = self.slip.draft(self.shelf.shelf), self.slip.corrected
        if not self.shelf.shelf:
            self.shelf.ask()
            return
        faults = self._arrivals.check(draft)
        if faults:
            self.slip.show_faults(faults)
            self._sounds.bad()
            return
        self.slip.clear()
        self.slip.take_keys()
        if corrected is None:
            self._under_way += 1
            self._shelving = []
            work = partial(_shelve, self._arrivals, draft, self.printer.chosen(), self._shelving)
            self._tasks.run(Lane.DATA, work, self, self._tell_shelved, partial(self._keep, draft))
        else:
            work = partial(self._arrivals.correct, corrected.record_id, draft)
            done, failed = partial(self._tell_corrected, corrected), partial(self._reopen, corrected)
            self._tasks.run(Lane.DATA, work, self, done, failed)

    def _tell_shelved(self, arrived: Arrived) -> None:
        self._under_way -= 1
        parcel = self._last = arrived.parcel
        prints = self.tr("{carrier} {number} · tail {tail}. Its label prints.")
        by_hand = self.tr("{carrier} {number} · tail {tail}. No printer: write the code onto the parcel.")
        words = (by_hand if arrived.job is None else prints).format(
            carrier=parcel_wording.carrier_name(parcel.carrier), number=parcel.number, tail=parcel.tail or "–"
        )
        self.band.tell(MessageKind.GOOD, parcel.shelf_code, words)
        self._sounds.good()
        self.prints.start(arrived.job)
        self.list.show_latest()
        self.parcel_shelved.emit()

    def _keep(self, draft: ArrivalDraft, error: OutletError) -> None:
        """It was not shelved: nothing typed is lost, and no key goes elsewhere, whatever is in the hand by now."""
        self._under_way -= 1
        if isinstance(error, AlreadyOnShelf):
            self._warn(error.shelf_code, wording.sentence(error))
            return
        self._sounds.bad()
        self.band.tell(MessageKind.BAD, self.tr("Not shelved"), wording.sentence(error))
        if self.slip.is_begun or self.slip.number.text() or not self.slip.has_keys:
            self.aside.keep(draft)
            return
        self._put_back(draft)
        if isinstance(error, ShelfFull):
            self.shelf.ask()

    def _tell_corrected(self, former: ArrivedParcel, arrived: Arrived) -> None:
        parcel = arrived.parcel
        if parcel == former:
            return
        words = self.tr("Put right. Its new label prints: stick it over the old one.")
        self.band.tell(MessageKind.GOOD, parcel.shelf_code, words)
        self._sounds.good()
        self.prints.again(parcel.record_id, parcel.number)
        self.refresh()

    def _reopen(self, parcel: ArrivedParcel, error: OutletError) -> None:
        self._sounds.bad()
        self.band.tell(MessageKind.BAD, self.tr("Not changed"), wording.sentence(error))
        if isinstance(error, InvalidDraft) and not self.slip.is_begun:
            self.slip.correct(parcel)
            self.slip.show_faults(error.faults)

    def _do(self, action: ArrivalAction, parcel: ArrivedParcel) -> None:
        if action is ArrivalAction.PRINT:
            self.prints.again(parcel.record_id, parcel.number)
        elif action is ArrivalAction.UNDO:
            self._take_back([parcel])
        elif self.slip.is_begun:
            self._warn(self.tr("Not opened"), self.tr("First finish the parcel in your hand, or drop it (Esc)."))
        else:
            self.slip.correct(parcel)

    def _move(self, parcel: ArrivedParcel, shelf: str) -> None:
        work = partial(self._arrivals.move, parcel.record_id, shelf, self.printer.chosen())
        self._tasks.run(Lane.DATA, work, self, partial(self._tell_moved, parcel), self._refuse)

    def _tell_moved(self, former: ArrivedParcel, arrived: Arrived) -> None:
        words = self.tr("It stood at {code}. Put it there and stick its new label on.").format(code=former.shelf_code)
        self.band.tell(MessageKind.GOOD, arrived.parcel.shelf_code, words)
        self.prints.start(arrived.job)
        self.refresh()
        self.slip.take_keys()

    def _take_back(self, shelved: list[ArrivedParcel]) -> None:
        self._tasks.run(Lane.DATA, partial(_take_back, self._arrivals, shelved), self, self._tell_undone, self._refuse)

    def _tell_undone(self, parcel: ArrivedParcel | None) -> None:
        if parcel is None:
            return
        if self._last is not None and self._last.record_id == parcel.record_id:
            self._last = None
        words = self.tr("{number} stands on no shelf any more. Take its label off.").format(number=parcel.number)
        self.band.tell(MessageKind.WARN, self.tr("{code} taken back").format(code=parcel.shelf_code), words)
        self.refresh()
        self.parcel_shelved.emit()

    def _resume(self, draft: ArrivalDraft) -> None:
        """Go on with one that was set aside; what is in the hand takes its place."""
        if self.slip.is_begun and self.slip.corrected is None:
            self.aside.keep(self.slip.draft(self.shelf.shelf))
        self._put_back(draft)

    def _put_back(self, draft: ArrivalDraft) -> None:
        self.slip.resume(draft, self._carriers_of(draft.number))

    def _carriers_of(self, number: str) -> tuple[str, ...]:
        """Who may have brought it: by its shape, or anybody."""
        return self._arrivals.likely_carriers(number) or tuple(self._arrivals.carriers())

    def _is_odd(self) -> bool:
        """Whether the number in the hand is unlike those of its carrier."""
        return self.slip.is_begun and bool(self._arrivals.hints(self.slip.draft(self.shelf.shelf)))

    def _invite(self) -> None:
        if self.slip.is_choosing:
            self.band.invite(self.slip.carriers.question.text())
        elif self._is_odd():
            words = self.tr(
                "Not a number as this carrier makes them. Compare it with the label; four digits shelve it."
            )
            self.band.tell(MessageKind.WARN, self.tr("Odd number"), words)
        elif self.slip.is_begun:
            self.band.invite(
                self.tr("Type the last four digits: the fourth one shelves it. Fewer on the label: Enter.")
            )
        else:
            self.band.invite(self.tr("Scan a parcel. Four digits shelve it, and its label prints."))

    def _warn(self, headline: str, words: str) -> None:
        self.band.tell(MessageKind.WARN, headline, words)
        self._sounds.bad()

    def _refuse(self, error: OutletError) -> None:
        self._sounds.bad()
        self.band.tell(MessageKind.BAD, self.tr("Not done"), wording.sentence(error))

    def _tell_overdue(self, overdue: Overdue) -> None:
        counts = (overdue.over_1, overdue.over_3, overdue.over_7, overdue.refused)
        self.overdue.tell(dict(zip((*OVERDUE_DAYS, REFUSED), counts, strict=True)))

    def _tell_error(self, error: OutletError) -> None:
        self.message.emit("bad", wording.sentence(error))

    def _connect(self) -> None:
        self.shelf.chosen.connect(self._go_on)
        self.shelf.left.connect(self.slip.take_keys)
        self.shelf.not_kept.connect(self._tell_error)
        self.slip.number_given.connect(self.take_scan)
        self.slip.filled.connect(self._end_slip)
        self.slip.shelf_asked.connect(self.shelf.ask)
        self.slip.dropped.connect(self._go_on)
        self.slip.carriers.chosen.connect(self._invite)
        self.aside.resume_asked.connect(self._resume)
        self.list.asked.connect(self._do)
        self.list.move_asked.connect(self._move)
        self.list.failed.connect(self._tell_error)
        self.list.left.connect(self.slip.take_keys)
        self.overdue.asked.connect(self.list.show_waiting)
        self.printer.not_kept.connect(self._tell_error)
        self.switch.not_kept.connect(self._tell_error)
        self.prints.message.connect(self.message)

    def _go_on(self, _shelf: str = "") -> None:
        self._invite()
        self.slip.take_keys()

    def _lay_out(self) -> None:
        self.printer_caption.setObjectName("caption")
        above, beneath, printer = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        above.addWidget(self.shelf)
        above.addWidget(self.slip, stretch=1)
        printer.addWidget(self.printer, stretch=1)
        printer.addWidget(self.switch)
        side = QVBoxLayout()
        side.addWidget(self.overdue)
        side.addStretch(1)
        side.addWidget(self.printer_caption)
        side.addLayout(printer)
        beneath.addWidget(self.list, stretch=1)
        beneath.addLayout(side)
        self.overdue.setFixedWidth(_SIDE_PX)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(above)
        column.addWidget(self.aside)
        column.addWidget(self.band)
        column.addLayout(beneath, stretch=1)
        for box in (above, beneath, printer, side, column):
            box.setSpacing(theme.GRID_PX)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Undo takes the last arrival back; ↓ goes into the list; what is typed there goes to the slip."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self.undo()
        elif event.key() == Qt.Key.Key_Down and not self.list.cards.hasFocus():
            self.list.cards.setFocus()
        elif self.list.cards.hasFocus() and event.text().isalnum():
            self.slip.take_keys()
            (self.slip.tail if self.slip.is_begun else self.slip.number).insert(event.text())
        else:
            super().keyPressEvent(event)

    def focusInEvent(self, event: QFocusEvent) -> None:  # noqa: N802 - Qt's name
        """Pass the keys on to what is missing: a shelf, or the next thing of the parcel in the hand."""
        super().focusInEvent(event)
        if self.shelf.is_asking:
            self.shelf.text.setFocus()
        else:
            self.slip.take_keys()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show the lists as they stand now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _shelve(arrivals: Arrivals, draft: ArrivalDraft, printer: Printer | None, shelved: list[ArrivedParcel]) -> Arrived:
    """Shelve a parcel and note it in `shelved`; runs on the data lane, as `_take_back` does after it."""
    arrived = arrivals.register(draft, printer)
    shelved.append(arrived.parcel)
    return arrived


def _take_back(arrivals: Arrivals, shelved: list[ArrivedParcel]) -> ArrivedParcel | None:
    """Take back what was shelved before this work; None where that had failed."""
    if not shelved:
        return None
    parcel = shelved.pop()
    arrivals.undo(parcel.record_id)
    return parcel
