"""Days at the demo's counter."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.demo.counter_day import CounterDay
from outlet_app.domain.activity import ActivityKind
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD

if TYPE_CHECKING:
    from tests.outlets import Outlet


def test_what_was_accepted_is_handed_over_the_day_after_and_most_of_what_arrived_is_collected(outlet: Outlet) -> None:
    counter = CounterDay(outlet.entrance, lambda at: setattr(outlet.clock, "now", at), random.Random(4), None)
    begins = outlet.clock()
    counter.play((outlet.chen_id, CHEN_PASSWORD), begins, 20)
    first = _kinds(outlet)
    assert (first[ActivityKind.ACCEPTED], first[ActivityKind.ARRIVED]) == (20, 20)
    assert not first[ActivityKind.HANDED_OVER]
    counter.play((outlet.chen_id, CHEN_PASSWORD), begins + timedelta(days=1), 1)
    second = _kinds(outlet)
    assert second[ActivityKind.HANDED_OVER] == 20
    assert second[ActivityKind.LIST_CLOSED] == 2
    assert 10 <= second[ActivityKind.COLLECTED] < 20


def _kinds(outlet: Outlet) -> Counter[str]:
    services = outlet.chen()
    kinds = Counter(act.kind for act in activities.after(services.session.store.reader, 0, 10_000))
    services.session.sign_out()
    return kinds
