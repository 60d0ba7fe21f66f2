"""What the outlet works with: printers the owner approves, number ranges it got from its carriers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.account import Permission
from outlet_app.sealing.statements import PrintersApproved
from outlet_app.services.owner_consent import owner_seed
from outlet_app.store import number_ranges

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


class Supplies:
    """The use case of the owner who equips the counter."""

    def __init__(self, session: Session, keys: OutletKeys) -> None:
        self._session = session
        self._keys = keys

    def approve_printers(self, printers: tuple[Printer, ...], *, password: str, card: str) -> None:
        """Let coded labels go to these printers and to no other. Raises NotPermitted, WrongPassword."""
        self._session.require(Permission.SET_POLICY)
        seed = owner_seed(self._session, self._keys, password, card)
        self._session.state(seed, PrintersApproved(printers))

    def enter_numbers(self, carrier: str, first: str, last: str) -> None:
        """Take in the waybill numbers from `first` to `last` that the carrier gave. Raises NotPermitted."""
        self._session.require(Permission.SET_POLICY)
        self._session.write(number_ranges.entered(carrier, first, last))
