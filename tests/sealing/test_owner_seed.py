"""The owner seed and the two keys it gives."""

from __future__ import annotations

import pytest

from outlet_app.sealing.owner_seed import OwnerSeed, new_owner_seed


def test_a_seed_gives_the_same_keys_again_and_two_of_them() -> None:
    one, again = OwnerSeed(bytes(16), bytes(32)), OwnerSeed(bytes(16), bytes(32))

    assert (one.public_key, one.verify_key) == (again.public_key, again.verify_key)
    assert one.public_key != one.verify_key


def test_the_same_seed_in_another_outlet_gives_other_keys() -> None:
    one, other = OwnerSeed(bytes(16), bytes(32)), OwnerSeed(b"o" * 16, bytes(32))

    assert one.public_key != other.public_key
    assert one.verify_key != other.verify_key


def test_new_seeds_are_new() -> None:
    assert new_owner_seed(bytes(16)).secret != new_owner_seed(bytes(16)).secret


def test_a_seed_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="32 bytes"):
        OwnerSeed(bytes(16), bytes(31))


def test_a_seed_does_not_show() -> None:
    assert repr(new_owner_seed(bytes(16))) == "OwnerSeed(…)"
