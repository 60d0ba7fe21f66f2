"""A printer as the owner approves it: the three facts that are pinned."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

FILE_FOLDER: Final = "file-folder"
"""URI scheme of the destination that writes PDFs into a folder; gets labels without code only."""

FILE_SCHEMES: Final = frozenset({FILE_FOLDER, "file", "cups-pdf", "cups-brf", "beh", "nul"})
"""Destinations that make files, or hide where they print. A queue can be renamed, so this only warns: what counts is
the owner's signed list."""


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
