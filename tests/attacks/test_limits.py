"""The limits, attacked with a clerk's login, every file and Python: rows, acts, other people's names and the clock."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.limits import DEFAULTS, LimitName, Limits
from outlet_app.domain.reckoning import Lift
from outlet_app.domain.spending import SpendKind
from outlet_app.errors import LimitReached, RevealsStopped, StatementRefused, Suspended
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import LimitsSet, sign_statement
from outlet_app.services.allowance import Spending
from outlet_app.services.entrance import Entrance
from outlet_app.services.session import RecordState
from outlet_app.store import near_checkpoint
from outlet_app.store.store import Entry
from tests.outlets import Clock, copy_of, make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.services.admission import Services
    from tests.attacks.thief import Thief
    from tests.outlets import Outlet

REFUSAL = Entry(Activity(ActivityKind.REVEAL_REFUSED, None, {"why": "limit"}))
HIGHER = Limits(**{name.value: value * 10 for name, value in DEFAULTS.items()})


def revealed(parcel: int) -> Activity:
    detail = {"field": "recipient.phone", "reason": "call", "by": "scan"}
    return Activity(ActivityKind.REVEALED, parcel.to_bytes(16), detail)


def reveal(services: Services, parcel: int) -> None:
    """One reveal by scan, as its use case spends it."""
    act = revealed(parcel)
    spending = Spending(SpendKind.REVEAL_BY_SCAN, REFUSAL, act.record_id, "recipient.phone")
    services.session.allowance.spend(spending, Entry(act))


def spend_all(services: Services) -> None:
    """The ten of this hour; one more is refused."""
    for parcel in range(10):
        reveal(services, parcel)
    with pytest.raises(LimitReached):
        reveal(services, 10)


@pytest.fixture(scope="module")
def founded(tmp_path_factory: pytest.TempPathFactory) -> Outlet:
    """An outlet without waybills: units are counted from acts."""
    return make_outlet(tmp_path_factory.mktemp("limits"))


@pytest.fixture
def outlet(founded: Outlet, tmp_path: Path) -> Outlet:
    return copy_of(founded, tmp_path)


@pytest.fixture
def spent(outlet: Outlet) -> Outlet:
    """Chen's reveals of this hour are used up; Lin came and went after her."""
    chen = outlet.chen()
    spend_all(chen)
    chen.session.sign_out()
    outlet.lin().session.sign_out()
    return outlet


def settle(outlet: Outlet, thief: Thief) -> None:
    """The checkpoint beside agrees with what the thief made of the record."""
    with thief.store() as store:
        near_checkpoint.write(outlet.place.near_checkpoint, store.checkpoint())


def by(thief: Thief, outlet: Outlet, account_id: bytes, activity: Activity) -> None:
    """The thief writes an act in somebody's name, signed with the only key he has."""
    with thief.store() as store:
        store.write(thief.author(account_id), Entry(activity))
    settle(outlet, thief)


def lift(account_id: bytes, what: Lift) -> Activity:
    return Activity(ActivityKind.LIMIT_LIFTED, None, {"account": account_id.hex(), "limit": what.value})


def refuses(outlet: Outlet, why: type[Exception]) -> Services:
    """Chen comes back and reveals nothing."""
    chen = outlet.chen()
    with pytest.raises(why):
        reveal(chen, 20)
    return chen


def test_a_raised_limit_in_the_owners_statement_lets_nobody_in(outlet: Outlet, thief: Thief) -> None:
    seed = OwnerSeed(thief.opened.outlet_id, bytes(32))
    forged = sign_statement(seed, int(thief.run("SELECT max(serial) FROM statements")[0][0]) + 1, LimitsSet(HIGHER))
    thief.run("INSERT INTO statements VALUES (?, ?, ?)", forged.serial, forged.text, forged.signature)
    with pytest.raises(StatementRefused):
        outlet.chen()


def test_a_limit_in_a_setting_or_in_an_act_of_a_setting_is_nothing(spent: Outlet, thief: Thief) -> None:
    thief.run("INSERT INTO settings VALUES ('limits', ?)", canonical_json({"scan_reveals_hour": 100}))
    detail = {"limit": LimitName.SCAN_REVEALS_HOUR.value, "old": 10, "new": 100}
    by(thief, spent, spent.chen_id, Activity(ActivityKind.SETTING_CHANGED, None, detail))
    chen = refuses(spent, LimitReached)
    assert chen.session.statements.limits() == Limits()
    chen.session.sign_out()


def test_a_lift_in_ones_own_name_is_none(spent: Outlet, thief: Thief) -> None:
    by(thief, spent, spent.chen_id, lift(spent.chen_id, Lift.TODAY))
    chen = refuses(spent, LimitReached)
    assert not chen.session.allowance.left().lifted
    chen.session.sign_out()


