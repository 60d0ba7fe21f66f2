"""The owner's consent to one act: his password and his card, which together open the owner seed."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeVar

from outlet_app import log
from outlet_app.errors import KeyMismatch
from outlet_app.sealing.grants import open_former_seed
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.services.backup_proof import prove_last_backup
from outlet_app.services.sheet_slot import name_once
from outlet_app.services.waits import Waits
from outlet_app.store import seed_change
from outlet_app.store.refused_sign_ins import RefusedSignIns

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


T = TypeVar("T")


def owner_seed(session: Session, keys: OutletKeys, password: str, card: str) -> OwnerSeed:
    """The seed for one act of the owner at the counter; drop it at once. No wait; what did not open is noted.

    While it is open, the head of the last backup is proven with it, and the owner wraps are tried. Raises
    WrongPassword.
    """
    account_id = session.account.account_id
    with waits(session, keys).noted(account_id, "card"):
        seed = keys.owner_seed(account_id, password, card)
    prove_last_backup(session, seed)
    name_once(session, keys, seed)
    lend(session, keys, seed)
    return seed


def owner_seeds(session: Session, keys: OutletKeys, password: str, card: str) -> tuple[OwnerSeed, ...]:
    """As `owner_seed`, and behind it the former seed while waybills may still be wrapped to that one."""
    seed = owner_seed(session, keys, password, card)
    former = _former_of(seed, _boxes(session, keys))
    return (seed,) if former is None else (seed, former)


def opened_by(seeds: tuple[OwnerSeed, ...], work: Callable[[OwnerSeed], T]) -> T:
    """What `work` makes with the first of `owner_seeds` that opens the row. Raises KeyMismatch when none does."""
    for seed in seeds[:-1]:
        try:
            return work(seed)
        except KeyMismatch:
            continue
    return work(seeds[-1])


def lend(session: Session, keys: OutletKeys, seed: OwnerSeed) -> None:
    """Let the work that waits for the owner's key go on with it, five minutes at most.

    Not where the way to the former seed was changed by another hand: what still opens by it would be called odd.
    """
    boxes = _boxes(session, keys)
    former = _former_of(seed, boxes)
    if boxes and former is None:
        log.fault("former_seed_unreadable")
        return
    session.outlet.wraps.lend(session.account.account_id, seed, former)


def _boxes(session: Session, keys: OutletKeys) -> list[bytes]:
    """Where the former seed is kept while waybills are moved."""
    return [box for box in (keys.key_file().former_seed, seed_change.former_seed(session.store.reader)) if box]


def _former_of(seed: OwnerSeed, boxes: list[bytes]) -> OwnerSeed | None:
    return next((each for each in (_former(seed, box) for box in boxes) if each is not None), None)


def _former(seed: OwnerSeed, box: bytes) -> OwnerSeed | None:
    try:
        return OwnerSeed(seed.outlet_id, open_former_seed(seed, box))
    except KeyMismatch:
        return None


def waits(session: Session, keys: OutletKeys) -> Waits:
    """The waits after failed tries, as the entrance keeps them."""
    return Waits(RefusedSignIns(keys.place.refusals), session.clock)
