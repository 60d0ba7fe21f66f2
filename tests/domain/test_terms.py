"""Terms of a consignment."""

from __future__ import annotations

from outlet_app.domain.terms import Category, Payment


def test_stored_values_are_the_names_in_small_letters_and_never_change() -> None:
    for terms in (Payment, Category):
        assert all(term.value == term.name.lower() for term in terms)
    assert {payment.value for payment in Payment} == {"paid", "monthly", "collect"}
