"""Backups in the thief's hands: he makes them, copies them, replaces them, and opens none."""

from __future__ import annotations

import shutil
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes

from outlet_app.domain.context import ctx
from outlet_app.errors import WrongPassword
from outlet_app.sealing import backup_head, suite
from outlet_app.sealing.backup_key import open_backup_key, wrap_backup_key
from outlet_app.services.backup_folder import FolderState
from outlet_app.services.backup_reading import read_head, unpack
from outlet_app.services.drill import DrillProblem
from outlet_app.store import backup_file, connection
from outlet_app.store.connection import DatabaseKey
from tests.attacks.thief import Thief, _opens, is_owners, opened_by_codes
from tests.faults.staff_aftermath import reopened
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD, copy_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.services.drill import DrillReport
    from tests.attacks.conftest import Shop
    from tests.outlets import Outlet

_PAGE, _RESERVED, _SALT = 4096, 80, 16
_FIRST = bytes.fromhex("1000"), b"@  "
"""What a decrypted first page holds behind its salt: the page size, and the fractions SQLite always writes."""


def ignore(*_: object) -> None:
    return


@pytest.fixture(scope="module")
def backed_up(shop: Shop, tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """The clerk's own program made two: with 200 labels in the shop, and when all parcels have left. Never changed.

    He copied both; the folder `stick` has kept the newer one.
    """
    folder = tmp_path_factory.mktemp("backed-up")
    outlet = copy_of(shop.outlet, folder)
    stick, taken = folder / "stick", folder / "taken"
    stick.mkdir()
    taken.mkdir()
    for days in (0, 8):
        outlet.clock.move(days=days)
        owner = outlet.owner()
        owner.backup.choose_folder(owner.backup.try_folder(stick))
        owner.session.sign_out()
        chen = outlet.chen()
        made = chen.backup.make(ignore)
        shutil.copyfile(made.path, taken / made.path.name)
        chen.session.sign_out()
    return outlet


@pytest.fixture
def outlet(backed_up: Outlet, tmp_path: Path) -> Outlet:
    """A copy to be attacked; everybody has signed out."""
    outlet = copy_of(backed_up, tmp_path)
    outlet.clock.move(days=8, hours=1)
    return outlet


@pytest.fixture
def stick(outlet: Outlet) -> Path:
    return outlet.place.folder.parent / "stick"


@pytest.fixture
def copies(outlet: Outlet) -> list[Path]:
    """What he copied, the older first."""
    return sorted((outlet.place.folder.parent / "taken").iterdir())


def is_database_key(key: bytes, path: Path, skip: int) -> bool:
    """Whether a raw key of 32 bytes opens the first page of the database behind a head."""
    with path.open("rb") as file:
        file.seek(skip)
        page = file.read(_PAGE)
    vector = page[_PAGE - _RESERVED :][:16]
    decryptor = Cipher(algorithms.AES(key), modes.CBC(vector)).decryptor()
    plain = decryptor.update(page[_SALT : _SALT + 16])
    return plain[:2] == _FIRST[0] and plain[5:8] == _FIRST[1]


def candidates(thief: Thief, copies: list[Path]) -> Iterator[bytes]:
    """Every value of 32 bytes in his hands: keys, what lies in the files, and in the heads."""
    yield from (key for key in thief.keys_in_hand() if len(key) == suite.KEY_BYTES)
    yield from (value for value in thief.values_in_files() if len(value) == suite.KEY_BYTES)
    yield from runs(copies)


def runs(copies: list[Path]) -> Iterator[bytes]:
    """Every run of 32 bytes in the heads of the backups."""
    for path in copies:
        data = backup_head.encode(read_head(path))
        yield from (data[at : at + suite.KEY_BYTES] for at in range(len(data) - suite.KEY_BYTES + 1))


def test_a_clerk_makes_backups_and_opens_none_with_all_he_has(
    shop: Shop, outlet: Outlet, copies: list[Path], thief: Thief
) -> None:
    heads = {path: read_head(path) for path in copies}
    for key in set(candidates(thief, copies)):
        for path, head in heads.items():
            assert not is_database_key(key, path, len(backup_head.encode(head)))
    keys = [key for key in thief.keys_in_hand() if len(key) == suite.KEY_BYTES]
    assert not any(is_owners(key, thief.opened) for key in {*keys, *runs(copies)})
    for head in heads.values():
        assert not _opens(head.recovery_slot, ctx("recovery", head.outlet_id), keys)
        assert not _opens(head.label_key_escrow, ctx("label-key", head.outlet_id), keys)

    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, shop.outlet.card)
    for path, head in heads.items():
        real, _ = open_backup_key(seed, head.at, head.key_wrap)
        assert is_database_key(real, path, len(backup_head.encode(head)))


