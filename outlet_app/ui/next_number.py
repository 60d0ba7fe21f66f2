"""Which waybill number comes next for the carrier that stands in the form, and how many are left."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.services.entry import Entry
    from outlet_app.ui.parcel_fields import ParcelFields
    from outlet_app.ui.tasks import Tasks


class NextNumber(QObject):
    """`number` is None until it is known and where the carrier's ranges are used up. `changed`: it was looked up."""

    changed = Signal()

    def __init__(self, entry: Entry, tasks: Tasks, parcel: ParcelFields) -> None:
        super().__init__(parcel)
        self._entry = entry
        self._tasks = tasks
        self._parcel = parcel
        self.number: str | None = None
        parcel.carrier_chosen.connect(self._change_carrier)

    def look(self) -> None:
        """Look it up, as after a waybill took one or the owner entered a range."""
        carrier = self._parcel.carrier.value()
        self._tasks.run(Lane.DATA, partial(_range, self._entry, carrier), self, partial(self._take, carrier))

    def _change_carrier(self) -> None:
        self.number = None
        self.look()

    def _take(self, carrier: str, answer: tuple[str | None, int]) -> None:
        if carrier == self._parcel.carrier.value():
            self.number, left = answer
            self._parcel.show_range(self.number, left)
            self.changed.emit()


def _range(entry: Entry, carrier: str) -> tuple[str | None, int]:
    left = entry.numbers_left(carrier)
    return (entry.next_number(carrier) if left else None), left
