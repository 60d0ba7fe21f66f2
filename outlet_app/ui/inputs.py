"""The inputs of a form: one line of text, a choice from a list, an administrative division."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, QStringListModel, Qt, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPen
from PySide6.QtWidgets import QCheckBox, QComboBox, QCompleter, QLineEdit, QWidget
from shiboken6 import isValid

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from PySide6.QtGui import QKeyEvent, QPaintEvent, QWheelEvent

LONGEST_TEXT = 400
"""Characters. More than any field may hold, so that `check` can say "too long" instead of text going missing."""

_PLAIN_HINTS = Qt.InputMethodHint.ImhPreferLatin | Qt.InputMethodHint.ImhNoPredictiveText
_MOST_OFFERED = 12
_ARROW_FROM_EDGE_PX = 14
_BOX_PX = 18


class TextInput(QLineEdit):
    """One line of text. `chinese=False` keeps the input method off, for fields that hold no Chinese.

    `code_refused` tells that a label code was put in: the field is empty again and remembers nothing of it.
    `finished` tells that a person changed the text and left the field, or ended it with Enter.
    Undo that this field has no use for is left to the form.
    """

    code_refused = Signal()
    finished = Signal()

    def __init__(self, *, chinese: bool = True, figure: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setMaxLength(LONGEST_TEXT)
        if not chinese:
            self.setAttribute(Qt.WidgetAttribute.WA_InputMethodEnabled, False)
            self.setInputMethodHints(_PLAIN_HINTS)
        if figure:
            self.setProperty("figure", True)
        self._changed_by_hand = False
        self.textChanged.connect(self._refuse_label_code)
        self.textEdited.connect(self.note_change)
        self.editingFinished.connect(self._finish)

    def note_change(self) -> None:
        """A person changed the text; `finished` will tell when he leaves it."""
        self._changed_by_hand = True

    def put(self, text: str) -> None:
        """Show `text` from its beginning; what stood here before is not remembered."""
        self._changed_by_hand = False
        if text != self.text():
            self.setText(text)
            self.setCursorPosition(0)

    def mark(self, *, fault: bool, doubt: bool) -> None:
        """Draw the field as faulty or doubtful."""
        _mark(self, fault=fault, doubt=doubt)

    def _finish(self) -> None:
        # A window that goes away takes the keys from its fields; by then their neighbours may be gone.
        if self._changed_by_hand and isValid(self) and self.isVisible():
            self._changed_by_hand = False
            self.finished.emit()

    def _refuse_label_code(self, text: str) -> None:
        from outlet_app.domain.text import looks_like_label_code  # noqa: PLC0415 - slow to load, not needed to sign in

        if looks_like_label_code(text):
            self.setText("")
            self.code_refused.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Leave an undo that would do nothing here to whoever is around."""
        if event.matches(QKeySequence.StandardKey.Undo) and not self.isUndoAvailable():
            event.ignore()
        else:
            super().keyPressEvent(event)


class Choice(QComboBox):
    """One value out of a list. A turn of the wheel scrolls the form and changes nothing. `opened`: the list shows."""

    opened = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self._values: list[str] = []

    def offer(self, entries: Iterable[tuple[str, str]]) -> None:
        """Offer (value, words) pairs in this order. What was chosen stays chosen while it is still offered."""
        chosen = self.value()
        entries = list(entries)
        blocked = self.blockSignals(True)
        self.clear()
        self._values = [value for value, _ in entries]
        self.addItems([words for _, words in entries])
        self.blockSignals(blocked)
        self.choose(chosen if chosen in self._values else self.first())

    def value(self) -> str:
        """The chosen value; empty while nothing is offered."""
        index = self.currentIndex()
        return self._values[index] if 0 <= index < len(self._values) else ""

    def first(self) -> str:
        """The value that is offered first; empty while nothing is offered."""
        return next(iter(self._values), "")

    def choose(self, value: str) -> None:
        """Choose a value; one that is not offered changes nothing."""
        if value in self._values:
            self.setCurrentIndex(self._values.index(value))

    def mark(self, *, fault: bool, doubt: bool) -> None:
        """Draw the field as faulty or doubtful."""
        _mark(self, fault=fault, doubt=doubt)

    def showPopup(self) -> None:  # noqa: N802 - Qt's name
        """Tell that the list shows."""
        super().showPopup()
        self.opened.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the arrow in the colours of the look."""
        super().paintEvent(event)
        _paint_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the form scroll."""
        event.ignore()


