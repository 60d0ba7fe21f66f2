"""The drill finds every way in which a backup is none, and touches nothing."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FileDamaged, FileMissing, LabelCodeRefused, NotPermitted, Stopped, WrongPassword
from outlet_app.sealing import backup_head
from outlet_app.sealing.backup_key import open_backup_key, wrap_backup_key
from outlet_app.sealing.grants import lock_former_seed
from outlet_app.sealing.owner_seed import new_owner_seed
from outlet_app.sealing.recovery_words import WordList, write_words
from outlet_app.services.backup_reading import unpack
from outlet_app.services.drill import DrillProblem, DrillProgress, DrillReport, DrillStage
from outlet_app.store import activities, backup_file
from outlet_app.store.connection import DatabaseKey, open_database
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services import Services
    from outlet_app.services.backup import Made
    from tests.outlets import Outlet


def ignore(*_: object) -> None:
    return


@pytest.fixture
def seed(outlet: Outlet) -> OwnerSeed:
    return outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)


@pytest.fixture
def made(keeper: Services) -> Made:
    """A backup of three waybills."""
    for _ in range(3):
        keeper.entry.accept(draft(), LABEL_PRINTER)
    return keeper.backup.make(ignore)


@pytest.fixture
def drill(outlet: Outlet, keeper: Services, made: Made) -> Callable[[], DrillReport]:
    return lambda: keeper.drill.restore_with_card(made.path, password=OWNER_PASSWORD, card=outlet.card, tell=ignore)


def rewrite(made: Made, seed: OwnerSeed, change: Callable[[Path, DatabaseKey], None], tmp_path: Path) -> None:
    """The backup with another database, under a head that fits: what whoever has the key, the owner, can make."""
    database = tmp_path / "changed.db"
    head = unpack(made.path, database, ignore)
    key = DatabaseKey(*open_backup_key(seed, head.at, head.key_wrap))
    change(database, key)
    made.path.unlink()
    sha = backup_file.file_sha256(database, ignore)
    fitting = replace(head, database_bytes=database.stat().st_size, database_sha256=sha)
    backup_file.write(backup_head.encode(fitting), database, made.path, ignore)


def running(sql: str) -> Callable[[Path, DatabaseKey], None]:
    def change(path: Path, key: DatabaseKey) -> None:
        database = open_database(path, key)
        with database.transaction() as cursor:
            for statement in sql.split(";"):
                cursor.run(statement)
        database.close()

    return change


def test_a_whole_backup_passes_by_card_and_by_sheet_and_nothing_is_left(
    outlet: Outlet, keeper: Services, made: Made
) -> None:
    before = keeper.session.store.checkpoint()
    told: list[DrillProgress] = []
    by_card = keeper.drill.restore_with_card(made.path, password=OWNER_PASSWORD, card=outlet.card, tell=told.append)
    by_sheet = keeper.drill.restore_with_sheet(made.path, words=" ".join(outlet.words), tell=ignore)

    assert by_card == by_sheet == DrillReport(made.path.name, outlet.clock(), made.head.at.n, 3, ())
    assert {progress.stage for progress in told} == set(DrillStage)
    assert keeper.session.store.checkpoint() == before
    assert not outlet.place.drill_folder.exists()
    keeper.drill.note_drill(by_card)
    last = activities.newest(keeper.session.store.reader)
    assert last is not None
    assert (last.kind, '"found":"whole"' in last.detail) == (ActivityKind.BACKUP_CHECKED, True)


def test_a_clerk_drills_nothing(chen: Services, tmp_path: Path) -> None:
    with pytest.raises(NotPermitted):
        chen.drill.restore_with_card(tmp_path / "x.oab", password="", card="", tell=ignore)
    with pytest.raises(NotPermitted):
        chen.drill.restore_with_sheet(tmp_path / "x.oab", words="", tell=ignore)


def test_another_password_card_or_sheet_opens_nothing(outlet: Outlet, keeper: Services, made: Made) -> None:
    with pytest.raises(WrongPassword):
        keeper.drill.restore_with_card(made.path, password="another sentence", card=outlet.card, tell=ignore)
    with pytest.raises(LabelCodeRefused):
        keeper.drill.restore_with_sheet(made.path, words="的 的 的", tell=ignore)
    other = " ".join(write_words(bytes(32), WordList.ENGLISH))
    with pytest.raises(WrongPassword):
        keeper.drill.restore_with_sheet(made.path, words=other, tell=ignore)


def test_what_is_not_there_or_has_no_head_is_named(
    drill: Callable[[], DrillReport], made: Made, outlet: Outlet
) -> None:
    made.path.write_bytes(b"no backup at all")
    with pytest.raises(FileDamaged):
        drill()
    made.path.unlink()
    with pytest.raises(FileMissing):
        drill()
    assert not outlet.place.drill_folder.exists()


def test_what_the_listener_raises_ends_the_drill_and_leaves_nothing(
    outlet: Outlet, keeper: Services, made: Made
) -> None:
    for stage in DrillStage:

        def stop(progress: DrillProgress, stage: DrillStage = stage) -> None:
            if progress.stage is stage:
                raise Stopped

        with pytest.raises(Stopped):
            keeper.drill.restore_with_card(made.path, password=OWNER_PASSWORD, card=outlet.card, tell=stop)
        assert not outlet.place.drill_folder.exists()


def test_a_turned_bit_in_the_database_is_the_files_damage(drill: Callable[[], DrillReport], made: Made) -> None:
    data = bytearray(made.path.read_bytes())
    data[-5000] ^= 4
    made.path.write_bytes(bytes(data))
    assert drill().problems == (DrillProblem.BYTES,)


def test_a_head_wrapped_to_another_owner_is_told(
    drill: Callable[[], DrillReport], made: Made, keeper: Services
) -> None:
    stranger = new_owner_seed(keeper.session.outlet_id)
    wrap = wrap_backup_key(stranger.public_key, keeper.session.outlet_id, made.head.at, bytes(32), bytes(16))
    whole, former = made.path.read_bytes(), len(backup_head.encode(made.head))
    for planted in (replace(made.head, key_wrap=wrap), replace(made.head, former_seed=bytes(61))):
        made.path.write_bytes(backup_head.encode(planted) + whole[former:])
        assert drill().problems == (DrillProblem.KEY,)


def test_a_backup_made_while_waybills_move_to_a_new_seed_opens_by_both(
    drill: Callable[[], DrillReport], made: Made, seed: OwnerSeed, keeper: Services
) -> None:
    former = new_owner_seed(keeper.session.outlet_id)
    whole = made.path.read_bytes()[len(backup_head.encode(made.head)) :]
    moving = replace(made.head, former_seed=lock_former_seed(seed, former))
    made.path.write_bytes(backup_head.encode(moving) + whole)
    assert drill().problems == ()


@pytest.mark.parametrize(
    ("sql", "problem"),
    [
        ("CREATE TABLE planted (a)", DrillProblem.TABLES),
        ("UPDATE acts SET detail = '{}' WHERE kind = 'accepted'", DrillProblem.RECORD),
        ("UPDATE acts SET signature = zeroblob(64) WHERE n = (SELECT max(n) FROM acts)", DrillProblem.RECORD),
        ("DELETE FROM acts WHERE n = (SELECT max(n) FROM acts)", DrillProblem.HEAD),
        ("UPDATE waybills SET owner_wrap = zeroblob(80)", DrillProblem.WAYBILLS),
        ("UPDATE statements SET signature = zeroblob(64)", DrillProblem.STATEMENTS),
        ("UPDATE outlet SET outlet_id = zeroblob(16)", DrillProblem.PAGES),
    ],
)
def test_what_was_changed_in_the_database_is_told(
    drill: Callable[[], DrillReport], made: Made, seed: OwnerSeed, tmp_path: Path, sql: str, problem: DrillProblem
) -> None:
    rewrite(made, seed, running(sql), tmp_path)
    report = drill()
    assert problem in report.problems


def test_a_page_that_is_not_what_was_written_is_told(
    drill: Callable[[], DrillReport], made: Made, seed: OwnerSeed, tmp_path: Path
) -> None:
    def turn(path: Path, _: DatabaseKey) -> None:
        data = bytearray(path.read_bytes())
        data[5 * 4096 + 100] ^= 1
        path.write_bytes(bytes(data))

    rewrite(made, seed, turn, tmp_path)
    assert drill().problems == (DrillProblem.PAGES,)


def test_a_bad_drill_is_recorded_by_its_problems(keeper: Services, outlet: Outlet) -> None:
    problems = (DrillProblem.RECORD, DrillProblem.HEAD)
    keeper.drill.note_drill(DrillReport("outlet-backup-20261122-013000.oab", outlet.clock(), 1, 1, problems))
    last = activities.newest(keeper.session.store.reader)
    assert last is not None
    assert '"problems":"record,head"' in last.detail
