"""Which act spends what, and which looks count once."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from outlet_app.domain.activity import Act, ActivityKind, Detail
from outlet_app.domain.context import canonical_json
from outlet_app.domain.spending import SpendKind, Spent, read_spent, without_repeats

CHEN, RECORD = b"c" * 16, b"r" * 16
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)


def act(kind: ActivityKind, detail: Detail) -> Act:
    return Act(7, 0, CHEN, "counter", kind.value, RECORD, canonical_json(dict(detail)), bytes(32), None)


@pytest.mark.parametrize(
    ("kind", "detail", "spends"),
    [
        (ActivityKind.REVEALED, {"field": "sender.phone", "by": "scan"}, SpendKind.REVEAL_BY_SCAN),
        (ActivityKind.REVEALED, {"field": "sender.phone", "by": "owner"}, SpendKind.REVEAL_BY_OWNER),
        (ActivityKind.REVEALED, {}, SpendKind.REVEAL_BY_SCAN),
        (ActivityKind.OPENED_FOR_CORRECTION, {"field": "all", "by": "scan"}, SpendKind.REVEAL_BY_SCAN),
        (ActivityKind.OPENED_FOR_CORRECTION, {"by": "own"}, None),
        (ActivityKind.OPENED_FOR_CORRECTION, {}, None),
        (ActivityKind.SEARCHED, {"key": "tail", "hits": 2}, SpendKind.LOOK_UP),
        (ActivityKind.SEARCHED, {"key": "name_tail", "hits": 0}, SpendKind.LOOK_UP),
        (ActivityKind.SEARCHED, {"key": "number", "hits": 0}, None),
        (ActivityKind.SEARCHED, {"key": "shelf_code", "hits": 0}, None),
        (ActivityKind.SEARCHED, {"key": "tail", "refused": "limit"}, None),
        (ActivityKind.RELABELLED, {"serial": 2}, SpendKind.CODED_REPRINT),
        (ActivityKind.REVEAL_REFUSED, {"why": "limit"}, None),
        (ActivityKind.ACCEPTED, {}, None),
    ],
)
def test_an_act_spends_one_unit_of_one_kind_or_nothing(
    kind: ActivityKind, detail: Detail, spends: SpendKind | None
) -> None:
    spent = read_spent(act(kind, detail), NOON)
    assert (None if spent is None else spent.kind) == spends


def test_a_look_up_that_found_nothing_is_a_miss() -> None:
    for hits, missed in ((0, True), (1, False)):
        spent = read_spent(act(ActivityKind.SEARCHED, {"key": "tail", "hits": hits}), NOON)
        assert spent is not None
        assert spent.missed is missed


def look(minutes: float, *, field: str = "sender.phone", account_id: bytes = CHEN) -> Spent:
    at = NOON + timedelta(minutes=minutes)
    return Spent(1, at, account_id, SpendKind.REVEAL_BY_SCAN, RECORD, field)


@pytest.mark.parametrize(
    ("looks", "counted"),
    [
        ((look(0), look(9.9)), 1),
        ((look(0), look(10)), 2),
        ((look(0), look(6), look(12)), 2),
        ((look(0), look(1, field="sender.name")), 2),
        ((look(0), look(1, account_id=b"l" * 16)), 2),
        ((look(0), look(-30)), 2),
    ],
    ids=["within ten minutes", "after ten", "counted from the first", "another field", "another person", "set back"],
)
def test_the_same_field_of_the_same_waybill_counts_once_in_ten_minutes(looks: tuple[Spent, ...], counted: int) -> None:
    assert len(without_repeats(looks)) == counted


def test_look_ups_are_never_repeats() -> None:
    twice = [Spent(n, NOON, CHEN, SpendKind.LOOK_UP) for n in (1, 2)]
    assert without_repeats(twice) == twice
