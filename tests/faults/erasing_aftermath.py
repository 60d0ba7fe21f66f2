"""What must hold after an owner was killed while terms ended: every row is what its acts say, and the rest goes on."""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from outlet_app.services.retention import BySheet
from outlet_app.services.session import RecordState
from outlet_app.store import waybills
from tests.faults import erasing
from tests.outlets import OWNER_PASSWORD, Outlet, make_outlet
from tests.services.erasing import accept, gone

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import SealedWaybill
    from outlet_app.services import Services

CHILD = Path(erasing.__file__)
LEFT = 2 * erasing.RANGE_ROWS + 2
"""Waybills of three ranges; one more stands in the shop."""


@dataclass(frozen=True)
class Found:
    """How many of the waybills that left had what erased, and whether it was ordered, before the rest was done."""

    emptied: int
    ordered: bool
    erased: int


def template(folder: Path) -> Outlet:
    """An outlet whose parcels left, and beside it what a child must know."""
    outlet = make_outlet(folder)
    owner = outlet.owner()
    gone(owner, LEFT)
    accept(owner)
    owner.session.sign_out()
    held = {"owner": outlet.owner_id.hex(), "card": outlet.card, "words": " ".join(outlet.words)}
    (folder / "owner.json").write_text(json.dumps(held))
    return outlet


def check(outlet: Outlet, folder: Path) -> Found:
    """Open the outlet: nothing is half, the record is whole, and what is still due is erased now."""
    owner, held = erasing.come_in(folder)
    try:
        before = _rows(owner)
        found = Found(
            emptied=sum(row.masked.is_emptied for row in before),
            ordered=bool(owner.session.statements.erasings()),
            erased=sum(row.is_erased for row in before),
        )
        while owner.retention_round.some():
            pass
        if found.ordered:
            owner.retention.go_on()
        else:
            owner.retention.order(BySheet(held["words"]), password=OWNER_PASSWORD, card=outlet.card)
        while owner.retention.some():
            pass
        *left, here = _rows(owner)
        assert all(row.masked.is_emptied and row.is_erased for row in left)
        assert here.details
        assert not here.masked.is_emptied
        while owner.session.verify_some():
            pass
        assert owner.session.record_state() is RecordState.GOOD
        assert owner.session.store.reader.rows(tuple, "PRAGMA integrity_check") == [("ok",)]
        return found
    finally:
        owner.session.sign_out()


def _rows(owner: Services) -> list[SealedWaybill]:
    """Every row, each compared with what was recorded of it."""
    reader = owner.session.store.reader
    ids = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM waybills ORDER BY waybill_id")
    assert len(ids) == LEFT + 1
    return [waybills.sealed(reader, record_id) for record_id in ids]
