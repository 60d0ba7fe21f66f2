"""Whom an evidence report counts as concerned; the whole report stands in test_reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.proof import Proof
from outlet_app.services.evidence_sheet import concerned
from outlet_app.services.reviewed_acts import ReviewedAct

ACT = ReviewedAct(
    n=1,
    at=datetime(2026, 11, 22, tzinfo=UTC),
    account_id=b"c" * 16,
    person="陈伟",
    station="counter",
    kind=ActivityKind.REVEALED,
    facts={"field": "recipient.phone"},
    number="YT2",
    recipient="张**",
    proof=Proof.SIGNED,
)


def test_a_party_counts_once_for_each_waybill_however_often_it_was_opened() -> None:
    acts = [
        ACT,
        replace(ACT, facts={"field": "recipient.name"}),
        replace(ACT, facts={"field": "sender.name"}),
        replace(ACT, number="YT1"),
    ]
    found = concerned(acts)
    assert found.people == 3
    assert list(found.touched.items()) == [("YT1", 1), ("YT2", 3)]
    assert found.opened["YT2"] == {"sender", "recipient"}


@pytest.mark.parametrize("facts", [{"field": "contents"}, {"field": "remark"}, {}, {"field": 7}])
def test_what_is_nobodys_opens_no_party(facts: dict[str, str | int]) -> None:
    found = concerned([replace(ACT, facts=facts)])
    assert (found.people, found.touched) == (0, {"YT2": 1})


def test_a_form_that_was_opened_shows_both_parties_and_other_acts_show_nobody() -> None:
    opened = replace(ACT, kind=ActivityKind.OPENED_FOR_CORRECTION, facts={})
    assert concerned([opened]).people == 2
    assert concerned([replace(ACT, kind=ActivityKind.SEARCHED, number=""), replace(ACT, kind=None)]).people == 0


def test_an_arrived_parcel_is_counted_apart_by_itself_even_where_its_number_came_twice() -> None:
    arrived = replace(ACT, kind=ActivityKind.ARRIVED, facts={}, number="SF1", carrier="sf", shelf_code="1-1")
    first, second = replace(arrived, record_id=b"1" * 16), replace(arrived, record_id=b"2" * 16, shelf_code="1-2")
    found = concerned([second, first, ACT, first])
    assert found.touched == {"YT2": 1}
    assert sorted((act.shelf_code, count) for act, count in found.arrived) == [("1-1", 2), ("1-2", 1)]
