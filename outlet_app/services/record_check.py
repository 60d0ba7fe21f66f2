"""How far the activity record of an open outlet was checked, and whether it was found whole."""

from __future__ import annotations

from dataclasses import replace
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.gap import Misfit, Sight, read_fault
from outlet_app.errors import HistoryBroken
from outlet_app.store import act_search
from outlet_app.store.act_search import ActQuery
from outlet_app.store.near_checkpoint import Standing, standing
from outlet_app.store.setting_commitments import SettingsSaid

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.branches import Branches
    from outlet_app.domain.history import Checkpoint
    from outlet_app.store.store import Signers, Store

_FAULTS = ActQuery(kinds=(ActivityKind.INTEGRITY_FAULT.value,))
_FINE = frozenset({Standing.FITS, Standing.LOST_DAYS, Standing.IN_HOLE})

LOOKED_BACK = 10_000
"""Acts that are looked through at an opening, as for the clock: some 50 ms of a large record in a file just opened."""

VERIFY_SIGNED = 250
"""Acts whose signatures are checked at a time: some 30 ms, so that nobody at the counter waits for it."""


class RecordState(StrEnum):
    """What the program knows of the activity record."""

    CHECKING = "checking"
    GOOD = "good"
    BROKEN = "broken"


class RecordCheck:
    """Goes through the record once while the outlet is open, whoever is at the counter.

    BROKEN stays BROKEN until the owner acknowledges all `misfits`. `opened_at` is the last act when the outlet was
    opened: while it is open nobody else can write. `settings` is what the acts that were checked say of carriers'
    settings.
    """

    def __init__(self, start: Checkpoint, opened_at: int = 0) -> None:
        self.state = RecordState.CHECKING
        self.misfits: tuple[Misfit, ...] = ()
        self.opened_at = opened_at
        self.settings = SettingsSaid()
        self._verified = start

    def take_up(self, store: Store, acknowledged_to: int) -> tuple[Misfit, ...]:
        """What was seen before this opening and no owner acknowledged: the record is BROKEN from the start.

        Looks through the last acts behind act `acknowledged_to`. What it gives is to be recorded anew, so that it never
        lies too far back.
        """
        head = store.checkpoint().n
        above = max(acknowledged_to, head - LOOKED_BACK)
        acts = act_search.matching(store.reader, _FAULTS, above=above, before=head + 1, limit=LOOKED_BACK)
        former = tuple(misfit for act in reversed(acts) if (misfit := read_fault(act)) is not None)
        for misfit in former:
            self.found(misfit)
        return tuple(misfit for misfit in self.misfits if misfit in former)

    def found(self, misfit: Misfit) -> None:
        """Something does not fit: the record is BROKEN from now on."""
        self.state = RecordState.BROKEN
        if all(not misfit.is_same(each) for each in self.misfits):
            self.misfits = (*self.misfits, misfit)

    def begin_again(self, start: Checkpoint) -> None:
        """The owner acknowledged every misfit: the record is CHECKING again, from `start` on."""
        self.state, self.misfits, self._verified = RecordState.CHECKING, (), start

    def compare(self, store: Store, seen: Checkpoint, branches: Branches | None = None) -> None:
        """Hold the checkpoint from beside the database against the record and the branches that the owner stated.

        What a restore or an acknowledgement of his gave up is no misfit; a branch that no statement of his names is
        one, and without `branches` every other branch is.
        """
        if standing(store, seen, branches) not in _FINE:
            self.found(Misfit(Sight.NEAR, seen.branch, seen.n, store.checkpoint().n))

    def require_pins(self, store: Store, pins: Iterable[Checkpoint]) -> None:
        """Hold what the owner signed of the record against it: an act that is another one or gone is a misfit."""
        for pin in pins:
            if standing(store, replace(pin, branch=store.checkpoint().branch)) not in _FINE:
                self.found(Misfit(Sight.CHAIN, pin.branch, pin.n, store.checkpoint().n))

    def verify_some(self, store: Store, signers: Signers) -> bool:
        """Check hashes and signatures of one more portion; False once there is no more to check."""
        if self.state is not RecordState.CHECKING:
            return False
        head, before = store.checkpoint(), self._verified.n
        try:
            self._verified = store.verify(self._verified, VERIFY_SIGNED, signers)
        except HistoryBroken as broken:
            self.found(Misfit(Sight.CHAIN, head.branch, broken.at, head.n))
            return False
        self.settings.take(store.reader, before, self._verified.n)
        if self._verified == store.checkpoint():
            self.state = RecordState.GOOD
        return self.state is RecordState.CHECKING
