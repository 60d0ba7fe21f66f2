"""Outlets of every schema version open in this program, and a copy stands by until the first good day is over."""

from __future__ import annotations

import hashlib
import json
import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import DiskFull, FileDamaged, FileTooNew
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, schema, upgrade, waybills
from outlet_app.store.connection import Cursor, open_database
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.wrecking import database_of, flip, key_of
from tests.store.old_outlets import LATEST, OLD, VERSIONS, old_outlet, schema_version

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.services import Services

TABLES = "SELECT name FROM sqlite_schema WHERE type = 'table'"


def _kinds(services: Services) -> list[str]:
    return [act.kind for act in activities.after(services.session.store.reader, 0, 10_000)]


@pytest.mark.parametrize("version", VERSIONS)
def test_an_outlet_of_every_version_opens_and_nothing_of_it_is_lost(version: int, tmp_path: Path) -> None:
    outlet = old_outlet(version, tmp_path)
    about = json.loads((OLD / f"version-{version}" / "about.json").read_text())
    assert schema_version(outlet) == version
    chen = outlet.chen()
    reader = chen.session.store.reader
    assert reader.number("PRAGMA user_version") == LATEST
    for table in reader.rows(lambda row: str(row[0]), TABLES):
        reader.rows(tuple, f"SELECT * FROM {table}")  # noqa: S608 - the file's own tables
    rows = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills")
    assert len([waybills.sealed(reader, record_id) for record_id in rows]) == about["waybills"]
    assert activities.after(reader, about["acts"] - 1, 1)[0].n == about["acts"]
    while chen.session.verify_some():
        pass
    assert chen.session.record_state() is RecordState.GOOD
    chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    owner = outlet.owner()
    owner.staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)
    outlet.entrance.close()


def test_a_file_of_every_version_that_was_released_is_here() -> None:
    """A new schema step adds its own before the version is released."""
    assert {1, 2} <= set(VERSIONS)
    assert max(VERSIONS) <= LATEST


def test_the_copy_is_the_file_before_its_first_step_and_the_act_tells_of_it_once(tmp_path: Path) -> None:
    outlet = old_outlet(1, tmp_path)
    before = database_of(outlet).read_bytes()
    lin = outlet.lin()
    (copy,) = upgrade.kept(database_of(outlet))
    assert (copy.path.read_bytes(), copy.version) == (before, 1)
    assert copy.path.stat().st_mode & 0o777 == 0o600
    assert _kinds(lin).count(ActivityKind.UPGRADED) == 1
    outlet.entrance.close()
    lin = outlet.lin()
    assert _kinds(lin).count(ActivityKind.UPGRADED) == 1
    outlet.entrance.close()


def test_the_copy_goes_after_the_first_good_day_and_not_before(tmp_path: Path) -> None:
    outlet = old_outlet(1, tmp_path)
    outlet.lin().session.sign_out()
    assert upgrade.kept(database_of(outlet))
    outlet.clock.move(days=1)
    outlet.lin().session.sign_out()
    assert not upgrade.kept(database_of(outlet))


def test_the_copy_goes_with_its_key_when_the_database_gets_a_new_one(tmp_path: Path) -> None:
    """Who was dismissed knows the key of the copy as well."""
    outlet = old_outlet(2, tmp_path)
    owner = outlet.owner()
    owner.staff.dismiss(outlet.chen_id, password=OWNER_PASSWORD, card=outlet.card)
    assert not list(outlet.place.folder.glob("*before*"))
    outlet.entrance.close()


def test_a_file_that_is_up_to_date_gets_no_copy(tmp_path: Path) -> None:
    outlet = old_outlet(1, tmp_path)
    outlet.lin().session.sign_out()
    upgrade.kept(database_of(outlet))[0].path.unlink()
    lin = outlet.lin()
    assert not upgrade.kept(database_of(outlet))
    assert _kinds(lin).count(ActivityKind.UPGRADED) == 1
    outlet.entrance.close()


def test_a_later_version_is_refused_and_not_touched(tmp_path: Path) -> None:
    outlet = old_outlet(2, tmp_path)
    database = open_database(database_of(outlet), key_of(outlet))
    with database.transaction() as cursor:
        cursor.run(f"PRAGMA user_version={LATEST + 1}")
    database.close()
    before = hashlib.sha256(database_of(outlet).read_bytes()).digest()
    with pytest.raises(FileTooNew):
        outlet.lin()
    assert hashlib.sha256(database_of(outlet).read_bytes()).digest() == before
    assert not upgrade.kept(database_of(outlet))


def _dying(step: int) -> Callable[[Cursor, str], None]:
    real, seen = schema._run_step, []

    def run(cursor: Cursor, text: str) -> None:
        real(cursor, text)
        seen.append(text)
        if len(seen) == step:
            raise KeyboardInterrupt

    return run


@pytest.mark.parametrize("step", [1, 2, 3])
def test_an_upgrade_that_dies_at_any_step_goes_on_at_the_next_opening(
    tmp_path: Path, step: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    outlet = old_outlet(1, tmp_path)
    before = database_of(outlet).read_bytes()
    with monkeypatch.context() as patch:
        patch.setattr(schema, "_run_step", _dying(step))
        with pytest.raises(KeyboardInterrupt):
            outlet.lin()
    assert schema_version(outlet) == step
    lin = outlet.lin()
    assert lin.session.store.reader.number("PRAGMA user_version") == LATEST
    assert _kinds(lin).count(ActivityKind.UPGRADED) == 1
    assert upgrade.kept(database_of(outlet))[0].path.read_bytes() == before
    outlet.entrance.close()


def test_a_copy_that_was_cut_short_is_made_anew(tmp_path: Path) -> None:
    outlet = old_outlet(1, tmp_path)
    before = database_of(outlet).read_bytes()
    half = database_of(outlet).with_name(database_of(outlet).name + ".before-1.new")
    half.write_bytes(before[:100])
    outlet.lin().session.sign_out()
    assert upgrade.kept(database_of(outlet))[0].path.read_bytes() == before
    assert not half.exists()


def test_without_room_for_the_copy_nothing_is_upgraded(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    outlet = old_outlet(1, tmp_path)
    full = shutil.disk_usage(tmp_path)._replace(free=100)
    with monkeypatch.context() as patch:
        patch.setattr("outlet_app.store.upgrade.shutil.disk_usage", lambda _: full)
        with pytest.raises(DiskFull):
            outlet.lin()
    assert schema_version(outlet) == 1
    outlet.lin().session.sign_out()


def test_a_damaged_older_file_is_not_upgraded(tmp_path: Path) -> None:
    outlet = old_outlet(1, tmp_path)
    flip(database_of(outlet), 1)
    with pytest.raises(FileDamaged):
        outlet.lin()
    assert not upgrade.kept(database_of(outlet))


def test_copies_are_told_from_other_files(tmp_path: Path) -> None:
    path = tmp_path / "outlet-1.db"
    for name in ("outlet-1.db.before-2", "outlet-1.db.before-1", "outlet-1.db.before-x", "outlet-1.db.before-3.new"):
        (tmp_path / name).write_bytes(b"")
    assert [copy.version for copy in upgrade.kept(path)] == [1, 2]
