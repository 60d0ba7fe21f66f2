"""What stands where on the 76 x 130 mm waybill."""

from __future__ import annotations

from outlet_app.paper.layout import CodeZones, Layout, PartyZones, Sizes, turned_edges
from outlet_app.paper.pen import Zone

_FRAME = Zone(3.5, 1.5, 69, 127)
_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _CODES, _DETAILS = _FRAME.rows(11.5, 15, 8, 23, 9, 22)
_AMOUNTS, _FACTS, _REMARK, _MARKS = _DETAILS.rows(10, 7.6, 9.4)
_NAMES, _HEADER_FACTS = _HEADER.inner(1.4, 1).cells(38)
_CARRIER, _OUTLET = _NAMES.rows(6)
_BARS, _NUMBER_LINE = _NUMBER.inner(0, 0.6).rows(10.2)
_RECIPIENT_MARK, _RECIPIENT_SIDE = _RECIPIENT.cells(8)
_RECIPIENT_TEXT = _RECIPIENT_SIDE.inner(1.8, 1)
_SENDER_MARK, _SENDER_SIDE = _SENDER.cells(8)
_SENDER_TEXT = _SENDER_SIDE.inner(1.8, 0.3)
_SQUARE, _BESIDE = _CODES.cells(21.5)
_PAYMENT, _ON_DELIVERY = _AMOUNTS.cells(_AMOUNTS.width / 2)
_CATEGORY, _WEIGHT, _FEE, _VALUE = _FACTS.cells(14, 15.4, 19.8)
_REMARK_WORD, _REMARK_TEXT = _REMARK.inner(1.4, 0.5).cells(7)
_TICKS, _SIGNING = _MARKS.cells(17)
_INSPECTED, _REAL_NAME = _TICKS.inner(1.4, 0.9).rows(4.9)
_SIGNED_BY, _SIGNED_AT = _SIGNING.inner(1.4, 0.6).rows(5.4)
_LEFT = Zone(0.3, 1.5, 3.2, 127)
_RIGHT = Zone(72.6, 1.5, 3.2, 127)

LAYOUT = Layout(
    frames=(_FRAME,),
    zones=(
        *(_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _CODES),
        *(_AMOUNTS, _FACTS, _REMARK, _MARKS, _LEFT, _RIGHT),
    ),
    ruled_below=(_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _CODES, _AMOUNTS, _FACTS, _REMARK),
    ruled_right=(_SENDER_MARK, _PAYMENT, _CATEGORY, _WEIGHT, _FEE, _TICKS),
    carrier=_CARRIER,
    outlet=_OUTLET,
    header_facts=_HEADER_FACTS,
    bars=_BARS,
    number=_NUMBER_LINE,
    sort_code=_SORT,
    recipient=PartyZones(
        mark=_RECIPIENT_MARK,
        text=_RECIPIENT_TEXT,
        person=_RECIPIENT_TEXT.rows(6.5)[0],
        address=_RECIPIENT_TEXT.rows(6.5)[1],
    ),
    sender=PartyZones(
        mark=_SENDER_MARK,
        text=_SENDER_TEXT,
        person=_SENDER_TEXT.rows(3.2)[0],
        address=_SENDER_TEXT.rows(3.2)[1],
    ),
    codes=CodeZones(whole=_CODES, square=_SQUARE, beside=_BESIDE, bar_height_mm=11, lone_bar_height_mm=14),
    payment=_PAYMENT,
    on_delivery=_ON_DELIVERY,
    facts=(_CATEGORY, _WEIGHT, _FEE, _VALUE),
    remark_word=_REMARK_WORD.rows(2.8)[0],
    remark=_REMARK_TEXT,
    marks=(_INSPECTED.inner(0, 0.4), _REAL_NAME.inner(0, 0.4)),
    signing=(_SIGNED_BY, _SIGNED_AT),
    edges=turned_edges(_LEFT.rows(_LEFT.height / 2), _RIGHT.rows(_RIGHT.height / 2)),
    sizes=Sizes(
        carrier=15,
        pill=9,
        number=9,
        sort_code=20,
        recipient_mark=17,
        recipient_person=13,
        recipient_address=11,
        sender_mark=13,
        sender=8,
        small_number=8,
        amount=15,
        fact=9,
        remark=8,
        mark=9,
    ),
)
