"""The activity record written otherwise: forged, edited, cut, rolled back; and what shows it."""

from __future__ import annotations

import shutil
import sqlite3
from dataclasses import replace
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.history import Checkpoint
from outlet_app.errors import FileDamaged, HistoryBroken, SchemaChanged, StatementRefused
from outlet_app.sealing import suite
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.statements import StatementBook
from outlet_app.services.session import RecordState
from outlet_app.store import accounts, label_wraps, near_checkpoint
from outlet_app.store.near_checkpoint import Standing, standing
from outlet_app.store.store import Entry, Signers
from tests.builders import draft
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.attacks.conftest import Shop
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

TRIGGER = "CREATE TRIGGER keep BEFORE DELETE ON label_wraps BEGIN SELECT RAISE(IGNORE); END"


def _broken_at(thief: Thief) -> int | None:
    """Where a full check with signatures finds the record broken; None where it finds nothing."""
    opened = thief.opened
    with thief.store() as store:
        book = StatementBook(opened.outlet_id, opened.owner_verify_key, accounts.statements(store.reader))
        signers = Signers(book.signers(), suite.verify)
        reached = store.genesis
        try:
            while reached != store.checkpoint():
                reached = store.verify(reached, 100, signers)
        except HistoryBroken as broken:
            return broken.at
    return None


def _state(services: Services) -> RecordState:
    while services.session.verify_some():
        pass
    state = services.session.record_state()
    services.session.sign_out()
    return state


def _last(thief: Thief) -> int:
    return int(thief.run("SELECT max(n) FROM acts")[0][0])


def _by_lin(thief: Thief, outlet: Outlet) -> int:
    """The number of a signed act of Lin's, in the midst of the record."""
    return int(thief.run("SELECT n FROM acts WHERE account_id = ? AND signature NOT NULL", outlet.lin_id)[20][0])


def test_the_record_as_it_was_left_is_whole(outlet: Outlet, thief: Thief) -> None:
    assert _broken_at(thief) is None
    assert _state(outlet.lin()) is RecordState.GOOD


def test_an_act_written_in_a_colleagues_name_is_found_with_its_place(outlet: Outlet, thief: Thief) -> None:
    with thief.store() as store:
        forged = store.write(thief.author(outlet.lin_id), Entry(Activity(ActivityKind.SEARCHED))).n
    assert _broken_at(thief) == forged
    assert _state(outlet.owner()) is RecordState.BROKEN


def test_an_act_in_the_name_of_an_account_that_never_was_is_found_with_its_place(outlet: Outlet, thief: Thief) -> None:
    with thief.store() as store:
        forged = store.write(thief.author(b"n" * 16), Entry(Activity(ActivityKind.SEARCHED))).n
    assert _broken_at(thief) == forged
    assert _state(outlet.owner()) is RecordState.BROKEN


def test_an_unsigned_act_is_found(outlet: Outlet, thief: Thief) -> None:
    thief.run(
        "INSERT INTO acts SELECT n + 1, at_ms, account_id, station, kind, record_id, detail, chain_hash, NULL"
        " FROM acts ORDER BY n DESC LIMIT 1"
    )
    last = _last(thief)
    thief.rehash(last)
    assert _broken_at(thief) == last
    assert _state(outlet.owner()) is RecordState.BROKEN


EDITS = {
    "its kind": "UPDATE acts SET kind = 'printed' WHERE n = :n",
    "its time": "UPDATE acts SET at_ms = at_ms - 86400000 WHERE n = :n",
    "its person": "UPDATE acts SET account_id = randomblob(16) WHERE n = :n",
    "its place": "UPDATE acts SET station = 'at home' WHERE n = :n",
    "its waybill": "UPDATE acts SET record_id = randomblob(16) WHERE n = :n",
    "its detail": "UPDATE acts SET detail = '{}' WHERE n = :n",
    "its hash": "UPDATE acts SET chain_hash = randomblob(32) WHERE n = :n",
    "its signature": "UPDATE acts SET signature = randomblob(64) WHERE n = :n",
    "all of it": "DELETE FROM acts WHERE n = :n",
}


@pytest.mark.parametrize("what", EDITS)
def test_an_act_changed_or_deleted_is_found_with_its_place(outlet: Outlet, thief: Thief, what: str) -> None:
    n = _by_lin(thief, outlet)
    thief.run(EDITS[what].replace(":n", str(n)))
    assert _broken_at(thief) == n
    assert _state(outlet.owner()) is RecordState.BROKEN


@pytest.mark.parametrize("what", ["its kind", "its time", "its place", "its waybill", "its detail"])
@pytest.mark.parametrize("sign_again", [False, True])
def test_hashes_made_to_follow_again_still_lack_a_colleagues_signature(
    outlet: Outlet, thief: Thief, what: str, *, sign_again: bool
) -> None:
    n = _by_lin(thief, outlet)
    thief.run(EDITS[what].replace(":n", str(n)))
    thief.rehash(n, sign_again=sign_again)
    assert _broken_at(thief) == n
    assert _state(outlet.lin()) is RecordState.BROKEN


