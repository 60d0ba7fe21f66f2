"""What stands where on the 100 x 150 mm waybill.

Two parts, torn apart 90 mm from the top: the upper one is what the courier delivers by and has signed, the lower one
stays on the parcel. Nothing is printed within a millimetre of the tear.
"""

from __future__ import annotations

from outlet_app.paper.layout import CodeZones, Copy, Layout, PartyZones, Sizes, turned_edges
from outlet_app.paper.pen import Zone

TEAR_MM = 90.0

_UPPER = Zone(4, 1.5, 92, 87.3)
_LOWER = Zone(4, 91.2, 92, 57.3)
_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _AMOUNTS, _SIGNING = _UPPER.rows(11.5, 17, 11.5, 20, 10, 11)
_CODES, _COPIES, _FACTS, _LAST = _LOWER.rows(24.6, 13, 8.6)
_NAMES, _HEADER_FACTS = _HEADER.inner(1.6, 0.8).cells(52)
_CARRIER, _OUTLET = _NAMES.rows(6.4)
_BARS, _NUMBER_LINE = _NUMBER.inner(0, 0.7).rows(11.4)
_RECIPIENT_MARK, _RECIPIENT_SIDE = _RECIPIENT.cells(10)
_RECIPIENT_TEXT = _RECIPIENT_SIDE.inner(2, 0.8)
_SENDER_MARK, _SENDER_SIDE = _SENDER.cells(10)
_SENDER_TEXT = _SENDER_SIDE.inner(2, 0.6)
_SQUARE, _BESIDE = _CODES.cells(24.6)
_PAYMENT, _ON_DELIVERY = _AMOUNTS.cells(_AMOUNTS.width / 2)
_SIGNED_BY, _, _SIGNED_AT = _SIGNING.inner(1.6, 0.4).cells(42.4, 3)
_RECIPIENT_COPY, _SENDER_COPY = _COPIES.rows(6.5)
_COPY_MARKS, _ = _COPIES.cells(6.5)
_CATEGORY, _WEIGHT, _FEE, _VALUE = _FACTS.cells(19, 20, 26)
_REMARK, _TICKS = _LAST.cells(54)
_REMARK_WORD, _REMARK_TEXT = _REMARK.inner(1.6, 0.8).cells(8)
_INSPECTED, _, _REAL_NAME = _TICKS.inner(1.8, 2.4).cells(16.4, 1.6)
_LEFT = (Zone(0.4, 1.5, 3.5, 87.3), Zone(0.4, 91.2, 3.5, 57.3))
_RIGHT = (Zone(96.1, 1.5, 3.5, 87.3), Zone(96.1, 91.2, 3.5, 57.3))


def _copy(row: Zone) -> Copy:
    mark, text = row.cells(_COPY_MARKS.width)
    return Copy(mark=mark, text=text.inner(1.2, 0.4))


LAYOUT = Layout(
    frames=(_UPPER, _LOWER),
    zones=(
        *(_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _AMOUNTS, _SIGNING),
        *(_CODES, _RECIPIENT_COPY, _SENDER_COPY, _FACTS, _LAST, *_LEFT, *_RIGHT),
    ),
    ruled_below=(_HEADER, _NUMBER, _SORT, _RECIPIENT, _SENDER, _AMOUNTS, _CODES, _RECIPIENT_COPY, _SENDER_COPY, _FACTS),
    ruled_right=(_SENDER_MARK, _PAYMENT, _CATEGORY, _WEIGHT, _FEE, _REMARK, _COPY_MARKS),
    carrier=_CARRIER,
    outlet=_OUTLET,
    header_facts=_HEADER_FACTS,
    bars=_BARS,
    number=_NUMBER_LINE,
    sort_code=_SORT,
    recipient=PartyZones(
        mark=_RECIPIENT_MARK,
        text=_RECIPIENT_TEXT,
        person=_RECIPIENT_TEXT.rows(7)[0],
        address=_RECIPIENT_TEXT.rows(7)[1],
    ),
    sender=PartyZones(
        mark=_SENDER_MARK,
        text=_SENDER_TEXT,
        person=_SENDER_TEXT.rows(4)[0],
        address=_SENDER_TEXT.rows(4)[1],
    ),
    codes=CodeZones(whole=_CODES, square=_SQUARE, beside=_BESIDE, bar_height_mm=12.6, lone_bar_height_mm=16),
    payment=_PAYMENT,
    on_delivery=_ON_DELIVERY,
    facts=(_CATEGORY, _WEIGHT, _FEE, _VALUE),
    remark_word=_REMARK_WORD.rows(3.2)[0],
    remark=_REMARK_TEXT,
    marks=(_INSPECTED, _REAL_NAME),
    signing=(_SIGNED_BY, _SIGNED_AT),
    edges=turned_edges(_LEFT, _RIGHT),
    sizes=Sizes(
        carrier=17,
        pill=11,
        number=11,
        sort_code=29,
        recipient_mark=21,
        recipient_person=17,
        recipient_address=14,
        sender_mark=15,
        sender=9.5,
        small_number=10,
        amount=18,
        fact=10.5,
        remark=9,
        mark=10.5,
    ),
    copies=(_copy(_RECIPIENT_COPY), _copy(_SENDER_COPY)),
)
