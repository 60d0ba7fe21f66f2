"""What only an open owner seed can do to the key file: invite, reset, renew grants."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import account_keys, suite
from outlet_app.sealing.founding import ID_BYTES, database_name
from outlet_app.sealing.grants import (
    DATABASE_KEY_BYTES,
    DATABASE_SALT_BYTES,
    Grant,
    lock_escrow,
    lock_grant,
    open_escrow,
    open_label_key,
)
from outlet_app.sealing.invitation_code import InvitationPlace, lock_invitation, new_invitation_code
from outlet_app.sealing.key_file import AccountEntry
from outlet_app.sealing.owner_slots import enrol_owner

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.sealing.owner_slots import Enrolment


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Invitation:
    """The next key file, and what the owner needs to tell and to state. Hides in `repr`.

    `code` (10 characters) is told to the person; `verify_key` (32 B) goes into the account's verify-key statement.
    """

    key_file: KeyFile
    account_id: bytes
    code: str
    verify_key: bytes

    def __repr__(self) -> str:
        return f"Invitation({self.account_id.hex()})"


@dataclass(frozen=True, slots=True)
class Newcomer:
    """Whom an invitation is for: his account id, 16 bytes, his name, and until when (aware) its code holds."""

    account_id: bytes
    name: str
    expires_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Renewal:
    """The next key file, in which every account is granted a new database key, and that grant itself."""

    key_file: KeyFile
    grant: Grant

    def __repr__(self) -> str:
        return f"Renewal(epoch {self.grant.epoch})"


def invite(
    key_file: KeyFile,
    seed: OwnerSeed,
    opened: OpenedAccount,
    name: str,
    device_secret: DeviceSecret,
    expires_at: datetime,
    cost: suite.Cost = suite.COST,
) -> Invitation:
    """A new account with a new id, to be opened once with the code until `expires_at` (aware).

    `opened` is the owner's own account. Raises KeyMismatch when its grant names another owner than `seed`.
    """
    newcomer = Newcomer(suite.random_bytes(ID_BYTES), name, expires_at)
    return _invited(key_file, seed, _own_grant(key_file, seed, opened), newcomer, device_secret, cost)


def reset_account(
    key_file: KeyFile,
    seed: OwnerSeed,
    opened: OpenedAccount,
    person: Newcomer,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> Invitation:
    """The same account with new keys and a new code, when its password was forgotten or seen; its card ends too.

    Also for an account that the key file does not hold any more since the outlet was restored. Raises as `invite`.
    """
    return _invited(key_file, seed, _own_grant(key_file, seed, opened), person, device_secret, cost)


def seat_owner(
    invitation: Invitation,
    seed: OwnerSeed,
    password: str,
    device_secret: DeviceSecret,
    now: datetime,
    cost: suite.Cost = suite.COST,
) -> Enrolment:
    """An owner who was invited or reset a moment ago types his password in the same sitting and gets his card.

    Takes as long as four Argon2id. His code is used up with it.
    """
    account_id = invitation.account_id
    accepted, _ = account_keys.accept_invitation(
        invitation.key_file, account_id, invitation.code, password, device_secret, now, cost
    )
    return enrol_owner(accepted, seed, account_id, password, device_secret, cost)


def renew_grants(key_file: KeyFile, seed: OwnerSeed) -> Renewal:
    """A new database key for everybody, without anybody's password: the next epoch, and a file named by it.

    The database must stand under the new key and name before this key file is written: that is the commit. Raises
    KeyMismatch when an escrow is not what the owner wrote.
    """
    return renew_under(key_file, seed, seed)


def renew_under(key_file: KeyFile, held_by: OwnerSeed, seed: OwnerSeed) -> Renewal:
    """As `renew_grants`, and grants and escrows are those of another owner seed than the one that holds them now."""
    epoch = key_file.epoch + 1
    grant = Grant(
        epoch=epoch,
        database_key=suite.random_bytes(DATABASE_KEY_BYTES),
        database_salt=suite.random_bytes(DATABASE_SALT_BYTES),
        owner_public_key=seed.public_key,
        owner_verify_key=seed.verify_key,
        label_key=open_label_key(held_by, key_file.label_key_escrow),
    )
    entries = tuple(_regranted(entry, held_by, seed, grant) for entry in key_file.accounts)
    renewed = replace(
        key_file,
        generation=key_file.generation + 1,
        epoch=epoch,
        database_name=database_name(epoch),
        accounts=entries,
    )
    return Renewal(key_file=renewed, grant=grant)


def _invited(
    key_file: KeyFile,
    seed: OwnerSeed,
    grant: Grant,
    newcomer: Newcomer,
    device_secret: DeviceSecret,
    cost: suite.Cost,
) -> Invitation:
    secrets, code, account_id = account_keys.new_secrets(), new_invitation_code(), newcomer.account_id
    slot = lock_invitation(
        InvitationPlace(key_file.outlet_id, account_id, int(newcomer.expires_at.timestamp() * 1000)),
        code,
        device_secret,
        secrets.account_key + secrets.signing_seed,
        cost,
    )
    entry = AccountEntry(
        account_id=account_id,
        name=newcomer.name,
        grant=lock_grant(secrets.account_key, key_file.outlet_id, account_id, grant),
        escrow=lock_escrow(seed, account_id, secrets.account_key),
        invitation=slot,
    )
    verify_key = suite.SigningKey(secrets.signing_seed).verify_key
    return Invitation(key_file=key_file.with_entry(entry), account_id=account_id, code=code, verify_key=verify_key)


def _own_grant(key_file: KeyFile, seed: OwnerSeed, opened: OpenedAccount) -> Grant:
    if (opened.owner_public_key, opened.owner_verify_key) != (seed.public_key, seed.verify_key):
        raise KeyMismatch
    return _grant(seed, opened, open_label_key(seed, key_file.label_key_escrow))


def _grant(seed: OwnerSeed, opened: OpenedAccount, label_key: bytes) -> Grant:
    return Grant(
        epoch=opened.epoch,
        database_key=opened.database_key,
        database_salt=opened.database_salt,
        owner_public_key=seed.public_key,
        owner_verify_key=seed.verify_key,
        label_key=label_key,
    )


def _regranted(entry: AccountEntry, held_by: OwnerSeed, seed: OwnerSeed, grant: Grant) -> AccountEntry:
    account_key = open_escrow(held_by, entry.account_id, entry.escrow)
    return replace(
        entry,
        grant=lock_grant(account_key, seed.outlet_id, entry.account_id, grant),
        escrow=lock_escrow(seed, entry.account_id, account_key),
    )
