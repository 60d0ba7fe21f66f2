"""Papers that are no labels: the page to set a printer up by, the owner card, the recovery sheet.

Card and sheet open everything: print them through `printing.print_secret` and drop the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_time
from outlet_app.paper.owner_papers import OwnerCard, RecoverySheet, draw_owner_card, draw_recovery_sheet
from outlet_app.paper.ruler_page import draw_ruler_page
from outlet_app.paper.stocks import STOCKS

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.label_drawing import LabelPaper


def ruler_page(printer_name: str, paper: LabelPaper) -> bytes:
    """Rulers, a square of 40 mm and two codes to scan, placed and scaled like the printer's labels."""
    return draw_ruler_page(printer_name, STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)


def owner_card(card_text: str, *, outlet_name: str, owner_name: str, paper: LabelPaper) -> bytes:
    """The owner card; `card_text` is its `OK1.…` text. Raises LabelTooFull for names that are too long."""
    card = OwnerCard(outlet_name=outlet_name, owner_name=owner_name, card_text=card_text)
    return draw_owner_card(card, STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)


def recovery_sheet(
    words: tuple[str, ...], code_text: str, *, outlet_name: str, at: datetime, paper: LabelPaper
) -> bytes:
    """The recovery sheet of 25 words and the `OR1.…` text that says the same; `at` is UTC. Raises LabelTooFull."""
    sheet = RecoverySheet(outlet_name=outlet_name, words=words, code_text=code_text, made_at=outlet_time(at))
    return draw_recovery_sheet(sheet, STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)
