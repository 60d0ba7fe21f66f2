"""Shelf labels on their way to a printer."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.printer_setup import PrinterSetup
from outlet_app.errors import PaperTooSmall
from outlet_app.printing.pictures import page_size_mm
from outlet_app.services import papers
from outlet_app.services.label_drawing import LabelPaper
from outlet_app.services.shelf_labels import shelf_job, taken
from outlet_app.store import profile
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.paper.labels import text_of
from tests.services.arriving import arrive

if TYPE_CHECKING:
    from outlet_app.services import Services

SHELF_PAPER = LabelPaper(8.0, PrinterSetup("60x40"))


def test_it_says_the_carrier_in_chinese_and_the_time_on_the_outlets_clock(chen: Services) -> None:
    session = chen.session
    parcel = arrive(chen, cash_on_delivery="9.9")
    job = shelf_job(parcel, session.carrier("sf"), OTHER_PRINTER, session.store.reader, 2)
    text = " ".join(text_of(job.pdf))
    for words in ("顺丰", "11-22 09:30", "¥9.90", "15-1-1", "5678"):
        assert words in text
    assert (job.coded, job.copy, job.record_id) == (False, 2, parcel.record_id)
    activity = taken(job, parcel.shelf_code).activity
    assert activity.detail == {"printer": "office", "shelf_code": "15-1-1"}


def test_a_printer_with_shelf_labels_gets_no_waybill_and_says_so_before_anything_is_written(chen: Services) -> None:
    session = chen.session
    session.write(profile.printer_setup_changed(session.store.reader, LABEL_PRINTER.name, PrinterSetup("60x40")))
    before = session.store.checkpoint()
    with pytest.raises(PaperTooSmall):
        chen.entry.accept(draft(), LABEL_PRINTER)
    assert session.store.checkpoint() == before


def test_its_test_label_is_a_shelf_label_of_nobody_and_no_card_is_printed_on_it(chen: Services) -> None:
    page = papers.test_label("网点", chen.session.clock(), SHELF_PAPER)
    assert page_size_mm(page) == (60, 40)
    assert "TEST-0" in text_of(page)
    assert page_size_mm(papers.ruler_page("counter", SHELF_PAPER)) == (60, 40)
    with pytest.raises(PaperTooSmall):
        papers.owner_card("OK1.X", outlet_name="网点", owner_name="王店主", paper=SHELF_PAPER)
