"""A new owner seed: drawn first, so that its card and sheet can be on paper before they count, then put in force."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.sealing import suite
from outlet_app.sealing.grants import lock_former_seed, lock_label_key
from outlet_app.sealing.label_code import RECOVERY_BYTES, RecoveryCode, outlet_mark
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.owner_slots import enrol_with_card, lock_recovery, new_card
from outlet_app.sealing.staff_keys import Renewal, renew_under

if TYPE_CHECKING:
    from outlet_app.sealing.device import DeviceSecret
    from outlet_app.sealing.key_file import KeyFile
    from outlet_app.sealing.label_code import CardCode
    from outlet_app.sealing.owner_seed import OwnerSeed


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class SeedDraft:
    """A seed that opens nothing yet, with the card of the owner who acts and the recovery sheet. Hides in `repr`."""

    owner_seed: OwnerSeed
    card: CardCode
    recovery: RecoveryCode

    def __repr__(self) -> str:
        return "SeedDraft(…)"


def draw_seed(outlet_id: bytes) -> SeedDraft:
    """Everything random that a replacement needs; nobody's password, and nothing of the seed in force."""
    return SeedDraft(
        owner_seed=new_owner_seed(outlet_id),
        card=new_card(outlet_id),
        recovery=RecoveryCode(outlet_mark(outlet_id), suite.random_bytes(RECOVERY_BYTES)),
    )


def replace_owner_seed(
    key_file: KeyFile,
    former: OwnerSeed,
    draft: SeedDraft,
    account_id: bytes,
    password: str,
    device_secret: DeviceSecret,
    cost: suite.Cost = suite.COST,
) -> Renewal:
    """The next key file: the seed of `draft` in force, a new database key, other owners without a card.

    The database must stand under the new key, its statements signed again, before this key file is written: that is
    the commit. Waybills are then wrapped anew with `rewrap`, and `without_former_seed` written. Raises WrongPassword,
    KeyMismatch when an escrow is not what the owner wrote, ValueError while an earlier replacement is not finished.
    """
    if key_file.former_seed is not None:
        raise ValueError("waybills are still wrapped to the seed before")
    seed = draft.owner_seed
    renewal = renew_under(key_file, former, seed)
    moved = replace(
        renewal.key_file,
        recovery_slot=lock_recovery(seed, draft.recovery.secret),
        label_key_escrow=lock_label_key(seed, renewal.grant.label_key),
        former_seed=lock_former_seed(seed, former),
        accounts=tuple(replace(entry, owner_slot=None) for entry in renewal.key_file.accounts),
    )
    enrolled = enrol_with_card(moved, seed, account_id, password, device_secret, draft.card, cost)
    return Renewal(key_file=enrolled, grant=renewal.grant)


def without_former_seed(key_file: KeyFile) -> KeyFile:
    """The next key file, once every waybill is wrapped to the owner seed in force."""
    return replace(key_file, generation=key_file.generation + 1, former_seed=None)
