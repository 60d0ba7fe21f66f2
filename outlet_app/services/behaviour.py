"""What people did, read from the record once and on: each act recomputed, and proven where it counts."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.behaviour import Conduct
from outlet_app.domain.gap import Misfit, Sight
from outlet_app.domain.proof import Proof, prove
from outlet_app.errors import HistoryBroken
from outlet_app.store import act_search, activities
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.services.counted_acts import RecordNow
    from outlet_app.services.record_check import RecordCheck

DAYS_BACK = 45
"""A month that can be looked at, and the fourteen days before it that its first day is held against."""

FEWEST_ACTS = 20_000
"""Read whatever time they bear, so that no hand at the clock puts the last weeks out of sight."""

PORTION = 500
"""Acts read in one call; nobody at the counter waits for it."""


@dataclass(frozen=True, slots=True)
class ReadSoFar:
    """How many of the acts that are asked for are read."""

    done: int
    of: int

    @property
    def is_all(self) -> bool:
        """Whether nothing is left to read."""
        return self.done >= self.of


@dataclass(frozen=True, slots=True)
class OddAct:
    """An act that does not follow from the one before it, or that the account it names did not sign."""

    act: Act
    is_broken: bool


class BehaviourReading:
    """Goes on reading where it stopped: while the store is open nobody else writes, and acts only come behind.

    What is found odd is told to `check`, and counts nothing. `stated` are the numbers of the acts that name an owner's
    statement, by its serial.
    """

    def __init__(self, check: RecordCheck) -> None:
        self._check = check
        self._first = 0
        self._reached = 0
        self._record: RecordNow | None = None
        self._before: bytes | None = None
        self._transaction: list[Act] = []
        self._proof: Proof | None = None
        self.odd: list[OddAct] = []
        self.stated: dict[int, int] = {}
        self.conduct = Conduct(self._proves)

    def read_on(self, record: RecordNow, limit: int = PORTION) -> ReadSoFar:
        """Read one more portion."""
        if not self._first:
            self._first = self._start(record)
            self._reached = self._first - 1
            self._before = activities.hash_of(record.store.reader, self._reached) if self._reached else None
            self._before = record.store.genesis.chain_hash if self._first == 1 else self._before
        self._record = record
        acts = activities.after(record.store.reader, self._reached, limit)
        self._follow(record, acts)
        for act in acts:
            self._transaction.append(act)
            if act.signature is not None:
                self._take_transaction(record.now)
        self._reached = acts[-1].n if acts else self._reached
        head = record.store.checkpoint().n
        if self._reached == head:
            self._take_transaction(record.now)
        return ReadSoFar(self._reached - self._first + 1, head - self._first + 1)

    def read_all(self, record: RecordNow) -> Conduct:
        """Read what is left, and what the whole says."""
        while not self.read_on(record).is_all:
            pass
        return self.conduct

    def _start(self, record: RecordNow) -> int:
        """The first act of the last weeks, or the one so many acts back."""
        reader, head = record.store.reader, record.store.checkpoint().n
        found = act_search.first_since(reader, record.now - timedelta(days=DAYS_BACK), 0)
        return max(1, min(head + 1 if found is None else found, head - FEWEST_ACTS + 1))

    def _follow(self, record: RecordNow, acts: list[Act]) -> None:
        try:
            activities.following(record.store.reader, acts)
        except HistoryBroken as broken:
            self._tell(next(act for act in acts if act.n == broken.at), is_broken=True)

    def _take_transaction(self, now: datetime) -> None:
        acts, self._proof = self._transaction, None
        for act in acts:
            # A time that has not come yet is today's: else one such act would put the days behind it out of sight.
            self.conduct.take(act, min(from_ms(act.at_ms), now))
            self._note_statement(act)
        if acts:
            self._before = acts[-1].chain_hash
        self._transaction = []

    def _note_statement(self, act: Act) -> None:
        serial = read_detail(act).get("serial") if act.kind == ActivityKind.STATEMENT_MADE else None
        if isinstance(serial, int):
            self.stated[serial] = act.n

    def _proves(self, act: Act) -> bool:
        """Whether the transaction of the act that is being taken is signed; looked at once, and only when asked."""
        record = self._record
        if record is None:
            return False
        if self._proof is None:
            self._proof = prove(record.outlet_id, self._before, self._transaction, record.verifies)
        # Behind a hole, and behind acts that nobody signed, each act is looked at by itself.
        signed = self._proof is Proof.SIGNED or record.is_signed(act)
        if not signed and not record.is_acknowledged(act):
            self._tell(act, is_broken=False)
        return signed

    def _tell(self, act: Act, *, is_broken: bool) -> None:
        record = self._record
        if record is None or any(each.act.n == act.n for each in self.odd):
            return
        head = record.store.checkpoint()
        self._check.found(Misfit(Sight.CHAIN, head.branch, act.n, head.n))
        self.odd.append(OddAct(act, is_broken))