def test_photos_of_labels_that_have_left_with_every_backup_and_the_clerks_password_open_nothing(
    shop: Shop, copies: list[Path], thief: Thief, outlet: Outlet, tmp_path: Path
) -> None:
    opened = opened_by_codes(thief, shop.codes.values())
    assert len(opened) == len(shop.codes)
    assert not any(opened.values())

    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, shop.outlet.card)
    counts = []
    for number, path in enumerate(copies):
        head = unpack(path, tmp_path / f"{number}.db", ignore)
        database = connection.open_database(
            tmp_path / f"{number}.db", DatabaseKey(*open_backup_key(seed, head.at, head.key_wrap))
        )
        counts.append(database.reader.number("SELECT count(*) FROM label_wraps"))
        database.close()
    assert counts == [len(shop.codes), 0]


def test_no_plain_word_of_a_waybill_lies_in_a_backup(shop: Shop, copies: list[Path]) -> None:
    numbers = [number.encode() for number in shop.numbers.values()]
    for path in copies:
        data = path.read_bytes()
        assert b"SQLite format 3" not in data
        assert not any(number in data for number in numbers)


def test_an_older_backup_under_the_newest_ones_name_is_seen_at_the_next_look(
    outlet: Outlet, copies: list[Path], stick: Path
) -> None:
    owner = outlet.owner()
    owner.backup.choose_folder(owner.backup.try_folder(stick))
    standing = owner.backup.standing()
    assert owner.backup.look_into(standing).state is FolderState.THERE
    shutil.copyfile(copies[0], stick / copies[1].name)
    assert owner.backup.look_into(standing).state is FolderState.LAST_CHANGED
    owner.session.sign_out()


def test_a_backup_of_a_record_that_the_thief_rewrote_fails_the_drill(
    outlet: Outlet, copies: list[Path], thief: Thief, tmp_path: Path
) -> None:
    """He makes it with his own tools: the owner's key opens it, and the drill says what it is."""
    thief.run("DELETE FROM acts WHERE n = (SELECT max(n) FROM acts WHERE kind = 'accepted')")
    thief.run("UPDATE acts SET n = n - 1 WHERE n > (SELECT max(n) FROM acts WHERE kind = 'accepted') + 1")
    thief.rehash()
    planted = _with_his_tools(thief, copies[1], tmp_path)
    owner = Thief(outlet.place, outlet.owner_id, OWNER_PASSWORD)
    assert owner.opened.outlet_id == thief.opened.outlet_id
    with pytest.raises(WrongPassword):
        _drill_as_thief(outlet, planted)
    report = _drilled(outlet, planted)
    assert DrillProblem.RECORD in report.problems or DrillProblem.STATEMENTS in report.problems


def _with_his_tools(thief: Thief, like: Path, tmp_path: Path) -> Path:
    """A backup file of the database as it stands now, wrapped to the owner by the thief."""
    key, database = DatabaseKey(suite.random_bytes(32), suite.random_bytes(16)), tmp_path / "his.db"
    store = thief.store()
    try:
        copied = store.copy_beside(database, key, ignore)
    finally:
        store.close()
    head = replace(
        read_head(like),
        at=copied.at,
        key_wrap=wrap_backup_key(thief.opened.owner_public_key, thief.opened.outlet_id, copied.at, key.key, key.salt),
        database_bytes=database.stat().st_size,
        database_sha256=backup_file.file_sha256(database, ignore),
    )
    planted = tmp_path / "outlet-backup-20261201-000000.oab"
    backup_file.write(backup_head.encode(head), database, planted, ignore)
    return planted


def _drill_as_thief(outlet: Outlet, path: Path) -> None:
    """The owner's password without his card is what a thief may have at most."""
    owner = _owner(outlet)
    try:
        owner.drill.restore_with_card(path, password=OWNER_PASSWORD, card="", tell=ignore)
    finally:
        owner.session.store.close()


def _drilled(outlet: Outlet, path: Path) -> DrillReport:
    owner = _owner(outlet)
    try:
        return owner.drill.restore_with_card(path, password=OWNER_PASSWORD, card=outlet.card, tell=ignore)
    finally:
        owner.session.store.close()


def _owner(outlet: Outlet) -> Services:

    return reopened(outlet).owner()


def test_the_clerks_password_is_no_way_into_a_drill(outlet: Outlet, copies: list[Path]) -> None:
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        owner.drill.restore_with_card(copies[0], password=CHEN_PASSWORD, card=outlet.card, tell=ignore)
    owner.session.sign_out()
