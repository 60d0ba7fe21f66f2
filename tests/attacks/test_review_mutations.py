"""Each way to change the record, made under the owner's eyes: the review's check finds it and names its place."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.proof import Proof
from outlet_app.services.record_check import RecordState
from outlet_app.services.review import ActFilter, VerifyState
from tests.builders import draft
from tests.outlets import LABEL_PRINTER

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.store.connection import Row
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

MUTATIONS: dict[str, tuple[str, int]] = {
    "its time": ("UPDATE acts SET at_ms = at_ms - 86400000 WHERE n = {n}", 0),
    "its person": ("UPDATE acts SET account_id = (SELECT account_id FROM acts WHERE n = 1) WHERE n = {n}", 0),
    "its place": ("UPDATE acts SET station = 'at home' WHERE n = {n}", 0),
    "its kind": ("UPDATE acts SET kind = 'printed' WHERE n = {n}", 0),
    "its waybill": ("UPDATE acts SET record_id = randomblob(16) WHERE n = {n}", 0),
    "its waybill taken away": ("UPDATE acts SET record_id = NULL WHERE n = {n}", 0),
    "its detail": ("UPDATE acts SET detail = '{{}}' WHERE n = {n}", 0),
    "its hash": ("UPDATE acts SET chain_hash = randomblob(32) WHERE n = {n}", 0),
    "its signature": ("UPDATE acts SET signature = randomblob(64) WHERE n = {n}", 0),
    "another one's signature": (
        "UPDATE acts SET signature = (SELECT signature FROM acts WHERE n = {n} - 2) WHERE n = {n}",
        0,
    ),
    "its number": ("UPDATE acts SET n = 900000 WHERE n = {n}", 0),
    "deleted": ("DELETE FROM acts WHERE n = {n}", 0),
    "a stretch deleted": ("DELETE FROM acts WHERE n BETWEEN {n} AND {n} + 9", 0),
    "cut from there on": ("DELETE FROM acts WHERE n >= {n}", 0),
    "swapped": (
        "UPDATE acts SET n = -1 WHERE n = {n}; UPDATE acts SET n = {n} WHERE n = {n} + 2;"
        " UPDATE acts SET n = {n} + 2 WHERE n = -1",
        0,
    ),
    "the last one unsigned": ("UPDATE acts SET signature = NULL WHERE n = {last}", 1),
}
"""What is done at act n (or at the last act of the clerk), and how far behind that place the check finds it."""


@pytest.fixture
def owner(outlet: Outlet) -> Iterator[Services]:
    services = outlet.owner()
    yield services
    services.session.store.close()


def run(services: Services, sql: str) -> None:
    with services.session.store._database.transaction() as cursor:
        for statement in sql.split(";"):
            cursor.run(statement)


def places(services: Services) -> tuple[int, int]:
    """A signed act of Lin's in the midst of the record, and her last one."""
    (lin,) = (each.account_id for each in services.review.everybody() if each.name == "林芳")
    sql = "SELECT n FROM acts WHERE signature NOT NULL AND account_id = ? ORDER BY n"
    signed = services.session.store.reader.rows(_number, sql, lin)
    return signed[20], signed[-1]


def _number(row: Row) -> int:
    number: int = row[0]
    return number


def broken_at(services: Services) -> int | None:
    so_far = services.review.begin_verify()
    while so_far.state is VerifyState.RUNNING:
        so_far = services.review.verify_portion(so_far)
    return so_far.broken_at


@pytest.mark.parametrize("what", MUTATIONS)
def test_a_change_of_the_record_is_found_with_its_place(owner: Services, what: str) -> None:
    n, last = places(owner)
    sql, behind = MUTATIONS[what]
    run(owner, sql.format(n=n, last=last))
    place = last if "{last}" in sql else n
    assert broken_at(owner) == place + behind
    assert owner.session.record_state() is RecordState.BROKEN
    gap = owner.scans.gap()
    assert gap is not None


def test_an_act_put_in_between_while_the_shop_is_closed_is_found_with_its_place(outlet: Outlet, thief: Thief) -> None:
    n = int(thief.run("SELECT n FROM acts WHERE signature NOT NULL ORDER BY n")[40][0]) + 1
    thief.run("UPDATE acts SET n = -n - 1 WHERE n >= ?", n)
    thief.run("UPDATE acts SET n = -n WHERE n < 0")
    columns = "at_ms, account_id, station, kind, record_id, detail, chain_hash, signature"
    thief.run(f"INSERT INTO acts (n, {columns}) SELECT ?, {columns} FROM acts WHERE n = ?", n, n - 1)
    services = outlet.owner()
    assert broken_at(services) == n
    services.session.store.close()


def test_the_record_as_it_is_stands(owner: Services) -> None:
    assert broken_at(owner) is None
    assert owner.session.record_state() is not RecordState.BROKEN


@pytest.mark.parametrize(
    ("sql", "proof"),
    [
        ("UPDATE acts SET signature = randomblob(64) WHERE n = {last}", Proof.WRONG),
        ("UPDATE acts SET kind = 'locked' WHERE n = {last}", Proof.WRONG),
        ("DELETE FROM acts WHERE n > {last}; UPDATE acts SET signature = NULL WHERE n = {last}", Proof.UNSIGNED),
    ],
)
def test_an_act_that_nobody_signed_or_another_did_is_marked_in_its_row(owner: Services, sql: str, proof: Proof) -> None:
    _, last = places(owner)
    run(owner, sql.format(last=last))
    (act,) = owner.review.acts(ActFilter(numbers=(last,))).acts
    assert act.proof is proof


def test_a_record_rolled_back_to_an_older_day_is_found_and_the_gap_is_named(outlet: Outlet, tmp_path: Path) -> None:
    chen = outlet.chen()
    before = chen.session.store.checkpoint().n
    chen.session.sign_out()
    kept = shutil.copytree(outlet.place.folder, tmp_path / "kept")
    chen = outlet.chen()
    for _ in range(3):
        chen.entry.accept(draft(), LABEL_PRINTER)
    chen.session.sign_out()
    shutil.rmtree(outlet.place.folder)
    shutil.copytree(kept, outlet.place.folder)
    services = outlet.owner()
    assert services.session.record_state() is RecordState.BROKEN
    gap = services.scans.gap()
    assert gap is not None
    assert before < max(misfit.n for misfit in services.session.outlet.check.misfits)
    services.session.store.close()
