"""An owner's list of canaries: locked for his account alone, of one size whatever is on it.

Plain: 10 places of 192 bytes: record id 16 | marked at, ms since 1970, 8 | last act then, 8 | note in UTF-8, 160,
padded with zeros. An empty place is zeros.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.canaries import MOST_CANARIES, Canary
from outlet_app.domain.context import ctx
from outlet_app.sealing import suite

if TYPE_CHECKING:
    from collections.abc import Sequence

NOTE_BYTES = 160
PLACE_BYTES = 16 + 8 + 8 + NOTE_BYTES
BOX_BYTES = MOST_CANARIES * PLACE_BYTES + suite.BOX_OVERHEAD
WORD_BYTES = 16

_EMPTY = bytes(PLACE_BYTES)
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MS = timedelta(milliseconds=1)


@dataclass(frozen=True, slots=True, repr=False)
class CanaryKeys:
    """What an account's full sign-in leaves of its key for its list: two keys of 32 bytes, each of one use.

    Hides in `repr`. A new account key gives other ones: the former list does not open any more.
    """

    outlet_id: bytes
    account_id: bytes
    box_key: bytes
    word_key: bytes

    def lock(self, canaries: Sequence[Canary]) -> bytes:
        """The list, locked: `BOX_BYTES` bytes that look random. Raises ValueError for more than 10."""
        if len(canaries) > MOST_CANARIES:
            raise ValueError("too many canaries")
        places = b"".join(map(_place, canaries)).ljust(MOST_CANARIES * PLACE_BYTES, b"\x00")
        return suite.box(self.box_key, places, self._context("canaries"))

    def open(self, box: bytes) -> tuple[Canary, ...]:
        """What was locked, in its order. Raises KeyMismatch for another account's box, or a changed one."""
        plain = suite.unbox(self.box_key, box, self._context("canaries"))
        places = [plain[start : start + PLACE_BYTES] for start in range(0, len(plain), PLACE_BYTES)]
        return tuple(_canary(place) for place in places if place != _EMPTY)

    def word_of(self, account_id: bytes, day: str, first_n: int, last_n: int) -> str:
        """The name under which an act tells of a flag of this list: 32 hexadecimal digits that tell nobody else which.

        An act that named person and acts would name the canary.
        """
        flag = ctx("canary-word", self.outlet_id, self.account_id, account_id, day, first_n, last_n)
        return suite.tag(self.word_key, flag)[:WORD_BYTES].hex()

    def _context(self, name: str) -> bytes:
        return ctx(name, self.outlet_id, self.account_id)

    def __repr__(self) -> str:
        return "CanaryKeys(…)"


def canary_keys(account_key: bytes, outlet_id: bytes, account_id: bytes) -> CanaryKeys:
    """The keys of one account's list: HKDF(AK; ctx("canaries", OID, account)), and "canary-words" for its words."""
    return CanaryKeys(
        outlet_id,
        account_id,
        suite.derive(account_key, ctx("canaries", outlet_id, account_id)),
        suite.derive(account_key, ctx("canary-words", outlet_id, account_id)),
    )


def _place(canary: Canary) -> bytes:
    note = canary.note.encode()
    if len(canary.record_id) != 16 or len(note) > NOTE_BYTES or "\x00" in canary.note:
        raise ValueError("a canary that no place holds")
    marked_ms = (canary.marked_at - _EPOCH) // _MS
    return (
        canary.record_id
        + marked_ms.to_bytes(8, "big")
        + canary.after_n.to_bytes(8, "big")
        + note.ljust(NOTE_BYTES, b"\x00")
    )


def _canary(place: bytes) -> Canary:
    marked_at = _EPOCH + int.from_bytes(place[16:24], "big") * _MS
    return Canary(place[:16], marked_at, int.from_bytes(place[24:32], "big"), place[32:].rstrip(b"\x00").decode())
