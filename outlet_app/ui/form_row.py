"""A row of a form: captions above, inputs in line, and one line beneath for what is wrong or doubtful."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QApplication, QGridLayout, QHBoxLayout, QLabel, QSizePolicy, QToolButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Mapping

    from PySide6.QtGui import QPaintEvent, QResizeEvent

    from outlet_app.ui.inputs import Choice, DivisionInput, TextInput

_NOTE_PX, _OVER_PX, _GAP_PX = 22, 20, 6
_LONGEST_READING = 16
_NARROW_SHARE = 0.35
"""Of its row: a note does not fit under a narrower input at the row's end."""


class Severity(StrEnum):
    """How bad a note is. A fault keeps the form from being accepted, a doubt does not."""

    FAULT = "fault"
    DOUBT = "doubt"


@dataclass(frozen=True, slots=True, repr=False)
class Note:
    """What is said about one input. `readings` are texts the input could hold instead, each offered as a button."""

    severity: Severity
    sentence: str
    readings: tuple[str, ...] = ()


class NoteLine(QWidget):
    """One note: icon, sentence (cut with … where room ends, whole as tool tip), and the other readings.

    `at_end` sets it against the right edge, for an input at the narrow end of its row.
    """

    reading_chosen = Signal(str)

    def __init__(self, note: Note, field: QWidget, *, at_end: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.field = field
        self.setFixedHeight(_NOTE_PX)
        self.icon = QLabel()
        theme.wear_icon(self.icon, note.severity.value, _TOKENS[note.severity])
        self.sentence = CutLabel(note.sentence)
        self.sentence.setObjectName(note.severity.value)
        self.readings = [self._reading(place, text) for place, text in enumerate(note.readings, start=1)]
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        self._covers = False
        if at_end:
            row.addStretch(1)
        row.addWidget(self.icon)
        row.addWidget(self.sentence)
        for button in self.readings:
            row.addWidget(button)
        if not at_end:
            row.addStretch(1)

    def cover(self, indent_px: int) -> None:
        """Stand over the captions of the row, from `indent_px` on."""
        self._covers = True
        self.setFixedHeight(_OVER_PX)
        self.setContentsMargins(indent_px, 0, 0, 0)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the place it gets, so that no column moves for it."""
        return QSize(0, self.height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As `sizeHint`."""
        return self.sizeHint()

    def has_keys(self) -> bool:
        """Whether the input that the note is about has the keys."""
        focused = QApplication.focusWidget()
        return focused is not None and (focused is self.field or self.field.isAncestorOf(focused))

    def take(self, place: int) -> None:
        """Take a reading by its place, 0 being the first; a place that is not offered does nothing."""
        if place < len(self.readings):
            self.readings[place].click()

    def _reading(self, place: int, text: str) -> QToolButton:
        button = QToolButton()
        button.setObjectName("reading")
        shown = text if len(text) <= _LONGEST_READING else text[: _LONGEST_READING - 1] + "…"
        button.setText(f"{place} {shown}".replace("&", "&&"))
        button.setToolTip(f"{text}  (Alt+{place})")
        button.setAccessibleName(text)
        button.clicked.connect(lambda: self.reading_chosen.emit(text))
        return button

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Hide the captions that this note covers."""
        super().paintEvent(event)
        if self._covers:
            said = self.childrenRect()
            painter = QPainter(self)
            painter.fillRect(said.left() - 4, 0, said.width() + 8, self.height(), QColor(theme.current().surface))
            painter.end()


_TOKENS = {Severity.FAULT: Token.BAD, Severity.DOUBT: Token.WARN}


class CutLabel(QLabel):
    """One line of plain text that may be narrower than its text; the end is then cut, and told as a tool tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Preferred)
        self._whole = text
        self._cut()

    def put(self, text: str) -> None:
        """Show `text`, as far as it goes."""
        self._whole = text
        self._cut()

    def whole(self) -> str:
        """The text, uncut."""
        return self._whole

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the uncut text."""
        return QSize(self.fontMetrics().horizontalAdvance(self._whole) + 2, super().sizeHint().height())

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """No wider than the place it gets."""
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:  # noqa: N802 - Qt's name
        """Cut anew."""
        super().resizeEvent(event)
        self._cut()

    def _cut(self) -> None:
        shown = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, self.width())
        self.setText(shown)
        self.setToolTip("" if shown == self._whole else self._whole)


class FormRow(QWidget):
    """Inputs side by side. `reading_chosen(input, text)` tells that another reading was taken for an input.

    Nothing moves when a note comes: it has a line of its own kept free, or stands over the captions.
    """

    reading_chosen = Signal(QWidget, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._inputs: list[TextInput | Choice | DivisionInput] = []
        self._captions: list[QLabel] = []
        self._notes: dict[QWidget, Note] = {}
        self._lines: list[NoteLine] = []
        self._below = True
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(theme.GRID_PX)
        self._grid.setVerticalSpacing(2)
        self.keep_room(for_notes=True)

    def add(self, field: TextInput | Choice | DivisionInput, stretch: int) -> None:
        """Put an input at the end of the row, with a share of its width."""
        caption = QLabel()
        caption.setObjectName("caption")
        caption.setBuddy(field)
        column = len(self._inputs)
        self._inputs.append(field)
        self._captions.append(caption)
        self._grid.addWidget(caption, 0, column)
        self._grid.addWidget(field, 1, column, Qt.AlignmentFlag.AlignBottom)
        self._grid.setColumnStretch(column, stretch)

    def name(self, *captions: str) -> None:
        """Set the captions, in the order of the inputs."""
        for label, text in zip(self._captions, captions, strict=True):
            label.setText(text)

    def stretch(self) -> int:
        """The shares of its inputs together, for rows that stand in one line."""
        return sum(self._grid.columnStretch(column) for column in range(len(self._inputs)))

    def keep_height(self, field: QWidget) -> None:
        """Stand in one line with a row that holds `field`, however high that is."""
        self._grid.setRowMinimumHeight(1, field.sizeHint().height())

    def stress(self, field: QWidget, *, stressed: bool) -> None:
        """Let an input's caption stand out, or look as the others do; its words say why."""
        caption = next(label for label, each in zip(self._captions, self._inputs, strict=True) if each is field)
        theme.restyle(caption, objectName="doubt" if stressed else "caption")

    def keep_room(self, *, for_notes: bool) -> None:
        """Whether a line is kept free for notes; without one they stand over the captions."""
        self._grid.setRowMinimumHeight(0, 0 if for_notes else _OVER_PX)
        self._grid.setRowMinimumHeight(2, _NOTE_PX if for_notes else _GAP_PX)
        if self._below != for_notes:
            self._below = for_notes
            self._place_all()

    def show_notes(self, notes: Mapping[QWidget, Note]) -> None:
        """Show what is said about this row's inputs, in place of what was said before."""
        mine: dict[QWidget, Note] = {field: notes[field] for field in self._inputs if field in notes}
        if mine == self._notes:
            return
        self._notes = mine
        self._place_all()
        for field in self._inputs:
            severity = mine[field].severity if field in mine else None
            field.mark(fault=severity is Severity.FAULT, doubt=severity is Severity.DOUBT)

    def offers(self) -> list[NoteLine]:
        """The notes of this row that offer readings."""
        return [line for line in self._lines if line.readings]

    def _place_all(self) -> None:
        for line in self._lines:
            self._grid.removeWidget(line)
            line.hide()
            line.deleteLater()
        self._lines = [self._place(field, note) for field, note in self._notes.items()]

    def _place(self, field: QWidget, note: Note) -> NoteLine:
        """Put a note at its input, over the width that no other note of the row needs."""
        first, after = self._span(field)
        at_end = self._inputs[first] is not field
        line = NoteLine(note, field, at_end=at_end)
        line.reading_chosen.connect(lambda text: self.reading_chosen.emit(field, text))
        if self._below:
            self._grid.addWidget(line, 2, first, 1, after - first)
        elif at_end:
            line.cover(0)
            self._grid.addWidget(line, 0, first, 1, after - 1 - first)
        else:
            line.cover(self._captions[first].sizeHint().width() + theme.GRID_PX)
            self._grid.addWidget(line, 0, first, 1, after - first)
        return line

    def _share_of(self, column: int) -> float:
        stretches = [self._grid.columnStretch(each) for each in range(len(self._inputs))]
        return stretches[column] / sum(stretches)

    def _span(self, field: QWidget) -> tuple[int, int]:
        """The columns of a note: from its input to the next noted one; a narrow last one reaches back for room."""
        starts = [index for index, other in enumerate(self._inputs) if other in self._notes]
        end = len(self._inputs)
        here = next(index for index in starts if self._inputs[index] is field)
        if starts[-1] == end - 1 and self._share_of(end - 1) < _NARROW_SHARE:
            before = starts[-2] if len(starts) > 1 else -1
            starts[-1] = max(before + 1, end - 3)
            here = starts[-1] if here == end - 1 else here
        later = [index for index in starts if index > here]
        return here, min(later, default=end)
