"""Drawing into zones: rules on whole dots, lines and paragraphs in the largest type that fits, codes."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from outlet_app.errors import LabelTooFull
from outlet_app.paper.faces import MM_PER_POINT, Weight
from outlet_app.paper.page import SMALLEST_PT, Turn
from outlet_app.paper.typesetting import Type, cut, sizes, wrap

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.paper.codes import Rectangle
    from outlet_app.paper.page import Sheets

MIDDLE = 0.38
"""From the baseline up to the middle of a Chinese character, in type sizes."""
HAIR_MM = 0.25


@dataclass(frozen=True, slots=True)
class Zone:
    """A rectangle of the label in mm from its top left."""

    left: float
    top: float
    width: float
    height: float

    @property
    def right(self) -> float:
        """The right edge."""
        return self.left + self.width

    @property
    def bottom(self) -> float:
        """The lower edge."""
        return self.top + self.height

    def inner(self, side: float, end: float = 0.0) -> Zone:
        """The zone without `side` mm at the left and right and `end` mm above and below."""
        return Zone(self.left + side, self.top + end, self.width - 2 * side, self.height - 2 * end)

    def cells(self, *widths: float) -> tuple[Zone, ...]:
        """The zone cut from left to right into parts of these widths; a last part takes what is left."""
        cells, left = [], self.left
        for width in (*widths, self.width - sum(widths)):
            cells.append(Zone(left, self.top, width, self.height))
            left += width
        return tuple(cells)

    def rows(self, *heights: float) -> tuple[Zone, ...]:
        """The zone cut from top to bottom into parts of these heights; a last part takes what is left."""
        rows, top = [], self.top
        for height in (*heights, self.height - sum(heights)):
            rows.append(Zone(self.left, top, self.width, height))
            top += height
        return tuple(rows)


class Align(Enum):
    """Where a line stands in its zone."""

    LEFT = 0.0
    CENTRE = 0.5
    RIGHT = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How a text may be set: from the largest size down to the smallest, until it fits."""

    largest_pt: float
    smallest_pt: float = SMALLEST_PT
    weight: Weight = Weight.REGULAR
    align: Align = Align.LEFT
    white: bool = False


