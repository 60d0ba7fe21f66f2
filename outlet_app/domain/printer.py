"""A printer as the owner approves it: the three facts that are pinned."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Printer:
    """A printing destination of this machine.

    `name` is the queue's name, `uri` its device URI or port, `driver` its make and model. All three are pinned when the
    owner approves the printer; a change of any of them asks again. `dots_per_mm` is the device's resolution (8.0 for
    a 203 dpi label printer, 300 / 25.4 for 300 dpi).
    """

    name: str
    uri: str
    driver: str
    dots_per_mm: float = 8.0
