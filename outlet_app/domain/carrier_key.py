"""A carrier's key as the owner stated it: since when it is in force, and what puts it out of force."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

SUBJECT = "carrier-key"
"""The first word of such a statement's subject."""

WAIT = timedelta(hours=24)
"""From the owner's statement until anything is sealed to a key, so that a wrong one is seen before. Source: design,
sealing."""

PUBLIC_KEY_BYTES = 32

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True)
class CarrierKey:
    """What the owner stated at `stated_at` (UTC, whole milliseconds) of the key of one carrier, named by its code.

    `public_key` has 32 bytes; None takes back whatever was stated before.
    """

    carrier: str
    public_key: bytes | None
    stated_at: datetime

    def __post_init__(self) -> None:
        if self.public_key is not None and len(self.public_key) != PUBLIC_KEY_BYTES:
            raise ValueError("a carrier's key has 32 bytes")

    @property
    def in_force_at(self) -> datetime:
        """From when (UTC) it counts: a key after its wait, a withdrawal at once."""
        return self.stated_at if self.public_key is None else self.stated_at + WAIT


def key_in_force(stated: Sequence[CarrierKey], now: datetime) -> CarrierKey | None:
    """Of what was stated of one carrier, in its order, the key in force at `now`; None where there is none.

    The former key goes on while a new one waits. Behind a withdrawal nothing stated before counts, whatever the time.
    """
    for each in reversed(stated):
        if each.public_key is None:
            return None
        if each.in_force_at <= now:
            return each
    return None


def key_waiting(stated: Sequence[CarrierKey], now: datetime) -> CarrierKey | None:
    """The key that was stated last and is not in force yet; None where there is none."""
    newest = stated[-1] if stated else None
    return newest if newest is not None and newest.public_key is not None and newest.in_force_at > now else None


def carrier_key_fields(key: CarrierKey) -> dict[str, object]:
    """What the owner's statement says; an empty key is a withdrawal."""
    public_key = b"" if key.public_key is None else key.public_key
    stated_ms = (key.stated_at - _EPOCH) // _MS
    return {"subject": f"{SUBJECT}:{key.carrier}", "public_key": public_key.hex(), "stated_ms": stated_ms}


def read_carrier_key(carrier: str, value: Mapping[str, object]) -> CarrierKey:
    """What the fields of such a statement about `carrier` say. Raises ValueError where they say nothing of the kind."""
    stated_ms = value.get("stated_ms")
    if type(stated_ms) is not int:
        raise ValueError("no time")
    public_key = bytes.fromhex(str(value.get("public_key"))) or None
    try:
        return CarrierKey(carrier, public_key, _EPOCH + stated_ms * _MS)
    except OverflowError:
        raise ValueError("no time of ours") from None
