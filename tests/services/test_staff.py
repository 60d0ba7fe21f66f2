"""Who works here."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.account import Role
from outlet_app.domain.activity import ActivityKind
from outlet_app.errors import NotPermitted, WrongPassword
from outlet_app.sealing.label_code import write_card_code
from outlet_app.services.staff import Staff
from outlet_app.store import activities
from tests.outlets import CHEN_PASSWORD, OWNER_PASSWORD

if TYPE_CHECKING:
    from outlet_app.services import Services
    from tests.outlets import Outlet


def test_an_invited_clerk_has_the_role_of_a_clerk_by_the_owners_signature(outlet: Outlet) -> None:
    owner = outlet.owner()
    invited = Staff(owner.session, outlet.keys).invite_clerk("周敏", password=OWNER_PASSWORD, card=outlet.card)
    kinds = [act.kind for act in activities.after(owner.session.store.reader, 0, 1000)]
    assert kinds[-4:] == [ActivityKind.ACCOUNT_INVITED, *[ActivityKind.STATEMENT_MADE] * 3]
    assert owner.session.statements.role(invited.account_id) is Role.CLERK
    assert invited.code not in repr(invited)
    owner.session.sign_out()


def test_a_clerk_cannot_invite_anybody(outlet: Outlet, chen: Services) -> None:
    with pytest.raises(NotPermitted):
        Staff(chen.session, outlet.keys).invite_clerk("周敏", password=CHEN_PASSWORD, card=outlet.card)


@pytest.mark.parametrize("card", ["", "OK1.", "not a card", "OA1.ABCD.1"])
def test_without_the_card_the_owners_password_invites_nobody(outlet: Outlet, card: str) -> None:
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        Staff(owner.session, outlet.keys).invite_clerk("周敏", password=OWNER_PASSWORD, card=card)
    owner.session.sign_out()


def test_neither_does_another_card_or_another_code_of_ours(outlet: Outlet) -> None:
    owner = outlet.owner()
    staff = Staff(owner.session, outlet.keys)
    for card in (write_card_code(owner.session.outlet_id, bytes(16)), write_card_code(bytes(16), bytes(16))):
        with pytest.raises(WrongPassword):
            staff.invite_clerk("周敏", password=OWNER_PASSWORD, card=card)
    owner.session.sign_out()


def test_the_card_without_the_owners_password_invites_nobody(outlet: Outlet) -> None:
    owner = outlet.owner()
    with pytest.raises(WrongPassword):
        Staff(owner.session, outlet.keys).invite_clerk("周敏", password=CHEN_PASSWORD, card=outlet.card)
    owner.session.sign_out()
