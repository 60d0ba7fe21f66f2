"""The waits after failed tries: kept over restarts, by account, so that one person's tries cost nobody else."""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind, Detail
from outlet_app.domain.limits import wait_after
from outlet_app.errors import MustWait, WrongPassword
from outlet_app.store.moment import to_ms
from outlet_app.store.refused_sign_ins import Refusal
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from datetime import datetime

    from outlet_app.store.refused_sign_ins import RefusedSignIns


class Waits:
    """What stands before every password, PIN and code that is typed."""

    def __init__(self, refused: RefusedSignIns, clock: Callable[[], datetime]) -> None:
        self._refused = refused
        self._clock = clock

    def until(self, account_id: bytes) -> datetime | None:
        """When the account's next try is heard, UTC; None when it is heard now."""
        streak = self._refused.streak(account_id)
        if streak.last_at is None:
            return None
        now = self._clock()
        if streak.last_at > now:  # a hand at the clock, or at the file, makes no wait longer than its own length
            self._refused.date_back(account_id, now)
        until = min(streak.last_at, now) + wait_after(streak.failures)
        return until if now < until else None

    def require_over(self, account_id: bytes) -> None:
        """Go on only when the account need not wait. Raises MustWait(until)."""
        until = self.until(account_id)
        if until is not None:
            raise MustWait(until)

    def refuse(self, account_id: bytes, reason: str) -> None:
        """Note a failed try, durably; `reason` is a word."""
        self._refused.add(Refusal(account_id, self._clock(), reason))

    @contextmanager
    def watched(self, account_id: bytes, reason: str) -> Iterator[None]:
        """Let one try be made when the account need not wait; WrongPassword in it is noted. Raises MustWait."""
        self.require_over(account_id)
        with self.noted(account_id, reason):
            yield

    @contextmanager
    def noted(self, account_id: bytes, reason: str) -> Iterator[None]:
        """As `watched`, without a wait: for the owner with his card, which nobody guesses."""
        try:
            yield
        except WrongPassword:
            self.refuse(account_id, reason)
            raise

    def reports(self) -> tuple[Entry, ...]:
        """The failed tries that the record does not know yet, as acts for the next transaction."""
        return tuple(_reported(refusal) for refusal in self._refused.unreported())

    def end(self, account_id: bytes) -> None:
        """The reports are in the record, and the account's person proved who he is: his failures in a row are over."""
        self._refused.reported(account_id)

    def lift(self, account_id: bytes) -> None:
        """Let the account try again at once."""
        self._refused.forgive(account_id)


def _reported(refusal: Refusal) -> Entry:
    detail: Detail = {"account": refusal.account_id.hex(), "why": refusal.reason, "at_ms": to_ms(refusal.at)}
    return Entry(Activity(ActivityKind.SIGN_IN_REFUSED, None, detail))
