"""Where a parcel is by its acts."""

from __future__ import annotations

import pytest

from outlet_app.domain.activity import Act
from outlet_app.domain.activity import ActivityKind as Kind
from outlet_app.domain.sealed_waybill import WaybillState
from outlet_app.domain.waybill_life import stands_here, state_by_acts


def _after(*kinds: Kind) -> WaybillState:
    return state_by_acts(Act(n, 0, b"", "", kind.value, None, "{}", b"", None) for n, kind in enumerate(kinds))


@pytest.mark.parametrize(
    ("kinds", "state"),
    [
        ((), WaybillState.ACCEPTED),
        ((Kind.PRINTED, Kind.CORRECTED), WaybillState.ACCEPTED),
        ((Kind.LISTED,), WaybillState.LISTED),
        ((Kind.LISTED, Kind.PRINTED), WaybillState.LISTED),
        ((Kind.LISTED, Kind.UNLISTED), WaybillState.ACCEPTED),
        ((Kind.LISTED, Kind.UNLISTED, Kind.LISTED, Kind.HANDED_OVER), WaybillState.HANDED_OVER),
        ((Kind.CANCELLED,), WaybillState.CANCELLED),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.REFUSED), WaybillState.HANDED_OVER),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.LOST), WaybillState.LOST),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.UNLISTED), WaybillState.HANDED_OVER),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.LISTED), WaybillState.HANDED_OVER),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.RETURNED), WaybillState.RETURNED),
        ((Kind.LISTED, Kind.HANDED_OVER, Kind.RETURNED, Kind.ARRIVAL_UNDONE), WaybillState.HANDED_OVER),
        ((Kind.COLLECTED, Kind.LOST), WaybillState.COLLECTED),
    ],
)
def test_the_last_step_that_can_follow_counts(kinds: tuple[Kind, ...], state: WaybillState) -> None:
    assert _after(Kind.ACCEPTED, *kinds) is state


@pytest.mark.parametrize("end", [Kind.COLLECTED, Kind.RETURNED, Kind.FORWARDED, Kind.LOST, Kind.CANCELLED])
def test_what_left_does_not_come_back(end: Kind) -> None:
    assert _after(Kind.ACCEPTED, end, Kind.LISTED, Kind.UNLISTED) is WaybillState(end.value)


def _act(kind: Kind, detail: str = "{}") -> Act:
    return Act(1, 0, b"", "", kind.value, None, detail, b"", None)


def test_where_acts_were_lost_the_row_as_it_was_found_counts_from_there_on() -> None:
    found = [_act(Kind.ACCEPTED), _act(Kind.SALVAGED)]
    assert state_by_acts(found, WaybillState.HANDED_OVER) is WaybillState.HANDED_OVER
    assert state_by_acts([*found, _act(Kind.LISTED), _act(Kind.HANDED_OVER)]) is WaybillState.HANDED_OVER


def test_a_parcel_stands_here_until_an_act_says_that_its_road_line_was_emptied() -> None:
    here, gone = _act(Kind.ACCEPTED, '{"sha_road":"ab"}'), _act(Kind.SALVAGED, '{"sha_road":"emptied"}')
    assert stands_here([])
    assert stands_here([here, _act(Kind.LISTED)])
    assert not stands_here([here, gone, _act(Kind.LOST)])
