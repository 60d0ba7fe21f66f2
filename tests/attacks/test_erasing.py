"""The end of terms, attacked with a clerk's login, every file and Python: hastened, hindered, undone, made up."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.erasing import ErasingOrdered, Second
from outlet_app.domain.reveal_terms import RevealField, RevealReason
from outlet_app.errors import DateNotConfirmed, HistoryBroken, RevealsStopped, StatementRefused
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import ErasingStated, sign_statement
from outlet_app.services.retention import BySheet
from outlet_app.services.session import RecordState
from outlet_app.store import erasing, waybills
from tests.attacks.thief import Thief
from tests.outlets import CHEN_PASSWORD, MORNING, OWNER_PASSWORD, copy_of, make_outlet
from tests.services.erasing import acts, gone, later, work

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from tests.outlets import Outlet

GONE = 4
YEARS = 800
"""Days, by which two years are over."""


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """Four parcels left, and everybody has signed out."""
    made = make_outlet(tmp_path_factory.mktemp("erasing"))
    owner = made.owner()
    gone(owner, GONE)
    owner.session.sign_out()
    return made


@pytest.fixture
def outlet(founded: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(founded, tmp_path)


@pytest.fixture
def thief(outlet: Outlet) -> Thief:
    """Chen's login in the wrong hands."""
    return Thief(outlet.place, outlet.chen_id, CHEN_PASSWORD)


def erase(owner: Services, outlet: Outlet) -> None:
    sheet = BySheet(" ".join(outlet.words))
    owner.retention.order(sheet, password=OWNER_PASSWORD, card=outlet.card)
    while owner.retention.some():
        pass


def reveal(owner: Services, outlet: Outlet, record_id: bytes) -> object:
    field, reason = RevealField.RECIPIENT_PHONE, RevealReason.CALL
    return owner.reveal.by_owner(record_id, field, reason, "", OWNER_PASSWORD, outlet.card)


def rows(owner: Services) -> list[waybills.SealedWaybill]:
    """Every row as it stands, whatever was recorded of it."""
    return waybills.sealed_range(owner.session.store.reader, 0)


def test_rows_made_to_look_old_are_neither_emptied_nor_erased(outlet: Outlet, thief: Thief) -> None:
    thief.run("UPDATE waybills SET left_ms = 1, accepted_ms = 1")
    owner = later(outlet, 1)
    work(owner)
    erase(owner, outlet)
    assert not any(row.masked.is_emptied or row.is_erased for row in rows(owner))


def test_a_clock_set_ahead_while_the_program_was_closed_erases_nothing_before_people_confirm_the_date(
    outlet: Outlet,
) -> None:
    outlet.clock.move(days=YEARS)
    owner = outlet.owner()
    assert work(owner) == 0
    with pytest.raises(DateNotConfirmed):
        owner.retention.ask(password=OWNER_PASSWORD, card=outlet.card)
    with pytest.raises(DateNotConfirmed):
        erase(owner, outlet)
    assert not any(row.masked.is_emptied or row.is_erased for row in rows(owner))


def test_what_is_true_a_clock_set_ahead_by_less_than_three_days_empties_masked_parts_that_much_early(
    outlet: Outlet,
) -> None:
    later(outlet, 28)
    outlet.entrance.close()
    outlet.clock.move(days=2.5)
    chen = outlet.chen()
    assert chen.session.date_is_confirmed
    assert work(chen) == 1
    assert all(row.masked.is_emptied for row in rows(chen))


def test_an_emptying_that_he_signs_himself_before_the_seven_days_makes_no_row_right(
    outlet: Outlet, thief: Thief
) -> None:
    with replace(thief, at=MORNING).store() as store:
        record_ids = [row.masked.record_id for row in waybills.sealed_range(store.reader, 0)]
        store.write(thief.author(outlet.chen_id), erasing.masked_emptied(store.reader, 0, record_ids, ()))
    owner = later(outlet, 1)
    for record_id in record_ids:
        with pytest.raises(HistoryBroken):
            waybills.sealed(owner.session.store.reader, record_id)
    with pytest.raises(RevealsStopped):
        reveal(owner, outlet, record_ids[0])


def test_an_erasing_that_he_signs_himself_stops_every_reveal(outlet: Outlet, thief: Thief) -> None:
    later(outlet, YEARS).session.sign_out()
    with replace(thief, at=outlet.clock()).store() as store:
        every = waybills.sealed_range(store.reader, 0)
        store.write(thief.author(outlet.chen_id), erasing.details_erased(store.reader, 0, every, (), 1))
    owner = outlet.owner()
    with pytest.raises(RevealsStopped):
        reveal(owner, outlet, every[0].masked.record_id)
    assert owner.session.record_state() is RecordState.BROKEN


def test_an_order_that_he_states_himself_lets_nobody_in(outlet: Outlet, thief: Thief) -> None:
    said = ErasingOrdered(outlet.clock(), outlet.clock(), GONE, outlet.owner_id, Second.WAIT, b"", outlet.clock())
    seed = OwnerSeed(thief.opened.outlet_id, bytes(32))
    serial = int(thief.run("SELECT max(serial) FROM statements")[0][0]) + 1
    forged = sign_statement(seed, serial, ErasingStated(said))
    thief.run("INSERT INTO statements VALUES (?, ?, ?)", forged.serial, forged.text, forged.signature)
    with pytest.raises(StatementRefused):
        outlet.owner()


def test_what_was_erased_is_in_no_page_and_pasted_back_it_is_seen_and_goes_again(outlet: Outlet, thief: Thief) -> None:
    before = thief.rows()
    secrets = [each for row in before for each in (row.details[-64:], row.owner_wrap, row.masked_salt)]
    assert all(secret in thief.pages() for secret in secrets)
    owner = later(outlet, YEARS)
    work(owner)
    erase(owner, outlet)
    owner.session.sign_out()
    pages = thief.pages()
    assert not any(secret in pages for secret in secrets)
    assert before[0].masked.recipient.phone.encode() not in pages

    row = before[0]
    thief.run(
        "UPDATE waybills SET details = ?, owner_wrap = ?, recipient_tail = ?, masked_salt = ? WHERE record_id = ?",
        *(row.details, row.owner_wrap, row.masked.recipient.tail, row.masked_salt, row.masked.record_id),
    )
    owner = later(outlet, 1)
    with pytest.raises(HistoryBroken):
        waybills.sealed(owner.session.store.reader, row.masked.record_id)
    work(owner)
    assert owner.retention.standing().due.count == 1
    erase(owner, outlet)
    assert waybills.sealed(owner.session.store.reader, row.masked.record_id).is_erased
    assert [act.record_id for act in acts(owner, ActivityKind.INTEGRITY_FAULT)] == [row.masked.record_id]


def test_records_of_a_range_that_he_changes_hinder_no_erasing_and_stop_reveals(outlet: Outlet, thief: Thief) -> None:
    owner = later(outlet, 31)
    work(owner)
    owner.session.sign_out()
    thief.run("UPDATE erased_ranges SET records = x'00'")
    owner = later(outlet, YEARS)
    erase(owner, outlet)
    assert all(row.is_erased for row in rows(owner))
    with pytest.raises(RevealsStopped):
        reveal(owner, outlet, rows(owner)[0].masked.record_id)
