"""The evening that the demo's review has to show."""

from __future__ import annotations

import random
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.demo import OWNER, make_demo
from outlet_app.demo.misconduct import LOOK_UPS, misbehave
from outlet_app.demo.outlet import LATE_PART
from outlet_app.demo.people import drafts
from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.flags import FlagKind
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outlets import Outlet


def test_he_opens_records_until_the_limit_stops_him_and_looks_up_tails(outlet: Outlet) -> None:
    late = outlet.clock() + timedelta(hours=13)
    clock = outlet.clock
    misbehave(
        outlet.entrance,
        lambda at: setattr(clock, "now", at),
        (outlet.chen_id, CHEN_PASSWORD),
        late,
        drafts(random.Random(4), 7),
    )
    services = outlet.chen()
    kinds = [act.kind for act in activities.after(services.session.store.reader, 0, 10_000)]
    services.session.sign_out()
    assert kinds.count(ActivityKind.REVEALED) == 10
    assert kinds.count(ActivityKind.REVEAL_REFUSED) == 4
    assert kinds.count(ActivityKind.SEARCHED) >= LOOK_UPS


def test_the_owner_of_the_demo_sees_it_when_he_first_looks(tmp_path: Path) -> None:
    demo = make_demo(tmp_path, waybills=3 * LATE_PART)
    owner = demo.entrance.sign_in(demo.entrance.tiles()[0].account_id, OWNER[1])
    while not owner.flags.look_on().is_all:
        pass
    seen = {view.flag.kind for view in owner.flags.open_flags()}
    owner.session.sign_out()
    assert {FlagKind.CANARY, FlagKind.MISSES, FlagKind.UNFOLLOWED} <= seen
    assert not seen & {FlagKind.RECORD, FlagKind.CLOCK, FlagKind.REMOTE}
