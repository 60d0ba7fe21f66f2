"""The parcel in the hand at 到件: its number, its carrier, its tail, and money where the label asks for some."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QStackedWidget, QVBoxLayout, QWidget

from outlet_app.domain.amounts import yuan
from outlet_app.domain.arrived_parcel import NO_TAIL, ArrivalDraft
from outlet_app.ui import parcel_wording, theme, wording
from outlet_app.ui.carrier_keys import CarrierKeys
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.shelf_card import CHANGE_KEY
from outlet_app.ui.tail_input import TailInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.errors import Fault

COD_KEY, COLLECT_KEY = "*", "+"
"""On the number pad: cash on delivery, freight to collect."""

_TAIL_PX, _AMOUNT_PX = 132, 110


class ArrivalSlip(QFrame):
    """`number_given(text)`: a number was typed by hand. `filled`: the fourth digit or Enter ended it.

    `shelf_asked`: another shelf is wanted. `dropped`: this parcel is not to be shelved, or not to be changed.
    """

    number_given = Signal(str)
    filled = Signal()
    shelf_asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.captions = {name: QLabel() for name in ("number", "carrier", "tail")}
        self.number = TextInput(chinese=False, figure=True)
        self.carrier = QLabel()
        self.tail = TailInput(COD_KEY + COLLECT_KEY + CHANGE_KEY)
        self.cod, self.collect = TextInput(chinese=False), TextInput(chinese=False)
        self.cod_caption, self.collect_caption = QLabel(), QLabel()
        self.note = QLabel()
        self.carriers = CarrierKeys()
        self.corrected: ArrivedParcel | None = None
        self._carrier = ""
        self._number = ""
        self._fault: Fault | None = None
        self._beneath = QStackedWidget()
        self._money = QWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self.clear()

    @property
    def is_begun(self) -> bool:
        """Whether a parcel is in the hand."""
        return bool(self._number)

    @property
    def is_choosing(self) -> bool:
        """Whether its carrier is still to be chosen."""
        return self._beneath.currentWidget() is self.carriers

    @property
    def has_keys(self) -> bool:
        """Whether the keys are here."""
        keys: QWidget | None = self.window().focusWidget()
        return keys is not None and self.isAncestorOf(keys)

    def draft(self, shelf: str) -> ArrivalDraft:
        """The parcel as it stands here."""
        return ArrivalDraft(
            number=self._number,
            carrier=self._carrier,
            tail=self.tail.text(),
            shelf=shelf,
            cash_on_delivery=self.cod.text(),
            collect=self.collect.text(),
        )

    def begin(self, number: str, carriers: tuple[str, ...]) -> None:
        """A parcel is in the hand, and one of these carriers brought it."""
        self.clear()
        self._hold(number)
        if len(carriers) == 1:
            self._take_carrier(carriers[0])
        else:
            self.carriers.offer(carriers)
            self._beneath.setCurrentWidget(self.carriers)
            self.take_keys()

    def resume(self, draft: ArrivalDraft, carriers: tuple[str, ...]) -> None:
        """Go on with one that was begun before; as `begin` where its carrier was not chosen yet."""
        self.begin(draft.number, (draft.carrier,) if draft.carrier else carriers)
        self.tail.put(draft.tail)
        self.tail.setCursorPosition(len(draft.tail))
        self._put_money(draft.cash_on_delivery, draft.collect)

    def correct(self, parcel: ArrivedParcel) -> None:
        """Show one that stands on a shelf, to be put right: number and shelf stay, Enter ends it."""
        money = tuple(yuan(fen) if fen else "" for fen in (parcel.cod_fen, parcel.collect_fen))
        self.clear()
        self.corrected = parcel
        self._hold(parcel.number)
        self._take_carrier(parcel.carrier)
        self.tail.put(parcel.tail or NO_TAIL)
        self._put_money(*money)
        self.retranslate()
        self.take_keys()
        self.tail.selectAll()

    def propose_tail(self, tail: str) -> None:
        """Show a tail that is known already, unless a hand was quicker; Enter takes it."""
        if self.is_begun and not self.tail.text():
            self.tail.put(tail)
            self.tail.selectAll()

    def clear(self) -> None:
        """No parcel is in the hand."""
        self._number = self._carrier = ""
        self.corrected = None
        for field in (self.number, self.tail, self.cod, self.collect):
            field.put("")
        self.number.setReadOnly(False)
        self.carrier.setText("–")
        self._show_money(cod=False, collect=False)
        self._beneath.setCurrentWidget(self._money)
        self.show_faults(())
        self.retranslate()

    def take_keys(self) -> None:
        """Put the keys where the next thing is missing."""
        if self.is_choosing:
            self.carriers.setFocus()
        elif self.is_begun:
            self.tail.setFocus()
        else:
            self.number.setFocus()

    def show_faults(self, faults: tuple[Fault, ...]) -> None:
        """Mark the fields that cannot stay so, and say what is wrong with the first."""
        fields = self._fields()
        faulty = {fault.field for fault in faults}
        for name, field in fields.items():
            field.mark(fault=name in faulty, doubt=False)
        first = self._fault = next((fault for fault in faults if fault.field in fields), None)
        self.note.setText("" if first is None else wording.fault_sentence(first))
        if first is not None:
            fields[first.field].setFocus()
            fields[first.field].selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        names = {
            "number": self.tr("Waybill number"),
            "carrier": self.tr("Carrier"),
            "tail": self.tr("Last four digits"),
        }
        for name, words in names.items():
            self.captions[name].setText(words)
        if self.corrected is not None:
            words = self.tr("Putting {code} right: Enter keeps it, Esc leaves it").format(
                code=self.corrected.shelf_code
            )
            self.captions["number"].setText(words)
        self.number.setPlaceholderText(self.tr("Scan a parcel"))
        self.number.setAccessibleName(names["number"])
        self.tail.setAccessibleName(names["tail"])
        self.cod_caption.setText(self.tr("Cash on delivery   {key}").format(key=COD_KEY))
        self.collect_caption.setText(self.tr("Freight to collect   {key}").format(key=COLLECT_KEY))
        self.cod.setAccessibleName(self.tr("Cash on delivery, yuan"))
        self.collect.setAccessibleName(self.tr("Freight to collect, yuan"))
        self.note.setText("" if self._fault is None else wording.fault_sentence(self._fault))
        if self._carrier:
            self.carrier.setText(parcel_wording.carrier_name(self._carrier))

    def _hold(self, number: str) -> None:
        self._number = number
        self.number.put(number)
        self.number.setReadOnly(True)

    def _take_carrier(self, code: str) -> None:
        self._carrier = code
        self.carrier.setText(parcel_wording.carrier_name(code))
        self._beneath.setCurrentWidget(self._money)
        self.take_keys()

    def _put_money(self, cod: str, collect: str) -> None:
        self.cod.put(cod)
        self.collect.put(collect)
        self._show_money(cod=bool(cod), collect=bool(collect))

    def _show_money(self, *, cod: bool, collect: bool) -> None:
        self.cod.setVisible(cod)
        self.collect.setVisible(collect)

    def _press(self, key: str) -> None:
        if key == CHANGE_KEY:
            self.shelf_asked.emit()
        elif self.is_begun:
            field = self.cod if key == COD_KEY else self.collect
            field.show()
            field.setFocus()

    def _give_number(self) -> None:
        if not self.is_begun and self.number.text().strip():
            self.number_given.emit(self.number.text())

    def _complete(self) -> None:
        if self.corrected is None:
            self._end()

    def _end(self) -> None:
        if self.is_begun:
            self.filled.emit()

    def _fields(self) -> dict[str, TextInput]:
        return {"number": self.number, "tail": self.tail, "cash_on_delivery": self.cod, "collect": self.collect}

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._give_number)
        self.carriers.chosen.connect(self._take_carrier)
        self.tail.completed.connect(self._complete)
        self.tail.returnPressed.connect(self._end)
        self.tail.pressed.connect(self._press)
        for amount in (self.cod, self.collect):
            amount.returnPressed.connect(self.tail.setFocus)
        for field in self._fields().values():
            field.textEdited.connect(lambda: self.show_faults(()))

    def _lay_out(self) -> None:
        self.carrier.setObjectName("heading")
        self.carrier.setTextFormat(Qt.TextFormat.PlainText)
        self.note.setObjectName("fault")
        self.note.setWordWrap(True)
        self.tail.setFixedWidth(_TAIL_PX)
        for caption in (*self.captions.values(), self.cod_caption, self.collect_caption):
            caption.setObjectName("caption")
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(4)
        for column, (name, part, stretch) in enumerate(
            (("number", self.number, 3), ("carrier", self.carrier, 2), ("tail", self.tail, 0))
        ):
            grid.addWidget(self.captions[name], 0, column)
            grid.addWidget(part, 1, column)
            grid.setColumnStretch(column, stretch)
        money = QHBoxLayout(self._money)
        money.setContentsMargins(0, 0, 0, 0)
        money.setSpacing(theme.GRID_PX)
        for caption, field in ((self.cod_caption, self.cod), (self.collect_caption, self.collect)):
            field.setFixedWidth(_AMOUNT_PX)
            money.addWidget(caption)
            money.addWidget(field)
            money.addSpacing(theme.GRID_PX)
        money.addWidget(self.note, stretch=1)
        self._beneath.addWidget(self._money)
        self._beneath.addWidget(self.carriers)
        column_box = QVBoxLayout(self)
        column_box.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column_box.setSpacing(theme.GRID_PX)
        column_box.addLayout(grid)
        column_box.addWidget(self._beneath, stretch=1)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops the parcel, or leaves one that is put right as it was."""
        if event.key() == Qt.Key.Key_Escape and (self.is_begun or self.number.text()):
            self.clear()
            self.dropped.emit()
        elif event.text() == CHANGE_KEY:
            self.shelf_asked.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
