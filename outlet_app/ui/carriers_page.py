"""快递公司: which carriers the outlet works with, how their numbers look, and their tables of sort codes."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout

from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import InvalidDraft
from outlet_app.ui import carrier_names, prompts, theme
from outlet_app.ui.carrier_form import CarrierForm
from outlet_app.ui.carrier_list import CarrierList
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.sort_code_card import SortCodeCard
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.carrier_desk import CarrierDesk, CarrierRow
    from outlet_app.ui.tasks import Tasks


class CarriersPage(OutletPage):
    """The list at the left; the carrier that stands out in it at the right. Each saves by itself."""

    def __init__(self, desk: CarrierDesk, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._desk = desk
        self._code = ""
        self.list = CarrierList()
        self.form = CarrierForm(desk.services(), desk.fits, desk.shape_of)
        self.codes = SortCodeCard()
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.list)
        self.retranslate()

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Carriers")

    def load(self) -> None:
        """Look at the carriers as they stand; what is typed and not saved stays."""
        show = self._show_first if not self.list.rows else self.list_again
        self._tasks.run(Lane.DATA, self._desk.rows, self, show, self.tell_trouble)

    def list_again(self, rows: tuple[CarrierRow, ...]) -> None:
        """Show the list anew, and leave the form as it is."""
        self.list.show_rows(rows, self._code)

    def take_scan(self, text: str) -> bool:
        """A number is a sample to try the shapes with."""
        number = read_number(text)
        if is_number(number):
            self.form.take_number(number)
        return is_number(number)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "The carriers you work with, in the order in which they are offered: a new form begins with the first. "
                "Shapes only warn of a mistyped number, they never stop anybody. Everything here is recorded."
            )
        )

    def _show_first(self, rows: tuple[CarrierRow, ...]) -> None:
        self._show(rows[0].carrier.code, rows)

    def _show(self, code: str, rows: tuple[CarrierRow, ...]) -> None:
        self.list.show_rows(rows, code)
        self._open(code)

    def _open(self, code: str) -> None:
        self._code = code
        row = self._row()
        self.form.show_row(row)
        self.codes.show_row(row)

    def _begin_new(self) -> None:
        self.list.stand_out(nothing=True)
        self._open("")
        self.form.name_zh.setFocus()

    def _save(self) -> None:
        draft = self.form.draft()
        faults = self._desk.check(draft)
        self.form.tell(faults)
        if not faults:
            self._write(partial(self._desk.save, draft), self.tr("{carrier} is saved"))

    def _restore(self) -> None:
        self._write(partial(self._desk.restore, self._code), self.tr("{carrier} is as it was shipped"))

    def _move(self, step: int) -> None:
        self._write(partial(self._desk.move, self._code, step), shown=self.list_again)

    def _choose_file(self) -> None:
        pattern = self.tr("Tables (*.csv *.tsv *.txt)")
        path = prompts.choose_file(self, self.tr("Table of sort codes"), Path.home(), pattern)
        if path is not None:
            read = partial(self._desk.read_sort_codes, path)
            self._tasks.run(Lane.DATA, read, self, self.codes.show_table, self.tell_trouble)

    def _load_codes(self) -> None:
        table = self.codes.table
        if table is not None:
            words = self.tr("The sort codes of {carrier} are loaded")
            self._write(partial(self._desk.load_sort_codes, self._code, table), words, self._show_codes)

    def _remove_codes(self) -> None:
        words = self.tr("{carrier} goes by city and district again")
        self._write(partial(self._desk.remove_sort_codes, self._code), words, self._show_codes)

    def _show_codes(self, rows: tuple[CarrierRow, ...]) -> None:
        self.list_again(rows)
        self.codes.show_row(self._row())

    def _row(self) -> CarrierRow | None:
        return next((row for row in self.list.rows if row.carrier.code == self._code), None)

    def _write(
        self,
        work: Callable[[], str | None],
        words: str = "",
        shown: Callable[[tuple[CarrierRow, ...]], None] | None = None,
    ) -> None:
        """Change something, then let `shown` show how the carriers stand; without it the form shows what was saved."""
        self._set_open(is_open=False)
        self._tasks.run(Lane.DATA, work, self, partial(self._changed, words, shown), self._refused)

    def _changed(self, words: str, shown: Callable[[tuple[CarrierRow, ...]], None] | None, code: str | None) -> None:
        code = code or self._code
        self.supplies_changed.emit()
        self._set_open(is_open=True)
        if words:
            self.message.emit("good", words.format(carrier=carrier_names.named(code)))
        show = shown or partial(self._show, code)
        self._tasks.run(Lane.DATA, self._desk.rows, self, show, self.tell_trouble)

    def _refused(self, error: OutletError) -> None:
        self._set_open(is_open=True)
        if isinstance(error, InvalidDraft):
            self.form.tell(error.faults)
        else:
            self.tell_trouble(error)

    def _set_open(self, *, is_open: bool) -> None:
        for part in (self.list, self.form, self.codes):
            part.setEnabled(is_open)

    def _connect(self) -> None:
        self.list.chosen.connect(self._open)
        self.list.added.connect(self._begin_new)
        self.list.moved.connect(self._move)
        self.form.asked.connect(self._save)
        self.form.restore_asked.connect(self._restore)
        self.codes.file_asked.connect(self._choose_file)
        self.codes.load_asked.connect(self._load_codes)
        self.codes.remove_asked.connect(self._remove_codes)

    def _lay_out(self) -> None:
        right = QVBoxLayout()
        right.setSpacing(2 * theme.GRID_PX)
        right.addWidget(self.form)
        right.addWidget(self.codes)
        right.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(2 * theme.GRID_PX)
        row.addWidget(self.list, 2)
        row.addLayout(right, 5)
        self.content.addLayout(row)
