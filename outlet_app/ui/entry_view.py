"""收寄: a parcel comes over the counter and leaves it as a stored waybill with a masked label."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QFrame, QVBoxLayout, QWidget
from shiboken6 import isValid

from outlet_app.domain.draft import WaybillDraft
from outlet_app.domain.text import looks_like_label_code
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import InvalidDraft, NothingToCorrect, OutletError
from outlet_app.ui import theme, wording
from outlet_app.ui.accept_bar import AcceptBar, Readiness
from outlet_app.ui.correction import Correction
from outlet_app.ui.correction_banner import CorrectionBanner
from outlet_app.ui.entry_form import EntryForm
from outlet_app.ui.entry_room import EntryRoom
from outlet_app.ui.label_preview import LabelPreview
from outlet_app.ui.latest_labels import LatestLabels
from outlet_app.ui.live_label import LiveLabel
from outlet_app.ui.next_number import NextNumber
from outlet_app.ui.print_news import PrintNews
from outlet_app.ui.print_run import PrintRun
from outlet_app.ui.printer_choice import PrinterChoice
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

    from outlet_app.errors import Fault
    from outlet_app.services.entry import Accepted, Entry
    from outlet_app.services.labels import LatestLabel
    from outlet_app.services.printing_desk import PrintingDesk
    from outlet_app.services.reveal import Reveal
    from outlet_app.ui.correction import PutRight
    from outlet_app.ui.preferences import Preferences
    from outlet_app.ui.tasks import Tasks

NARROW_PX = 1120
"""Below this width the label and the last labels stand under the form instead of beside it."""

ROOMY_PX = 662
"""From this height on the rows keep a line free for notes; below it a note stands over the captions."""

_READINGS = 4


class EntryView(QWidget):
    """The counter's home.

    `waybill_accepted(number)`: a waybill is durable on disk. `message(kind, text)`: a line for the message bar, `good`,
    `warn` or `bad`. `label_scanned`: one of our label codes was scanned here; its text goes nowhere.
    """

    waybill_accepted = Signal(str)
    message = Signal(str, str)
    label_scanned = Signal()

    def __init__(
        self,
        entry: Entry,
        reveal: Reveal,
        printing_desk: PrintingDesk,
        tasks: Tasks,
        preferences: Preferences,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._entry = entry
        self._desk = printing_desk
        self._tasks = tasks
        self._faults: tuple[Fault, ...] = ()
        self._busy: Readiness | None = None
        self._focus_before: QWidget | None = None
        self.form = EntryForm(entry.carriers())
        self._next = NextNumber(entry, tasks, self.form.parcel)
        self.preview = LabelPreview(tasks)
        self.latest = LatestLabels()
        self.printer = PrinterChoice(printing_desk, tasks, preferences)
        self._live_label = LiveLabel(entry, printing_desk, tasks, self.printer, self.preview)
        self.bar = AcceptBar(self.printer)
        self.banner = CorrectionBanner()
        self.correction = Correction(reveal, tasks, self.form, self.bar, self)
        self._room = EntryRoom(self.form, (self.preview, self.latest))
        self._print_run = PrintRun(printing_desk, tasks, self)
        self._news = PrintNews(self._print_run, self)
        self._lay_out()
        self._connect()
        self._set_keys()
        self.setFocusProxy(self.form.paste)
        self.refresh_latest()
        self._next.look()
        self._edited()

    def draft(self) -> WaybillDraft:
        """The form as it stands."""
        parties = self.form.parties()
        draft = WaybillDraft(
            sender=parties["sender"],
            recipient=parties["recipient"],
            inspected=self.bar.inspected.isChecked(),
            real_name_checked=self.bar.real_name_checked.isChecked(),
        )
        return self.form.read_into(draft)

    def accept(self) -> None:
        """Accept the parcel, or put its waybill right, when nothing is missing; else show everything that is."""
        if self._busy is not None:
            return
        self._edited()
        if self._faults:
            self._show_obstacles()
            return
        corrected = self.correction.waybill
        if corrected is None:
            self._keep_still(Readiness.WORKS)
            accept, done = self._entry.accept, self._accepted
        else:
            self._keep_still(Readiness.RESTS)
            accept, done = partial(self._entry.correct, corrected.record_id), self._corrected
        work = partial(accept, self.draft(), self.printer.chosen())
        self._tasks.run(Lane.DATA, work, self, done, self._not_accepted)

    def put_right(self, record_id: bytes) -> None:
        """Open a waybill in the form that was typed here a moment ago, or whose label is in hand.

        What stands there waits until that is done or given up. A waybill that is being put right is ended first.
        """
        if self._busy is not None:
            return
        if self.correction.has_form:
            self.message.emit("warn", self.tr("Finish the waybill that stands here, or leave it as it was: Esc."))
            return
        self.correction.open(record_id)
        self._keep_still(Readiness.RESTS)

    def take_scan(self, text: str) -> None:
        """Understand what the scanner read: a waybill number goes into its field, a label code is only told of."""
        if looks_like_label_code(text):
            self.label_scanned.emit()
            return
        if self.form.parcel.take_sort_code(text):
            return
        number = read_number(text)
        if self.correction.waybill is not None:
            self.message.emit("warn", self.tr("The number of a waybill that is put right stays. Nothing was taken."))
        elif is_number(number):
            self.form.parcel.number.put(number)
        else:
            self.message.emit("warn", self.tr("The scanned code is not a waybill number."))

    def refresh_latest(self) -> None:
        """Show the last labels as they stand now, as when a code was forgotten."""
        latest = self._desk.latest()
        self.latest.show_labels(latest)
        if self.correction.is_over(latest):
            self.banner.show_over()

    def refresh_supplies(self) -> None:
        """Printers, their paper, carriers or the numbers may be others now."""
        self.form.parcel.offer_carriers(self._entry.carriers())
        self.printer.refresh()
        self._next.look()

    def _show_obstacles(self) -> None:
        self.form.touch_all()
        self.bar.touch_all()
        first = self._faults[0].field
        if first in {"inspected", "real_name_checked"}:
            getattr(self.bar, first).setFocus()

    def _accepted(self, accepted: Accepted) -> None:
        self._go_on()
        if self.correction.has_form:
            self.correction.end()
        else:
            self.bar.clear_for_next()
            self.form.clear_for_next()
        self.refresh_latest()
        self._next.look()
        self._tell_accepted(accepted)
        self.waybill_accepted.emit(accepted.number)
        if accepted.job is not None:
            self._print_run.start(accepted.job)

    def _corrected(self, accepted: Accepted) -> None:
        self._go_on()
        self.correction.end()
        self.refresh_latest()
        if accepted.job is None:
            words = self.tr("{number} is put right, not printed. Tear up the old label: it opens nothing any more.")
            self.message.emit("warn", words.format(number=accepted.number))
        else:
            self.message.emit("good", self.tr("{number} is put right").format(number=accepted.number))
            self._news.expect_new_label(accepted.number)
            self._print_run.start(accepted.job)

    def _tell_accepted(self, accepted: Accepted) -> None:
        if accepted.missing:
            words = self.tr("Accepted {number}. No typeface here can draw {characters}: the label shows a box instead.")
            characters = " ".join(accepted.missing)
            self.message.emit("warn", words.format(number=accepted.number, characters=characters))
            self._news.expect_boxes(accepted.number, characters)
        elif accepted.job is None:
            self.message.emit("good", self.tr("Accepted {number}, not printed").format(number=accepted.number))
        else:
            self.message.emit("good", self.tr("Accepted {number}").format(number=accepted.number))

    def _not_accepted(self, error: OutletError) -> None:
        self._go_on()
        if isinstance(error, InvalidDraft):
            self.form.show_findings(error.faults, ())
            self.form.touch_all()
        elif isinstance(error, NothingToCorrect):
            self.banner.show_over()
        self.message.emit("bad", wording.sentence(error))

    def _keep_still(self, busy: Readiness) -> None:
        """Keep the form still between the key and the answer, so that nothing typed meanwhile is lost."""
        self._busy = busy
        self._focus_before = QApplication.focusWidget()
        self._set_open(is_open=False)

    def _go_on(self) -> None:
        self._busy = None
        self._set_open(is_open=True)
        if self._focus_before is not None and isValid(self._focus_before):
            self._focus_before.setFocus()

    def _set_open(self, *, is_open: bool) -> None:
        self.form.setEnabled(is_open)
        self.banner.setEnabled(is_open)
        self.bar.set_working(working=not is_open)
        self._show_state()

    def _show_correction(self, waybill: PutRight) -> None:
        self._go_on()
        self.banner.show_waybill(waybill.number, waybill.until)
        if self.height() < ROOMY_PX:
            self.form.sender_card.fold()
        self._frame_cards(correcting=True)
        self.form.paste.setFocus()

    def _frame_cards(self, *, correcting: bool) -> None:
        self.banner.setVisible(correcting)
        for card in self.findChildren(QFrame, "card"):
            theme.restyle(card, correcting=correcting)
        self._escape.setEnabled(correcting)
        self._give_room()
        self._show_state()

    def _give_up_correction(self) -> None:
        if self._busy is None:
            self.correction.end()

    def _tell_not_opened(self, error: OutletError) -> None:
        self._go_on()
        self._tell_warning(error)

    def _undo(self) -> None:
        """Take back the last paste; where nothing was typed or pasted since, put the last waybill right."""
        if self._busy is not None or self.form.undo_paste() or self.correction.has_form:
            return
        latest = self._desk.latest()
        if latest and self.form.is_blank() and not any(self.bar.ticks()):
            self.put_right(latest[0].record_id)

    def _edited(self) -> None:
        """The form changed: say what is wrong, what the button will do, and draw the label."""
        draft = self.draft()
        self._faults = self._entry.check(draft)
        self.form.show_findings(self._faults, self._entry.hints(draft))
        self._show_state()
        self._live_label.show(draft, self._next.number)

    def _show_state(self) -> None:
        self.bar.show_state(self._faults, self._busy or self._readiness())

    def _readiness(self) -> Readiness:
        prints = self.printer.chosen() is not None
        if self.correction.waybill is not None:
            return Readiness.CORRECTS_AND_PRINTS if prints else Readiness.CORRECTS
        return Readiness.PRINTS if prints else Readiness.ACCEPTS

    def _read_paste(self, text: str, *, as_sender: bool = False) -> None:
        try:
            proposal = self._entry.read_paste(text)
        except OutletError as error:
            self.message.emit("bad", wording.sentence(error))
        else:
            if not self.form.place(proposal, as_sender=as_sender):
                self.message.emit("warn", self.tr("No name, phone or address was found in the pasted text."))

    def _paste(self, *, as_sender: bool = False) -> None:
        """A paste with the keys outside any text field belongs to the paste box."""
        text = QApplication.clipboard().text()
        if looks_like_label_code(text):
            self._tell_code_refused()
        elif text.strip() and self._busy is None:
            self._read_paste(text, as_sender=as_sender)

    def _print_again(self, label: LatestLabel) -> None:
        printer = self.printer.chosen()
        if printer is None:
            self.message.emit("warn", self.tr("Choose a printer first."))
        else:
            self._print_run.again(label.record_id, label.number, printer)

    def _tell_code_refused(self) -> None:
        self.message.emit("warn", self.tr("A label code does not belong in a field. It was taken out."))

    def _tell_not_copied(self) -> None:
        self.message.emit("warn", self.tr("What a label opened is not copied. Change it here, or leave it: Esc."))

    def _tell_warning(self, error: OutletError) -> None:
        self.message.emit("warn", wording.sentence(error))

    def _lay_out(self) -> None:
        box = QVBoxLayout(self)
        box.setContentsMargins(0, 0, 0, 0)
        box.setSpacing(theme.GRID_PX)
        for part, stretch in ((self.banner, 0), (self._room, 1), (self.bar, 0)):
            box.addWidget(part, stretch)

    def _connect(self) -> None:
        form, run = self.form, self._print_run
        form.edited.connect(self._edited)
        form.paste_given.connect(self._read_paste)
        form.code_refused.connect(self._tell_code_refused)
        self._next.changed.connect(self._edited)
        self.bar.edited.connect(self._edited)
        self.bar.accept_asked.connect(self.accept)
        self.printer.changed.connect(self._show_state)
        self.printer.not_kept.connect(self._tell_warning)
        self.latest.again_asked.connect(self._print_again)
        self.latest.right_asked.connect(lambda label: self.put_right(label.record_id))
        self.correction.opened.connect(self._show_correction)
        self.correction.refused.connect(self._tell_not_opened)
        self.correction.guard.refused.connect(self._tell_not_copied)
        self.correction.ended.connect(partial(self._frame_cards, correcting=False))
        self.banner.given_up.connect(self._give_up_correction)
        self.banner.new_asked.connect(self.correction.become_new)
        self.correction.became_new.connect(self.banner.show_new)
        self.correction.became_new.connect(self._next.look)
        self._news.message.connect(self.message)
        run.recorded.connect(self.refresh_latest)

    def _set_keys(self) -> None:
        self._on_key(QKeySequence(QKeySequence.StandardKey.Paste), self._paste)
        self._on_key(QKeySequence("Ctrl+Shift+V"), partial(self._paste, as_sender=True))
        self._on_key(QKeySequence("Shift+F2"), self.form.change_sender)
        self._on_key(QKeySequence("F8"), self.bar.tick_both)
        self._on_key(QKeySequence("Ctrl+T"), self.form.switch_target)
        self._on_key(QKeySequence("Ctrl+Shift+S"), self.form.swap)
        self._escape = self._on_key(QKeySequence("Esc"), self._give_up_correction)
        self._escape.setEnabled(False)
        self._on_key(QKeySequence("Ctrl+Return"), self.accept)
        self._on_key(QKeySequence("Ctrl+Enter"), self.accept)
        for place in range(_READINGS):
            self._on_key(QKeySequence(f"Alt+{place + 1}"), partial(self.form.take_reading, place))

    def _on_key(self, keys: QKeySequence, slot: Callable[[], object]) -> QShortcut:
        shortcut = QShortcut(keys, self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(slot)
        return shortcut

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Put label and last labels beside the form, or under it where there is no room."""
        super().resizeEvent(event)
        narrow = self.width() < NARROW_PX
        self._give_room()
        self._room.spread(narrow=narrow)
        self.form.parcel.spread(narrow=narrow)
        self.bar.stack(narrow=narrow)

    def _give_room(self) -> None:
        self.form.keep_room(for_notes=self.height() >= ROOMY_PX and self.correction.waybill is None)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Take an undo that no field has a use for."""
        if event.matches(QKeySequence.StandardKey.Undo):
            self._undo()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self._show_state()
        super().changeEvent(event)
