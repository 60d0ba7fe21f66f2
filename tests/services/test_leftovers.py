"""What a work that was cut short left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.services.leftovers import clear_leftovers
from tests.outlets import OWNER_PASSWORD

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_other_databases_and_unequal_key_files_are_put_right_at_the_next_opening(outlet: Outlet) -> None:
    for name in ("outlet-2.db", "outlet-2.db-wal", "outlet-0.db"):
        (outlet.place.folder / name).write_bytes(b"half")
    outlet.place.second_key_file.unlink()
    outlet.chen().session.sign_out()
    assert {file.name for file in outlet.place.folder.iterdir()} == {"outlet-1.db", "outlet.keys"}
    assert outlet.place.second_key_file.read_bytes() == outlet.place.key_file.read_bytes()


def test_a_dismissed_account_leaves_the_key_file_and_nobody_else_does(outlet: Outlet) -> None:
    owner = outlet.owner()
    entry = outlet.keys.key_file().entry(outlet.chen_id)
    owner.staff.dismiss(outlet.chen_id, password=OWNER_PASSWORD, card=outlet.card)
    former = outlet.keys.key_file()
    outlet.keys.replace(former.with_entry(entry))
    clear_leftovers(outlet.keys, owner.session.statements)
    now = outlet.keys.key_file()
    assert [each.account_id for each in now.accounts] == [each.account_id for each in former.accounts]
    assert now.generation > former.generation
    outlet.entrance.close()


def test_what_is_in_order_is_not_written_again(outlet: Outlet, chen: Services) -> None:
    before = (outlet.place.key_file.stat().st_mtime_ns, outlet.place.second_key_file.stat().st_mtime_ns)
    clear_leftovers(outlet.keys, chen.session.statements)
    assert (outlet.place.key_file.stat().st_mtime_ns, outlet.place.second_key_file.stat().st_mtime_ns) == before


def test_a_key_file_that_is_damaged_at_one_place_is_healed_without_a_word(outlet: Outlet) -> None:
    whole = outlet.place.key_file.read_bytes()
    for damaged in (outlet.place.key_file, outlet.place.second_key_file):
        damaged.write_bytes(whole[:-1])
        outlet.chen().session.sign_out()
        assert outlet.place.key_file.read_bytes() == outlet.place.second_key_file.read_bytes() == whole
