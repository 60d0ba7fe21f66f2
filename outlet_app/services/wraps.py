"""The owner wraps while the outlet is open: moved to a new owner seed, and tried, a portion at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app import log
from outlet_app.domain.account import Role
from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.history import signed_text
from outlet_app.errors import HistoryBroken, KeyMismatch, OutletError
from outlet_app.sealing import suite
from outlet_app.sealing.new_seed import without_former_seed
from outlet_app.sealing.rewrap import owner_wrap_opens, rewrap_for_owner
from outlet_app.store import activities, rewraps, seed_change, waybills, wrap_trials
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Sequence

    from outlet_app.domain.activity import Act
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session
    from outlet_app.services.wrap_work import LentSeed
    from outlet_app.store.connection import Reader

TRIED_ACTS = 200
"""Acts whose waybills are tried at a time: some 100 W1 of 60 µs, so that nobody at the counter waits for it."""


@dataclass(frozen=True, slots=True)
class WrapState:
    """How far the owner wraps are.

    `is_moving`: waybills are still being locked to the new owner seed, `done` of `whole` by now as far as this run of
    the program knows. `is_working`: the owner's key is here and the work goes on. `odd_numbers`: waybills that his key
    was found not to open in this run.
    """

    is_moving: bool
    is_working: bool
    done: int
    whole: int
    odd_numbers: tuple[str, ...]


class Wraps:
    """Works for whoever is at the counter, in the name of the owner whose card was used last, for five minutes.

    What is left then goes on when a card is used the next time: a waybill that is not moved opens by the former seed.
    """

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys
        self._work = session.outlet.wraps

    def waits(self) -> bool:
        """Whether `some` has something to do now. Instant, on any thread."""
        return self._work.lent() is not None

    def progress(self) -> WrapState:
        """How far it is. Raises as `OutletKeys.key_file`."""
        reader = self._session.store.reader
        is_moving = bool(self._keys.key_file().former_seed or seed_change.former_seed(reader))
        whole = waybills.last_place(reader)
        done = min(self._work.next_range * rewraps.RANGE_ROWS, whole)
        return WrapState(is_moving, self.waits(), done, whole, tuple(self._work.odd_numbers))

    def some(self) -> bool:
        """Do one portion, some 30 ms; False once there is no more to do, or the owner's key is gone.

        Raises as `Session.write`, and as `OutletKeys.replace` at the end of a move; then the key is given back, and
        the next use of a card goes on.
        """
        lent = self._work.lent()
        if lent is None or self._session.store.closed or not self._session.outlet.holds(lent.author_id):
            self._work.take_back()
            return False
        try:
            return self._try_some(lent) if lent.former is None else self._move_some(lent, lent.former)
        except OutletError:
            self._work.take_back()
            raise

    def _move_some(self, lent: LentSeed, former: OwnerSeed) -> bool:
        reader, range_id = self._session.store.reader, self._work.next_range
        if range_id >= rewraps.ranges(reader):
            self._end_move(lent)
            return True
        moved, odd = self._moved(waybills.sealed_range(reader, range_id), former, lent.seed)
        entries = [rewraps.rewrapped(reader, range_id, moved)] if moved else []
        self._write(lent, [*entries, *self._faults(odd)])
        self._work.next_range = range_id + 1
        return True

    def _moved(
        self, rows: Sequence[SealedWaybill], former: OwnerSeed, seed: OwnerSeed
    ) -> tuple[list[rewraps.Rewrap], list[SealedWaybill]]:
        """The rows that still open by the former seed, with their new W1; and those that open by neither."""
        moved, odd = [], []
        outlet_id = self._session.outlet_id
        for row in rows:
            if row.is_erased:
                continue  # nothing is left to be locked
            try:
                moved.append(rewraps.Rewrap(row, rewrap_for_owner(row, former, seed, outlet_id=outlet_id)))
            except KeyMismatch:
                if not owner_wrap_opens(row, seed, outlet_id=outlet_id):
                    odd.append(row)
        return moved, odd

    def _end_move(self, lent: LentSeed) -> None:
        """Every row was gone through in this run: the former seed opens nothing any more, and leaves the key file."""
        self._write(lent, [seed_change.every_waybill_moved(waybills.count(self._session.store.reader))])
        key_file = self._keys.key_file()
        if key_file.former_seed is not None:
            self._keys.replace(without_former_seed(key_file))
        lent.former = None
        log.event("former_seed_dropped")

    def _try_some(self, lent: LentSeed) -> bool:
        reader, work, end = self._session.store.reader, self._work, self._session.store.checkpoint().n
        if work.tried_to is None:
            work.tried_to = self._tried_before()
        up_to = min(work.tried_to + TRIED_ACTS, end)
        rows = waybills.sealed_of(reader, wrap_trials.sealed_between(reader, work.tried_to, up_to))
        outlet_id = self._session.outlet_id
        odd = [row for row in rows if not (row.is_erased or owner_wrap_opens(row, lent.seed, outlet_id=outlet_id))]
        self._write(lent, self._faults(odd))
        work.tried, work.odd, work.tried_to = work.tried + len(rows), work.odd + len(odd), up_to
        if up_to < end:
            return True
        self._end_trial(lent)
        return False

    def _end_trial(self, lent: LentSeed) -> None:
        work = self._work
        if work.tried and work.tried_to is not None:
            self._write(lent, [wrap_trials.tried(work.tried_to, work.tried, work.odd)])
        work.tried = work.odd = 0
        work.take_back()

    def _tried_before(self) -> int:
        """The act up to which an owner's signed act says that every W1 was tried; 0 where none says so."""
        act = wrap_trials.last_trial(self._session.store.reader)
        if act is None or not self._is_owners(act):
            return 0
        up_to = read_detail(act).get("up_to")
        return up_to if isinstance(up_to, int) and 0 <= up_to < act.n else 0

    def _is_owners(self, act: Act) -> bool:
        """Signed by an owner, over a hash that the act itself makes."""
        book = self._session.statements
        if not _follows(self._session.store.reader, act):
            return False
        signature = act.signature
        if signature is None or book.role(act.account_id) is not Role.OWNER:
            return False
        text = signed_text(self._session.outlet_id, act.n, act.chain_hash)
        return any(suite.verify(key, signature, text) for key in book.verify_keys(act.account_id))

    def _faults(self, odd: Sequence[SealedWaybill]) -> list[Entry]:
        """Each waybill that the owner's key does not open is named once in the record."""
        for row in odd:
            if row.masked.number not in self._work.odd_numbers:
                self._work.odd_numbers.append(row.masked.number)
        return [_fault(row) for row in odd if not self._is_named(row)]

    def _is_named(self, row: SealedWaybill) -> bool:
        try:
            acts = activities.of_record(self._session.store.reader, row.masked.record_id)
        except HistoryBroken:
            return False
        return any(act.kind == ActivityKind.INTEGRITY_FAULT for act in acts)

    def _write(self, lent: LentSeed, entries: Sequence[Entry]) -> None:
        if entries:
            self._session.outlet.write(lent.author_id, *entries)


def _follows(reader: Reader, act: Act) -> bool:
    try:
        activities.following(reader, [act])
    except HistoryBroken:
        return False
    return True


def _fault(row: SealedWaybill) -> Entry:
    return Entry(Activity(ActivityKind.INTEGRITY_FAULT, row.masked.record_id, {"what": "owner_wrap"}))
