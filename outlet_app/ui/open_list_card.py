"""The open hand-over list of one carrier: how many, how heavy, the last ones put on, and a field for typed numbers."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.amounts import kilograms
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.list_rows import PAGE, ListRows, ListTable

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.handover_list import HandoverItem, HandoverList
    from outlet_app.errors import Fault

_WIDEST_PLACE, _WIDEST_WEIGHT = "8888", "888.888 kg"
_FIELD_PX = 300


class OpenListCard(QFrame):
    """`typed(text)`: a number was typed to be put on. `off_asked(HandoverItem)`, `undo_asked`.

    `page_asked(before)`: the rows before that place are to be shown, 0 for the newest. `code_refused`: a label code
    was typed or pasted and is gone.
    """

    typed = Signal(str)
    off_asked = Signal(object)
    undo_asked = Signal()
    page_asked = Signal(int)
    code_refused = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.count, self.weight, self.story, self.fault = QLabel(), QLabel(), QLabel(), QLabel()
        self.number = TextInput(chinese=False)
        self.rows = ListRows(self)
        self.table = ListTable(self.rows)
        self.empty = QLabel()
        self.off, self.undo = QPushButton(), QPushButton()
        self.older, self.newer = QPushButton(), QPushButton()
        self._carrier = ""
        self._list: HandoverList | None = None
        self._before = 0
        self._fault: Fault | None = None
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.table)
        self.retranslate()

    @property
    def is_newest(self) -> bool:
        """Whether the last ones put on stand here, and not an older page."""
        return self._before == 0

    def show_list(self, carrier: str, handover: HandoverList | None) -> None:
        """Show count and weight of the open list of the carrier with this name, None for none."""
        self._carrier, self._list = carrier, handover
        self.retranslate()

    def show_items(self, items: tuple[HandoverItem, ...], before: int = 0) -> None:
        """Show one page, the last one put on first; those before that place, 0 for the newest."""
        self._before = before
        self.rows.show_items(items)
        self._tell_board()

    def put_first(self, item: HandoverItem) -> None:
        """One more was put on."""
        self._before = 0
        self.rows.put_first(item)
        self._tell_board()

    def begin_typing(self) -> None:
        """Put the keys into the field for a number."""
        self.number.setFocus()
        self.number.selectAll()

    def tell_fault(self, fault: Fault | None) -> None:
        """Say what is wrong with the typed number; None for nothing."""
        self._fault = fault
        self._say_fault()
        self.number.mark(fault=fault is not None, doubt=False)

    def clear_typed(self) -> None:
        """The number was put on: the field is ready for the next, the keys go back to the list."""
        self.number.put("")
        self.tell_fault(None)
        self.table.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        handover = self._list
        self.count.setText(str(0 if handover is None else handover.count))
        self.weight.setText(f"{kilograms(0 if handover is None else handover.weight_g)} kg")
        self.story.setText(self._story())
        self.number.setPlaceholderText(self.tr("Type a number   Insert"))
        self.number.setAccessibleName(self.tr("Waybill number"))
        self.table.setAccessibleName(self.tr("Parcels on the list"))
        self.off.setText(self.tr("Take off   Del"))
        self.undo.setText(self.tr("Undo the last   Ctrl+Z"))
        self.older.setText(self.tr("Older"))
        self.older.setToolTip(self.tr("Older rows (Ctrl+PgDn)"))
        self.newer.setText(self.tr("Newer"))
        self.newer.setToolTip(self.tr("Newer rows (Ctrl+PgUp)"))
        self.empty.setText(self.tr("Scan the labels of the parcels that go onto the truck; each stands here at once."))
        self._say_fault()
        self.rows.retranslate()
        self.table.size_columns((_WIDEST_PLACE, None, None, _WIDEST_WEIGHT))
        self._tell_board()

    def turn(self, step: int) -> None:
        """Show older rows (1) or the newest ones again (-1)."""
        if step > 0 and self.older.isEnabled():
            self.page_asked.emit(self.rows.items[-1].position)
        elif step < 0 and self._before:
            self.page_asked.emit(0)

    def _story(self) -> str:
        if self._list is None:
            return self.tr("{carrier}: no list is open").format(carrier=self._carrier)
        words = self.tr("{carrier}, list No. {number}, opened at {time}")
        opened = outlet_time(self._list.opened_at)
        return words.format(carrier=self._carrier, number=self._list.number, time=f"{opened:%m-%d %H:%M}")

    def _tell_board(self) -> None:
        filled = bool(self.rows.items)
        self.empty.setVisible(not filled)
        count = 0 if self._list is None else self._list.count
        self.off.setEnabled(filled)
        self.undo.setEnabled(bool(count))
        self.older.setEnabled(len(self.rows.items) == PAGE and self.rows.items[-1].position > 1)
        self.newer.setEnabled(not self.is_newest)
        for button in (self.older, self.newer):
            button.setVisible(count > PAGE)

    def _say_fault(self) -> None:
        self.fault.setText("" if self._fault is None else wording.fault_sentence(self._fault))

    def _forget_fault(self, _text: str) -> None:
        self.tell_fault(None)

    def _ask_number(self) -> None:
        if self.number.text().strip():
            self.typed.emit(self.number.text().strip())

    def _connect(self) -> None:
        self.number.returnPressed.connect(self._ask_number)
        self.number.textEdited.connect(self._forget_fault)
        self.number.code_refused.connect(self.code_refused)
        self.table.off_asked.connect(self.off_asked)
        self.off.clicked.connect(self.table.ask_off)
        self.undo.clicked.connect(self.undo_asked)
        self.older.clicked.connect(partial(self.turn, 1))
        self.newer.clicked.connect(partial(self.turn, -1))

    def _lay_out(self) -> None:
        self.count.setFont(theme.font(2 * theme.FIGURE_PX, bold=True))
        self.weight.setObjectName("figure")
        self.story.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.empty.setObjectName("caption")
        self.empty.setWordWrap(True)
        self.empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.fault.setWordWrap(True)
        for words in (self.story, self.fault, self.empty):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.number.setMaximumWidth(_FIELD_PX)
        # Over the table, which always stands there: a hidden one would lose the keys of the page.
        QVBoxLayout(self.table.viewport()).addWidget(self.empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, 2 * theme.GRID_PX)
        column.setSpacing(theme.GRID_PX)
        column.addLayout(self._head())
        column.addWidget(self.table, stretch=1)
        column.addLayout(self._foot())

    def _head(self) -> QHBoxLayout:
        typing = QVBoxLayout()
        typing.setSpacing(2)
        typing.addWidget(self.number)
        typing.addWidget(self.fault)
        figures = QVBoxLayout()
        figures.setSpacing(0)
        figures.addWidget(self.weight)
        figures.addWidget(self.story)
        head = QHBoxLayout()
        head.setSpacing(2 * theme.GRID_PX)
        head.addWidget(self.count)
        head.addLayout(figures, stretch=1)
        head.addLayout(typing, stretch=1)
        return head

    def _foot(self) -> QHBoxLayout:
        foot = QHBoxLayout()
        foot.setSpacing(theme.GRID_PX)
        for button in (self.off, self.undo, self.older, self.newer):
            button.setAutoDefault(False)
        foot.addWidget(self.off)
        foot.addWidget(self.undo)
        foot.addStretch(1)
        foot.addWidget(self.newer)
        foot.addWidget(self.older)
        return foot

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape in the field gives the keys back to the list."""
        if event.key() == Qt.Key.Key_Escape and self.number.hasFocus():
            self.tell_fault(None)
            self.table.setFocus()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