class Pen:
    """Draws into the zones of one page. Rules and dark zones are gathered; `close` paints them, under the text."""

    def __init__(self, sheets: Sheets) -> None:
        self.sheets = sheets
        self.dots_per_mm = sheets.dots_per_mm
        self._zone_dots_per_mm = sheets.dots_per_mm * sheets.placing.scale
        self._dark: list[Rectangle] = []

    def dots(self, millimetres: float) -> int:
        """Whole dots that come nearest to a length, as the placing scales it."""
        return round(millimetres * self._zone_dots_per_mm)

    def blacken(self, zone: Zone) -> None:
        """Paint a zone black, its edges on whole dots."""
        self._dark.append(self.snapped(zone))

    def snapped(self, zone: Zone) -> Rectangle:
        """The zone in whole dots."""
        left, top = self.dots(zone.left), self.dots(zone.top)
        return left, top, self.dots(zone.right) - left, self.dots(zone.bottom) - top

    def stamp(self, rectangles: Iterable[Rectangle], left: int, top: int) -> None:
        """Paint the dark parts of a code at a place, all in dots."""
        self.sheets.fill(rectangles, left, top)

    def rule_below(self, zone: Zone) -> None:
        """A thin line along the lower edge."""
        self._hairline(zone.left, zone.bottom, zone.width, 0)

    def rule_right(self, zone: Zone) -> None:
        """A thin line along the right edge."""
        self._hairline(zone.right, zone.top, 0, zone.height)

    def frame(self, zone: Zone) -> None:
        """Thin lines around the zone."""
        self._hairline(zone.left, zone.top, zone.width, 0)
        self._hairline(zone.left, zone.top, 0, zone.height)
        self.rule_below(zone)
        self._hairline(zone.right, zone.top, 0, zone.height + HAIR_MM)

    def line(self, zone: Zone, text: str, field: str, style: Style) -> None:
        """One line of text, half-way down its zone. Raises LabelTooFull(field) where the smallest type is too wide."""
        kind = self._fitting(zone, text, field, style)
        baseline = zone.top + zone.height / 2 + MIDDLE * kind.size_pt * MM_PER_POINT
        self._set(zone, text, baseline, kind, style)

    def paragraph(self, zone: Zone, text: str, field: str, style: Style) -> None:
        """Lines of text from the top of the zone on. Raises LabelTooFull(field) where the smallest type is too big."""
        kind = self._largest(zone, text, style)
        if kind is None:
            raise LabelTooFull(field)
        self._stack(zone, wrap(text, zone.width, kind, self.sheets.faces), kind, style)

    def cut_paragraph(self, zone: Zone, text: str, style: Style) -> None:
        """As `paragraph`, but what the smallest type does not fit in is cut off and `…` says so."""
        kind = self._largest(zone, text, style) or Type(style.smallest_pt, style.weight)
        lines = wrap(text, zone.width, kind, self.sheets.faces)
        self._stack(zone, cut(lines, _room(zone, kind), zone.width, kind, self.sheets.faces), kind, style)

    def holds(self, zone: Zone, text: str, kind: Type) -> bool:
        """Whether the lines of `text` fit into the zone in that type."""
        return len(wrap(text, zone.width, kind, self.sheets.faces)) <= _room(zone, kind)

    def upright(self, zone: Zone, text: str, turn: Turn) -> None:
        """One line of the smallest type running up or down the middle of a narrow zone."""
        kind = Type(SMALLEST_PT)
        length = self.sheets.faces.width_mm(text, kind.weight, kind.size_pt)
        offset = MIDDLE * kind.size_pt * MM_PER_POINT * (1 if turn is Turn.UP else -1)
        start = zone.top + (zone.height + (length if turn is Turn.UP else -length)) / 2
        self.sheets.write(zone.left + zone.width / 2 + offset, start, text, kind, turn=turn)

    def fits(self, zone: Zone, text: str, size_pt: float, weight: Weight) -> bool:
        """Whether `text` fits into one line of the zone at that size."""
        return self.sheets.faces.width_mm(text, weight, size_pt) <= zone.width

    def close(self) -> None:
        """Paint what was gathered."""
        if self._dark:
            self.sheets.fill(self._dark)

    def _fitting(self, zone: Zone, text: str, field: str, style: Style) -> Type:
        ems = self.sheets.faces.ems(text, style.weight)
        for size in sizes(style.largest_pt, style.smallest_pt):
            if ems * size * MM_PER_POINT <= zone.width:
                return Type(size, style.weight)
        raise LabelTooFull(field)

    def _largest(self, zone: Zone, text: str, style: Style) -> Type | None:
        kinds = (Type(size, style.weight) for size in sizes(style.largest_pt, style.smallest_pt))
        return next((kind for kind in kinds if self.holds(zone, text, kind)), None)

    def _stack(self, zone: Zone, lines: list[str], kind: Type, style: Style) -> None:
        for place, text in enumerate(lines):
            self._set(zone, text, zone.top + kind.ascent_mm + place * kind.line_mm, kind, style)

    def _set(self, zone: Zone, text: str, baseline_mm: float, kind: Type, style: Style) -> None:
        width = self.sheets.faces.width_mm(text, kind.weight, kind.size_pt)
        left = zone.left + (zone.width - width) * style.align.value
        self.sheets.write(left, baseline_mm, text, kind, grey=1.0 if style.white else 0.0)

    def _hairline(self, left: float, top: float, width: float, height: float) -> None:
        thick = self.dots(HAIR_MM)
        self._dark.append(
            (self.dots(left), self.dots(top), max(self.dots(width), thick), max(self.dots(height), thick))
        )


def _room(zone: Zone, kind: Type) -> int:
    """How many lines of that type a zone holds."""
    return int((zone.height - kind.size_pt * MM_PER_POINT + 1e-6) // kind.line_mm) + 1