class DivisionInput(QComboBox):
    """A province, city or district: chosen, or typed in characters or pinyin initials and completed.

    `complete(typed)` gives the official names that fit, best first; an empty text gives all of them. On leaving the
    field, a text that fits exactly one name becomes that name. `left`: a person changed it and has left it.
    """

    edited = Signal()
    left = Signal()

    def __init__(self, complete: Callable[[str], tuple[str, ...]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._complete = complete
        self.line = TextInput()
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setLineEdit(self.line)
        self.line.setProperty("embedded", True)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(4)
        self._offered = QStringListModel(self)
        self._completer = self._make_completer()
        self.setCompleter(self._completer)
        self.line.textEdited.connect(self._offer)
        self.line.textChanged.connect(self.edited)
        self.line.finished.connect(self._settle)
        self.activated.connect(self.line.note_change)

    def text(self) -> str:
        """What stands in the field."""
        return self.currentText()

    def put(self, text: str) -> None:
        """Show `text`; what stood here before is not remembered."""
        self.line.put(text)

    def offer_all(self) -> None:
        """Fill the list anew; the text stays."""
        text = self.text()
        blocked = self.line.blockSignals(True)
        self.clear()
        self.addItems(list(self._complete("")))
        self.setEditText(text)
        self.line.setCursorPosition(0)
        self.line.blockSignals(blocked)

    def mark(self, *, fault: bool, doubt: bool) -> None:
        """Draw the field as faulty or doubtful."""
        _mark(self, fault=fault, doubt=doubt)

    def _make_completer(self) -> QCompleter:
        completer = QCompleter(self._offered, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_MOST_OFFERED)
        return completer

    def _offer(self, typed: str) -> None:
        self._offered.setStringList(list(self._complete(typed)) if typed.strip() else [])
        self._completer.complete()

    def _settle(self) -> None:
        typed = self.text().strip()
        names = self._complete(typed) if typed else ()
        if len(names) == 1:
            self.put(names[0])
        self.left.emit()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint the arrow in the colours of the look."""
        super().paintEvent(event)
        _paint_arrow(self)

    def wheelEvent(self, event: QWheelEvent) -> None:  # noqa: N802 - Qt's name
        """Let the form scroll."""
        event.ignore()


class Tick(QCheckBox):
    """A tick that is as plain to see in the dark look as in the light one."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fault = False
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def sizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Box, gap and words."""
        words = self.fontMetrics().horizontalAdvance(self.text())
        return QSize(_BOX_PX + theme.GRID_PX + words + 4, theme.TARGET_PX)

    def minimumSizeHint(self) -> QSize:  # noqa: N802 - Qt's name
        """Never cut."""
        return self.sizeHint()

    def mark(self, *, fault: bool) -> None:
        """Draw the tick as one that is missing."""
        if fault != self._fault:
            self._fault = fault
            self.update()

    def hitButton(self, pos: QPoint) -> bool:  # noqa: N802 - Qt's name
        """The words belong to the box."""
        return self.rect().contains(pos)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Paint box, tick and words in the colours of the look."""
        del event
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(1.5, (self.height() - _BOX_PX) / 2, _BOX_PX - 1, _BOX_PX - 1)
        ticked, focused = self.isChecked(), self.hasFocus()
        primary = theme.colour(Token.PRIMARY)
        idle = theme.colour(Token.BAD if self._fault else Token.MUTED)
        painter.setPen(QPen(primary if ticked or focused else idle, 2 if focused or self._fault else 1.2))
        painter.setBrush(primary if ticked else Qt.BrushStyle.NoBrush)
        painter.drawRoundedRect(box, 4, 4)
        if ticked:
            painter.setPen(QPen(theme.colour(Token.ON_PRIMARY), 2, c=Qt.PenCapStyle.RoundCap))
            corner = box.topLeft()
            painter.drawPolyline([corner + QPointF(4, 9), corner + QPointF(7.5, 12.5), corner + QPointF(13, 5.5)])
        words_token = Token.BAD if self._fault else Token.TEXT
        painter.setPen(theme.colour(words_token if self.isEnabled() else Token.MUTED))
        words = self.rect().adjusted(_BOX_PX + theme.GRID_PX, 0, 0, 0)
        painter.drawText(words, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if focused:
            painter.setPen(QPen(primary, 1))
            painter.drawLine(words.left(), words.bottom() - 4, words.right() - 3, words.bottom() - 4)
        painter.end()


def _paint_arrow(box: QComboBox) -> None:
    middle = QPointF(box.width() - _ARROW_FROM_EDGE_PX, box.height() / 2)
    painter = QPainter(box)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(theme.colour(Token.MUTED), 1.5, c=Qt.PenCapStyle.RoundCap))
    painter.drawPolyline([middle + QPointF(-4, -2), middle + QPointF(0, 2), middle + QPointF(4, -2)])
    painter.end()


def _mark(widget: QWidget, *, fault: bool, doubt: bool) -> None:
    if bool(widget.property("fault")) != fault or bool(widget.property("doubt")) != doubt:
        theme.restyle(widget, fault=fault, doubt=doubt)
