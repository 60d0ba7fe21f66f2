"""An account's own keys: sign-in, PIN, change of password, and the first sign-in by invitation."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.errors import InvitationExpired, WrongPassword
from outlet_app.sealing import suite
from outlet_app.sealing.canaries import CanaryKeys, canary_keys
from outlet_app.sealing.grants import open_grant
from outlet_app.sealing.invitation_code import InvitationPlace, open_invitation
from outlet_app.sealing.password_slot import PasswordSlot, SlotPlace, lock_slot, open_slot

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.key_file import KeyFile

PIN_DIGITS = 6

_NO_PIN = b"\x00" * PIN_DIGITS
_PIN = re.compile(r"[0-9]{6}")


@dataclass(frozen=True, slots=True, repr=False)
class AccountSecrets:
    """AK, the seed of ASK (32 bytes each) and the PIN, None until one is set. Hides in `repr`; dropped at once."""

    account_key: bytes
    signing_seed: bytes
    pin: str | None = None

    def __repr__(self) -> str:
        return "AccountSecrets(…)"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OpenedAccount:
    """What a full sign-in leaves in memory; the account key is not in it. Hides in `repr`.

    `signing_key` (ASK) signs the account's acts. `database_key` has 32 bytes, `database_salt` 16. Details are sealed
    to `owner_public_key` and to no other; `owner_verify_key` verifies statements; `label_key` makes codes genuine.
    `canaries` opens the account's own list; every account has them, an owner alone a list.
    """

    outlet_id: bytes
    account_id: bytes
    signing_key: suite.SigningKey
    pin: str | None
    epoch: int
    database_key: bytes
    database_salt: bytes
    owner_public_key: bytes
    owner_verify_key: bytes
    label_key: bytes
    canaries: CanaryKeys

    def has_pin(self, pin: str) -> bool:
        """Whether a PIN is set and `pin` is it; compared in constant time."""
        return self.pin is not None and suite.same(self.pin.encode(), pin.encode())

    def __repr__(self) -> str:
        return f"OpenedAccount({self.account_id.hex()})"


def new_secrets() -> AccountSecrets:
    """AK and ASK for an account that is new or reset; no PIN yet."""
    return AccountSecrets(suite.random_bytes(suite.KEY_BYTES), suite.random_bytes(suite.KEY_BYTES))


def sign_in(key_file: KeyFile, account_id: bytes, password: str, device_secret: DeviceSecret) -> OpenedAccount:
    """A full sign-in; takes as long as the slot's Argon2id.

    Raises WrongPassword when the slot does not open: the password is right exactly when it does. Raises KeyMismatch
    when the account's grant is not its own.
    """
    return opened_account(key_file, account_id, open_account(key_file, account_id, password, device_secret))


def set_pin(
    key_file: KeyFile, account_id: bytes, password: str, pin: str | None, device_secret: DeviceSecret
) -> KeyFile:
    """The next key file, with this PIN of 6 digits, or with None no PIN any more, in the account's slot.

    Raises WrongPassword, and ValueError for anything but 6 ASCII digits.
    """
    if pin is not None and _PIN.fullmatch(pin) is None:
        raise ValueError("a PIN has 6 digits")
    secrets = open_account(key_file, account_id, password, device_secret)
    entry = key_file.entry(account_id)
    assert entry.slot is not None
    slot = lock_account(key_file, account_id, password, device_secret, replace(secrets, pin=pin), entry.slot.cost)
    return key_file.with_entry(replace(entry, slot=slot))


def accept_invitation(
    key_file: KeyFile,
    account_id: bytes,
    code: str,
    password: str,
    device_secret: DeviceSecret,
    now: datetime,
    cost: suite.Cost = suite.COST,
) -> tuple[KeyFile, OpenedAccount]:
    """The first sign-in: the next key file, in which the account's slot stands in the invitation's place.

    `code` may be typed with spaces, hyphens, small letters, and O, I or L for 0 and 1. Raises WrongPassword for
    another code or no invitation, InvitationExpired when `now` is past its time.
    """
    entry = key_file.entry(account_id)
    if entry.invitation is None:
        raise WrongPassword
    if now.timestamp() * 1000 > entry.invitation.expires_at_ms:
        raise InvitationExpired
    place = InvitationPlace(key_file.outlet_id, account_id, entry.invitation.expires_at_ms)
    secrets = AccountSecrets(*open_invitation(place, entry.invitation.slot, code, device_secret))
    slot = lock_account(key_file, account_id, password, device_secret, secrets, cost)
    accepted = key_file.with_entry(replace(entry, slot=slot, invitation=None))
    return accepted, opened_account(accepted, account_id, secrets)


def change_password(
    key_file: KeyFile,
    account_id: bytes,
    old: str,
    new: str,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> KeyFile:
    """The next key file, with a clerk's slot under the new password.

    An owner's change needs the card: `owner_slots.change_owner_password`. Raises WrongPassword, and ValueError for an
    account that has an owner slot.
    """
    entry = key_file.entry(account_id)
    if entry.owner_slot is not None:
        raise ValueError("an owner's password changes with the card")
    secrets = open_account(key_file, account_id, old, device_secret)
    slot = lock_account(key_file, account_id, new, device_secret, secrets, cost)
    return key_file.with_entry(replace(entry, slot=slot))


def open_account(key_file: KeyFile, account_id: bytes, password: str, device_secret: DeviceSecret) -> AccountSecrets:
    """The account's own secrets, for one change of its slot.

    Raises WrongPassword.
    """
    place = SlotPlace("slot", key_file.outlet_id, account_id)
    plain = open_slot(place, key_file.entry(account_id).slot, password, device_secret.secret)
    pin = plain[64:]
    return AccountSecrets(plain[:32], plain[32:64], None if pin == _NO_PIN else pin.decode("ascii"))


def lock_account(
    key_file: KeyFile,
    account_id: bytes,
    password: str,
    device_secret: DeviceSecret,
    secrets: AccountSecrets,
    cost: suite.Cost,
) -> PasswordSlot:
    """A new account slot: AK 32 B | ASK 32 B | PIN, 6 digits or 6 zero bytes."""
    place = SlotPlace("slot", key_file.outlet_id, account_id)
    pin = _NO_PIN if secrets.pin is None else secrets.pin.encode("ascii")
    return lock_slot(place, password, device_secret.secret, secrets.account_key + secrets.signing_seed + pin, cost)


def opened_account(key_file: KeyFile, account_id: bytes, secrets: AccountSecrets) -> OpenedAccount:
    """Open the account's grant and drop its account key.

    Raises KeyMismatch when the grant is not this account's, epoch's and outlet's.
    """
    entry = key_file.entry(account_id)
    grant = open_grant(secrets.account_key, key_file.outlet_id, account_id, key_file.epoch, entry.grant)
    return OpenedAccount(
        outlet_id=key_file.outlet_id,
        account_id=account_id,
        signing_key=suite.SigningKey(secrets.signing_seed),
        pin=secrets.pin,
        epoch=grant.epoch,
        database_key=grant.database_key,
        database_salt=grant.database_salt,
        owner_public_key=grant.owner_public_key,
        owner_verify_key=grant.owner_verify_key,
        label_key=grant.label_key,
        canaries=canary_keys(secrets.account_key, key_file.outlet_id, account_id),
    )
