"""What the book knows of erasings: asked for until ordered or taken back, and every order by its serial."""

from __future__ import annotations

from datetime import UTC, datetime

from outlet_app.domain.erasing import ErasingAsked, ErasingOrdered, Second
from outlet_app.sealing.owner_seed import OwnerSeed
from outlet_app.sealing.statements import ErasingStated, StatementBook, sign_statement

OUTLET, CHEN = bytes(16), b"c" * 16
SEED = OwnerSeed(OUTLET, bytes(32))
NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
ASKED = ErasingAsked(NOON, NOON)
DROPPED = ErasingAsked(None, NOON)
ORDERED = ErasingOrdered(NOON, NOON, 3, CHEN, Second.WAIT, b"", NOON)


def book(*said: ErasingAsked | ErasingOrdered) -> StatementBook:
    stated = [sign_statement(SEED, serial, ErasingStated(each)) for serial, each in enumerate(said, start=1)]
    return StatementBook(OUTLET, SEED.verify_key, stated)


def test_what_was_asked_stands_until_it_is_ordered_or_taken_back_and_can_be_asked_again() -> None:
    assert book().erasing_asked() is None
    assert book(ASKED).erasing_asked() == ASKED
    assert book(ASKED, DROPPED).erasing_asked() is None
    assert book(ASKED, ORDERED).erasing_asked() is None
    assert book(ORDERED, ASKED).erasing_asked() == ASKED
    assert book(ASKED, ORDERED, ASKED).erasing_asked() == ASKED


def test_every_order_stands_by_its_serial() -> None:
    assert book(ASKED).erasings() == {}
    assert book(ASKED, ORDERED, ASKED, ORDERED).erasings() == {2: ORDERED, 4: ORDERED}
