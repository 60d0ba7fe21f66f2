"""Labels once more: printing again, what became of a print, and forgetting codes when their ten minutes are over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.errors import HistoryBroken, ParcelHasLeft
from outlet_app.services.label_drawing import draw, job, paper_in, taken
from outlet_app.store import activities, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Act
    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedWaybill
    from outlet_app.services.label_drawing import LabelPaper
    from outlet_app.services.labels import LatestLabel, PrintJob
    from outlet_app.services.session import Session

LATEST_SHOWN = 5

_TAKEN = (ActivityKind.LABEL_TAKEN, ActivityKind.PRINTED_WITHOUT_CODE)
_JUDGED = (ActivityKind.ACCEPTED, ActivityKind.CORRECTED)
"""Of these the acts that made a version, and so a label: they name its serial. Other terms show nothing of a person."""


class PrintingDesk:
    """The use case of everything that prints a label after its parcel was accepted."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def is_approved(self, printer: Printer) -> bool:
        """Whether the owner's signed list names this printer, so that it gets coded labels."""
        return self._session.approves(printer)

    def approved(self) -> tuple[Printer, ...]:
        """The printers on the owner's signed list."""
        return self._session.statements.printers()

    def latest(self) -> tuple[LatestLabel, ...]:
        """The last five waybills accepted in this session, newest first."""
        return self._session.labels.latest(LATEST_SHOWN, self._session.clock())

    def paper(self, printer: Printer | None) -> LabelPaper:
        """The paper in a printer, for `Entry.preview`; the usual one for none."""
        return paper_in(printer, self._session.store.reader)

    def take(self, record_id: bytes, printer: Printer) -> PrintJob:
        """One more label of a waybill in the shop, whoever accepted it, recorded before any printer sees it.

        Coded, with the same token and serial, when this session accepted it less than ten minutes ago and the owner
        approved `printer`; otherwise without code, as often as it is asked for. Raises NotPermitted, ParcelHasLeft,
        HistoryBroken when the row is not what the record says, LabelTooFull.
        """
        session = self._session
        session.require(Permission.PRINT_LABEL)
        self.drop_expired()
        kept = session.labels.find(record_id)
        code_text = kept.code_text if kept is not None and session.approves(printer) else None
        acts = activities.of_record(session.store.reader, record_id)
        masked = self._printable(record_id, acts)
        copy = 1 + sum(act.kind in _TAKEN for act in acts)
        drawn = draw(
            masked,
            outlet_name=session.outlet_name,
            at=session.clock(),
            paper=self.paper(printer),
            code_text=code_text,
            copy=copy,
        )
        label_job = job(masked, drawn, printer, copy)
        session.write(taken(label_job, kept.serial if kept is not None else 0))
        if kept is not None:
            session.labels.count_copy(record_id, coded=label_job.coded)
        return label_job

    def report(self, job: PrintJob, *, printed: bool) -> None:
        """Record what became of a label that was taken for printing; a lock meanwhile keeps nothing from the record."""
        self._session.require_role(Permission.PRINT_LABEL)
        kind = ActivityKind.PRINTED if printed else ActivityKind.PRINT_FAILED
        self._session.write(Entry(Activity(kind, job.record_id, {"printer": job.printer.name})))

    def drop_expired(self) -> int:
        """Forget the codes that are ten minutes old, and erase the wraps that no printed label opens; how many."""
        due = self._session.labels.due(self._session.clock())
        self._session.forget_codes(due)
        self._session.end_old_wraps()
        return len(due)

    def _printable(self, record_id: bytes, acts: Sequence[Act]) -> MaskedWaybill:
        """The waybill as a label may show it: its row is what its acts say, the mask was judged, the parcel is here.

        The road line goes when the parcel does, and the act says so; a state or a date pasted back brings no label.
        """
        sealed = waybills.sealed(self._session.store.reader, record_id)
        judged = [act for act in acts if act.kind in _JUDGED and "serial" in read_detail(act)]
        if not judged or read_detail(judged[-1]).get("floor") != "held":
            raise HistoryBroken(judged[-1].n if judged else 0)
        if not sealed.road_salt:
            raise ParcelHasLeft(sealed.masked.number)
        return sealed.masked
