"""When the closed database was last checked whole, in a small file outside the data folder: a reminder, no proof."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.durable_file import replace_file
from outlet_app.store.moment import from_ms, to_ms

if TYPE_CHECKING:
    from datetime import datetime
    from pathlib import Path

_FORM = re.compile(r"([0-9]{1,15}) ([0-9]{1,9}) ([01])\n")


@dataclass(frozen=True, slots=True)
class LastCheck:
    """A full check at `at` (UTC) that found `faults` faults; `told`: the activity record knows of them."""

    at: datetime
    faults: int
    told: bool = True


def write(path: Path, check: LastCheck) -> None:
    """Replace the file at `path`, durably. Raises DiskFull, FileReadOnly."""
    replace_file(path, f"{to_ms(check.at)} {check.faults} {int(check.told)}\n".encode("ascii"))


def read(path: Path) -> LastCheck | None:
    """The last check; None where there is no file, or none that can be read: then a check is due."""
    try:
        form = _FORM.fullmatch(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if form is None else LastCheck(from_ms(int(form[1])), int(form[2]), form[3] == "1")
