"""Which key a carrier's waybills are sealed to, and that no clock brings a new one forward."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.act_detail import read_detail
from outlet_app.domain.activity import ActivityKind
from outlet_app.sealing.handover_key import fingerprint
from outlet_app.services.carrier_keys import key_for, proven_now
from outlet_app.services.entrance import Entrance
from outlet_app.store import activities, waybills
from tests.outlets import LABEL_PRINTER, OWNER_PASSWORD
from tests.services.carriers_keys import NEWER, YTO, accept, key_in_force, name_key, withdraw

if TYPE_CHECKING:
    from outlet_app.services.admission import Services
    from tests.outlets import Clock, Outlet


class Counted:
    """A clock that nobody sets: it goes with the outlet's clock where that is left alone."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._start = clock.now
        self._set = timedelta()

    def __call__(self) -> timedelta:
        return self._clock.now - self._start - self._set

    def turn(self, **by: float) -> None:
        """Somebody sets the PC's clock."""
        self._clock.move(**by)
        self._set += timedelta(**by)


def sealed_to(services: Services, record_id: bytes) -> str | int | None:
    """The fingerprint that the newest act of accepting or correcting names, None where it names none."""
    acts = activities.of_record(services.session.store.reader, record_id)
    newest = [act for act in acts if act.kind in {ActivityKind.ACCEPTED, ActivityKind.CORRECTED}][-1]
    return read_detail(newest).get("carrier_key")


def has_wrap(services: Services, record_id: bytes) -> bool:
    return waybills.sealed(services.session.store.reader, record_id).carrier_wrap is not None


def test_without_a_carriers_key_nothing_is_sealed_to_anybody_but_label_and_owner(chen: Services) -> None:
    accepted = accept(chen)

    assert key_for(chen.session, "yto") is None
    assert not has_wrap(chen, accepted.record_id)
    assert sealed_to(chen, accepted.record_id) is None


def test_waybills_are_sealed_to_the_carrier_from_24_hours_on_and_to_no_other_carrier(outlet: Outlet) -> None:
    owner = outlet.owner()
    name_key(outlet, owner)
    outlet.clock.move(hours=23, minutes=59)
    early = accept(owner)
    outlet.clock.move(minutes=1)
    due, other = accept(owner), accept(owner, carrier="zto")

    assert [has_wrap(owner, each.record_id) for each in (early, due, other)] == [False, True, False]
    assert sealed_to(owner, due.record_id) == fingerprint(YTO.public_key)
    outlet.entrance.close()


def test_a_correction_is_sealed_to_the_key_in_force_when_it_is_made(outlet: Outlet) -> None:
    owner = outlet.owner()
    name_key(outlet, owner)
    outlet.clock.move(hours=23, minutes=55)
    accepted = accept(owner)
    assert not has_wrap(owner, accepted.record_id)

    outlet.clock.move(minutes=5)
    opened = owner.reveal.open_for_correction(accepted.record_id)
    owner.entry.correct(accepted.record_id, opened.draft, LABEL_PRINTER)
    assert has_wrap(owner, accepted.record_id)

    withdraw(outlet, owner)
    owner.entry.correct(accepted.record_id, opened.draft, LABEL_PRINTER)
    assert not has_wrap(owner, accepted.record_id)
    outlet.entrance.close()


def test_other_terms_leave_the_carriers_wrap_as_it_is(outlet: Outlet) -> None:
    owner = key_in_force(outlet)
    accepted = accept(owner)
    before = waybills.sealed(owner.session.store.reader, accepted.record_id).carrier_wrap

    terms = owner.entry.terms(accepted.record_id)
    owner.entry.change_terms(accepted.record_id, type(terms)(**_but(terms, weight="3.5")))

    assert waybills.sealed(owner.session.store.reader, accepted.record_id).carrier_wrap == before
    assert before is not None
    outlet.entrance.close()


def test_while_a_new_key_waits_the_former_one_is_sealed_to(outlet: Outlet) -> None:
    owner = key_in_force(outlet)
    name_key(outlet, owner, NEWER)

    assert key_for(owner.session, "yto") == YTO.public_key
    outlet.clock.move(hours=24)
    assert key_for(owner.session, "yto") == NEWER.public_key
    outlet.entrance.close()


def test_a_withdrawal_ends_it_at_once(outlet: Outlet) -> None:
    owner = key_in_force(outlet)
    withdraw(outlet, owner)

    assert key_for(owner.session, "yto") is None
    assert not has_wrap(owner, accept(owner).record_id)
    outlet.entrance.close()


def test_a_clock_set_ahead_while_the_program_runs_brings_no_key_forward(outlet: Outlet) -> None:
    counted = Counted(outlet.clock)
    owner = Entrance(outlet.keys, clock=outlet.clock, counted=counted).sign_in(outlet.owner_id, OWNER_PASSWORD)
    name_key(outlet, owner)
    before = outlet.clock.now

    counted.turn(hours=25)

    assert key_for(owner.session, "yto") is None
    assert proven_now(owner.session) <= before + timedelta(minutes=1)
    assert not has_wrap(owner, accept(owner).record_id)
    owner.session.sign_out()


def test_the_owners_word_for_the_date_lets_the_wait_end(outlet: Outlet) -> None:
    counted = Counted(outlet.clock)
    owner = Entrance(outlet.keys, clock=outlet.clock, counted=counted).sign_in(outlet.owner_id, OWNER_PASSWORD)
    name_key(outlet, owner)
    counted.turn(hours=25)
    assert key_for(owner.session, "yto") is None

    owner.date.confirm(outlet.clock())

    assert key_for(owner.session, "yto") == YTO.public_key
    owner.session.sign_out()


def test_a_clock_set_back_leaves_a_key_that_was_in_force_long_before(outlet: Outlet) -> None:
    owner = key_in_force(outlet)
    outlet.clock.move(days=20)
    owner.session.sign_out()
    outlet.clock.move(days=-2)

    chen = outlet.chen()

    assert not chen.session.date_is_confirmed
    assert key_for(chen.session, "yto") == YTO.public_key
    chen.session.sign_out()


def test_a_clock_ahead_while_the_program_was_closed_that_is_put_right_again_takes_its_key_back(outlet: Outlet) -> None:
    owner = outlet.owner()
    name_key(outlet, owner)
    owner.session.sign_out()
    outlet.clock.move(hours=25)
    chen = outlet.chen()
    assert key_for(chen.session, "yto") == YTO.public_key  # a clock under three days ahead is taken for a pause
    chen.session.sign_out()

    outlet.clock.move(hours=-24)

    lin = outlet.lin()
    assert key_for(lin.session, "yto") is None
    lin.session.sign_out()


def _but(terms: object, **changes: str) -> dict[str, object]:
    return {name: getattr(terms, name) for name in terms.__dataclass_fields__} | changes  # type: ignore[attr-defined] # a dataclass
