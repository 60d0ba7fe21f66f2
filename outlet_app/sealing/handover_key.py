"""A carrier's key for sealed hand-over: its text for people, its fingerprint, and the file that keeps its secret half.

The carrier makes the key and keeps the file; the outlet gets the text, and the fingerprint by another way.
"""

from __future__ import annotations

import json
import re
import unicodedata
from typing import TYPE_CHECKING

from outlet_app.domain.carrier_key import PUBLIC_KEY_BYTES
from outlet_app.domain.context import canonical_json, ctx
from outlet_app.errors import FileDamaged, FileTooNew, KeyMismatch, WrongPassword
from outlet_app.sealing import base32, suite

if TYPE_CHECKING:
    from pathlib import Path

MARK_BYTES = 10
"""What a fingerprint shows of the hash: 80 bits, which nobody meets by trying keys."""

MOST_KEY_FILE_BYTES = 4096

_BEGINS = "HK1"
_KEY_CHARACTERS = 52
_CHECK_CHARACTERS = 8
_GROUP = 4
_FORMAT = "outlet-app handover key "
_VERSION = "1"
_FIELDS = frozenset({"format", "public_key", "salt", "memory_kib", "passes", "lanes", "box"})
_BETWEEN = re.compile(r"[\s\-]+")
# Crockford's look-alikes, for what people type and read to each other.
_LOOK_ALIKES = str.maketrans("OIL", "011")


def write_public_key(public_key: bytes) -> str:
    """The text of a carrier's public key (32 bytes): `HK1` and 15 groups of four characters, hyphens between.

    Characters of Crockford's base32; the last two groups guard against slips of a hand copy. It is no label code and
    no secret.
    """
    body = base32.encode_bytes(public_key)
    return "-".join([_BEGINS, *_groups(body + _check(body))])


def read_public_key(text: str) -> bytes:
    """The 32 bytes behind a text of `write_public_key`, scanned, pasted or typed.

    Hyphens, spaces and line ends may stand anywhere or be left out; letters may be small or full width, O may stand for
    0, I and L for 1. Raises KeyMismatch for anything else, and for a key that nothing can be sealed to.
    """
    plain = plain_text(text)
    body, check = plain.removeprefix(_BEGINS)[:_KEY_CHARACTERS], plain[-_CHECK_CHARACTERS:]
    if plain != _BEGINS + body + check or check != _check(body):
        raise KeyMismatch
    try:
        public_key = base32.decode_bytes(body, PUBLIC_KEY_BYTES)
    except ValueError:
        raise KeyMismatch from None
    suite.hpke_seal(public_key, b"", b"")
    return public_key


def key_mark(public_key: bytes) -> bytes:
    """The 10 bytes by which a hand-over file names the key that a waybill is sealed to."""
    return suite.digest(ctx("carrier-key", public_key))[:MARK_BYTES]


def fingerprint(public_key: bytes) -> str:
    """What is compared by eye and by telephone: four groups of four characters."""
    return fingerprint_of(key_mark(public_key))


def fingerprint_of(mark: bytes) -> str:
    """The fingerprint that a mark of 10 bytes stands for."""
    return "-".join(_groups(base32.encode_bytes(mark)))


def is_same_fingerprint(typed: str, public_key: bytes) -> bool:
    """Whether somebody typed this key's fingerprint, whole; read as leniently as the key's text."""
    return plain_text(typed) == base32.encode_bytes(key_mark(public_key))


def write_key_file(secret: bytes, passphrase: str, cost: suite.Cost = suite.COST) -> bytes:
    """What a carrier's key file holds: the secret key (32 bytes) boxed under Argon2id of the passphrase, as JSON."""
    salt = suite.random_bytes(suite.SALT_BYTES)
    public_key = suite.OpeningKey(secret).public_key
    blob = suite.box(_box_key(passphrase, salt, cost, public_key), secret, _context(public_key, salt, cost))
    value = {
        "format": _FORMAT + _VERSION,
        "public_key": write_public_key(public_key),
        "salt": salt.hex(),
        "memory_kib": cost.memory_kib,
        "passes": cost.passes,
        "lanes": cost.lanes,
        "box": blob.hex(),
    }
    return canonical_json(value).encode() + b"\n"


def read_key_file(data: bytes, passphrase: str, path: Path) -> suite.OpeningKey:
    """The key in a file of `write_key_file`; `path` is for errors. As slow as Argon2id.

    Raises FileDamaged for anything else, FileTooNew, and WrongPassword.
    """
    value = _fields(data, path)
    try:
        cost = suite.Cost(_whole(value["memory_kib"]), _whole(value["passes"]), _whole(value["lanes"]))
        salt, blob = bytes.fromhex(str(value["salt"])), bytes.fromhex(str(value["box"]))
        public_key = read_public_key(str(value["public_key"]))
        key = _box_key(passphrase, salt, cost, public_key)
    except (KeyMismatch, ValueError):
        raise FileDamaged(path) from None
    try:
        opened = suite.OpeningKey(suite.unbox(key, blob, _context(public_key, salt, cost)))
    except KeyMismatch:
        raise WrongPassword from None
    if opened.public_key != public_key:
        raise FileDamaged(path)
    return opened


def _fields(data: bytes, path: Path) -> dict[str, object]:
    try:
        value = json.loads(data)
    except (ValueError, RecursionError):
        raise FileDamaged(path) from None
    if not isinstance(value, dict) or not str(value.get("format")).startswith(_FORMAT):
        raise FileDamaged(path)
    if value["format"] != _FORMAT + _VERSION:
        raise FileTooNew(path)
    if set(value) != _FIELDS:
        raise FileDamaged(path)
    return value


def _whole(value: object) -> int:
    if type(value) is not int:
        raise ValueError("not a whole number")
    return value


def _box_key(passphrase: str, salt: bytes, cost: suite.Cost, public_key: bytes) -> bytes:
    return suite.derive(suite.stretch(passphrase, salt, cost), ctx("handover-key", public_key))


def _context(public_key: bytes, salt: bytes, cost: suite.Cost) -> bytes:
    return ctx("handover-key", public_key, salt, cost.memory_kib, cost.passes, cost.lanes)


def plain_text(text: str) -> str:
    """What was typed of a key or fingerprint, without hyphens and spaces, in the one form."""
    return _BETWEEN.sub("", unicodedata.normalize("NFKC", text)).upper().translate(_LOOK_ALIKES)


def _check(body: str) -> str:
    """Not a proof, only a guard against slips."""
    return base32.encode_bytes(suite.digest(ctx("handover-key-check", body))[:5])


def _groups(text: str) -> list[str]:
    return [text[at : at + _GROUP] for at in range(0, len(text), _GROUP)]
