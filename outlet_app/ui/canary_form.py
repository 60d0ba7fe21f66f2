"""One waybill to be marked: its number, typed or scanned, and a note that its owner alone reads."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPushButton, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from outlet_app.errors import Fault, InvalidDraft


class CanaryForm(QFrame):
    """`asked`: the waybill is to be marked."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.number, self.note = TextInput(chinese=False), TextInput()
        self.fields = {"number": Captioned(self.number), "note": Captioned(self.note)}
        self.mark, self.story = QPushButton(), QLabel()
        self._fault: Fault | None = None
        self._lay_out()
        self.mark.clicked.connect(self._ask)
        self.number.returnPressed.connect(self.note.setFocus)
        self.note.returnPressed.connect(self._ask)
        for each in (self.number, self.note):
            each.textEdited.connect(self._drop_fault)
        self.setFocusProxy(self.number)
        self.retranslate()

    def take_number(self, number: str) -> None:
        """A number that was scanned; the keys go on to the note."""
        self.number.put(number)
        self._drop_fault()
        self.note.setFocus()

    def begin(self) -> None:
        """Both fields empty, the keys on the first."""
        self._drop_fault()
        self.number.put("")
        self.note.put("")
        self.number.setFocus()

    def refuse(self, error: InvalidDraft) -> None:
        """Say beside its field why it cannot be marked."""
        self._drop_fault()
        self._fault = error.faults[0]
        self._tell_fault(self._fault)
        self.fields[self._fault.field].setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.fields["number"].name(self.tr("Waybill number"))
        self.fields["note"].name(self.tr("Note, for you alone"))
        self.note.setPlaceholderText(self.tr("Where it stands"))
        self.mark.setText(self.tr("Mark"))
        self.story.setText(
            self.tr(
                "Mark it some days after accepting, or several in one go: whoever reads the record with tools of his "
                "own sees when your list changed, though not what is on it."
            )
        )
        if self._fault is not None:
            self._tell_fault(self._fault)

    def _tell_fault(self, fault: Fault) -> None:
        self.fields[fault.field].tell(wording.fault_sentence(fault))

    def _drop_fault(self) -> None:
        self._fault = None
        for field in self.fields.values():
            field.tell()

    def _lay_out(self) -> None:
        self.mark.setObjectName("primary")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        grid = QGridLayout(self)
        grid.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(theme.GRID_PX)
        grid.setColumnStretch(0, 1)
        grid.setColumnStretch(1, 1)
        for place, field in enumerate(self.fields.values()):
            grid.addWidget(field, 0, place, Qt.AlignmentFlag.AlignTop)
        beside = Captioned(self.mark)  # level with the fields, not with their names
        beside.caption.setText(" ")
        grid.addWidget(beside, 0, 2, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(self.story, 1, 0, 1, 3)

    def _ask(self) -> None:
        self.asked.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
