"""The key file: strict to read, atomic to write, the newer of two."""

from __future__ import annotations

import dataclasses
import hashlib
import os
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.errors import FileDamaged, FileMissing, FileTooNew, WrongPassword
from outlet_app.sealing import account_keys, suite
from outlet_app.sealing.key_file import (
    MOST_ACCOUNTS,
    MOST_FILE_BYTES,
    KeyFile,
    decode,
    encode,
    is_name,
    read_key_file,
    write_key_file,
)
from tests.sealing.conftest import CLERK_PASSWORD, Outlet, flipped

if TYPE_CHECKING:
    from collections.abc import Callable

HERE = Path("outlet.keys")


@pytest.fixture
def places(tmp_path: Path) -> tuple[Path, Path]:
    return tmp_path / "outlet" / "outlet.keys", tmp_path / "state" / "outlet.keys"


def whole(text: bytes) -> bytes:
    """`text` with a checksum that fits: what C can write."""
    return text + hashlib.sha256(text).digest()


def next_generation(key_file: KeyFile, by: int = 1) -> KeyFile:
    return dataclasses.replace(key_file, generation=key_file.generation + by)


def test_what_is_written_is_read_in_both_places(outlet: Outlet, places: tuple[Path, Path]) -> None:
    write_key_file(outlet.key_file, *places)

    assert read_key_file(*places) == outlet.key_file
    assert places[0].read_bytes() == places[1].read_bytes() == encode(outlet.key_file)
    assert os.name == "nt" or [place.stat().st_mode & 0o777 for place in places] == [0o600, 0o600]


def test_the_higher_generation_that_verifies_counts(outlet: Outlet, places: tuple[Path, Path]) -> None:
    older, newer = outlet.key_file, next_generation(outlet.key_file)

    for first, second in ((older, newer), (newer, older)):
        write_key_file(first, *places)
        places[1].write_bytes(encode(second))
        assert read_key_file(*places) == newer


def test_a_damaged_or_missing_file_is_made_up_for_by_the_other(outlet: Outlet, places: tuple[Path, Path]) -> None:
    for broken, _ in (places, places[::-1]):
        write_key_file(outlet.key_file, *places)
        broken.write_bytes(flipped(broken.read_bytes(), 800))
        assert read_key_file(*places) == outlet.key_file
        broken.unlink()
        assert read_key_file(*places) == outlet.key_file


def test_two_damaged_files_are_said_to_be_damaged_and_none_to_be_missing(
    outlet: Outlet, places: tuple[Path, Path]
) -> None:
    with pytest.raises(FileMissing) as missing:
        read_key_file(*places)
    assert missing.value.path == places[0]

    write_key_file(outlet.key_file, *places)
    for place in places:
        place.write_bytes(b"")
    with pytest.raises(FileDamaged):
        read_key_file(*places)
    places[1].unlink()
    with pytest.raises(FileDamaged):
        read_key_file(*places)


def test_a_place_that_cannot_be_read_counts_as_damaged(outlet: Outlet, places: tuple[Path, Path]) -> None:
    write_key_file(outlet.key_file, *places)
    places[0].unlink()
    places[0].mkdir()

    assert read_key_file(*places) == outlet.key_file


def test_a_file_of_a_later_version_is_never_passed_over(outlet: Outlet, places: tuple[Path, Path]) -> None:
    write_key_file(outlet.key_file, *places)
    later = whole(b"OAKF\x00\x02" + b"whatever a later version writes")

    for place in places:
        kept = place.read_bytes()
        place.write_bytes(later)
        with pytest.raises(FileTooNew) as refused:
            read_key_file(*places)
        assert refused.value.path == place
        place.write_bytes(kept)


def test_a_damaged_version_number_is_damage_and_not_a_later_version(outlet: Outlet) -> None:
    data = encode(outlet.key_file)

    with pytest.raises(FileDamaged):
        decode(data[:4] + b"\x00\x02" + data[6:], HERE)


def test_the_copy_of_another_outlet_does_not_take_over(outlet: Outlet, places: tuple[Path, Path]) -> None:
    write_key_file(outlet.key_file, *places)
    other = dataclasses.replace(outlet.key_file, outlet_id=bytes(16), generation=99)
    places[1].write_bytes(encode(other))

    assert read_key_file(*places) == outlet.key_file


def test_any_changed_bit_is_damage(outlet: Outlet) -> None:
    data = encode(outlet.key_file)

    for bit in range(len(data) * 8):
        with pytest.raises(FileDamaged):
            decode(flipped(data, bit), HERE)


