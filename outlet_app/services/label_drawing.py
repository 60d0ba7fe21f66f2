"""A masked waybill to the job a printer gets: with its code only on a printer that the owner approved."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.printer_setup import USUAL_SETUP, PrinterSetup
from outlet_app.paper.faces import Weight, installed_faces
from outlet_app.paper.label import LabelOrder, draw_label
from outlet_app.paper.stocks import LABEL_STOCKS, waybill_stock
from outlet_app.services.labels import PrintJob
from outlet_app.store import label_wraps, profile
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.paper.label import DrawnLabel
    from outlet_app.store.connection import Reader

PLAIN_DOTS_PER_MM = 8.0
"""The commonest label printer, 203 dpi: what a label is drawn for while no printer is chosen."""


@dataclass(frozen=True, slots=True)
class LabelPaper:
    """What a label is drawn for: a printer's resolution, its paper and its placing."""

    dots_per_mm: float = PLAIN_DOTS_PER_MM
    setup: PrinterSetup = USUAL_SETUP

    @property
    def size_mm(self) -> tuple[float, float]:
        """Width and height of the paper."""
        stock = LABEL_STOCKS[self.setup.stock]
        return stock.width_mm, stock.height_mm


PLAIN_PAPER = LabelPaper()
"""The usual paper in the commonest printer."""


def paper_in(printer: Printer | None, reader: Reader) -> LabelPaper:
    """The paper that lies in `printer`, as the owner set it up; `PLAIN_PAPER` while no printer is chosen."""
    if printer is None:
        return PLAIN_PAPER
    return LabelPaper(printer.dots_per_mm, profile.printer_setup(reader, printer.name))


def load_faces() -> None:
    """Load the faces of labels; takes some 0.4 s the first time in a process, later nothing.

    The first label would wait for it otherwise.
    """
    for weight in Weight:
        installed_faces().ems("面单", weight)


@dataclass(frozen=True, slots=True)
class LabelHeading:
    """Whose label it is: the outlet by its name, and the waybill's carrier as the outlet calls it."""

    outlet_name: str
    carrier: Carrier


def draw(
    masked: MaskedWaybill,
    *,
    heading: LabelHeading,
    at: datetime,
    paper: LabelPaper = PLAIN_PAPER,
    code_text: str | None = None,
    copy: int = 1,
    preview: bool = False,
) -> DrawnLabel:
    """The label of `masked` under `heading` on `paper`; `at` is UTC, `copy` counts from 1. Raises LabelTooFull."""
    order = LabelOrder(
        masked=masked,
        carrier_name=heading.carrier.name_zh,
        service_name=heading.carrier.service(masked.service).name_zh,
        outlet_name=heading.outlet_name,
        printed_at=outlet_time(at),
        reprint=copy - 1,
        code_text=code_text,
        preview=preview,
    )
    return draw_label(order, waybill_stock(paper.setup.stock), paper.dots_per_mm, placing=paper.setup.placing)


def job(masked: MaskedWaybill, drawn: DrawnLabel, printer: Printer, copy: int) -> PrintJob:
    """The drawn label on its way to `printer`."""
    return PrintJob(masked.record_id, masked.number, drawn.pdf, drawn.coded, printer, copy)


def next_serial(acts: Sequence[Act]) -> int:
    """The serial of a waybill's next coded label, by all acts that concern it: one that it never had."""
    return 1 + max((serial for act in acts if isinstance(serial := read_detail(act).get("serial"), int)), default=0)


def taken(job: PrintJob, serial: int) -> Entry:
    """The act that a label is being handed to a printer; written before the printer sees it."""
    if job.coded:
        return label_wraps.taken(job.record_id, serial, job.printer.name)
    return Entry(Activity(ActivityKind.PRINTED_WITHOUT_CODE, job.record_id, {"printer": job.printer.name}))
