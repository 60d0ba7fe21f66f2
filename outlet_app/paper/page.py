"""Pages of a PDF with text in mm and dark rectangles in printer dots: the door to ReportLab's canvas."""

from __future__ import annotations

import io
import threading
from enum import IntEnum
from itertools import groupby
from operator import itemgetter
from typing import TYPE_CHECKING

from reportlab import rl_config
from reportlab.pdfgen.canvas import Canvas

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper.codes import inset
from outlet_app.paper.faces import MM_PER_POINT

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.codes import Rectangle
    from outlet_app.paper.faces import Faces
    from outlet_app.paper.typesetting import Type

rl_config.useA85 = 0  # a fifth smaller; every reader since PDF 1.2 takes binary streams

ONE_DRAWING = threading.Lock()
"""ReportLab's faces keep a reading position, so two threads must not draw at once."""

SMALLEST_PT = 7.0
"""No text on a label is smaller than this."""


class Turn(IntEnum):
    """Which way a text runs: degrees counter-clockwise."""

    LEVEL = 0
    UP = 90
    DOWN = 270


class Sheets:
    """A PDF in memory, page after page; `lines` and `missing` tell of the page being drawn.

    Places count in mm from the top left of the page; y of a text is its baseline. The same calls give the same bytes:
    no clock, no random id.

    A placing moves everything by whole dots. It scales texts, and the zones that a `Pen` draws into; what is filled in
    dots stays as wide as it is, so the modules of codes are whole dots at any scale.
    """

    def __init__(self, title: str, faces: Faces) -> None:
        self.faces = faces
        self.lines: list[str] = []
        self.missing: list[str] = []
        self._font: tuple[str, float] | None = None
        self._grey = 0.0
        self._shared: dict[str, tuple[str, ...]] = {}
        self._bytes = io.BytesIO()
        self._canvas = Canvas(self._bytes, pageCompression=1, invariant=1)
        self._canvas.setTitle(title)
        for clear in (self._canvas.setAuthor, self._canvas.setSubject, self._canvas.setCreator):
            clear("")
        self._canvas.setProducer("Outlet App")
        self._canvas.setViewerPreference("PrintScaling", "None")

    def start(self, width_mm: float, height_mm: float, dots_per_mm: float, placing: Placing = AS_IT_IS) -> None:
        """Begin a page for a printer of that resolution."""
        self._width_pt, self._height_pt = width_mm / MM_PER_POINT, height_mm / MM_PER_POINT
        self._canvas.setPageSize((self._width_pt, self._height_pt))
        self._quarter_dot_pt = 0.25 / dots_per_mm / MM_PER_POINT
        self.dots_per_mm = dots_per_mm
        self.placing = placing
        self._right_dots = round(placing.right_tenths / 10 * dots_per_mm)
        self._down_dots = round(placing.down_tenths / 10 * dots_per_mm)
        self.lines = []
        self.missing = []
        self._begin_text()

    def end(self) -> None:
        """Finish the page."""
        self._end_text()
        self._canvas.showPage()

    def start_shared(self, name: str) -> None:
        """Begin a part that many pages show, of the size of the page just started; draw nothing on that page before."""
        self._canvas.beginForm(name, 0, 0, self._width_pt, self._height_pt)
        self._begin_text()

    def end_shared(self, name: str) -> None:
        """Finish a shared part and keep what was written in it."""
        self._end_text()
        self._canvas.endForm()
        self._shared[name] = tuple(self.lines)
        self.lines = []
        self._begin_text()

    def place_shared(self, name: str) -> None:
        """Show a shared part on this page, under what is drawn later."""
        self._canvas.doForm(name)
        self.lines += self._shared[name]

    def fill(self, rectangles: Iterable[Rectangle], left: int = 0, top: int = 0, grey: float = 0.0) -> None:
        """Fill rectangles given in whole dots from a place (left, top), itself in whole dots from the page's corner."""
        unit = self._quarter_dot_pt
        left, top = left + self._right_dots, top + self._down_dots
        corner = f"{4 * left * unit:.6f} {self._height_pt - 4 * top * unit:.6f}"
        rows = _rows(rectangles)
        self._canvas.addLiteral(f"q {grey:g} g {unit:.9f} 0 0 -{unit:.9f} {corner} cm\n{rows}Q")

    def write(
        self, x_mm: float, y_mm: float, text: str, kind: Type, *, turn: Turn = Turn.LEVEL, grey: float = 0.0
    ) -> None:
        """Draw one line of text from (x, y) on; white on dark with `grey` 1."""
        self.lines.append(text)
        if grey != self._grey:
            self._text.setFillGray(grey)
            self._grey = grey
        x, y = x_mm / MM_PER_POINT, self._height_pt - y_mm / MM_PER_POINT
        for font, characters in self.faces.runs(text, kind.weight):
            if font is None:
                self.missing += characters
                self._boxes((x, y), len(characters), kind.size_pt, turn)
            else:
                self._run((x, y), font, characters, kind.size_pt, turn)
            width = self.faces.ems(characters, kind.weight) * kind.size_pt
            x, y = (x + width, y) if turn is Turn.LEVEL else (x, y + width if turn is Turn.UP else y - width)

    def pdf(self) -> bytes:
        """Finish the document."""
        self._canvas.save()
        return self._bytes.getvalue()

    def _begin_text(self) -> None:
        self._text = self._canvas.beginText()
        self._font = None
        self._grey = 0.0

    def _end_text(self) -> None:
        if self.placing == AS_IT_IS:
            self._canvas.drawText(self._text)
            return
        self._canvas.saveState()
        self._place_text()
        self._canvas.drawText(self._text)
        self._canvas.restoreState()

    def _place_text(self) -> None:
        """Scale from the top left corner of the page and move by the same whole dots as what is filled."""
        scale, dot_pt = self.placing.scale, 4 * self._quarter_dot_pt
        down = self._height_pt * (1 - scale) - self._down_dots * dot_pt
        self._canvas.transform(scale, 0, 0, scale, self._right_dots * dot_pt, down)

    def _run(self, at: tuple[float, float], font: str, characters: str, size_pt: float, turn: Turn) -> None:
        if self._font != (font, size_pt):
            self._text.setFont(font, size_pt)
            self._font = (font, size_pt)
        if turn is Turn.LEVEL:
            self._text.setTextOrigin(round(at[0], 2), round(at[1], 2))
        else:
            sine = 1 if turn is Turn.UP else -1
            self._text.setTextTransform(0, sine, -sine, 0, round(at[0], 2), round(at[1], 2))
        self._text.textOut(characters)

    def _boxes(self, at: tuple[float, float], count: int, size_pt: float, turn: Turn) -> None:
        """A crossed box of the size of a character, for each character that no face has."""
        canvas, side = self._canvas, size_pt
        canvas.saveState()
        self._place_text()
        canvas.translate(*at)
        canvas.rotate(turn)
        canvas.setLineWidth(side / 16)
        for place in range(count):
            left, bottom, right, top = side * (place + 0.08), -0.08 * side, side * (place + 0.92), 0.8 * side
            canvas.rect(left, bottom, right - left, top - bottom)
            canvas.line(left, bottom, right, top)
            canvas.line(left, top, right, bottom)
        canvas.restoreState()


def _rows(rectangles: Iterable[Rectangle]) -> str:
    """Filled rectangles row by row in quarter dots; moving down for each row lets the compression find more alike."""
    operators: list[str] = []
    at = 0
    for top, row in groupby(sorted(rectangles, key=itemgetter(1)), key=itemgetter(1)):
        operators.append(f"1 0 0 1 0 {4 * (top - at)} cm")
        operators += [f"{x} {y} {w} {h} re" for x, y, w, h in inset((left, 0, w, h) for left, _, w, h in row)]
        operators.append("f\n")
        at = top
    return "\n".join(operators)
