"""A backup's key: for the owner, for this outlet and checkpoint."""

from __future__ import annotations

import pytest

from outlet_app.domain.history import Checkpoint
from outlet_app.errors import KeyMismatch
from outlet_app.sealing.backup_key import open_backup_key, wrap_backup_key
from outlet_app.sealing.owner_seed import OwnerSeed
from tests.sealing.conftest import flipped

SEED = OwnerSeed(b"o" * 16, bytes(32))
AT = Checkpoint(1, 4711, b"h" * 32)
WRAP = wrap_backup_key(SEED.public_key, SEED.outlet_id, AT, b"k" * 32, b"s" * 16)


def test_the_owner_opens_it() -> None:
    assert len(WRAP) == 96
    assert open_backup_key(SEED, AT, WRAP) == (b"k" * 32, b"s" * 16)


@pytest.mark.parametrize(
    ("seed", "at"),
    [
        (OwnerSeed(b"o" * 16, b"x" * 32), AT),
        (OwnerSeed(bytes(16), bytes(32)), AT),
        (SEED, Checkpoint(2, 4711, b"h" * 32)),
        (SEED, Checkpoint(1, 4712, b"h" * 32)),
        (SEED, Checkpoint(1, 4711, b"h" * 31 + b"x")),
    ],
)
def test_nobody_else_and_nowhere_else(seed: OwnerSeed, at: Checkpoint) -> None:
    with pytest.raises(KeyMismatch):
        open_backup_key(seed, at, WRAP)


def test_a_changed_or_cut_wrap_does_not_open() -> None:
    for wrap in (flipped(WRAP, 0), flipped(WRAP, 767), WRAP[:-1], b""):
        with pytest.raises(KeyMismatch):
            open_backup_key(SEED, AT, wrap)
