"""The page for language and look of this machine; a choice takes effect at once and loses nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtWidgets import (
    QApplication,
    QButtonGroup,
    QFrame,
    QLabel,
    QRadioButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from outlet_app.errors import OutletError
from outlet_app.ui import languages, look, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.look import Look
from outlet_app.ui.outlet_page import OutletPage

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.ui.preferences import Choices, Preferences
    from outlet_app.ui.tasks import Tasks

_OWN_NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}


class LookPage(OutletPage):
    """Holds for everybody at this PC, as the switches at the top of the window do."""

    def __init__(self, preferences: Preferences, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._preferences = preferences
        self.language_heading, self.look_heading = QLabel(), QLabel()
        self.languages = {language: QRadioButton(_OWN_NAMES[language]) for language in Language}
        self.looks = {each: QRadioButton() for each in Look}
        self.system = QLabel()
        self.system.setObjectName("caption")
        self.system.setWordWrap(True)
        self.content.addWidget(_card(self.language_heading, [*self.languages.values()]))
        self.content.addWidget(_card(self.look_heading, [*self.looks.values(), self.system]))
        self._groups = _group(self, self.languages.values()), _group(self, self.looks.values())
        self._groups[0].buttonClicked.connect(self._choose_language)
        self._groups[1].buttonClicked.connect(self._choose_look)
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Language and look")

    def load(self) -> None:
        """Show what is chosen, wherever it was chosen."""
        choices = self._preferences.choices
        self.languages[choices.language].setChecked(True)
        self.looks[look.chosen_look(choices)].setChecked(True)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr("For everybody at this PC, at once and without losing what is typed. Labels are always in Chinese.")
        )
        self.language_heading.setText(self.tr("Language"))
        self.look_heading.setText(self.tr("Look"))
        words = {
            Look.LIGHT: self.tr("Light"),
            Look.DARK: self.tr("Dark"),
            Look.SYSTEM: self.tr("As the system"),
        }
        for each, button in self.looks.items():
            button.setText(words[each])
        self.system.setText(self.tr("The last one turns dark when the other windows of this PC do."))
        self.load()

    def _choose_language(self) -> None:
        chosen = next(language for language, button in self.languages.items() if button.isChecked())
        self._keep(replace(self._preferences.choices, language=chosen))
        languages.speak(_app(), chosen)

    def _choose_look(self) -> None:
        chosen = next(each for each, button in self.looks.items() if button.isChecked())
        self._keep(look.with_look(self._preferences.choices, chosen))
        look.wear(_app(), self._preferences.choices)

    def _keep(self, choices: Choices) -> None:
        try:
            self._preferences.keep(choices)
        except OutletError as error:
            self.tell_trouble(error)
        else:
            self.message.emit("good", self.tr("Kept for this PC"))


def _card(heading: QLabel, parts: list[QWidget]) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    heading.setObjectName("person")
    column = QVBoxLayout(card)
    column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
    column.setSpacing(4)
    for part in (heading, *parts):
        column.addWidget(part)
    return card


def _group(page: QWidget, buttons: Iterable[QRadioButton]) -> QButtonGroup:
    group = QButtonGroup(page)
    for button in buttons:
        button.setMinimumHeight(theme.TARGET_PX)
        button.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        group.addButton(button)
    return group


def _app() -> QApplication:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    return app
