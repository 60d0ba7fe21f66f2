"""Accepting a parcel: from what stands in the form to a sealed row, its act, and a label to print."""

from __future__ import annotations

import secrets
from dataclasses import asdict, dataclass, field, replace
from typing import TYPE_CHECKING

from outlet_app.domain import acceptance, paste
from outlet_app.domain.account import Permission
from outlet_app.domain.amounts import kilograms, read_fen, read_weight_g
from outlet_app.domain.draft import TermsDraft
from outlet_app.domain.mask_floor import require_floor
from outlet_app.domain.masking import mask, mask_party, scrub_remark
from outlet_app.domain.party import Party
from outlet_app.domain.sealed_waybill import MaskedWaybill
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import NoLabelInHand, NothingToCorrect, ParcelHasLeft
from outlet_app.sealing.handover_key import fingerprint
from outlet_app.sealing.label_code import write_label_code
from outlet_app.sealing.seal import seal
from outlet_app.services.carrier_keys import CARRIER_KEY, key_for
from outlet_app.services.label_drawing import PLAIN_PAPER, LabelHeading, draw, job, next_serial, paper_in, taken
from outlet_app.services.labels import KeptLabel
from outlet_app.services.opened_details import amount
from outlet_app.store import activities, number_ranges, store, waybills

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.draft import PartyDraft, WaybillDraft
    from outlet_app.domain.paste import PasteProposal
    from outlet_app.domain.printer import Printer
    from outlet_app.domain.sealed_waybill import MaskedParty, SealedWaybill
    from outlet_app.domain.waybill import Waybill
    from outlet_app.errors import Fault
    from outlet_app.paper.label import DrawnLabel
    from outlet_app.sealing.seal import Sealed
    from outlet_app.services.label_drawing import LabelPaper
    from outlet_app.services.labels import PrintJob
    from outlet_app.services.session import Session

RECORD_ID_BYTES = 16

_FLOOR_HELD: Detail = {"floor": "held"}

PREVIEW_NUMBER = "000000000000000"
"""What a preview's bars say before the waybill has a number: as wide as a real one."""


@dataclass(frozen=True, slots=True)
class Accepted:
    """A waybill that is durable on disk.

    `job` is its label for the printer that was chosen, None when none was. `missing` names the characters that no face
    of this machine can draw; they stand on the label as a clear box.
    """

    record_id: bytes
    number: str
    job: PrintJob | None
    missing: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class TermsChanged:
    """The waybill whose terms were given; `is_other` says whether any of them is another than before."""

    record_id: bytes
    number: str
    is_other: bool


@dataclass(frozen=True, slots=True)
class _Made:
    sealed: Sealed
    code_text: str = field(repr=False)
    drawn: DrawnLabel
    carrier_key: bytes | None

    @property
    def facts(self) -> Detail:
        """What the act says beside the row: the mask's verdict, and the carrier's key that it is sealed to."""
        return _FLOOR_HELD if self.carrier_key is None else {**_FLOOR_HELD, CARRIER_KEY: fingerprint(self.carrier_key)}


