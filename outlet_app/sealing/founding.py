"""A new outlet's keys: everything random is made here, once."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.sealing import account_keys, suite
from outlet_app.sealing.grants import (
    DATABASE_KEY_BYTES,
    DATABASE_SALT_BYTES,
    LABEL_KEY_BYTES,
    Grant,
    lock_escrow,
    lock_grant,
    lock_label_key,
)
from outlet_app.sealing.key_file import AccountEntry, KeyFile
from outlet_app.sealing.label_code import RECOVERY_BYTES, RecoveryCode, outlet_mark
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.owner_slots import enrol_owner, lock_recovery

if TYPE_CHECKING:
    from outlet_app.sealing.account_keys import OpenedAccount
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.owner_seed import OwnerSeed

ID_BYTES = 16


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Founding:
    """What founding leaves. Hides in `repr`.

    `card` is the text of the owner card's QR code. `recovery` is what the recovery sheet says: its QR code is
    `write_recovery_code`, its words `write_words`. Both go to paper and are dropped. `verify_key` (32 B) belongs to
    the owner's account and stands in its verify-key statement.
    """

    key_file: KeyFile
    opened: OpenedAccount
    owner_seed: OwnerSeed
    card: str
    recovery: RecoveryCode
    verify_key: bytes

    def __repr__(self) -> str:
        return "Founding(…)"


def database_name(epoch: int) -> str:
    """The name of the database file under the key of that epoch."""
    return f"outlet-{epoch}.db"


def found_outlet(
    outlet_name: str, owner_name: str, password: str, device_secret: DeviceSecret, cost: suite.Cost = suite.COST
) -> Founding:
    """Make an outlet with one account, the owner's, who signs in with `password` and gets a card.

    Nothing is written. Names must be such that `key_file.is_name` says yes.
    """
    outlet_id = suite.random_bytes(ID_BYTES)
    account_id = suite.random_bytes(ID_BYTES)
    seed = new_owner_seed(outlet_id)
    recovery = RecoveryCode(outlet_mark(outlet_id), suite.random_bytes(RECOVERY_BYTES))
    grant = _first_grant(seed)
    bare = KeyFile(
        outlet_id=outlet_id,
        outlet_name=outlet_name,
        database_name=database_name(grant.epoch),
        epoch=grant.epoch,
        generation=0,
        recovery_slot=lock_recovery(seed, recovery.secret),
        label_key_escrow=lock_label_key(seed, grant.label_key),
    )
    secrets = account_keys.new_secrets()
    entry = AccountEntry(
        account_id=account_id,
        name=owner_name,
        grant=lock_grant(secrets.account_key, outlet_id, account_id, grant),
        escrow=lock_escrow(seed, account_id, secrets.account_key),
        slot=account_keys.lock_account(bare, account_id, password, device_secret, secrets, cost),
    )
    enrolment = enrol_owner(bare.with_entry(entry), seed, account_id, password, device_secret, cost)
    opened = account_keys.opened_account(enrolment.key_file, account_id, secrets)
    return Founding(
        key_file=enrolment.key_file,
        opened=opened,
        owner_seed=seed,
        card=enrolment.card,
        recovery=recovery,
        verify_key=opened.signing_key.verify_key,
    )


def _first_grant(seed: OwnerSeed) -> Grant:
    return Grant(
        epoch=1,
        database_key=suite.random_bytes(DATABASE_KEY_BYTES),
        database_salt=suite.random_bytes(DATABASE_SALT_BYTES),
        owner_public_key=seed.public_key,
        owner_verify_key=seed.verify_key,
        label_key=suite.random_bytes(LABEL_KEY_BYTES),
    )
