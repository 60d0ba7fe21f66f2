"""The last checkpoint this machine saw."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.branches import Branches, BranchPoint
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.holes import Hole, write_hole
from outlet_app.domain.statement import Statement
from outlet_app.store import accounts, activities, near_checkpoint
from outlet_app.store.near_checkpoint import Standing, label_standing, standing
from outlet_app.store.store import Store
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock, accept

if TYPE_CHECKING:
    from pathlib import Path


def test_a_checkpoint_comes_back_whole(tmp_path: Path, store: Store) -> None:
    file = tmp_path / "state" / "checkpoint"
    assert near_checkpoint.read(file) is None
    for _ in range(2):
        near_checkpoint.write(file, store.checkpoint())
        assert near_checkpoint.read(file) == store.checkpoint()
    assert [each.name for each in file.parent.iterdir()] == ["checkpoint"]


@pytest.mark.parametrize("content", [b"", b"1 2\n", b"1 2 " + b"g" * 64 + b"\n", b"\xff\xfe", b"1 2 " + b"0" * 64])
def test_a_file_of_another_form_says_nothing(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "checkpoint"
    file.write_bytes(content)
    assert near_checkpoint.read(file) is None


def test_a_record_that_went_on_fits_every_checkpoint_it_passed(store: Store) -> None:
    passed = [store.genesis, store.checkpoint()]
    accept(store)
    passed.append(store.checkpoint())
    for seen in passed:
        assert standing(store, seen) is Standing.FITS
        assert standing(store, replace(seen, chain_hash=seen.chain_hash[:20])) is Standing.FITS


def test_a_record_put_back_is_cut_and_when_it_goes_on_it_is_rewritten(store: Store, path: Path, clock: Clock) -> None:
    store.tidy()
    before = path.read_bytes()
    accept(store, "YT1")
    seen = store.checkpoint()
    store.close()
    path.write_bytes(before)
    with Store.open(path, KEY, outlet_id=OUTLET, clock=clock) as rolled:
        assert standing(rolled, seen) is Standing.CUT
        accept(rolled, "YT2")
        assert standing(rolled, seen) is Standing.REWRITTEN


def test_another_outlets_beginning_and_another_branch_do_not_fit(store: Store) -> None:
    assert standing(store, replace(store.genesis, chain_hash=bytes(32))) is Standing.REWRITTEN
    assert standing(store, replace(store.checkpoint(), branch=2)) is Standing.OTHER_BRANCH


def test_too_little_of_a_hash_proves_nothing(store: Store) -> None:
    with pytest.raises(ValueError, match="too little"):
        standing(store, replace(store.checkpoint(), chain_hash=store.checkpoint().chain_hash[:19]))


def test_what_a_restore_gave_up_is_lost_days_and_what_it_kept_must_still_fit(path: Path, clock: Clock) -> None:
    path.unlink(missing_ok=True)
    with Store.create(path, KEY, outlet_id=OUTLET, clock=clock, branch=5) as restored:
        accept(restored)
        head = restored.checkpoint()
        branches = Branches([BranchPoint(5, Checkpoint(1, head.n, head.chain_hash))])
        assert standing(restored, replace(head, branch=1), branches) is Standing.FITS
        assert standing(restored, replace(head, branch=1, chain_hash=bytes(32)), branches) is Standing.REWRITTEN
        assert standing(restored, Checkpoint(1, head.n + 1, bytes(32)), branches) is Standing.LOST_DAYS
        assert standing(restored, replace(head, branch=6), branches) is Standing.OTHER_BRANCH


def test_a_checkpoint_among_lost_acts_has_nothing_left_to_be_compared_with_and_one_at_their_end_has(
    store: Store,
) -> None:
    for number in range(1, 5):
        accept(store, f"YT{number}")
    passed = [Checkpoint(1, n, activities.hash_of(store.reader, n) or b"") for n in range(1, 8)]
    hole = Hole(3, 5, passed[4].chain_hash)
    store.write(AUTHOR, accounts.statement_made(Statement(1, write_hole(hole), bytes(64))))
    with store._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n BETWEEN 3 AND 5")
    found = [standing(store, seen) for seen in passed]
    assert found == [Standing.FITS] * 2 + [Standing.IN_HOLE] * 2 + [Standing.FITS] * 3
    assert standing(store, replace(passed[4], chain_hash=bytes(32))) is Standing.REWRITTEN


def test_a_label_tells_of_the_act_before_its_own_so_a_record_that_ends_there_is_cut(store: Store) -> None:
    accept(store, "YT1")
    before = store.checkpoint()
    assert standing(store, before, Branches()) is Standing.FITS
    assert label_standing(store, before, Branches()) is Standing.CUT
    accept(store, "YT2")
    assert label_standing(store, before, Branches()) is Standing.FITS
    assert label_standing(store, store.genesis, Branches()) is Standing.FITS


def test_a_label_whose_act_is_the_first_behind_a_branch_point_is_of_the_lost_days(store: Store) -> None:
    accept(store, "YT1")
    accept(store, "YT2")
    left = store.checkpoint()
    branches = Branches([BranchPoint(5, left)])
    assert label_standing(store, left, branches) is Standing.LOST_DAYS
    assert label_standing(store, replace(left, n=left.n - 1), branches) is Standing.REWRITTEN
    assert label_standing(store, replace(left, branch=6), branches) is Standing.OTHER_BRANCH


def test_a_label_whose_own_act_is_lost_has_nothing_left_to_be_compared_with(store: Store) -> None:
    for number in range(1, 5):
        accept(store, f"YT{number}")
    passed = [Checkpoint(1, n, activities.hash_of(store.reader, n) or b"") for n in range(1, 8)]
    store.write(AUTHOR, accounts.statement_made(Statement(1, write_hole(Hole(3, 5, passed[4].chain_hash)), bytes(64))))
    with store._database.transaction() as cursor:
        cursor.run("DELETE FROM acts WHERE n BETWEEN 3 AND 5")
    found = [label_standing(store, seen, Branches()) for seen in passed]
    assert found == [Standing.FITS, *[Standing.IN_HOLE] * 3, *[Standing.FITS] * 3]


def test_what_the_owner_gave_up_is_lost_days_where_it_does_not_fit_and_nowhere_else(store: Store) -> None:
    for number in range(1, 5):
        accept(store, f"YT{number}")
    passed = [Checkpoint(1, n, activities.hash_of(store.reader, n) or b"") for n in range(1, 7)]
    branches = Branches(given_up=[(3, 4)])
    assert {standing(store, seen, branches) for seen in passed} == {Standing.FITS}
    others = [replace(seen, chain_hash=bytes(32)) for seen in passed]
    found = [standing(store, seen, branches) for seen in others]
    assert found == [Standing.REWRITTEN] * 2 + [Standing.LOST_DAYS] * 2 + [Standing.REWRITTEN] * 2
