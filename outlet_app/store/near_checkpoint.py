"""The last checkpoint this machine saw, in a small file outside the data folder: it shows a rolled-back database."""

from __future__ import annotations

import re
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.branches import Days
from outlet_app.domain.history import Checkpoint
from outlet_app.durable_file import replace_file
from outlet_app.store import activities

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.branches import Branches
    from outlet_app.store.store import Store

LEAST_HASH_BYTES = 20
"""What a label carries of a checkpoint's hash; shorter proves nothing."""

_FORM = re.compile(r"([0-9]{1,9}) ([0-9]{1,18}) ([0-9a-f]{64})\n")


class Standing(StrEnum):
    """How a checkpoint from elsewhere stands to the record at hand."""

    FITS = "fits"
    CUT = "cut"
    REWRITTEN = "rewritten"
    OTHER_BRANCH = "other_branch"
    LOST_DAYS = "lost_days"
    IN_HOLE = "in_hole"


def standing(store: Store, seen: Checkpoint, branches: Branches | None = None) -> Standing:
    """Whether the record still holds what `seen` tells of, whose hash may be cut to its first 20 bytes or more.

    `branches` are those that the owner stated; without them the record knows its own alone. FITS: the act is there and
    bears that hash. CUT: the record ends before it. REWRITTEN: that act is another one now. LOST_DAYS: the owner gave
    it up, by a restore or by an acknowledgement. OTHER_BRANCH: of a branch that this record has not reached. IN_HOLE:
    among the acts that the owner stated as lost, so that nothing is left to compare.
    Raises ValueError for a shorter hash.
    """
    days = Days.AHEAD if seen.branch != store.checkpoint().branch else Days.HERE
    if branches is not None:
        days = branches.days_of(seen.branch, seen.n)
    return _in_days(days, store, seen, branches)


def label_standing(store: Store, seen: Checkpoint, branches: Branches) -> Standing:
    """As `standing`, of the checkpoint on a label: the act before the label's own, which stands behind it therefore.

    So a record that ends with `seen` is CUT, and IN_HOLE tells that the label's own act may be lost.
    """
    days = branches.days_of_label(seen.branch, seen.n)
    found = _in_days(days, store, seen, branches)
    if found is not Standing.FITS:
        return found
    if seen.n >= store.checkpoint().n:
        return Standing.CUT
    return Standing.IN_HOLE if _in_hole(store, seen.n + 1) else found


def _in_days(days: Days, store: Store, seen: Checkpoint, branches: Branches | None) -> Standing:
    if len(seen.chain_hash) < LEAST_HASH_BYTES:
        raise ValueError("too little of a hash to compare")
    if days is not Days.HERE:
        return Standing.LOST_DAYS if days is Days.LOST else Standing.OTHER_BRANCH
    if seen.n > store.checkpoint().n:
        return Standing.CUT
    found = activities.hash_of(store.reader, seen.n) if seen.n else store.genesis.chain_hash
    if found is None and _in_hole(store, seen.n):
        return Standing.IN_HOLE
    if found and found.startswith(seen.chain_hash):
        return Standing.FITS
    return Standing.LOST_DAYS if branches is not None and branches.gave_up(seen.n) else Standing.REWRITTEN


def _in_hole(store: Store, n: int) -> bool:
    return any(hole.holds(n) for hole in activities.holes(store.reader))


def write(path: Path, checkpoint: Checkpoint) -> None:
    """Replace the file at `path`, durably. Raises DiskFull, FileReadOnly."""
    replace_file(path, f"{checkpoint.branch} {checkpoint.n} {checkpoint.chain_hash.hex()}\n".encode("ascii"))


def read(path: Path) -> Checkpoint | None:
    """The checkpoint in the file; None when there is no file or no checkpoint in it, which proves nothing."""
    try:
        form = _FORM.fullmatch(path.read_text(encoding="ascii"))
    except (OSError, UnicodeDecodeError):
        return None
    return None if form is None else Checkpoint(int(form[1]), int(form[2]), bytes.fromhex(form[3]))
