"""A printer as the owner approves it: the facts that are pinned, and how a printer stands to his signed list."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

FILE_FOLDER: Final = "file-folder"
"""URI scheme of the destination that writes PDFs into a folder; gets labels without code only."""

FILE_SCHEMES: Final = frozenset({FILE_FOLDER, "file", "cups-pdf", "cups-brf", "beh", "nul"})
"""Destinations that make files, or hide where they print. A queue can be renamed, so this only warns: what counts is
the owner's signed list."""

_PINNED = ("uri", "driver", "dots_per_mm")


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

    @property
    def scheme(self) -> str:
        """What the device URI begins with, in lower case, as in `usb` or `socket`."""
        return self.uri.partition(":")[0].lower()

    @property
    def makes_files(self) -> bool:
        """Whether the destination is known to write files, so that the owner cannot approve it for coded labels."""
        return self.scheme in FILE_SCHEMES


class PrinterStanding(StrEnum):
    """How a printer stands to the owner's signed list."""

    APPROVED = "approved"
    CHANGED = "changed"
    ABSENT = "absent"
    NOT_APPROVED = "not_approved"
    MAKES_FILES = "makes_files"


@dataclass(frozen=True, slots=True)
class PrinterState:
    """One printer: as this machine knows it now, or, when it is `ABSENT`, as the owner approved it.

    `changed` names what is another thing than on the list: `uri`, `driver`, `dots_per_mm`.
    """

    printer: Printer
    standing: PrinterStanding
    changed: tuple[str, ...] = ()


def printer_states(found: Iterable[Printer], approved: Iterable[Printer]) -> tuple[PrinterState, ...]:
    """Every printer that was found, in that order, then the approved ones that were not."""
    listed = {printer.name: printer for printer in approved}
    here = [_state(printer, listed.get(printer.name)) for printer in found]
    names = {state.printer.name for state in here}
    absent = [PrinterState(printer, PrinterStanding.ABSENT) for name, printer in listed.items() if name not in names]
    return (*here, *absent)


def _state(printer: Printer, listed: Printer | None) -> PrinterState:
    if printer == listed:
        return PrinterState(printer, PrinterStanding.APPROVED)
    if printer.makes_files:
        return PrinterState(printer, PrinterStanding.MAKES_FILES)
    if listed is None:
        return PrinterState(printer, PrinterStanding.NOT_APPROVED)
    changed = tuple(fact for fact in _PINNED if getattr(printer, fact) != getattr(listed, fact))
    return PrinterState(printer, PrinterStanding.CHANGED, changed)
