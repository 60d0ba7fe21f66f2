"""What an invited person fills in once: the code that the owner told him, and a password of his own."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QWidget

from outlet_app.domain.password_rules import password_fault
from outlet_app.errors import Fault
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.password_field import PasswordField

CODE_ROOM = 16
"""Characters: ten of the code, and the spaces or hyphens that somebody puts between them."""


class FirstTimeForm(QWidget):
    """`asked(code, password)`: both stand, and no rule is against the password. `edited`: a key was typed."""

    asked = Signal(str, str)
    edited = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._names: tuple[str, ...] = ()
        self.welcome = QLabel()
        self.welcome.setWordWrap(True)
        self.code_caption, self.password_caption = QLabel(), QLabel()
        self.code = TextInput(chinese=False)
        self.code.setMaxLength(CODE_ROOM)
        self.password = PasswordField()
        self.hint = QLabel()
        self.fault = QLabel()
        self.begin = QPushButton()
        self.begin.setObjectName("primary")
        self.begin.clicked.connect(self._ask)
        self.code.returnPressed.connect(self.password.text.setFocus)
        self.password.entered.connect(self._ask)
        self.password.text.textEdited.connect(self._judge_again)
        for line in (self.code, self.password.text):
            line.textEdited.connect(self.edited)
        self._lay_out()
        self.setFocusProxy(self.code)
        self.retranslate()

    def begin_for(self, *names: str) -> None:
        """Begin anew; `names` of the person and the outlet are no passwords."""
        self._names = names
        self.forget()

    def forget(self) -> None:
        """Drop what was typed."""
        self.code.put("")
        self.password.forget()
        self._show_fault("")

    def tell_code_failed(self) -> None:
        """The code did not open: it is typed again, the password stays."""
        self.code.setFocus()
        self.code.selectAll()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.welcome.setText(self.tr("First time here? Type the code that the owner told you, and choose a password."))
        self.code_caption.setText(self.tr("Code, ten characters"))
        self.code.setAccessibleName(self.tr("Code, ten characters"))
        self.password_caption.setText(self.tr("Your new password"))
        self.password.text.setPlaceholderText("")
        self.password.text.setAccessibleName(self.tr("Your new password"))
        self.hint.setText(self.tr("At least ten characters; a short sentence is easy to remember."))
        self.begin.setText(self.tr("Begin"))
        if self.fault.text():
            self._judge_again()

    def _ask(self) -> None:
        if not self.code.text().strip():
            self.code.setFocus()
            return
        if self._judge():
            self.asked.emit(self.code.text(), self.password.text.text())

    def _judge(self) -> bool:
        kind = password_fault(self.password.text.text(), self._names)
        self._show_fault("" if kind is None else wording.fault_sentence(Fault("password", kind)))
        if kind is not None:
            self.password.text.setFocus()
        return kind is None

    def _judge_again(self) -> None:
        """Once a password was refused, each key says whether it is still."""
        if self.fault.text():
            self._judge()

    def _show_fault(self, words: str) -> None:
        self.fault.setText(words)
        self.fault.setVisible(bool(words))
        self.hint.setVisible(not words)
        theme.restyle(self.password.text, fault=bool(words))

    def _lay_out(self) -> None:
        for caption in (self.code_caption, self.password_caption, self.hint):
            caption.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.code.setFixedHeight(theme.FIELD_PX)
        self.code.setFixedWidth(200)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(4)
        grid.addWidget(self.welcome, 0, 0, 1, 3)
        grid.addWidget(self.code_caption, 1, 0)
        grid.addWidget(self.password_caption, 1, 1)
        grid.addWidget(self.code, 2, 0)
        grid.addWidget(self.password, 2, 1)
        grid.addWidget(self.begin, 2, 2)
        grid.addWidget(self.hint, 3, 1, 1, 2)
        grid.addWidget(self.fault, 3, 1, 1, 2)
        grid.setColumnStretch(1, 1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
