"""An owner's canaries, sought with a clerk's login, every file, the database key and Python."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.context import ctx
from outlet_app.domain.flags import FlagKind
from outlet_app.sealing.canaries import CanaryKeys, canary_keys
from outlet_app.services.canary_list import ListState
from tests.attacks.thief import Thief, _opens
from tests.outlets import CHEN_PASSWORD, Outlet, copy_of

if TYPE_CHECKING:
    from pathlib import Path

    from tests.attacks.conftest import Shop

_RANDOM = {"chain_hash", "signature"}
"""Columns of acts that differ wherever an act before them does."""


def a_day(outlet: Outlet, numbers: list[str], *, marked: bool) -> None:
    """The owner changes his list three times, to canaries or to nothing; a clerk is at one; the owner looks at all."""
    owner = outlet.owner()
    for number in numbers:
        outlet.clock.move(minutes=10)
        if marked:
            owner.canaries.mark(number, "货架 B 上层")
        else:
            owner.canaries.begin_anew()
    owner.session.sign_out()
    chen = outlet.chen()
    chen.find.look_up(numbers[1])
    chen.session.sign_out()
    owner = outlet.owner()
    assert (FlagKind.CANARY in {view.flag.kind for view in owner.flags.open_flags()}) is marked
    owner.flags.note_reviewed()
    owner.canaries.marked()
    owner.session.sign_out()


def what_he_reads(thief: Thief) -> dict[str, list[dict[str, Any]]]:
    """Every table, row by row, but for bytes that are random or hang on random ones; of those their length."""
    connection = thief.database()
    try:
        tables = [name for (name,) in connection.execute("SELECT name FROM sqlite_schema WHERE type = 'table'")]
        return {table: [_row(table, *row) for row in _named(connection, table)] for table in tables}
    finally:
        connection.close()


def _named(connection: Any, table: str) -> list[tuple[list[str], tuple[Any, ...]]]:
    found = connection.execute(f"SELECT * FROM {table}")
    names = [column[0] for column in found.description]
    return [(names, row) for row in found.fetchall()]


def _row(table: str, names: list[str], values: tuple[Any, ...]) -> dict[str, Any]:
    row = dict(zip(names, values, strict=True))
    if table == "canaries":
        row["box"] = len(row["box"])
    if table == "acts":
        row |= {name: len(row[name] or b"") for name in _RANDOM}
        detail = json.loads(row["detail"])
        row["detail"] = {name: len(value) if name == "box" else value for name, value in detail.items()}
    return row


def test_an_outlet_with_canaries_and_one_without_read_the_same_in_every_table_and_file(
    shop: Shop, tmp_path: Path
) -> None:
    numbers = list(shop.numbers.values())[20:80:20]
    read, sizes = [], []
    for marked in (True, False):
        outlet = copy_of(shop.outlet, tmp_path / str(marked))
        a_day(outlet, numbers, marked=marked)
        thief = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)
        read.append(what_he_reads(thief))
        files = [each for each in sorted((tmp_path / str(marked)).rglob("*")) if each.is_file()]
        sizes.append([(each.relative_to(tmp_path / str(marked)), each.stat().st_size) for each in files])
    with_canaries, without = read
    assert with_canaries == without
    assert sizes[0] == sizes[1]
    assert [row["box"] for row in with_canaries["canaries"]] == [1949]
    sealed = [row for row in with_canaries["acts"] if row["kind"] == ActivityKind.CANARIES_SEALED]
    assert [(row["record_id"], row["detail"]) for row in sealed] == [(None, {"box": 64})] * 3


def test_no_key_in_his_hands_opens_the_list_and_no_value_of_the_files_does(outlet: Outlet, shop: Shop) -> None:
    owner = outlet.owner()
    owner.canaries.mark(next(iter(shop.numbers.values())), "")
    owner.session.sign_out()
    thief = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)
    ((box,),) = thief.run("SELECT box FROM canaries")
    secrets = {*thief.keys_in_hand(), *thief.values_in_files()}
    keys = [key for key in secrets if len(key) == 32]
    whose = [ctx("canaries", thief.opened.outlet_id, who) for who in (outlet.owner_id, outlet.chen_id)]
    assert len(keys) > 100
    assert not any(_opens(box, context, keys) for context in whose)
    own = canary_keys(thief.secrets.account_key, thief.opened.outlet_id, outlet.owner_id)
    assert isinstance(own, CanaryKeys)
    assert not _opens(box, whose[0], [own.box_key, own.word_key])


def test_the_owners_word_about_a_canary_tells_neither_whose_look_nor_which_waybill(outlet: Outlet, shop: Shop) -> None:
    record_id, number = next(iter(shop.numbers.items()))
    owner = outlet.owner()
    owner.canaries.mark(number, "")
    owner.session.sign_out()
    chen = outlet.chen()
    chen.find.look_up(number)
    chen.session.sign_out()
    owner = outlet.owner()
    (view,) = owner.flags.canary_flags()
    owner.flags.tick(view.flag, "问过")
    assert owner.flags.canary_flags() == ()
    owner.session.sign_out()
    thief = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)
    ((about, detail),) = thief.run("SELECT record_id, detail FROM acts WHERE kind = 'flag_ticked'")
    told = json.loads(detail)
    assert about is None
    assert sorted(told) == ["flag", "note", "word"]
    known = [record_id, outlet.chen_id, view.flag.first_n.to_bytes(8, "big")]
    assert not any(part.hex() in detail for part in known)


def test_a_list_put_back_or_spoilt_is_told_at_the_owners_next_sign_in(outlet: Outlet, shop: Shop) -> None:
    first, second = list(shop.numbers.values())[:2]
    owner = outlet.owner()
    owner.canaries.mark(first, "")
    owner.session.sign_out()
    thief = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)
    ((former,),) = thief.run("SELECT box FROM canaries")
    owner = outlet.owner()
    owner.canaries.mark(second, "")
    owner.session.sign_out()
    thief.run("UPDATE canaries SET box = ?", former)
    owner = outlet.owner()
    assert owner.canaries.marked().state is ListState.CHANGED
    faults = [view.flag.facts for view in owner.flags.open_flags() if view.flag.kind is FlagKind.RECORD]
    assert faults == [{"what": "canaries"}]
    owner.session.sign_out()


def test_what_is_true_who_reads_rows_with_tools_of_his_own_raises_no_flag(outlet: Outlet, shop: Shop) -> None:
    owner = outlet.owner()
    owner.canaries.mark(next(iter(shop.numbers.values())), "")
    owner.session.sign_out()
    thief = Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)
    assert len(thief.rows()) == len(shop.numbers)
    owner = outlet.owner()
    assert owner.flags.canary_flags() == ()
    owner.session.sign_out()
