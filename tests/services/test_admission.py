"""What happens once somebody proved who he is: the store opened, his session checked against the statements."""

from __future__ import annotations

from dataclasses import replace

import pytest

from outlet_app.errors import (
    DiskFull,
    FileBusy,
    FileMissing,
    StatementRefused,
    WrongPassword,
)
from outlet_app.sealing.statements import AccountDismissed, OwnerKeyNamed
from outlet_app.services.entrance import Entrance
from outlet_app.services.session import RecordState
from outlet_app.store import label_wraps, near_checkpoint
from outlet_app.store.store import Store
from tests.builders import draft
from tests.outlets import LABEL_PRINTER, LIN_PASSWORD, OWNER_PASSWORD, Outlet


def test_a_second_copy_of_the_program_is_told_that_the_outlet_is_open(outlet: Outlet) -> None:
    services = outlet.chen()
    with pytest.raises(FileBusy):
        Entrance(outlet.keys, clock=outlet.clock).sign_in(outlet.lin_id, LIN_PASSWORD)
    services.session.sign_out()


def test_a_missing_database_is_named(outlet: Outlet) -> None:
    for path in outlet.place.folder.glob("*.db*"):
        path.unlink()
    with pytest.raises(FileMissing):
        outlet.chen()


def test_a_rolled_back_database_shows_at_the_next_sign_in_and_work_goes_on(outlet: Outlet) -> None:
    database = next(outlet.place.folder.glob("*.db"))
    old = database.read_bytes()
    services = outlet.chen()
    services.entry.accept(draft(), LABEL_PRINTER)
    services.session.sign_out()
    database.write_bytes(old)
    services = outlet.chen()
    assert services.session.record_state() is RecordState.BROKEN
    assert services.session.verify_some() is False
    assert services.entry.accept(draft(), LABEL_PRINTER).job is not None
    services.session.sign_out()
    again = outlet.lin()
    assert again.session.record_state() is RecordState.BROKEN
    again.session.sign_out()


def test_a_checkpoint_file_that_says_nothing_proves_nothing(outlet: Outlet) -> None:
    outlet.place.near_checkpoint.write_text("nothing", encoding="ascii")
    services = outlet.chen()
    assert services.session.record_state() is RecordState.CHECKING
    while services.session.verify_some():
        pass
    assert services.session.record_state() is RecordState.GOOD
    services.session.sign_out()
    assert near_checkpoint.read(outlet.place.near_checkpoint) is not None


def test_wraps_that_no_label_opens_are_gone_after_a_crash(outlet: Outlet) -> None:
    services = outlet.chen()
    plain = services.entry.accept(draft(), None).record_id
    coded = services.entry.accept(draft(), LABEL_PRINTER).record_id
    services.session.store.close()
    outlet.clock.move(seconds=5)
    reader = (services := outlet.chen()).session.store.reader
    assert label_wraps.of(reader, plain) is None
    assert label_wraps.of(reader, coded) is not None
    services.session.sign_out()


def test_a_label_opens_nothing_after_seven_days(outlet: Outlet) -> None:
    services = outlet.chen()
    record_id = services.entry.accept(draft(), LABEL_PRINTER).record_id
    services.session.sign_out()
    outlet.clock.move(days=6, hours=23)
    services = outlet.chen()
    assert label_wraps.of(services.session.store.reader, record_id) is not None
    outlet.clock.move(hours=2)
    services.printing_desk.drop_expired()
    assert label_wraps.of(services.session.store.reader, record_id) is None
    services.session.sign_out()


def test_a_statement_taken_out_of_the_database_lets_nobody_in(outlet: Outlet) -> None:
    services = outlet.chen()
    with services.session.store._database.transaction() as cursor:
        cursor.run("DELETE FROM statements WHERE serial = (SELECT max(serial) FROM statements)")
    services.session.store.close()
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_a_tile_renamed_in_the_key_file_renames_nobody(outlet: Outlet) -> None:
    key_file = outlet.keys.key_file()
    outlet.keys.replace(key_file.with_entry(replace(key_file.entry(outlet.chen_id), name="林芳")))
    chen = outlet.chen()
    assert chen.session.account.name == "陈伟"
    chen.session.sign_out()


def test_a_sign_in_that_cannot_be_recorded_leaves_no_store_open(
    outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object) -> None:
        raise DiskFull(outlet.place.folder)

    with monkeypatch.context() as patch:
        patch.setattr(Store, "write", full)
        with pytest.raises(DiskFull):
            outlet.chen()
    outlet.lin().session.sign_out()


def test_who_was_dismissed_by_statement_is_out_though_his_slot_still_opens(outlet: Outlet) -> None:
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, AccountDismissed(outlet.chen_id))
    outlet.entrance.close()
    with pytest.raises(WrongPassword):
        outlet.chen()
    outlet.lin().session.sign_out()
    assert outlet.chen_id not in [tile.account_id for tile in outlet.entrance.tiles()]


def test_an_owners_key_that_no_statement_names_lets_nobody_in(outlet: Outlet) -> None:
    owner = outlet.owner()
    seed = outlet.keys.owner_seed(outlet.owner_id, OWNER_PASSWORD, outlet.card)
    owner.session.state(seed, OwnerKeyNamed(bytes(32)))
    outlet.entrance.close()
    with pytest.raises(StatementRefused):
        outlet.chen()
