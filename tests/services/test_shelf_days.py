"""Days at the shelves in any order of things: no place twice, none too soon, every row what its acts say."""

from __future__ import annotations

import random
from collections import Counter
from datetime import timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.arrived_parcel import ParcelState, RefusalReason
from outlet_app.domain.shelf_code import COOL_DOWN, HIGHEST_PLACE
from outlet_app.errors import OutletError
from outlet_app.services.arrivals import Overdue
from outlet_app.store import parcels
from tests.services.arriving import arrival
from tests.store.shelved import parcel

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.services import Services
    from tests.outlets import Outlet

PLACES = 6
"""Free ones of each shelf: few, so that shelves are full now and then, and places come again."""

TAKEN = HIGHEST_PLACE - PLACES


class Day:
    """What a person would write on paper beside the program: where each parcel stands, and when a place was freed."""

    def __init__(self, services: Services, chance: random.Random) -> None:
        self._services = services
        self._chance = chance
        self._freed: dict[str, datetime] = {}
        self.standing: dict[bytes, str] = {}
        self.left: list[bytes] = []
        self.refused: Counter[str] = Counter()

    def one_thing(self) -> None:
        """Something that happens at a counter, as often refused as not."""
        things: tuple[Callable[[], None], ...] = (
            *(self._arrive, self._arrive, self._arrive, self._give, self._give),
            *(self._move, self._take_back, self._undo, self._refuse, self._forward),
        )
        try:
            self._chance.choice(things)()
        except OutletError as error:
            self.refused[type(error).__name__] += 1
        self._services.session.outlet.clock.move(minutes=self._chance.choice((0, 1, 30, 700)))

    def _arrive(self) -> None:
        draft = arrival(f"SF{self._chance.randrange(30):013d}", shelf=self._chance.choice("AB"))
        self._stands(self._services.arrivals.register(draft, None).parcel)

    def _give(self) -> None:
        record_id = self._any()
        self._services.collection.give_out(record_id, "5678", cash_taken=True)
        self._frees(record_id)
        self.left.append(record_id)

    def _move(self) -> None:
        record_id = self._any()
        parcel = self._services.arrivals.move(record_id, self._chance.choice("AB"), None).parcel
        self._frees(record_id)
        self._stands(parcel)

    def _take_back(self) -> None:
        record_id = self._chance.choice(self.left) if self.left else self._nobody()
        self._services.collection.undo(record_id)
        parcel = self._services.find.open_parcel(record_id)
        del self._freed[parcel.shelf_code]
        self._stands(parcel)
        self.left.remove(record_id)

    def _undo(self) -> None:
        record_id = self._any()
        self._services.arrivals.undo(record_id)
        self._frees(record_id)

    def _refuse(self) -> None:
        self._services.collection.refuse(self._any(), RefusalReason.DAMAGED)

    def _forward(self) -> None:
        record_id = self._any()
        self._services.collection.forward(record_id)
        self._frees(record_id)

    def _any(self) -> bytes:
        return self._chance.choice(list(self.standing)) if self.standing else self._nobody()

    def _nobody(self) -> bytes:
        raise OutletError

    def _stands(self, parcel: ArrivedParcel) -> None:
        code, now = parcel.shelf_code, self._services.session.clock()
        assert code not in self.standing.values(), "two parcels on one place"
        assert now - self._freed.get(code, now - timedelta(days=99)) >= COOL_DOWN, "a place that should rest"
        self.standing[parcel.record_id] = code

    def _frees(self, record_id: bytes) -> None:
        self._freed[self.standing.pop(record_id)] = self._services.session.clock()


def _fill(services: Services) -> None:
    """Parcels that nobody ever fetches on all places but the first few."""
    with services.session.store._database.transaction() as cursor:
        for shelf in "AB":
            for place in range(PLACES + 1, HIGHEST_PLACE + 1):
                made = parcel(f"XX{shelf}{place:09d}", shelf=shelf, place=place, arrived_at=services.session.clock())
                cursor.run(parcels._INSERT, *parcels._values(made))


@pytest.mark.parametrize("seed", [1, 2])
def test_whatever_happens_in_whatever_order_rows_acts_and_shelves_agree(
    chen: Services, outlet: Outlet, seed: int
) -> None:
    _fill(chen)
    day = Day(chen, random.Random(seed))
    for _ in range(120):
        day.one_thing()
    reader = chen.session.store.reader
    ids = reader.rows(lambda row: bytes(row[0]), "SELECT record_id FROM parcels WHERE number < 'X'")
    rows = [parcels.checked(reader, record_id) for record_id in ids]
    assert {each.record_id: each.shelf_code for each in rows if each.left_at is None} == day.standing
    assert day.refused.keys() >= {"ShelfFull", "AlreadyOnShelf", "UndoOver"}
    assert len(rows) > 25
    waiting = sum(each.state is ParcelState.WAITING for each in rows)
    refused = sum(each.state is ParcelState.REFUSED for each in rows)
    outlet.clock.move(days=8)
    waiting += 2 * TAKEN
    assert chen.arrivals.overdue() == Overdue(waiting, waiting, waiting, refused)
