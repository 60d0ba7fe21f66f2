"""What the owner has from a carrier: the text of its key, and the fingerprint that he was told by another way."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme, wording
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from collections.abc import Sequence

    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.carrier import Carrier
    from outlet_app.errors import Fault

_KEY_BEGINS = "HK1"


class CarrierKeyForm(QFrame):
    """`asked`: the owner wants what stands here. `dropped`: not after all. What is typed stays until `clear`."""

    asked = Signal()
    dropped = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.story = QLabel(), QLabel()
        self.carrier = Choice()
        self.key, self.fingerprint = TextInput(chinese=False), TextInput(chinese=False)
        self.boxes = {"carrier": Captioned(self.carrier), "public_key": Captioned(self.key)}
        self.boxes["fingerprint"] = Captioned(self.fingerprint)
        self.do, self.drop = QPushButton(), QPushButton()
        self.do.clicked.connect(self.asked)
        self.drop.clicked.connect(self.dropped)
        for field in (self.key, self.fingerprint):
            field.textChanged.connect(self._forget_faults)
            field.returnPressed.connect(self._go_on)
        self._lay_out()
        self.setFocusProxy(self.carrier)
        self.retranslate()

    def offer(self, carriers: Sequence[Carrier]) -> None:
        """The carriers that a key can be named for."""
        self.carrier.offer((each.code, wording.carrier_name(each)) for each in carriers)

    def begin(self, carrier: str) -> None:
        """Ask from the start; for that carrier, where one is named."""
        self.clear()
        self.carrier.choose(carrier)
        (self.key if carrier else self.carrier).setFocus()

    def take_key(self, text: str) -> bool:
        """Take a scanned key; False for anything else, which is not kept."""
        if not is_key(text):
            return False
        self.key.put(text.strip())
        self.fingerprint.setFocus()
        return True

    def tell(self, faults: Sequence[Fault]) -> None:
        """Say what is wrong beside each field, and put the keys on the first."""
        for fault in reversed(faults):
            self.boxes[fault.field].tell(wording.fault_sentence(fault))
            self.boxes[fault.field].setFocus()

    def clear(self) -> None:
        """Take everything typed away; the carrier stays."""
        for field in (self.key, self.fingerprint):
            field.put("")
        self._forget_faults()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Name a carrier's key"))
        self.story.setText(
            self.tr(
                "Paste, scan or type the key. Then type the fingerprint as the carrier tells it to you by telephone, "
                "on a number that you know: never copy it from the message that brought the key."
            )
        )
        self.boxes["carrier"].name(self.tr("Carrier"))
        self.boxes["public_key"].name(self.tr("Key, 15 groups behind HK1"))
        self.boxes["fingerprint"].name(self.tr("Fingerprint, 4 groups, from the telephone"))
        self.do.setText(self.tr("Go on"))
        self.drop.setText(self.tr("Cancel"))

    def _go_on(self) -> None:
        """Enter goes to the next empty field, and after the last it is the button."""
        empty = next((field for field in (self.key, self.fingerprint) if not field.text().strip()), None)
        if empty is None or empty.hasFocus():
            self.asked.emit()
        else:
            empty.setFocus()

    def _forget_faults(self) -> None:
        for box in self.boxes.values():
            box.tell()

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.story.setWordWrap(True)
        self.story.setTextFormat(Qt.TextFormat.PlainText)
        self.do.setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        for part in (self.heading, self.story, *self.boxes.values()):
            column.addWidget(part)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addStretch(1)
        for button in (self.drop, self.do):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        column.addLayout(buttons)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape drops it."""
        if event.key() == Qt.Key.Key_Escape:
            self.dropped.emit()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def is_key(text: str) -> bool:
    """Whether a scanned text may be a carrier's key."""
    return text.strip().upper().startswith(_KEY_BEGINS)