def test_two_acts_exchanged_are_found_with_their_place(outlet: Outlet, thief: Thief) -> None:
    n = _by_lin(thief, outlet)
    for statement in (
        f"UPDATE acts SET n = -1 WHERE n = {n}",
        f"UPDATE acts SET n = {n} WHERE n = {n + 2}",
        f"UPDATE acts SET n = {n + 2} WHERE n = -1",
    ):
        thief.run(statement)
    assert _broken_at(thief) == n
    thief.rehash(n)
    assert _broken_at(thief) == n


def test_an_act_put_in_between_is_found_with_its_place(outlet: Outlet, thief: Thief) -> None:
    """One of his own between two of a colleague's transactions: made to follow, it stands, and the next does not."""
    n = _by_lin(thief, outlet) + 1
    thief.run("UPDATE acts SET n = -n - 1 WHERE n >= ?", n)
    thief.run("UPDATE acts SET n = -n WHERE n < 0")
    thief.run(
        "INSERT INTO acts SELECT ?, at_ms, ?, station, 'searched', NULL, '{}', chain_hash, signature"
        " FROM acts WHERE n = ?",
        n,
        outlet.chen_id,
        n - 1,
    )
    assert _broken_at(thief) == n
    thief.rehash(n)
    assert _broken_at(thief) == n + 2


def test_a_record_cut_short_shows_at_the_next_sign_in(outlet: Outlet, thief: Thief) -> None:
    """The end of a record is the one thing its hashes cannot vouch for; the checkpoint beside does."""
    last = _last(thief)
    thief.run("DELETE FROM acts WHERE n > ?", last - 1)
    services = outlet.chen()
    assert services.session.record_state() is RecordState.BROKEN
    services.session.sign_out()


def _copy_aside(outlet: Outlet, folder: Path) -> None:
    shutil.copytree(outlet.place.folder, folder / "outlet")
    shutil.copytree(outlet.place.state, folder / "state")


def _put_back(source: Path, target: Path) -> None:
    shutil.rmtree(target)
    shutil.copytree(source, target)


def _a_lost_day(outlet: Outlet) -> LabelCode:
    """A parcel is accepted and its label printed; the day is then taken back. What the label's code says."""
    services = outlet.lin()
    services.entry.accept(draft(), LABEL_PRINTER)
    accepted = services.entry.accept(draft(), LABEL_PRINTER)
    kept = services.session.labels.find(accepted.record_id)
    assert kept is not None
    assert kept.code_text is not None
    code = read_code(kept.code_text)
    assert isinstance(code, LabelCode)
    services.session.sign_out()
    return code


def test_a_folder_put_back_as_it_was_shows_at_the_next_sign_in_and_goes_on_showing(
    outlet: Outlet, tmp_path: Path
) -> None:
    _copy_aside(outlet, tmp_path / "aside")
    _a_lost_day(outlet)
    _put_back(tmp_path / "aside" / "outlet", outlet.place.folder)
    for sign_in in (outlet.chen, outlet.lin, outlet.owner):
        services = sign_in()
        assert services.session.record_state() is RecordState.BROKEN
        services.session.sign_out()


def test_a_folder_put_back_under_a_raised_branch_is_refused(outlet: Outlet, thief: Thief, tmp_path: Path) -> None:
    """A restore raises the branch and is the owner's statement; a column that says so is nothing."""
    _copy_aside(outlet, tmp_path / "aside")
    _a_lost_day(outlet)
    _put_back(tmp_path / "aside" / "outlet", outlet.place.folder)
    thief.run("UPDATE outlet SET branch = 2")
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_a_key_file_that_names_an_older_copy_is_refused_and_nothing_is_deleted(outlet: Outlet) -> None:
    """The name stands in the open; opened as it says, the program itself would clear the true database away."""
    true = outlet.place.folder / outlet.keys.key_file().database_name
    shutil.copy(true, outlet.place.folder / "outlet-0.db")
    _a_lost_day(outlet)
    whole = true.read_bytes()
    outlet.keys.replace(replace(outlet.keys.key_file(), database_name="outlet-0.db", generation=99))
    for sign_in in (outlet.chen, outlet.lin):
        with pytest.raises(FileDamaged):
            sign_in()
    assert true.read_bytes() == whole


def test_nothing_is_cleared_away_beside_a_record_that_was_rolled_back(outlet: Outlet, tmp_path: Path) -> None:
    """The later database, moved aside under another name, is the proof of what was recorded in it."""
    _copy_aside(outlet, tmp_path / "aside")
    _a_lost_day(outlet)
    true = outlet.place.folder / outlet.keys.key_file().database_name
    moved = true.rename(outlet.place.folder / "outlet-9.db")
    shutil.copy(tmp_path / "aside" / "outlet" / true.name, true)
    services = outlet.chen()
    assert services.session.record_state() is RecordState.BROKEN
    services.session.sign_out()
    assert moved.exists()


