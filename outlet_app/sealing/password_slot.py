"""A slot that a typed text opens on one PC: Argon2id of the text, and the device secret, over a box."""

from __future__ import annotations

from dataclasses import dataclass

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing import suite


@dataclass(frozen=True, slots=True)
class PasswordSlot:
    """A locked slot with its plain header. `salt` has 16 bytes; `blob` is a box."""

    salt: bytes
    cost: suite.Cost
    blob: bytes


@dataclass(frozen=True, slots=True)
class SlotPlace:
    """Where a slot stands; one moved to another outlet, account or kind does not open.

    `kind` is the word of its ctx: `slot`, `owner-slot` or `invitation`. `header` is what else stands plain beside it.
    """

    kind: str
    outlet_id: bytes
    account_id: bytes
    header: tuple[int, ...] = ()


def lock_slot(place: SlotPlace, text: str, secrets: bytes, plain: bytes, cost: suite.Cost) -> PasswordSlot:
    """Lock `plain` under a typed text and `secrets`: the device secret, 32 B, and for an owner slot the card's 16 B."""
    salt = suite.random_bytes(suite.SALT_BYTES)
    key = _key(place, suite.stretch(text, salt, cost) + secrets)
    return PasswordSlot(salt, cost, suite.box(key, plain, _aad(place, salt, cost)))


def open_slot(place: SlotPlace, slot: PasswordSlot | None, text: str, secrets: bytes) -> bytes:
    """What `lock_slot` locked.

    Raises WrongPassword for another text, PC, card, account or outlet, a changed header or bit, and for no slot.
    """
    if slot is None:
        raise WrongPassword
    key = _key(place, suite.stretch(text, slot.salt, slot.cost) + secrets)
    try:
        return suite.unbox(key, slot.blob, _aad(place, slot.salt, slot.cost))
    except KeyMismatch:
        raise WrongPassword from None


def _key(place: SlotPlace, secrets: bytes) -> bytes:
    return suite.derive(secrets, ctx(place.kind, place.outlet_id, place.account_id))


def _aad(place: SlotPlace, salt: bytes, cost: suite.Cost) -> bytes:
    parameters = (cost.memory_kib, cost.passes, cost.lanes)
    return ctx(place.kind, place.outlet_id, place.account_id, salt, *parameters, *place.header)
