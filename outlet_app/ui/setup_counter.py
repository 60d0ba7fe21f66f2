"""The pages that equip the counter: printers the owner approves, number ranges, and what to do next."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from outlet_app import printing
from outlet_app.domain.carrier import carriers
from outlet_app.errors import NumberUsed, OutletError
from outlet_app.ui import theme, wording
from outlet_app.ui.inputs import Choice, TextInput, Tick
from outlet_app.ui.setup_page import SetupPage
from outlet_app.ui.tasks import Lane
from outlet_app.ui.trial_print import TrialPrint

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.services.first_day import FirstDay
    from outlet_app.ui.tasks import Tasks

_LIST_PX = 230


class PrintersPage(SetupPage):
    """Which printers get labels with code. What makes files cannot be ticked; none at all is fine."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._day = day
        self._approved: frozenset[Printer] = frozenset()
        self._printers: tuple[Printer, ...] | None = None
        self.ticks: dict[Printer, Tick] = {}
        self.again = QPushButton()
        self.again.setAutoDefault(False)
        self.again.clicked.connect(self._look)
        self.trial = TrialPrint(tasks, self)
        self.trial.told.connect(self._tell_trial)
        self.trials: dict[Printer, QPushButton] = {}
        self.news = _caption("")
        self._rows = QVBoxLayout()
        self._rows.setContentsMargins(0, 0, 0, 0)
        self._rows.setSpacing(theme.GRID_PX)
        self.answer.addWidget(_scrolled(self._rows))
        row = QHBoxLayout()
        row.addWidget(self.again)
        row.addWidget(self.news, stretch=1)
        self.answer.addLayout(row)
        self.retranslate()

    def enter(self) -> None:
        """Look for printers at once."""
        self._look()

    def submit(self) -> None:
        """Approve what is ticked, where that is another choice than the one that holds."""
        chosen = frozenset(printer for printer, tick in self.ticks.items() if tick.isChecked())
        if chosen == self._approved:
            self.answered.emit()
            return
        approve = partial(self._day.approve_printers, tuple(sorted(chosen, key=lambda printer: printer.name)))
        self.work(self.tr("Approving…"), approve, partial(self._go_on, chosen))

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Which printers may print labels with code?"),
            self.tr(
                "The code opens a parcel's details, so only printers that you approve get it, by name, driver and "
                "connection. Every other printer prints the label without code. You can do this later."
            ),
        )
        self.again.setText(self.tr("Look again"))
        self._show()

    def _look(self) -> None:
        self._tasks.run(Lane.PAPER, printing.printers, self, self._take)

    def _take(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        self._show()

    def _show(self) -> None:
        ticked = {printer for printer, tick in self.ticks.items() if tick.isChecked()}
        self.ticks, self.trials = {}, {}
        _empty(self._rows)
        for printer in self._printers or ():
            self._rows.addWidget(self._row(printer, ticked=printer in ticked))
        if not self._printers:
            words = self.tr("No printer was found. Connect one and look again, or go on without.")
            self._rows.addWidget(_caption(self.tr("Looking for printers…") if self._printers is None else words))
        self._rows.addStretch(1)

    def _row(self, printer: Printer, *, ticked: bool) -> QWidget:
        row = QWidget()
        column, beside = QVBoxLayout(), QHBoxLayout(row)
        for layout in (column, beside):
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(0)
        beside.addLayout(column, stretch=1)
        beside.addWidget(self._trial(printer), alignment=Qt.AlignmentFlag.AlignTop)
        tick = Tick()
        tick.setText(printer.name)
        tick.setAccessibleDescription(f"{printer.driver}, {printer.uri}")
        tick.setChecked(ticked)
        tick.setDisabled(printer.makes_files)
        column.addWidget(tick)
        column.addWidget(_caption(f"{printer.driver} · {printer.uri}"))
        if printer.makes_files:
            column.addWidget(_caption(self.tr("Makes files, which can be copied: cannot be approved."), "doubt"))
        else:
            self.ticks[printer] = tick
        return row

    def _trial(self, printer: Printer) -> QPushButton:
        button = QPushButton(self.tr("Print a test page"))
        button.setAutoDefault(False)
        button.setAccessibleName(self.tr("Print a test page on {printer}").format(printer=printer.name))
        button.clicked.connect(
            lambda: self.trial.begin(partial(self._day.ruler_page, printer), printer, self.tell_error)
        )
        self.trials[printer] = button
        return button

    def _tell_trial(self, kind: str, words: str) -> None:
        self.tell_fault()
        self.news.setText(words)
        self.news.setObjectName("caption" if kind == "good" else "doubt")
        theme.restyle(self.news)

    def _go_on(self, chosen: frozenset[Printer], _nothing: None) -> None:
        self._approved = chosen
        self.answered.emit()


class NumbersPage(SetupPage):
    """The number ranges that the carriers gave. Can be skipped; each that is entered is kept at once."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._day = day
        self.carrier = Choice()
        self.first, self.last = TextInput(chinese=False), TextInput(chinese=False)
        self.entered = QLabel()
        self.entered.setObjectName("good")
        self.entered.setWordWrap(True)
        self._captions = [_caption("") for _ in range(3)]
        self._free: dict[str, int] = {}
        self._lay_out()
        self._connect()
        self.retranslate()

    def enter(self) -> None:
        """Put the keys on the carrier."""
        self.carrier.setFocus()

    def submit(self) -> None:
        """Take in a range that was typed; without one, go on."""
        if self._is_empty():
            self.answered.emit()
        else:
            self._enter()

    def take_enter(self) -> None:
        """From the first number to the last; from there on."""
        if self.first.hasFocus() and self.first.text().strip() and not self.last.text().strip():
            self.last.setFocus()
        else:
            self.submit()

    def take_scan(self, text: str) -> None:
        """A scanned number goes into the first field that is empty."""
        field = self.last if self.first.text().strip() else self.first
        field.put(text)
        self._clear_fault()
        self.next_changed.emit()
        self.last.setFocus()

    def next_words(self) -> str:
        """What the main button says."""
        if not self._is_empty():
            return self.tr("Enter this range")
        return self.tr("Next") if self._free else self.tr("Skip")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Which waybill numbers did your carriers give you?"),
            self.tr(
                "New waybills take their numbers from these ranges. Type or scan the first and the last number. "
                "Without a range you type or scan each parcel's number when you accept it."
            ),
        )
        names = (self.tr("Carrier"), self.tr("First number"), self.tr("Last number"))
        for caption, field, name in zip(self._captions, (self.carrier, self.first, self.last), names, strict=True):
            caption.setText(name)
            field.setAccessibleName(name)
        self.carrier.offer((code, wording.carrier_name(carrier)) for code, carrier in carriers().items())
        self._tell_entered()

    def _lay_out(self) -> None:
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.GRID_PX)
        for column, (caption, field) in enumerate(
            zip(self._captions, (self.carrier, self.first, self.last), strict=True)
        ):
            grid.addWidget(caption, 0, column)
            grid.addWidget(field, 1, column)
            grid.setColumnStretch(column, 1 if column else 0)
        self.answer.addLayout(grid)
        self.answer.addWidget(self.entered)

    def _connect(self) -> None:
        for field in (self.first, self.last):
            field.textChanged.connect(self._clear_fault)
            field.textChanged.connect(self.next_changed)

    def _is_empty(self) -> bool:
        return not (self.first.text().strip() or self.last.text().strip())

    def _enter(self) -> None:
        first, last, carrier = self.first.text(), self.last.text(), self.carrier.value()
        faults = {fault.field: fault for fault in self._day.range_faults(first, last)}
        self.first.mark(fault="first" in faults, doubt=False)
        self.last.mark(fault="last" in faults, doubt=False)
        if faults:
            field = "first" if "first" in faults else "last"
            self.tell_fault(wording.fault_sentence(faults[field]))
            (self.first if field == "first" else self.last).setFocus()
            return
        take_in = partial(self._day.enter_numbers, carrier, first, last)
        self.work(self.tr("Entering the range…"), take_in, partial(self._take_in, carrier))

    def _take_in(self, carrier: str, free: int) -> None:
        self._free[carrier] = free
        self.first.put("")
        self.last.put("")
        self._tell_entered()
        self.next_changed.emit()
        self.carrier.setFocus()

    def tell_error(self, error: OutletError) -> None:
        """A number that was given before is marked."""
        super().tell_error(error)
        if isinstance(error, NumberUsed):
            self.first.mark(fault=True, doubt=False)
            self.first.setFocus()

    def _tell_entered(self) -> None:
        lines = (
            self.tr("✓ {carrier}: %n number(s) ready", "", free).format(carrier=wording.carrier_name(carriers()[code]))
            for code, free in self._free.items()
        )
        self.entered.setText("\n".join(lines))
        self.entered.setVisible(bool(self._free))

    def _clear_fault(self) -> None:
        self.tell_fault()
        for field in (self.first, self.last):
            field.mark(fault=False, doubt=False)


class DonePage(SetupPage):
    """What stands, and what comes next."""

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self.steps = [QLabel() for _ in range(4)]
        self.missing = _caption("")
        for step in (*self.steps, self.missing):
            step.setWordWrap(True)
            self.answer.addWidget(step)
        self.retranslate()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Open the counter")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(self.tr("Your outlet stands"), self.tr("You are signed in. What to do next:"))
        words = (
            self.tr("1. Put the card into your wallet and the sheet into another house than the shop."),
            self.tr("2. Accept the first parcel: paste what the customer sent, weigh, F8, Ctrl+Enter."),
            self.tr("3. Give each person a login of their own. Never lend out yours, not for a minute."),
            self.tr("4. Tell everybody: nobody here photographs labels, and nobody copies out customers' details."),
        )
        for step, text in zip(self.steps, words, strict=True):
            step.setText(text)
        self.missing.setText(
            self.tr("This version makes no backups yet. Until one does, a broken disk takes the waybills with it.")
        )


def _scrolled(rows: QVBoxLayout) -> QScrollArea:
    inside = QWidget()
    inside.setLayout(rows)
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    inside.setObjectName("plain")
    area.setFixedHeight(_LIST_PX)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(inside)
    return area


def _caption(words: str, name: str = "caption") -> QLabel:
    label = QLabel(words)
    label.setObjectName(name)
    label.setWordWrap(True)
    return label


def _empty(rows: QVBoxLayout) -> None:
    while (item := rows.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
