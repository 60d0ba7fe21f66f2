"""The bar that stands above the accept form while a waybill is put right: which one, until when, and the way out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.labels import LatestLabel


class CorrectionBanner(QFrame):
    """`given_up`: the waybill is to stay as it is."""

    given_up = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("correction")
        self.icon, self.what, self.how = QLabel(), QLabel(), QLabel()
        self.give_up = QPushButton()
        self._label: LatestLabel | None = None
        theme.wear_icon(self.icon, "change", Token.REVEAL)
        # Esc is the key for it; Tab goes from field to field.
        self.give_up.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.give_up.clicked.connect(self.given_up)
        self.what.setObjectName("reveal")
        self.what.setFont(theme.font(bold=True))
        self.how.setObjectName("caption")
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 3, 4, 3)
        row.setSpacing(theme.GRID_PX)
        for part in (self.icon, self.what):
            row.addWidget(part)
        row.addSpacing(theme.GRID_PX)
        row.addWidget(self.how, 1)
        row.addWidget(self.give_up)
        self.hide()

    def show_label(self, label: LatestLabel) -> None:
        """Say that this waybill is being put right."""
        self._label = label
        self.retranslate()
        self.show()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        if self._label is None:
            return
        until = self._label.code_until
        self.what.setText(self.tr("Putting {number} right").format(number=self._label.number))
        self.how.setText(
            self.tr("Number and carrier stay. Possible until {time}.").format(
                time=f"{outlet_time(until):%H:%M}" if until is not None else "–"
            )
        )
        self.give_up.setText(self.tr("Leave it as it was   Esc"))
        self.give_up.setAccessibleName(self.tr("Leave the waybill as it was"))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Follow a change of language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
