"""The small plain files beside the database, written by somebody else: nobody is kept out, nobody waits for ever."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.flags import FlagKind
from outlet_app.errors import MustWait
from outlet_app.store import activities
from tests.outlets import MORNING, copy_of, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outlets import Outlet


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    return make_outlet(tmp_path_factory.mktemp("beside"))


@pytest.fixture
def outlet(founded: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(founded, tmp_path)


def refusals(outlet: Outlet, **content: object) -> None:
    """What he writes into the file of refused sign-ins."""
    text = json.dumps({"failures": {}, "last_ms": {}, "unreported": [], **content})
    outlet.place.refusals.write_text(text, encoding="utf-8")


@pytest.mark.parametrize(
    "row",
    [
        ["not an account", 0, "password"],
        ["aa" * 16, 2**70, "password"],
        ["aa" * 16, 0, "x" * 5_000],
        ["aa" * 16, 0, "OA1."],
    ],
)
def test_rows_of_his_own_among_refused_sign_ins_keep_nobody_out(outlet: Outlet, row: list[object]) -> None:
    """One of them kept everybody out, the owner too."""
    refusals(outlet, unreported=[row])
    outlet.owner()
    outlet.chen()
    outlet.entrance.close()


def test_a_wait_until_the_year_3000_for_the_owner_is_a_quarter_of_an_hour(outlet: Outlet) -> None:
    owner = outlet.owner_id.hex()
    refusals(outlet, failures={owner: 99}, last_ms={owner: 32_503_680_000_000})
    with pytest.raises(MustWait):
        outlet.owner()
    outlet.clock.move(minutes=15)
    outlet.owner()
    outlet.entrance.close()


def test_tries_in_a_colleagues_name_are_reported_and_never_said_to_be_his_acts(outlet: Outlet) -> None:
    """Nobody has to know a password for it: whoever stands there types five wrong ones."""
    night = int(MORNING.timestamp() * 1000) - 9 * 3_600_000
    refusals(outlet, unreported=[[outlet.lin_id.hex(), night, "password"]] * 5)
    chen = outlet.chen()
    acts = activities.after(chen.session.store.reader, 0, 1_000)
    told = [act for act in acts if act.kind == ActivityKind.SIGN_IN_REFUSED]
    assert {act.account_id for act in told} == {outlet.chen_id}
    owner = outlet.owner()
    found = [view.flag for view in owner.flags.open_flags() if view.flag.account_id == outlet.lin_id]
    assert [flag.kind for flag in found] == [FlagKind.SIGN_IN_FAILURES]
    outlet.entrance.close()


def test_files_beside_that_hold_anything_keep_nobody_out(outlet: Outlet) -> None:
    for path in (outlet.place.near_checkpoint, outlet.place.last_check, outlet.place.refusals):
        for content in (b"\xff" * 10, b"[" * 100_000, b"9" * 3_000_000, b"1 1 1\n"):
            path.write_bytes(content)
            outlet.chen().session.sign_out()
