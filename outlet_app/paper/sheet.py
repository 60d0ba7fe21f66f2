"""Reports and sheets as a PDF, on office paper or on a shop's label stock; every page says which of how many it is.

Always Chinese, as every paper: who reads it is the owner, the postal bureau, the police. Masked by type: nothing here
can name an unmasked person.
"""

from __future__ import annotations

from contextlib import closing
from typing import TYPE_CHECKING

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper import parts
from outlet_app.paper.faces import installed_faces
from outlet_app.paper.page import ONE_DRAWING, Sheets
from outlet_app.paper.pen import Pen
from outlet_app.paper.sheet_blocks import shown
from outlet_app.paper.sheet_layout import Measures, lay_out
from outlet_app.paper.stocks import STOCK_A4

if TYPE_CHECKING:
    from outlet_app.domain.printer_setup import Placing
    from outlet_app.paper.sheet_blocks import Sheet
    from outlet_app.paper.sheet_layout import PlacedPage
    from outlet_app.paper.stocks import Stock

OFFICE_DOTS_PER_MM = 300 / 25.4
"""What a sheet is drawn for where no printer is named: an office printer's 300 dpi."""


def draw_sheet(
    sheet: Sheet,
    stock: Stock = STOCK_A4,
    dots_per_mm: float = OFFICE_DOTS_PER_MM,
    placing: Placing = AS_IT_IS,
) -> bytes:
    """The PDF of a sheet; its title says the kind of paper and nothing else."""
    with ONE_DRAWING:
        faces = installed_faces()
        pages = lay_out(sheet, stock, faces)
        sheets = Sheets(shown(sheet.title), faces)
        for number, page in enumerate(pages, start=1):
            sheets.start(stock.width_mm, stock.height_mm, dots_per_mm, placing)
            with closing(Pen(sheets)) as pen:
                _draw(pen, page)
                _foot(pen, stock, f"{shown(sheet.foot)}  第 {number} 页，共 {len(pages)} 页".strip())
            sheets.end()
        return sheets.pdf()


def _draw(pen: Pen, page: PlacedPage) -> None:
    for zone, code_text in page.codes:
        parts.square(pen, zone, code_text)
    for rule in page.rules:
        pen.rule_below(rule)
    for placed in page.texts:
        pen.sheets.write(placed.x, placed.y, placed.text, placed.kind)


def _foot(pen: Pen, stock: Stock, text: str) -> None:
    measures = Measures.of(stock)
    pen.sheets.write(measures.margin_mm, stock.height_mm - measures.margin_mm, text, measures.small)
