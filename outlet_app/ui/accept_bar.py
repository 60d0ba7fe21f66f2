"""The foot of the accept form: the two ticks, and the button that says what it will do or what is missing."""

from __future__ import annotations

from enum import Enum, auto
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLabel, QPushButton, QSizePolicy, QWidget

from outlet_app.errors import FaultKind
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import Tick

if TYPE_CHECKING:
    from PySide6.QtGui import QResizeEvent

    from outlet_app.errors import Fault

_MOST_NAMED = 4
_MISSING = frozenset({FaultKind.EMPTY, FaultKind.NO_DIVISION, FaultKind.NO_DETAIL, FaultKind.NOT_TICKED})
_BUTTON_PX = 40


class Readiness(Enum):
    """What the button will do."""

    PRINTS = auto()
    ACCEPTS = auto()
    CORRECTS_AND_PRINTS = auto()
    CORRECTS = auto()
    WORKS = auto()
    RESTS = auto()

    @property
    def is_busy(self) -> bool:
        """Whether something is under way, so that a press does nothing."""
        return self in {Readiness.WORKS, Readiness.RESTS}


class CutButton(QPushButton):
    """A button whose words may be longer than it is wide; the end is then cut, and told as a tool tip."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def put(self, text: str) -> None:
        """Say `text`, as far as it goes."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def whole(self) -> str:
        """The words, uncut."""
        return self._whole

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        room = self.width() - 5 * theme.GRID_PX
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


class AcceptBar(QFrame):
    """`accept_asked`; `edited`: a tick was changed. `printer` is the widget that says where labels go."""

    accept_asked = Signal()
    edited = Signal()

    def __init__(self, printer: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.inspected = Tick()
        self.real_name_checked = Tick()
        self.both = QLabel("F8")
        self.accept = CutButton()
        self._faults: tuple[Fault, ...] = ()
        self._readiness = Readiness.ACCEPTS
        self._touched = False
        self._lay_out(printer)
        self.accept.clicked.connect(self.accept_asked)
        for tick in (self.inspected, self.real_name_checked):
            tick.toggled.connect(self.edited)
        self.retranslate()

    def tick_both(self) -> None:
        """Set both ticks, or take both away when both are set."""
        both = all(self.ticks())
        self.inspected.setChecked(not both)
        self.real_name_checked.setChecked(not both)

    def ticks(self) -> tuple[bool, bool]:
        """Whether the contents were inspected, and the real name checked."""
        return self.inspected.isChecked(), self.real_name_checked.isChecked()

    def put_ticks(self, ticks: tuple[bool, bool]) -> None:
        """Set both, in the order of `ticks()`; no mark is left."""
        self._touched = False
        self.inspected.setChecked(ticks[0])
        self.real_name_checked.setChecked(ticks[1])

    def touch_all(self) -> None:
        """From now on mark a tick that is missing."""
        self._touched = True
        self._mark_ticks()

    def clear_for_next(self) -> None:
        """Take the ticks and their marks away."""
        self.put_ticks((False, False))

    def set_working(self, *, working: bool) -> None:
        """Keep the ticks still while the parcel is being accepted."""
        self.inspected.setEnabled(not working)
        self.real_name_checked.setEnabled(not working)

    def show_state(self, faults: tuple[Fault, ...], readiness: Readiness) -> None:
        """Say what the button will do, or which of `faults` stand in the way."""
        self._faults, self._readiness = faults, readiness
        self._mark_ticks()
        self.accept.put(self._text())
        ready = not faults and not readiness.is_busy
        if (self.accept.objectName() == "primary") != ready:
            self.accept.setObjectName("primary" if ready else "")
            theme.restyle(self.accept)

    def stack(self, *, narrow: bool) -> None:
        """Put the button under the rest where there is no room beside it."""
        beside, under = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._row.setDirection(under if narrow else beside)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.inspected.setText(self.tr("Contents inspected"))
        self.real_name_checked.setText(self.tr("Real name checked"))
        for tick in (self.inspected, self.real_name_checked):
            tick.setAccessibleName(tick.text())
            tick.setToolTip(self.tr("F8 sets both"))
        self.show_state(self._faults, self._readiness)

    def _mark_ticks(self) -> None:
        missing = {fault.field for fault in self._faults} if self._touched else set()
        self.inspected.mark(fault="inspected" in missing)
        self.real_name_checked.mark(fault="real_name_checked" in missing)

    def _text(self) -> str:
        if self._faults and not self._readiness.is_busy:
            return self._obstacles()
        return {
            Readiness.PRINTS: self.tr("Accept and print   Ctrl+Enter"),
            Readiness.ACCEPTS: self.tr("Accept without printing   Ctrl+Enter"),
            Readiness.CORRECTS_AND_PRINTS: self.tr("Put right and print the new label   Ctrl+Enter"),
            Readiness.CORRECTS: self.tr("Put right without printing   Ctrl+Enter"),
            Readiness.WORKS: self.tr("Accepting…"),
            Readiness.RESTS: self.tr("One moment…"),
        }[self._readiness]

    def _obstacles(self) -> str:
        missing = _named([fault.field for fault in self._faults if fault.kind in _MISSING])
        wrong = _named([fault.field for fault in self._faults if fault.kind not in _MISSING])
        if not wrong:
            words = self.tr("Still missing: {fields}")
        elif missing:
            words = self.tr("Missing or to mend: {fields}")
        else:
            words = self.tr("To mend: {fields}")
        return words.format(fields=self._listed([*missing, *wrong]))

    def _listed(self, fields: list[str]) -> str:
        names = [wording.field_name(field) for field in fields[:_MOST_NAMED]]
        return self.tr(", ").join(names) + ("…" if len(fields) > _MOST_NAMED else "")

    def _lay_out(self, printer: QWidget) -> None:
        self.both.setObjectName("caption")
        self.accept.setMinimumHeight(_BUTTON_PX)
        choices = QHBoxLayout()
        choices.setSpacing(2 * theme.GRID_PX)
        for part in (self.inspected, self.real_name_checked, self.both, printer):
            choices.addWidget(part)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX)
        self._row.setSpacing(theme.GRID_PX)
        self._row.addLayout(choices)
        self._row.addSpacing(theme.GRID_PX)
        self._row.addWidget(self.accept, 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _named(fields: list[str]) -> list[str]:
    """The fields, with a party of which most is missing said as one."""
    for role in ("sender", "recipient"):
        parts = [field for field in fields if field.startswith(f"{role}.")]
        if len(parts) >= 3:
            first = fields.index(parts[0])
            fields = [*fields[:first], role, *(field for field in fields[first:] if field not in parts)]
    return fields
