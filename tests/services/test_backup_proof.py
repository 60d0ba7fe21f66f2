"""The head of the last backup, tried with the owner's key while it is open for another act."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import KeyMismatch
from outlet_app.sealing import backup_head
from outlet_app.sealing.grants import open_label_key
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.services.backup_proof import prove_last_backup
from outlet_app.store import activities, backups
from outlet_app.store.backups import Proof
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.store.backup_copy import BackupProgress
    from tests.outlets import Outlet


def ignore(_: BackupProgress) -> None:
    return


def names(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_the_head_is_proven_once_when_the_owner_shows_his_card(outlet: Outlet, keeper: Services) -> None:
    keeper.backup.make(ignore)
    keeper.supplies.approve_printers((LABEL_PRINTER,), password=OWNER_PASSWORD, card=outlet.card)
    standing = keeper.backup.standing()
    assert standing.last is not None
    assert standing.last.proof is Proof.OPENS
    keeper.supplies.approve_printers((LABEL_PRINTER,), password=OWNER_PASSWORD, card=outlet.card)
    kinds = [act.kind for act in activities.after(keeper.session.store.reader, 0, 1000)]
    assert kinds.count(ActivityKind.BACKUP_CHECKED) == 1


def test_a_head_that_the_owners_key_does_not_open_is_told_and_a_new_backup_is_due(keeper: Services) -> None:
    keeper.backup.make(ignore)
    assert not keeper.backup.is_due()
    prove_last_backup(keeper.session, new_owner_seed(keeper.session.outlet_id))
    standing = keeper.backup.standing()
    assert standing.last is not None
    assert standing.last.proof is Proof.FAILS
    assert keeper.backup.is_due()


def test_a_note_of_a_head_that_is_none_fails_its_proof_and_is_no_backup(outlet: Outlet, keeper: Services) -> None:
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    keeper.session.write(backups.made("outlet-backup-20261122-013000.oab", b"nothing", 7, bytes(32)))
    assert keeper.backup.standing().last is None
    prove_last_backup(keeper.session, seed)
    noted = backups.last(keeper.session.store.reader)
    assert noted is not None
    assert noted.proof is Proof.FAILS


def test_an_escrow_of_another_label_key_fails_the_proof(outlet: Outlet, keeper: Services) -> None:
    made = keeper.backup.make(ignore)
    with pytest.raises(KeyMismatch):
        open_label_key(outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card), bytes(61))
    planted = backup_head.encode(replace(made.head, label_key_escrow=bytes(61)))
    keeper.session.write(backups.made(made.path.name, planted, 1, made.owner_public_key))
    prove_last_backup(keeper.session, outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card))
    standing = keeper.backup.standing()
    assert standing.last is not None
    assert standing.last.proof is Proof.FAILS


def test_a_backup_for_the_owner_key_before_this_one_counts_for_none_and_a_new_one_is_due(keeper: Services) -> None:
    made = keeper.backup.make(ignore)
    head = backup_head.encode(made.head)
    keeper.session.write(backups.made(made.path.name, head, 1, new_owner_seed(keeper.session.outlet_id).public_key))
    standing = keeper.backup.standing()
    assert standing.last is not None
    assert standing.last.proof is Proof.FAILS
    assert keeper.backup.is_due()
