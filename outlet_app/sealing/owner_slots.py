"""The three ways to the owner seed: password with card, the recovery sheet, and, for a while, its successor."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.context import ctx
from outlet_app.errors import KeyMismatch, WrongPassword
from outlet_app.sealing import account_keys, suite
from outlet_app.sealing.grants import open_former_seed
from outlet_app.sealing.label_code import CARD_BYTES, CardCode, outlet_mark, write_card_code
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.password_slot import PasswordSlot, SlotPlace, lock_slot, open_slot
from outlet_app.sealing.recovery_words import read_words

if TYPE_CHECKING:
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.key_file import KeyFile


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Enrolment:
    """The next key file, and the text of the new card's QR code, to be printed or copied once and dropped."""

    key_file: KeyFile
    card: str

    def __repr__(self) -> str:
        return "Enrolment(…)"


def open_owner_seed(
    key_file: KeyFile, account_id: bytes, password: str, device_secret: DeviceSecret, card: CardCode
) -> OwnerSeed:
    """By an owner's password and card, on the outlet's PC.

    Raises WrongPassword for another password, card or PC, and for an account that has no card.
    """
    if card.outlet_mark != outlet_mark(key_file.outlet_id):
        raise WrongPassword
    place = SlotPlace("owner-slot", key_file.outlet_id, account_id)
    secrets = device_secret.secret + card.secret
    return OwnerSeed(key_file.outlet_id, open_slot(place, key_file.entry(account_id).owner_slot, password, secrets))


def open_with_recovery(key_file: KeyFile, words: str) -> OwnerSeed:
    """By the 25 words of the recovery sheet, on any PC.

    Raises LabelCodeRefused for miscopied words and WrongPassword for another outlet's or a replaced sheet.
    """
    return open_with_recovery_secret(key_file, read_words(words))


def open_with_recovery_secret(key_file: KeyFile, secret: bytes) -> OwnerSeed:
    """By the secret R, 32 bytes, as the sheet's QR code carries it.

    Raises WrongPassword for another outlet's or a replaced sheet.
    """
    return open_recovery_slot(key_file.outlet_id, key_file.recovery_slot, secret)


def open_recovery_slot(outlet_id: bytes, slot: bytes, secret: bytes) -> OwnerSeed:
    """By the secret R, 32 bytes, and a recovery slot, 61 bytes, wherever it stands: key file or head of a backup.

    Raises WrongPassword for another outlet's or a replaced sheet.
    """
    context = ctx("recovery", outlet_id)
    try:
        plain = suite.unbox(suite.derive(secret, context), slot, context)
    except KeyMismatch:
        raise WrongPassword from None
    return OwnerSeed(outlet_id, plain)


def open_former(key_file: KeyFile, seed: OwnerSeed) -> OwnerSeed | None:
    """The owner seed before this one, while waybills are still wrapped to it; None when all are moved.

    Raises KeyMismatch when `seed` is not the one in force.
    """
    if key_file.former_seed is None:
        return None
    return OwnerSeed(key_file.outlet_id, open_former_seed(seed, key_file.former_seed))


def enrol_owner(
    key_file: KeyFile,
    seed: OwnerSeed,
    account_id: bytes,
    password: str,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> Enrolment:
    """A new card for an owner who types his password; his former card opens nothing in the new key file.

    Raises WrongPassword when the password is not the account's own.
    """
    card = new_card(key_file.outlet_id)
    enrolled = enrol_with_card(key_file, seed, account_id, password, device_secret, card, cost)
    return Enrolment(key_file=enrolled, card=write_card_code(key_file.outlet_id, card.secret))


def new_card(outlet_id: bytes) -> CardCode:
    """A card that opens nothing yet: it can be on paper, and proven, before anything is locked with it."""
    return CardCode(outlet_mark(outlet_id), suite.random_bytes(CARD_BYTES))


def enrol_with_card(
    key_file: KeyFile,
    seed: OwnerSeed,
    account_id: bytes,
    password: str,
    device_secret: DeviceSecret,
    card: CardCode,
    cost: suite.Cost = suite.COST,
) -> KeyFile:
    """The next key file, in which this card and the owner's own password open the seed. Raises as `enrol_owner`."""
    account_keys.open_account(key_file, account_id, password, device_secret)
    slot = _owner_slot(seed, account_id, password, device_secret.secret + card.secret, cost)
    return key_file.with_entry(replace(key_file.entry(account_id), owner_slot=slot))


def change_owner_password(
    key_file: KeyFile,
    account_id: bytes,
    old: str,
    new: str,
    device_secret: DeviceSecret,
    card: CardCode,
    cost: suite.Cost = suite.COST,
) -> KeyFile:
    """The next key file, with the account slot and the owner slot under the new password; the card stays.

    Raises WrongPassword for another password or card.
    """
    seed = open_owner_seed(key_file, account_id, old, device_secret, card)
    secrets = account_keys.open_account(key_file, account_id, old, device_secret)
    slot = account_keys.lock_account(key_file, account_id, new, device_secret, secrets, cost)
    owner_slot = _owner_slot(seed, account_id, new, device_secret.secret + card.secret, cost)
    return key_file.with_entry(replace(key_file.entry(account_id), slot=slot, owner_slot=owner_slot))


def lock_recovery(seed: OwnerSeed, secret: bytes) -> bytes:
    """The recovery slot: the owner seed under R, 61 bytes."""
    context = ctx("recovery", seed.outlet_id)
    return suite.box(suite.derive(secret, context), seed.secret, context)


def _owner_slot(seed: OwnerSeed, account_id: bytes, password: str, secrets: bytes, cost: suite.Cost) -> PasswordSlot:
    return lock_slot(SlotPlace("owner-slot", seed.outlet_id, account_id), password, secrets, seed.secret, cost)
