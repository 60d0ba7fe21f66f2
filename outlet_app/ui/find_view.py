"""查找: one field that finds a parcel, and the open waybill beside what was found; a scanned label opens here too."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from outlet_app.domain.arrived_parcel import ArrivedParcel
from outlet_app.domain.find_key import KeyKind, read_key
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.text import looks_like_label_code
from outlet_app.errors import InvalidDraft
from outlet_app.ui import find_wording, theme, wording
from outlet_app.ui.find_field import FindField
from outlet_app.ui.scan_notice import ScanNotice
from outlet_app.ui.tasks import Lane
from outlet_app.ui.typed_ahead import TypedAhead
from outlet_app.ui.waybill_actions import Action, Obstacle

if TYPE_CHECKING:
    from PySide6.QtGui import QHideEvent, QKeyEvent, QShowEvent

    from outlet_app.errors import OutletError
    from outlet_app.services.allowance import Left
    from outlet_app.services.find import Find, Found, LifeStep
    from outlet_app.services.found import FoundWaybill
    from outlet_app.services.scans import ScanReport
    from outlet_app.ui.collecting import Collecting
    from outlet_app.ui.found_board import FoundBoard
    from outlet_app.ui.found_labels import FoundLabels
    from outlet_app.ui.tasks import Tasks

_BY_TAIL = frozenset({KeyKind.TAIL, KeyKind.NAME_TAIL})


class FindView(QWidget):
    """The page of finding and of what a scanned label opens.

    `message(kind, text)`: a line for the message bar. `label_scanned`: a code that is no use here was scanned; its text
    goes nowhere. `correction_asked(FoundWaybill)`: the waybill is to be put right. `again_asked(number)`: a parcel of
    lost days is to be entered again. `left_asked`: back to where the person came from.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    correction_asked = Signal(object)
    again_asked = Signal(str)
    left_asked = Signal()

    def __init__(
        self,
        find: Find,
        board: FoundBoard,
        collecting: Collecting,
        labels: FoundLabels,
        tasks: Tasks,
        *,
        by_owner: bool,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._find = find
        self._collecting = collecting
        self._labels = labels
        self._tasks = tasks
        self._by_owner = by_owner
        self._asked = self._answered = 0
        self._in_hand = b""
        self._left: Left | None = None
        self.field, self.notice, self.band = FindField(), ScanNotice(), collecting.band
        self.board, self.guide, self.more = board, board.guide, board.more
        self.cards, self.card, self.parcel_card = board.cards, board.card, board.parcel_card
        self._ahead = TypedAhead(self, self._waits)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.field)
        self.retranslate()

    def begin(self) -> None:
        """Put the keys into the field, ready for the next search; after what is waited for."""
        if not self._ahead.keep(self.field.begin):
            self.field.begin()

    def take_scan(self, text: str) -> None:
        """Look up what the scanner read from bars; an owner card goes to whoever waits for it here."""
        if self.card.take_card(text):
            return
        if looks_like_label_code(text):
            self.label_scanned.emit()
        elif not self._ahead.keep(partial(self._take_bars, text)):
            self._take_bars(text)

    def look_up(self, text: str) -> None:
        """Find what was typed or scanned; the answer, or why there is none, stands here."""
        self._asked += 1
        self.card.panel.mask()
        self.band.hide()
        self.field.wait()
        work = partial(self._find.look_up, text)
        found, failed = partial(self._take_found, self._asked, text), partial(self._take_error, self._asked)
        self._tasks.run(Lane.DATA, work, self, found, failed)

    def close_label(self) -> None:
        """Another code is being scanned: what the last one opened is no longer in the hand."""
        self._stop_waiting()
        self._in_hand = b""
        self.card.panel.mask()

    def forget(self) -> None:
        """Nobody is here any more: nothing stays in the open or in the hand, and nothing on the clipboard."""
        self.close_label()
        self.card.panel.forget()

    def show_report(self, report: ScanReport) -> None:
        """Show what a scanned code turned out to be, and its waybill."""
        self._clear_search()
        self._in_hand = b""
        if report.outcome is ScanOutcome.OPENS and report.waybill is not None:
            self._in_hand = report.waybill.masked.record_id
        self.notice.tell(report)
        self.board.show_rows(() if report.waybill is None else (report.waybill,), more=False)
        self.guide.tell(found_nothing=False)
        self._take_keys()

    def show_scan_error(self, error: OutletError) -> None:
        """Say why a scanned code could not be judged."""
        self._clear_search()
        self._in_hand = b""
        self.notice.tell_error(error)
        self.board.show_rows((), more=False)
        self.guide.tell(found_nothing=False)
        self.field.begin()

    def refresh(self) -> None:
        """Show what stands open as it stands now."""
        found, open_now = self.card.found, self.board.chosen
        if isinstance(open_now, ArrivedParcel):
            self._collecting.refresh(open_now.record_id)
        elif found is not None and self.cards.rows.rows:
            work = partial(self._find.open, found.masked.record_id)
            self._tasks.run(Lane.DATA, work, self, self._show_again, self._tell_error)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what was found stays."""
        if self._left is not None:
            self._tell_left(self._left)

    def _take_bars(self, text: str) -> None:
        if not self._collecting.take_scan(text):
            self.field.put(text)
            self.look_up(text)

    def _waits(self) -> bool:
        return self._answered != self._asked or self.parcel_card.is_busy

    def _stop_waiting(self) -> None:
        """The answer that is on its way is not wanted any more, nor what was typed for it."""
        self._asked += 1
        self._answered = self._asked
        self._ahead.drop()

    def _clear_search(self) -> None:
        self._stop_waiting()
        self.field.put("")

    def _take_found(self, asked: int, text: str, found: Found) -> None:
        self._ask_left()
        if asked != self._asked:
            return
        self._answered = asked
        self.field.tell_nothing()
        self.notice.clear()
        key = read_key(text) if found.kind in _BY_TAIL else None
        rows: tuple[FoundWaybill | ArrivedParcel, ...] = (*found.parcels, *found.rows)
        tail = "" if key is None else key.value
        self.board.show_rows(rows, more=found.more, tail=tail, hides_tails=found.kind is not KeyKind.TAIL)
        self.guide.tell(found_nothing=not rows)
        if rows:
            self._take_keys()
        else:
            self.field.begin()
        self._ahead.go_on()

    def _take_error(self, asked: int, error: OutletError) -> None:
        self._ask_left()
        if asked != self._asked:
            return
        self._answered = asked
        fault = error.faults[0] if isinstance(error, InvalidDraft) else None
        self.board.show_rows((), more=False)
        self.guide.tell(found_nothing=False)
        self.field.tell_nothing()
        self.field.tell_fault(wording.sentence(error) if fault is None else wording.fault_sentence(fault))
        self.field.begin()
        self._ahead.go_on()

    def _take_keys(self) -> None:
        """The keys go to what can be revealed when the parcel is in the hand, or to what is asked, else to the list."""
        if self._in_hand:
            self.card.panel.setFocus()
        elif isinstance(self.board.chosen, ArrivedParcel):
            self._collecting.take_keys()
        else:
            self.cards.setFocus()

    def _show(self, row: int) -> None:
        chosen = self.board.open(row)
        if isinstance(chosen, ArrivedParcel):
            self.card.panel.mask()
            self._collecting.show(chosen)
        elif chosen is not None:
            self._show_waybill(chosen)

    def _show_again(self, found: FoundWaybill) -> None:
        """What stands open, as it stands now; what is revealed or typed in it stays where nothing changed."""
        for row, former in enumerate(self.cards.rows.rows):
            if isinstance(former, ArrivedParcel):
                continue
            if former.masked.record_id == found.masked.record_id and former != found:
                self.cards.rows.put(row, found)
                if row == self.cards.currentIndex().row():
                    self._show_waybill(found)
        if self.card.found == found:
            self._ask_life(found)

    def _ask_left(self) -> None:
        self._tasks.run(Lane.DATA, self._find.left, self, self._tell_left, self._tell_error)

    def _tell_left(self, left: Left) -> None:
        self._left = left
        self.field.tell_left(find_wording.left_words(left))

    def _show_waybill(self, found: FoundWaybill) -> None:
        in_hand = found.masked.record_id == self._in_hand
        self.card.show_waybill(found, self._obstacles(found, in_hand=in_hand), in_hand=in_hand)
        self._ask_life(found)

    def _ask_life(self, found: FoundWaybill) -> None:
        work = partial(self._find.life, found.masked.record_id)
        self._tasks.run(Lane.DATA, work, self, partial(self._show_life, found), self._tell_error)

    def _show_life(self, found: FoundWaybill, steps: tuple[LifeStep, ...]) -> None:
        if self.card.found == found:
            self.card.show_life(steps)

    def _obstacles(self, found: FoundWaybill, *, in_hand: bool) -> dict[Action, Obstacle]:
        if found.left_at is not None:
            gone = found.state is not WaybillState.HANDED_OVER
            return {each: Obstacle.LEFT for each in Action if gone or each is not Action.CASE}
        obstacles: dict[Action, Obstacle] = {}
        if not self._labels.has_printer:
            obstacles |= dict.fromkeys((Action.NEW_CODE, Action.PRINT_AGAIN), Obstacle.NO_PRINTER)
        if not in_hand and not self._labels.may_be_put_right(found.masked.record_id):
            obstacles[Action.CORRECT] = Obstacle.NO_LABEL
        if not in_hand and not self._by_owner:
            obstacles[Action.NEW_CODE] = Obstacle.NO_LABEL
        return obstacles

    def _do(self, action: Action, found: FoundWaybill) -> None:
        if action is Action.CORRECT:
            self.correction_asked.emit(found)
        else:
            self._labels.print_again(found.masked.record_id, found.masked.number)

    def _tell_error(self, error: OutletError) -> None:
        self.message.emit("bad", wording.sentence(error))

    def _leave(self) -> None:
        """Stop waiting, else put the notice away, else go back to where the person came from."""
        if self._answered != self._asked:
            self._stop_waiting()
            self.field.tell_nothing()
            return
        self._in_hand = b""
        self.card.panel.mask()
        self.notice.clear()
        self.band.hide()
        self.left_asked.emit()

    def _lay_out(self) -> None:
        self.band.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        for part, stretch in ((self.field, 0), (self.notice, 0), (self.band, 0), (self.board, 1)):
            column.addWidget(part, stretch)

    def _connect(self) -> None:
        self.field.asked.connect(self.look_up)
        self.field.code_refused.connect(self._tell_code_refused)
        self.cards.reached.connect(self._show)
        self.cards.chosen.connect(self._go_into)
        self.cards.entered.connect(self._enter)
        self._collecting.emptied.connect(self._begin_anew)
        self.parcel_card.answered.connect(self._ahead.go_on)
        self._collecting.message.connect(self.message)
        self.card.asked.connect(self._do)
        self.card.terms.changed.connect(self._tell_terms)
        self.card.terms.label_asked.connect(self._labels.print_again)
        self.card.case.changed.connect(self._tell_case)
        self.card.case.told.connect(partial(self.message.emit, "good"))
        self.card.new_label.made.connect(self._labels.print_new)
        self.card.new_label.changed.connect(self._tell_new_code)
        self.notice.again_asked.connect(self.again_asked)
        self.notice.put_away.connect(self.notice.clear)
        self._labels.message.connect(self.message)
        self._labels.recorded.connect(self.refresh)
        again = QShortcut(QKeySequence("Ctrl+R"), self.notice)
        again.activated.connect(self.notice.again.click)

    def _enter(self, row: int) -> None:
        """Enter on a card goes into it; a parcel that needs nothing more is given out."""
        if isinstance(self.board.chosen, ArrivedParcel):
            self.parcel_card.enter()
        else:
            self._go_into(row)

    def _go_into(self, _row: int) -> None:
        (self.parcel_card.take_keys if isinstance(self.board.chosen, ArrivedParcel) else self.card.panel.setFocus)()

    def _begin_anew(self) -> None:
        """The customer has everything: the next one's shelf code or tail can be typed."""
        self.field.put("")
        self.field.begin()

    def _tell_code_refused(self) -> None:
        self.message.emit("warn", self.tr("A label code is scanned, not typed. It was taken out."))

    def _tell_terms(self, number: str) -> None:
        self.message.emit("good", self.tr("{number} is changed").format(number=number))
        self.card.close_forms()
        self.refresh()

    def _tell_case(self, _number: str) -> None:
        """Its parcel may have left the shop, and its label opens nothing then."""
        self._in_hand = b""
        self.card.close_forms()
        self.refresh()

    def _tell_new_code(self, _number: str) -> None:
        """The label that was in the hand opens nothing any more."""
        self._in_hand = b""
        self.card.close_forms()
        if self.card.found is not None:
            self._show_waybill(self.card.found)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape goes back, undo takes a collection back; what is typed on the list begins a new search."""
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif event.matches(QKeySequence.StandardKey.Undo):
            self._collecting.undo()
        elif self.cards.hasFocus() and event.text().isprintable() and event.text():
            self.field.put("")
            self.field.begin()
            self.field.text.insert(event.text())
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what is left, and the open waybill as it stands now: masked, and to be scanned again."""
        super().showEvent(event)
        self._ahead.watch()
        if event.spontaneous():
            return
        self._ask_left()
        told = self.notice.report
        if told is not None and told.outcome is ScanOutcome.OPENS and self.card.found is not None:
            self._in_hand = b""
            self.notice.clear()
            self._show_waybill(self.card.found)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:  # noqa: N802 - Qt's name
        """Nothing stays revealed behind another page."""
        self._ahead.leave()
        self.card.panel.mask()
        super().hideEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
