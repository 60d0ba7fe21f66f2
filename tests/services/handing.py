"""Parcels and lists for the tests of handing over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.handover_list import PutOnOutcome
from tests.builders import draft
from tests.outlets import LABEL_PRINTER
from tests.services.scanning import Labelled, code_of

if TYPE_CHECKING:
    from outlet_app.domain.handover_list import HandoverList
    from outlet_app.services import Services


def parcel(services: Services, carrier: str = "yto", **changes: object) -> Labelled:
    """One parcel of a carrier, accepted and labelled."""
    accepted = services.entry.accept(draft(carrier=carrier, **changes), LABEL_PRINTER)
    return Labelled(accepted.record_id, accepted.number, code_of(services, accepted.record_id))


def put_on(services: Services, made: Labelled, carrier: str = "yto") -> HandoverList:
    """Its label is scanned for the truck."""
    told = services.hand_over.put_on(carrier, made.text, typed=False)
    assert told.outcome is PutOnOutcome.ON
    assert told.list is not None
    return told.list


def listed(services: Services, count: int = 2) -> tuple[HandoverList, list[Labelled]]:
    """An open list with so many parcels on it."""
    parcels = [parcel(services) for _ in range(count)]
    return [put_on(services, made) for made in parcels][-1], parcels


def handed_over(services: Services, carrier: str = "yto") -> bytes:
    """The record of a parcel that left with its list."""
    made = parcel(services, carrier)
    services.hand_over.close(put_on(services, made, carrier).list_id, None)
    return made.record_id
