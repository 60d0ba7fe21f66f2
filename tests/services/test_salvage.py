"""Saving a damaged outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.handover_list import PutOnOutcome
from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.errors import FileDamaged, NumbersExhausted, StatementRefused, WrongPassword
from outlet_app.services.record_check import RecordState
from outlet_app.services.salvage import Loss, Salvage, SalvageProgress
from outlet_app.store import activities, near_checkpoint, waybills
from outlet_app.store.near_checkpoint import Standing, standing
from tests.builders import draft
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OWNER_PASSWORD, Outlet, copy_of, make_outlet
from tests.services.arriving import arrive
from tests.services.handing import listed
from tests.services.wrecking import RANGES, STATEMENTS, act_hash, damage, database_of, flip, sealed_details

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services import Services
    from outlet_app.services.salvage import Rescued

WAYBILLS = 30
NOTHING = Loss(acts=(), waybills=0, numbers=(), wraps=0, other_tables=(), as_found=0, uncertain=WAYBILLS + 1)


def _ignore(_: SalvageProgress) -> None:
    return


@pytest.fixture(scope="module")
def worked(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet with enough work for several pages of each kind, closed."""
    outlet = make_outlet(tmp_path_factory.mktemp("worked"))
    chen = outlet.chen()
    for _ in range(WAYBILLS):
        chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    return outlet


@pytest.fixture
def outlet(worked: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(worked, tmp_path)


def _save(outlet: Outlet) -> Rescued:
    return Salvage(outlet.keys, outlet.entrance, outlet.clock).save(
        outlet.owner_id, OWNER_PASSWORD, outlet.card, _ignore
    )


def _salvaged(outlet: Outlet) -> Loss:
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    loss = salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, _ignore).loss
    assert salvage.agree().session.account.account_id == outlet.owner_id
    outlet.entrance.close()
    return loss


def _is_whole(services: Services) -> bool:
    while services.session.verify_some():
        pass
    return services.session.record_state() is RecordState.GOOD


def _everything_opens(services: Services) -> int:
    """Every row against its acts; how many there are."""
    reader = services.session.store.reader
    rows = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills")
    for record_id in rows:
        waybills.sealed(reader, record_id)
    return len(rows)


def test_a_lost_page_of_the_record_is_named_and_everything_else_goes_on(outlet: Outlet) -> None:
    damage(outlet, act_hash(outlet, 0.5))
    loss = _salvaged(outlet)
    ((first, last),) = loss.acts
    assert last is not None
    assert first < last
    assert (loss.waybills, loss.numbers, loss.wraps, loss.other_tables) == (0, (), 0, ())
    assert loss.as_found > 0
    chen = outlet.chen()
    assert _is_whole(chen)
    assert _everything_opens(chen) == WAYBILLS
    holes = activities.holes(chen.session.store.reader)
    assert [(hole.first, hole.last) for hole in holes] == [(first, last)]
    chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    owner = outlet.owner()
    told = [act for act in activities.after(owner.session.store.reader, last, 1000) if act.kind == "salvaged"]
    assert len(told) == 1 + loss.as_found
    owner.staff.rotate_key(password=OWNER_PASSWORD, card=outlet.card)
    assert _is_whole(outlet.lin())
    outlet.entrance.close()


def test_lost_waybills_are_named_by_their_numbers_and_none_is_given_out_again(outlet: Outlet) -> None:
    damage(outlet, sealed_details(outlet, 12))
    loss = _salvaged(outlet)
    assert loss.acts == ()
    assert loss.waybills == len(loss.numbers) > 0
    chen = outlet.chen()
    assert _is_whole(chen)
    assert _everything_opens(chen) == WAYBILLS - len(loss.numbers)
    taken = chen.entry.accept(draft(), LABEL_PRINTER).number
    assert taken == f"YT880000000{WAYBILLS + (WAYBILLS - loss.waybills) + 1:04}"  # behind a busiest day's worth
    assert taken not in loss.numbers
    outlet.entrance.close()


def test_a_lost_end_of_the_record_begins_a_branch_and_its_labels_are_of_lost_days(outlet: Outlet) -> None:
    lin = outlet.lin()
    seen = lin.session.store.checkpoint()
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, 1))
    with pytest.raises(FileDamaged):
        outlet.lin()
    loss = _salvaged(outlet)
    first, last = loss.acts[-1]
    assert last is None
    assert first <= seen.n
    lin = outlet.lin()
    assert _is_whole(lin)
    assert _everything_opens(lin) == WAYBILLS
    assert lin.session.store.checkpoint().branch > seen.branch
    store, branches = lin.session.store, lin.session.statements.branches()
    assert standing(store, seen, branches) is Standing.LOST_DAYS
    outlet.entrance.close()


def test_a_sound_outlet_loses_nothing_but_a_days_numbers(outlet: Outlet) -> None:
    loss = _salvaged(outlet)
    assert loss == NOTHING
    assert loss.is_none
    assert _is_whole(outlet.lin())
    outlet.entrance.close()


def test_nothing_counts_before_the_owner_agrees(outlet: Outlet) -> None:
    before = outlet.keys.key_file()
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    assert [tile.account_id for tile in salvage.owners()] == [outlet.owner_id]
    salvage.save(outlet.owner_id, OWNER_PASSWORD, outlet.card, _ignore)
    assert outlet.keys.key_file() == before
    salvage.abandon()
    assert not list(outlet.place.folder.glob("restore-*"))
    assert _is_whole(outlet.chen())
    outlet.entrance.close()


