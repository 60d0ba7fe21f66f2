"""HPKE Base mode over X25519 and HKDF-SHA256, written from the text of RFC 9180, to hold the program's against.

Unlike the program's it takes an AAD, so that the published vectors run on it, and the ephemeral key, so that frozen
bytes can be made.
"""

from __future__ import annotations

import hashlib
import hmac

from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey, X25519PublicKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

AES_128_GCM = 1
AES_256_GCM = 2

_KEM = b"KEM" + (0x0020).to_bytes(2, "big")
_KEY_BYTES = {AES_128_GCM: 16, AES_256_GCM: 32}


def seal(public_key: bytes, ephemeral: bytes, info: bytes, aad: bytes, plain: bytes, *, aead: int) -> bytes:
    """Encapsulated key | ciphertext of the first message, with a given ephemeral private key."""
    private = X25519PrivateKey.from_private_bytes(ephemeral)
    encapsulated = private.public_key().public_bytes_raw()
    shared = private.exchange(X25519PublicKey.from_public_bytes(public_key))
    key, nonce = _key_and_nonce(_shared_secret(shared, encapsulated + public_key), info, aead)
    return encapsulated + AESGCM(key).encrypt(nonce, plain, aad)


def unseal(private_key: bytes, sealed: bytes, info: bytes, aad: bytes, *, aead: int) -> bytes:
    """The first message."""
    private = X25519PrivateKey.from_private_bytes(private_key)
    encapsulated, text = sealed[:32], sealed[32:]
    shared = private.exchange(X25519PublicKey.from_public_bytes(encapsulated))
    context = encapsulated + private.public_key().public_bytes_raw()
    key, nonce = _key_and_nonce(_shared_secret(shared, context), info, aead)
    return AESGCM(key).decrypt(nonce, text, aad)


def _shared_secret(shared: bytes, context: bytes) -> bytes:
    pseudo_random = _labelled_extract(_KEM, b"", b"eae_prk", shared)
    return _labelled_expand(_KEM, pseudo_random, b"shared_secret", context, 32)


def _key_and_nonce(shared_secret: bytes, info: bytes, aead: int) -> tuple[bytes, bytes]:
    suite = b"HPKE" + b"".join(number.to_bytes(2, "big") for number in (0x0020, 0x0001, aead))
    context = b"\x00" + _labelled_extract(suite, b"", b"psk_id_hash", b"")
    context += _labelled_extract(suite, b"", b"info_hash", info)
    secret = _labelled_extract(suite, shared_secret, b"secret", b"")
    key = _labelled_expand(suite, secret, b"key", context, _KEY_BYTES[aead])
    return key, _labelled_expand(suite, secret, b"base_nonce", context, 12)


def _labelled_extract(suite: bytes, salt: bytes, label: bytes, secret: bytes) -> bytes:
    return hmac.digest(salt or bytes(32), b"HPKE-v1" + suite + label + secret, hashlib.sha256)


def _labelled_expand(suite: bytes, key: bytes, label: bytes, info: bytes, length: int) -> bytes:
    text = length.to_bytes(2, "big") + b"HPKE-v1" + suite + label + info
    output, block = b"", b""
    for count in range(1, -(-length // 32) + 1):
        block = hmac.digest(key, block + text + bytes([count]), hashlib.sha256)
        output += block
    return output[:length]
