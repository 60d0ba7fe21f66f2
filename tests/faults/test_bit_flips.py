"""One flipped bit anywhere in any file of an outlet: it is named, or it changes nothing. Never silently other data."""

from __future__ import annotations

import random
import shutil
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import OutletError
from outlet_app.services.record_check import RecordState
from outlet_app.store import waybills
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, Outlet, copy_of, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

FLIPS = 5
"""Of each file, spread over its length; `soak_salvage` tries more."""
SELECTS = (
    "SELECT * FROM waybills ORDER BY waybill_id",
    "SELECT * FROM label_wraps ORDER BY record_id",
    "SELECT * FROM statements ORDER BY serial",
    "SELECT * FROM number_ranges ORDER BY range_id",
)
FILES = {
    "database": "outlet/outlet-1.db",
    "log": "outlet/outlet-1.db-wal",
    "key file": "outlet/outlet.keys",
    "second key file": "state/outlet.keys",
    "near checkpoint": "state/checkpoint",
    "refused sign-ins": "state/refused-sign-ins",
    "last check": "state/last-check",
}
HARMLESS = {"second key file", "key file", "refused sign-ins", "last check"}
"""A damaged one is healed from the other place, or counts as empty."""


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Outlet, Path, list[list[tuple[object, ...]]]]:
    """An outlet whose program was killed: every file is there, the log is not empty; and what its rows were."""
    root = tmp_path_factory.mktemp("killed")
    outlet = make_outlet(root / "running")
    outlet.lin()
    outlet.entrance.close()
    check = outlet.entrance.closing_check()
    if check is not None:
        check.run(lambda _: None)
    chen = outlet.chen()
    _refuse_once(outlet)
    for _ in range(6):
        chen.entry.accept(draft(), LABEL_PRINTER)
    shutil.copytree(root / "running", root / "killed")
    rows = [chen.session.store.reader.rows(tuple, select) for select in SELECTS]
    outlet.entrance.close()
    return outlet, root / "killed", rows


def _refuse_once(outlet: Outlet) -> None:
    with pytest.raises(OutletError):
        outlet.entrance.sign_in(outlet.lin_id, "not hers")


def _outcome(outlet: Outlet, rows: list[list[tuple[object, ...]]]) -> str:
    """`named` when an error or the record's state tells of it, `same` when everything is as it was, else `other`."""
    try:
        lin = outlet.lin()
        reader = lin.session.store.reader
        while lin.session.verify_some():
            pass
        found = [reader.rows(tuple, select) for select in SELECTS]
        for row in found[0]:
            assert isinstance(row[1], bytes)
            waybills.sealed(reader, row[1])
        broken = lin.session.record_state() is RecordState.BROKEN
    except OutletError:
        return "named"
    finally:
        _close(outlet)
    return "named" if broken else ("same" if found == rows else "other")


def _before_the_last(log: Path) -> int:
    """Where the last commit begins: nobody can tell a flip in it from a power cut in the middle of its writing."""
    content = log.read_bytes()
    ends = [at for at in range(32, len(content), 24 + 4096) if int.from_bytes(content[at + 4 : at + 8], "big")]
    return ends[-2]


def _close(outlet: Outlet) -> None:
    try:
        outlet.entrance.close()
    except OutletError:
        return


@pytest.mark.parametrize("name", FILES)
def test_a_flipped_bit_is_named_or_harmless(
    killed: tuple[Outlet, Path, list[list[tuple[object, ...]]]], tmp_path: Path, name: str
) -> None:
    template, folder, rows = killed
    size = _before_the_last(folder / FILES[name]) if name == "log" else (folder / FILES[name]).stat().st_size
    chance = random.Random(name)
    seen = set()
    for number in range(FLIPS):
        at = chance.randrange(number * size // FLIPS, max(number * size // FLIPS + 1, (number + 1) * size // FLIPS))
        here = tmp_path / str(number)
        shutil.copytree(folder, here)
        outlet = copy_of(template, here)
        shutil.rmtree(here)
        shutil.copytree(folder, here)
        content = bytearray((here / FILES[name]).read_bytes())
        content[at] ^= 1 << chance.randrange(8)
        (here / FILES[name]).write_bytes(content)
        seen.add(_outcome(outlet, rows))
    assert "other" not in seen
    assert name not in HARMLESS or seen == {"same"}
