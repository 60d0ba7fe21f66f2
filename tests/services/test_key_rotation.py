"""A new database key for everybody who is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, FileReadOnly
from outlet_app.services import key_rotation
from outlet_app.services.staff import unheard
from outlet_app.store import near_checkpoint
from outlet_app.store.store import Store
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    """The owner is signed in."""
    services = outlet.owner()
    yield services
    outlet.entrance.close()


def _rotate(outlet: Outlet, owner: Services) -> None:
    owner.staff.rotate_key(password=OWNER_PASSWORD, card=outlet.card)


def _databases(outlet: Outlet) -> set[str]:
    return {file.name for file in outlet.place.folder.glob("*.db*")}


def test_the_act_is_in_the_new_file_and_the_checkpoint_beside_knows_it(outlet: Outlet, owner: Services) -> None:
    before = owner.session.store.checkpoint()
    _rotate(outlet, owner)
    after = owner.session.store.checkpoint()
    assert (after.branch, after.n) == (before.branch, before.n + 1)
    assert near_checkpoint.read(outlet.place.near_checkpoint) == after
    assert {name for name in _databases(outlet) if "-wal" not in name} == {"outlet-2.db"}


def test_rotations_follow_each_other(outlet: Outlet, owner: Services) -> None:
    keys = set()
    for epoch in (2, 3, 4):
        _rotate(outlet, owner)
        owner.entry.accept(draft(), LABEL_PRINTER)
        assert owner.session.keys.epoch == epoch
        keys.add(owner.session.keys.database_key)
    assert len(keys) == 3
    assert outlet.keys.key_file().database_name == "outlet-4.db"


def test_what_an_earlier_try_left_is_in_nobodys_way(outlet: Outlet, owner: Services) -> None:
    (outlet.place.folder / "outlet-2.db").write_bytes(b"half")
    _rotate(outlet, owner)
    owner.entry.accept(draft(), LABEL_PRINTER)


def test_nothing_else_in_the_folder_is_touched(outlet: Outlet, owner: Services) -> None:
    aside = outlet.place.folder / "outlet-9.db"
    aside.write_bytes(b"somebody's proof")
    _rotate(outlet, owner)
    assert aside.read_bytes() == b"somebody's proof"


def test_a_key_file_that_cannot_be_replaced_leaves_the_former_database_in_force(
    outlet: Outlet, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    former = owner.session.store

    def full(path: Path, _: bytes) -> None:
        raise DiskFull(path)

    with monkeypatch.context() as patch:
        patch.setattr("outlet_app.sealing.key_file.replace_file", full)
        with pytest.raises(DiskFull):
            _rotate(outlet, owner)
    assert owner.session.store is former
    assert outlet.keys.key_file().epoch == 1
    assert not any(name.startswith("outlet-2") for name in _databases(outlet))
    owner.entry.accept(draft(), LABEL_PRINTER)
    _rotate(outlet, owner)


@pytest.mark.logs("second_key_file_failed")
def test_a_second_place_that_cannot_be_written_does_not_undo_what_counts(outlet: Outlet, owner: Services) -> None:
    outlet.place.second_key_file.unlink()
    blocked = outlet.place.second_key_file
    blocked.mkdir()
    _rotate(outlet, owner)
    assert outlet.keys.key_file().epoch == 2
    owner.entry.accept(draft(), LABEL_PRINTER)
    owner.session.sign_out()
    blocked.rmdir()
    outlet.lin().session.sign_out()
    assert blocked.read_bytes() == outlet.place.key_file.read_bytes()


@pytest.mark.logs("former_store_close_failed")
def test_a_former_database_that_cannot_be_tidied_is_deleted_all_the_same(
    outlet: Outlet, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    former, close = owner.session.store, Store.close

    def close_badly(store: Store) -> None:
        close(store)
        if store is former:
            raise DiskFull(outlet.place.folder)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "close", close_badly)
        _rotate(outlet, owner)
    assert not any(name.startswith("outlet-1") for name in _databases(outlet))


def test_a_folder_that_may_not_be_written_changes_nothing(
    outlet: Outlet, owner: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)

    def refuse(*_: object) -> None:
        raise FileReadOnly(outlet.place.folder)

    with monkeypatch.context() as patch:
        patch.setattr("outlet_app.store.rotation.copy_database", refuse)
        with pytest.raises(FileReadOnly):
            key_rotation.rotate(owner.session, outlet.keys, seed, unheard)
    assert outlet.keys.key_file().epoch == 1
    owner.entry.accept(draft(), LABEL_PRINTER)
    assert not key_rotation.is_due(owner.session)
