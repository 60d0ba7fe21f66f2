"""Laying a sheet out: its blocks from top to bottom over as many pages of any paper as they take."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.paper.codes import QR_SIDE, QUIET_QR
from outlet_app.paper.faces import Weight
from outlet_app.paper.pen import Zone
from outlet_app.paper.sheet_blocks import (
    CheckpointBlock,
    Facts,
    Heading,
    Paragraph,
    SigningLines,
    Table,
    shown,
)
from outlet_app.paper.typesetting import Type, wrap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.paper.faces import Faces
    from outlet_app.paper.sheet_blocks import Block, Sheet
    from outlet_app.paper.stocks import Stock

NARROW_MM = 120.0
"""Label stock is narrower, office paper wider: the type is set to suit."""

_GAP_MM = 2.2
_CELL_GAP_MM = 1.6
_CODE_MM = 22.0
_SIGN_MM = 11.0
_STACKED_INDENT_MM = 3.0


@dataclass(frozen=True, slots=True)
class Measures:
    """Margins in mm and the types of one paper."""

    margin_mm: float
    foot_mm: float
    title: Type
    heading: Type
    text: Type
    small: Type

    @classmethod
    def of(cls, stock: Stock) -> Measures:
        """What suits the paper."""
        narrow = stock.width_mm < NARROW_MM
        sizes = (12.0, 9.0, 7.5, 7.0) if narrow else (16.0, 11.0, 9.0, 8.0)
        weights = (Weight.BOLD, Weight.BOLD, Weight.REGULAR, Weight.REGULAR)
        margin, foot = (3.0, 5.0) if narrow else (16.0, 9.0)
        return cls(margin, foot, *[Type(size, weight) for size, weight in zip(sizes, weights, strict=True)])


@dataclass(frozen=True, slots=True)
class PlacedText:
    """One line of text; `y` is its baseline, in mm from the top of the page."""

    x: float
    y: float
    text: str
    kind: Type


@dataclass(slots=True)
class PlacedPage:
    """What stands on one page."""

    texts: list[PlacedText] = field(default_factory=list)
    rules: list[Zone] = field(default_factory=list)
    codes: list[tuple[Zone, str]] = field(default_factory=list)


def lay_out(sheet: Sheet, stock: Stock, faces: Faces) -> list[PlacedPage]:
    """The pages of a sheet, at least one."""
    flow = _Flow(stock, faces)
    flow.lines(sheet.title, flow.measures.title)
    flow.lines(sheet.subtitle, flow.measures.small)
    for block in sheet.blocks:
        flow.put(block)
    return flow.pages


class _Flow:
    """Fills page after page."""

    def __init__(self, stock: Stock, faces: Faces) -> None:
        self.measures = Measures.of(stock)
        self.pages = [PlacedPage()]
        self._faces = faces
        self._left = self.measures.margin_mm
        self._width = stock.width_mm - 2 * self._left
        self._end = stock.height_mm - self._left - self.measures.foot_mm
        self._y = self._left

    def put(self, block: Block) -> None:
        """One block behind the others."""
        match block:
            case Heading(text):
                self._heading(text)
            case Paragraph(text, strong, small):
                kind = self.measures.small if small else self.measures.text
                self.lines(text, Type(kind.size_pt, Weight.BOLD) if strong else kind)
            case Facts(rows):
                self._facts(rows)
            case Table():
                self._table(block)
            case CheckpointBlock(code_text, caption):
                self._checkpoint(code_text, caption)
            case SigningLines(captions):
                self._signing(captions)

    def lines(self, text: str, kind: Type, indent: float = 0.0) -> None:
        """Running text, broken where the page ends as well."""
        for line in self._wrapped(text, self._width - indent, kind):
            self._room(kind.line_mm)
            self._line(self._left + indent, line, kind)
            self._y += kind.line_mm

    def _heading(self, text: str) -> None:
        kind = self.measures.heading
        self._y += _GAP_MM
        self._room(kind.line_mm + 3 * self.measures.text.line_mm)
        self.lines(text, kind)
        self._y += 0.6

    def _facts(self, rows: Sequence[tuple[str, str]]) -> None:
        kind = self.measures.text
        name_mm = max((self._faces.width_mm(shown(name), Weight.REGULAR, kind.size_pt) for name, _ in rows), default=0)
        left = min(name_mm + 3, self._width / 2)
        for name, value in rows:
            self._cells((name, value), (left, self._width - left), kind)

    def _table(self, table: Table) -> None:
        if not table.rows:
            self.lines(table.empty, self.measures.text)
        elif self._width < table.least_mm:
            for row in table.rows:
                self._stacked(table.heads, row)
        else:
            self._columns(table)

    def _columns(self, table: Table) -> None:
        widths = [share * self._width / sum(table.shares) for share in table.shares]
        head = Type(self.measures.small.size_pt, Weight.BOLD)
        self._table_head(table, widths, head)
        for row in table.rows:
            page = len(self.pages)
            needed = self._height(row, widths, self.measures.text)
            self._room(needed)
            if len(self.pages) != page:
                self._table_head(table, widths, head)
            self._cells(row, widths, self.measures.text, table.right)
        self._rule()
        self._y += 1

    def _table_head(self, table: Table, widths: Sequence[float], kind: Type) -> None:
        self._room(self._height(table.heads, widths, kind) + self.measures.text.line_mm)
        self._rule()
        self._y += 0.5
        self._cells(table.heads, widths, kind, table.right)
        self._rule()
        self._y += 0.5

    def _stacked(self, heads: Sequence[str], row: Sequence[str]) -> None:
        kind = self.measures.text
        rest = " · ".join(f"{head} {cell}" for head, cell in zip(heads[2:], row[2:], strict=True) if cell)
        below = len(self._wrapped(rest, self._width - _STACKED_INDENT_MM, kind)) if rest else 0
        self._room((1 + below) * kind.line_mm)
        self.lines("  ".join(row[:2]), Type(kind.size_pt, Weight.BOLD))
        if rest:
            self.lines(rest, kind, _STACKED_INDENT_MM)

    def _checkpoint(self, code_text: str, caption: str) -> None:
        kind = self.measures.small
        left, width = self._left + _CODE_MM + 2, self._width - _CODE_MM - 2
        lines = self._wrapped(caption, width, kind)
        # The code as text is copied by hand from here, so it keeps to itself and is not masked.
        lines += wrap(code_text.replace(".", ". "), width, kind, self._faces)
        self._room(max(_CODE_MM, len(lines) * kind.line_mm))
        side = _CODE_MM * QR_SIDE / (QR_SIDE + 2 * QUIET_QR)
        self.pages[-1].codes.append((Zone(self._left, self._y, _CODE_MM, _CODE_MM), code_text))
        top = self._y
        self._y += (_CODE_MM - side) / 2
        for line in lines:
            self._line(left, line, kind)
            self._y += kind.line_mm
        self._y = max(self._y, top + _CODE_MM) + 1

    def _signing(self, captions: Sequence[str]) -> None:
        kind = self.measures.text
        for caption in captions:
            self._room(_SIGN_MM)
            self._y += _SIGN_MM - kind.line_mm
            width = self._faces.width_mm(caption, kind.weight, kind.size_pt)
            self._line(self._left, caption, kind)
            self._y += kind.line_mm
            start = self._left + width + 2
            self.pages[-1].rules.append(Zone(start, self._y - 1, self._left + self._width - start, 0))

    def _cells(self, cells: Sequence[str], widths: Sequence[float], kind: Type, right: Sequence[int] = ()) -> None:
        """One row, its cells side by side; a row higher than a page goes on over the edge of its column's lines."""
        wrapped = [self._wrapped(cell, width - _CELL_GAP_MM, kind) for cell, width in zip(cells, widths, strict=True)]
        for place in range(max(map(len, wrapped), default=0)):
            self._room(kind.line_mm)
            left = self._left
            for column, (lines, width) in enumerate(zip(wrapped, widths, strict=True)):
                if place < len(lines):
                    self._line(self._start(left, width, lines[place], kind, right=column in right), lines[place], kind)
                left += width
            self._y += kind.line_mm
        self._y += 0.5

    def _start(self, left: float, width: float, text: str, kind: Type, *, right: bool) -> float:
        if not right:
            return left
        return left + width - _CELL_GAP_MM - self._faces.width_mm(text, kind.weight, kind.size_pt)

    def _height(self, cells: Sequence[str], widths: Sequence[float], kind: Type) -> float:
        lines = (
            len(self._wrapped(cell, width - _CELL_GAP_MM, kind)) for cell, width in zip(cells, widths, strict=True)
        )
        return max(lines) * kind.line_mm

    def _wrapped(self, text: str, width_mm: float, kind: Type) -> list[str]:
        plain = shown(text)
        if self._faces.width_mm(plain, kind.weight, kind.size_pt) <= width_mm:
            return [plain]
        return wrap(plain, width_mm, kind, self._faces)

    def _line(self, x: float, text: str, kind: Type) -> None:
        self.pages[-1].texts.append(PlacedText(x, self._y + kind.ascent_mm, text, kind))

    def _rule(self) -> None:
        self.pages[-1].rules.append(Zone(self._left, self._y, self._width, 0))

    def _room(self, height_mm: float) -> None:
        """Go on on a new page where less than that is left on this one."""
        if self._y + height_mm > self._end and self._y > self._left:
            self.pages.append(PlacedPage())
            self._y = self._left
