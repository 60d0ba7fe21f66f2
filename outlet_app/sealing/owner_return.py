"""An owner who comes back with the owner seed: to a PC that has a backup only, or to his own without his password."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import account_keys, suite
from outlet_app.sealing.founding import database_name
from outlet_app.sealing.grants import (
    DATABASE_KEY_BYTES,
    DATABASE_SALT_BYTES,
    Grant,
    lock_escrow,
    lock_grant,
    open_escrow,
    open_grant,
    open_label_key,
)
from outlet_app.sealing.key_file import AccountEntry, KeyFile
from outlet_app.sealing.owner_slots import enrol_owner

if TYPE_CHECKING:
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.backup_head import BackupHead
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.owner_seed import OwnerSeed


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class OwnerReturn:
    """The next key file, the account as opened, and the text of its new card. Hides in `repr`.

    `opened.signing_key` is new as well: its verify key goes into the account's verify-key statement.
    """

    key_file: KeyFile
    opened: OpenedAccount
    card: str

    def __repr__(self) -> str:
        return "OwnerReturn(…)"


@dataclass(frozen=True, slots=True)
class Returning:
    """The owner who comes back: his account id, 16 bytes, his name, and the password he types now."""

    account_id: bytes
    name: str
    password: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class KeyPlace:
    """Where a restored outlet's keys begin: the epoch of its database, and a generation below that of its key file."""

    epoch: int
    generation: int


def refound_outlet(
    head: BackupHead,
    seed: OwnerSeed,
    owner: Returning,
    at: KeyPlace,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> OwnerReturn:
    """The key file of a restored outlet: a new database key, and one account, the owner's, with new keys and a card.

    The recovery sheet stays. Takes three Argon2id. Raises KeyMismatch when the head's label-key escrow is not the
    owner's.
    """
    label_key = open_label_key(seed, head.label_key_escrow)
    grant = Grant(
        epoch=at.epoch,
        database_key=suite.random_bytes(DATABASE_KEY_BYTES),
        database_salt=suite.random_bytes(DATABASE_SALT_BYTES),
        owner_public_key=seed.public_key,
        owner_verify_key=seed.verify_key,
        label_key=label_key,
    )
    bare = KeyFile(
        outlet_id=head.outlet_id,
        outlet_name=head.outlet_name,
        database_name=database_name(at.epoch),
        epoch=at.epoch,
        generation=at.generation,
        recovery_slot=head.recovery_slot,
        label_key_escrow=head.label_key_escrow,
        former_seed=head.former_seed,
    )
    return _seated(bare, seed, owner, grant, device_secret, cost)


def renew_owner(
    key_file: KeyFile,
    seed: OwnerSeed,
    owner: Returning,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> OwnerReturn:
    """New keys, password and card for an account of this key file; its former password and card open nothing there.

    Whether the account is an owner's is for the caller to know from the statements. Takes three Argon2id. Raises
    WrongPassword for an account that is not there, KeyMismatch as `grant_of`.
    """
    return _seated(key_file, seed, owner, grant_of(key_file, seed, owner.account_id), device_secret, cost)


def grant_of(key_file: KeyFile, seed: OwnerSeed, account_id: bytes) -> Grant:
    """What an account of this key file is granted, by its escrow and nobody's password.

    Raises WrongPassword for an account that is not there, KeyMismatch when escrow or grant are not as the owner wrote.
    """
    entry = key_file.entry(account_id)
    account_key = open_escrow(seed, account_id, entry.escrow)
    grant = open_grant(account_key, key_file.outlet_id, account_id, key_file.epoch, entry.grant)
    if (grant.owner_public_key, grant.owner_verify_key) != (seed.public_key, seed.verify_key):
        raise KeyMismatch
    return grant


def _seated(
    key_file: KeyFile, seed: OwnerSeed, owner: Returning, grant: Grant, device_secret: DeviceSecret, cost: suite.Cost
) -> OwnerReturn:
    secrets, account_id = account_keys.new_secrets(), owner.account_id
    entry = AccountEntry(
        account_id=account_id,
        name=owner.name,
        grant=lock_grant(secrets.account_key, seed.outlet_id, account_id, grant),
        escrow=lock_escrow(seed, account_id, secrets.account_key),
        slot=account_keys.lock_account(key_file, account_id, owner.password, device_secret, secrets, cost),
    )
    enrolment = enrol_owner(key_file.with_entry(entry), seed, account_id, owner.password, device_secret, cost)
    opened = account_keys.opened_account(enrolment.key_file, account_id, secrets)
    return OwnerReturn(key_file=enrolment.key_file, opened=opened, card=enrolment.card)
