"""One person's time at the counter: the open store and keys, from sign-in until sign-out drops them."""

from __future__ import annotations

import platform
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.outlet_day import day_start
from outlet_app.errors import HistoryBroken, NotPermitted, StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.statements import StatementBook, sign_statement
from outlet_app.services.labels import KeptLabels
from outlet_app.store import accounts, activities, label_wraps, near_checkpoint
from outlet_app.store.near_checkpoint import Standing, standing
from outlet_app.store.store import Author, Entry, Signers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from datetime import datetime
    from pathlib import Path

    from outlet_app.domain.account import Account, Permission
    from outlet_app.domain.history import Checkpoint
    from outlet_app.domain.printer import Printer
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.statements import Fact
    from outlet_app.services.labels import KeptLabel
    from outlet_app.store.store import Store


WRAP_TERM = timedelta(days=7)
"""The longest life of a label wrap after acceptance. Source: design, sealing."""

VERIFY_SIGNED = 250
"""Acts whose signatures are checked at a time: some 30 ms, so that nobody at the counter waits for it."""


def station_name() -> str:
    """This PC's name, as acts record it."""
    return platform.node() or "counter"


class RecordState(StrEnum):
    """What the program knows of the activity record."""

    CHECKING = "checking"
    GOOD = "good"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Today:
    """What the whole outlet did since 04:00."""

    accepted: int
    arrived: int


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenOutlet:
    """An outlet whose store is open: what stays the same whoever is signed in."""

    outlet_id: bytes
    name: str
    store: Store
    near_checkpoint: Path
    clock: Callable[[], datetime]


class Session:
    """What every use case of a signed-in person stands on. Signing out closes the store; the object is useless then."""

    def __init__(self, *, account: Account, outlet: OpenOutlet, keys: OpenedAccount, statements: StatementBook) -> None:
        self.account = account
        self.outlet_id = outlet.outlet_id
        self.outlet_name = outlet.name
        self.store = outlet.store
        self.clock = outlet.clock
        self.keys = keys
        self.statements = statements  # replaced as a whole when the owner states something new
        self.labels = KeptLabels()
        self._near_checkpoint = outlet.near_checkpoint
        self._author = Author(account.account_id, station_name(), keys.signing_key.sign)
        self._verified = outlet.store.genesis
        self._record_state = RecordState.CHECKING

    def require(self, permission: Permission) -> None:
        """Go on only when the account's role holds `permission`. Raises NotPermitted."""
        if not self.account.may(permission):
            raise NotPermitted

    def write(self, *entries: Entry) -> Checkpoint:
        """Write rows and their acts in one transaction, signed by this account. Raises as `Store.write`."""
        return self.store.write(self._author, *entries)

    def state(self, seed: OwnerSeed, *facts: Fact, because: Entry | None = None) -> None:
        """Write what the owner states, with the act that led to it, in one transaction; it is in force on return.

        Raises StatementRefused for a seed that is not this outlet's owner's: its statement would let nobody in.
        """
        if seed.verify_key != self.keys.owner_verify_key:
            raise StatementRefused
        serial = self.statements.last_serial
        statements = [sign_statement(seed, serial + step, fact) for step, fact in enumerate(facts, start=1)]
        led = [] if because is None else [because]
        self.write(*led, *(accounts.statement_made(statement) for statement in statements))
        self.statements = StatementBook(
            self.outlet_id, self.keys.owner_verify_key, accounts.statements(self.store.reader)
        )

    def approves(self, printer: Printer) -> bool:
        """Whether the owner's signed list names this printer with this URI and driver."""
        return printer in self.statements.printers()

    def today(self) -> Today:
        """What was done since 04:00, by everybody."""
        kinds = [act.kind for act in activities.since(self.store.reader, day_start(self.clock()))]
        return Today(kinds.count(ActivityKind.ACCEPTED), kinds.count(ActivityKind.ARRIVED))

    def record_state(self) -> RecordState:
        """Whether the record was found whole, as far as it was checked in this session."""
        return self._record_state

    def compare(self, seen: Checkpoint) -> None:
        """Hold a checkpoint that lies outside the database against the record; a misfit is BROKEN from then on.

        Another branch is a misfit too: only a restore that the owner stated raises it, and there is none yet.
        """
        if standing(self.store, seen) is not Standing.FITS:
            self._record_state = RecordState.BROKEN

    def verify_some(self) -> bool:
        """Check hashes and signatures of one more portion of the record; False once there is no more to check.

        The state is BROKEN from the first act that does not follow, or that the account it names did not sign.
        """
        if self._record_state is not RecordState.CHECKING:
            return False
        try:
            signers = Signers(self.statements.signers(), suite.verify)
            self._verified = self.store.verify(self._verified, VERIFY_SIGNED, signers)
        except HistoryBroken:
            self._record_state = RecordState.BROKEN
            return False
        if self._verified == self.store.checkpoint():
            self._record_state = RecordState.GOOD
        return self._record_state is RecordState.CHECKING

    def forget_codes(self, labels: Sequence[KeptLabel]) -> None:
        """Drop the codes of `labels` from memory, and erase the wraps that no printed label opens."""
        orphans = [kept for kept in labels if not kept.coded]
        if orphans:
            self.write(*(label_wraps.erased(kept.masked.record_id, kept.serial, "forgotten") for kept in orphans))
        for kept in labels:
            self.labels.forget_code(kept.masked.record_id)

    def end_old_wraps(self) -> None:
        """Erase the label wraps whose seven days are over: their labels open nothing from then on."""
        old = label_wraps.older(self.store.reader, self.clock() - WRAP_TERM)
        if old:
            self.write(*(label_wraps.erased(wrap.record_id, wrap.serial, "term") for wrap in old))

    def note_checkpoint(self) -> None:
        """Write the record's head to the file beside, so that a rollback of the database shows. Not while BROKEN."""
        if self._record_state is not RecordState.BROKEN:
            near_checkpoint.write(self._near_checkpoint, self.store.checkpoint())

    def sign_out(self) -> None:
        """Forget every code, record the leaving, note the checkpoint beside, and close the store."""
        try:
            self.forget_codes(self.labels.holding())
            self.write(Entry(Activity(ActivityKind.SIGNED_OUT)))
            self.note_checkpoint()
        finally:
            self.store.close()
