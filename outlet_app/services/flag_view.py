"""A flag as the owner sees it: with its person, and the word that an owner said of it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.flags import Flag


@dataclass(frozen=True, slots=True)
class Ticked:
    """An owner's word about a flag: `person` at `at` (UTC). `last_n` is the flag's last act as he saw it."""

    person: str
    at: datetime
    note: str
    last_n: int


@dataclass(frozen=True, slots=True)
class FlagView:
    """A flag as the owner sees it; `person` is empty for what is nobody's. `is_new`: no review was ended since."""

    flag: Flag
    person: str
    ticked: Ticked | None
    is_muted: bool
    is_new: bool

    @property
    def is_open(self) -> bool:
        """Whether it waits for an owner's word; what went on after his word waits again."""
        has_word = self.ticked is not None and self.ticked.last_n >= self.flag.last_n
        return not has_word and not self.is_muted
