"""The owner's two papers: the card he carries, and the recovery sheet he locks away.

What they hold opens everything, so they are drawn, printed through `printing.print_secret`, and dropped: never a file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper import parts
from outlet_app.paper.faces import Weight
from outlet_app.paper.pen import Align, Style, Zone
from outlet_app.paper.single_page import CENTRED_CAPTION, code_lines, dashed, dashed_below, draw_page
from outlet_app.paper.typesetting import sizes

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.pen import Pen
    from outlet_app.paper.stocks import Stock

CARD_WIDTH_MM, CARD_HEIGHT_MM = 85.0, 54.0
"""A bank card's (ISO/IEC 7810, ID-1, to the millimetre); narrower where the stock is."""

_COLUMNS = 5
_TITLE = Style(largest_pt=16, weight=Weight.BOLD, white=True)
_TITLE_RIGHT = Style(largest_pt=9, white=True, align=Align.RIGHT)
_CODE = Style(largest_pt=9, weight=Weight.BOLD)

_CARD_PURPOSE = "与密码一起使用：不凭面单查看资料，管理员工和打印机，换卡、恢复、删除。"
_CARD_WARNINGS = ("随身携带，不借给任何人。", "不拍照，不复印，不放在电脑旁。", "丢失或被人看见：马上用恢复单换新卡。")
_CARD_HOW = "剪下，撕去底纸，沿中间虚线向后对折粘牢，就是一张两面的卡。"
_SHEET_PURPOSE = "凭本单和任何一份备份，可以打开本网点全部运单的资料；店主卡丢失时，也用它换新卡。"
_SHEET_WARNINGS = (
    "装进信封，封口签名，锁在店外安全的地方。",
    "绝不拍照，绝不扫描或存入电脑、手机。",
    "不与店主卡放在一起，不给任何人看。",
    "本单与店主卡都丢失：任何人都无法再打开资料。",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnerCard:
    """What stands on a card. `card_text` is the `OK1.…` text and holds the card's secret."""

    outlet_name: str
    owner_name: str
    card_text: str = field(repr=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class RecoverySheet:
    """What stands on a sheet: 25 words, and the `OR1.…` text that says the same. `made_at` in the outlet's time."""

    outlet_name: str
    words: tuple[str, ...] = field(repr=False)
    code_text: str = field(repr=False)
    made_at: datetime


def draw_owner_card(card: OwnerCard, stock: Stock, dots_per_mm: float, placing: Placing = AS_IT_IS) -> bytes:
    """The card on one label: front and back, one above the other, to be cut out and folded back to back.

    54 mm high; 85 mm wide on 100 mm stock, 70 mm on 76 mm stock. Raises LabelTooFull for names that are too long.
    """
    width = min(CARD_WIDTH_MM, stock.width_mm - 6)
    both = Zone((stock.width_mm - width) / 2, 4, width, 2 * CARD_HEIGHT_MM)
    front, back = both.rows(CARD_HEIGHT_MM)

    def draw(pen: Pen) -> None:
        dashed(pen, both)
        dashed_below(pen, front)
        _card_front(pen, front.inner(2.5, 2.5), card)
        _card_back(pen, back.inner(2.5, 2.5), card.card_text)
        below = Zone(both.left, both.bottom + 1.5, both.width, stock.height_mm - both.bottom - 3)
        pen.paragraph(below, _CARD_HOW, "form", Style(largest_pt=8))

    return draw_page(stock, dots_per_mm, placing, draw)


def draw_recovery_sheet(sheet: RecoverySheet, stock: Stock, dots_per_mm: float, placing: Placing = AS_IT_IS) -> bytes:
    """The sheet on one label: what it opens, the words numbered in rows of five, the QR code, how it is kept.

    Raises LabelTooFull for names that are too long.
    """
    frame = Zone(3.5, 2.5, stock.width_mm - 7, stock.height_mm - 5)
    rows = -(-len(sheet.words) // _COLUMNS)
    grid_height = rows * 8.6 + (stock.height_mm - 130) * 0.45
    head, purpose, words, code, keeping, sealed = frame.rows(9, 8.6, grid_height, 26, frame.height - grid_height - 51.6)

    def draw(pen: Pen) -> None:
        pen.frame(frame)
        _band(pen, head, "恢复单", sheet.outlet_name)
        for zone in (purpose, words, code, keeping):
            pen.rule_below(zone)
        pen.paragraph(purpose.inner(1.8, 0.8), _SHEET_PURPOSE, "form", Style(largest_pt=9))
        _words(pen, words, sheet.words)
        _code(pen, code, sheet.code_text)
        _list(pen, keeping.inner(1.8, 0.6), _SHEET_WARNINGS)
        _seal(pen, sealed.inner(1.8), sheet.made_at)

    return draw_page(stock, dots_per_mm, placing, draw)


def _card_front(pen: Pen, zone: Zone, card: OwnerCard) -> None:
    head, name, purpose, warnings = zone.rows(10, 9, 12.5)
    _band(pen, head, "店主卡", card.outlet_name)
    pen.line(name.inner(1), card.owner_name, "owner", Style(largest_pt=15, weight=Weight.BOLD))
    pen.paragraph(purpose.inner(1, 0.4), _CARD_PURPOSE, "form", Style(largest_pt=9))
    _list(pen, warnings.inner(1), _CARD_WARNINGS)


def _card_back(pen: Pen, zone: Zone, card_text: str) -> None:
    code, note = zone.rows(zone.height - 6)
    _code(pen, code.inner(0, (code.height - 30) / 2), card_text)
    pen.line(note, "只在本网点的电脑上有效", "form", CENTRED_CAPTION)


def _band(pen: Pen, zone: Zone, title: str, outlet_name: str) -> None:
    pen.blacken(zone)
    left, right = zone.inner(2).cells(22)
    pen.line(left, title, "form", _TITLE)
    pen.line(right, outlet_name, "outlet", _TITLE_RIGHT)


def _code(pen: Pen, zone: Zone, code_text: str) -> None:
    """The QR code, and its text beside it for whoever has no scanner at hand."""
    side = min(zone.height, 30)
    square, text = zone.cells(side)
    parts.square(pen, square, code_text)
    height = min(text.height - 2, 4.2 * (len(code_text) // 13 + 2))
    code_lines(pen, text.inner(1.5, (text.height - height) / 2), code_text, _CODE)


def _words(pen: Pen, zone: Zone, words: tuple[str, ...]) -> None:
    rows = -(-len(words) // _COLUMNS)
    cells = [
        cell
        for row in zone.rows(*[zone.height / rows] * (rows - 1))
        for cell in row.cells(*[zone.width / _COLUMNS] * (_COLUMNS - 1))
    ]
    style = _one_size(pen, cells[0].inner(1.4), words)
    for place, (cell, word) in enumerate(zip(cells, words, strict=False), start=1):
        if place % _COLUMNS:
            pen.rule_right(cell)
        if place <= len(words) - _COLUMNS:
            pen.rule_below(cell)
        pen.line(Zone(cell.left + 0.9, cell.top + 0.4, 5, 3), str(place), "form", Style(largest_pt=7))
        pen.line(cell.inner(0.6).rows(2.4)[1], word, "word", style)


def _one_size(pen: Pen, cell: Zone, words: tuple[str, ...]) -> Style:
    """The largest type that holds every word, so that none looks more important than another."""
    fitting = (size for size in sizes(15, 7) if all(pen.fits(cell, word, size, Weight.BOLD) for word in words))
    return Style(largest_pt=next(fitting, 7), weight=Weight.BOLD, align=Align.CENTRE)


def _list(pen: Pen, zone: Zone, texts: tuple[str, ...]) -> None:
    """Short sentences, each in a row of its own."""
    rows = zone.rows(*[zone.height / len(texts)] * (len(texts) - 1))
    for row, text in zip(rows, texts, strict=True):
        dot = Zone(row.left, row.top + row.height / 2 - 0.5, 1, 1)
        pen.blacken(dot)
        pen.line(Zone(row.left + 2.2, row.top, row.width - 2.2, row.height), text, "form", Style(largest_pt=9))


def _seal(pen: Pen, zone: Zone, made_at: datetime) -> None:
    made, signed = zone.cells(zone.width * 0.52)
    pen.line(made, f"制作 {made_at:%Y-%m-%d %H:%M}", "made_at", Style(largest_pt=8))
    pen.line(signed, "封存签名", "form", Style(largest_pt=8))
    width = pen.sheets.faces.width_mm("封存签名", Weight.REGULAR, 8)
    pen.rule_below(Zone(signed.left + width + 1.5, signed.top, signed.width - width - 1.5, signed.height - 1.6))