def test_both_folders_put_back_show_only_against_a_label_that_left_the_shop(outlet: Outlet, tmp_path: Path) -> None:
    """What is true of a thief who rolls back the folder of near checkpoints too: the next sign-in sees nothing.

    A label that was printed on the lost day names an act that is not there; and when the record has gone on past that
    number, one that is another. Nothing that lies on this computer alone can do that.
    """
    _copy_aside(outlet, tmp_path / "aside")
    mark = _a_lost_day(outlet).checkpoint
    seen = Checkpoint(mark.branch, mark.n, mark.hash_start)
    services = outlet.chen()
    assert standing(services.session.store, seen) is Standing.FITS
    services.session.sign_out()
    _put_back(tmp_path / "aside" / "outlet", outlet.place.folder)
    _put_back(tmp_path / "aside" / "state", outlet.place.state)
    services = outlet.chen()
    assert standing(services.session.store, seen) is Standing.CUT
    for _ in range(3):
        services.entry.accept(draft(), LABEL_PRINTER)
    assert standing(services.session.store, seen) is Standing.REWRITTEN
    assert _state(services) is RecordState.GOOD


def test_a_thief_who_cuts_only_his_own_last_acts_and_the_file_beside_shows_only_against_a_label(
    outlet: Outlet, thief: Thief
) -> None:
    """What is true: nobody else's signature lies behind his acts, so record and checkpoint can be made to agree."""
    services = outlet.chen()
    accepted = services.entry.accept(draft(), LABEL_PRINTER)
    services.entry.accept(draft(), LABEL_PRINTER)
    head = services.session.store.checkpoint()
    services.session.sign_out()
    ((n,),) = thief.run("SELECT min(n) FROM acts WHERE record_id = ?", accepted.record_id)
    thief.run("DELETE FROM acts WHERE n >= ?", n)
    with thief.store() as store:
        near_checkpoint.write(outlet.place.near_checkpoint, store.checkpoint())
    services = outlet.lin()
    assert standing(services.session.store, head) in {Standing.CUT, Standing.REWRITTEN}
    with pytest.raises(HistoryBroken):
        services.printing_desk.take(accepted.record_id, LABEL_PRINTER)
    assert _state(services) is RecordState.GOOD


def test_a_planted_trigger_that_would_keep_wraps_is_refused_at_the_opening(outlet: Outlet, thief: Thief) -> None:
    thief.run(TRIGGER)
    thief.run("DELETE FROM label_wraps")
    assert thief.wraps()  # the trigger does what it was planted for
    with pytest.raises(SchemaChanged):
        outlet.lin()


@pytest.mark.parametrize(
    "planted",
    [
        "CREATE VIEW v AS SELECT * FROM label_wraps",
        "CREATE TABLE kept AS SELECT * FROM label_wraps",
        "CREATE INDEX i ON label_wraps (made_ms)",
        "ALTER TABLE label_wraps ADD COLUMN more TEXT",
        "DROP INDEX waybills_in_shop",
    ],
)
def test_any_other_table_view_or_index_is_refused_at_the_opening(outlet: Outlet, thief: Thief, planted: str) -> None:
    thief.run(planted)
    with pytest.raises(SchemaChanged):
        outlet.lin()


def test_a_trigger_planted_while_the_outlet_is_open_is_refused_before_anything_is_erased(
    shop: Shop, outlet: Outlet, thief: Thief
) -> None:
    """From outside the open database cannot be written at all; planted from inside, nothing is erased as if it were."""
    services = outlet.lin()
    with pytest.raises(dbapi2.OperationalError, match="locked"):
        thief.run(TRIGGER)
    session = services.session
    with session.store._database.transaction() as cursor:
        cursor.run(TRIGGER)
    record_id = next(iter(shop.codes))
    before = session.store.checkpoint()
    with pytest.raises(SchemaChanged):
        session.write(label_wraps.erased(record_id, 1, "term"))
    assert session.store.checkpoint() == before
    session.store.close()


def test_the_database_gives_nothing_to_plain_sqlite_or_to_another_key(outlet: Outlet, thief: Thief) -> None:
    path = outlet.place.folder / thief.key_file.database_name
    with pytest.raises(sqlite3.DatabaseError, match="not a database"):
        sqlite3.connect(path).execute("SELECT * FROM waybills")
    opened = thief.opened
    wrong = (bytes(32), suite.random_bytes(32), opened.label_key, thief.device.secret, opened.owner_public_key)
    for key in wrong:
        connection = dbapi2.connect(str(path))
        connection.execute(f"PRAGMA key=\"x'{key.hex()}{opened.database_salt.hex()}'\"")
        with pytest.raises(dbapi2.DatabaseError):
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchall()
        connection.close()
    data = path.read_bytes()
    for readable in (b"SQLite format 3", b"CREATE TABLE", b"YT88000000000", "余杭区".encode(), b"accepted"):
        assert readable not in data
    assert b"CREATE TABLE" in thief.pages()
