"""The case of 2020: a clerk's login, lent out for a day, in the hands of somebody elsewhere; then with an accomplice.

Against this program and against a plain counter program over SQLite, with the same 1,000 waybills: through the program
as fast as it goes, and with the thief's own tools on every file.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import KeyMismatch
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_token
from tests.attacks.loot import Loot, Yield, from_plain
from tests.attacks.thousand import IN_SHOP, WAYBILLS, fill_plain
from tests.outlets import CHEN_PASSWORD

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from tests.attacks.thief import Thief
    from tests.attacks.thousand import Thousand

NOTHING = Yield(0, 0)
EVERYTHING = Yield(WAYBILLS, 2 * WAYBILLS)


def _with_his_own_tools(thief: Thief, codes: Iterable[str]) -> Loot:
    """Each token that a camera caught, on the row and the wrap of its number."""
    rows = {row.masked.number: row for row in thief.rows()}
    wraps, loot, outlet_id = thief.wraps(), Loot(), thief.opened.outlet_id
    for text in codes:
        code = read_code(text)
        assert isinstance(code, LabelCode)
        row = rows[code.number]
        wrap = wraps.get(row.masked.record_id)
        if wrap is not None:
            with suppress(KeyMismatch):
                loot.keep_details(code.number, unseal_with_token(row, wrap, code.token, outlet_id=outlet_id))
    return loot


@pytest.fixture(scope="module")
def plain(thousand: Thousand, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same people in a plain counter program."""
    path = tmp_path_factory.mktemp("plain") / "plain.db"
    fill_plain(path, thousand)
    return path


def test_a_plain_counter_program_gives_a_lent_login_everybody_in_one_search(thousand: Thousand, plain: Path) -> None:
    loot = from_plain(plain, ["YT"], "chen", CHEN_PASSWORD)
    assert loot.counted(thousand) == EVERYTHING


def test_a_plain_counter_programs_file_gives_everybody_without_any_login(thousand: Thousand, plain: Path) -> None:
    loot = Loot()
    with closing(sqlite3.connect(plain)) as copied:
        for number, *values in copied.execute("SELECT * FROM waybills"):
            names = ("sender.name", "sender.phone", "sender.address")
            names += ("recipient.name", "recipient.phone", "recipient.address")
            for name, text in zip(names, values[1:], strict=True):
                loot.keep(number, name, text)
    assert loot.counted(thousand) == EVERYTHING


def test_every_key_that_a_lent_login_has_opens_none_of_1000_waybills(renter: Thief) -> None:
    """His password, all files, the device secret and Python: each key and each value against each waybill."""
    assert len(renter.rows()) == WAYBILLS
    assert renter.waybills_he_opens() == 0


def test_with_photos_of_the_shelves_his_own_tools_open_what_stands_there_and_nothing_that_has_left(
    thousand: Thousand, renter: Thief
) -> None:
    """What is true: a photographed code opens its parcel's waybill, off the record, while the parcel is in the shop."""
    assert _with_his_own_tools(renter, thousand.photos).counted(thousand) == Yield(IN_SHOP, 2 * IN_SHOP)
    left = [code for record_id, code in thousand.codes.items() if record_id not in thousand.in_shop]
    assert len(left) == WAYBILLS - IN_SHOP
    assert _with_his_own_tools(renter, left).counted(thousand) == NOTHING