def test_a_lift_in_the_owners_name_is_none_and_stops_every_reveal(spent: Outlet, thief: Thief) -> None:
    by(thief, spent, spent.owner_id, lift(spent.chen_id, Lift.TODAY))
    chen = refuses(spent, RevealsStopped)
    assert not chen.session.allowance.left().lifted
    assert chen.session.record_state() is RecordState.BROKEN
    chen.session.sign_out()


def test_units_put_under_a_colleagues_name_stop_every_reveal(spent: Outlet, thief: Thief) -> None:
    (first,) = thief.run("SELECT min(n) FROM acts WHERE kind = 'revealed'")[0]
    thief.run("UPDATE acts SET account_id = ? WHERE kind = 'revealed'", spent.lin_id)
    thief.rehash(int(first))
    settle(spent, thief)
    refuses(spent, RevealsStopped).session.sign_out()


@pytest.mark.parametrize(
    "statement",
    [
        "DELETE FROM acts WHERE kind = 'revealed'",
        "UPDATE acts SET kind = 'printed' WHERE kind = 'revealed'",
        "UPDATE acts SET at_ms = at_ms - 86400000 WHERE kind = 'revealed'",
        "UPDATE acts SET detail = '{}', record_id = x'00' WHERE kind = 'revealed'",
    ],
    ids=["deleted", "another kind", "the day before", "emptied"],
)
def test_units_deleted_or_changed_stop_every_reveal_at_once(spent: Outlet, thief: Thief, statement: str) -> None:
    """Before the check of the whole record has come that far."""
    thief.run(statement)
    settle(spent, thief)
    chen = spent.chen()
    assert chen.session.record_state() is RecordState.CHECKING
    with pytest.raises(RevealsStopped):
        reveal(chen, 20)
    chen.session.sign_out()


@pytest.mark.parametrize("whose", ["his own", "the owner's"])
def test_a_suspension_ended_by_the_thief_goes_on(outlet: Outlet, thief: Thief, whose: str) -> None:
    chen = outlet.chen()
    for step in range(30):
        chen.find.look_up(f"龘{step:04d}")
    chen.session.sign_out()
    author = outlet.chen_id if whose == "his own" else outlet.owner_id
    by(thief, outlet, author, lift(outlet.chen_id, Lift.SUSPENSION))
    chen = outlet.chen()
    with pytest.raises(Suspended):
        chen.find.look_up("5678")
    chen.session.sign_out()


def test_units_in_a_colleagues_name_take_nothing_from_her(outlet: Outlet, thief: Thief) -> None:
    for parcel in range(10):
        by(thief, outlet, outlet.lin_id, revealed(parcel))
    lin = outlet.lin()
    assert lin.session.allowance.left().shares[LimitName.SCAN_REVEALS_HOUR].left == 10
    lin.session.sign_out()


def test_a_clock_patched_while_the_program_runs_begins_neither_hour_nor_day(outlet: Outlet) -> None:
    true = Clock(outlet.clock())
    start = outlet.clock()
    entrance = Entrance(outlet.keys, clock=outlet.clock, counted=lambda: true() - start)
    chen = replace(outlet, entrance=entrance).chen()
    spend_all(chen)
    for hours in (-1, 2, 26, -50, 24):
        outlet.clock.move(hours=hours)
        with pytest.raises(LimitReached):
            reveal(chen, 20)
    assert not chen.session.date_is_confirmed
    entrance.close()


@pytest.mark.parametrize("back", [timedelta(hours=1), timedelta(days=1), timedelta(days=400)])
def test_a_clock_set_back_while_the_program_was_closed_begins_neither_hour_nor_day(
    spent: Outlet, back: timedelta
) -> None:
    spent.clock.now -= back
    refuses(spent, LimitReached).session.sign_out()


def test_a_date_confirmed_in_the_owners_name_begins_no_day(spent: Outlet, thief: Thief) -> None:
    spent.clock.move(days=4)
    chen = refuses(spent, LimitReached)
    chen.session.sign_out()
    later = replace(thief, at=spent.clock())
    by(later, spent, spent.owner_id, Activity(ActivityKind.DATE_CONFIRMED, None, {"day": "2026-11-26"}))
    chen = spent.chen()
    with pytest.raises((LimitReached, RevealsStopped)):
        reveal(chen, 20)
    chen.session.sign_out()


def test_what_is_true_a_clock_set_ahead_by_less_than_three_days_while_the_program_was_closed_is_a_new_day(
    spent: Outlet,
) -> None:
    """A closed weekend looks the same. The acts bear the day they pretend, and setting the clock back is seen."""
    spent.clock.move(days=1)
    chen = spent.chen()
    reveal(chen, 20)
    chen.session.sign_out()
    spent.clock.move(days=-1)
    chen = spent.chen()
    assert not chen.session.date_is_confirmed
    chen.session.sign_out()
