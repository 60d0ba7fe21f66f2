"""The owner's consent to one act: his password and his card, which together open the owner seed."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.services.waits import Waits
from outlet_app.store.refused_sign_ins import RefusedSignIns

if TYPE_CHECKING:
    from outlet_app.sealing.owner_seed import OwnerSeed
    from outlet_app.services.outlet_keys import OutletKeys
    from outlet_app.services.session import Session


def owner_seed(session: Session, keys: OutletKeys, password: str, card: str) -> OwnerSeed:
    """The seed for one act of the owner at the counter; drop it at once. No wait; what did not open is noted.

    Raises WrongPassword.
    """
    account_id = session.account.account_id
    with waits(session, keys).noted(account_id, "card"):
        return keys.owner_seed(account_id, password, card)


def waits(session: Session, keys: OutletKeys) -> Waits:
    """The waits after failed tries, as the entrance keeps them."""
    return Waits(RefusedSignIns(keys.place.refusals), session.clock)
