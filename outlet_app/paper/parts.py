"""The parts of a label, drawn into a layout's zones. Always Chinese: the trade reads it, whoever printed it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.terms import Category, Payment
from outlet_app.errors import LabelTooFull
from outlet_app.paper.codes import QR_SIDE, QUIET_CODE128, QUIET_QR, code128_bars, in_dots, module_dots, qr_modules
from outlet_app.paper.faces import Weight
from outlet_app.paper.pen import Align, Style, Zone
from outlet_app.paper.typesetting import Type

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import MaskedParty
    from outlet_app.paper.label_order import LabelOrder
    from outlet_app.paper.layout import Copy, Layout, PartyZones
    from outlet_app.paper.pen import Pen

LEAST_MODULE_MM = 0.33
"""Of the main Code 128 and the QR code: 3 dots at 203 dpi, 4 at 300."""
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


def draw_form(pen: Pen, layout: Layout) -> None:
    """Draw what is the same on every label of a layout: the frame and the words of the form."""
    for frame in layout.frames:
        pen.frame(frame)
    for zone in layout.ruled_below:
        pen.rule_below(zone)
    for zone in layout.ruled_right:
        pen.rule_right(zone)
    sizes = layout.sizes
    pen.blacken(layout.recipient.mark)
    _mark(pen, layout.recipient.mark, "收", sizes.recipient_mark, white=True)
    _mark(pen, layout.sender.mark, "寄", sizes.sender_mark)
    for copy, word in zip(layout.copies, ("收", "寄"), strict=False):
        _mark(pen, copy.mark, word, sizes.fact)
    for cell, word in zip(layout.facts, ("品类", "重量", "运费", "声明价值"), strict=True):
        pen.line(_caption(cell), word, "form", CAPTION)
    pen.line(layout.remark_word, "备注", "form", CAPTION)
    for box, word in zip(layout.marks, ("已验视", "已实名"), strict=True):
        pen.frame(box)
        _mark(pen, box, word, sizes.mark)
    for row, word in zip(layout.signing, ("签收人", "签收时间"), strict=True):
        pen.line(row, word, "form", CAPTION)
        pen.rule_below(row.inner(0, 0.7).cells(12)[1])


def draw(pen: Pen, layout: Layout, order: LabelOrder) -> None:
    """Draw one label. Raises LabelTooFull(field) where a field does not fit its zone in the smallest type."""
    masked, sizes = order.masked, layout.sizes
    _header(pen, layout, order)
    code128(pen, layout.bars, masked.number, LEAST_MODULE_MM)
    pen.line(layout.number, masked.number, "number", _centred(sizes.number))
    if masked.sort_code:
        pen.line(layout.sort_code.inner(1.4), masked.sort_code, "sort_code", _centred(sizes.sort_code, 9))
    _recipient(pen, layout, masked.recipient)
    _sender(pen, layout.sender, masked.sender, sizes.sender)
    for copy, party in zip(layout.copies, (masked.recipient, masked.sender), strict=False):
        _copy(pen, copy, party, sizes.sender)
    _codes(pen, layout, order)
    _amounts(pen, layout, order)
    _facts(pen, layout, order)
    pen.cut_paragraph(layout.remark, masked.remark, Style(largest_pt=sizes.remark))
    for zone, turn in layout.edges:
        pen.upright(zone, masked.number, turn)


def code128(pen: Pen, zone: Zone, text: str, least_mm: float) -> None:
    """Bars as high as the zone, in the middle of it. Raises LabelTooFull("number") below the least module."""
    bars = code128_bars(text)
    left, top, width, height = pen.snapped(zone)
    module = module_dots(width, bars.width + 2 * QUIET_CODE128, pen.dots_per_mm, least_mm)
    if module is None:
        raise LabelTooFull("number")
    pen.stamp(in_dots(bars, module, height), left + (width - bars.width * module) // 2, top)


def square(pen: Pen, zone: Zone, code_text: str | None) -> None:
    """The QR code in the middle of a zone, or a grey square of its size. Raises LabelTooFull("code")."""
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


def _header(pen: Pen, layout: Layout, order: LabelOrder) -> None:
    sizes = layout.sizes
    carrier_style = Style(largest_pt=sizes.carrier, smallest_pt=9, weight=Weight.BOLD)
    pen.line(layout.carrier, order.carrier_name, "carrier", carrier_style)
    if order.outlet_name:
        pen.line(layout.outlet, order.outlet_name, "outlet", CAPTION)
    above, time = layout.header_facts.rows(layout.carrier.height)
    pen.line(time, f"打印 {order.printed_at:%Y-%m-%d %H:%M}", "printed_at", Style(largest_pt=7, align=Align.RIGHT))
    above = above.inner(0, 0.5)
    if order.service_name:
        above = _pill(pen, above, order.service_name, "service", sizes.pill, white=True)
    if order.reprint:
        _pill(pen, above, f"补打 {order.reprint}", "reprint", sizes.pill, white=False)


def _pill(pen: Pen, zone: Zone, text: str, field: str, size_pt: float, *, white: bool) -> Zone:
    """A boxed word at the right end of a zone; gives the zone that is left of it."""
    style = Style(largest_pt=size_pt, weight=Weight.BOLD, align=Align.CENTRE, white=white)
    width = min(pen.sheets.faces.width_mm(text, style.weight, style.largest_pt) + 2, zone.width)
    rest, pill = zone.cells(zone.width - width)
    if white:
        pen.blacken(pill)
    else:
        pen.frame(pill)
    pen.line(pill.inner(0.5), text, field, style)
    return Zone(rest.left, rest.top, rest.width - 1, rest.height)


def _recipient(pen: Pen, layout: Layout, party: MaskedParty) -> None:
    zones, sizes = layout.recipient, layout.sizes
    whole = f"{party.name}  {party.phone}"
    if pen.fits(zones.person, whole, 10, Weight.BOLD):
        style = Style(largest_pt=sizes.recipient_person, weight=Weight.BOLD)
        pen.line(zones.person, whole, "recipient.name", style)
    else:
        name, phone = zones.person.rows(zones.person.height / 2)
        pen.line(name, party.name, "recipient.name", Style(largest_pt=8.5, weight=Weight.BOLD))
        pen.line(phone, party.phone, "recipient.phone", Style(largest_pt=8.5, weight=Weight.BOLD))
    address_style = Style(largest_pt=sizes.recipient_address, weight=Weight.BOLD)
    pen.paragraph(zones.address, party.address, "recipient.address", address_style)


def _sender(pen: Pen, zones: PartyZones, party: MaskedParty, size_pt: float) -> None:
    whole = f"{party.name}  {party.phone}"
    if pen.fits(zones.person, whole, 7, Weight.REGULAR) and pen.holds(zones.address, party.address, Type(7)):
        pen.line(zones.person, whole, "sender.name", Style(largest_pt=size_pt))
        pen.paragraph(zones.address, party.address, "sender.address", Style(largest_pt=size_pt))
    else:
        pen.paragraph(zones.text, f"{whole}  {party.address}", "sender.address", Style(largest_pt=7))


def _copy(pen: Pen, copy: Copy, party: MaskedParty, size_pt: float) -> None:
    """Cut where it is too long: above it stands whole."""
    whole = f"{party.name}  {party.phone}  {party.address}"
    style = Style(largest_pt=size_pt)
    if pen.fits(copy.text, whole, style.smallest_pt, style.weight):
        pen.line(copy.text, whole, "copy", style)
    else:
        pen.cut_paragraph(copy.text, whole, style)


def _codes(pen: Pen, layout: Layout, order: LabelOrder) -> None:
    zones, number = layout.codes, order.masked.number
    has_square = order.code_text is not None or order.preview
    place = zones.beside if has_square else zones.whole
    height = zones.bar_height_mm if has_square else zones.lone_bar_height_mm
    bars, below, note = place.inner(0.5, 1.2).rows(height, 4.2)
    code128(pen, bars, number, LEAST_SMALL_MODULE_MM)
    pen.line(below, number, "number", Style(largest_pt=layout.sizes.small_number, align=Align.CENTRE))
    if has_square:
        square(pen, zones.square, order.code_text)
        pen.line(note, "二维码仅供本网点扫描", "note", Style(largest_pt=7, align=Align.CENTRE))


def _amounts(pen: Pen, layout: Layout, order: LabelOrder) -> None:
    masked, size_pt = order.masked, layout.sizes.amount
    word = PAYMENTS[masked.payment]
    collects = masked.payment is Payment.COLLECT
    payment = ("付款方式", f"{word} {_yuan(masked.fee_fen)}" if collects else word, "fee")
    _amount(pen, layout.payment, payment, size_pt, dark=collects)
    has_cod = masked.cod_fen > 0
    on_delivery = ("代收货款", _yuan(masked.cod_fen) if has_cod else "无", "cash_on_delivery")
    _amount(pen, layout.on_delivery, on_delivery, size_pt, dark=has_cod)


def _amount(pen: Pen, zone: Zone, words: tuple[str, str, str], size_pt: float, *, dark: bool) -> None:
    """Draw caption and value, white on black where the courier has money to collect; the third word is the field."""
    caption, value, field = words
    if dark:
        pen.blacken(zone.inner(0.5, 0.5))
    pen.line(_caption(zone), caption, field, Style(largest_pt=7, white=dark))
    pen.line(_value(zone), value, field, Style(largest_pt=size_pt, weight=Weight.BOLD, white=dark))


def _facts(pen: Pen, layout: Layout, order: LabelOrder) -> None:
    masked = order.masked
    facts = (
        (CATEGORIES[masked.category], "category"),
        (_kilograms(masked.weight_g), "weight"),
        (_yuan(masked.fee_fen), "fee"),
        (_yuan(masked.declared_fen) if masked.declared_fen else "未声明", "declared_value"),
    )
    for cell, (value, field) in zip(layout.facts, facts, strict=True):
        pen.line(_value(cell), value, field, Style(largest_pt=layout.sizes.fact, weight=Weight.BOLD))


def _mark(pen: Pen, zone: Zone, word: str, size_pt: float, *, white: bool = False) -> None:
    pen.line(zone, word, "form", Style(largest_pt=size_pt, weight=Weight.BOLD, align=Align.CENTRE, white=white))


def _centred(largest_pt: float, smallest_pt: float = 7) -> Style:
    return Style(largest_pt=largest_pt, smallest_pt=smallest_pt, weight=Weight.BOLD, align=Align.CENTRE)


def _caption(cell: Zone) -> Zone:
    return _inside(cell).rows(3)[0]


def _value(cell: Zone) -> Zone:
    return _inside(cell).rows(3)[1]


def _inside(cell: Zone) -> Zone:
    return Zone(cell.left + 1.4, cell.top + 0.4, cell.width - 1.6, cell.height - 0.8)


def _yuan(fen: int) -> str:
    return f"¥{fen // 100:,}.{fen % 100:02}"


def _kilograms(grams: int) -> str:
    whole, rest = divmod(grams, 1000)
    return f"{whole}.{f'{rest:03}'.rstrip('0').ljust(2, '0')} kg"
