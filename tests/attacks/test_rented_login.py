"""The case of 2020: a clerk's login, lent out for a day, in the hands of somebody elsewhere; then with an accomplice.

Against this program and against a plain counter program over SQLite, with the same 1,000 waybills: through the program
as fast as it goes, and with the thief's own tools on every file.
"""

from __future__ import annotations

import sqlite3
from contextlib import closing, suppress
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.limits import DEFAULTS, LimitName
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import KeyMismatch, RemoteSessionSeen
from outlet_app.sealing.label_code import LabelCode, read_code
from outlet_app.sealing.unseal import unseal_with_token
from outlet_app.services.entrance import Entrance
from tests.attacks.loot import Loot, Yield, from_plain
from tests.attacks.renter import Renter
from tests.attacks.thousand import IN_SHOP, WAYBILLS, fill_plain
from tests.outlets import CHEN_PASSWORD
from tests.services.scanning import copy_aside, label, put_back

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

    from outlet_app.services import Services
    from tests.attacks.thief import Thief
    from tests.attacks.thousand import Thousand
    from tests.outlets import Outlet

NOTHING = Yield(0, 0)
EVERYTHING = Yield(WAYBILLS, 2 * WAYBILLS)
GONE_SCANNED = 100
FORMS_A_DAY = 10
HOUR = timedelta(hours=1)
REVEALS_A_DAY = DEFAULTS[LimitName.SCAN_REVEALS_DAY]


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


def _rented(lent: Outlet, remote: str = "") -> tuple[Renter, Services]:
    """Chen signs in the next morning, or somebody who paid for that."""
    entrance = Entrance(lent.keys, clock=lent.clock, remote=lambda: remote)
    services = entrance.sign_in(lent.chen_id, CHEN_PASSWORD)
    return Renter(services, lent.clock), services


def _count(services: Services, kind: ActivityKind) -> int:
    return services.session.store.reader.number("SELECT count(*) FROM acts WHERE kind = ?", kind.value)


def test_a_lent_login_without_the_parcels_gets_nobody_in_a_day(thousand: Thousand, lent: Outlet) -> None:
    """Every waybill looked up and tried, each try recorded: masked rows are all that his screen shows."""
    renter, services = _rented(lent)
    renter.look_at_numbers(thousand.numbers.values())
    assert len(renter.masked) == WAYBILLS
    assert len(renter.refused) == WAYBILLS + WAYBILLS // 10
    assert renter.loot.counted(thousand) == NOTHING
    assert _count(services, ActivityKind.SEARCHED) == WAYBILLS
    assert _count(services, ActivityKind.REVEAL_REFUSED) == len(renter.refused)
    shown = repr([row.masked for row in renter.masked.values()])
    assert [each.phone for pair in thousand.people.values() for each in pair if each.phone in shown] == []
    assert [each.name for pair in thousand.people.values() for each in pair if each.name in shown] == []
    services.session.store.close()


def test_with_photos_of_the_shelves_field_by_field_he_gets_13_people_in_a_day(thousand: Thousand, lent: Outlet) -> None:
    """40 reveals, name, phone and address of one after the other, if nobody sees that he is elsewhere."""
    renter, services = _rented(lent)
    renter.reveal(thousand.photos)
    assert renter.loot.counted(thousand) == Yield(13, 13)
    assert _count(services, ActivityKind.REVEALED) == REVEALS_A_DAY
    services.session.store.close()


def test_with_photos_of_the_shelves_form_by_form_he_gets_10_waybills_in_a_day(thousand: Thousand, lent: Outlet) -> None:
    """What is true: a form opened to be put right shows both people, and costs four of the 40 reveals of a day."""
    renter, services = _rented(lent)
    renter.open_forms(thousand.photos)
    assert renter.loot.counted(thousand) == Yield(FORMS_A_DAY, 2 * FORMS_A_DAY)
    assert _count(services, ActivityKind.OPENED_FOR_CORRECTION) == FORMS_A_DAY
    services.session.store.close()


def test_where_the_system_says_that_the_screen_is_looked_at_from_elsewhere_photos_get_nothing(
    thousand: Thousand, lent: Outlet
) -> None:
    renter, services = _rented(lent, remote="rdp")
    renter.reveal(thousand.photos[:20])
    renter.open_forms(thousand.photos[:20])
    assert renter.loot.counted(thousand) == NOTHING
    assert renter.refused == [RemoteSessionSeen] * (3 * 20 + 20)
    services.session.store.close()


def test_n_scanned_labels_open_exactly_those_n(thousand: Thousand, lent: Outlet) -> None:
    renter, services = _rented(lent)
    scanned = thousand.photos[5:18]
    renter.reveal(scanned)
    opened = set(renter.loot.texts)
    assert opened == {code.split(".")[2] for code in scanned}
    renter.look_at_numbers([thousand.numbers[record_id] for record_id in thousand.in_shop[20:40]])
    assert set(renter.loot.texts) == opened
    services.session.store.close()


def test_labels_that_have_left_open_nothing_in_the_program(thousand: Thousand, lent: Outlet) -> None:
    renter, services = _rented(lent)
    left = [code for record_id, code in thousand.codes.items() if record_id not in thousand.in_shop][::6]
    assert len(left) == GONE_SCANNED
    assert {services.scans.take(code).outcome for code in left} == {ScanOutcome.CLOSED}
    renter.reveal(left[:20])
    assert renter.loot.counted(thousand) == NOTHING
    services.session.store.close()


def test_what_is_true_both_folders_put_back_give_an_hours_reveals_again_until_a_later_label_is_scanned(
    thousand: Thousand, lent: Outlet, tmp_path: Path
) -> None:
    """Copying two folders is no art. The record that is cut so cannot know; a label printed since does."""
    services = lent.lin()
    lin = label(services, "YT8900000000001").text
    services.session.store.tidy()
    lent.entrance.close()
    copy_aside(lent, tmp_path / "aside")
    renter, services = _rented(lent)
    renter.ends = lent.clock() + HOUR
    renter.reveal(thousand.photos[:20])
    later = label(services, "YT8900000000002").text
    services.session.sign_out()
    put_back(lent, tmp_path / "aside")
    lent.clock.now = renter.began
    again, services = _rented(lent)
    again.ends = lent.clock() + HOUR
    again.reveal(thousand.photos[20:40])
    assert [len(each.loot.texts) for each in (renter, again)] == [4, 4]
    assert services.scans.take(lin).outcome is ScanOutcome.OPENS
    assert services.scans.take(later).outcome is ScanOutcome.MISFIT
    services.session.store.close()


def test_tails_tried_one_after_the_other_are_over_after_30_without_a_hit(thousand: Thousand, lent: Outlet) -> None:
    """For the day, and until the owner says otherwise; numbers and parcels go on."""
    renter, services = _rented(lent)
    renter.look_at_tails()
    misses = DEFAULTS[LimitName.MISSES_HOUR]
    tried = _count(services, ActivityKind.SEARCHED)
    assert misses <= tried < 2 * misses
    assert len(renter.masked) < tried
    assert _count(services, ActivityKind.SUSPENDED) == 1
    assert services.find.look_up(thousand.numbers[thousand.in_shop[0]]).rows
    services.session.store.close()
