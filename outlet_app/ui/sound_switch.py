"""The button that turns the tones of this PC on and off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QToolButton, QWidget

from outlet_app.errors import OutletError
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.ui.sounds import Sounds


class SoundSwitch(QToolButton):
    """`not_kept(OutletError)`: it holds for now but could not be written."""

    not_kept = Signal(object)

    def __init__(self, sounds: Sounds, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sounds = sounds
        self.clicked.connect(self._switch)
        sounds.switched.connect(self.retranslate)
        self.retranslate()

    def retranslate(self) -> None:
        """Say in the language of the screen what the button does."""
        on = self._sounds.are_on
        theme.wear_icon(self, "sound" if on else "mute", Token.TEXT if on else Token.MUTED)
        words = self.tr("Tones are on: turn them off") if on else self.tr("Tones are off: turn them on")
        self.setToolTip(words)
        self.setAccessibleName(words)

    def _switch(self) -> None:
        try:
            self._sounds.switch()
        except OutletError as error:
            self.not_kept.emit(error)
        if self._sounds.are_on:
            self._sounds.good()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
