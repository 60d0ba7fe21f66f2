"""What stands where on the 76 x 130 mm waybill. Always Chinese: a label is read by the trade, whoever printed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import LabelTooFull
from outlet_app.paper.codes import (
    QR_SIDE,
    QUIET_CODE128,
    QUIET_QR,
    code128_bars,
    in_dots,
    module_dots,
    qr_modules,
)
from outlet_app.paper.faces import Weight
from outlet_app.paper.page import Turn
from outlet_app.paper.pen import Align, Style, Zone
from outlet_app.paper.typesetting import Type

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import MaskedParty
    from outlet_app.paper.label_order import LabelOrder
    from outlet_app.paper.pen import Pen

FRAME = Zone(3.5, 1.5, 69, 127)
HEADER, NUMBER, SORT, RECIPIENT, SENDER, CODES, DETAILS = FRAME.rows(11.5, 15, 8, 23, 9, 22)
AMOUNTS, FACTS, REMARK, MARKS = DETAILS.rows(10, 7.6, 9.4)
LEFT_EDGE = Zone(0.3, 1.5, 3.2, 127)
RIGHT_EDGE = Zone(72.6, 1.5, 3.2, 127)
RECIPIENT_MARK = RECIPIENT.cells(8)[0]
RECIPIENT_TEXT = RECIPIENT.cells(8)[1].inner(1.8, 1)
SENDER_MARK = SENDER.cells(8)[0]
SENDER_TEXT = SENDER.cells(8)[1].inner(1.8, 0.3)
PAYMENT, ON_DELIVERY = AMOUNTS.cells(AMOUNTS.width / 2)
FACT_CELLS = FACTS.cells(14, 15.4, 19.8)
REMARK_WORD, REMARK_TEXT = REMARK.inner(1.4, 0.5).cells(7)
REMARK_WORD = REMARK_WORD.rows(2.8)[0]
ZONES = (HEADER, NUMBER, SORT, RECIPIENT, SENDER, CODES, AMOUNTS, FACTS, REMARK, MARKS, LEFT_EDGE, RIGHT_EDGE)

BAR_HEIGHT_MM = 10.2
SMALL_BAR_HEIGHT_MM = 11.0
TALL_BAR_HEIGHT_MM = 14.0
LEAST_MODULE_MM = 0.33
"""Of the main Code 128: 3 dots at 203 dpi, 4 at 300."""
LEAST_SMALL_MODULE_MM = 0.25
"""Of the second Code 128: 2 dots at 203 dpi, 3 at 300."""
PREVIEW_GREY = 0.75

CAPTION = Style(largest_pt=7)
PAYMENTS = {Payment.PAID: "寄付", Payment.MONTHLY: "月结", Payment.COLLECT: "到付"}
CATEGORIES = {
    Category.DOCUMENTS: "文件",
    Category.CLOTHING: "衣物",
    Category.FOOD: "食品",
    Category.DAILY: "日用品",
    Category.ELECTRONICS: "电子产品",
    Category.BOOKS: "书籍",
    Category.COSMETICS: "化妆品",
    Category.OTHER: "其他",
}


def draw_form(pen: Pen) -> None:
    """Draw what is the same on every label: the frame and the words of the form."""
    pen.frame(FRAME)
    for zone in (HEADER, NUMBER, SORT, RECIPIENT, SENDER, CODES, AMOUNTS, FACTS, REMARK):
        pen.rule_below(zone)
    pen.blacken(RECIPIENT_MARK)
    pen.line(RECIPIENT_MARK, "收", "form", Style(largest_pt=17, weight=Weight.BOLD, align=Align.CENTRE, white=True))
    pen.rule_right(SENDER_MARK)
    pen.line(SENDER_MARK, "寄", "form", Style(largest_pt=13, weight=Weight.BOLD, align=Align.CENTRE))
    pen.rule_right(PAYMENT)
    for cell, word in zip(FACT_CELLS, ("品类", "重量", "运费", "声明价值"), strict=True):
        pen.line(_caption(cell), word, "form", CAPTION)
    for cell in FACT_CELLS[:-1]:
        pen.rule_right(cell)
    pen.line(REMARK_WORD, "备注", "form", CAPTION)
    _marks(pen)
    _signing(pen)


def draw(pen: Pen, order: LabelOrder) -> None:
    """Draw one label. Raises LabelTooFull(field) where a field does not fit its zone in the smallest type."""
    _header(pen, order)
    _number(pen, order.masked.number)
    masked = order.masked
    if masked.sort_code:
        sort_style = Style(largest_pt=20, smallest_pt=9, weight=Weight.BOLD, align=Align.CENTRE)
        pen.line(SORT.inner(1.4), masked.sort_code, "sort_code", sort_style)
    _recipient(pen, masked.recipient)
    _sender(pen, masked.sender)
    _codes(pen, order)
    _amounts(pen, order)
    _facts(pen, order)
    _remark(pen, masked.remark)
    _edges(pen, masked.number)


def _header(pen: Pen, order: LabelOrder) -> None:
    names, facts = HEADER.inner(1.4, 1).cells(38)
    carrier, outlet = names.rows(6)
    pen.line(carrier, order.carrier_name, "carrier", Style(largest_pt=15, smallest_pt=9, weight=Weight.BOLD))
    if order.outlet_name:
        pen.line(outlet, order.outlet_name, "outlet", CAPTION)
    above, time = facts.rows(6)
    pen.line(time, f"打印 {order.printed_at:%Y-%m-%d %H:%M}", "printed_at", Style(largest_pt=7, align=Align.RIGHT))
    above = above.inner(0, 0.5)
    if order.service_name:
        above = _pill(pen, above, order.service_name, "service", white=True)
    if order.reprint:
        _pill(pen, above, f"补打 {order.reprint}", "reprint", white=False)


def _pill(pen: Pen, zone: Zone, text: str, field: str, *, white: bool) -> Zone:
    """A boxed word at the right end of a zone; gives the zone that is left of it."""
    style = Style(largest_pt=9, weight=Weight.BOLD, align=Align.CENTRE, white=white)
    width = min(pen.sheets.faces.width_mm(text, style.weight, style.largest_pt) + 2, zone.width)
    rest, pill = zone.cells(zone.width - width)
    if white:
        pen.blacken(pill)
    else:
        pen.frame(pill)
    pen.line(pill.inner(0.5), text, field, style)
    return Zone(rest.left, rest.top, rest.width - 1, rest.height)


def _number(pen: Pen, number: str) -> None:
    bars, below = NUMBER.inner(0, 0.6).rows(BAR_HEIGHT_MM)
    _code128(pen, bars, number, LEAST_MODULE_MM)
    pen.line(below, number, "number", Style(largest_pt=9, weight=Weight.BOLD, align=Align.CENTRE))


def _code128(pen: Pen, zone: Zone, number: str, least_mm: float) -> None:
    bars = code128_bars(number)
    left, top, width, height = pen.snapped(zone)
    module = module_dots(width, bars.width + 2 * QUIET_CODE128, pen.dots_per_mm, least_mm)
    if module is None:
        raise LabelTooFull("number")
    pen.stamp(in_dots(bars, module, height), left + (width - bars.width * module) // 2, top)


def _recipient(pen: Pen, party: MaskedParty) -> None:
    person, address = RECIPIENT_TEXT.rows(6.5)
    whole = f"{party.name}  {party.phone}"
    if pen.fits(person, whole, 10, Weight.BOLD):
        pen.line(person, whole, "recipient.name", Style(largest_pt=13, weight=Weight.BOLD))
    else:
        name, phone = person.rows(3.25)
        pen.line(name, party.name, "recipient.name", Style(largest_pt=8.5, weight=Weight.BOLD))
        pen.line(phone, party.phone, "recipient.phone", Style(largest_pt=8.5, weight=Weight.BOLD))
    pen.paragraph(address, party.address, "recipient.address", Style(largest_pt=11, weight=Weight.BOLD))


def _sender(pen: Pen, party: MaskedParty) -> None:
    person, address = SENDER_TEXT.rows(3.2)
    whole = f"{party.name}  {party.phone}"
    if pen.fits(person, whole, 7, Weight.REGULAR) and pen.holds(address, party.address, Type(7)):
        pen.line(person, whole, "sender.name", Style(largest_pt=8))
        pen.paragraph(address, party.address, "sender.address", Style(largest_pt=8))
    else:
        pen.paragraph(SENDER_TEXT, f"{whole}  {party.address}", "sender.address", Style(largest_pt=7))


def _codes(pen: Pen, order: LabelOrder) -> None:
    has_square = order.code_text is not None or order.preview
    left, right = CODES.cells(21.5 if has_square else 0)
    height = SMALL_BAR_HEIGHT_MM if has_square else TALL_BAR_HEIGHT_MM
    bars, number, note = right.inner(0.5, 1.2).rows(height, 4.2)
    _code128(pen, bars, order.masked.number, LEAST_SMALL_MODULE_MM)
    pen.line(number, order.masked.number, "number", Style(largest_pt=8, align=Align.CENTRE))
    if has_square:
        _square(pen, left, order.code_text)
        pen.line(note, "二维码仅供本网点扫描", "note", Style(largest_pt=7, align=Align.CENTRE))


def _square(pen: Pen, zone: Zone, code_text: str | None) -> None:
    left, top, width, height = pen.snapped(zone)
    module = module_dots(min(width, height), QR_SIDE + 2 * QUIET_QR, pen.dots_per_mm, LEAST_MODULE_MM)
    if module is None:
        raise LabelTooFull("code")
    side = QR_SIDE * module
    left, top = left + (width - side) // 2, top + (height - side) // 2
    if code_text is None:
        pen.sheets.fill([(0, 0, side, side)], left, top, PREVIEW_GREY)
    else:
        pen.stamp(in_dots(qr_modules(code_text), module, module), left, top)


def _amounts(pen: Pen, order: LabelOrder) -> None:
    masked = order.masked
    word = PAYMENTS[masked.payment]
    collects = masked.payment is Payment.COLLECT
    _amount(pen, PAYMENT, ("付款方式", f"{word} {_yuan(masked.fee_fen)}" if collects else word, "fee"), dark=collects)
    has_cod = masked.cod_fen > 0
    value = _yuan(masked.cod_fen) if has_cod else "无"
    _amount(pen, ON_DELIVERY, ("代收货款", value, "cash_on_delivery"), dark=has_cod)


def _amount(pen: Pen, zone: Zone, words: tuple[str, str, str], *, dark: bool) -> None:
    """Draw caption and value, white on black where the courier has money to collect; the third word is the field."""
    caption, value, field = words
    if dark:
        pen.blacken(zone.inner(0.5, 0.5))
    pen.line(_caption(zone), caption, field, Style(largest_pt=7, white=dark))
    pen.line(_value(zone), value, field, Style(largest_pt=15, weight=Weight.BOLD, white=dark))


def _facts(pen: Pen, order: LabelOrder) -> None:
    masked = order.masked
    facts = (
        (CATEGORIES[masked.category], "category"),
        (_kilograms(masked.weight_g), "weight"),
        (_yuan(masked.fee_fen), "fee"),
        (_yuan(masked.declared_fen) if masked.declared_fen else "未声明", "declared_value"),
    )
    for cell, (value, field) in zip(FACT_CELLS, facts, strict=True):
        pen.line(_value(cell), value, field, Style(largest_pt=9, weight=Weight.BOLD))


def _remark(pen: Pen, remark: str) -> None:
    pen.cut_paragraph(REMARK_TEXT, remark, Style(largest_pt=8))


def _marks(pen: Pen) -> None:
    marks, _ = MARKS.cells(17)
    pen.rule_right(marks)
    for row, word in zip(marks.inner(1.4, 0.9).rows(4.9), ("已验视", "已实名"), strict=True):
        box = row.inner(0, 0.4)
        pen.frame(box)
        pen.line(box, word, "form", Style(largest_pt=9, weight=Weight.BOLD, align=Align.CENTRE))


def _signing(pen: Pen) -> None:
    _, signing = MARKS.cells(17)
    for row, word in zip(signing.inner(1.4, 0.6).rows(5.4), ("签收人", "签收时间"), strict=True):
        pen.line(row, word, "form", CAPTION)
        _, blank = row.inner(0, 0.7).cells(12)
        pen.rule_below(blank)


def _caption(cell: Zone) -> Zone:
    return _inside(cell).rows(3)[0]


def _value(cell: Zone) -> Zone:
    return _inside(cell).rows(3)[1]


def _inside(cell: Zone) -> Zone:
    return Zone(cell.left + 1.4, cell.top + 0.4, cell.width - 1.6, cell.height - 0.8)


def _edges(pen: Pen, number: str) -> None:
    for zone, turn in ((LEFT_EDGE, Turn.UP), (RIGHT_EDGE, Turn.DOWN)):
        for half in zone.rows(zone.height / 2):
            pen.upright(half, number, turn)


def _yuan(fen: int) -> str:
    return f"¥{fen // 100:,}.{fen % 100:02}"


def _kilograms(grams: int) -> str:
    whole, rest = divmod(grams, 1000)
    return f"{whole}.{f'{rest:03}'.rstrip('0').ljust(2, '0')} kg"
