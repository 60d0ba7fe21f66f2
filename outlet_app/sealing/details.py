"""A waybill's personal details as bytes: canonical JSON behind its length, padded so that its size says little."""

from __future__ import annotations

import json
from dataclasses import asdict, dataclass

from outlet_app.domain.context import canonical_json
from outlet_app.domain.party import Party
from outlet_app.errors import Fault, FaultKind, InvalidDraft, KeyMismatch

SIZES = (512, 1024, 2048)
"""The only lengths that details have, in bytes."""

_LENGTH_BYTES = 2
_PARTY_FIELDS = frozenset({"name", "phone", "extension", "province", "city", "district", "detail"})
_FIELDS = frozenset({"sender", "recipient", "contents", "remark"})


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Details:
    """What is sealed of a waybill: both parties whole, the contents text and the remark as typed."""

    sender: Party
    recipient: Party
    contents: str
    remark: str

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "Details(…)"


def pack(details: Details) -> bytes:
    """Write details in 512, 1,024 or 2,048 bytes: 2-byte length, canonical JSON, zeros.

    Raises InvalidDraft, naming the longest text, when they need more than 2,046 bytes of JSON.
    """
    text = canonical_json(_plain(details)).encode()
    whole = len(text) + _LENGTH_BYTES
    size = next((size for size in SIZES if whole <= size), None)
    if size is None:
        raise InvalidDraft((Fault(_longest_field(details), FaultKind.TOO_LONG),))
    return (len(text).to_bytes(_LENGTH_BYTES, "big") + text).ljust(size, b"\x00")


def unpack(packed: bytes) -> Details:
    """Read what `pack` wrote.

    Raises KeyMismatch for anything else, so that a record key cannot vouch for another kind of text.
    """
    if len(packed) not in SIZES:
        raise KeyMismatch
    length = int.from_bytes(packed[:_LENGTH_BYTES], "big")
    try:
        details = _details(json.loads(packed[_LENGTH_BYTES : _LENGTH_BYTES + length]))
        known = pack(details) == packed  # half a surrogate pair cannot be packed, nor what NFC makes too long
    except (ValueError, TypeError, RecursionError, InvalidDraft):
        raise KeyMismatch from None
    if not known:
        raise KeyMismatch
    return details


def _plain(details: Details) -> dict[str, str | dict[str, str]]:
    return {
        "sender": asdict(details.sender),
        "recipient": asdict(details.recipient),
        "contents": details.contents,
        "remark": details.remark,
    }


def _details(value: object) -> Details:
    fields = _fields(value, _FIELDS)
    return Details(
        sender=_party(fields["sender"]),
        recipient=_party(fields["recipient"]),
        contents=_text(fields["contents"]),
        remark=_text(fields["remark"]),
    )


def _party(value: object) -> Party:
    return Party(**{name: _text(text) for name, text in _fields(value, _PARTY_FIELDS).items()})


def _fields(value: object, names: frozenset[str]) -> dict[str, object]:
    if not isinstance(value, dict) or set(value) != names:
        raise ValueError("other fields than details have")
    return value


def _text(value: object) -> str:
    if not isinstance(value, str):
        raise TypeError("a field of details is text")
    return value


def _longest_field(details: Details) -> str:
    texts = {
        "sender.name": details.sender.name,
        "sender.detail": details.sender.detail,
        "recipient.name": details.recipient.name,
        "recipient.detail": details.recipient.detail,
        "contents": details.contents,
        "remark": details.remark,
    }
    return max(texts, key=lambda field: len(texts[field].encode()))
