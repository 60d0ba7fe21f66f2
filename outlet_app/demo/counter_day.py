"""One day at the demo's counter: parcels accepted and handed over, parcels that arrive and are collected."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

from outlet_app.demo.people import drafts
from outlet_app.domain.arrived_parcel import ArrivalDraft

if TYPE_CHECKING:
    import random
    from collections.abc import Callable
    from datetime import datetime

    from outlet_app.domain.arrived_parcel import ArrivedParcel
    from outlet_app.domain.printer import Printer
    from outlet_app.services import Entrance, Services

SHELVES = ("1-1", "1-2", "2-1")
STAY = 2
"""Of twenty arrived parcels so many are not collected for days."""


class CounterDay:
    """Days at one counter, one after the other. `play_clock` sets the time that the outlet sees.

    What arrived is collected on the day after, but for some; the last day's parcels are not handed over yet.
    """

    def __init__(
        self,
        entrance: Entrance,
        play_clock: Callable[[datetime], None],
        chance: random.Random,
        printer: Printer | None,
    ) -> None:
        self._entrance = entrance
        self._play_clock = play_clock
        self._chance = chance
        self._printer = printer
        self._shelved: list[ArrivedParcel] = []
        self._accepted: dict[str, list[str]] = {}
        self._arrivals = 0

    def play(self, clerk: tuple[bytes, str], begins: datetime, parcels: int) -> None:
        """`clerk` (account id and password) opens, works and leaves; as many parcels are accepted as arrive."""
        self._play_clock(begins)
        services = self._entrance.sign_in(*clerk)
        self._hand_over(services)
        self._give_out(services)
        at = begins
        for draft in drafts(self._chance, parcels):
            at += timedelta(seconds=self._chance.randrange(60, 1200))
            self._play_clock(at)
            accepted = services.entry.accept(draft, self._printer)
            if accepted.job is not None:
                services.printing_desk.report(accepted.job, printed=True)
            self._accepted.setdefault(draft.carrier, []).append(accepted.number)
            self._shelve(services)
        services.session.sign_out()

    def _hand_over(self, services: Services) -> None:
        """The truck comes in the morning for what was accepted on the day before."""
        for carrier, numbers in self._accepted.items():
            listed = [services.hand_over.put_on(carrier, number, typed=False).list for number in numbers]
            if listed and listed[-1] is not None:
                services.hand_over.close(listed[-1].list_id, None)
        self._accepted.clear()

    def _give_out(self, services: Services) -> None:
        """Whoever got the carrier's message comes and says his four digits."""
        stay = []
        for parcel in self._shelved:
            if self._chance.randrange(20) < STAY:
                stay.append(parcel)
            else:
                services.collection.give_out(parcel.record_id, parcel.tail, cash_taken=True)
        self._shelved = stay

    def _shelve(self, services: Services) -> None:
        self._arrivals += 1
        arrived = services.arrivals.register(
            ArrivalDraft(
                number=f"7732{self._chance.randrange(10**6):06d}{self._arrivals:05d}",
                carrier="sto",
                tail=f"{self._chance.randrange(10_000):04d}",
                shelf=self._chance.choice(SHELVES),
                collect=str(self._chance.randrange(8, 30)) if self._chance.randrange(12) == 0 else "",
            ),
            None,
        )
        self._shelved.append(arrived.parcel)
