"""What the owner fills in about waybill numbers: a range that a carrier gave, and a number to set aside."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.number_use import VoidReason
from outlet_app.errors import InvalidDraft, NumberUsed
from outlet_app.ui import carrier_names, theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.errors import Fault, OutletError


class NumberForm(QFrame):
    """A carrier and one or two of its numbers. `asked`: all is filled in. Everything typed stays until `clear`."""

    asked = Signal()
    edited = Signal()

    def __init__(self, fields: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.story = QLabel(), QLabel()
        self.carrier = Choice()
        self.texts = {name: TextInput(chinese=False) for name in fields}
        self.boxes = {name: Captioned(text) for name, text in self.texts.items()}
        self.carrier_box = Captioned(self.carrier)
        self.fields, self.foot = QHBoxLayout(), QHBoxLayout()
        self.do = QPushButton()
        self.do.setAutoDefault(False)
        self.do.clicked.connect(self.asked)
        self._said: dict[str, Fault | NumberUsed] = {}
        for text in self.texts.values():
            text.textChanged.connect(self._edit)
            text.returnPressed.connect(self._go_on)
        self._lay_out()

    def offer_carriers(self) -> None:
        """Every carrier that the outlet works with, by its name in the language of the screen."""
        self.carrier.offer(carrier_names.offered())

    def take_number(self, text: str) -> None:
        """A scanned number goes into the first empty field, else into the last."""
        name = next((name for name, field in self.texts.items() if not field.text().strip()), list(self.texts)[-1])
        self.texts[name].put(text)
        self.texts[name].setFocus()

    def tell(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong beside each field, and put the keys on the first."""
        self._say({fault.field: fault for fault in reversed(faults)})

    def tell_error(self, error: OutletError) -> bool:
        """Say an error beside the field that it is about; False for one that is about none."""
        if isinstance(error, InvalidDraft):
            self.tell(error.faults)
        elif isinstance(error, NumberUsed):
            self._say({next(iter(self.texts)): error})
        else:
            return False
        return True

    def clear(self) -> None:
        """Take everything typed away; the carrier stays."""
        for text in self.texts.values():
            text.put("")
        self.tell(())

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.carrier_box.name(self.tr("Carrier"))
        self.offer_carriers()
        for name, box in self.boxes.items():
            box.tell(self._words(name))

    def _words(self, name: str) -> str:
        said = self._said.get(name)
        if said is None:
            return ""
        return wording.sentence(said) if isinstance(said, NumberUsed) else wording.fault_sentence(said)

    def _say(self, said: dict[str, Fault | NumberUsed]) -> None:
        self._said = said
        for name, box in self.boxes.items():
            box.tell(self._words(name))
        first = next((name for name in self.texts if name in said), None)
        if first is not None:
            self.texts[first].setFocus()

    def _edit(self) -> None:
        self._say({})
        self.edited.emit()

    def _go_on(self) -> None:
        """Enter goes to the next empty field, and after the last it is the button."""
        empty = next((text for text in self.texts.values() if not text.text().strip()), None)
        if empty is None or empty.hasFocus():
            self.asked.emit()
        else:
            empty.setFocus()

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.fields.setSpacing(theme.GRID_PX)
        self.fields.addWidget(self.carrier_box, 2)
        for box in self.boxes.values():
            self.fields.addWidget(box, 3)
        self.foot.setSpacing(theme.GRID_PX)
        self.foot.addStretch(1)
        self.foot.addWidget(self.do)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.story)
        column.addLayout(self.fields)
        column.addLayout(self.foot)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class RangeForm(NumberForm):
    """A range that a carrier gave. `show_count` tells how many numbers it would bring, before it is entered."""

    file_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("first", "last"), parent)
        self.count = QLabel()
        self.count.setObjectName("caption")
        self.foot.insertWidget(0, self.count)
        self.from_file = QPushButton()
        self.from_file.setAutoDefault(False)
        self.from_file.clicked.connect(self.file_asked)
        self.foot.insertWidget(self.foot.count() - 1, self.from_file)
        self._counted = 0
        self.retranslate()

    def show_count(self, count: int) -> None:
        """Tell how many numbers the two make; 0 while they make no range."""
        self._counted = count
        self.count.setText(self.tr("That is %n number(s).", "", count) if count else "")

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        super().retranslate()
        self.heading.setText(self.tr("Enter a range"))
        self.story.setText(
            self.tr("Type or scan the first and the last number. A range cannot be taken out again: count before.")
        )
        self.boxes["first"].name(self.tr("First number"))
        self.boxes["last"].name(self.tr("Last number"))
        self.do.setText(self.tr("Enter the range"))
        self.from_file.setText(self.tr("From a file …"))
        self.show_count(self._counted)


class VoidForm(NumberForm):
    """A number that no waybill may get, and why."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(("number",), parent)
        self.reason = Choice()
        self.reason_box = Captioned(self.reason)
        self.fields.addWidget(self.reason_box, 3)
        self.retranslate()

    def why(self) -> VoidReason:
        """The reason that is chosen."""
        return VoidReason(self.reason.value())

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        super().retranslate()
        self.heading.setText(self.tr("Set a number aside"))
        self.story.setText(
            self.tr("For a number whose paper is spoilt, missing or went back. No waybill gets it any more.")
        )
        self.boxes["number"].name(self.tr("Number"))
        self.reason_box.name(self.tr("Why"))
        words = {
            VoidReason.SPOILT: self.tr("Its paper is spoilt"),
            VoidReason.GIVEN_BACK: self.tr("Given back to the carrier"),
            VoidReason.MISSING: self.tr("Its paper is missing"),
        }
        self.reason.offer((reason.value, words[reason]) for reason in VoidReason)
        self.do.setText(self.tr("Set it aside"))
