"""Every limit with its value and its default; changes are collected until the owner proves them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.spending import UNITS_OF_EVERYTHING
from outlet_app.errors import InvalidDraft
from outlet_app.ui import theme, wording
from outlet_app.ui.measure import Count

if TYPE_CHECKING:
    from outlet_app.domain.limits import LimitName
    from outlet_app.errors import OutletError
    from outlet_app.services.limit_desk import LimitRow

_VALUE_PX, _NOTE_PX = 88, 260


class LimitLine:
    """One limit: its name, its value, and beside it the default or what is wrong."""

    def __init__(self, row: LimitRow) -> None:
        self.row = row
        self.name, self.note, self.fault = QLabel(), QLabel(), QLabel()
        self.note.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.value = Count(row.lowest, row.highest)
        self.value.setFixedWidth(_VALUE_PX)
        self.value.put(str(row.value))
        self.name.setBuddy(self.value)
        for words in self.labels:
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        for words in (self.note, self.fault):
            words.setFixedWidth(_NOTE_PX)

    @property
    def labels(self) -> tuple[QLabel, QLabel, QLabel]:
        """Its name, what stands beside it, and what stands there where something is wrong."""
        return self.name, self.note, self.fault

    @property
    def is_changed(self) -> bool:
        """Whether something else stands here than what is in force."""
        return self.value.text().strip() != str(self.row.value)

    def tell(self, fault: str, usual: str) -> None:
        """Say what is wrong, or where nothing is, what is usual."""
        self.fault.setText(fault)
        self.note.setText(usual)
        self.fault.setVisible(bool(fault))
        self.note.setVisible(not fault)
        self.value.setAccessibleDescription(fault)
        self.value.mark(fault=bool(fault), doubt=False)


class LimitForm(QFrame):
    """`asked`: the owner wants what stands here; `changes` says what that is. What is typed stays until it is saved."""

    asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.lines: dict[LimitName, LimitLine] = {}
        self.heading, self.story, self.state = QLabel(), QLabel(), QLabel()
        self.defaults, self.undo, self.save = QPushButton(), QPushButton(), QPushButton()
        self._grid = QGridLayout()
        self._lay_out()
        self.defaults.clicked.connect(self._take_defaults)
        self.undo.clicked.connect(self.forget)
        self.save.clicked.connect(self._ask)
        self.retranslate()

    def show_limits(self, rows: tuple[LimitRow, ...]) -> None:
        """Show these; what was typed over the same value stays."""
        typed = {name: line.value.text() for name, line in self.lines.items() if line.is_changed}
        if tuple(line.row for line in self.lines.values()) != rows:
            self._put_lines(rows)
            for name, text in typed.items():
                self.lines[name].value.put(text)
        self.retranslate()

    def changes(self) -> dict[LimitName, int]:
        """The limits that are to be others, by their names; only when every one can be."""
        values = {name: line.value.value() for name, line in self.lines.items()}
        return {
            name: value for name, value in values.items() if value is not None and value != self.lines[name].row.value
        }

    def forget(self) -> None:
        """Put back what is in force."""
        for line in self.lines.values():
            line.value.put(str(line.row.value))
        self._show_state()

    def tell_error(self, error: OutletError) -> bool:
        """Say an error beside the limits that it is about; False for one that is about none."""
        if not isinstance(error, InvalidDraft):
            return False
        for fault in error.faults:
            self.lines[self._name(fault.field)].tell(wording.fault_sentence(fault), "")
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Limits"))
        self.story.setText(
            self.tr("Who opens all details to put them right spends %n reveal(s) at once.", "", UNITS_OF_EVERYTHING)
        )
        self.defaults.setText(self.tr("Back to the defaults"))
        self.undo.setText(self.tr("Undo"))
        self.save.setText(self.tr("Change the limits"))
        for name, line in self.lines.items():
            line.name.setText(limit_title(name))
            line.value.setAccessibleName(limit_title(name))
        self._show_state()

    def _name(self, field: str) -> LimitName:
        return next(name for name in self.lines if name.value == field)

    def _ask(self) -> None:
        if self.save.isEnabled():
            self.asked.emit()

    def _take_defaults(self) -> None:
        for line in self.lines.values():
            line.value.put(str(line.row.default))
        self._show_state()

    def _show_state(self) -> None:
        changed = any(line.is_changed for line in self.lines.values())
        fits = all(line.value.value() is not None for line in self.lines.values())
        self.undo.setEnabled(changed)
        self.save.setEnabled(fits and bool(self.changes()))
        self.state.setText(self.tr("Not in force yet") if changed else "")
        usual, between = self.tr("default {default}"), self.tr("From {least} to {most}")
        for line in self.lines.values():
            row = line.row
            fault = "" if line.value.value() is not None else between.format(least=row.lowest, most=row.highest)
            line.tell(fault, usual.format(default=row.default))

    def _put_lines(self, rows: tuple[LimitRow, ...]) -> None:
        for line in self.lines.values():
            for part in (*line.labels, line.value):
                self._grid.removeWidget(part)
                part.hide()
                part.deleteLater()
        self.lines = {row.name: LimitLine(row) for row in rows}
        for place, line in enumerate(self.lines.values()):
            line.value.changed.connect(self._show_state)
            line.value.returnPressed.connect(self._ask)
            self._grid.addWidget(line.name, place, 0)
            self._grid.addWidget(line.value, place, 1)
            self._grid.addWidget(line.note, place, 2)
            self._grid.addWidget(line.fault, place, 2)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.story.setObjectName("caption")
        self.story.setWordWrap(True)
        self.state.setObjectName("doubt")
        self._grid.setHorizontalSpacing(2 * theme.GRID_PX)
        self._grid.setVerticalSpacing(theme.GRID_PX)
        self._grid.setColumnStretch(0, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(theme.GRID_PX)
        buttons.addWidget(self.defaults)
        buttons.addWidget(self.state, stretch=1)
        buttons.addWidget(self.undo)
        buttons.addWidget(self.save)
        for button in (self.defaults, self.undo, self.save):
            button.setAutoDefault(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.story)
        column.addLayout(self._grid)
        column.addLayout(buttons)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def limit_title(name: LimitName) -> str:
    """What a limit limits, as a line of its own begins."""
    words = wording.limit_name(name)
    return words[:1].upper() + words[1:]
