"""How far the activity record of an open outlet was checked, and whether it was found whole."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.errors import HistoryBroken
from outlet_app.store.near_checkpoint import Standing, standing

if TYPE_CHECKING:
    from outlet_app.domain.branches import Branches
    from outlet_app.domain.history import Checkpoint
    from outlet_app.store.store import Signers, Store

VERIFY_SIGNED = 250
"""Acts whose signatures are checked at a time: some 30 ms, so that nobody at the counter waits for it."""


class RecordState(StrEnum):
    """What the program knows of the activity record."""

    CHECKING = "checking"
    GOOD = "good"
    BROKEN = "broken"


class RecordCheck:
    """Goes through the record once while the outlet is open, whoever is at the counter. BROKEN stays BROKEN."""

    def __init__(self, start: Checkpoint) -> None:
        self.state = RecordState.CHECKING
        self._verified = start

    def compare(self, store: Store, seen: Checkpoint, branches: Branches | None = None) -> None:
        """Hold a checkpoint from outside the database against the record and the branches that the owner stated.

        What a restore of his gave up is no misfit; a branch that no statement of his names is one, and without
        `branches` every other branch is.
        """
        if standing(store, seen, branches) not in {Standing.FITS, Standing.LOST_DAYS, Standing.IN_HOLE}:
            self.state = RecordState.BROKEN

    def verify_some(self, store: Store, signers: Signers) -> bool:
        """Check hashes and signatures of one more portion; False once there is no more to check."""
        if self.state is not RecordState.CHECKING:
            return False
        try:
            self._verified = store.verify(self._verified, VERIFY_SIGNED, signers)
        except HistoryBroken:
            self.state = RecordState.BROKEN
            return False
        if self._verified == store.checkpoint():
            self.state = RecordState.GOOD
        return self.state is RecordState.CHECKING
