"""The one door to cryptography: box, derive, stretch, HPKE, signatures and tags over plain bytes.

Nothing here knows an outlet or a waybill. Every AAD, `info` and signed text that callers hand in is made by
`domain.context.ctx`.
"""

from __future__ import annotations

import os
import unicodedata
from dataclasses import dataclass

from argon2.low_level import ARGON2_VERSION, Type, hash_secret_raw
from cryptography.exceptions import InvalidSignature, InvalidTag
from cryptography.hazmat.primitives import constant_time
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256, Hash
from cryptography.hazmat.primitives.hmac import HMAC
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from outlet_app.errors import KeyMismatch

KEY_BYTES = 32
SALT_BYTES = 16
SIGNATURE_BYTES = 64
BOX_OVERHEAD = 1 + 12 + 16
HPKE_OVERHEAD = 32 + 16

_BOX_VERSION = b"\x01"
_NONCE_BYTES = 12
_HPKE = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM)

_LEAST_MEMORY_KIB = 19 * 1024
_MOST_MEMORY_KIB = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Cost:
    """What one guess at a password costs: Argon2id memory in KiB, passes over it, parallel lanes.

    A cost outside 19 MiB to 1 GiB, 2 to 10 passes, 1 to 8 lanes cannot be made (ValueError), so that parameters read
    from a file are refused before anything is hashed. Source of the floor: OWASP Password Storage Cheat Sheet.
    """

    memory_kib: int
    passes: int
    lanes: int

    def __post_init__(self) -> None:
        within = (
            _LEAST_MEMORY_KIB <= self.memory_kib <= _MOST_MEMORY_KIB and 2 <= self.passes <= 10 and 1 <= self.lanes <= 8
        )
        if not within:
            raise ValueError("Argon2id parameters outside the bounds")


COST = Cost(memory_kib=128 * 1024, passes=3, lanes=4)


def random_bytes(count: int) -> bytes:
    """`count` bytes from the operating system's generator."""
    return os.urandom(count)


def digest(text: bytes) -> bytes:
    """SHA-256, 32 bytes."""
    state = Hash(SHA256())
    state.update(text)
    return state.finalize()


def same(one: bytes, other: bytes) -> bool:
    """Whether two secrets are equal, in a time that does not tell where they differ."""
    return constant_time.bytes_eq(one, other)


def box(key: bytes, plain: bytes, aad: bytes) -> bytes:
    """Lock `plain` under a 32-byte key: version 1 B | random nonce 12 B | AES-256-GCM; 29 bytes longer than `plain`."""
    nonce = random_bytes(_NONCE_BYTES)
    return _BOX_VERSION + nonce + _cipher(key).encrypt(nonce, plain, aad)


def unbox(key: bytes, blob: bytes, aad: bytes) -> bytes:
    """Open what `box` locked.

    Raises KeyMismatch for another key, another AAD, another version or a changed bit.
    """
    if blob[:1] != _BOX_VERSION or len(blob) < BOX_OVERHEAD:
        raise KeyMismatch
    nonce, sealed = blob[1 : 1 + _NONCE_BYTES], blob[1 + _NONCE_BYTES :]
    try:
        return _cipher(key).decrypt(nonce, sealed, aad)
    except InvalidTag:
        raise KeyMismatch from None


def derive(secret: bytes, info: bytes, length: int = KEY_BYTES) -> bytes:
    """HKDF-SHA256 without salt. Several secrets may stand one behind the other where each has a fixed length."""
    return HKDF(algorithm=SHA256(), length=length, salt=None, info=info).derive(secret)


def stretch(text: str, salt: bytes, cost: Cost) -> bytes:
    """Argon2id version 1.3 of the text in NFKC and a 16-byte salt: 32 bytes. Slow on purpose."""
    if len(salt) != SALT_BYTES:
        raise ValueError("a salt has 16 bytes")
    return hash_secret_raw(
        secret=unicodedata.normalize("NFKC", text).encode(),
        salt=salt,
        time_cost=cost.passes,
        memory_cost=cost.memory_kib,
        parallelism=cost.lanes,
        hash_len=KEY_BYTES,
        type=Type.ID,
        version=ARGON2_VERSION,
    )


def tag(key: bytes, text: bytes) -> bytes:
    """HMAC-SHA256, 32 bytes."""
    state = HMAC(key, SHA256())
    state.update(text)
    return state.finalize()


def hpke_seal(public_key: bytes, plain: bytes, info: bytes) -> bytes:
    """RFC 9180 Base mode to an X25519 public key of 32 bytes: encapsulated key 32 B | ciphertext, 48 bytes longer.

    Raises KeyMismatch where `public_key` is no key that anything can be sealed to.
    """
    try:
        return _HPKE.encrypt(plain, X25519PublicKey.from_public_bytes(public_key), info)
    except ValueError:
        raise KeyMismatch from None


class OpeningKey:
    """An X25519 private key made from 32 secret bytes; opens what was sealed to its public key. Hides in `repr`.

    `public_key` has 32 bytes, for `hpke_seal`.
    """

    __slots__ = ("_key", "public_key")

    def __init__(self, secret: bytes) -> None:
        self._key = X25519PrivateKey.from_private_bytes(secret)
        self.public_key = self._key.public_key().public_bytes_raw()

    def hpke_open(self, sealed: bytes, info: bytes) -> bytes:
        """Open what `hpke_seal` sealed to this key.

        Raises KeyMismatch for another key, another info or a changed bit.
        """
        try:
            return _HPKE.decrypt(sealed, self._key, info)
        except (InvalidTag, ValueError):
            raise KeyMismatch from None

    def __repr__(self) -> str:
        return "OpeningKey(…)"


class SigningKey:
    """An Ed25519 signing key made from a seed of 32 bytes. Hides in `repr`.

    `verify_key` has 32 bytes, for `verify`.
    """

    __slots__ = ("_key", "verify_key")

    def __init__(self, seed: bytes) -> None:
        self._key = Ed25519PrivateKey.from_private_bytes(seed)
        self.verify_key = self._key.public_key().public_bytes_raw()

    def sign(self, text: bytes) -> bytes:
        """The signature over `text`, 64 bytes, always the same for the same text."""
        return self._key.sign(text)

    def __repr__(self) -> str:
        return "SigningKey(…)"


def verify(verify_key: bytes, signature: bytes, text: bytes) -> bool:
    """Whether `signature` (64 B) over `text` was made by the key behind `verify_key` (32 B).

    Answers False, and never raises, for a signature or key of the wrong length.
    """
    try:
        Ed25519PublicKey.from_public_bytes(verify_key).verify(signature, text)
    except (InvalidSignature, ValueError):
        return False
    return True


def _cipher(key: bytes) -> AESGCM:
    if len(key) != KEY_BYTES:
        raise ValueError("a key has 32 bytes")
    return AESGCM(key)
