"""An arrived parcel to the job its shelf label is printed by: no personal code on it, so any printer may have it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.paper.shelf_label import ShelfLabel, draw_shelf_label
from outlet_app.paper.stocks import LABEL_STOCKS, STOCK_60_40
from outlet_app.services.label_drawing import PLAIN_DOTS_PER_MM, paper_in
from outlet_app.services.labels import PrintJob
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.printer import Printer
    from outlet_app.services.label_drawing import LabelPaper
    from outlet_app.store.connection import Reader


def shelf_job(parcel: ArrivedParcel, carrier: Carrier, printer: Printer, reader: Reader, copy: int = 1) -> PrintJob:
    """The parcel's shelf label on its way to `printer`, on the paper that lies in it; `copy` counts from 1.

    Raises LabelTooFull.
    """
    paper = paper_in(printer, reader)
    label = _label(parcel, carrier)
    pdf = draw_shelf_label(label, LABEL_STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)
    return PrintJob(parcel.record_id, parcel.number, pdf, coded=False, printer=printer, copy=copy)


def shelf_preview(parcel: ArrivedParcel, carrier: Carrier) -> bytes:
    """The label as it looks on 60 x 40 mm, as a PDF. Raises LabelTooFull."""
    return draw_shelf_label(_label(parcel, carrier), STOCK_60_40, PLAIN_DOTS_PER_MM)


def shelf_trial(number: str, at: datetime, paper: LabelPaper) -> bytes:
    """A shelf label of nobody's parcel, as a PDF, to set a printer up by; `at` is UTC."""
    label = ShelfLabel(shelf_code="TEST-0", number=number, tail="0000", carrier="测试标签", arrived_at=outlet_time(at))
    return draw_shelf_label(label, LABEL_STOCKS[paper.setup.stock], paper.dots_per_mm, paper.setup.placing)


def taken(job: PrintJob, shelf_code: str) -> Entry:
    """The act that a shelf label is being handed to a printer; written before the printer sees it."""
    detail = {"printer": job.printer.name, "shelf_code": shelf_code}
    return Entry(Activity(ActivityKind.PRINTED_WITHOUT_CODE, job.record_id, detail))


def _label(parcel: ArrivedParcel, carrier: Carrier) -> ShelfLabel:
    return ShelfLabel(
        shelf_code=parcel.shelf_code,
        number=parcel.number,
        tail=parcel.tail,
        carrier=carrier.name_zh,
        arrived_at=outlet_time(parcel.arrived_at),
        due_fen=parcel.due_fen,
    )
