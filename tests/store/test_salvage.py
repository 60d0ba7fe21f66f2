"""Saving what can be saved: every page of a database is damaged in turn, and the loss is told exactly."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.holes import write_hole
from outlet_app.domain.number_use import VoidReason
from outlet_app.domain.statement import Statement
from outlet_app.errors import FileDamaged, FileTooNew, HistoryBroken, StatementRefused
from outlet_app.store import accounts, number_ranges, parcels, profile, salvage
from outlet_app.store.connection import DatabaseKey, open_database
from outlet_app.store.salvage import Identity, Salvaged, SalvageProgress
from outlet_app.store.store import Entry, Store
from tests.store.rows import AUTHOR, KEY, OUTLET, SIGNERS, Clock, accept
from tests.store.shelved import shelve

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

PAGE = 4096
PHASE = 0
"""Every second page is enough for each run; `soak_salvage` takes them all."""
NEW_KEY = DatabaseKey(bytes(range(100, 132)), bytes(range(100, 116)))
WAYBILLS = 16
TABLES = (
    *("acts", "waybills", "label_wraps", "statements", "settings", "number_ranges", "numbers_set_aside"),
    *("numbers_uncertain", "rewrapped_ranges", "parcels", "shelves", "former_places", "handover_lists"),
    *("handover_items", "carrier_settings", "sort_codes", "numbers_returned", "erased_ranges", "canaries"),
)


SELECTS = {table: f"SELECT * FROM {table}" for table in TABLES}  # noqa: S608 - the names above


def _sorted(rows: list[tuple[Any, ...]]) -> list[tuple[Any, ...]]:
    return sorted(rows, key=repr)


def _ignore(_: SalvageProgress) -> None:
    return


def _branch_one(_: Sequence[Statement]) -> int:
    return 1


IDENTITY = Identity(OUTLET, _branch_one)


class Damaged:
    """A closed outlet whose pages are broken, and what stood in it."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.sound = path.read_bytes()
        self.pages = len(self.sound) // PAGE
        self.rows = _rows(path, KEY)

    def flip(self, *pages: int) -> None:
        content = bytearray(self.sound)
        for page in pages:
            content[(page - 1) * PAGE + 2000] ^= 1
        self.path.write_bytes(content)


def _rows(path: Path, key: DatabaseKey) -> dict[str, list[tuple[Any, ...]]]:
    database = open_database(path, key)
    try:
        return {table: _sorted(database.reader.rows(tuple, SELECTS[table])) for table in TABLES}
    finally:
        database.close()


