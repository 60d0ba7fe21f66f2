"""An owner's list of canaries: frozen bytes, one size, and one account that opens it."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.canaries import MOST_CANARIES, Canary
from outlet_app.domain.context import ctx
from outlet_app.domain.reveal_note import LONGEST_NOTE
from outlet_app.errors import KeyMismatch
from outlet_app.sealing.canaries import BOX_BYTES, WORD_BYTES, canary_keys
from tests.sealing.conftest import flipped

if TYPE_CHECKING:
    from collections.abc import Callable

FROZEN: dict[str, str] = json.loads((Path(__file__).parent / "vectors" / "canaries.json").read_text("utf-8"))
OUTLET, OWNER, OTHER = bytes(range(16)), bytes(range(16, 32)), bytes(range(1, 17))
KEYS = canary_keys(bytes(range(32)), OUTLET, OWNER)
AT = datetime(2026, 11, 22, 1, 30, 0, 123_000, tzinfo=UTC)
LISTED = (Canary(b"R" * 16, AT, 4711, "货架 B 上层"), Canary(b"S" * 16, AT, 4712, ""))


def test_keys_box_and_word_are_the_frozen_ones(fixed_randomness: Callable[[], None]) -> None:
    fixed_randomness()
    made = {
        "box key": KEYS.box_key.hex(),
        "word key": KEYS.word_key.hex(),
        "box": KEYS.lock(LISTED).hex(),
        "word": KEYS.word_of(OTHER, "2026-11-22", 5000, 5003),
    }
    assert made == FROZEN


def test_the_frozen_keys_are_hkdf_of_the_account_key_by_the_book() -> None:
    for name, context in (("box key", "canaries"), ("word key", "canary-words")):
        extracted = hmac.digest(bytes(32), bytes(range(32)), hashlib.sha256)
        expanded = hmac.digest(extracted, ctx(context, OUTLET, OWNER) + b"\x01", hashlib.sha256)
        assert expanded.hex() == FROZEN[name]


def test_the_frozen_box_opens_to_what_was_locked() -> None:
    assert KEYS.open(bytes.fromhex(FROZEN["box"])) == LISTED


@pytest.mark.parametrize("count", [0, 1, MOST_CANARIES])
def test_every_list_has_one_size_whatever_is_on_it(count: int) -> None:
    canaries = tuple(Canary(bytes([place + 1]) * 16, AT, place, "𠮷" * LONGEST_NOTE) for place in range(count))
    box = KEYS.lock(canaries)
    assert len(box) == BOX_BYTES == 1949
    assert KEYS.open(box) == canaries


def test_the_same_list_never_gives_the_same_bytes() -> None:
    one, other = KEYS.lock(LISTED), KEYS.lock(LISTED)
    assert one[1:] != other[1:]
    assert KEYS.open(one) == KEYS.open(other)


@pytest.mark.parametrize(
    "stranger",
    [
        canary_keys(bytes(32), OUTLET, OWNER),
        canary_keys(bytes(range(32)), OTHER, OWNER),
        canary_keys(bytes(range(32)), OUTLET, OTHER),
    ],
    ids=["another account key", "another outlet", "another account"],
)
def test_nobody_elses_keys_open_it(stranger: object) -> None:
    assert isinstance(stranger, type(KEYS))
    with pytest.raises(KeyMismatch):
        stranger.open(KEYS.lock(LISTED))


def test_no_bit_of_a_box_can_be_turned() -> None:
    box = KEYS.lock(LISTED)
    for bit in (0, 9, 8 * 20 + 3, 8 * BOX_BYTES - 1):
        with pytest.raises(KeyMismatch):
            KEYS.open(flipped(box, bit))
    with pytest.raises(KeyMismatch):
        KEYS.open(box[:-1])


@pytest.mark.parametrize(
    "canaries",
    [
        LISTED[:1] * (MOST_CANARIES + 1),
        (Canary(b"short", AT, 1, ""),),
        (Canary(b"R" * 16, AT, 1, "𠮷" * (LONGEST_NOTE + 1)),),
        (Canary(b"R" * 16, AT, 1, "a\x00b"),),
    ],
    ids=["eleven", "no record id", "a note that is too long", "a note with a zero"],
)
def test_what_no_place_holds_is_not_locked(canaries: tuple[Canary, ...]) -> None:
    with pytest.raises(ValueError, match="canar"):
        KEYS.lock(canaries)


def test_a_word_is_of_one_flag_and_one_account_alone() -> None:
    flag = (OTHER, "2026-11-22", 5000, 5003)
    others = [
        KEYS.word_of(OWNER, *flag[1:]),
        KEYS.word_of(OTHER, "2026-11-23", 5000, 5003),
        KEYS.word_of(OTHER, "2026-11-22", 5001, 5003),
        KEYS.word_of(OTHER, "2026-11-22", 5000, 5004),
        canary_keys(bytes(32), OUTLET, OWNER).word_of(*flag),
        canary_keys(bytes(range(32)), OUTLET, OTHER).word_of(*flag),
    ]
    assert KEYS.word_of(*flag) not in others
    assert len(bytes.fromhex(KEYS.word_of(*flag))) == WORD_BYTES


def test_the_keys_hide_in_their_repr() -> None:
    assert repr(KEYS) == "CanaryKeys(…)"
