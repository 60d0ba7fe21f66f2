"""The acts that limits are counted from: read from the record once, each recomputed and held against its signature."""

from __future__ import annotations

from dataclasses import dataclass
from threading import Lock
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.act_detail import read_account, read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.gap import Misfit, Sight
from outlet_app.domain.limit_window import CLOCK_KINDS, day_window, hour_window, read_clock
from outlet_app.domain.proof import Proof, prove
from outlet_app.domain.reckoning import Lift, Reckoning
from outlet_app.domain.spending import read_spent
from outlet_app.errors import HistoryBroken
from outlet_app.sealing import suite
from outlet_app.services.clock_check import LOOKED_BACK
from outlet_app.store import act_search, activities
from outlet_app.store.act_search import ActQuery
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import datetime

    from outlet_app.domain.activity import Act
    from outlet_app.domain.limit_window import ClockAct, WindowStart
    from outlet_app.domain.spending import Spent
    from outlet_app.sealing.statements import StatementBook
    from outlet_app.services.record_check import RecordCheck
    from outlet_app.store.store import Store

_PORTION = 2_000
_ASKED = frozenset(
    {
        ActivityKind.REVEALED,
        ActivityKind.OPENED_FOR_CORRECTION,
        ActivityKind.SEARCHED,
        ActivityKind.SUSPENDED,
        ActivityKind.LIMIT_LIFTED,
        *CLOCK_KINDS,
    }
)


@dataclass(frozen=True, slots=True)
class RecordNow:
    """What is read from: the open store, what the owner stated, the outlet's id, and the moment (UTC)."""

    store: Store
    book: StatementBook
    outlet_id: bytes
    now: datetime

    def is_signed(self, act: Act) -> bool:
        """Whether the act stands in a transaction that the account it names signed."""
        before, rest = act_search.transaction_rest(self.store.reader, act, self.store.genesis)
        return prove(self.outlet_id, before, rest, self.verifies) is Proof.SIGNED

    def is_acknowledged(self, act: Act) -> bool:
        """Whether the owner acknowledged that the act stands there as it does."""
        return any(said.takes_as_is(act.n) for said in activities.acknowledged(self.store.reader))

    def verifies(self, account_id: bytes, signature: bytes, text: bytes) -> bool:
        """Whether one of the keys that the account ever had made this signature of `text`."""
        keys = self.book.verify_keys(account_id)
        return any(suite.verify(key, signature, text) for key in reversed(keys))


class CountedActs:
    """Goes on reading where it stopped: while the store is open nobody else writes, and acts only come behind.

    An act that does not follow from the one before it, or that the account it names did not sign, is told to `check`,
    and counts only where its signature holds. Whoever counts and then writes holds `lock` over both.
    """

    def __init__(self, check: RecordCheck) -> None:
        self.lock = Lock()
        self._check = check
        self._first = 0
        self._reached = 0
        self._spent: list[Spent] = []
        self._clock: list[ClockAct] = []
        self._rulings: list[Act] = []

    def reckon(self, record: RecordNow) -> Reckoning:
        """What was spent until now, where day and hour begin, who is lifted and who suspended."""
        if not self._first:
            self._begin(record)
        self._read_on(record)
        day, hour = self._starts(record)
        if min(day, hour) < self._first:
            self._begin(record)
            self._read_on(record)
        return self._reckoning(record, day, hour)

    def _begin(self, record: RecordNow) -> None:
        """Look back for what tells of the clock, then start where the earlier of both windows does."""
        reader, head = record.store.reader, record.store.checkpoint().n
        query = ActQuery(kinds=CLOCK_KINDS)
        above = max(0, head - LOOKED_BACK)
        acts = act_search.matching(reader, query, above=above, before=head + 1, limit=LOOKED_BACK)
        self._spent, self._clock, self._rulings = [], [], []
        self._note(record, reversed(acts))
        self._first = max(1, min(self._starts(record)))
        self._reached = self._first - 1
        self._clock = [each for each in self._clock if each.act.n < self._first]
        self._note(record, (act for act in act_search.of_suspensions(reader) if act.n < self._first))

    def _starts(self, record: RecordNow) -> tuple[int, int]:
        day = day_window(record.now, self._clock, record.book.roles())
        return self._start(record, day), self._start(record, hour_window(record.now, self._clock))

    def _start(self, record: RecordNow, window: WindowStart) -> int:
        found = act_search.first_since(record.store.reader, window.at, window.after)
        return record.store.checkpoint().n + 1 if found is None else found

    def _read_on(self, record: RecordNow) -> None:
        while acts := activities.after(record.store.reader, self._reached, _PORTION):
            self._follow(record, acts)
            self._note(record, acts)
            self._reached = acts[-1].n

    def _follow(self, record: RecordNow, acts: list[Act]) -> None:
        try:
            activities.following(record.store.reader, acts)
        except HistoryBroken as broken:
            self._tell(record, broken.at)

    def _tell(self, record: RecordNow, n: int) -> None:
        head = record.store.checkpoint()
        self._check.found(Misfit(Sight.CHAIN, head.branch, n, head.n))

    def _note(self, record: RecordNow, acts: Iterable[Act]) -> None:
        for act in acts:
            if act.kind not in _ASKED:
                continue
            signed = record.is_signed(act)
            if not signed and not record.is_acknowledged(act):
                self._tell(record, act.n)
            # A move of the clock only makes limits stricter, whoever says so.
            if signed or act.kind == ActivityKind.CLOCK_MOVED:
                self._take(record, act)

    def _take(self, record: RecordNow, act: Act) -> None:
        at = from_ms(act.at_ms)
        if act.kind in CLOCK_KINDS:
            latest = act_search.latest_of_former(record.store.reader, act.n) or at
            self._clock.append(read_clock(act, at, latest))
        elif act.kind in {ActivityKind.SUSPENDED, ActivityKind.LIMIT_LIFTED}:
            self._rulings.append(act)
        else:
            spent = read_spent(act, at)
            self._spent += [] if spent is None else [spent]

    def _reckoning(self, record: RecordNow, day: int, hour: int) -> Reckoning:
        lifted: dict[bytes, int] = {}
        ended: dict[bytes, int] = {}
        suspended: dict[bytes, datetime] = {}
        for act in self._rulings:
            concerned, what = _ruling(act, record.book)
            if act.kind == ActivityKind.SUSPENDED:
                suspended[act.account_id] = from_ms(act.at_ms)
            elif what == Lift.TODAY:
                lifted[concerned] = act.n
            elif what == Lift.SUSPENSION:
                suspended.pop(concerned, None)
                ended[concerned] = act.n
        return Reckoning(record.now, day, hour, tuple(self._spent), lifted, suspended, ended)


def _ruling(act: Act, book: StatementBook) -> tuple[bytes, str]:
    """Whom a lift is for and what it takes back; nothing where no owner made it."""
    detail = read_detail(act)
    by_owner = book.role(act.account_id) is Role.OWNER
    return read_account(detail.get("account")) or b"", str(detail.get("limit")) if by_owner else ""
