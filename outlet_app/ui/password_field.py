"""A password field: hidden text, an eye to show it, a hint while the capitals key is locked."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QToolButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

LONGEST_PASSWORD = 256


class PasswordField(QWidget):
    """Holds a password until `forget`. `entered`: Enter was pressed in it."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.text = QLineEdit()
        self.text.setEchoMode(QLineEdit.EchoMode.Password)
        self.text.setMaxLength(LONGEST_PASSWORD)
        self._words = ""
        self.text.installEventFilter(self)
        self.text.returnPressed.connect(self.entered)
        self.eye = QToolButton()
        self.eye.setCheckable(True)
        self.eye.toggled.connect(self._show_or_hide)
        self.capitals_icon = QLabel()
        theme.wear_icon(self.capitals_icon, "capitals", Token.WARN)
        self.capitals_hint = QLabel()
        self.capitals_hint.setObjectName("doubt")
        self._lay_out()
        self._tell_capitals(locked=False)
        self.retranslate()
        self.setFocusProxy(self.text)

    def forget(self) -> None:
        """Drop what was typed, hide again."""
        self.text.clear()
        self.eye.setChecked(False)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        words, former = self.tr("Password"), self._words
        self._words = words
        if self.text.placeholderText() == former:  # whoever stands around may have called it otherwise
            self.text.setPlaceholderText(words)
        if self.text.accessibleName() == former:
            self.text.setAccessibleName(words)
        self.capitals_hint.setText(self.tr("Caps Lock is on"))
        self._name_eye()

    def _lay_out(self) -> None:
        hint = QHBoxLayout()
        hint.setSpacing(4)
        hint.addWidget(self.capitals_icon)
        hint.addWidget(self.capitals_hint, stretch=1)
        field = QHBoxLayout()
        field.setSpacing(4)
        field.addWidget(self.text, stretch=1)
        field.addWidget(self.eye)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(field)
        column.addLayout(hint)

    def _show_or_hide(self, shown: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        self.text.setEchoMode(QLineEdit.EchoMode.Normal if shown else QLineEdit.EchoMode.Password)
        self._name_eye()

    def _name_eye(self) -> None:
        shown = self.eye.isChecked()
        theme.wear_icon(self.eye, "hide" if shown else "show", Token.MUTED)
        words = self.tr("Hide the password") if shown else self.tr("Show the password")
        self.eye.setToolTip(words)
        self.eye.setAccessibleName(words)

    def _tell_capitals(self, *, locked: bool) -> None:
        self.capitals_icon.setVisible(locked)
        self.capitals_hint.setVisible(locked)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        """Learn from each typed letter whether the capitals key is locked; no system tells Qt."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            letter = event.text()
            if len(letter) == 1 and letter.isascii() and letter.isalpha():
                shift = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
                self._tell_capitals(locked=letter.isupper() != shift)
            elif event.key() == Qt.Key.Key_CapsLock:
                self._tell_capitals(locked=False)
        return super().eventFilter(watched, event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
