"""The last checkpoint this machine saw, outside the data folder; and how a checkpoint stands to the record.

A record that was cut or put back no longer reaches it. Whoever can write both places can change both: what proves more
are the checkpoints that left the shop on labels and day sheets.
"""

from __future__ import annotations

import json
import os
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import FileDamaged
from outlet_app.store import activities

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.store.store import Store

LEAST_HASH_BYTES = 20
"""What a label carries of a checkpoint's hash; shorter proves nothing."""


class Standing(StrEnum):
    """How a checkpoint from elsewhere stands to the record at hand."""

    FITS = "fits"
    CUT = "cut"
    REWRITTEN = "rewritten"
    OTHER_BRANCH = "other_branch"


def standing(store: Store, seen: Checkpoint) -> Standing:
    """Whether the record still holds what `seen` tells of, whose hash may be cut to its first 20 bytes or more.

    FITS: the act is there and bears that hash. CUT: the record ends before it. REWRITTEN: that act is another one now.
    OTHER_BRANCH: seen before or after a restore that this record does not share. Raises ValueError for a shorter hash.
    """
    if len(seen.chain_hash) < LEAST_HASH_BYTES:
        raise ValueError("too little of a hash to compare")
    head = store.checkpoint()
    if seen.branch != head.branch:
        return Standing.OTHER_BRANCH
    if seen.n > head.n:
        return Standing.CUT
    found = activities.hash_of(store.reader, seen.n) if seen.n else store.genesis.chain_hash
    return Standing.FITS if found and found.startswith(seen.chain_hash) else Standing.REWRITTEN


def write(path: Path, outlet_id: bytes, checkpoint: Checkpoint) -> None:
    """Put `checkpoint` into the file at `path`, whole or not at all; mode 0600."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    text = json.dumps(
        {
            "outlet": outlet_id.hex(),
            "branch": checkpoint.branch,
            "n": checkpoint.n,
            "hash": checkpoint.chain_hash.hex(),
        }
    )
    temporary = path.with_name(path.name + ".new")
    with os.fdopen(os.open(temporary, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    temporary.replace(path)


def read(path: Path, outlet_id: bytes) -> Checkpoint | None:
    """The checkpoint in the file at `path`, None where there is no file or it is another outlet's.

    Raises FileDamaged when the file is not one that `write` made.
    """
    try:
        raw = json.loads(path.read_text(encoding="utf-8"))
        checkpoint = Checkpoint(int(raw["branch"]), int(raw["n"]), bytes.fromhex(raw["hash"]))
        outlet = bytes.fromhex(raw["outlet"])
    except FileNotFoundError:
        return None
    except (ValueError, KeyError, TypeError):
        raise FileDamaged(path) from None
    return checkpoint if outlet == outlet_id else None
