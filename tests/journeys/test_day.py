"""A small day by real key events and scans, as `day_of_600.py` plays a whole one: loops counted, money, wraps gone."""

from __future__ import annotations

import sys
from contextlib import suppress
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest

from tests.journeys import x_screen
from tests.journeys.day_end_check import After, after
from tests.journeys.test_counter_loops import BurstBroken
from tests.journeys.the_day import ODD, TRIES, Day, Plan, play

if TYPE_CHECKING:
    from pathlib import Path

PLAN = Plan(accepted=8, arrived=11, collected=5)


@dataclass(frozen=True)
class Played:
    """The day, and what was there after it."""

    day: Day
    after: After


@pytest.fixture(scope="module")
def played(tmp_path_factory: pytest.TempPathFactory) -> Played:
    """The day, played once."""
    if not sys.platform.startswith("linux"):
        pytest.skip("keys are sent through XTEST, which is X11")
    if (reason := x_screen.why_not()) is not None:
        pytest.skip(reason)
    for _ in range(TRIES):
        with suppress(BurstBroken):
            folder: Path = tmp_path_factory.mktemp("day")
            day = play(folder, PLAN)
            return Played(day, after(day, folder))
    pytest.fail("scans were broken apart each time the day was played")


def test_an_arrival_takes_a_scan_and_four_digits(played: Played) -> None:
    assert set(played.day.keys["arrival"]) == {4}


def test_giving_out_takes_the_shelf_code_enter_and_four_digits(played: Played) -> None:
    assert set(played.day.keys["give out by shelf code"]) == {len("15-1-1") + 1 + 4}


def test_money_takes_one_key_and_its_amount_when_it_arrives_and_two_when_it_is_given_out(played: Played) -> None:
    assert set(played.day.keys["arrival with money due"]) == {1 + len("38.50") + 1 + 4}
    assert set(played.day.keys["give out against money"]) == {len("15-1-4") + 1 + 4 + 2}


def test_handing_over_takes_a_scan_a_parcel_and_one_key_a_list_or_two_where_parcels_stay_behind(
    played: Played,
) -> None:
    assert set(played.day.keys["hand over"]) == {0}
    assert played.day.keys["close a list"] == [2, 2, 2, 1]


def test_cash_is_right_to_the_fen(played: Played) -> None:
    day, cash = played.day, played.after.account.total.cash
    assert (cash.fees_fen, cash.refunds_fen, cash.on_delivery_fen) == (day.fees_fen, day.refunds_fen, day.cod_fen)
    assert cash.drawer_fen == day.fees_fen + day.refunds_fen + day.cod_fen


def test_every_parcel_is_counted_once_however_odd_its_way_was(played: Played) -> None:
    traffic = played.after.account.total.traffic
    assert (traffic.accepted, traffic.arrived, traffic.collected) == (PLAN.accepted, PLAN.arrived, PLAN.collected)
    assert traffic.handed_over == PLAN.accepted - 2
    assert played.day.odd == ODD
    assert [line.count for line in played.after.account.lists] == [2, 2, 2, 2]


def test_no_number_is_used_twice(played: Played) -> None:
    assert len(set(played.after.numbers)) == len(played.after.numbers) == PLAN.accepted


def test_no_file_holds_a_label_wrap_of_what_left(played: Played) -> None:
    assert len(played.after.gone) == PLAN.accepted
    assert len(played.day.wraps) == PLAN.accepted - 2, "all that were there when the first list was closed"
    assert played.after.found == played.after.standing == frozenset()


def test_the_program_ends_in_order_and_has_nothing_to_complain_of(played: Played) -> None:
    assert (played.day.code, played.day.complaints) == (0, "")
