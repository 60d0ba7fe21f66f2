"""What the page before sign-in works with: a restore from a backup, recovery by the sheet, salvage."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.sealing.sheet_reading import SheetReading, read_sheet
from outlet_app.services.recovery import Recovery
from outlet_app.services.restore import Restore
from outlet_app.services.salvage import Salvage

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from outlet_app.services.entrance import Entrance
    from outlet_app.services.outlet_keys import OutletKeys

__all__ = ["Rescue", "SheetReading", "rescue_of"]


@dataclass(frozen=True, slots=True)
class Rescue:
    """The use cases of somebody who cannot sign in. None holds anything before it is begun."""

    restore: Restore
    recovery: Recovery
    salvage: Salvage

    def read_sheet(self, text: str) -> SheetReading:
        """How far a typed sheet is, and where it is wrong. Takes some 0.5 s for 25 known words that are not right."""
        return read_sheet(text)

    def abandon(self) -> None:
        """Forget everything that was typed, opened or made; what is in force stays so."""
        self.restore.abandon()
        self.recovery.abandon()
        self.salvage.abandon()


def rescue_of(keys: OutletKeys, entrance: Entrance, clock: Callable[[], datetime]) -> Rescue:
    """For the outlet of these keys, or for a PC that has none yet."""
    return Rescue(Restore(keys, entrance, clock), Recovery(keys, entrance, clock), Salvage(keys, entrance, clock))
