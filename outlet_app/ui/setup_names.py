"""The first pages of the first day: language, the outlet's name, the owner's name and password."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QWidget

from outlet_app.ui import languages, theme, wording
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.languages import Language
from outlet_app.ui.password_field import PasswordField
from outlet_app.ui.setup_page import SetupPage

if TYPE_CHECKING:
    from outlet_app.errors import Fault
    from outlet_app.services.first_day import FirstDay
    from outlet_app.ui.look_switch import LookSwitch
    from outlet_app.ui.tasks import Tasks

_TILE_PX = (200, 64)
_OWN_NAMES = {Language.CHINESE: "中文", Language.ENGLISH: "English"}


class LanguagePage(SetupPage):
    """Which language the screen speaks, asked in both. `restore_asked`: he has a backup, and no first day."""

    restore_asked = Signal()

    def __init__(self, day: FirstDay, tasks: Tasks, look: LookSwitch, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._look = look
        self._has_database = day.has_database()
        self.choices = {language: self._choice(language) for language in Language}
        row = QHBoxLayout()
        for button in self.choices.values():
            row.addWidget(button)
        row.addStretch(1)
        self.answer.addLayout(row)
        self.restore = QPushButton()
        self.restore.setAutoDefault(False)
        self.restore.clicked.connect(self.restore_asked)
        self.restore.hide()
        self.answer.addSpacing(theme.GRID_PX)
        self.answer.addWidget(self.restore, alignment=Qt.AlignmentFlag.AlignLeft)
        self.retranslate()

    def enter(self) -> None:
        """Put the keys on the language that is spoken."""
        self._mark()
        self.choices[languages.current()].setFocus()

    def take_enter(self) -> None:
        """The language that has the keys, and on."""
        for button in self.choices.values():
            if button.hasFocus():
                button.click()
        self.submit()

    def retranslate(self) -> None:
        """Both languages in the question; the story follows the choice."""
        self.say(
            "选择语言 · Language", self.tr("A few questions, and the counter is open. Labels are always in Chinese.")
        )
        self.restore.setText(self.tr("I have a backup: restore the outlet…"))
        if self._has_database:
            self.tell_fault(
                self.tr(
                    "A database of an outlet lies on this PC, but its key file is missing. If it is yours, close this "
                    "window and put the key file back, or restore a backup. What lies here is set aside, not deleted."
                )
            )
        self._mark()

    def _choice(self, language: Language) -> QPushButton:
        button = QPushButton()
        button.setObjectName("tile")
        button.setFixedSize(*_TILE_PX)
        button.setCheckable(True)
        button.setAutoExclusive(True)
        button.setAutoDefault(False)
        button.clicked.connect(partial(self._speak, language))
        return button

    def _speak(self, language: Language) -> None:
        self._look.languages[language].click()

    def _mark(self) -> None:
        for language, button in self.choices.items():
            spoken = language is languages.current()
            button.setChecked(spoken)
            button.setText(f"✓ {_OWN_NAMES[language]}" if spoken else _OWN_NAMES[language])


class OutletPage(SetupPage):
    """What the outlet is called."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._day = day
        self.name = TextInput()
        self.name.textEdited.connect(self._clear_fault)
        self.answer.addWidget(self.name)
        self.retranslate()

    def enter(self) -> None:
        """Put the keys on the name."""
        self.name.setFocus()

    def submit(self) -> None:
        """Take the name where it is one."""
        faults = self._day.name_outlet(self.name.text().strip())
        self.name.mark(fault=bool(faults), doubt=False)
        if faults:
            self.tell_fault(self.tr("Give it a name of at most 40 Chinese characters, without line breaks."))
            self.name.setFocus()
        else:
            self.answered.emit()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("What is your outlet called?"),
            self.tr("As your customers know it. The name stands on labels and above this window."),
        )
        self.name.setAccessibleName(self.tr("Name of the outlet"))
        self.name.setPlaceholderText(self.tr("Such as 余杭文一西路网点"))

    def _clear_fault(self) -> None:
        self.tell_fault()
        self.name.mark(fault=False, doubt=False)


