"""A hand-over list on its way to paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pypdfium2

from outlet_app import printing
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.paper import codes
from outlet_app.printing.pictures import page_size_mm
from outlet_app.services.handover_drawing import list_job, list_preview
from tests.outlets import LABEL_PRINTER, OTHER_PRINTER
from tests.services import carriers_keys
from tests.services.handing import listed

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _text(pdf: bytes) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "".join(document[page].get_textpage().get_text_bounded() for page in range(len(document)))


def test_the_paper_tells_the_list_and_nothing_of_anybody(chen: Services) -> None:
    standing, parcels = listed(chen)
    closed = chen.hand_over.close(standing.list_id, None).list
    text = _text(list_preview(chen.session, closed))
    for word in ("圆通", "第1号", "2 件", "2.4 公斤", "陈伟", "网点交件人", *(made.number for made in parcels)):
        assert word in text, word
    for secret in ("张", "李", "**", "13800138000", "文一西路969", "虹漕路", "杭州市", "衣物"):
        assert secret not in text, secret


def test_the_paper_fits_the_printer_and_its_code_is_the_records_checkpoint(chen: Services) -> None:
    standing, _ = listed(chen)
    closed = chen.hand_over.close(standing.list_id, None).list
    for printer, size in ((LABEL_PRINTER, (76.0, 130.0)), (OTHER_PRINTER, (210.0, 297.0))):
        job = list_job(chen.session, closed, printer)
        assert page_size_mm(job.pdf) == size
        picture = printing.page_picture(job.pdf, 12.0)
        (code,) = codes.read_back(picture.width, picture.height, picture.data)
        assert chen.scans.take(code).outcome is ScanOutcome.FITS


def test_what_the_carriers_file_leaves_out_is_named_on_the_paper(outlet: Outlet) -> None:
    chen = outlet.chen()
    before = carriers_keys.accept(chen)
    chen.session.sign_out()
    owner = carriers_keys.key_in_force(outlet)
    sealed = carriers_keys.accept(owner)
    list_id = carriers_keys.close_list(owner, before, sealed)
    rows = [line for line in _text(owner.hand_over.preview(list_id)).splitlines() if "YT88" in line]
    assert [
        ("未密封" in line, number in line) for line, number in zip(rows, (before.number, sealed.number), strict=True)
    ] == [
        (True, True),
        (False, True),
    ]
    unsealed = carriers_keys.close_list(owner, carriers_keys.accept(owner, carrier="zto"), carrier="zto")
    assert "未密封" not in _text(owner.hand_over.preview(unsealed))
    owner.session.store.close()