def test_the_damaged_file_and_its_keys_are_set_aside_and_stay(outlet: Outlet) -> None:
    damage(outlet, act_hash(outlet, 0.3))
    damaged = database_of(outlet).read_bytes()
    _salvaged(outlet)
    outlet.lin().session.sign_out()
    outlet.entrance.close()
    aside = {path.name: path.read_bytes() for path in outlet.place.folder.glob("set-aside-*")}
    assert damaged in aside.values()
    assert sum(name.endswith("outlet.keys") for name in aside) == 1


def test_a_lost_statement_ends_it_because_it_could_be_a_dismissal(outlet: Outlet) -> None:
    damage(outlet, STATEMENTS)
    with pytest.raises(StatementRefused):
        _save(outlet)
    with pytest.raises(ValueError, match="nothing"):
        Salvage(outlet.keys, outlet.entrance, outlet.clock).agree()


def test_a_file_whose_first_page_is_gone_needs_a_backup(outlet: Outlet) -> None:
    flip(database_of(outlet), 1)
    with pytest.raises(FileDamaged):
        _save(outlet)


def test_it_takes_the_owners_password_and_card(outlet: Outlet) -> None:
    salvage = Salvage(outlet.keys, outlet.entrance, outlet.clock)
    for account, password, card in (
        (outlet.owner_id, CHEN_PASSWORD, outlet.card),
        (outlet.owner_id, OWNER_PASSWORD, "OK1.NO"),
        (outlet.chen_id, CHEN_PASSWORD, outlet.card),
    ):
        with pytest.raises(WrongPassword):
            salvage.save(account, password, card, _ignore)
    assert not list(outlet.place.folder.glob("restore-*"))


def test_it_can_be_stopped_and_begun_again(outlet: Outlet) -> None:
    def stop(_: SalvageProgress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Salvage(outlet.keys, outlet.entrance, outlet.clock).save(outlet.owner_id, OWNER_PASSWORD, outlet.card, stop)
    assert _salvaged(outlet) == NOTHING


def test_lost_ranges_give_out_nothing_and_keep_their_numbers_from_being_entered_again(outlet: Outlet) -> None:
    damage(outlet, RANGES)
    assert "number_ranges" in _salvaged(outlet).other_tables
    chen = outlet.chen()
    with pytest.raises(NumbersExhausted):
        chen.entry.next_number("yto")
    assert _is_whole(chen)
    outlet.entrance.close()


def test_the_checkpoint_beside_is_no_misfit_afterwards(outlet: Outlet) -> None:
    damage(outlet, act_hash(outlet, 0.4), act_hash(outlet, 0.8))
    _salvaged(outlet)
    assert near_checkpoint.read(outlet.place.near_checkpoint) is not None
    lin = outlet.lin()
    assert lin.session.record_state() is not RecordState.BROKEN
    assert ActivityKind.SALVAGED in {act.kind for act in activities.after(lin.session.store.reader, 0, 10_000)}
    outlet.entrance.close()


def test_arrived_parcels_are_there_again_and_given_out_although_acts_about_them_are_lost(
    template: Outlet, tmp_path: Path
) -> None:
    outlet = copy_of(template, tmp_path)
    chen = outlet.chen()
    parcels = [arrive(chen, f"SF{step:013d}", cash_on_delivery="12") for step in range(40)]
    chen.arrivals.move(parcels[3].record_id, "A", None)
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, 0.8))
    loss = _salvaged(outlet)
    assert loss.acts
    assert (loss.other_tables, loss.waybills) == ((), 0)
    assert loss.as_found > 0
    chen = outlet.chen()
    assert _is_whole(chen)
    for parcel in parcels:
        chen.collection.give_out(parcel.record_id, "5678", cash_taken=True)
    assert arrive(chen, "SF9999999999999").shelf_code == "15-1-41"
    assert chen.find.open_parcel(parcels[3].record_id).shelf_code == "A-1"
    outlet.entrance.close()


@pytest.mark.parametrize("place", [0.55, 0.95])
def test_lists_of_which_acts_are_lost_are_filled_again_and_what_left_stays_gone(
    template: Outlet, tmp_path: Path, place: float
) -> None:
    outlet = copy_of(template, tmp_path)
    chen = outlet.chen()
    gone, left = listed(chen, 30)
    chen.hand_over.close(gone.list_id, None)
    _, here = listed(chen, 30)
    outlet.entrance.close()
    damage(outlet, act_hash(outlet, place))
    assert _salvaged(outlet).acts
    chen = outlet.chen()
    assert _is_whole(chen)
    assert {chen.scans.take(made.text).outcome for made in left} <= {ScanOutcome.CLOSED, ScanOutcome.LOST_DAYS}
    for made in here:
        told = chen.hand_over.put_on("yto", made.number, typed=False)
        assert told.outcome in {PutOnOutcome.ON, PutOnOutcome.ALREADY_ON}
    assert told.list is not None
    assert chen.hand_over.close(told.list.list_id, None).list.count == 30
    assert chen.hand_over.lists() == ()
    assert _is_whole(chen)
    outlet.entrance.close()