class OwnerPage(SetupPage):
    """Who owns the outlet, and his password, typed twice; then the keys are made."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._day = day
        self.name_caption, self.password_caption, self.again_caption = QLabel(), QLabel(), QLabel()
        self.name = TextInput()
        self.password, self.again = PasswordField(), PasswordField()
        self.rules = QLabel()
        self._lay_out()
        self._connect()
        self.retranslate()

    def enter(self) -> None:
        """Put the keys on the name, or on the password where the name stands."""
        self._judge()
        (self.password if self.name.text() else self.name).setFocus()

    def leave(self) -> None:
        """The passwords do not outlive the page."""
        for field in (self.password, self.again):
            field.forget()

    def submit(self) -> None:
        """Judge all three, then make keys, card and sheet."""
        name, password = self.name.text().strip(), self.password.text.text()
        faults = {fault.field: fault for fault in self._day.owner_faults(name, password)}
        differs = not faults and self.again.text.text() != password
        self.name.mark(fault="owner_name" in faults, doubt=False)
        theme.restyle(self.password.text, fault="password" in faults)
        theme.restyle(self.again.text, fault=differs)
        if faults:
            self._refuse(faults)
        elif differs:
            self.tell_fault(self.tr("The two passwords differ. Type the second one again."))
            self.again.setFocus()
            self.again.text.selectAll()
        else:
            self.work(
                self.tr("Making the keys of your outlet…"), partial(self._day.prepare, name, password), self._go_on
            )

    def take_enter(self) -> None:
        """From field to field; from the last one on."""
        if self.name.hasFocus():
            self.password.setFocus()
        elif self.password.text.hasFocus():
            self.again.setFocus()
        else:
            self.submit()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Who is the owner?"),
            self.tr("You sign in with this password every day. Nobody can look it up, not even this program."),
        )
        self.name_caption.setText(self.tr("Your name"))
        self.password_caption.setText(self.tr("Password"))
        self.again_caption.setText(self.tr("The same password again"))
        self.name.setAccessibleName(self.tr("Your name"))
        self.again.text.setPlaceholderText(self.tr("The same password again"))
        self.again.text.setAccessibleName(self.tr("The same password again"))
        self._judge()

    def _lay_out(self) -> None:
        for caption in (self.name_caption, self.password_caption, self.again_caption, self.rules):
            caption.setObjectName("caption")
        self.rules.setWordWrap(True)
        for caption, field in (
            (self.name_caption, self.name),
            (self.password_caption, self.password),
            (self.again_caption, self.again),
        ):
            self.answer.addWidget(caption)
            self.answer.addWidget(field)
            if field is self.password:
                self.answer.addWidget(self.rules)

    def _connect(self) -> None:
        for text in (self.name, self.password.text, self.again.text):
            text.textEdited.connect(self._clear_fault)
        for text in (self.name, self.password.text):
            text.textEdited.connect(self._judge)

    def _judge(self) -> None:
        """The rules stand beside the password; what it breaks takes their place as one types."""
        password = self.password.text.text()
        faults = [f for f in self._day.owner_faults(self.name.text().strip(), password) if f.field == "password"]
        if not password:
            words, look = self.tr("At least ten characters. A sentence is best; no name, no phone number."), "caption"
        elif faults:
            words, look = wording.fault_sentence(faults[0]), "doubt"
        else:
            words, look = self.tr("✓ This password will do."), "good"
        self.rules.setText(words)
        self.rules.setObjectName(look)
        theme.restyle(self.rules)

    def _refuse(self, faults: dict[str, Fault]) -> None:
        field = "owner_name" if "owner_name" in faults else "password"
        self.tell_fault(wording.fault_sentence(faults[field]))
        (self.name if field == "owner_name" else self.password).setFocus()

    def _clear_fault(self) -> None:
        self.tell_fault()
        self.name.mark(fault=False, doubt=False)
        for field in (self.password, self.again):
            theme.restyle(field.text, fault=False)

    def _go_on(self, _nothing: None) -> None:
        self.answered.emit()
