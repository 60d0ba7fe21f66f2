"""Grants and escrows: each opens for its own account, epoch, outlet and owner."""

from __future__ import annotations

import pytest

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch
from outlet_app.sealing import grants, suite
from outlet_app.sealing.grants import Grant
from outlet_app.sealing.owner_seed import OwnerSeed
from tests.sealing.conftest import flipped

OUTLET, CHEN, WANG = b"o" * 16, b"c" * 16, b"w" * 16
ACCOUNT_KEY = bytes(range(32))
SEED = OwnerSeed(OUTLET, bytes(32))
GRANT = Grant(
    epoch=3,
    database_key=b"1" * 32,
    database_salt=b"2" * 16,
    owner_public_key=b"3" * 32,
    owner_verify_key=b"4" * 32,
    label_key=b"5" * 32,
)


def test_a_grant_opens_for_its_account_and_epoch() -> None:
    blob = grants.lock_grant(ACCOUNT_KEY, OUTLET, CHEN, GRANT)

    assert len(blob) == 181
    assert grants.open_grant(ACCOUNT_KEY, OUTLET, CHEN, 3, blob) == GRANT


def test_a_grant_opens_nowhere_else() -> None:
    blob = grants.lock_grant(ACCOUNT_KEY, OUTLET, CHEN, GRANT)

    for key, outlet_id, account_id, epoch in (
        (bytes(32), OUTLET, CHEN, 3),
        (ACCOUNT_KEY, bytes(16), CHEN, 3),
        (ACCOUNT_KEY, OUTLET, WANG, 3),
        (ACCOUNT_KEY, OUTLET, CHEN, 2),
    ):
        with pytest.raises(KeyMismatch):
            grants.open_grant(key, outlet_id, account_id, epoch, blob)


def test_a_grant_with_any_bit_changed_does_not_open() -> None:
    blob = grants.lock_grant(ACCOUNT_KEY, OUTLET, CHEN, GRANT)

    for bit in range(len(blob) * 8):
        with pytest.raises(KeyMismatch):
            grants.open_grant(ACCOUNT_KEY, OUTLET, CHEN, 3, flipped(blob, bit))


@pytest.mark.parametrize("plain", [bytes(152), (3).to_bytes(8, "big") + bytes(143), b""])
def test_a_grant_that_its_holder_wrote_in_another_form_is_refused(plain: bytes) -> None:
    blob = suite.box(ACCOUNT_KEY, plain, ctx("grant", OUTLET, CHEN, 3))

    with pytest.raises(KeyMismatch):
        grants.open_grant(ACCOUNT_KEY, OUTLET, CHEN, 3, blob)


def test_escrows_open_with_the_seed_for_their_own_account() -> None:
    blob = grants.lock_escrow(SEED, CHEN, ACCOUNT_KEY)

    assert len(blob) == 61
    assert grants.open_escrow(SEED, CHEN, blob) == ACCOUNT_KEY
    for seed, account_id in (
        (SEED, WANG),
        (OwnerSeed(OUTLET, b"s" * 32), CHEN),
        (OwnerSeed(bytes(16), bytes(32)), CHEN),
    ):
        with pytest.raises(KeyMismatch):
            grants.open_escrow(seed, account_id, blob)


def test_what_the_seed_keeps_is_kept_apart_by_purpose() -> None:
    """The label key, an account key and the former seed are no answers to one another's question."""
    label_key = grants.lock_label_key(SEED, b"l" * 32)
    former = grants.lock_former_seed(SEED, OwnerSeed(OUTLET, b"f" * 32))
    escrow = grants.lock_escrow(SEED, CHEN, ACCOUNT_KEY)

    assert grants.open_label_key(SEED, label_key) == b"l" * 32
    assert grants.open_former_seed(SEED, former) == b"f" * 32
    for blob in (former, escrow):
        with pytest.raises(KeyMismatch):
            grants.open_label_key(SEED, blob)
    for blob in (label_key, escrow):
        with pytest.raises(KeyMismatch):
            grants.open_former_seed(SEED, blob)


def test_a_grant_does_not_show_its_keys() -> None:
    assert repr(GRANT) == "Grant(epoch 3)"
