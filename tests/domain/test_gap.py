"""What in the record does not fit together."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Act, Activity, ActivityKind
from outlet_app.domain.context import canonical_json
from outlet_app.domain.gap import Misfit, Sight, acts_in_doubt, fault, first_in_doubt, of_acts, read_fault

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail

CUT = Misfit(Sight.LABEL, 1, 150, 120)
REWRITTEN = Misfit(Sight.NEAR, 1, 100, 130)
ROW = Misfit(Sight.ROW, 1, 7, 130, b"r" * 16)


def test_of_a_record_that_was_cut_the_acts_behind_its_end_are_missing() -> None:
    assert first_in_doubt([CUT]) == 121
    assert acts_in_doubt([CUT]) == 30


def test_of_a_record_that_was_rewritten_everything_from_that_act_on_is_in_doubt() -> None:
    assert first_in_doubt([REWRITTEN]) == 100
    assert acts_in_doubt([REWRITTEN]) == 31


def test_several_misfits_make_one_gap() -> None:
    assert first_in_doubt([CUT, REWRITTEN]) == 100
    assert acts_in_doubt([CUT, REWRITTEN]) == 51


def test_a_waybill_that_is_not_what_its_acts_say_puts_no_act_in_doubt() -> None:
    assert of_acts([ROW, CUT]) == (CUT,)
    assert first_in_doubt([ROW]) is None
    assert acts_in_doubt([ROW]) == 0


def test_the_same_place_seen_twice_is_one_misfit() -> None:
    assert CUT.is_same(Misfit(Sight.NEAR, 1, 150, 140))
    assert not CUT.is_same(Misfit(Sight.LABEL, 2, 150, 120))
    assert not CUT.is_same(REWRITTEN)
    assert not ROW.is_same(Misfit(Sight.CHAIN, 1, 7, 130))


def test_what_was_seen_is_read_back_from_its_act_with_the_opening_it_was_seen_in() -> None:
    for misfit in (CUT, ROW, Misfit(Sight.DAY_SHEET, 325, 7, 130, opened_at=60)):
        opened_at = 60 if misfit.opened_at is None else misfit.opened_at
        assert read_fault(_act(fault(misfit, 60))) == replace(misfit, opened_at=opened_at)


@pytest.mark.parametrize(
    "detail",
    [
        {"what": "journal"},
        {"what": "checkpoint", "by": "label", "branch": 1, "n": 150, "head": 120},
        {"what": "checkpoint", "by": "label", "branch": 1, "n": 150, "head": -1, "opened": 60},
        {"what": "checkpoint", "by": "somebody", "branch": 1, "n": 150, "head": 120, "opened": 60},
        {"what": "checkpoint", "by": "label", "branch": 1, "n": "150", "head": 120, "opened": 60},
    ],
)
def test_an_act_that_tells_of_something_else_or_was_written_otherwise_is_no_misfit(detail: Detail) -> None:
    assert read_fault(_act(Activity(ActivityKind.INTEGRITY_FAULT, None, detail))) is None
    whole = fault(CUT, 60)
    assert read_fault(_act(Activity(ActivityKind.SEARCHED, None, whole.detail))) is None


def _act(activity: Activity) -> Act:
    detail = canonical_json(dict(activity.detail))
    return Act(9, 0, b"a" * 16, "counter", activity.kind, activity.record_id, detail, bytes(32), None)
