"""What a layout is: the zones of a label on one paper, and the largest type in each."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.paper.page import Turn

if TYPE_CHECKING:
    from outlet_app.paper.pen import Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Sizes:
    """The largest type of each part, in points; text that does not fit is set smaller, down to 7."""

    carrier: float
    pill: float
    number: float
    sort_code: float
    recipient_mark: float
    recipient_person: float
    recipient_address: float
    sender_mark: float
    sender: float
    small_number: float
    amount: float
    fact: float
    remark: float
    mark: float


@dataclass(frozen=True, slots=True, kw_only=True)
class PartyZones:
    """Where one party stands: the 收 or 寄, the line of name and phone, the address; `text` is both of these."""

    mark: Zone
    text: Zone
    person: Zone
    address: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class CodeZones:
    """Where the QR code and the second Code 128 stand. `whole` is all there is for the bars where there is no square.

    Heights of the bars in mm, beside the square and alone.
    """

    whole: Zone
    square: Zone
    beside: Zone
    bar_height_mm: float
    lone_bar_height_mm: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Copy:
    """A party once more in small type, for the part of the label that stays on the parcel."""

    mark: Zone
    text: Zone


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """The zones of one paper, in mm from its top left.

    `zones` are those that hold everything between them and do not overlap. `copies` is recipient and sender once
    more, or empty.
    """

    frames: tuple[Zone, ...]
    zones: tuple[Zone, ...]
    ruled_below: tuple[Zone, ...]
    ruled_right: tuple[Zone, ...]
    carrier: Zone
    outlet: Zone
    header_facts: Zone
    bars: Zone
    number: Zone
    sort_code: Zone
    recipient: PartyZones
    sender: PartyZones
    codes: CodeZones
    payment: Zone
    on_delivery: Zone
    facts: tuple[Zone, Zone, Zone, Zone]
    remark_word: Zone
    remark: Zone
    marks: tuple[Zone, Zone]
    signing: tuple[Zone, Zone]
    edges: tuple[tuple[Zone, Turn], ...]
    sizes: Sizes
    copies: tuple[Copy, ...] = field(default=())


def turned_edges(left: tuple[Zone, ...], right: tuple[Zone, ...]) -> tuple[tuple[Zone, Turn], ...]:
    """The edges that carry the number, so that it can be read from outside on both sides."""
    return (*((zone, Turn.UP) for zone in left), *((zone, Turn.DOWN) for zone in right))
