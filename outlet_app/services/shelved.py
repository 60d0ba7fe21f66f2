"""A parcel on its shelf, compared with its acts before anything is done with it; and what its person may take back."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.arrived_parcel import ON_SHELF
from outlet_app.errors import HistoryBroken, NotOnShelf, UndoOver
from outlet_app.services.labels import KEPT_FOR
from outlet_app.store import activities, parcels
from outlet_app.store.moment import from_ms

if TYPE_CHECKING:
    from outlet_app.domain.activity import Act, ActivityKind
    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.services.session import Session


def checked(session: Session, record_id: bytes) -> ArrivedParcel:
    """The parcel as its acts tell of it.

    A row that says anything else makes the record BROKEN and raises HistoryBroken. What the owner acknowledged goes on
    as it stands. Raises KeyError where there is none.
    """
    try:
        return parcels.checked(session.store.reader, record_id)
    except HistoryBroken:
        known = any(record_id in said.record_ids for said in session.statements.acknowledged().values())
        parcel = parcels.by_id(session.store.reader, record_id)
        if known and parcel is not None:
            return parcel
        session.tell_odd_row(record_id)
        raise


def on_shelf(session: Session, record_id: bytes) -> ArrivedParcel:
    """As `checked`, for a parcel that waits on its shelf, refused or not. Raises NotOnShelf for one that does not."""
    parcel = checked(session, record_id)
    if parcel.state not in ON_SHELF:
        raise NotOnShelf(parcel.number)
    return parcel


def own_act(session: Session, record_id: bytes, kind: ActivityKind) -> Act:
    """The parcel's last act of that kind, when this account did it less than ten minutes ago. Raises UndoOver."""
    acts = [act for act in activities.of_record(session.store.reader, record_id) if act.kind == kind]
    if not acts or acts[-1].account_id != session.account.account_id:
        raise UndoOver
    if session.clock() - from_ms(acts[-1].at_ms) >= KEPT_FOR:
        raise UndoOver
    return acts[-1]
