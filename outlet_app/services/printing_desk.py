"""Labels once more: printing again, what became of a print, and forgetting codes when their ten minutes are over."""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.spending import SpendKind
from outlet_app.errors import (
    HistoryBroken,
    LabelTermOver,
    NoLabelInHand,
    ParcelHasLeft,
    PrinterNotApproved,
)
from outlet_app.sealing.label_code import write_label_code
from outlet_app.sealing.relabel import relabel_with_owner_key, relabel_with_token
from outlet_app.services.allowance import Spending
from outlet_app.services.label_drawing import LabelHeading, draw, job, next_serial, paper_in, taken
from outlet_app.services.labels import KeptLabel
from outlet_app.services.owner_consent import opened_by, owner_seeds
from outlet_app.services.session import WRAP_TERM
from outlet_app.store import activities, label_wraps, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Act
    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedWaybill, SealedWaybill
    from outlet_app.sealing.relabel import Relabelled
    from outlet_app.services.label_drawing import LabelPaper
    from outlet_app.services.labels import LatestLabel, PrintJob
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

LATEST_SHOWN = 5

_TAKEN = (ActivityKind.LABEL_TAKEN, ActivityKind.PRINTED_WITHOUT_CODE)
_JUDGED = (ActivityKind.ACCEPTED, ActivityKind.CORRECTED)
"""Of these the acts that made a version, and so a label: they name its serial. Other terms show nothing of a person."""


class NewLabelWay(StrEnum):
    """What a new coded label can be made by now."""

    LABEL = "label"
    CARD = "card"
    NONE = "none"


