"""A reader of key and hand-over files written from the manual's page for carriers, without any module of the program.

Only `cryptography` and `argon2` are used, as somebody else would in another language.
"""

from __future__ import annotations

import hashlib
import json
import unicodedata
from typing import Any

from argon2.low_level import Type, hash_secret_raw
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.asymmetric.x25519 import X25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hpke import AEAD, KDF, KEM, Suite
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def context(name: str, *parts: bytes | str | int) -> bytes:
    encoded = b""
    for part in (f"outlet-app/1/{name}", *parts):
        if isinstance(part, str):
            data = unicodedata.normalize("NFC", part).encode()
        elif isinstance(part, int):
            data = part.to_bytes(8, "big")
        else:
            data = part
        encoded += len(data).to_bytes(2, "big") + data
    return encoded


def derive(secret: bytes, info: bytes, length: int) -> bytes:
    return HKDF(hashes.SHA256(), length, None, info).derive(secret)


def unbox(key: bytes, blob: bytes, aad: bytes) -> bytes:
    assert blob[0] == 1
    return AESGCM(key).decrypt(blob[1:13], blob[13:], aad)


def fields(data: bytes) -> list[bytes]:
    found = []
    while data:
        length = int.from_bytes(data[:2], "big")
        found.append(data[2 : 2 + length])
        data = data[2 + length :]
    return found


def read_key(text: str, passphrase: str) -> bytes:
    value = json.loads(text)
    salt = bytes.fromhex(value["salt"])
    number = 0
    for character in value["public_key"].replace("-", "")[3:55]:
        number = number * 32 + _ALPHABET.index(character)
    public_key = number.to_bytes(32, "big")
    stretched = hash_secret_raw(
        unicodedata.normalize("NFKC", passphrase).encode(),
        salt,
        value["passes"],
        value["memory_kib"],
        value["lanes"],
        32,
        Type.ID,
    )
    key = derive(stretched, context("handover-key", public_key), 32)
    aad = context("handover-key", public_key, salt, value["memory_kib"], value["passes"], value["lanes"])
    return unbox(key, bytes.fromhex(value["box"]), aad)


def read_file(data: bytes, secret: bytes) -> list[dict[str, Any]]:
    text, signature = data[:-64], data[-64:]
    assert text[:3] == b"OH1"
    end = 7 + int.from_bytes(text[3:7], "big")
    head = fields(text[7:end])
    outlet_id, owner_key, serial, statement = head[0], head[10], int.from_bytes(head[11], "big"), head[12].decode()
    Ed25519PublicKey.from_public_bytes(owner_key).verify(head[13], context("statement", outlet_id, serial, statement))
    writer = bytes.fromhex(json.loads(statement)["verify_key"])
    signed = context("handover", outlet_id, hashlib.sha256(text).digest())
    Ed25519PublicKey.from_public_bytes(writer).verify(signature, signed)

    key = X25519PrivateKey.from_private_bytes(secret)
    mark = hashlib.sha256(context("carrier-key", key.public_key().public_bytes_raw())).digest()[:10]
    rest = fields(text[end:])
    assert len(rest) == 6 * int.from_bytes(head[9], "big")
    ours = [rest[at : at + 6] for at in range(0, len(rest), 6) if rest[at + 3] == mark]
    return [read_waybill(record, outlet_id, key) for record in ours]


def read_waybill(record: list[bytes], outlet_id: bytes, key: X25519PrivateKey) -> dict[str, Any]:
    record_id, number, version = record[0], record[1].decode(), int.from_bytes(record[2], "big")
    sealed, wrap = record[4], record[5]
    info = context("carrier", outlet_id, record_id, number, version, hashlib.sha256(sealed).digest())
    record_key = Suite(KEM.X25519, KDF.HKDF_SHA256, AEAD.AES_256_GCM).decrypt(wrap, key, info)
    both = derive(record_key, context("record", outlet_id, record_id, version), 64)
    assert both[32:] == sealed[:32]
    packed = unbox(both[:32], sealed[32:], context("details", outlet_id, record_id, number, version))
    length = int.from_bytes(packed[:2], "big")
    return {"number": number, **json.loads(packed[2 : 2 + length])}
