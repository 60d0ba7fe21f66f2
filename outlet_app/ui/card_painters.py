"""How what was found is drawn: as cards of two lines, or in single lines where many stand under each other."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPen
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.ui.parcel_wording import CardWords

    LookOf = Callable[[int], tuple[CardWords, bool]]

Index = QModelIndex | QPersistentModelIndex

CARD_PX, LINE_PX, GAP_PX = 60, 32, 4
_CODE_PX, _NUMBER_PX, _STATE_PX = 116, 168, 150
_LEFT_V = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
_RIGHT_V = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class CardPainter(QStyledItemDelegate):
    """Number and state above; masked recipient and place, or carrier and tail, beneath; tail or shelf code large.

    Money that is due stands at the end of the line beneath. `look_of` gives a row's words, and whether it is here.
    """

    def __init__(self, look_of: LookOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._look_of = look_of
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the list, two lines high."""
        del index
        return QSize(option.rect.width(), CARD_PX + GAP_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one card."""
        words, is_here = self._look_of(index.row())
        card = option.rect.adjusted(0, 0, -1, -GAP_PX - 1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        _paint_frame(painter, card, self._list, chosen=bool(option.state & QStyle.StateFlag.State_Selected))
        inner = card.adjusted(12, 7, -12, -7)
        taken = self._paint_figure(painter, inner, words.figure, is_here=is_here)
        self._paint_lines(painter, inner.adjusted(0, 0, -taken, 0), words, is_here=is_here)
        painter.restore()

    def _paint_figure(self, painter: QPainter, room: QRect, figure: str, *, is_here: bool) -> int:
        """Returns the width that it took."""
        painter.setFont(theme.font(theme.FIGURE_PX))
        painter.setPen(theme.colour(Token.TEXT if is_here else Token.MUTED))
        painter.drawText(room, _RIGHT_V, figure)
        return painter.fontMetrics().horizontalAdvance(figure) + 12

    def _paint_lines(self, painter: QPainter, room: QRect, words: CardWords, *, is_here: bool) -> None:
        half = room.height() // 2
        above, under = room.adjusted(0, 0, 0, -half), room.adjusted(0, half, 0, 0)
        painter.setPen(theme.colour(Token.TEXT))
        painter.setFont(theme.font(bold=True))
        painter.drawText(above, _LEFT_V, words.number)
        taken = painter.fontMetrics().horizontalAdvance(words.number) + 12
        painter.setFont(theme.font(theme.CAPTION_PX))
        painter.setPen(theme.colour(Token.GOOD if is_here else Token.MUTED))
        _draw_cut(painter, above.adjusted(taken, 0, 0, 0), words.state)
        if words.due:
            painter.setFont(theme.font(theme.HEADING_PX, bold=True))
            painter.setPen(theme.colour(Token.WARN))
            painter.drawText(under, _RIGHT_V, words.due)
            under.setRight(under.right() - painter.fontMetrics().horizontalAdvance(words.due) - 12)
        painter.setFont(theme.font())
        painter.setPen(theme.colour(Token.TEXT if is_here else Token.MUTED))
        _draw_cut(painter, under, words.line)


class LinePainter(QStyledItemDelegate):
    """Shelf code, number, carrier and tail, state and money in one line."""

    def __init__(self, look_of: LookOf, parent: QWidget) -> None:
        super().__init__(parent)
        self._look_of = look_of
        self._list = parent

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: N802 - Qt's name
        """As wide as the list, one line high."""
        del index
        return QSize(option.rect.width(), LINE_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        words, is_here = self._look_of(index.row())
        line = option.rect.adjusted(0, 0, -1, -2)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            _paint_frame(painter, line, self._list, chosen=True)
        room = line.adjusted(10, 0, -10, 0)
        ink = theme.colour(Token.TEXT if is_here else Token.MUTED)
        for text, width, pixels, bold in (
            (words.figure, _CODE_PX, theme.HEADING_PX, True),
            (words.number, _NUMBER_PX, theme.TEXT_PX, False),
        ):
            painter.setPen(ink)
            painter.setFont(theme.font(pixels, bold=bold))
            _draw_cut(painter, QRect(room.left(), room.top(), width, room.height()), text)
            room.setLeft(room.left() + width)
        self._paint_end(painter, room, words, ink)
        painter.restore()

    def _paint_end(self, painter: QPainter, room: QRect, words: CardWords, ink: QColor) -> None:
        painter.setFont(theme.font(bold=True))
        painter.setPen(theme.colour(Token.WARN))
        painter.drawText(room, _RIGHT_V, words.due)
        room.setRight(room.right() - painter.fontMetrics().horizontalAdvance("¥88,888.88"))
        painter.setFont(theme.font(theme.CAPTION_PX))
        painter.setPen(theme.colour(Token.MUTED))
        # In a narrow list the state goes before carrier and tail, and nothing stands over the number.
        state = QRect(room)
        state.setLeft(max(room.left(), room.right() - _STATE_PX))
        _draw_cut(painter, state, words.state)
        room.setRight(state.left() - 1)
        if room.width() > 0:
            painter.setFont(theme.font())
            painter.setPen(ink)
            _draw_cut(painter, room, words.line)


def _paint_frame(painter: QPainter, card: QRect, shown_in: QWidget, *, chosen: bool) -> None:
    token = Token.PRIMARY if chosen and shown_in.hasFocus() else Token.MUTED
    painter.setPen(QPen(theme.colour(token), 2) if chosen else QPen(QColor(theme.current().line), 1))
    painter.setBrush(QColor(theme.current().surface))
    painter.drawRoundedRect(card.adjusted(1, 1, -1, -1) if chosen else card, 6, 6)


def _draw_cut(painter: QPainter, room: QRect, words: str) -> None:
    cut = painter.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room.width())
    painter.drawText(room, _LEFT_V, cut)
