"""Printers and numbers."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import NotPermitted, WrongPassword
from outlet_app.services.supplies import Supplies
from tests.outlets import CHEN_PASSWORD, LABEL_PRINTER, OTHER_PRINTER, OWNER_PASSWORD

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_the_owners_new_list_of_printers_takes_the_old_ones_place_for_everybody(outlet: Outlet) -> None:
    owner = outlet.owner()
    Supplies(owner.session, outlet.keys).approve_printers((OTHER_PRINTER,), password=OWNER_PASSWORD, card=outlet.card)
    assert owner.session.statements.printers() == (OTHER_PRINTER,)
    owner.session.sign_out()
    chen = outlet.chen()
    assert chen.printing_desk.is_approved(OTHER_PRINTER)
    assert not chen.printing_desk.is_approved(LABEL_PRINTER)
    chen.session.sign_out()


def test_a_clerk_approves_no_printer_and_enters_no_numbers(outlet: Outlet, chen: Services) -> None:
    supplies = Supplies(chen.session, outlet.keys)
    with pytest.raises(NotPermitted):
        supplies.approve_printers((OTHER_PRINTER,), password=CHEN_PASSWORD, card=outlet.card)
    with pytest.raises(NotPermitted):
        supplies.enter_numbers("yto", "YT9000000000001", "YT9000000000009")


def test_without_the_card_no_printer_is_approved(outlet: Outlet) -> None:
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        Supplies(owner.session, outlet.keys).approve_printers((OTHER_PRINTER,), password=OWNER_PASSWORD, card="")
    assert owner.session.statements.printers() == (LABEL_PRINTER,)
    owner.session.sign_out()


def test_entered_numbers_are_given_out_after_the_ones_before(outlet: Outlet) -> None:
    owner = outlet.owner()
    Supplies(owner.session, outlet.keys).enter_numbers("sf", "SF1000000000001", "SF1000000000003")
    assert owner.entry.numbers_left("sf") == 3
    owner.session.sign_out()
