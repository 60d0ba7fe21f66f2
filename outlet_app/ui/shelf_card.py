"""The shelf that arrived parcels go to now: huge, chosen once, kept on this PC, changed with one key."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.shelf_code import LONGEST_SHELF, read_shelf
from outlet_app.errors import Fault, FaultKind, OutletError
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.ui.preferences import Preferences

CHANGE_KEY = "/"
"""On the number pad, where the other hand is."""

_WIDTH_PX, _SHORT = 236, 5


class ShelfCard(QFrame):
    """`chosen(shelf)`: parcels go there from now on. `left`: nothing was changed. `not_kept(OutletError)`.

    `shelf` is empty until one was chosen on this PC.
    """

    chosen = Signal(str)
    left = Signal()
    not_kept = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFixedWidth(_WIDTH_PX)
        self._preferences = preferences
        self.shelf = read_shelf(preferences.choices.shelf) or ""
        self.caption, self.name, self.fault = QLabel(), QLabel(), QLabel()
        self.text = TextInput(chinese=False, figure=True)
        self.text.setMaxLength(LONGEST_SHELF + 1)
        self.change = QPushButton()
        self._lay_out()
        self.change.clicked.connect(self.ask)
        self.text.returnPressed.connect(self._choose)
        self.text.textEdited.connect(self._forget_fault)
        self.retranslate()
        self._show(asking=not self.shelf)

    @property
    def is_asking(self) -> bool:
        """Whether a shelf is being typed."""
        return not self.text.isHidden()

    def ask(self) -> None:
        """Put the keys into the field, with the present shelf marked in it."""
        self.text.put(self.shelf)
        self._show(asking=True)
        self.text.setFocus()
        self.text.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.caption.setText(self.tr("Shelf"))
        self.change.setText(self.tr("Other shelf   {key}").format(key=CHANGE_KEY))
        self.change.setAccessibleName(self.tr("Choose another shelf"))
        self.text.setPlaceholderText("15-1")
        self.text.setAccessibleName(self.tr("Shelf"))
        if self.fault.text():
            self._tell_fault()

    def _choose(self) -> None:
        shelf = read_shelf(self.text.text())
        if shelf is None:
            self._tell_fault()
            self.text.selectAll()
            return
        self.shelf = shelf
        self._show(asking=False)
        try:
            self._preferences.keep(replace(self._preferences.choices, shelf=shelf))
        except OutletError as error:
            self.not_kept.emit(error)
        self.chosen.emit(shelf)

    def _show(self, *, asking: bool) -> None:
        self._forget_fault()
        self.name.setText(self.shelf)
        theme.restyle(self.name, long=len(self.shelf) > _SHORT)
        self.name.setVisible(not asking)
        self.change.setVisible(not asking)
        self.text.setVisible(asking)

    def _tell_fault(self) -> None:
        kind = FaultKind.NOT_A_SHELF if self.text.text().strip() else FaultKind.EMPTY
        self.fault.setText(wording.fault_sentence(Fault("shelf", kind)))
        self.fault.show()
        self.text.mark(fault=True, doubt=False)

    def _forget_fault(self) -> None:
        self.fault.clear()
        self.fault.hide()
        self.text.mark(fault=False, doubt=False)

    def _lay_out(self) -> None:
        self.caption.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.name.setObjectName("shelf")
        self.name.setTextFormat(Qt.TextFormat.PlainText)
        self.change.setAutoDefault(False)
        self.change.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        column.addWidget(self.caption)
        column.addWidget(self.name)
        column.addWidget(self.text)
        column.addWidget(self.fault)
        column.addStretch(1)
        column.addWidget(self.change)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape leaves the shelf as it is, once there is one."""
        if event.key() == Qt.Key.Key_Escape and self.is_asking and self.shelf:
            self._show(asking=False)
            self.left.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
