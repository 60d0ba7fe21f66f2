"""Reveals ended by SIGKILL at every step and inside the commit, and on a disk that refuses: the act is first."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from typing import TYPE_CHECKING

import pytest

from tests.faults import revealed
from tests.faults.revealing import DURABLE, STEPS
from tests.outlets import copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.faults.nursery import Nursery
    from tests.faults.revealed import Shop

KILLED = -9
_TRACED = "pwrite64,fsync,fdatasync"


@pytest.fixture(scope="module")
def shop(tmp_path_factory: pytest.TempPathFactory) -> Shop:
    return revealed.make_shop(tmp_path_factory.mktemp("shop"))


def _run(nursery: Nursery, folder: Path, *arguments: object, tracing: tuple[object, ...] = ()) -> tuple[int, str]:
    """How the counter ended, and what it said, its errors behind."""
    ended = nursery.run(revealed.CHILD, folder, *arguments, tracing=tracing)
    return ended.returncode, (ended.stdout + ended.stderr).decode()


def _folder(shop: Shop) -> Path:
    return shop.outlet.place.folder.parent


@pytest.mark.parametrize(
    ("way", "step"),
    [
        *(("scan", step) for step in STEPS),
        *((way, "unsealing") for way in ("form", "owner")),
    ],
)
def test_a_counter_killed_at_any_step_of_a_reveal_has_recorded_what_it_showed_and_before_it_opened_the_seal(
    shop: Shop, nursery: Nursery, way: str, step: str
) -> None:
    code, said = _run(nursery, _folder(shop), way, 1, step)
    assert code == KILLED, said
    seen = revealed.shown(said)
    assert len(seen) == 1
    assert revealed.check(shop, seen) == 1 + (step in DURABLE)


def test_a_counter_that_is_not_killed_shows_what_was_typed_and_records_each_time(shop: Shop, nursery: Nursery) -> None:
    for way in ("scan", "form", "owner"):
        code, said = _run(nursery, _folder(shop), way, 2)
        assert code == 0, said
        seen = revealed.shown(said)
        assert [text for _, text in seen] == list(shop.phones.values())[:2]
        assert revealed.check(shop, seen) == 2


def test_the_check_sees_a_reveal_that_no_act_tells_of(shop: Shop) -> None:
    (record_id, phone), *_ = shop.phones.items()
    with pytest.raises(AssertionError, match="no act"):
        revealed.check(shop, [(record_id, phone)])
    with pytest.raises(AssertionError, match="another text"):
        revealed.check(shop, [(record_id, "12345")])


@pytest.fixture(scope="module")
def calls_before(shop: Shop, nursery: Nursery, tmp_path_factory: pytest.TempPathFactory) -> Counter[str]:
    """How often the counter writes to the log and syncs it before its second reveal begins to be written."""
    if shutil.which("strace") is None:
        pytest.skip("strace makes system calls fail and is not installed")
    folder = tmp_path_factory.mktemp("counted")
    copy_of(shop.outlet, folder)
    code, said = _run(nursery, folder, "scan", 1, "counted", tracing=_strace(folder))
    assert code == KILLED, said
    return Counter(re.findall(rf"({_TRACED.replace(',', '|')})\(", (folder / "trace").read_text(errors="replace")))


def _strace(folder: Path, *inject: str) -> tuple[object, ...]:
    log = folder / "outlet" / "outlet-1.db-wal"
    return ("strace", "-f", "-o", folder / "trace", "-P", log, "-e", f"trace={_TRACED}", *inject)


def _copied(shop: Shop, folder: Path) -> Shop:
    return revealed.Shop(copy_of(shop.outlet, folder), shop.phones, shop.told)


@pytest.mark.parametrize("write", [1, 5])
def test_a_counter_killed_inside_the_commit_of_a_reveal_has_shown_nothing_that_is_not_recorded(
    shop: Shop, nursery: Nursery, tmp_path: Path, calls_before: Counter[str], write: int
) -> None:
    mine = _copied(shop, tmp_path)
    kill = f"inject=pwrite64:signal=KILL:when={calls_before['pwrite64'] + write}"
    code, said = _run(nursery, tmp_path, "scan", 3, tracing=_strace(tmp_path, "-e", kill))
    assert code == KILLED, said
    seen = revealed.shown(said)
    assert 1 <= len(seen) < 3
    revealed.check(mine, seen)


@pytest.mark.parametrize(
    ("call", "after", "error"),
    [("pwrite64", 1, "ENOSPC"), ("pwrite64", 4, "EIO"), ("sync", 1, "EIO")],
)
def test_on_a_disk_that_refuses_the_act_nothing_is_shown(
    shop: Shop, nursery: Nursery, tmp_path: Path, calls_before: Counter[str], call: str, after: int, error: str
) -> None:
    mine = _copied(shop, tmp_path)
    name = call if call == "pwrite64" else max(("fsync", "fdatasync"), key=lambda each: calls_before[each])
    refuse = f"inject={name}:error={error}:when={calls_before[name] + after}+"
    _, said = _run(nursery, tmp_path, "scan", 3, tracing=_strace(tmp_path, "-e", refuse))
    assert "INJECTED" in (tmp_path / "trace").read_text(errors="replace")
    seen = revealed.shown(said)
    assert len(seen) == 1, said
    assert "refused" in said
    revealed.check(mine, seen)
