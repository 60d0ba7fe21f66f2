"""How often who did what."""

from __future__ import annotations

from outlet_app.domain.act_counts import ActCounts, added, count_acts
from outlet_app.domain.activity import Act, ActivityKind

CHEN, LIN = b"c" * 16, b"l" * 16


def _act(account_id: bytes, kind: str) -> Act:
    return Act(1, 0, account_id, "counter", kind, None, "{}", bytes(32), None)


def test_each_act_counts_once_for_the_account_that_it_names() -> None:
    kinds = (ActivityKind.ACCEPTED, ActivityKind.REVEALED, ActivityKind.OPENED_FOR_CORRECTION, ActivityKind.SEARCHED)
    acts = [*(_act(CHEN, kind) for kind in kinds), _act(LIN, ActivityKind.CHANGED_PERSON)]
    assert count_acts(acts) == {CHEN: ActCounts(accepted=1, reveals=2, searches=1), LIN: ActCounts(sign_ins=1)}


def test_acts_that_are_not_counted_make_no_row() -> None:
    assert count_acts([_act(CHEN, ActivityKind.LOCKED), _act(LIN, "of a later version")]) == {}
    assert ActCounts(sign_ins=1, refusals=7).values() == (1, 0, 0, 0, 0, 0, 7)


def test_counts_are_added_and_of_none_are_none() -> None:
    assert added([ActCounts(sign_ins=1, refusals=2), ActCounts(sign_ins=3)]) == ActCounts(sign_ins=4, refusals=2)
    assert added([]) == ActCounts()
