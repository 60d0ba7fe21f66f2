"""What the sign-in view says below its card: notes on this machine, and the logins of the demo outlet."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.services import EntranceNote
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

_ICONS = {EntranceNote.SECRET_IN_FILE: "doubt", EntranceNote.DEMO: "demo"}


class SignInNotes(QWidget):
    """`login_chosen(name, password)`: a demo login was clicked; only the demo outlet gives some."""

    login_chosen = Signal(str, str)

    def __init__(self, logins: tuple[tuple[str, str], ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._logins = logins
        self.notes = {note: _Note(icon) for note, icon in _ICONS.items()}
        self.invitation = QLabel()
        self.logins = tuple(QPushButton(f"{name}   {password}") for name, password in logins)
        for button in self.logins:
            button.clicked.connect(self._tell_choice)
        self._lay_out()
        self.retranslate()

    def show_notes(self, notes: frozenset[EntranceNote]) -> None:
        """Show these notes and no other."""
        for note, line in self.notes.items():
            line.setVisible(note in notes)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.notes[EntranceNote.DEMO].words.setText(
            self.tr("This is the demo outlet: its people and parcels are made up.")
        )
        self.notes[EntranceNote.SECRET_IN_FILE].words.setText(
            self.tr("This machine's key store does not answer, so the device secret lies in a file of this account.")
        )
        self.invitation.setText(self.tr("Logins to try; a click fills them in:"))

    def _tell_choice(self) -> None:
        place = next(place for place, button in enumerate(self.logins) if button is self.sender())
        self.login_chosen.emit(*self._logins[place])

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(3 * theme.GRID_PX + 1, 0, 3 * theme.GRID_PX, 0)
        column.setSpacing(theme.GRID_PX)
        for line in self.notes.values():
            column.addWidget(line)
        self.invitation.setObjectName("caption")
        self.invitation.setVisible(bool(self.logins))
        column.addWidget(self.invitation)
        grid = QGridLayout()
        grid.setSpacing(theme.GRID_PX)
        grid.setAlignment(Qt.AlignmentFlag.AlignLeft)
        for place, button in enumerate(self.logins):
            grid.addWidget(button, *divmod(place, 3))
        column.addLayout(grid)


class _Note(QWidget):
    def __init__(self, icon: str) -> None:
        super().__init__()
        picture = QLabel()
        theme.wear_icon(picture, icon, Token.MUTED)
        self.words = QLabel()
        self.words.setObjectName("caption")
        self.words.setWordWrap(True)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(picture, alignment=Qt.AlignmentFlag.AlignTop)
        row.addWidget(self.words, stretch=1)
        self.hide()
