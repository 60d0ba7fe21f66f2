"""The acts of an evidence report; over a real outlet in test_reports."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.outlet_day import outlet_day
from outlet_app.domain.record_segment import Told
from outlet_app.services import evidence

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_the_part_begins_and_ends_with_a_transaction_and_leaves_no_number_out(outlet: Outlet, chen: Services) -> None:
    store = chen.session.store
    outlet.clock.move(days=1)
    chen.find.look_up("5678")
    outlet.clock.move(days=1)
    chen.find.look_up("5679")
    day = outlet_day(outlet.clock())
    one = evidence.begin(store, outlet.chen_id, day, day)
    assert (one.start.n, one.every) == (store.checkpoint().n - 1, 1)
    every = evidence.begin(store, outlet.chen_id, outlet_day(outlet.clock()).replace(day=1), day)
    assert every.start == store.genesis
    numbers = [n for part in every.parts for n in range(part.first, part.last + 1)]
    assert numbers == list(range(1, store.checkpoint().n + 1))
    told = [part for part in every.parts if isinstance(part, Told)]
    assert [part for _, part in every.told] == told
    assert every.every == sum(len(part.acts) for part in told)


def test_of_others_no_statement_is_given_but_their_key(outlet: Outlet, chen: Services) -> None:
    session, day = chen.session, outlet_day(outlet.clock())
    gathered = evidence.begin(session.store, outlet.chen_id, day, day)
    made = evidence.segment(gathered, session.store.reader, session.outlet_id, session.keys.owner_verify_key)
    subjects = {each.text.split('"subject":"')[1].split('"')[0] for each in made.statements}
    assert subjects == {
        *(f"{word}:{outlet.chen_id.hex()}" for word in ("role", "name", "verify-key")),
        *(f"verify-key:{each.hex()}" for each in (outlet.owner_id, outlet.lin_id)),
    }
