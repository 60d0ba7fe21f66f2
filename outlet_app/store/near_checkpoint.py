"""The last checkpoint this machine saw, in a small file outside the data folder: it shows a rolled-back database."""

from __future__ import annotations

import os
import re
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint

if TYPE_CHECKING:
    from pathlib import Path

_FORM = re.compile(r"([0-9]{1,9}) ([0-9]{1,18}) ([0-9a-f]{64})\n")


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Replace the file at `path`, durably."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    temporary = path.with_suffix(".new")
    with temporary.open("w", encoding="ascii") as file:
        file.write(f"{checkpoint.branch} {checkpoint.n} {checkpoint.chain_hash.hex()}\n")
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def read(path: Path) -> Checkpoint | None:
    """The checkpoint in the file; None when there is no file or no checkpoint in it, which proves nothing."""
    try:
        form = _FORM.fullmatch(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if form is None else Checkpoint(int(form[1]), int(form[2]), bytes.fromhex(form[3]))
