"""From nothing to an owner who is signed in: what exists at which moment, and what is asked back."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.errors import FaultKind, InvalidDraft, NumberUsed, PrinterMakesFiles, WrongPassword
from outlet_app.paths import OutletPlace
from outlet_app.sealing.owner_slots import open_with_recovery
from outlet_app.services.entrance import Entrance
from outlet_app.services.first_day import TRIAL_TEXT, FirstDay
from outlet_app.services.outlet_keys import OutletKeys
from outlet_app.services.setup import Setup
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD, QUICK, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def keys(tmp_path: Path) -> OutletKeys:
    return OutletKeys(OutletPlace(tmp_path / "outlet", tmp_path / "state"), keystore=False, cost=QUICK)


@pytest.fixture
def day(keys: OutletKeys) -> Iterator[FirstDay]:
    day = FirstDay(Setup(keys, Clock()), Entrance(keys, clock=Clock()), Clock())
    yield day
    day.abandon()


def _prepare(day: FirstDay) -> None:
    assert day.name_outlet("余杭文一西路网点") == ()
    day.prepare("王店主", OWNER_PASSWORD)


def test_until_the_outlet_begins_nothing_of_it_is_on_disk(day: FirstDay, keys: OutletKeys) -> None:
    _prepare(day)
    assert not keys.place.folder.exists()
    assert not keys.place.second_key_file.exists()
    assert Setup(keys, Clock()).is_needed()
    day.begin()
    assert not Setup(keys, Clock()).is_needed()
    assert day.has_begun


def test_the_card_and_the_sheet_that_were_shown_open_the_outlet(day: FirstDay, keys: OutletKeys) -> None:
    _prepare(day)
    card, english, chinese = day.card(), day.recovery_words("en"), day.recovery_words("zh_CN")
    day.begin()
    services = day.end()
    owner = services.session.account
    assert owner.role is Role.OWNER
    seed = keys.owner_seed(owner.account_id, OWNER_PASSWORD, card)
    for words in (" ".join(english), "".join(chinese)):
        assert open_with_recovery(keys.key_file(), words).verify_key == seed.verify_key
    services.session.sign_out()


def test_going_back_to_the_password_makes_a_new_card(day: FirstDay) -> None:
    _prepare(day)
    former = day.card()
    _prepare(day)
    assert not day.card_fits(former)


def test_a_card_is_known_in_small_letters_and_with_gaps_and_no_other_text_is(day: FirstDay) -> None:
    _prepare(day)
    card = day.card()
    assert day.card_fits(card)
    assert day.card_fits(f" {card[:9]} {card[9:].lower()}\n")
    assert not day.card_fits("")
    assert not day.card_fits(card[:-1])
    other = "0" if card[12] != "0" else "1"
    assert not day.card_fits(card[:12] + other + card[13:])


def test_the_places_of_wrong_words_are_told(day: FirstDay) -> None:
    _prepare(day)
    words = day.recovery_words("en")
    assert day.wrong_words("en", {3: f" {words[2].upper()} ", 9: words[8], 25: words[24]}) == ()
    assert day.wrong_words("en", {3: words[2], 9: "", 25: words[24] + "s"}) == (9, 25)


def test_the_words_that_are_asked_are_three_different_ones_and_differ_from_time_to_time(day: FirstDay) -> None:
    asked = {day.ask_words() for _ in range(20)}
    assert len(asked) > 1
    assert all(len(set(places)) == 3 and min(places) >= 1 and max(places) <= 25 for places in asked)


def test_names_and_password_are_judged_each_on_its_own_page(day: FirstDay) -> None:
    assert [fault.field for fault in day.name_outlet(" ")] == ["outlet_name"]
    assert day.name_outlet("余杭网点") == ()
    faults = {fault.field: fault.kind for fault in day.owner_faults("", "short")}
    assert faults == {"owner_name": FaultKind.NOT_A_NAME, "password": FaultKind.TOO_SHORT}
    named = {fault.field: fault.kind for fault in day.owner_faults("王店主", "余杭网点-of-the-year")}
    assert named == {"password": FaultKind.CONTAINS_NAME}
    with pytest.raises(InvalidDraft):
        day.prepare("王店主", "short")


def test_begun_once_it_does_not_begin_again(day: FirstDay, keys: OutletKeys) -> None:
    _prepare(day)
    day.begin()
    generation = keys.key_file().generation
    day.begin()
    assert keys.key_file().generation == generation


def test_after_the_end_card_and_words_are_gone(day: FirstDay) -> None:
    _prepare(day)
    card = day.card()
    day.begin()
    day.end().session.sign_out()
    with pytest.raises(ValueError, match="prepared"):
        day.card()
    assert card not in repr(vars(day))
    assert OWNER_PASSWORD not in repr(vars(day))


def test_what_was_begun_and_abandoned_lets_the_owner_in_at_the_next_start(keys: OutletKeys) -> None:
    day = FirstDay(Setup(keys, Clock()), Entrance(keys, clock=Clock()), Clock())
    _prepare(day)
    day.begin()
    day.abandon()
    entrance = Entrance(keys, clock=Clock())
    (owner,) = entrance.tiles()
    assert owner.name == "王店主"
    entrance.sign_in(owner.account_id, OWNER_PASSWORD).session.sign_out()
    with pytest.raises(WrongPassword):
        entrance.sign_in(owner.account_id, "another password here")


def test_printers_are_approved_with_the_card_that_was_just_made(day: FirstDay, tmp_path: Path) -> None:
    _prepare(day)
    day.begin()
    from outlet_app import printing  # noqa: PLC0415 - only this test prints to a folder

    with pytest.raises(PrinterMakesFiles):
        day.approve_printers((printing.folder_printer(tmp_path),))
    day.approve_printers((LABEL_PRINTER,))
    session = day.end().session
    assert session.statements.printers() == (LABEL_PRINTER,)
    session.sign_out()


def test_a_range_is_taken_as_it_is_typed_and_only_once(day: FirstDay) -> None:
    _prepare(day)
    day.begin()
    assert day.enter_numbers("yto", "yt8800000000001", " YT8800000001000") == 1000
    with pytest.raises(NumberUsed):
        day.enter_numbers("yto", "YT8800000000900", "YT8800000002000")


@pytest.mark.parametrize(
    ("first", "last", "faults"),
    [
        ("", "YT8800000001000", {"first": FaultKind.EMPTY}),
        ("YT88 0000 0000 01", "", {"last": FaultKind.EMPTY}),
        ("YT880?", "YT8800000001000", {"first": FaultKind.NOT_A_WAYBILL_NUMBER}),
        ("YT8800000001000", "YT8800000000001", {"last": FaultKind.NOT_A_RANGE}),
        ("YT8800000001000", "ZT8800000001001", {"last": FaultKind.NOT_A_RANGE}),
        ("YT8800000000001", "YT8800000001000", {}),
    ],
)
def test_what_is_no_range_is_told_before_it_is_written(
    day: FirstDay, first: str, last: str, faults: dict[str, FaultKind]
) -> None:
    _prepare(day)
    day.begin()
    assert {fault.field: fault.kind for fault in day.range_faults(first, last)} == faults
    if faults:
        with pytest.raises(InvalidDraft):
            day.enter_numbers("yto", first, last)


def test_a_database_whose_key_files_are_lost_is_set_aside_and_stays(day: FirstDay, keys: OutletKeys) -> None:
    keys.place.folder.mkdir(parents=True)
    (keys.place.folder / "outlet-1.db").write_bytes(b"somebody's parcels")
    assert day.has_database()
    _prepare(day)
    day.begin()
    (aside,) = keys.place.folder.glob("set-aside-*-outlet-1.db")
    assert aside.read_bytes() == b"somebody's parcels"


def test_the_trial_code_reads_back_as_its_text(day: FirstDay) -> None:
    from outlet_app.paper.codes import read_back  # noqa: PLC0415 - only this test reads a picture

    width, bars = day.trial_bars()
    row = bytearray(b"\xff" * width * 3)
    for left, bar in bars:
        row[3 * left : 3 * (left + bar)] = bytes(3 * bar)
    wide = b"".join(bytes(row[3 * x : 3 * x + 3]) * 3 for x in range(width))
    assert read_back(3 * width, 60, wide * 60) == {TRIAL_TEXT}
