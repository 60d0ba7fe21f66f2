"""What is sealed, moved to where it does not belong; and label wraps that have ended."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

import pytest
from sqlcipher3 import dbapi2

from outlet_app.errors import (
    HistoryBroken,
    KeyMismatch,
    KeysDoNotFit,
    NumberUsed,
    SchemaChanged,
    WrongPassword,
)
from outlet_app.sealing.key_file import encode
from outlet_app.sealing.label_code import CardCode, LabelCode, read_code
from outlet_app.sealing.owner_slots import open_owner_seed
from outlet_app.sealing.unseal import unseal_with_owner_key, unseal_with_token
from outlet_app.store import label_wraps, waybills
from tests.attacks.thief import Thief, opened_by_codes, thief_at
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.draft import PartyDraft
    from outlet_app.sealing.details import Details
    from outlet_app.sealing.owner_seed import OwnerSeed
    from tests.attacks.conftest import Shop
    from tests.outlets import Outlet

_ONE_OF_TWO = "(SELECT {0} FROM waybills WHERE record_id = :two)"
_WRAP_OF_TWO = "UPDATE label_wraps SET wrap = (SELECT wrap FROM label_wraps WHERE record_id = :two)"
_ONE = " WHERE record_id = :one"


@dataclass(frozen=True)
class Move:
    """Statements that move something of waybill `two` to waybill `one`, and what still opens `one`, as itself."""

    statements: tuple[str, ...]
    by_label: bool = False
    by_owner: bool = False


def _set(*columns: str) -> str:
    return "UPDATE waybills SET " + ", ".join(f"{each} = {_ONE_OF_TWO.format(each)}" for each in columns) + _ONE


MOVES = {
    "C": Move((_set("details"),)),
    "W1": Move((_set("owner_wrap"),), by_label=True),
    "W2": Move((_WRAP_OF_TWO + _ONE,), by_owner=True),
    "C and W1": Move((_set("details", "owner_wrap"),)),
    "C and W2": Move((_set("details"), _WRAP_OF_TWO + _ONE)),
    "C, W1 and W2": Move((_set("details", "owner_wrap"), _WRAP_OF_TWO + _ONE)),
    "another version": Move(
        ("UPDATE waybills SET version = 2" + _ONE, "UPDATE label_wraps SET version = 2" + _ONE),
    ),
    "another version of the wrap alone": Move(("UPDATE label_wraps SET version = 2" + _ONE,), by_owner=True),
    "another serial": Move(("UPDATE label_wraps SET serial = 2" + _ONE,), by_owner=True),
    "another number": Move(("UPDATE waybills SET number = 'YT9900000000001'" + _ONE,)),
}
_WRAP_ONLY = {"W2", "another serial", "another version of the wrap alone"}


def _seed(outlet: Outlet) -> OwnerSeed:
    card = read_code(outlet.card)
    assert isinstance(card, CardCode)
    return open_owner_seed(outlet.keys.key_file(), outlet.owner_id, OWNER_PASSWORD, outlet.keys.device_secret(), card)


def _code(text: str) -> LabelCode:
    code = read_code(text)
    assert isinstance(code, LabelCode)
    return code


def _details(thief: Thief, record_id: bytes, key: LabelCode | OwnerSeed, outlet_id: bytes) -> Details | None:
    (row,) = [each for each in thief.rows() if each.masked.record_id == record_id]
    try:
        if isinstance(key, LabelCode):
            return unseal_with_token(row, thief.wraps()[record_id], key.token, outlet_id=outlet_id)
        return unseal_with_owner_key(row, key, outlet_id=outlet_id)
    except KeyMismatch:
        return None


def _is(details: Details | None, people: tuple[PartyDraft, PartyDraft]) -> bool:
    return details is not None and (details.sender.name, details.recipient.name) == tuple(each.name for each in people)


@pytest.mark.parametrize("name", MOVES)
def test_what_is_moved_to_another_row_opens_as_nobody_else(shop: Shop, outlet: Outlet, thief: Thief, name: str) -> None:
    one, two = list(shop.codes)[:2]
    move, seed, outlet_id = MOVES[name], _seed(outlet), thief.opened.outlet_id
    keys = (_code(shop.codes[one]), _code(shop.codes[two]), seed)
    assert _is(_details(thief, one, keys[0], outlet_id), shop.people[one])
    connection = thief.database()
    for statement in move.statements:
        assert connection.execute(statement, {"one": one, "two": two}).rowcount == 1
    connection.close()
    by_label, by_other_label, by_owner = (_details(thief, one, key, outlet_id) for key in keys)
    assert by_other_label is None
    assert _is(by_label, shop.people[one]) if move.by_label else by_label is None
    assert _is(by_owner, shop.people[one]) if move.by_owner else by_owner is None


@pytest.mark.parametrize("name", [name for name in MOVES if name not in _WRAP_ONLY])
def test_the_program_prints_nothing_from_a_row_that_holds_anothers_parts(
    shop: Shop, outlet: Outlet, thief: Thief, name: str
) -> None:
    one, two = list(shop.codes)[:2]
    connection = thief.database()
    for statement in MOVES[name].statements:
        connection.execute(statement, {"one": one, "two": two})
    connection.close()
    services = outlet.lin()
    with pytest.raises(HistoryBroken):
        services.printing_desk.take(one, LABEL_PRINTER)
    services.session.sign_out()


def test_nothing_sealed_in_one_outlet_opens_as_another_outlets(shop: Shop, thief: Thief, outlet: Outlet) -> None:
    seed, wraps = _seed(outlet), thief.wraps()
    for row in thief.rows()[:20]:
        record_id = row.masked.record_id
        token = _code(shop.codes[record_id]).token
        with pytest.raises(KeyMismatch):
            unseal_with_token(row, wraps[record_id], token, outlet_id=bytes(16))
        with pytest.raises(KeyMismatch):
            unseal_with_owner_key(row, seed, outlet_id=bytes(16))
        assert unseal_with_owner_key(row, seed, outlet_id=seed.outlet_id)


def test_an_outlets_database_and_key_file_serve_no_other_outlet(outlet: Outlet, tmp_path: Path) -> None:
    other = make_outlet(tmp_path / "other")
    database = other.place.folder / other.keys.key_file().database_name
    shutil.copy(outlet.place.folder / outlet.keys.key_file().database_name, database)
    with pytest.raises(KeysDoNotFit):
        other.chen()
    renamed = encode(replace(outlet.keys.key_file(), outlet_id=other.keys.key_file().outlet_id))
    for path in (outlet.place.key_file, outlet.place.second_key_file):
        path.write_bytes(renamed)
    with pytest.raises(WrongPassword):
        outlet.chen()


def test_a_second_row_for_the_same_waybill_is_refused(shop: Shop, outlet: Outlet, thief: Thief) -> None:
    """By the tables; and where those are changed, at the opening; and where they allow it, by the record."""
    one = next(iter(shop.codes))
    columns = [name for _, name, *_ in thief.run("PRAGMA table_info(waybills)") if name != "waybill_id"]
    copied = f"INSERT INTO waybills ({', '.join(columns)}) SELECT {{}} FROM waybills WHERE record_id = ?"

    def second(**other: str) -> str:
        return copied.format(", ".join(other.get(column, column) for column in columns))

    for statement in (second(), second(record_id="randomblob(16)")):
        with pytest.raises(dbapi2.IntegrityError):
            thief.run(statement, one)
    with pytest.raises(dbapi2.IntegrityError):
        thief.run("INSERT INTO label_wraps SELECT * FROM label_wraps WHERE record_id = ?", one)
    thief.run(second(record_id="x'" + "ab" * 16 + "'", left_ms="1"), one)
    services = outlet.lin()
    with pytest.raises(HistoryBroken):
        waybills.sealed(services.session.store.reader, b"\xab" * 16)
    with pytest.raises(HistoryBroken):
        services.printing_desk.take(b"\xab" * 16, LABEL_PRINTER)
    with pytest.raises(NumberUsed):
        services.entry.accept(draft(number=shop.numbers[one]), LABEL_PRINTER)
    services.session.sign_out()
    thief.run("DROP INDEX waybills_in_shop")
    thief.run(second(record_id="randomblob(16)"), one)
    with pytest.raises(SchemaChanged):
        outlet.lin()


def test_a_token_whose_wrap_has_ended_opens_nothing_in_the_files_as_they_are_now(
    shop: Shop, outlet: Outlet, thief: Thief, tmp_path: Path
) -> None:
    """Seven days after acceptance the wraps are gone from every page, so the labels open nothing any more.

    A copy of the files that was made while the wraps stood keeps what it had: with it, a label opens its waybill for
    ever. Nothing here prevents a copy; that is said in the manual.
    """
    earlier = tmp_path / "earlier"
    shutil.copytree(outlet.place.folder, earlier / "outlet")
    shutil.copytree(outlet.place.state, earlier / "state")
    wraps = thief.wraps()
    outlet.clock.move(days=7, seconds=1)
    outlet.lin().session.sign_out()
    assert thief.wraps() == {}
    assert not any(opened_by_codes(thief, shop.codes.values()).values())
    pages = thief.pages()
    assert [each for each in wraps.values() if each.wrap in pages] == []
    copied = thief_at(earlier, outlet.chen_id, CHEN_PASSWORD)
    assert all(each.wrap in copied.pages() for each in wraps.values())
    text = next(iter(shop.codes.values()))
    assert opened_by_codes(copied, [text]) == {text: [_code(text).number]}


def test_a_code_that_was_never_printed_opens_nothing_once_its_ten_minutes_or_its_session_are_over(
    outlet: Outlet, thief: Thief
) -> None:
    """Even for somebody who took the code out of the running program's memory."""
    services = outlet.chen()
    accepted = [services.entry.accept(draft(), None) for _ in range(2)]
    codes = [kept.code_text for each in accepted if (kept := services.session.labels.find(each.record_id))]
    texts = [text for text in codes if text is not None]
    wrap = label_wraps.of(services.session.store.reader, accepted[0].record_id)
    assert wrap is not None
    outlet.clock.move(minutes=10)
    assert services.printing_desk.drop_expired() == 2
    third = services.entry.accept(draft(), None)
    kept = services.session.labels.find(third.record_id)
    assert kept is not None
    assert kept.code_text is not None
    services.session.sign_out()
    assert len(texts) == 2
    assert not any(opened_by_codes(thief, [*texts, kept.code_text]).values())
    assert wrap.wrap not in thief.pages()


