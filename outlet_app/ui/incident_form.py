"""The incident form: the fields that the law names, typed by the owner, each with what it asks."""

from __future__ import annotations

from dataclasses import fields
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from outlet_app.domain.incident import IncidentDraft, IncidentKind
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import Choice, TextInput

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.errors import Fault

_TEXT_PX = 58
_TEXTS = tuple(field.name for field in fields(IncidentDraft) if field.name not in {"kind", "discovered"})


class IncidentForm(QWidget):
    """`draft()` is what stands in it; `mark` says beside each field what is wrong.

    `found(QWidget)`: the first of those fields, which is to be seen.
    """

    found = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kind = Choice()
        self.discovered = TextInput(chinese=False)
        self.texts = {name: QPlainTextEdit() for name in _TEXTS}
        self._captions = {name: QLabel() for name in ("kind", "discovered", *_TEXTS)}
        self._faults = {name: QLabel() for name in self._captions}
        self._wrong: tuple[Fault, ...] = ()
        self._lay_out()
        self.setFocusProxy(self.discovered)
        self.retranslate()

    def draft(self) -> IncidentDraft:
        """What is typed."""
        texts = {name: text.toPlainText() for name, text in self.texts.items()}
        return IncidentDraft(IncidentKind(self.kind.value()), self.discovered.text(), **texts)

    def mark(self, faults: Iterable[Fault]) -> None:
        """Say beside each field what is wrong with it; the keys go to the first."""
        self._wrong = tuple(faults)
        told = self._say_faults()
        inputs: dict[str, QWidget] = {"discovered": self.discovered, **self.texts}
        first = next((name for name in inputs if name in told), None)
        if first is not None:
            inputs[first].setFocus()
            self.found.emit(inputs[first])

    def _say_faults(self) -> dict[str, str]:
        told = {fault.field: wording.fault_sentence(fault) for fault in self._wrong}
        for name, label in self._faults.items():
            label.setText(told.get(name, ""))
            label.setVisible(name in told)
        return told

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self._say_faults()
        names = {
            "kind": self.tr("What happened or may have happened"),
            "discovered": self.tr("When it was discovered"),
            "data_kinds": self.tr("Kinds of personal information"),
            "cause": self.tr("Cause"),
            "harm": self.tr("Possible harm"),
            "measures": self.tr("Measures taken"),
            "advice": self.tr("What people can do themselves"),
            "contact": self.tr("Contact"),
        }
        for name, caption in self._captions.items():
            caption.setText(names[name])
        for name, text in self.texts.items():
            text.setAccessibleName(names[name])
        self.kind.setAccessibleName(names["kind"])
        self.discovered.setAccessibleName(names["discovered"])
        self.discovered.setPlaceholderText("2026-11-22 14:05")
        kinds = {
            IncidentKind.LEAKED: self.tr("Leaked"),
            IncidentKind.ALTERED: self.tr("Altered"),
            IncidentKind.LOST: self.tr("Lost"),
        }
        self.kind.offer([(kind.value, words) for kind, words in kinds.items()])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, theme.GRID_PX, 0, 0)
        column.setSpacing(2)
        for name, part in {"kind": self.kind, "discovered": self.discovered, **self.texts}.items():
            self._captions[name].setObjectName("caption")
            self._faults[name].setObjectName("fault")
            self._faults[name].setWordWrap(True)
            self._faults[name].hide()
            for each in (self._captions[name], part, self._faults[name]):
                column.addWidget(each)
        for text in self.texts.values():
            text.setFixedHeight(_TEXT_PX)
            text.setTabChangesFocus(True)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
