"""A closed hand-over list to the job its paper is printed by."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.paper.handover_paper import HandoverPaper, handover_sheet
from outlet_app.paper.sheet import OFFICE_DOTS_PER_MM, draw_sheet
from outlet_app.paper.stocks import STOCK_A4, waybill_stock
from outlet_app.sealing.label_code import write_checkpoint_code
from outlet_app.services.label_drawing import paper_in
from outlet_app.services.labels import PrintJob
from outlet_app.store import activities, handover_files, handover_lists
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.handover_list import HandoverList
    from outlet_app.domain.printer import Printer
    from outlet_app.paper.sheet_blocks import Sheet
    from outlet_app.services.session import Session
    from outlet_app.store.connection import Reader


def list_job(session: Session, closed: HandoverList, printer: Printer) -> PrintJob:
    """The paper of a closed list on its way to `printer`. It holds no token: any printer may have it."""
    pdf = _drawn(session, _sheet(session, closed), printer)
    number = str(closed.number)
    return PrintJob(closed.list_id, number, pdf, coded=False, printer=printer, copy=1, list_number=closed.number)


def list_preview(session: Session, closed: HandoverList) -> bytes:
    """The paper of a closed list on A4, as a PDF."""
    return draw_sheet(_sheet(session, closed), STOCK_A4, OFFICE_DOTS_PER_MM)


def made(closed: HandoverList, printer: Printer) -> Entry:
    """The act that a list's paper is being handed to a printer; written before the printer sees it."""
    detail: Detail = {"report": "handover", "list": closed.number, "printer": printer.name}
    return Entry(Activity(ActivityKind.REPORT_MADE, closed.list_id, detail))


def _sheet(session: Session, closed: HandoverList) -> Sheet:
    reader = session.store.reader
    return handover_sheet(
        HandoverPaper(
            outlet_name=session.outlet_name,
            carrier_name=session.carrier(closed.carrier).name_zh,
            number=closed.number,
            opened_at=outlet_time(closed.opened_at),
            closed_at=outlet_time(closed.closed_at or session.clock()),
            closed_by=_closed_by(session, closed),
            items=tuple(handover_lists.every_item(reader, closed.list_id)),
            unsealed=_unsealed(reader, closed.list_id),
            code_text=write_checkpoint_code(session.outlet_id, session.store.checkpoint(), session.keys.label_key),
        )
    )


def _unsealed(reader: Reader, list_id: bytes) -> frozenset[str]:
    """What the file of the sealed hand-over leaves out; nothing of a list that gets no file."""
    is_sealed = handover_files.count_sealed(reader, list_id) > 0
    return frozenset(handover_files.without_wrap(reader, list_id)) if is_sealed else frozenset()


def _closed_by(session: Session, closed: HandoverList) -> str:
    acts = activities.of_record(session.store.reader, closed.list_id)
    closing = [act for act in acts if act.kind == ActivityKind.LIST_CLOSED]
    return (session.statements.name(closing[-1].account_id) or "") if closing else ""


def require_room(session: Session, printer: Printer) -> None:
    """Go on only where a list can be printed on what lies in `printer`. Raises PaperTooSmall."""
    if session.approves(printer):
        waybill_stock(paper_in(printer, session.store.reader).setup.stock)


def _drawn(session: Session, sheet: Sheet, printer: Printer) -> bytes:
    """On the label stock of a printer that the owner approved for labels; any other is taken for an office's."""
    if not session.approves(printer):
        return draw_sheet(sheet, STOCK_A4, printer.dots_per_mm)
    paper = paper_in(printer, session.store.reader)
    return draw_sheet(sheet, waybill_stock(paper.setup.stock), paper.dots_per_mm, paper.setup.placing)