def test_after_a_clerks_day_neither_a_person_nor_a_token_lies_in_the_stores_files(shop: Shop, thief: Thief) -> None:
    """Searched in the decrypted pages, free ones included, where every masked row is found."""
    pages = thief.pages()
    assert all(number.encode() in pages for number in shop.numbers.values())
    for record_id, text in shop.codes.items():
        code = _code(text)
        names = [each.name for each in shop.people[record_id]]
        phones = [each.phone for each in shop.people[record_id]]
        rooms = [each.detail.rsplit("单元", 1)[1] for each in shop.people[record_id]]
        secrets = [code.token.secret, text.split(".")[4].encode(), code.token.secret.hex().encode()]
        assert [each for each in secrets if each in pages] == []
        assert [each for each in (*names, *phones, *rooms) if each.encode() in pages] == []


def test_after_a_correction_the_former_label_opens_nothing_and_its_version_is_in_no_page(
    outlet: Outlet, thief: Thief
) -> None:
    services = outlet.chen()
    accepted = services.entry.accept(draft(), LABEL_PRINTER)
    former = services.session.labels.find(accepted.record_id)
    sealed = waybills.sealed(services.session.store.reader, accepted.record_id)
    wrap = label_wraps.of(services.session.store.reader, accepted.record_id)
    again = services.entry.correct(accepted.record_id, draft(weight="3"), LABEL_PRINTER)
    present = services.session.labels.find(again.record_id)
    services.session.sign_out()
    assert former is not None
    assert present is not None
    assert wrap is not None
    codes = [kept.code_text for kept in (former, present) if kept.code_text is not None]
    assert opened_by_codes(thief, codes) == {codes[0]: [], codes[1]: [accepted.number]}
    pages = thief.pages()
    assert wrap.wrap not in pages
    assert sealed.details not in pages
    assert sealed.owner_wrap not in pages
