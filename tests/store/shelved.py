"""Made-up arrived parcels for the tests of the store."""

from __future__ import annotations

import os
from dataclasses import replace
from typing import TYPE_CHECKING

from outlet_app.domain.arrived_parcel import ArrivedParcel, ParcelState
from outlet_app.store import parcels, shelves
from tests.store.rows import AUTHOR, NOON

if TYPE_CHECKING:
    from outlet_app.store.store import Store


def parcel(number: str = "SF1234567890123", **changes: object) -> ArrivedParcel:
    """A parcel on its way to a shelf; `changes` are its fields."""
    made = ArrivedParcel(
        record_id=os.urandom(16),
        number=number,
        carrier="sf",
        tail="5678",
        shelf="15-1",
        place=1,
        state=ParcelState.WAITING,
        cod_fen=0,
        collect_fen=0,
        waybill=None,
        arrived_at=NOON,
        left_at=None,
    )
    return replace(made, **changes)  # type: ignore[arg-type] # the names are the parcel's fields


def shelve(store: Store, number: str = "SF1234567890123", **changes: object) -> ArrivedParcel:
    """Shelve a parcel on the next place of its shelf."""
    made = parcel(number, **changes)
    if "place" not in changes:
        made = replace(made, place=shelves.next_place(store.reader, made.shelf, made.arrived_at))
    store.write(AUTHOR, parcels.arrived(made))
    return made
