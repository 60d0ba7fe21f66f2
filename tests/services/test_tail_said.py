"""The tail that was just said."""

from __future__ import annotations

from outlet_app.services.tail_said import SAID_FOR, TailSaid
from tests.outlets import Clock


def test_it_holds_for_what_it_found_and_for_five_minutes() -> None:
    clock = Clock()
    said = TailSaid(frozenset({b"a" * 16}), clock())
    assert said.is_of(b"a" * 16, clock())
    assert not said.is_of(b"b" * 16, clock())
    clock.move(seconds=SAID_FOR.total_seconds() - 1)
    assert said.is_of(b"a" * 16, clock())
    clock.move(seconds=1)
    assert not said.is_of(b"a" * 16, clock())


def test_a_clock_that_is_set_back_ends_it() -> None:
    clock = Clock()
    said = TailSaid(frozenset({b"a" * 16}), clock())
    clock.move(seconds=-1)
    assert not said.is_of(b"a" * 16, clock())
