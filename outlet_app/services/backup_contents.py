"""What is in the database of a backup: its record, statements and waybills, each held against the owner seed."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.account import Role
from outlet_app.domain.erasing import covers
from outlet_app.errors import HistoryBroken, StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.rewrap import owner_wrap_opens
from outlet_app.sealing.statements import StatementBook
from outlet_app.store import accounts, rewraps, waybills
from outlet_app.store.store import Signers

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.domain.history import Checkpoint
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.store.store import Store

_ACTS_AT_ONCE = 2_000


class RestoreStage(StrEnum):
    """What a restore is at, in this order; before the last, all of it is in files that count for nothing."""

    UNPACKING = "unpacking"
    RECORD = "record"
    WAYBILLS = "waybills"
    COPYING = "copying"
    CHECKING = "checking"


@dataclass(frozen=True, slots=True)
class RestoreProgress:
    """How far a restore is: `done` of `whole`, in bytes, acts, ranges of waybills, pages and tests."""

    stage: RestoreStage
    done: int
    whole: int


@dataclass(frozen=True, slots=True)
class Findings:
    """How many acts and waybills there are, and what is not as it should be.

    `broken_at` is the first act that does not follow, or that the account it names did not sign; None for a record that
    is whole. `unopened` counts the waybills whose details the owner's key does not open, but for those he erased.
    """

    acts: int
    waybills: int
    broken_at: int | None
    unopened: int

    @property
    def are_good(self) -> bool:
        """Whether everything is as it should be."""
        return self.broken_at is None and not self.unopened


def statements_of(store: Store, seed: OwnerSeed) -> StatementBook:
    """What the owner states in this database.

    Raises StatementRefused when one is missing or not his, when details are sealed to another key than his, when its
    branch is not one that he began, and when nobody in it is an owner.
    """
    book = StatementBook(seed.outlet_id, seed.verify_key, accounts.statements(store.reader))
    his_own = book.owner_public_key() == seed.public_key
    if not his_own or book.branches().current != store.checkpoint().branch or Role.OWNER not in book.roles().values():
        raise StatementRefused
    return book


def examine(
    store: Store, book: StatementBook, seeds: Sequence[OwnerSeed], tell: Callable[[RestoreProgress], None]
) -> Findings:
    """Check every act with its signature, and open the owner wrap of every waybill with one of `seeds`.

    `tell` is called in the caller's thread; what it raises ends the check. Raises FileDamaged for a bad page.
    """
    broken_at = _check_record(store, Signers(book.signers(), suite.verify), tell)
    count, unopened = _check_waybills(store, book, seeds, tell)
    return Findings(store.checkpoint().n, count, broken_at, unopened)


def _check_record(store: Store, signers: Signers, tell: Callable[[RestoreProgress], None]) -> int | None:
    head, reached = store.checkpoint(), store.genesis
    while reached != head:
        tell(_step(RestoreStage.RECORD, reached, head))
        try:
            reached = store.verify(reached, _ACTS_AT_ONCE, signers)
        except HistoryBroken as broken:
            return broken.at
    tell(_step(RestoreStage.RECORD, reached, head))
    return None


def _step(stage: RestoreStage, reached: Checkpoint, head: Checkpoint) -> RestoreProgress:
    return RestoreProgress(stage, reached.n, head.n)


def _check_waybills(
    store: Store, book: StatementBook, seeds: Sequence[OwnerSeed], tell: Callable[[RestoreProgress], None]
) -> tuple[int, int]:
    ranges, count, unopened = rewraps.ranges(store.reader), 0, 0
    erasings = book.erasings().values()
    for range_id in range(ranges):
        tell(RestoreProgress(RestoreStage.WAYBILLS, range_id, ranges))
        rows = waybills.sealed_range(store.reader, range_id)
        count += len(rows)
        kept = [row for row in rows if not (row.is_erased and covers(erasings, row.masked.accepted_at))]
        unopened += sum(not _opens(sealed, seeds) for sealed in kept)
    tell(RestoreProgress(RestoreStage.WAYBILLS, ranges, ranges))
    return count, unopened


def _opens(sealed: SealedWaybill, seeds: Sequence[OwnerSeed]) -> bool:
    return any(owner_wrap_opens(sealed, seed, outlet_id=seed.outlet_id) for seed in seeds)