class PrintingDesk:
    """The use case of everything that prints a label after its parcel was accepted."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

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
        row = self._printable(record_id, acts)
        label_job = self._draw(row.masked, printer, code_text, _copies(acts) + 1)
        session.write(taken(label_job, kept.serial if kept is not None else 0))
        if kept is not None:
            session.labels.count_copy(record_id, coded=label_job.coded)
        return label_job

    def way_to_new_label(self, record_id: bytes) -> NewLabelWay:
        """By the old label, while it is in hand; else by the owner's card, where an owner is here."""
        session = self._session
        session.require(Permission.PRINT_LABEL)
        try:
            session.label_in_hand(record_id)
        except NoLabelInHand:
            return NewLabelWay.CARD if session.account.may(Permission.OPEN_WITHOUT_LABEL) else NewLabelWay.NONE
        return NewLabelWay.LABEL

    def relabel(self, record_id: bytes, printer: Printer) -> PrintJob:
        """A new coded label by the scan of the old one, which opens nothing from then on.

        Recorded before any printer sees it, and counted: few for each waybill. For ten minutes it is printed again by
        `take`. Raises NotPermitted, SessionLocked, NoLabelInHand, PrinterNotApproved, LabelTermOver, LimitReached, and
        as `take`.
        """
        session = self._session
        session.require(Permission.PRINT_LABEL)
        row, acts = self._codable(record_id, printer)
        held, wrap = session.label_in_hand(record_id), label_wraps.of(session.store.reader, record_id)
        if wrap is None:
            raise NoLabelInHand
        made = relabel_with_token(row, wrap, held.token, outlet_id=session.outlet_id, serial=next_serial(acts))
        return self._put_on(row.masked, made, acts, printer, "scan")

    def relabel_by_owner(self, record_id: bytes, printer: Printer, password: str, card: str) -> PrintJob:
        """A new coded label by the owner where the old one is lost; that one opens nothing from then on.

        Takes as long as Argon2id. Raises as `relabel`, WrongPassword in place of NoLabelInHand, and KeyMismatch for a
        row that was sealed to nobody's key of this outlet.
        """
        session = self._session
        session.require(Permission.OPEN_WITHOUT_LABEL)
        row, acts = self._codable(record_id, printer)
        seeds = owner_seeds(session, self._keys, password, card)
        session.require(Permission.OPEN_WITHOUT_LABEL)
        relabel = partial(relabel_with_owner_key, row, outlet_id=session.outlet_id, serial=next_serial(acts))
        return self._put_on(row.masked, opened_by(seeds, relabel), acts, printer, "owner")

    def report(self, job: PrintJob, *, printed: bool) -> None:
        """Record what became of a label that was taken for printing; a lock meanwhile keeps nothing from the record."""
        self._session.require_role(Permission.PRINT_LABEL)
        kind = ActivityKind.PRINTED if printed else ActivityKind.PRINT_FAILED
        detail: Detail = {"list": job.list_number} if job.list_number else {}
        self._session.write(Entry(Activity(kind, job.record_id, {**detail, "printer": job.printer.name})))

    def drop_expired(self) -> int:
        """Forget the codes that are ten minutes old, and erase the wraps that no printed label opens; how many."""
        due = self._session.labels.due(self._session.clock())
        self._session.forget_codes(due)
        self._session.end_old_wraps()
        return len(due)

    def _codable(self, record_id: bytes, printer: Printer) -> tuple[SealedWaybill, list[Act]]:
        """The row of a waybill that may get a new coded label on this printer, and all its acts."""
        session = self._session
        if not session.approves(printer):
            raise PrinterNotApproved(printer.name)
        acts = activities.of_record(session.store.reader, record_id)
        row = self._printable(record_id, acts)
        if session.clock() - row.masked.accepted_at >= WRAP_TERM:
            raise LabelTermOver
        return row, acts

    def _put_on(
        self, masked: MaskedWaybill, made: Relabelled, acts: Sequence[Act], printer: Printer, by: str
    ) -> PrintJob:
        """Draw the new label, and write that it takes the old one's place and goes to the printer."""
        session, serial = self._session, made.wrap.serial
        code_text = write_label_code(
            outlet_id=session.outlet_id,
            number=masked.number,
            serial=serial,
            token=made.token,
            checkpoint=session.store.checkpoint(),
            label_key=session.keys.label_key,
        )
        copy = _copies(acts) + 1
        label_job = self._draw(masked, printer, code_text, copy)
        refused: Detail = {"reprint": "coded", "by": by, "why": "limit"}
        refusal = Entry(Activity(ActivityKind.REVEAL_REFUSED, masked.record_id, refused))
        session.allowance.spend(
            Spending(SpendKind.CODED_REPRINT, refusal, masked.record_id),
            label_wraps.replaced(made.wrap, masked.accepted_at, by),
            taken(label_job, serial),
        )
        session.in_hand = None  # what was scanned is the former label
        kept = session.labels.find(masked.record_id)
        is_own = kept is not None and kept.is_own
        session.labels.keep(KeptLabel(masked, code_text, serial, label_job.coded, copy, session.clock(), is_own))
        return label_job

    def _draw(self, masked: MaskedWaybill, printer: Printer, code_text: str | None, copy: int) -> PrintJob:
        session = self._session
        drawn = draw(
            masked,
            heading=LabelHeading(session.outlet_name, session.carrier(masked.carrier)),
            at=session.clock(),
            paper=self.paper(printer),
            code_text=code_text,
            copy=copy,
        )
        return job(masked, drawn, printer, copy)

    def _printable(self, record_id: bytes, acts: Sequence[Act]) -> SealedWaybill:
        """The waybill as a label may show it: its row is what its acts say, the mask was judged, the parcel is here.

        The road line goes when the parcel does, and the act says so; a state or a date pasted back brings no label.
        """
        sealed = waybills.sealed(self._session.store.reader, record_id)
        judged = [act for act in acts if act.kind in _JUDGED and "serial" in read_detail(act)]
        if not judged or read_detail(judged[-1]).get("floor") != "held":
            raise HistoryBroken(judged[-1].n if judged else 0)
        if not sealed.road_salt:
            raise ParcelHasLeft(sealed.masked.number)
        return sealed


def _copies(acts: Sequence[Act]) -> int:
    return sum(act.kind in _TAKEN for act in acts)
