"""The crypto door: published vectors, and every way a key, text or header can be wrong."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from argon2.low_level import ARGON2_VERSION, Type, core, ffi
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import suite
from tests.sealing import hpke_by_the_book as book
from tests.sealing.conftest import CHEAP, flipped

PUBLISHED: dict[str, Any] = json.loads((Path(__file__).parent / "vectors" / "published.json").read_text("utf-8"))
KEY = bytes(range(32))


def _vector(start: str) -> Any:
    (name,) = [name for name in PUBLISHED if name.startswith(start)]
    return PUBLISHED[name]


def test_derive_is_hkdf_of_rfc_5869() -> None:
    vector = _vector("RFC 5869")

    assert suite.derive(bytes.fromhex(vector["ikm"]), b"", vector["length"]).hex() == vector["okm"]


def test_tag_is_hmac_of_rfc_4231() -> None:
    vector = _vector("RFC 4231")

    assert suite.tag(bytes.fromhex(vector["key"]), bytes.fromhex(vector["text"])).hex() == vector["tag"]


@pytest.mark.parametrize("vector", _vector("RFC 8032"), ids=lambda vector: vector["text"] or "empty")
def test_signatures_are_ed25519_of_rfc_8032(vector: dict[str, str]) -> None:
    seed, verify_key, text, signature = (
        bytes.fromhex(vector[name]) for name in ("seed", "verify_key", "text", "signature")
    )
    key = suite.SigningKey(seed)

    assert key.verify_key == verify_key
    assert key.sign(text) == signature
    assert suite.verify(verify_key, signature, text)


def test_the_library_hashes_as_rfc_9106_says() -> None:
    vector = _vector("RFC 9106")
    parts = {name: bytes.fromhex(vector[name]) for name in ("password", "salt", "secret", "associated_data")}
    kept = {name: ffi.new("uint8_t[]", part) for name, part in parts.items()}
    output = ffi.new("uint8_t[]", 32)
    context = ffi.new(
        "argon2_context *",
        {
            "version": ARGON2_VERSION,
            "out": output,
            "outlen": 32,
            "pwd": kept["password"],
            "pwdlen": len(parts["password"]),
            "salt": kept["salt"],
            "saltlen": len(parts["salt"]),
            "secret": kept["secret"],
            "secretlen": len(parts["secret"]),
            "ad": kept["associated_data"],
            "adlen": len(parts["associated_data"]),
            "t_cost": vector["passes"],
            "m_cost": vector["memory_kib"],
            "lanes": vector["lanes"],
            "threads": 1,
            "allocate_cbk": ffi.NULL,
            "free_cbk": ffi.NULL,
            "flags": 0,
        },
    )

    assert core(context, Type.ID.value) == 0
    assert bytes(ffi.buffer(output, 32)).hex() == vector["tag"]


def test_a_password_typed_in_another_unicode_form_is_the_same() -> None:
    assert suite.stretch("ｐａｓｓ①é", bytes(16), CHEAP) == suite.stretch("pass1e\u0301", bytes(16), CHEAP)
    assert suite.stretch("pass", bytes(16), CHEAP) != suite.stretch("Pass", bytes(16), CHEAP)


def test_every_parameter_of_a_stretch_changes_it() -> None:
    costs = [CHEAP, suite.Cost(20 * 1024, 2, 1), suite.Cost(19 * 1024, 3, 1), suite.Cost(19 * 1024, 2, 2)]
    keys = {suite.stretch("pass", salt, cost) for cost in costs for salt in (bytes(16), bytes(15) + b"\x01")}

    assert len(keys) == 8


def test_a_salt_of_another_length_is_refused() -> None:
    with pytest.raises(ValueError, match="16 bytes"):
        suite.stretch("pass", bytes(15), CHEAP)


def test_our_cost_is_128_mebibytes_three_passes_four_lanes() -> None:
    assert suite.Cost(128 * 1024, 3, 4) == suite.COST


@pytest.mark.parametrize(
    "cost",
    [
        (19 * 1024 - 1, 2, 1),
        (19 * 1024, 1, 1),
        (19 * 1024, 2, 0),
        (1024 * 1024 + 1, 2, 1),
        (19 * 1024, 11, 1),
        (19 * 1024, 2, 9),
    ],
)
def test_a_cost_out_of_bounds_cannot_be_made(cost: tuple[int, int, int]) -> None:
    with pytest.raises(ValueError, match="outside"):
        suite.Cost(*cost)


@pytest.mark.parametrize("cost", [(19 * 1024, 2, 1), (1024 * 1024, 10, 8)])
def test_a_cost_at_the_bounds_can_be_made(cost: tuple[int, int, int]) -> None:
    assert suite.Cost(*cost).memory_kib == cost[0]


def test_a_box_opens_with_its_key_and_context_only() -> None:
    blob = suite.box(KEY, b"plain", b"context")

    assert suite.unbox(KEY, blob, b"context") == b"plain"
    for key, aad in ((bytes(32), b"context"), (KEY, b"contexT"), (KEY, b"")):
        with pytest.raises(KeyMismatch):
            suite.unbox(key, blob, aad)


def test_a_box_with_any_bit_changed_does_not_open() -> None:
    blob = suite.box(KEY, b"plain", b"context")

    for bit in range(len(blob) * 8):
        with pytest.raises(KeyMismatch):
            suite.unbox(KEY, flipped(blob, bit), b"context")


@pytest.mark.parametrize("length", [0, 1, 13, 28])
def test_a_box_cut_short_does_not_open(length: int) -> None:
    with pytest.raises(KeyMismatch):
        suite.unbox(KEY, suite.box(KEY, b"", b"")[:length], b"")


def test_two_boxes_of_one_text_have_nothing_in_common_but_the_version() -> None:
    one, other = suite.box(KEY, bytes(32), b""), suite.box(KEY, bytes(32), b"")

    assert one[:1] == other[:1] == b"\x01"
    assert one[1:13] != other[1:13]
    assert one[13:] != other[13:]


def test_a_key_of_another_length_is_refused() -> None:
    for act in (suite.box, suite.unbox):
        with pytest.raises(ValueError, match="32 bytes"):
            act(bytes(16), b"\x01" + bytes(28), b"")


def test_the_book_follows_the_vector_of_rfc_9180() -> None:
    vector = {name: bytes.fromhex(text) for name, text in _vector("RFC 9180").items()}
    whole = vector["encapsulated"] + vector["ciphertext"]
    info, aad = vector["info"], vector["aad"]

    sealed = book.seal(vector["public_key"], vector["ephemeral"], info, aad, vector["plain"], aead=book.AES_128_GCM)

    assert sealed == whole
    assert book.unseal(vector["private_key"], whole, info, aad, aead=book.AES_128_GCM) == vector["plain"]


def test_what_we_seal_opens_by_the_book_and_the_other_way_round() -> None:
    public_key = X25519PrivateKey.from_private_bytes(KEY).public_key().public_bytes_raw()
    ours = suite.hpke_seal(public_key, b"record key", b"info")
    theirs = book.seal(public_key, bytes(31) + b"\x07", b"info", b"", b"record key", aead=book.AES_256_GCM)

    assert suite.OpeningKey(KEY).public_key == public_key
    assert book.unseal(KEY, ours, b"info", b"", aead=book.AES_256_GCM) == b"record key"
    assert suite.OpeningKey(KEY).hpke_open(theirs, b"info") == b"record key"


def test_hpke_opens_with_its_key_and_info_only() -> None:
    key = suite.OpeningKey(KEY)
    sealed = suite.hpke_seal(key.public_key, b"record key", b"info")

    for other, info in ((suite.OpeningKey(bytes(32)), b"info"), (key, b"infO")):
        with pytest.raises(KeyMismatch):
            other.hpke_open(sealed, info)


def test_hpke_with_any_bit_changed_does_not_open() -> None:
    key = suite.OpeningKey(KEY)
    sealed = suite.hpke_seal(key.public_key, b"record key", b"info")
    # The top bit of an X25519 public key is masked off by RFC 7748; HPKE binds the bytes, so it must fail too.
    for bit in range(len(sealed) * 8):
        with pytest.raises(KeyMismatch):
            key.hpke_open(flipped(sealed, bit), b"info")


@pytest.mark.parametrize("sealed", [b"", bytes(31), bytes(47), bytes(80)])
def test_what_nobody_sealed_does_not_open(sealed: bytes) -> None:
    with pytest.raises(KeyMismatch):
        suite.OpeningKey(KEY).hpke_open(sealed, b"")


@pytest.mark.parametrize("public_key", [b"", bytes(32), b"\x01" + bytes(31)])
def test_nothing_is_sealed_to_a_key_that_is_none(public_key: bytes) -> None:
    with pytest.raises(KeyMismatch):
        suite.hpke_seal(public_key, b"record key", b"")


def test_a_signature_stands_for_one_text_and_one_key() -> None:
    key = suite.SigningKey(KEY)
    signature = key.sign(b"text")

    assert not suite.verify(key.verify_key, signature, b"texT")
    assert not suite.verify(suite.SigningKey(bytes(32)).verify_key, signature, b"text")
    assert not any(suite.verify(key.verify_key, flipped(signature, bit), b"text") for bit in range(512))


@pytest.mark.parametrize(("verify_key", "signature"), [(b"", bytes(64)), (bytes(32), b""), (bytes(33), bytes(64))])
def test_a_signature_or_key_of_another_length_never_stands(verify_key: bytes, signature: bytes) -> None:
    assert not suite.verify(verify_key, signature, b"text")


def test_secrets_are_the_same_only_when_they_are() -> None:
    assert suite.same(b"secret", b"secret")
    assert not suite.same(b"secret", b"secreT")
    assert not suite.same(b"secret", b"secre")


def test_keys_do_not_show() -> None:
    shown = f"{suite.OpeningKey(KEY)!r} {suite.SigningKey(KEY)!r}"

    assert shown == "OpeningKey(…) SigningKey(…)"


def test_random_bytes_do_not_repeat() -> None:
    assert len({suite.random_bytes(16) for _ in range(1000)}) == 1000
