"""Flags as cards: one sentence each, the rows behind it, and a word of the owner that ticks it off."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.flags import GRAVE, NEVER_MUTED
from outlet_app.ui import act_wording, flag_wording, theme, wording
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.errors import InvalidDraft
    from outlet_app.services.flag_view import FlagView


class FlagCard(QFrame):
    """One flag. `rows_asked`, `ticked(note)` and `muted` tell what the owner wants."""

    rows_asked = Signal()
    ticked = Signal(str)
    muted = Signal()

    def __init__(self, view: FlagView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.view = view
        self.icon, self.title, self.when, self.sentence, self.fault = (QLabel() for _ in range(5))
        self.rows, self.mute = QPushButton(), QPushButton()
        self.note = TextInput()
        self.tick = QPushButton()
        self._lay_out()
        self.rows.clicked.connect(self.rows_asked)
        self.mute.clicked.connect(self.muted)
        self.tick.clicked.connect(self._tick)
        self.note.returnPressed.connect(self._tick)
        self.note.textEdited.connect(self.fault.hide)
        self.setFocusProxy(self.note)
        self.retranslate()

    def refuse(self, error: InvalidDraft) -> None:
        """Say beside the note why it cannot stand there."""
        self.fault.setText(wording.fault_sentence(error.faults[0]))
        self.fault.show()
        self.note.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        flag = self.view.flag
        self.title.setText(flag_wording.flag_title(flag.kind))
        day = act_wording.day_name(flag.day)
        self.when.setText(day if self.view.is_new else self.tr("{day} · seen before").format(day=day))
        self.sentence.setText(flag_wording.flag_sentence(self.view))
        self.rows.setText(self.tr("Rows"))
        self.rows.setAccessibleName(self.tr("Rows: {sentence}").format(sentence=self.sentence.text()))
        self.mute.setText(self.tr("Mute"))
        words = self.tr("Show no more flags of this kind of {person}; it is recorded and can be taken back.")
        self.mute.setToolTip(words.format(person=act_wording.person_name(self.view.person)))
        self.tick.setText(self.tr("Tick off"))
        self.note.setPlaceholderText(self.tr("What it was, in a few words"))
        self.note.setAccessibleName(self.tr("Your word about: {sentence}").format(sentence=self.sentence.text()))

    def _lay_out(self) -> None:
        grave = self.view.flag.kind in GRAVE
        theme.wear_icon(self.icon, "fault" if grave else "doubt", Token.BAD if grave else Token.WARN)
        self.title.setFont(theme.font(bold=True))
        self.when.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.fault.hide()
        for label in (self.title, self.sentence, self.fault):
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.sentence.setWordWrap(True)
        if not self.view.flag.rows:
            self.rows.hide()
        if self.view.flag.kind in NEVER_MUTED:
            self.mute.hide()
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        for part in (self.icon, self.title, self.when):
            head.addWidget(part)
        head.addStretch()
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addLayout(head)
        words.addWidget(self.sentence)
        words.addWidget(self.fault)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        row.setSpacing(theme.GRID_PX)
        row.addLayout(words, 3)
        row.addWidget(self.note, 1)
        for button in (self.tick, self.rows, self.mute):
            row.addWidget(button)

    def _tick(self) -> None:
        self.ticked.emit(self.note.text())


class FlagCards(QWidget):
    """The cards, one under the other. `rows_asked(numbers)`, `ticked(card, note)`, `muted(card)`.

    `reached`: the keys came to a card, `with_keys`, which is to be seen. `emptied`: the last card went, and had them.
    """

    rows_asked = Signal(object)
    ticked = Signal(object, str)
    muted = Signal(object)
    reached = Signal()
    emptied = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("plain")
        self.cards: list[FlagCard] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.GRID_PX)

    def show_flags(self, views: tuple[FlagView, ...]) -> None:
        """Show these; a card whose flag stands as it stood keeps what is typed in it.

        Where the card with the keys goes, they go to the one that comes into its place.
        """
        former, here = self.cards, self._place_of_keys()
        stays = here is not None and former[here].view in views
        for card in former:
            self._column.removeWidget(card)
            if card.view not in views:
                card.hide()
                card.deleteLater()
        self.cards = [next((card for card in former if card.view == view), None) or self._card(view) for view in views]
        for card in self.cards:
            self._column.addWidget(card)
        if here is not None and not stays:
            self._go_to(here)

    @property
    def with_keys(self) -> FlagCard | None:
        """The card that the keys are on."""
        return next((card for card in self.cards if _holds_keys(card)), None)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        for card in self.cards:
            card.retranslate()

    def _card(self, view: FlagView) -> FlagCard:
        card = FlagCard(view)
        card.rows_asked.connect(lambda: self.rows_asked.emit(view.flag.rows))
        card.ticked.connect(lambda note: self.ticked.emit(card, note))
        card.muted.connect(lambda: self.muted.emit(card))
        return card

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Up and down go from card to card."""
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        here = self._place_of_keys()
        if step is None or here is None:
            super().keyPressEvent(event)
        else:
            self._go_to(here + step)

    def _place_of_keys(self) -> int | None:
        return next((at for at, card in enumerate(self.cards) if _holds_keys(card)), None)

    def _go_to(self, place: int) -> None:
        if not self.cards:
            self.emptied.emit()
            return
        card = self.cards[min(max(place, 0), len(self.cards) - 1)]
        card.setFocus()
        self.reached.emit()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _holds_keys(card: FlagCard) -> bool:
    return any(part.hasFocus() for part in (card.note, card.tick, card.rows, card.mute))