class Entry:
    """The use case of the accept form."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def carriers(self) -> tuple[Carrier, ...]:
        """The carriers this outlet works for, in the order they are offered."""
        return tuple(carrier for carrier in self._session.carriers().values() if carrier.enabled)

    def read_paste(self, text: str) -> PasteProposal:
        """What a pasted text seems to say; a proposal, never a commit. Raises PasteTooLong."""
        return paste.read_paste(text)

    def check(self, draft: WaybillDraft) -> tuple[Fault, ...]:
        """Everything that keeps `draft` from being accepted. Instant."""
        return acceptance.faults(draft, self._session.carriers())

    def hints(self, draft: WaybillDraft) -> tuple[Fault, ...]:
        """What is worth a second look and never blocks. Instant."""
        return acceptance.hints(draft, self._session.carriers())

    def numbers_left(self, carrier: str) -> int:
        """How many free numbers the outlet holds of that carrier."""
        self._session.require(Permission.ACCEPT)
        return number_ranges.count_free(self._session.store.reader, carrier)

    def next_number(self, carrier: str) -> str:
        """The number that the next waybill of that carrier gets. Raises NumbersExhausted."""
        self._session.require(Permission.ACCEPT)
        return number_ranges.next_free(self._session.store.reader, carrier)

    def preview(self, draft: WaybillDraft, next_number: str | None = None, paper: LabelPaper = PLAIN_PAPER) -> bytes:
        """The label as it would print, one PDF page: masked, with a grey square where the code will be.

        `paper` is what `PrintingDesk.paper` says of the chosen printer. Pure; takes about 5 ms. Raises LabelTooFull.
        """
        masked = _preview(draft, read_number(draft.number) or next_number or PREVIEW_NUMBER, self._session)
        return draw(
            masked,
            heading=LabelHeading(self._session.outlet_name, self._session.carrier(masked.carrier)),
            at=masked.accepted_at,
            paper=paper,
            preview=True,
        ).pdf

    def accept(self, draft: WaybillDraft, printer: Printer | None) -> Accepted:
        """Accept the parcel: one durable transaction with the sealed row, its act, and the taking of its label.

        The label is coded when the owner approved `printer`. Raises NotPermitted, InvalidDraft, NumbersExhausted,
        NumberUsed, LabelTooFull, MaskTooThin, DiskFull; nothing is written then.
        """
        self._session.require(Permission.ACCEPT)
        waybill = acceptance.waybill(
            draft,
            record_id=secrets.token_bytes(RECORD_ID_BYTES),
            number=self._number_for(draft),
            accepted_at=self._session.clock(),
            rules=self._rules(),
        )
        made = self._make(waybill, 1, printer)
        return self._enter(made, waybills.accepted(made.sealed.waybill, made.sealed.wrap, made.facts), printer)

    def correct(self, record_id: bytes, draft: WaybillDraft, printer: Printer | None) -> Accepted:
        """Put a waybill right that was accepted or opened here less than ten minutes ago, or whose label is in hand.

        Its details get a new version, sealed and labelled anew under the old number and carrier; the former label
        opens nothing from then on. Raises NothingToCorrect when none of that holds or the parcel has left,
        HistoryBroken, and as `accept`.
        """
        session = self._session
        session.require(Permission.ACCEPT)
        self._require_at_hand(record_id)
        row = waybills.sealed(session.store.reader, record_id)
        if not row.road_salt:
            raise NothingToCorrect
        former = row.masked
        waybill = acceptance.waybill(
            replace(draft, carrier=former.carrier, number=former.number, sort_code=self._sort_code_of(draft, former)),
            record_id=record_id,
            number=former.number,
            accepted_at=former.accepted_at,
            version=former.version + 1,
            rules=self._rules(),
        )
        serial = next_serial(activities.of_record(session.store.reader, record_id))
        kept = session.labels.find(record_id)
        made = self._make(waybill, serial, printer)
        entry = waybills.corrected(made.sealed.waybill, made.sealed.wrap, former, made.facts)
        accepted = self._enter(made, entry, printer, is_own=kept is not None and kept.is_own)
        session.labels.end_opened(record_id)
        session.in_hand = None  # what was scanned is the former label
        return accepted

    def terms(self, record_id: bytes) -> TermsDraft:
        """The terms of a waybill in the shop as they can be changed. Raises as `change_terms`."""
        masked = self._in_shop(record_id).masked
        return TermsDraft(
            service=masked.service,
            weight=kilograms(masked.weight_g),
            payment=masked.payment,
            fee=amount(masked.fee_fen),
            category=masked.category,
        )

    def check_terms(self, draft: TermsDraft) -> tuple[Fault, ...]:
        """Everything that keeps `draft` from being taken. Instant."""
        return acceptance.terms_faults(draft)

    def change_terms(self, record_id: bytes, draft: TermsDraft) -> TermsChanged:
        """Give a waybill in the shop other terms: no details are opened, its label and their version stay.

        The act holds old and new. Terms that stand already write nothing. Raises NotPermitted, InvalidDraft,
        ParcelHasLeft, HistoryBroken when the row is not what was recorded.
        """
        row = self._in_shop(record_id)
        terms = acceptance.terms(draft, self._session.carrier(row.masked.carrier))
        is_other = any(getattr(row.masked, name) != value for name, value in asdict(terms).items())
        if is_other:
            self._session.write(waybills.terms_changed(row, terms))
        return TermsChanged(record_id, row.masked.number, is_other)

    def _in_shop(self, record_id: bytes) -> SealedWaybill:
        """The row, checked against its acts. The road line goes when the parcel does, and the act says so."""
        self._session.require(Permission.ACCEPT)
        row = waybills.sealed(self._session.store.reader, record_id)
        if not row.road_salt:
            raise ParcelHasLeft(row.masked.number)
        return row

    def _require_at_hand(self, record_id: bytes) -> None:
        """What was typed or opened here a moment ago, or whose label is in hand. Raises NothingToCorrect."""
        session = self._session
        if session.labels.may_put_right(record_id, session.clock()):
            return
        try:
            session.label_in_hand(record_id)
        except NoLabelInHand:
            raise NothingToCorrect from None

    def _make(self, waybill: Waybill, serial: int, printer: Printer | None) -> _Made:
        """Mask, seal, draw, and prove the mask on the text of the drawn label, while the plain waybill lives."""
        session = self._session
        masked, carrier_key = mask(waybill), key_for(session, waybill.carrier)
        sealed = seal(
            waybill,
            masked,
            outlet_id=session.outlet_id,
            owner_public_key=session.keys.owner_public_key,
            serial=serial,
            carrier_public_key=carrier_key,
        )
        code_text = write_label_code(
            outlet_id=session.outlet_id,
            number=waybill.number,
            serial=serial,
            token=sealed.token,
            checkpoint=session.store.checkpoint(),
            label_key=session.keys.label_key,
        )
        coded = printer is not None and session.approves(printer)
        carrier = session.carrier(waybill.carrier)
        drawn = draw(
            masked,
            heading=LabelHeading(session.outlet_name, carrier),
            at=session.clock(),
            paper=paper_in(printer, session.store.reader),
            code_text=code_text if coded else None,
        )
        public = (session.outlet_name, carrier.name_zh)
        require_floor(drawn.lines, waybill, public=public)
        return _Made(sealed, code_text, drawn, carrier_key)

    def _enter(self, made: _Made, entry: store.Entry, printer: Printer | None, *, is_own: bool = True) -> Accepted:
        """Write the row with its acts, and remember the code for ten minutes."""
        masked, serial = made.sealed.waybill.masked, made.sealed.wrap.serial
        label_job = None if printer is None else job(masked, made.drawn, printer, 1)
        entries = [entry] if label_job is None else [entry, taken(label_job, serial)]
        self._session.write(*entries)
        copies = 0 if label_job is None else 1
        made_at = self._session.clock()
        self._session.labels.keep(KeptLabel(masked, made.code_text, serial, made.drawn.coded, copies, made_at, is_own))
        return Accepted(masked.record_id, masked.number, label_job, made.drawn.missing)

    def _sort_code_of(self, draft: WaybillDraft, former: MaskedWaybill) -> str:
        """What was typed; else, while the parcel goes to the same place, what was typed when it was accepted."""
        was, to = former.recipient, draft.recipient
        goes_there = (was.province, was.city, was.district) == (to.province, to.city, to.district)
        usual = self._session.sort_code(former.carrier, was.province, was.city, was.district)
        kept = former.sort_code if goes_there and former.sort_code != usual else ""
        return draft.sort_code or kept

    def _rules(self) -> acceptance.Rules:
        return acceptance.Rules(self._session.carriers(), self._session.sort_code)

    def _number_for(self, draft: WaybillDraft) -> str:
        typed = read_number(draft.number)
        if typed or self.check(draft):
            return typed
        return number_ranges.next_free(self._session.store.reader, draft.carrier)


def _preview(draft: WaybillDraft, number: str, session: Session) -> MaskedWaybill:
    recipient = draft.recipient
    return MaskedWaybill(
        record_id=bytes(RECORD_ID_BYTES),
        version=1,
        number=number if is_number(number) else PREVIEW_NUMBER,
        carrier=draft.carrier if draft.carrier in session.carriers() else next(iter(session.carriers())),
        service=draft.service,
        sender=_preview_party(draft.sender),
        recipient=_preview_party(recipient),
        category=draft.category,
        remark=scrub_remark(draft.remark),
        weight_g=read_weight_g(draft.weight) or 0,
        payment=draft.payment,
        fee_fen=read_fen(draft.fee) or 0,
        cod_fen=read_fen(draft.cash_on_delivery) or 0,
        declared_fen=read_fen(draft.declared_value) or 0,
        sort_code=acceptance.sort_code(draft, session.sort_code),
        accepted_at=session.clock(),
    )


def _preview_party(draft: PartyDraft) -> MaskedParty:
    return mask_party(
        Party(
            name=draft.name,
            phone=draft.phone,
            province=draft.province,
            city=draft.city,
            district=draft.district,
            detail=draft.detail,
        )
    )
