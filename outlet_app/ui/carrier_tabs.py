"""The carriers side by side, each with its digit and how many of its parcels are on the open list; one is chosen."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QFontMetrics
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from outlet_app.ui import theme

if TYPE_CHECKING:
    from collections.abc import Iterable

    from PySide6.QtGui import QKeyEvent, QResizeEvent

MOST_KEYS = 9
"""The digits 1 to 9; carriers after the ninth are reached with the arrow keys."""

_BETWEEN_PX = 6
_STEPS = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}


@dataclass(frozen=True, slots=True)
class CarrierTab:
    """One carrier: how many parcels are on its open list, None for no list, and how many stand here beside it."""

    code: str
    name: str
    listed: int | None = None
    waiting: int = 0


class _TabButton(QPushButton):
    """Leaves left and right to the row of tabs: a button of its own accord goes to whatever stands beside it."""

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Do not take the arrow keys."""
        if event.key() in _STEPS:
            event.ignore()
        else:
            super().keyPressEvent(event)


class CarrierTabs(QWidget):
    """`chosen(code)`: another carrier was chosen by hand."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tabs: tuple[CarrierTab, ...] = ()
        self.buttons: dict[str, QPushButton] = {}
        self._group = QButtonGroup(self)
        self._group.buttonClicked.connect(self._tell)

    @property
    def current(self) -> str:
        """The chosen carrier's code; empty while none is offered."""
        return next((code for code, button in self.buttons.items() if button.isChecked()), "")

    def show_tabs(self, tabs: Iterable[CarrierTab]) -> None:
        """Offer these in this order. What was chosen stays chosen while it is still offered, else the first is."""
        self._tabs = tuple(tabs)
        if [tab.code for tab in self._tabs] != list(self.buttons):
            self._make_buttons()
        self.retranslate()

    def choose(self, code: str) -> None:
        """Choose a carrier; one that is not offered changes nothing."""
        if code in self.buttons:
            self.buttons[code].setChecked(True)

    def choose_place(self, digit: int) -> bool:
        """Choose by its digit, as by hand; False where no carrier has it."""
        if not 1 <= digit <= min(MOST_KEYS, len(self._tabs)):
            return False
        self.buttons[self._tabs[digit - 1].code].click()
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for place, tab in enumerate(self._tabs, start=1):
            button = self.buttons[tab.code]
            key = f"{place}  " if place <= MOST_KEYS else ""
            count = "" if tab.listed is None else f"  {tab.listed}"
            button.setText(f"{key}{tab.name}{count}".replace("&", "&&"))  # a name with & in it, not a key
            button.setAccessibleName(self._story(tab))
            button.setToolTip(self._story(tab))
            theme.restyle(button, idle=tab.listed is None and not tab.waiting)
        self._place()

    def _story(self, tab: CarrierTab) -> str:
        if tab.listed is None:
            words = self.tr("{carrier}: no open list, {waiting} to hand over")
        else:
            words = self.tr("{carrier}: {listed} on the open list, {waiting} not on it yet")
        return words.format(carrier=tab.name, listed=tab.listed, waiting=tab.waiting)

    def _make_buttons(self) -> None:
        before = self.current
        for button in self.buttons.values():
            self._group.removeButton(button)
            button.hide()
            button.deleteLater()
        self.buttons = {tab.code: self._button() for tab in self._tabs}
        self.choose(before if before in self.buttons else next(iter(self.buttons), ""))

    def _button(self) -> QPushButton:
        button = _TabButton(self)
        button.setObjectName("carrier")
        button.setCheckable(True)
        button.setAutoDefault(False)
        self._group.addButton(button)
        return button

    def _tell(self, _button: QPushButton) -> None:
        self.chosen.emit(self.current)

    def _place(self) -> None:
        """One behind the other, in as many rows as they need."""
        x = y = 0
        for button in self.buttons.values():
            size = _size(button)
            if x and x + size.width() > self.width():
                x, y = 0, y + size.height() + _BETWEEN_PX
            button.setGeometry(x, y, size.width(), size.height())
            button.show()
            x += size.width() + _BETWEEN_PX
        self.setFixedHeight(y + max((each.sizeHint().height() for each in self.buttons.values()), default=0))

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """One in a row at least."""
        return QSize(max((_size(each).width() for each in self.buttons.values()), default=1), self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Place them anew."""
        super().resizeEvent(event)
        self._place()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Left and right choose the neighbour."""
        step = _STEPS.get(Qt.Key(event.key()))
        codes = list(self.buttons)
        if step is None or self.current not in codes:
            super().keyPressEvent(event)
            return
        button = self.buttons[codes[(codes.index(self.current) + step) % len(codes)]]
        button.setFocus()
        button.click()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _size(button: QPushButton) -> QSize:
    """With room for its words in bold, as the chosen one has them."""
    plain, bold = (QFontMetrics(theme.font(bold=is_bold)).horizontalAdvance(button.text()) for is_bold in (False, True))
    return button.sizeHint() + QSize(bold - plain, 0)
