"""What waits for the owner's key: waybills to be moved to a new owner seed, and new ones whose W1 nobody tried yet."""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.sealing.owner_seed import OwnerSeed

LENT_S = 300.0
"""The owner seed is in memory for no longer. Source: design, sealing."""


@dataclass(slots=True)
class LentSeed:
    """The owner seed of one use of the card, for work in portions; `former` while waybills are still wrapped to it.

    `author_id` is the owner at the counter, who signs what the work writes.
    """

    author_id: bytes
    seed: OwnerSeed = field(repr=False)
    former: OwnerSeed | None = field(repr=False)


@dataclass(slots=True)
class WrapWork:
    """How far the work is in this run of the open outlet. `ticks` counts seconds and never goes back.

    `next_range` is the range of rows that is moved next. `tried_to` is the act up to which every W1 was tried, None
    before that was looked up; `tried` and `odd` count since the last finished trial. `odd_numbers` are the waybills of
    this run that the owner's key does not open.
    """

    ticks: Callable[[], float] = time.monotonic
    next_range: int = 0
    tried_to: int | None = None
    tried: int = 0
    odd: int = 0
    odd_numbers: list[str] = field(default_factory=list)
    _lent: LentSeed | None = None
    _until: float = 0.0
    _moves_to: bytes = b""

    def lend(self, author_id: bytes, seed: OwnerSeed, former: OwnerSeed | None) -> None:
        """Give the seed to the work for at most five minutes. Another seed than before begins with the first row."""
        if self._moves_to != seed.public_key:
            self._moves_to, self.next_range = seed.public_key, 0
        self._lent = LentSeed(author_id, seed, former)
        self._until = self.ticks() + LENT_S

    def lent(self) -> LentSeed | None:
        """The seed, while its time is not over."""
        if self._lent is not None and self.ticks() >= self._until:
            self._lent = None
        return self._lent

    def take_back(self, author_id: bytes | None = None) -> None:
        """Drop the seed: the work is done, or its owner's keys are dropped; another account's going changes nothing."""
        if self._lent is not None and author_id in {None, self._lent.author_id}:
            self._lent = None
