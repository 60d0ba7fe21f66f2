"""Sealed details, opened: the one use case that shows what a label hides."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.erasing import covers
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.reveal_note import note_fault
from outlet_app.domain.spending import EVERYTHING, SpendKind
from outlet_app.errors import (
    DetailsErased,
    Fault,
    HistoryBroken,
    InvalidDraft,
    NoLabelInHand,
    NothingToCorrect,
    OutletError,
    ParcelHasLeft,
    RemoteSessionSeen,
    RevealOver,
    RevealsStopped,
    SessionLocked,
    WrongPassword,
)
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from outlet_app.services.allowance import Spending
from outlet_app.services.opened_details import draft_of, field_text
from outlet_app.services.owner_consent import opened_by, owner_seeds
from outlet_app.store import label_wraps, waybills
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.domain.reveal_terms import RevealField, RevealReason
    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.details import Details
    from outlet_app.sealing.label_code import LabelToken
    from outlet_app.services.labels import KeptLabel
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

SHOWN_FOR = timedelta(seconds=20)
"""How long one field stands in the open. Source: design, product, "The people and their day"."""


class _By(StrEnum):
    """What opened the details. The values stand in acts: never rename one."""

    SCAN = "scan"
    OWNER = "owner"
    OWN = "own"


_SPENT = {_By.SCAN: SpendKind.REVEAL_BY_SCAN, _By.OWNER: SpendKind.REVEAL_BY_OWNER}

_WHY: dict[type[OutletError], str] = {
    DetailsErased: "erased",
    NoLabelInHand: "no_label",
    ParcelHasLeft: "left",
    RemoteSessionSeen: "remote",
    RevealsStopped: "record",
    WrongPassword: "card",
}
"""Why a reveal was refused, as its act says it; the word for a limit is "limit". Never rename one."""


@dataclass(frozen=True, slots=True, repr=False)
class Revealed:
    """One field in the open: to be shown until `until` (UTC) and dropped then. `text` is empty where nothing was typed.

    `watermark` names who looks, and when on the outlet's clock.
    """

    field: RevealField
    text: str
    until: datetime
    watermark: str

    def __repr__(self) -> str:
        return "Revealed(…)"


@dataclass(frozen=True, slots=True)
class OpenedDraft:
    """A waybill as it stands in its form, to be put right until `until` (UTC); `is_by_label`: its label opened it."""

    draft: WaybillDraft
    until: datetime
    is_by_label: bool


@dataclass(frozen=True, slots=True)
class _Asked:
    """What somebody wants to see: a field of a waybill, or all of it."""

    record_id: bytes
    what: str
    by: _By

    def refusal(self, why: str) -> Entry:
        detail = {"field": self.what, "by": self.by.value, "why": why}
        return Entry(Activity(ActivityKind.REVEAL_REFUSED, self.record_id, detail))


@dataclass(frozen=True, slots=True)
class _Shown:
    """What was revealed last, and when (UTC)."""

    record_id: bytes
    field: RevealField
    at: datetime


class Reveal:
    """The use case of opening one waybill.

    In every way the act is durable before the details leave their seal: what was seen is in the record.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys
        self._shown: _Shown | None = None

    def by_scan(self, record_id: bytes, field: RevealField, reason: RevealReason, note: str = "") -> Revealed:
        """One field of the waybill whose label is in hand.

        `note` has at most 40 characters and names nobody: it stands in the record. Raises NotPermitted, SessionLocked,
        InvalidDraft with a fault in `note`; and, recorded, NoLabelInHand, ParcelHasLeft, RevealsStopped,
        RemoteSessionSeen, LimitReached, Suspended.
        """
        self._session.require(Permission.REVEAL)
        _require_note(note)
        asked = _Asked(record_id, field.value, _By.SCAN)
        with self._recorded(asked):
            row, wrap, token = self._in_hand(record_id)
        self._spend(asked, Entry(_revealed(asked, reason, note)))
        details = unseal_with_token(row, wrap, token, outlet_id=self._session.outlet_id)
        return self._show(record_id, field, details)

    def by_owner(
        self, record_id: bytes, field: RevealField, reason: RevealReason, note: str, password: str, card: str
    ) -> Revealed:
        """One field by the owner without the label, wherever the parcel is. Takes as long as Argon2id.

        Raises as `by_scan`, WrongPassword in place of NoLabelInHand, and KeyMismatch for a row that was sealed to
        nobody's key of this outlet. A lock meanwhile shows nothing.
        """
        session = self._session
        session.require(Permission.OPEN_WITHOUT_LABEL)
        _require_note(note)
        asked = _Asked(record_id, field.value, _By.OWNER)
        with self._recorded(asked):
            self._require_allowed()
            seeds = owner_seeds(session, self._keys, password, card)
            row = self._row(record_id)
        session.require(Permission.OPEN_WITHOUT_LABEL)
        self._spend(asked, Entry(_revealed(asked, reason, note)))
        unseal = partial(unseal_with_owner_key, row, outlet_id=session.outlet_id)
        return self._show(record_id, field, opened_by(seeds, unseal))

    def note_copied(self, record_id: bytes, field: RevealField) -> None:
        """Record that what is shown now goes to the clipboard, before it does.

        Raises RevealOver for anything but the field revealed last, and once its 20 s are over.
        """
        session, shown = self._session, self._shown
        session.require(Permission.REVEAL)
        if shown is None or (shown.record_id, shown.field) != (record_id, field):
            raise RevealOver
        if not timedelta() <= session.clock() - shown.at < SHOWN_FOR:
            raise RevealOver
        session.write(Entry(Activity(ActivityKind.COPIED, record_id, {"field": field.value})))

    def open_for_correction(self, record_id: bytes) -> OpenedDraft:
        """The whole form of one waybill, to be put right within ten minutes.

        What this session accepted less than ten minutes ago is opened with the token it still holds: that is no
        reveal. Everything else by the label in hand, at the cost of several reveals. Raises
        NotPermitted, SessionLocked, NothingToCorrect without either; RemoteSessionSeen; and for the label as `by_scan`.
        """
        session = self._session
        session.require(Permission.ACCEPT)
        kept = session.labels.own(record_id, session.clock())
        return self._open_by_label(record_id) if kept is None else self._open_own(kept)

    def _open_own(self, kept: KeptLabel) -> OpenedDraft:
        session, record_id = self._session, kept.masked.record_id
        until = kept.right_until(session.clock())
        code = None if kept.code_text is None else read_code(kept.code_text)
        asked = _Asked(record_id, EVERYTHING, _By.OWN)
        with self._recorded(asked):
            self._require_unseen()
            row, wrap = self._row(record_id), label_wraps.of(session.store.reader, record_id)
        if wrap is None or until is None or not isinstance(code, LabelCode):
            raise NothingToCorrect
        session.write(Entry(_opened(asked)))
        details = unseal_with_token(row, wrap, code.token, outlet_id=session.outlet_id)
        return OpenedDraft(draft_of(row.masked, details), until, is_by_label=False)

    def _open_by_label(self, record_id: bytes) -> OpenedDraft:
        session = self._session
        session.require(Permission.REVEAL)
        asked = _Asked(record_id, EVERYTHING, _By.SCAN)
        try:
            with self._recorded(asked):
                row, wrap, token = self._in_hand(record_id)
        except NoLabelInHand:
            raise NothingToCorrect from None
        self._spend(asked, Entry(_opened(asked)))
        details = unseal_with_token(row, wrap, token, outlet_id=session.outlet_id)
        self._require_here()
        until = session.labels.note_opened(record_id, session.clock())
        return OpenedDraft(draft_of(row.masked, details), until, is_by_label=True)

    def _in_hand(self, record_id: bytes) -> tuple[SealedWaybill, LabelWrap, LabelToken]:
        """The row, its wrap and the token of the label in hand, where a reveal by it is allowed now."""
        session = self._session
        self._require_allowed()
        held = session.label_in_hand(record_id)
        row, wrap = self._row(record_id), label_wraps.of(session.store.reader, record_id)
        if not row.road_salt:
            raise ParcelHasLeft(row.masked.number)
        if wrap is None:
            raise NoLabelInHand
        return row, wrap, held.token

    def _row(self, record_id: bytes) -> SealedWaybill:
        """The row as its acts say it is; another one stops all reveals until the owner has seen to it.

        So does one without details that no owner ordered to erase. Raises DetailsErased where one did.
        """
        session = self._session
        try:
            row = waybills.sealed(session.store.reader, record_id)
        except HistoryBroken:
            session.tell_odd_row(record_id)
            raise RevealsStopped from None
        if row.is_erased:
            if covers(session.statements.erasings().values(), row.masked.accepted_at):
                raise DetailsErased(row.masked.number)
            session.tell_odd_row(record_id)
            raise RevealsStopped
        return row

    def _require_allowed(self) -> None:
        self._session.require_reveals_allowed()
        self._require_unseen()

    def _require_unseen(self) -> None:
        if self._session.remote_session():
            raise RemoteSessionSeen

    def _require_here(self) -> None:
        """What was opened while the counter was locked is shown to nobody."""
        if self._session.is_locked:
            raise SessionLocked

    @contextmanager
    def _recorded(self, asked: _Asked) -> Iterator[None]:
        """Let a refusal go on only after it stands in the record."""
        try:
            yield
        except tuple(_WHY) as refused:
            self._session.write(asked.refusal(_WHY[type(refused)]))
            raise

    def _spend(self, asked: _Asked, told: Entry) -> None:
        """Write the act, durably, where the limits allow it."""
        spending = Spending(_SPENT[asked.by], asked.refusal("limit"), asked.record_id, asked.what)
        self._session.allowance.spend(spending, told)

    def _show(self, record_id: bytes, field: RevealField, details: Details) -> Revealed:
        self._require_here()
        session, now = self._session, self._session.clock()
        self._shown = _Shown(record_id, field, now)
        watermark = f"{session.account.name} {outlet_time(now):%Y-%m-%d %H:%M:%S}"
        return Revealed(field, field_text(details, field), now + SHOWN_FOR, watermark)


def _require_note(note: str) -> None:
    kind = note_fault(note)
    if kind is not None:
        raise InvalidDraft((Fault("note", kind),))


def _revealed(asked: _Asked, reason: RevealReason, note: str) -> Activity:
    detail: Detail = {"field": asked.what, "reason": reason.value, "by": asked.by.value}
    noted: Detail = {"note": note.strip()} if note.strip() else {}
    return Activity(ActivityKind.REVEALED, asked.record_id, {**detail, **noted})


def _opened(asked: _Asked) -> Activity:
    return Activity(ActivityKind.OPENED_FOR_CORRECTION, asked.record_id, {"field": asked.what, "by": asked.by.value})
