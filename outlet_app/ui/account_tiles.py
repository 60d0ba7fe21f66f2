"""The tiles of the sign-in view: one for each person, with initials and name; arrows walk between them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import QButtonGroup, QGridLayout, QPushButton, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.services import Tile

COLUMNS = 3
_TILE = QSize(192, 64)
_DISC_PX = 40
_LINE_PX = 20
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_Up: -COLUMNS,
    Qt.Key.Key_Down: COLUMNS,
}


def initials(name: str) -> str:
    """What stands in a tile's disc: the last two characters of a Chinese name, else up to two first letters."""
    words = name.split()
    if not name.isascii():
        return "".join(words)[-2:]
    return "".join(word[0] for word in words[:2]).upper()


class AccountTile(QPushButton):
    """One person: a disc with initials, the name beside it."""

    stepped = Signal(int)

    def __init__(self, tile: Tile, *, is_new: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.is_new = is_new
        self.account_id = tile.account_id
        self.person = tile.name
        self.setObjectName("tile")
        self.setCheckable(True)
        self.setAutoDefault(False)
        self.setFixedSize(_TILE)
        self.retranslate()

    def retranslate(self) -> None:
        """Name the tile for readers, in the language of the screen."""
        self.setAccessibleName(f"{self.person}, {self.tr('first time here')}" if self.is_new else self.person)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Arrows step to a neighbour, Enter chooses."""
        step = _STEPS.get(Qt.Key(event.key()))
        if step is not None:
            self.stepped.emit(step)
        elif event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.click()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: N802 - Qt's name
        """Draw the frame by the style sheet, then disc and name."""
        super().paintEvent(event)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_disc(painter)
        left = 12 + _DISC_PX + 10
        room = QRect(left, 0, self.width() - left - 8, self.height())
        painter.setPen(self.palette().color(QPalette.ColorRole.ButtonText))
        painter.setFont(theme.font(bold=self.isChecked()))
        name = painter.fontMetrics().elidedText(self.person, Qt.TextElideMode.ElideRight, room.width())
        side = Qt.AlignmentFlag.AlignLeft
        if self.is_new:
            painter.drawText(room.adjusted(0, 0, 0, -_LINE_PX), Qt.AlignmentFlag.AlignVCenter | side, name)
            painter.setPen(theme.colour(Token.MUTED))
            painter.setFont(theme.font(theme.CAPTION_PX))
            painter.drawText(
                room.adjusted(0, _LINE_PX, 0, 0), Qt.AlignmentFlag.AlignVCenter | side, self.tr("first time here")
            )
        else:
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | side, name)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
            self.update()
        super().changeEvent(event)

    def _paint_disc(self, painter: QPainter) -> None:
        disc = QRect(12, (self.height() - _DISC_PX) // 2, _DISC_PX, _DISC_PX)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour(Token.PRIMARY if self.isChecked() else Token.MUTED))
        painter.drawEllipse(disc)
        painter.setPen(self.palette().color(QPalette.ColorRole.Base))
        painter.setFont(theme.font(theme.TEXT_PX, bold=True))
        painter.drawText(disc, Qt.AlignmentFlag.AlignCenter, initials(self.person))


class AccountTiles(QWidget):
    """The tiles in rows of three. `chosen(bytes)`: the account id of the tile that was clicked or entered."""

    chosen = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.tiles: tuple[AccountTile, ...] = ()
        self._group = QButtonGroup(self)
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setSpacing(theme.GRID_PX)
        self._grid.setAlignment(Qt.AlignmentFlag.AlignLeft)

    def show_people(self, people: tuple[Tile, ...], invited: tuple[Tile, ...] = ()) -> None:
        """Put up one tile for each of `people`, in their order, then of those `invited`; none is chosen."""
        for tile in self.tiles:
            self._group.removeButton(tile)
            tile.hide()
            tile.deleteLater()
        known = [AccountTile(person) for person in people]
        self.tiles = (*known, *(AccountTile(person, is_new=True) for person in invited))
        for place, tile in enumerate(self.tiles):
            self._grid.addWidget(tile, *divmod(place, COLUMNS))
            self._group.addButton(tile)
            tile.clicked.connect(self._tell_choice)
            tile.stepped.connect(self._step)

    @property
    def chosen_tile(self) -> AccountTile | None:
        """The tile that is chosen now."""
        return next((tile for tile in self.tiles if tile.isChecked()), None)

    def choose(self, account_id: bytes) -> None:
        """Choose that person's tile, as a click would."""
        next(tile for tile in self.tiles if tile.account_id == account_id).click()

    def take_focus(self) -> None:
        """Put the keys on the chosen tile, or on the first."""
        tile = self.chosen_tile or next(iter(self.tiles), None)
        if tile is not None:
            tile.setFocus()

    def _tell_choice(self) -> None:
        tile = self.chosen_tile
        if tile is not None:
            self.chosen.emit(tile.account_id)

    def _step(self, step: int) -> None:
        focused = next(place for place, tile in enumerate(self.tiles) if tile is self.sender())
        target = focused + step
        if 0 <= target < len(self.tiles):
            self.tiles[target].setFocus()