def test_a_file_cut_short_or_lengthened_is_damage(outlet: Outlet) -> None:
    data = encode(outlet.key_file)

    for other in (*(data[:length] for length in range(len(data))), data + b"\x00", data * 2):
        with pytest.raises(FileDamaged):
            decode(other, HERE)


def test_a_sound_checksum_over_a_cut_file_makes_it_whole_only_between_two_accounts(outlet: Outlet) -> None:
    """C can write a file without an account; nobody can write one with half of one."""
    text = encode(outlet.key_file)[:-32]
    fewer = [dataclasses.replace(outlet.key_file, accounts=outlet.key_file.accounts[:count]) for count in (0, 1)]
    sound = {len(encode(key_file)) - 32 for key_file in fewer}

    for length in set(range(6, len(text))) - sound:
        with pytest.raises(FileDamaged):
            decode(whole(text[:length]), HERE)
    assert [decode(whole(text[:length]), HERE) for length in sorted(sound)] == fewer


@given(st.binary(max_size=300))
def test_arbitrary_bytes_behind_a_sound_head_and_checksum_are_damage(body: bytes) -> None:
    with pytest.raises(FileDamaged):
        decode(whole(b"OAKF\x00\x01" + body), HERE)


def test_version_nought_is_damage(outlet: Outlet) -> None:
    data = encode(outlet.key_file)

    with pytest.raises(FileDamaged):
        decode(whole(b"OAKF\x00\x00" + data[6:-32]), HERE)


def test_an_oversized_file_is_not_read_to_its_end(outlet: Outlet, places: tuple[Path, Path]) -> None:
    places[0].parent.mkdir()
    with places[0].open("wb") as file:
        file.truncate(10 * 1024**3)
    with pytest.raises(FileDamaged):
        read_key_file(*places)

    with pytest.raises(FileDamaged):
        decode(whole(encode(outlet.key_file)[:-32] + bytes(MOST_FILE_BYTES)), HERE)


@pytest.mark.parametrize("memory_kib", [19 * 1024 - 1, 8, 0, 1024 * 1024 + 1, 2**32 - 1])
def test_parameters_out_of_bounds_are_refused_before_anything_is_hashed(
    outlet: Outlet, monkeypatch: pytest.MonkeyPatch, memory_kib: int
) -> None:
    hashed: list[object] = []
    monkeypatch.setattr(suite, "hash_secret_raw", lambda **given: hashed.append(given))
    text = encode(outlet.key_file)[:-32]
    cost = (19 * 1024).to_bytes(4, "big") + (2).to_bytes(4, "big")
    changed = text.replace(cost, memory_kib.to_bytes(4, "big") + cost[4:], 1)
    assert changed != text

    with pytest.raises(FileDamaged):
        decode(whole(changed), HERE)
    assert hashed == []


def test_parameters_changed_within_the_bounds_open_nothing(outlet: Outlet) -> None:
    entry = outlet.key_file.entry(outlet.clerk.account_id)
    assert entry.slot is not None
    cheaper = dataclasses.replace(entry.slot, cost=suite.Cost(20 * 1024, 2, 1))
    file = decode(encode(outlet.key_file.with_entry(dataclasses.replace(entry, slot=cheaper))), HERE)

    with pytest.raises(WrongPassword):
        account_keys.sign_in(file, outlet.clerk.account_id, CLERK_PASSWORD, outlet.device)


@pytest.mark.parametrize(
    "name", ["", "../outlet.db", "a/b", "a\\b", ".hidden", "C:outlet.db", "OUTLET.DB", "x" * 65, "网点.db", "a\x00b"]
)
def test_a_database_name_is_a_plain_file_name(outlet: Outlet, name: str) -> None:
    with pytest.raises(ValueError, match="plain file name"):
        encode(dataclasses.replace(outlet.key_file, database_name=name))


def test_parts_of_another_length_are_refused_before_anything_is_written(
    outlet: Outlet, places: tuple[Path, Path]
) -> None:
    entry = outlet.key_file.accounts[0]
    assert entry.slot is not None
    short = [
        dataclasses.replace(outlet.key_file, outlet_id=bytes(15)),
        dataclasses.replace(outlet.key_file, recovery_slot=bytes(60)),
        dataclasses.replace(outlet.key_file, former_seed=bytes(60)),
        dataclasses.replace(outlet.key_file, former_seed=b""),
        outlet.key_file.with_entry(dataclasses.replace(entry, grant=entry.grant[:-1])),
        outlet.key_file.with_entry(dataclasses.replace(entry, slot=dataclasses.replace(entry.slot, blob=b""))),
    ]

    for key_file in short:
        with pytest.raises(ValueError, match=r"length|form"):
            write_key_file(key_file, *places)
    assert not places[0].exists()


