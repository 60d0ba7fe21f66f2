"""The people of the outlet: inviting them. Each change needs the owner's password and card."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission, Role
from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.sealing import staff_keys
from outlet_app.sealing.statements import RoleGiven, VerifyKeyNamed
from outlet_app.store.store import Entry

if TYPE_CHECKING:
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session

INVITATION_LASTS = timedelta(hours=24)


@dataclass(frozen=True, slots=True)
class Invited:
    """A new account and the code, 10 characters, that its person types once, within 24 hours."""

    account_id: bytes
    code: str = field(repr=False)


class Staff:
    """The use case of who works here."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def invite_clerk(self, name: str, *, password: str, card: str) -> Invited:
        """Make an account for a clerk. Raises NotPermitted, and WrongPassword for the owner's password or card."""
        session = self._session
        session.require(Permission.MANAGE_STAFF)
        seed = self._keys.owner_seed(session.account.account_id, password, card)
        invitation = staff_keys.invite(
            self._keys.key_file(),
            seed,
            session.keys,
            name,
            self._keys.device_secret(),
            session.clock() + INVITATION_LASTS,
            self._keys.cost,
        )
        invited = Activity(ActivityKind.ACCOUNT_INVITED, None, {"account": invitation.account_id.hex()})
        role = RoleGiven(invitation.account_id, Role.CLERK)
        verify_key = VerifyKeyNamed(invitation.account_id, invitation.verify_key)
        session.state(seed, role, verify_key, because=Entry(invited))
        self._keys.replace(invitation.key_file)
        return Invited(invitation.account_id, invitation.code)
