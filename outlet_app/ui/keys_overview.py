"""How the owner's keys stand: waybills still being locked anew, who has a card, how old the database's key is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services.owner_keys import KeysState, OwnersCard
    from outlet_app.services.wraps import WrapState

_MOST_NAMED = 20
"""So many odd waybills are named on the page; every one is in the record."""


class KeysOverview(QWidget):
    """`seed_asked`, `database_key_asked`, `go_on_asked`: the buttons; `card_asked(OwnersCard)`: a new card for one."""

    seed_asked = Signal()
    database_key_asked = Signal()
    go_on_asked = Signal()
    card_asked = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._keys: KeysState | None = None
        self._wraps: WrapState | None = None
        self.moving, self.moving_story = QLabel(), QLabel()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.go_on = QPushButton()
        self.odd_icon, self.odd = QLabel(), QLabel()
        self.sheet_icon, self.sheet = QLabel(), QLabel()
        self.cards, self.cards_story = QLabel(), QLabel()
        self.seed_heading, self.seed_story = QLabel(), QLabel()
        self.key_heading, self.key_story, self.key_age = QLabel(), QLabel(), QLabel()
        self.seed, self.database_key = QPushButton(), QPushButton()
        self.owners: list[QPushButton] = []
        self._states: list[QLabel] = []
        self._rows = QGridLayout()
        self._lay_out()
        self.seed.clicked.connect(self.seed_asked)
        self.database_key.clicked.connect(self.database_key_asked)
        self.go_on.clicked.connect(self.go_on_asked)
        self.setFocusProxy(self.seed)
        self.retranslate()

    def show_keys(self, keys: KeysState) -> None:
        """Show who has a card, and how old the database's key is."""
        self._keys = keys
        self.sheet_card.setVisible(keys.sheet_is_lost)
        self._show_owners(keys.owners)
        self.retranslate()

    def show_wraps(self, wraps: WrapState) -> None:
        """Show how far the waybills are."""
        had_keys = self.go_on.hasFocus()
        self._wraps = wraps
        self.moving_card.setVisible(wraps.is_moving)
        self.bar.setRange(0, max(wraps.whole, 1))
        self.bar.setValue(wraps.done)
        self.go_on.setVisible(not wraps.is_working)
        self.seed.setEnabled(not wraps.is_moving)
        self.odd_card.setVisible(bool(wraps.odd_numbers))
        if had_keys and not self.go_on.isVisible():
            self.database_key.setFocus()
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self._name_moving()
        self._name_cards()
        self.sheet.setText(
            self.tr(
                "Another hand changed the key file: your recovery sheet opens nothing any more, not this outlet and no "
                "backup made from now on. Make new keys today; backups made before still open with the old sheet."
            )
        )
        self.seed_heading.setText(self.tr("New keys"))
        self.seed_story.setText(
            self.tr(
                "The recovery sheet is lost, or somebody has seen the sheet, your card or your password: make a new "
                "card and a new sheet; the former ones then open nothing here."
            )
        )
        self.seed.setText(self.tr("Make new keys…"))
        self.key_heading.setText(self.tr("Key of the database"))
        self.key_story.setText(
            self.tr(
                "Somebody may have copied files of this PC, or knew a password: give the database a new key. Everybody "
                "goes on with the same password."
            )
        )
        self.database_key.setText(self.tr("Renew the key…"))
        at = None if self._keys is None else self._keys.renewed_at
        age = self.tr("It is the first one since the outlet was founded.")
        if at is not None:
            age = self.tr("In force since {time}.").format(time=f"{outlet_time(at):%Y-%m-%d %H:%M}")
        self.key_age.setText(age)

    def _name_moving(self) -> None:
        wraps = self._wraps
        if wraps is None:
            return
        self.moving.setText(self.tr("Waybills are being locked to the new keys"))
        done, whole = f"{wraps.done:,}", f"{wraps.whole:,}"
        words = (
            self.tr("{done} of {whole} so far. It goes on by itself while the counter works.")
            if wraps.is_working
            else self.tr("{done} of {whole} since the program started. It rests until you use your card the next time.")
        )
        self.moving_story.setText(words.format(done=done, whole=whole))
        self.bar.setAccessibleName(self.moving.text())
        self.go_on.setText(self.tr("Go on now…"))
        numbers = ", ".join(wraps.odd_numbers[:_MOST_NAMED])
        self.odd.setText(
            self.tr(
                "Your key does not open these waybills: {numbers}. They were changed by another hand, or sealed to "
                "another key. Look in the review who accepted them."
            ).format(numbers=numbers)
        )

    def _name_cards(self) -> None:
        self.cards.setText(self.tr("Owner cards"))
        self.cards_story.setText(
            self.tr(
                "A torn card is replaced here with the old one in hand. A card that was lost or seen needs new keys."
            )
        )
        owners = () if self._keys is None else self._keys.owners
        for owner, button, state in zip(owners, self.owners, self._states, strict=False):
            button.setText(self.tr("New card…"))
            button.setAccessibleName(self.tr("New card for {name}").format(name=owner.name))
            state.setText(self.tr("has a card") if owner.has_card else self.tr("has no card yet"))

    def _show_owners(self, owners: tuple[OwnersCard, ...]) -> None:
        focused = next((place for place, button in enumerate(self.owners) if button.hasFocus()), None)
        while (item := self._rows.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.owners, self._states = [], []
        for row, owner in enumerate(owners):
            name, icon, state, button = QLabel(owner.name), QLabel(), QLabel(), QPushButton()
            name.setTextFormat(Qt.TextFormat.PlainText)
            name.setObjectName("person")
            theme.wear_icon(icon, "done" if owner.has_card else "doubt", Token.GOOD if owner.has_card else Token.WARN)
            button.clicked.connect(partial(self.card_asked.emit, owner))
            for column, part in enumerate((name, icon, state, button)):
                self._rows.addWidget(part, row, column)
                part.show()  # at once: what is not shown takes no keys
            self.owners.append(button)
            self._states.append(state)
        if focused is not None and focused < len(self.owners):
            self.owners[focused].setFocus()

    def _lay_out(self) -> None:
        for icon in (self.odd_icon, self.sheet_icon):
            theme.wear_icon(icon, "fault", Token.BAD)
        self._rows.setColumnStretch(2, 1)
        self._rows.setHorizontalSpacing(theme.GRID_PX)
        for heading in (self.moving, self.cards, self.seed_heading, self.key_heading):
            heading.setObjectName("heading")
        for small in (self.cards_story, self.key_age):
            small.setObjectName("caption")
        for words in (
            self.moving_story,
            self.odd,
            self.sheet,
            self.cards_story,
            self.seed_story,
            self.key_story,
            self.key_age,
        ):
            words.setWordWrap(True)
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.moving_card = _card(self.moving, self.bar, _row(self.moving_story, self.go_on))
        self.odd_card = _card(_row(self.odd_icon, self.odd, stretched=1))
        self.sheet_card = _card(_row(self.sheet_icon, self.sheet, stretched=1))
        cards = _card(self.cards, self._rows, self.cards_story)
        seed = _card(self.seed_heading, _row(self.seed_story, self.seed))
        key = _card(self.key_heading, _row(self.key_story, self.database_key), self.key_age)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2 * theme.GRID_PX)
        for card in (self.sheet_card, self.moving_card, self.odd_card, seed, cards, key):
            column.addWidget(card)
        column.addStretch(1)
        for card in (self.sheet_card, self.moving_card, self.odd_card):
            card.hide()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _card(*parts: QWidget | QGridLayout | QHBoxLayout) -> QFrame:
    card = QFrame()
    card.setObjectName("card")
    column = QVBoxLayout(card)
    column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
    column.setSpacing(theme.GRID_PX)
    for part in parts:
        if isinstance(part, QWidget):
            column.addWidget(part)
        else:
            column.addLayout(part)
    return card


def _row(*parts: QWidget, stretched: int = 0) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(2 * theme.GRID_PX)
    for place, part in enumerate(parts):
        row.addWidget(part, stretch=int(place == stretched), alignment=Qt.AlignmentFlag.AlignVCenter)
    return row
