"""The page of carriers and their numbers: what is left, ranges to enter, numbers to set aside."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.ui import carrier_names
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.range_forms import RangeForm, VoidForm
from outlet_app.ui.range_list import RangeList
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.supplies import Supplies
    from outlet_app.ui.range_forms import NumberForm
    from outlet_app.ui.tasks import Tasks


class RangesPage(OutletPage):
    """A range is taken in at once, whole or not at all."""

    def __init__(self, supplies: Supplies, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._supplies = supplies
        self.list = RangeList()
        self.enter, self.void = RangeForm(), VoidForm()
        for part in (self.list, self.enter, self.void):
            self.content.addWidget(part)
        self.enter.edited.connect(self._count)
        self.enter.asked.connect(self._enter)
        self.void.asked.connect(self._void)
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Carriers and ranges")

    def load(self) -> None:
        """Look how far the numbers go."""
        self._tasks.run(Lane.DATA, self._supplies.numbers, self, self.list.show_numbers, self.tell_trouble)

    def take_scan(self, text: str) -> bool:
        """A number goes where the keys are, else into the range that is entered."""
        number = read_number(text)
        if not is_number(number):
            return False
        focused = QApplication.focusWidget()
        form: NumberForm = self.void if focused is not None and self.void.isAncestorOf(focused) else self.enter
        form.take_number(number)
        return True

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "New waybills take their numbers from the ranges that your carriers gave you. Without a range each "
                "parcel's number is typed or scanned."
            )
        )

    def _count(self) -> None:
        texts = self.enter.texts
        self.enter.show_count(self._supplies.count_numbers(texts["first"].text(), texts["last"].text()))

    def _enter(self) -> None:
        first, last = self.enter.texts["first"].text(), self.enter.texts["last"].text()
        faults = self._supplies.range_faults(first, last)
        self.enter.tell(faults)
        if not faults:
            carrier = self.enter.carrier.value()
            count = self._supplies.count_numbers(first, last)
            take_in = partial(self._supplies.enter_numbers, carrier, first, last)
            done = partial(self._entered, carrier, count)
            self._run(self.enter, take_in, done)

    def _entered(self, carrier: str, count: int, _nothing: None) -> None:
        words = self.tr("%n number(s) of {carrier} are ready", "", count)
        self._saved(self.enter, words.format(carrier=carrier_names.named(carrier)))

    def _void(self) -> None:
        number = self.void.texts["number"].text()
        set_aside = partial(self._supplies.void_number, self.void.carrier.value(), number, self.void.why())
        self._run(self.void, set_aside, partial(self._voided, read_number(number)))

    def _voided(self, number: str, _nothing: None) -> None:
        self._saved(self.void, self.tr("{number} is set aside").format(number=number))

    def _run(self, form: NumberForm, work: partial[None], done: partial[None]) -> None:
        form.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, done, partial(self._refused, form))

    def _saved(self, form: NumberForm, words: str) -> None:
        form.setEnabled(True)
        form.clear()
        form.carrier.setFocus()
        self.message.emit("good", words)
        self.supplies_changed.emit()
        self.load()

    def _refused(self, form: NumberForm, error: OutletError) -> None:
        form.setEnabled(True)
        if not form.tell_error(error):
            self.tell_trouble(error)
