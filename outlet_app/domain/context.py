"""`ctx`, the one encoding under every hash, signature, AAD and derivation; and canonical JSON."""

from __future__ import annotations

import json
import unicodedata

_PREFIX = "outlet-app/1/"


def ctx(name: str, *parts: bytes | str | int) -> bytes:
    """Encode `name` and `parts` so that no two different lists of one name give the same bytes.

    Each item, the prefixed name first, stands behind its length in 2 bytes big-endian: text as UTF-8 in NFC, whole
    numbers as 8 bytes big-endian, bytes as they are. Bare concatenation would collide.

    Raises ValueError for a part over 65,535 bytes and OverflowError for a number below 0 or above 2**64 - 1.
    """
    encoded = [_encode(_PREFIX + name), *(_encode(part) for part in parts)]
    return b"".join(encoded)


def canonical_json(value: object) -> str:
    """Write `value` in the one form that is hashed and sealed: sorted keys, no spaces, characters as they are, NFC."""
    text = json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)
    return unicodedata.normalize("NFC", text)


def _encode(part: bytes | str | int) -> bytes:
    if isinstance(part, str):
        part = unicodedata.normalize("NFC", part).encode()
    elif isinstance(part, int):
        part = part.to_bytes(8, "big")
    if len(part) > 0xFFFF:
        msg = f"a part of {len(part)} bytes does not fit a 2-byte length"
        raise ValueError(msg)
    return len(part).to_bytes(2, "big") + part
