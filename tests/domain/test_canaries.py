"""What is a look at a canary, and the flag it raises."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Act, ActivityKind
from outlet_app.domain.canaries import Canary, CanaryLook, canary_flags, look_of, looks_at
from outlet_app.domain.flags import MOST_ROWS, NEVER_MUTED, FlagKind

if TYPE_CHECKING:
    from outlet_app.domain.activity import Detail
    from outlet_app.domain.flags import Flag

OWNER, CHEN, LIN = b"W" * 16, b"C" * 16, b"L" * 16
BIRD = Canary(b"R" * 16, datetime(2026, 11, 22, 1, tzinfo=UTC), 10, "B 架")
MORNING = datetime(2026, 11, 22, 2, tzinfo=UTC)


def act(n: int, kind: ActivityKind, who: bytes = CHEN, **detail: str | int) -> Act:
    return Act(n, 0, who, "counter", kind.value, BIRD.record_id, json.dumps(detail), b"", None)


def flags(*acts: Act, hours_apart: float = 0.1) -> list[Flag]:
    times = [(each, MORNING + timedelta(hours=place * hours_apart)) for place, each in enumerate(acts)]
    return list(canary_flags("YT1 · B 架", looks_at(BIRD, times, OWNER)))


LOOKS: list[tuple[ActivityKind, Detail, CanaryLook]] = [
    (ActivityKind.SEARCHED, {"key": "number", "hits": 1}, CanaryLook.LOOKED_UP),
    (ActivityKind.SEARCHED, {"key": "label", "hits": 1, "outcome": "opens"}, CanaryLook.SCANNED),
    (ActivityKind.REVEALED, {"field": "remark", "by": "scan"}, CanaryLook.REVEALED),
    (ActivityKind.COPIED, {"field": "remark"}, CanaryLook.REVEALED),
    (ActivityKind.REVEAL_REFUSED, {"why": "no_label"}, CanaryLook.REFUSED),
    (ActivityKind.OPENED_FOR_CORRECTION, {"by": "scan"}, CanaryLook.OPENED),
    (ActivityKind.CORRECTED, {}, CanaryLook.OPENED),
    (ActivityKind.LABEL_TAKEN, {"serial": 1}, CanaryLook.PRINTED),
    (ActivityKind.PRINTED_WITHOUT_CODE, {}, CanaryLook.PRINTED),
    (ActivityKind.RELABELLED, {"serial": 2}, CanaryLook.PRINTED),
    (ActivityKind.COLLECTED, {}, CanaryLook.NOTED),
    (ActivityKind.RETURNED, {}, CanaryLook.NOTED),
    (ActivityKind.REFUSED, {}, CanaryLook.NOTED),
    (ActivityKind.FORWARDED, {}, CanaryLook.NOTED),
    (ActivityKind.LOST, {}, CanaryLook.NOTED),
    (ActivityKind.CANCELLED, {}, CanaryLook.NOTED),
]


@pytest.mark.parametrize(("kind", "detail", "look"), LOOKS)
def test_one_look_of_any_kind_raises_a_flag(kind: ActivityKind, detail: Detail, look: CanaryLook) -> None:
    (flag,) = flags(act(11, kind, **detail))
    assert (flag.kind, flag.account_id, flag.count, flag.rows) == (FlagKind.CANARY, CHEN, 1, (11,))
    assert flag.facts == {"canary": "YT1 · B 架", "look": look.value}


@pytest.mark.parametrize(
    "kind", sorted({*ActivityKind} - {kind for kind, _, _ in LOOKS}, key=lambda kind: kind.value), ids=str
)
def test_nothing_else_is_a_look(kind: ActivityKind) -> None:
    """Above all no list and no hand-over, and no end of its code by time under the name of whoever came next."""
    assert look_of(act(11, kind)) is None


def test_what_its_owner_does_and_what_was_done_before_the_mark_raises_none() -> None:
    assert flags(act(11, ActivityKind.REVEALED, OWNER), act(10, ActivityKind.REVEALED)) == []


def test_each_person_and_day_has_a_flag_of_its_own_that_says_the_gravest_look() -> None:
    one, two, three = flags(
        act(11, ActivityKind.SEARCHED, key="number"),
        act(12, ActivityKind.SEARCHED, LIN, key="label"),
        act(13, ActivityKind.REVEALED),
        act(14, ActivityKind.SEARCHED, key="number"),
        hours_apart=10,
    )
    assert [(flag.account_id, flag.day, flag.rows) for flag in (one, two, three)] == [
        (CHEN, date(2026, 11, 22), (11,)),
        (CHEN, date(2026, 11, 23), (13, 14)),
        (LIN, date(2026, 11, 22), (12,)),
    ]
    assert two.facts["look"] == CanaryLook.REVEALED.value
    assert (two.first_n, two.last_n, two.count) == (13, 14, 2)
    assert (two.began_at, two.ended_at) == (MORNING + timedelta(hours=20), MORNING + timedelta(hours=30))


def test_of_very_many_looks_the_first_are_named_and_all_are_counted() -> None:
    (flag,) = flags(*(act(11 + step, ActivityKind.SEARCHED) for step in range(MOST_ROWS + 5)), hours_apart=0.01)
    assert (flag.count, len(flag.rows), flag.last_n) == (MOST_ROWS + 5, MOST_ROWS, 10 + MOST_ROWS + 5)


def test_it_is_among_the_gravest_and_never_muted() -> None:
    assert list(FlagKind).index(FlagKind.CANARY) == 1
    assert FlagKind.CANARY in NEVER_MUTED
