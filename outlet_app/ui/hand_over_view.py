"""交接: scan after scan onto the open list of one carrier, each seen and heard at once; one key closes the list."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from outlet_app.domain.handover_list import PutOnOutcome
from outlet_app.domain.text import looks_like_label_code
from outlet_app.errors import HistoryBroken, InvalidDraft
from outlet_app.ui import hand_over_wording, theme, wording
from outlet_app.ui.carrier_tabs import CarrierTab, CarrierTabs
from outlet_app.ui.closed_lists import ClosedLists
from outlet_app.ui.closing_card import ClosingCard
from outlet_app.ui.handover_run import HandoverRun
from outlet_app.ui.list_closing import ListClosing
from outlet_app.ui.open_list_card import OpenListCard
from outlet_app.ui.sound_switch import SoundSwitch
from outlet_app.ui.tasks import Lane
from outlet_app.ui.verdict_band import VerdictBand

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from PySide6.QtGui import QKeyEvent, QShowEvent

    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.handover_list import HandoverItem, HandoverList, PutOn
    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services import Services
    from outlet_app.services.hand_over import HandOver, Standing
    from outlet_app.ui.hand_over_wording import Verdict
    from outlet_app.ui.sounds import Sounds
    from outlet_app.ui.tasks import Tasks

LABEL = "OA1."
"""How the code of one of our labels begins."""

_SHOWS_AFTER_MS = 300
_WIDEST_SIDE_PX = 420


class HandOverView(QWidget):
    """The page of the truck. Scans are put on one after the other, in their order, also while a list is being closed.

    `message(kind, text)`: a line for the message bar. `label_scanned`: a code that is no use here was scanned; its text
    goes nowhere. `record_broken`: a label did not fit the record.
    """

    message = Signal(str, str)
    label_scanned = Signal()
    record_broken = Signal()

    def __init__(
        self,
        hand_over: HandOver,
        carriers: Callable[[], Mapping[str, Carrier]],
        closing: ListClosing,
        sounds: Sounds,
        tasks: Tasks,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._hand_over, self._carriers, self._closing = hand_over, carriers, closing
        self._sounds, self._tasks = sounds, tasks
        self._lists: dict[str, HandoverList] = {}
        self._waiting: Mapping[str, int] = {}
        self._verdict: Callable[[], Verdict] | None = None
        self._going_off: set[bytes] = set()
        self._going_on = 0
        self._close_waits = False
        self._opened: dict[str, bytes] = {}
        self._is_known = False
        self.tabs, self.band, self.switch = CarrierTabs(), VerdictBand(), SoundSwitch(sounds)
        self.list_card, self.closing_card, self.closed = OpenListCard(), ClosingCard(), ClosedLists(self._named)
        self._slow = QTimer(self, singleShot=True, interval=_SHOWS_AFTER_MS)
        self._slow.timeout.connect(self._tell_waiting)
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list_card)
        self.retranslate()

    @property
    def carrier(self) -> str:
        """The code of the carrier whose list stands here."""
        return self.tabs.current

    def take_scan(self, text: str) -> None:
        """Put what the scanner read onto the list; a code that is no label of ours is no use here."""
        if looks_like_label_code(text) and not text.strip().upper().startswith(LABEL):
            self.label_scanned.emit()
        else:
            self._put_on(text, typed=False)

    def refresh(self) -> None:
        """Ask again for the open lists, what stands beside them, and the lists closed today."""
        self._tasks.run(Lane.DATA, self._hand_over.standing, self, self._show_standing, self._tell_trouble)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; a verdict that stands is said again."""
        self._show_tabs()
        self._show_list()
        self._tell(self._verdict)

    def _put_on(self, text: str, *, typed: bool) -> None:
        carrier = self.carrier
        self._going_on += 1
        self._slow.start()
        work = partial(_put_on, self._hand_over, carrier, text, typed, self._opened)
        done, failed = partial(self._take_put_on, carrier, typed), partial(self._take_refusal, typed)
        self._tasks.run(Lane.DATA, work, self, done, failed)

    def _take_put_on(self, carrier: str, typed: bool, put_on: PutOn) -> None:  # noqa: FBT001 - bound by `_put_on`
        self._tell(partial(hand_over_wording.verdict, put_on, carrier, self._named))
        good = put_on.outcome is PutOnOutcome.ON
        (self._sounds.good if good else self._sounds.bad)()
        if put_on.list is not None:
            self._lists[put_on.list.carrier] = put_on.list
        if good and put_on.item is not None and carrier == self.carrier:
            self._show_new_item(put_on.item)
        if typed and good:
            self.list_card.clear_typed()
        if put_on.outcome is PutOnOutcome.MISFIT:
            self.record_broken.emit()
        self._end_putting_on()

    def _end_putting_on(self) -> None:
        """A list that was to be closed while its first scan was still under way is closed now."""
        self._going_on -= 1
        if self._close_waits and (self._count(self.carrier) or not self._going_on):
            self._close_waits = False
            self._ask_close()

    def _show_new_item(self, item: HandoverItem) -> None:
        """One more stands first; an older page that was being read gives way to the newest."""
        was_newest = self.list_card.is_newest
        self._show_tabs()
        self._show_list()
        if was_newest:
            self.list_card.put_first(item)
        else:
            self._ask_items()

    def _tell(self, verdict: Callable[[], Verdict] | None) -> None:
        """Over the whole width, and again in another language; without one, what to begin with."""
        self._slow.stop()
        self._verdict = verdict
        if verdict is None:
            self.band.invite(self.tr("Scan the first label. Another carrier: its digit, 1 to 9."))
        else:
            told = verdict()
            self.band.tell(told.kind, told.headline, told.advice)

    def _take_refusal(self, typed: bool, error: OutletError) -> None:  # noqa: FBT001 - bound by `_put_on`
        """The scan changed nothing: its number is said again where it was typed, its reason over the whole width."""
        self._sounds.bad()
        if typed and isinstance(error, InvalidDraft):
            self.list_card.tell_fault(error.faults[0])
        self._tell(partial(hand_over_wording.not_put_on, error))
        self._tell_broken(error)
        self._end_putting_on()

    def _tell_waiting(self) -> None:
        self.band.invite(self.tr("One moment: what was scanned waits its turn, nothing is lost."))

    def _show_standing(self, standing: Standing) -> None:
        self._lists = {handover.carrier: handover for handover in standing.lists}
        self._going_off.clear()
        self._waiting = standing.waiting
        self._show_tabs()
        first_time, self._is_known = not self._is_known, True
        if first_time and standing.lists:
            newest = max(standing.lists, key=lambda handover: handover.opened_at)
            self.tabs.choose(newest.carrier)
        self.closed.show_lists(standing.closed)
        self._show_list()
        self._ask_items()

    def _show_tabs(self) -> None:
        """Carriers that are offered, and any other with something here."""
        here = self._lists.keys() | {code for code, count in self._waiting.items() if count}
        self.tabs.show_tabs(
            CarrierTab(code, wording.carrier_name(carrier), self._count(code), self._waiting.get(code, 0))
            for code, carrier in self._carriers().items()
            if carrier.enabled or code in here
        )

    def _count(self, carrier: str) -> int | None:
        return self._lists[carrier].count if carrier in self._lists else None

    def _show_list(self) -> None:
        name, handover = self._named(self.carrier), self._lists.get(self.carrier)
        self.list_card.show_list(name, handover)
        self.closing_card.show_list(name, handover, prints=self._closing.prints)

    def _named(self, carrier: str) -> str:
        known = self._carriers().get(carrier)
        return carrier if known is None else wording.carrier_name(known)

    def _choose(self, _carrier: str) -> None:
        self._verdict = None
        self.retranslate()
        self._ask_items()
        self.list_card.setFocus()

    def _ask_items(self, before: int = 0) -> None:
        handover = self._lists.get(self.carrier)
        if handover is None:
            self.list_card.show_items(())
            return
        work = partial(self._hand_over.items, handover.list_id, before or None)
        self._tasks.run(Lane.DATA, work, self, partial(self._show_items, handover, before), self._tell_trouble)

    def _show_items(self, handover: HandoverList, before: int, items: tuple[HandoverItem, ...]) -> None:
        shown = self._lists.get(self.carrier)
        if shown is not None and shown.list_id == handover.list_id:
            self.list_card.show_items(items, before)

    def _take_off(self, item: HandoverItem) -> None:
        """Once for each row, however often the key is pressed before the answer."""
        handover = self._lists.get(self.carrier)
        if handover is not None and item.record_id not in self._going_off and not self.closing_card.is_working:
            self._going_off.add(item.record_id)
            work = partial(self._hand_over.take_off, handover.list_id, item.record_id)
            self._tasks.run(Lane.DATA, work, self, partial(self._tell_off, item), self._tell_error)

    def _undo(self) -> None:
        handover = self._lists.get(self.carrier)
        if not self._count(self.carrier) and self._going_on:
            work = partial(_undo, self._hand_over, self.carrier, self._opened)
            self._tasks.run(Lane.DATA, work, self, self._tell_undone, self._tell_error)
        elif handover is not None and not self._going_off and not self.closing_card.is_working:
            work = partial(self._hand_over.undo, handover.list_id)
            self._tasks.run(Lane.DATA, work, self, self._tell_undone, self._tell_error)

    def _tell_undone(self, item: HandoverItem | None) -> None:
        if item is not None:
            self._tell_off(item)

    def _tell_off(self, item: HandoverItem, _list: object = None) -> None:
        self._tell(partial(hand_over_wording.taken_off, item))
        self.refresh()

    def _ask_close(self) -> None:
        """Close at once, or ask first where parcels of the carrier stand here beside its list."""
        handover = self._lists.get(self.carrier)
        if handover is None or not handover.count:
            self._close_waits = self._going_on > 0
            return
        answered = self.closing_card.is_asking
        self.closing_card.set_working(working=True)
        if answered:
            self._closing.close(handover)
        else:
            answer = partial(self._judge_waiting, handover)
            self._tasks.run(Lane.DATA, self._hand_over.waiting, self, answer, self._tell_not_closed)

    def _judge_waiting(self, handover: HandoverList, waiting: Mapping[str, int]) -> None:
        self._waiting = waiting
        left_behind = waiting.get(handover.carrier, 0)
        if left_behind:
            self.closing_card.ask(left_behind)
            self._sounds.bad()
        else:
            self._closing.close(handover)

    def _tell_closed(self, handover: HandoverList) -> None:
        self.closing_card.set_working(working=False)
        self._tell(partial(hand_over_wording.closed, handover, self._named))
        self._take_keys()
        self._sounds.good()
        self.refresh()

    def _tell_not_closed(self, error: OutletError) -> None:
        self.closing_card.set_working(working=False)
        self._sounds.bad()
        self._tell(partial(hand_over_wording.not_closed, error))
        self._take_keys()
        self._tell_broken(error)
        self.refresh()

    def _take_keys(self) -> None:
        """The button that was pressed rests meanwhile and may have lost them."""
        if self.isVisible():
            self.list_card.setFocus()

    def _tell_broken(self, error: OutletError) -> None:
        if isinstance(error, HistoryBroken):
            self.record_broken.emit()

    def _tell_error(self, error: OutletError) -> None:
        """Something was not done: said, and everything is shown as it stands."""
        self._tell_trouble(error)
        self.refresh()

    def _tell_trouble(self, error: OutletError) -> None:
        self._going_off.clear()
        self.message.emit("bad", wording.sentence(error))

    def _tell_code_refused(self) -> None:
        self.message.emit("warn", self.tr("A label code is scanned, not typed. It was taken out."))

    def _connect(self) -> None:
        self.tabs.chosen.connect(self._choose)
        self.switch.not_kept.connect(self._tell_trouble)
        self.list_card.typed.connect(partial(self._put_on, typed=True))
        self.list_card.off_asked.connect(self._take_off)
        self.list_card.undo_asked.connect(self._undo)
        self.list_card.page_asked.connect(self._ask_items)
        self.list_card.code_refused.connect(self._tell_code_refused)
        self.closing_card.close_asked.connect(self._ask_close)
        self.closed.again_asked.connect(self._closing.print_again)
        self._closing.closed.connect(self._tell_closed)
        self._closing.refused.connect(self._tell_not_closed)
        self._closing.message.connect(self.message)
        self._key("Insert", self.list_card.begin_typing)
        self._key("Ctrl+PgDown", partial(self.list_card.turn, 1))
        self._key("Ctrl+PgUp", partial(self.list_card.turn, -1))

    def _key(self, key: str, slot: Callable[[], object]) -> None:
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(slot)

    def _lay_out(self) -> None:
        side = QWidget()
        side.setMaximumWidth(_WIDEST_SIDE_PX)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(theme.GRID_PX)
        beside.addWidget(self.closing_card)
        beside.addWidget(self.closed, stretch=1)
        middle = QHBoxLayout()
        middle.setSpacing(2 * theme.GRID_PX)
        middle.addWidget(self.list_card, stretch=2)
        middle.addWidget(side, stretch=1)
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.tabs, stretch=1)
        head.addWidget(self.switch, alignment=Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(head)
        column.addWidget(self.band)
        column.addLayout(middle, stretch=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """A digit chooses its carrier, Ctrl+Z takes the last one off, Escape goes on scanning."""
        if event.matches(QKeySequence.StandardKey.Undo) and not event.isAutoRepeat():
            self._undo()
        elif event.key() == Qt.Key.Key_Escape and self.closing_card.give_up():
            self.list_card.setFocus()
        elif not event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier and event.text().isdecimal():
            self.tabs.choose_place(int(event.text()))
        else:
            super().keyPressEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show how everything stands now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()
            self._closing.write_due()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def hand_over_page(
    services: Services, printer: Callable[[], Printer | None], sounds: Sounds, tasks: Tasks
) -> HandOverView:
    """The page with all that it needs; `printer` says where papers go, None for nowhere."""
    sealed = HandoverRun(services.sealed_handover, tasks)
    closing = ListClosing(services.hand_over, services.printing_desk, sealed, printer, tasks)
    view = HandOverView(services.hand_over, services.session.carriers, closing, sounds, tasks)
    closing.setParent(view)
    return view


def _put_on(hand_over: HandOver, carrier: str, text: str, typed: bool, opened: dict[str, bytes]) -> PutOn:  # noqa: FBT001 - bound by the view
    """Put it on, and note its list in `opened`; runs on the data lane, as `_undo` does after it."""
    put_on = hand_over.put_on(carrier, text, typed=typed)
    if put_on.list is not None:
        opened[put_on.list.carrier] = put_on.list.list_id
    return put_on


def _undo(hand_over: HandOver, carrier: str, opened: dict[str, bytes]) -> HandoverItem | None:
    """Take off what went on last before this work, also where its list was only opened by it."""
    return hand_over.undo(opened[carrier]) if carrier in opened else None
