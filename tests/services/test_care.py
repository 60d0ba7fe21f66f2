"""The full check: weekly when the outlet closes, at once when the owner asks, and what becomes of what it finds."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import FileBusy, FileDamaged, NotPermitted
from outlet_app.services.care import CareStanding, CheckProgress, ClosingCheck, LastCheck
from outlet_app.services.record_check import RecordState
from outlet_app.store import activities, integrity
from tests.builders import draft
from tests.outlets import LABEL_PRINTER
from tests.services.wrecking import damage, sealed_details

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def _ignore(_: CheckProgress) -> None:
    return


def _closing_check(outlet: Outlet) -> ClosingCheck:
    outlet.lin()
    outlet.entrance.close()
    check = outlet.entrance.closing_check()
    assert check is not None
    return check


def test_the_owner_checks_the_open_outlet_and_work_goes_on_with_the_same_windows(outlet: Outlet) -> None:
    owner = outlet.owner()
    assert owner.care.health() == CareStanding(None, is_due=True)
    told: list[CheckProgress] = []
    found = owner.care.check_now(told.append)
    assert found == LastCheck(outlet.clock(), 0)
    assert told
    assert owner.care.health() == CareStanding(found, is_due=False)
    owner.entry.accept(draft(), LABEL_PRINTER)
    while owner.session.verify_some():
        pass
    assert owner.session.record_state() is RecordState.GOOD
    outlet.entrance.close()


def test_a_check_that_is_put_off_leaves_the_outlet_open_and_stays_due(
    outlet: Outlet, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(integrity, "_STEPS_EACH", 100)
    owner = outlet.owner()

    def stop(progress: CheckProgress) -> None:
        if progress.done:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        owner.care.check_now(stop)
    owner.entry.accept(draft(), LABEL_PRINTER)
    assert owner.care.health().is_due
    outlet.entrance.close()


def test_a_clerk_can_neither_ask_for_it_nor_see_how_it_stands(outlet: Outlet, chen: Services) -> None:
    for call in (chen.care.health, lambda: chen.care.check_now(_ignore)):
        with pytest.raises(NotPermitted):
            call()
    assert not outlet.place.last_check.exists()


def test_the_outlet_that_closes_is_checked_once_a_week_whoever_closes_it(outlet: Outlet) -> None:
    check = _closing_check(outlet)
    assert outlet.entrance.closing_check() is None
    assert check.run(_ignore).faults == 0
    for days, due in ((1, False), (5, False), (1, True)):
        outlet.clock.move(days=days)
        outlet.lin()
        outlet.entrance.close()
        assert (outlet.entrance.closing_check() is not None) is due


def test_a_check_of_the_future_counts_for_nothing(outlet: Outlet) -> None:
    _closing_check(outlet).run(_ignore)
    outlet.clock.move(days=-2)
    outlet.lin()
    outlet.entrance.close()
    assert outlet.entrance.closing_check() is not None


def test_nothing_is_checked_while_somebody_is_in_again(outlet: Outlet) -> None:
    check = _closing_check(outlet)
    outlet.lin()
    with pytest.raises(FileBusy):
        check.run(_ignore)
    outlet.entrance.close()


def test_what_a_closing_check_finds_enters_the_record_once_and_the_rest_goes_on(outlet: Outlet) -> None:
    chen = outlet.chen()
    for _ in range(12):
        chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    check = outlet.entrance.closing_check()
    assert check is not None
    assert "key" not in repr(check)
    damage(outlet, sealed_details(outlet, 3))
    found = check.run(_ignore)
    assert found.faults
    assert not found.told
    for _ in range(2):
        owner = outlet.owner()
        assert len([each for each in _told(owner) if "database" in each]) == 1
        outlet.entrance.close()


def _told(services: Services) -> list[str]:
    """The newest acts, since an older page cannot be read."""
    store = services.session.store
    acts = activities.after(store.reader, store.checkpoint().n - 12, 20)
    return [act.detail for act in acts if act.kind == ActivityKind.INTEGRITY_FAULT]


def test_a_bad_page_met_at_work_costs_what_stood_on_it_and_nothing_else(outlet: Outlet) -> None:
    chen = outlet.chen()
    for _ in range(12):
        chen.entry.accept(draft(), LABEL_PRINTER)
    outlet.entrance.close()
    damage(outlet, sealed_details(outlet, 3))
    chen = outlet.chen()
    assert not chen.session.is_damaged
    with pytest.raises(FileDamaged):
        chen.session.store.reader.number("SELECT max(length(details)) FROM waybills")
    assert chen.entry.accept(draft(), LABEL_PRINTER).number
    assert chen.session.is_damaged
    assert [each for each in _told(chen) if "page" in each]
    outlet.entrance.close()
