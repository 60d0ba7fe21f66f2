"""The switches that stand in every window: language, and light or dark."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QApplication, QButtonGroup, QHBoxLayout, QToolButton, QWidget

from outlet_app.errors import OutletError
from outlet_app.ui import languages, look, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.look import Look

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from outlet_app.ui.preferences import Choices, Preferences

_OWN_NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}


class LookSwitch(QWidget):
    """Switches language and look at once for the whole program and writes the choice down.

    `not_kept(OutletError)`: the choice holds for now but could not be written.
    """

    not_kept = Signal(object)

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._preferences = preferences
        self.languages = {language: self._language_button(language) for language in Language}
        self.dark = QToolButton()
        self.dark.clicked.connect(self._switch_look)
        self._lay_out()
        self._show_choices()

    def _language_button(self, language: Language) -> QToolButton:
        button = QToolButton()
        button.setText(_OWN_NAMES[language])
        button.setObjectName("segment")
        button.setCheckable(True)
        button.setAccessibleName(_OWN_NAMES[language])
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(4)
        group = QButtonGroup(self)
        for button in self.languages.values():
            group.addButton(button)
            row.addWidget(button)
        row.addWidget(self.dark)
        group.buttonClicked.connect(self._switch_language)

    def _switch_language(self, button: QToolButton) -> None:
        chosen = next(language for language, one in self.languages.items() if one is button)
        languages.speak(_app(), chosen)
        self._keep(replace(self._preferences.choices, language=chosen))

    def _switch_look(self) -> None:
        dark = not look.is_dark(self._preferences.choices)
        choices = look.with_look(self._preferences.choices, Look.DARK if dark else Look.LIGHT)
        look.wear(_app(), choices)
        self._keep(choices)

    def _keep(self, choices: Choices) -> None:
        try:
            self._preferences.keep(choices)
        except OutletError as error:
            self.not_kept.emit(error)
        self._show_choices()

    def _show_choices(self) -> None:
        choices = self._preferences.choices
        self.languages[choices.language].setChecked(True)
        dark = look.is_dark(choices)
        theme.wear_icon(self.dark, "light" if dark else "dark")
        words = self.tr("Light look") if dark else self.tr("Dark look")
        self.dark.setToolTip(words)
        self.dark.setAccessibleName(words)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Say in the new language, and after another window switched the look, what the button does."""
        if event.type() in {QEvent.Type.LanguageChange, QEvent.Type.StyleChange}:
            self._show_choices()
        super().changeEvent(event)

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Show what another window's switch chose meanwhile."""
        self._show_choices()
        super().showEvent(event)


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