@pytest.fixture(scope="module")
def template(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("salvage") / "outlet-1.db"
    with Store.create(path, KEY, outlet_id=OUTLET, clock=Clock()) as store:
        store.write(AUTHOR, Entry(Activity(ActivityKind.OUTLET_FOUNDED)))
        store.write(AUTHOR, accounts.statement_made(Statement(1, '{"subject":"one"}', bytes(64))))
        store.write(AUTHOR, number_ranges.entered("yto", "YT0000001", "YT0000900"))
        for number in range(1, WAYBILLS + 1):
            accept(store, f"YT{number:07}")
        store.write(AUTHOR, number_ranges.voided("yto", "YT0000500", VoidReason.SPOILT))
        store.write(AUTHOR, profile.setting_changed(store.reader, "look", "light"))
        first, *_ = [shelve(store, f"SF{number:013}") for number in range(8)]
        store.write(AUTHOR, parcels.moved(first, replace(first, shelf="A", place=1), first.arrived_at))
        _fill_tables_of_others(store)
        store.write(AUTHOR, accounts.statement_made(Statement(2, '{"subject":"two"}', bytes(64))))
        store.write(AUTHOR, Entry(Activity(ActivityKind.LOCKED)), Entry(Activity(ActivityKind.UNLOCKED)))
    return path


def _fill_tables_of_others(store: Store) -> None:
    """A row in every table whose own module needs more than a store to write one."""
    with store._database.transaction() as cursor:
        cursor.run("INSERT INTO handover_lists VALUES (1, ?, 'yto', 1, NULL)", b"l" * 16)
        cursor.run("INSERT INTO handover_items VALUES (1, 1, ?, 'waybill', 'code')", b"w" * 16)
        cursor.run("INSERT INTO carrier_settings VALUES ('yto', '{}')")
        cursor.run("INSERT INTO sort_codes VALUES ('yto', '浙江省', '杭州市', '余杭区', '571-A')")
        cursor.run("INSERT INTO numbers_returned VALUES (1, 800, 900)")
        for account_id in (b"c", b"w"):
            cursor.run("INSERT INTO canaries VALUES (NULL, ?, ?)", account_id * 16, account_id * 1949)


@pytest.fixture
def damaged(template: Path, tmp_path: Path) -> Damaged:
    copy = tmp_path / "outlet-1.db"
    copy.write_bytes(template.read_bytes())
    return Damaged(copy)


def _save(damaged: Damaged) -> Salvaged:
    target = damaged.path.with_name("outlet-2.db")
    for part in damaged.path.parent.glob("outlet-2.db*"):
        part.unlink()
    return salvage.save(damaged.path, KEY, target, NEW_KEY, IDENTITY, _ignore)


def _open(damaged: Damaged, saved: Salvaged) -> Store:
    """The saved file, after its owner stated the holes and named the statements again."""
    store = Store.open(damaged.path.with_name("outlet-2.db"), NEW_KEY, outlet_id=OUTLET, clock=Clock())
    serial = accounts.next_serial(store.reader)
    stated = [Statement(serial + step, write_hole(hole), bytes(64)) for step, hole in enumerate(saved.holes)]
    again = [accounts.named_again(statement) for statement in accounts.unnamed(store.reader)]
    store.write(AUTHOR, *again, *map(accounts.statement_made, stated), Entry(Activity(ActivityKind.RESTORED)))
    return store


def _verified(store: Store) -> bool:
    reached, steps = store.genesis, 0
    while reached != store.checkpoint():
        reached = store.verify(reached, 7, SIGNERS)
        steps += 1
    return steps > 0


def _check(damaged: Damaged, saved: Salvaged, *, alone: bool = True) -> None:
    """Every row that is there is what it was, every row that is not is told of, and the record can be verified."""
    kept = _rows(damaged.path.with_name("outlet-2.db"), NEW_KEY)
    told = {loss.table: loss.lost for loss in saved.tables}
    for table in TABLES:
        assert set(kept[table]) <= set(damaged.rows[table])
        lost = len(damaged.rows[table]) - len(kept[table])
        if table == "acts":
            end = 0 if saved.tail is None else len(damaged.rows["acts"]) - saved.tail + 1
            assert lost == saved.acts_lost + end
        elif lost:
            assert told[table] in {lost, None}
    lost_numbers = {row[3] for row in damaged.rows["waybills"]} - {row[3] for row in kept["waybills"]}
    acts = {row[0] for row in kept["acts"]}
    unproven = {row[5] for row in damaged.rows["acts"] if row[0] not in acts and row[5]}
    assert set(saved.numbers) <= lost_numbers
    assert set(saved.unproven) <= unproven
    assert not alone or (set(saved.numbers), set(saved.unproven)) == (lost_numbers, unproven)
    with _open(damaged, saved) as store:
        assert _verified(store)
        assert accounts.statements(store.reader)
        accept(store, "YT0000800")


def test_every_table_of_the_outlet_is_looked_at_here(template: Path) -> None:
    database = open_database(template, KEY)
    try:
        names = {name for name, _ in database.reader.rows(tuple, salvage._TABLES)}
    finally:
        database.close()
    assert names == {"outlet", *TABLES}


def test_a_sound_file_is_saved_whole(damaged: Damaged) -> None:
    saved = _save(damaged)
    assert saved == Salvaged((), None, (), (), ())
    assert _rows(damaged.path.with_name("outlet-2.db"), NEW_KEY) == damaged.rows
    _check(damaged, saved)


def test_whichever_page_is_damaged_the_rest_is_saved_and_the_loss_is_told(damaged: Damaged) -> None:
    outcomes: Counter[str] = Counter()
    for page in range(2 + PHASE, damaged.pages + 1, 2):
        damaged.flip(page)
        try:
            saved = _save(damaged)
        except (StatementRefused, FileDamaged):
            outcomes["refused"] += 1
            continue
        _check(damaged, saved)
        outcomes[",".join(loss.table for loss in saved.tables) or "nothing"] += 1
    assert outcomes["refused"] <= 5  # the pages of the statements, and those that say what tables there are
    assert outcomes["acts"]
    assert outcomes["waybills,label_wraps"]
    assert outcomes["nothing"]  # indexes are made anew


def test_several_bad_pages_cost_no_more_than_what_stood_on_them(damaged: Damaged) -> None:
    chance = random.Random(4)
    for count in (2, 3, 5):
        damaged.flip(*chance.sample(range(20, damaged.pages + 1), count))
        try:
            _check(damaged, _save(damaged), alone=False)
        except (StatementRefused, FileDamaged):
            continue


def test_a_cut_is_not_taken_for_damage(damaged: Damaged) -> None:
    """Somebody took acts out of good pages: nothing names that hole, and the check still finds it."""
    database = open_database(damaged.path, KEY)
    with database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n BETWEEN 20 AND 23")
    database.close()
    saved = _save(damaged)
    assert saved.holes == ()
    with _open(damaged, saved) as store, pytest.raises(HistoryBroken) as caught:
        _verified(store)
    assert caught.value.at == 20


def test_what_is_lost_cannot_come_back(damaged: Damaged) -> None:
    saved = _with_hole(damaged)
    hole = saved.holes[0]
    with _open(damaged, saved) as store:
        assert _verified(store)
        with store._database.transaction() as cursor:
            cursor.run(
                "INSERT INTO acts SELECT ?, at_ms, account_id, station, kind, record_id, detail, chain_hash, signature"
                " FROM acts WHERE n = (SELECT max(n) FROM acts)",
                hole.first,
            )
        with pytest.raises(HistoryBroken):
            _verified(store)


def test_the_act_behind_a_hole_follows_from_the_stated_hash_and_from_no_other(damaged: Damaged) -> None:
    saved = _with_hole(damaged)
    with _open(damaged, saved) as store:
        text = write_hole(saved.holes[0])
        with store._database.transaction() as cursor:
            cursor.run(
                "UPDATE statements SET text = ? WHERE text = ?",
                text.replace(saved.holes[0].chain_hash.hex(), "00" * 32),
                text,
            )
        with pytest.raises(HistoryBroken) as caught:
            _verified(store)
        assert caught.value.at == saved.holes[0].last + 1


def _with_hole(damaged: Damaged) -> Salvaged:
    for page in range(damaged.pages, 1, -1):
        damaged.flip(page)
        saved = _save(damaged)
        if saved.holes:
            return saved
    raise AssertionError("no page of acts between others")


def test_a_file_whose_first_page_is_bad_gives_nothing(damaged: Damaged) -> None:
    damaged.flip(1)
    with pytest.raises(FileDamaged):
        _save(damaged)


def test_a_file_of_a_later_version_is_not_touched(damaged: Damaged) -> None:
    database = open_database(damaged.path, KEY)
    with database.transaction() as cursor:
        cursor.run("PRAGMA user_version=99")
    database.close()
    with pytest.raises(FileTooNew):
        _save(damaged)


def test_progress_ends_whole_and_can_stop_the_work(damaged: Damaged) -> None:
    told: list[SalvageProgress] = []
    target = damaged.path.with_name("outlet-2.db")
    salvage.save(damaged.path, KEY, target, NEW_KEY, IDENTITY, told.append)
    assert [each.done for each in told] == sorted(each.done for each in told)
    assert told[-1].done <= told[-1].whole
    target.unlink()

    def stop(_: SalvageProgress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        salvage.save(damaged.path, KEY, target, NEW_KEY, IDENTITY, stop)
