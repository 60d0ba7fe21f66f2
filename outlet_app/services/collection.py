"""取件: parcels are given out by the digits that their recipients say, against what is due; what was told stands."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.arrived_parcel import ParcelState, days_since, fits_tail
from outlet_app.errors import Fault, FaultKind, InvalidDraft, UndoOver
from outlet_app.services.shelved import checked, on_shelf, own_act
from outlet_app.store import parcels
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.arrived_parcel import ArrivedParcel, RefusalReason
    from outlet_app.services.session import Session

_FORMER = "was"


@dataclass(frozen=True, slots=True)
class Collected:
    """A parcel that was given out, and what was taken for it, in fen."""

    parcel: ArrivedParcel
    cod_fen: int
    collect_fen: int


class Collection:
    """The use case of giving arrived parcels out, and of those that nobody gets.

    Each method that takes a record id compares the parcel's row with its acts first and raises HistoryBroken where it
    says anything else; NotOnShelf for a parcel that left; SessionLocked and NotPermitted.
    """

    def __init__(self, session: Session) -> None:
        self._session = session

    def asks_digits(self, parcel: ArrivedParcel) -> bool:
        """Whether the four digits must be said before it is given out: not when it was just found by them. Instant."""
        said = self._session.tail_said
        is_said = said is not None and said.is_of(parcel.record_id, self._session.clock())
        return bool(parcel.tail) and not is_said

    def days_waiting(self, parcel: ArrivedParcel) -> int:
        """Outlet days since it arrived. Instant."""
        return days_since(parcel, self._session.clock())

    def give_out(self, record_id: bytes, digits: str, *, cash_taken: bool) -> Collected:
        """Give a parcel to who says its digits and has paid what is due; durable on return.

        `digits` are the four that are said, of which the label may show fewer. Wrong ones are recorded and nothing
        waits for it: who mistypes goes on, who guesses shows in the review. Raises InvalidDraft with faults of
        `digits` and `cash_taken`.
        """
        session = self._session
        session.require(Permission.SHELVE)
        parcel = on_shelf(session, record_id)
        asked = self.asks_digits(parcel)
        fault = self._digits_fault(parcel, digits) if asked else None
        faults = [] if fault is None else [Fault("digits", fault)]
        if parcel.due_fen and not cash_taken:
            faults.append(Fault("cash_taken", FaultKind.NOT_TAKEN))
        if fault is FaultKind.NOT_ITS_TAIL:
            refused = {"why": "digits", "shelf_code": parcel.shelf_code}
            session.write(Entry(Activity(ActivityKind.COLLECTION_REFUSED, record_id, refused)))
        if faults:
            raise InvalidDraft(tuple(faults))
        facts: Detail = {"by": _by(parcel, asked=asked), _FORMER: parcel.state.value}
        session.write(parcels.collected(parcel, session.clock(), facts))
        return Collected(parcel, parcel.cod_fen, parcel.collect_fen)

    def undo(self, record_id: bytes) -> None:
        """The parcel stands on its shelf again and its money goes back, by who gave it out, for ten minutes.

        Raises UndoOver; AlreadyOnShelf when its number was shelved anew meanwhile.
        """
        session = self._session
        session.require(Permission.SHELVE)
        parcel = checked(session, record_id)
        if parcel.state is not ParcelState.COLLECTED:
            raise UndoOver
        was = read_detail(own_act(session, record_id, ActivityKind.COLLECTED)).get(_FORMER)
        former = ParcelState.REFUSED if was == ParcelState.REFUSED else ParcelState.WAITING
        session.write(parcels.collection_undone(parcel, former))

    def refuse(self, record_id: bytes, reason: RefusalReason) -> None:
        """The parcel goes back to its carrier: it waits on its shelf for that carrier's hand-over list."""
        session = self._session
        session.require(Permission.SHELVE)
        session.write(parcels.refused(on_shelf(session, record_id), reason.value))

    def forward(self, record_id: bytes) -> None:
        """The parcel was sent on to another place; it leaves the shop."""
        self._leave(record_id, Permission.SHELVE, ParcelState.FORWARDED)

    def lose(self, record_id: bytes) -> None:
        """The owner gives a parcel up as lost."""
        self._leave(record_id, Permission.WRITE_OFF, ParcelState.LOST)

    def _leave(self, record_id: bytes, permission: Permission, state: ParcelState) -> None:
        session = self._session
        session.require(permission)
        parcel = on_shelf(session, record_id)
        session.write(parcels.left(parcel, state, session.clock(), parcels.amounts(parcel)))

    def _digits_fault(self, parcel: ArrivedParcel, digits: str) -> FaultKind | None:
        if not digits.strip():
            return FaultKind.EMPTY
        return None if fits_tail(parcel.tail, digits) else FaultKind.NOT_ITS_TAIL


def _by(parcel: ArrivedParcel, *, asked: bool) -> str:
    """How it was known whose the parcel is, in a word for the record."""
    if asked:
        return "digits"
    return "tail" if parcel.tail else "no_tail"
