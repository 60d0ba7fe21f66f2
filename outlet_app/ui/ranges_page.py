"""The page of carriers and their numbers: what is left, ranges to enter, numbers to set aside."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.ui import carrier_names, prompts
from outlet_app.ui.doubt_card import DoubtCard
from outlet_app.ui.gap_card import GapCard
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.range_file_card import GiveBackForm, RangeFilePreview
from outlet_app.ui.range_forms import RangeForm, VoidForm
from outlet_app.ui.range_list import RangeList
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from datetime import date

    from PySide6.QtWidgets import QWidget

    from outlet_app.domain.number_use import CarrierNumbers, UncertainNumbers
    from outlet_app.errors import OutletError
    from outlet_app.services.number_desk import NumberDesk
    from outlet_app.services.supplies import Supplies
    from outlet_app.ui.range_forms import NumberForm
    from outlet_app.ui.tasks import Tasks


class RangesPage(OutletPage):
    """A range is taken in at once, whole or not at all."""

    def __init__(self, supplies: Supplies, numbers: NumberDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._supplies = supplies
        self._numbers = numbers
        self._held: tuple[CarrierNumbers, ...] = ()
        self.list, self.doubts, self.gaps = RangeList(), DoubtCard(), GapCard()
        self.enter, self.void, self.back = RangeForm(), VoidForm(), GiveBackForm()
        self.file = RangeFilePreview()
        for part in (self.list, self.doubts, self.enter, self.file, self.gaps, self.void, self.back):
            self.content.addWidget(part)
        self._connect()
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Number ranges")

    def load(self) -> None:
        """Look how far the numbers go."""
        self._tasks.run(Lane.DATA, self._supplies.numbers, self, self._show_numbers, self.tell_trouble)
        self._tasks.run(Lane.DATA, self._numbers.uncertain, self, self.doubts.show_doubts, self.tell_trouble)
        self._tasks.run(Lane.DATA, self._numbers.days, self, self.gaps.show_days, self.tell_trouble)
        for form in (self.enter, self.void, self.back):
            form.offer_carriers()

    def take_scan(self, text: str) -> bool:
        """A number goes where the keys are, else into the range that is entered."""
        number = read_number(text)
        if not is_number(number):
            return False
        focused = QApplication.focusWidget()
        forms: tuple[NumberForm, ...] = (self.void, self.back)
        form = next((each for each in forms if focused is not None and each.isAncestorOf(focused)), self.enter)
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

    def _show_numbers(self, numbers: tuple[CarrierNumbers, ...]) -> None:
        self._held = numbers
        self.list.show_numbers(numbers)
        self._count_back()

    def _count_back(self) -> None:
        form = self.back
        form.show_count(self._numbers.count_back(self._held, form.carrier.value(), form.texts["number"].text()))

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

    def _give_back(self) -> None:
        number = self.back.texts["number"].text()
        work = partial(self._numbers.give_back, self.back.carrier.value(), number)
        self._run(self.back, work, partial(self._went_back, read_number(number)))

    def _went_back(self, number: str, _nothing: None) -> None:
        self._saved(self.back, self.tr("The numbers from {number} on went back").format(number=number))

    def _choose_file(self) -> None:
        pattern = self.tr("Tables (*.csv *.tsv *.txt)")
        path = prompts.choose_file(self, self.tr("File of number ranges"), Path.home(), pattern)
        if path is not None:
            read = partial(self._numbers.read_file, self.enter.carrier.value(), path)
            self._tasks.run(Lane.DATA, read, self, self.file.show_ranges, self.tell_trouble)

    def _enter_file(self) -> None:
        ranges = self.file.ranges
        if ranges is not None:
            carrier = self.enter.carrier.value()
            work = partial(self._numbers.enter_file, carrier, ranges)
            self._run(self.enter, work, partial(self._file_entered, carrier, ranges.count))

    def _file_entered(self, carrier: str, count: int, nothing: None) -> None:
        self.file.forget()
        self._entered(carrier, count, nothing)

    def _settle(self, doubt: UncertainNumbers, free: bool) -> None:  # noqa: FBT001 - a signal's value
        self.doubts.setEnabled(False)
        work = partial(self._numbers.settle, doubt, free=free)
        self._tasks.run(Lane.DATA, work, self, self._settled, self._not_settled)

    def _settled(self, _nothing: None) -> None:
        self.doubts.setEnabled(True)
        self.message.emit("good", self.tr("Settled and recorded"))
        self.supplies_changed.emit()
        self.load()

    def _not_settled(self, error: OutletError) -> None:
        self.doubts.setEnabled(True)
        self.tell_trouble(error)

    def _show_day(self, day: date) -> None:
        ask = partial(self._numbers.gaps, day)
        self._tasks.run(Lane.DATA, ask, self, self.gaps.show_numbers, self.tell_trouble)

    def _connect(self) -> None:
        self.enter.edited.connect(self._count)
        self.enter.asked.connect(self._enter)
        self.enter.file_asked.connect(self._choose_file)
        self.enter.carrier.currentIndexChanged.connect(self.file.forget)
        self.file.taken.connect(self._enter_file)
        self.file.left.connect(self.file.forget)
        self.void.asked.connect(self._void)
        self.back.asked.connect(self._give_back)
        self.back.edited.connect(self._count_back)
        self.back.carrier.currentIndexChanged.connect(self._count_back)
        self.doubts.settled.connect(self._settle)
        self.gaps.day_asked.connect(self._show_day)

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
