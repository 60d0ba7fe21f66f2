"""The code that the owner tells a new person, and the slot that it opens once."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.sealing import base32, suite
from outlet_app.sealing.key_file import InvitationSlot
from outlet_app.sealing.password_slot import SlotPlace, lock_slot, open_slot

if TYPE_CHECKING:
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.password_slot import PasswordSlot

CODE_CHARACTERS = 10

_LOOK_ALIKES = str.maketrans({"O": "0", "I": "1", "L": "1", " ": None, "-": None})


def new_invitation_code() -> str:
    """10 characters of Crockford's alphabet, 50 random bits."""
    return base32.encode(int.from_bytes(suite.random_bytes(7), "big") >> 6, CODE_CHARACTERS)


@dataclass(frozen=True, slots=True)
class InvitationPlace:
    """What an invitation is bound to: the account, and the time it ends at (UTC, milliseconds since 1970)."""

    outlet_id: bytes
    account_id: bytes
    expires_at_ms: int

    @property
    def slot_place(self) -> SlotPlace:
        """The same, as a slot is bound."""
        return SlotPlace("invitation", self.outlet_id, self.account_id, (self.expires_at_ms,))


def lock_invitation(
    place: InvitationPlace, code: str, device_secret: DeviceSecret, secrets: bytes, cost: suite.Cost
) -> InvitationSlot:
    """A slot with AK 32 B | ASK 32 B."""
    return InvitationSlot(lock_slot(place.slot_place, code, device_secret.secret, secrets, cost), place.expires_at_ms)


def open_invitation(
    place: InvitationPlace, slot: PasswordSlot, code: str, device_secret: DeviceSecret
) -> tuple[bytes, bytes]:
    """AK and the seed of ASK, by the code as a person types it: spaces, hyphens, small letters, O, I and L allowed.

    Raises WrongPassword.
    """
    plain = open_slot(place.slot_place, slot, _typed(code), device_secret.secret)
    return plain[:32], plain[32:]


def _typed(code: str) -> str:
    return unicodedata.normalize("NFKC", code).upper().translate(_LOOK_ALIKES)
