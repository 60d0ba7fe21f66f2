"""Where a restore happens on this PC."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import DiskFull, FileBusy, FileTooNew
from outlet_app.sealing.key_file import encode
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.restore_place import RENEWED, UNPACKED, RestorePlace

if TYPE_CHECKING:
    from outlet_app.sealing.key_file import KeyFile
    from tests.outlets import Outlet


def _renewed(outlet: Outlet, place: RestorePlace) -> KeyFile:
    """What a restore would put in force, with a database that is none."""
    former, at = outlet.keys.key_file(), place.key_place()
    place.renewed.write_bytes(b"renewed")
    name = f"outlet-{at.epoch}.db"
    return replace(former, epoch=at.epoch, generation=at.generation + 3, database_name=name)


def test_an_epoch_and_a_generation_above_everything_here(outlet: Outlet) -> None:
    place, former = RestorePlace(outlet.keys), outlet.keys.key_file()
    assert (place.key_place().epoch, place.key_place().generation) == (3, former.generation)
    (outlet.place.folder / "outlet-9.db").write_bytes(b"")
    outlet.place.second_key_file.unlink()
    assert place.key_place().epoch == 11


def test_key_files_that_cannot_be_read_are_no_outlet_and_those_of_a_newer_program_are_not_put_aside(
    outlet: Outlet,
) -> None:
    place = RestorePlace(outlet.keys)
    former = outlet.keys.key_file()
    assert place.former() == former
    for path in (outlet.place.key_file, outlet.place.second_key_file):
        path.write_bytes(b"nothing")
    assert place.former() is None
    assert place.key_place().generation == 0
    text = b"OAKF" + (9).to_bytes(2, "big")
    outlet.place.key_file.write_bytes(text + hashlib.sha256(text).digest())
    with pytest.raises(FileTooNew):
        place.former()


def test_what_was_left_unfinished_is_deleted_and_nothing_else(outlet: Outlet) -> None:
    folder = outlet.place.folder
    for name in (UNPACKED, f"{UNPACKED}-wal", RENEWED, "restored.txt"):
        (folder / name).write_bytes(b"")
    RestorePlace(outlet.keys).clear()
    assert {each.name for each in folder.iterdir()} == {"outlet-1.db", "outlet.keys", "restored.txt"}


def test_the_key_file_comes_last_and_copies_of_the_former_ones_stay(outlet: Outlet) -> None:
    place = RestorePlace(outlet.keys)
    former = outlet.place.key_file.read_bytes()
    key_file = _renewed(outlet, place)
    place.put_in_force(key_file)
    assert outlet.keys.key_file() == key_file
    assert (outlet.place.folder / key_file.database_name).read_bytes() == b"renewed"
    for folder in (outlet.place.folder, outlet.place.state):
        aside = [each.read_bytes() for each in folder.iterdir() if each.name.startswith("set-aside-")]
        assert former in aside
    place.tidy(key_file)
    assert not (outlet.place.folder / "outlet-1.db").exists()


def test_a_database_that_is_not_closed_is_not_put_in_force(outlet: Outlet) -> None:
    place = RestorePlace(outlet.keys)
    before = outlet.place.key_file.read_bytes()
    key_file = _renewed(outlet, place)
    place.renewed.with_name(f"{RENEWED}-wal").write_bytes(b"more")
    with pytest.raises(FileBusy):
        place.put_in_force(key_file)
    assert outlet.place.key_file.read_bytes() == before


class _Half(OutletKeys):
    """Keys whose second place, or both, cannot be written any more."""

    fails_at = 2

    def replace(self, key_file: KeyFile) -> None:
        if self.fails_at > 1:
            self.place.key_file.write_bytes(encode(key_file))
        raise DiskFull(self.place.second_key_file)


@pytest.mark.logs("second_key_file_failed")
def test_a_second_place_that_fails_leaves_the_restore_standing(outlet: Outlet) -> None:
    place = RestorePlace(_Half(outlet.place, keystore=False))
    key_file = _renewed(outlet, place)
    place.put_in_force(key_file)
    assert outlet.keys.key_file() == key_file


def test_a_first_place_that_fails_changes_nothing(outlet: Outlet) -> None:
    keys = _Half(outlet.place, keystore=False)
    keys.fails_at = 1
    former = outlet.keys.key_file()
    place = RestorePlace(keys)
    with pytest.raises(DiskFull):
        place.put_in_force(_renewed(outlet, place))
    assert outlet.keys.key_file() == former