def test_an_account_stands_once_and_there_are_at_most_64(outlet: Outlet) -> None:
    entry = outlet.key_file.accounts[0]
    many = [dataclasses.replace(entry, account_id=number.to_bytes(16, "big")) for number in range(MOST_ACCOUNTS + 1)]
    full = dataclasses.replace(outlet.key_file, accounts=tuple(many[:MOST_ACCOUNTS]))

    assert len(encode(full)) <= MOST_FILE_BYTES
    assert decode(encode(full), HERE) == full
    for accounts in (tuple(many), (entry, entry)):
        with pytest.raises(ValueError, match="too many"):
            encode(dataclasses.replace(outlet.key_file, accounts=accounts))


def test_an_account_has_a_slot_or_an_invitation(outlet: Outlet) -> None:
    with pytest.raises(ValueError, match="or an invitation"):
        dataclasses.replace(outlet.key_file.accounts[0], slot=None)


def test_entries_are_replaced_in_their_place_added_at_the_end_and_taken_out(outlet: Outlet) -> None:
    first, second = outlet.key_file.accounts
    renamed = outlet.key_file.with_entry(dataclasses.replace(first, name="王小芳"))
    added = renamed.with_entry(dataclasses.replace(second, account_id=bytes(16)))
    less = added.without_entry(second.account_id)

    assert [entry.name for entry in renamed.accounts] == ["王小芳", "陈伟"]
    assert [entry.account_id for entry in less.accounts] == [first.account_id, bytes(16)]
    assert less.generation == outlet.key_file.generation + 3
    with pytest.raises(WrongPassword):
        less.entry(second.account_id)


@pytest.mark.parametrize("name", ["王芳", "Anna B.", "张\u3000三", "x" * 120, "好运网点（城西）", "买买提·吐尔逊"])
def test_names_of_people_and_outlets_are_names(name: str) -> None:
    assert is_name(name)


class PowerCut(Exception):
    """The test's own: nothing after it happens."""


STEPS = {"open": 4, "fsync": 4, "replace": 2, "unlink": 2} if os.name != "nt" else {"open": 2, "fsync": 2, "replace": 2}
"""What writing twice asks of the system, and how often: each file and, where it can be opened, each folder."""


def cut_at(monkeypatch: pytest.MonkeyPatch, name: str, nth: int, *, after: bool) -> None:
    """Let the power go at the nth call of `name`, before it does anything or just after."""
    real: Callable[..., object] = getattr(os, name)
    calls = iter(range(1, 100))

    def call(*given: object, **named: object) -> object:
        last = next(calls) == nth
        if last and not after:
            raise PowerCut
        try:
            return real(*given, **named)
        finally:
            if last:
                raise PowerCut

    monkeypatch.setattr(os, name, call)


@pytest.mark.parametrize("after", [False, True], ids=["before", "after"])
@pytest.mark.parametrize(("name", "nth"), [(name, nth) for name, count in STEPS.items() for nth in range(1, count + 1)])
def test_a_power_cut_leaves_the_old_file_or_the_new_one(
    outlet: Outlet, places: tuple[Path, Path], name: str, nth: int, *, after: bool
) -> None:
    old, new = outlet.key_file, next_generation(outlet.key_file)
    write_key_file(old, *places)
    with pytest.MonkeyPatch.context() as monkeypatch:
        cut_at(monkeypatch, name, nth, after=after)
        with pytest.raises(PowerCut):
            write_key_file(new, *places)
    replaced = places[0].read_bytes() == encode(new)

    assert read_key_file(*places) == (new if replaced else old)
    write_key_file(next_generation(new), *places)
    assert read_key_file(*places) == next_generation(new)


def test_between_the_two_writes_the_new_file_counts(outlet: Outlet, places: tuple[Path, Path]) -> None:
    old, new = outlet.key_file, next_generation(outlet.key_file)
    write_key_file(old, *places)
    with pytest.MonkeyPatch.context() as monkeypatch:
        cut_at(monkeypatch, "replace", 2, after=False)
        with pytest.raises(PowerCut):
            write_key_file(new, *places)

    assert places[0].read_bytes() == encode(new)
    assert places[1].read_bytes() == encode(old)
    assert read_key_file(*places) == new
