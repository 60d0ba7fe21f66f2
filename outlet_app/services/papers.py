"""Papers of no parcel: a page and a label to set a printer up by, the owner card, the recovery sheet.

Card and sheet open everything: print them through `printing.print_secret` and drop the bytes.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.carrier import carriers
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.terms import Category, Payment
from outlet_app.paper.owner_papers import OwnerCard, RecoverySheet, draw_owner_card, draw_recovery_sheet
from outlet_app.paper.ruler_page import draw_ruler_page
from outlet_app.paper.stocks import LABEL_STOCKS, STOCK_60_40, waybill_stock
from outlet_app.services.label_drawing import LabelHeading, draw
from outlet_app.services.shelf_labels import shelf_trial

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.services.label_drawing import LabelPaper

TEST_LABEL_NUMBER = "TESTLABEL"
"""What the bars of the test label say: about as wide as a waybill number, and without a digit, so that it is none."""


def ruler_page(printer_name: str, paper: LabelPaper) -> bytes:
    """Rulers, a square of 40 mm and two codes to scan, placed and scaled like the printer's labels."""
    return draw_ruler_page(printer_name, LABEL_STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)


def test_label(outlet_name: str, at: datetime, paper: LabelPaper) -> bytes:
    """A label as every printer gets it, of nobody's parcel, without code; a shelf label on its paper. `at` is UTC."""
    if paper.setup.stock == STOCK_60_40.name:
        return shelf_trial(TEST_LABEL_NUMBER, at, paper)
    nobodys = _nobodys(at)
    return draw(nobodys, heading=LabelHeading(outlet_name, carriers()[nobodys.carrier]), at=at, paper=paper).pdf


def owner_card(card_text: str, *, outlet_name: str, owner_name: str, paper: LabelPaper) -> bytes:
    """The owner card; `card_text` is its `OK1.…` text. Raises LabelTooFull for names that are too long."""
    card = OwnerCard(outlet_name=outlet_name, owner_name=owner_name, card_text=card_text)
    return draw_owner_card(card, waybill_stock(paper.setup.stock), paper.dots_per_mm, paper.setup.placing)


def recovery_sheet(
    words: tuple[str, ...], code_text: str, *, outlet_name: str, at: datetime, paper: LabelPaper
) -> bytes:
    """The recovery sheet of 25 words and the `OR1.…` text that says the same; `at` is UTC. Raises LabelTooFull."""
    sheet = RecoverySheet(outlet_name=outlet_name, words=words, code_text=code_text, made_at=outlet_time(at))
    return draw_recovery_sheet(sheet, waybill_stock(paper.setup.stock), paper.dots_per_mm, paper.setup.placing)


def _nobodys(at: datetime) -> MaskedWaybill:
    carrier = next(iter(carriers().values()))
    return MaskedWaybill(
        record_id=bytes(16),
        version=1,
        number=TEST_LABEL_NUMBER,
        carrier=carrier.code,
        service=carrier.services[0].code,
        sender=_nobody("寄**", "测试路***"),
        recipient=_nobody("收**", "测试大道***"),
        category=Category.OTHER,
        remark="测试面单，不是运单",
        weight_g=1000,
        payment=Payment.PAID,
        fee_fen=0,
        cod_fen=0,
        declared_fen=0,
        sort_code="测试",
        accepted_at=at,
    )


def _nobody(name: str, road: str) -> MaskedParty:
    return MaskedParty(
        name=name,
        initial=name[0],
        phone="*******0000",
        tail="0000",
        province="测试省",
        city="测试市",
        district="测试区",
        road=road,
    )
