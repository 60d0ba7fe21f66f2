"""The page of printers and paper: which printers the owner approved, what lies in them, and pages to try them with."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from outlet_app import printing
from outlet_app.domain.printer import PrinterStanding
from outlet_app.ui import theme
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.owner_form import OwnerForm
from outlet_app.ui.printer_card import ICONS, PrinterCard
from outlet_app.ui.printer_setup_form import PrinterSetupForm
from outlet_app.ui.tasks import Lane
from outlet_app.ui.trial_print import TrialPrint

if TYPE_CHECKING:
    from collections.abc import Callable

    from outlet_app.domain.printer import Printer, PrinterState
    from outlet_app.domain.printer_setup import PrinterSetup
    from outlet_app.errors import OutletError
    from outlet_app.services.supplies import Supplies
    from outlet_app.ui.tasks import Tasks

_LIST_PX, _ROW_PX, _MOST_ROWS = 250, 56, 7


class PaperPage(OutletPage):
    """A printer is chosen at the left; a setup that was changed and not saved waits until one comes back to it."""

    def __init__(self, supplies: Supplies, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._supplies = supplies
        self._found: tuple[Printer, ...] | None = None
        self._states: tuple[PrinterState, ...] = ()
        self._approving = True
        self._unsaved: dict[str, PrinterSetup] = {}
        self.printers = QListWidget()
        self.again = QPushButton()
        self.none, self.spool = QLabel(), QLabel()
        self.card = PrinterCard()
        self.proof = OwnerForm()
        self.setup = PrinterSetupForm(tuple(stock.name for stock in supplies.stocks()))
        self.trial = TrialPrint(tasks, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._show()

    @property
    def chosen(self) -> PrinterState | None:
        """The printer that is shown, None while there is none."""
        row = self.printers.currentRow()
        return self._states[row] if 0 <= row < len(self._states) else None

    def name(self) -> str:
        """What the list of pages calls it."""
        return self.tr("Printers and paper")

    def load(self) -> None:
        """Look for printers anew."""
        self._tasks.run(Lane.PAPER, _look, self, self._take, self.tell_trouble)

    def leave(self) -> None:
        """Drop password and card."""
        self._drop()

    def take_scan(self, text: str) -> bool:
        """A card goes to the proof that waits for it."""
        return not self.proof.isHidden() and self.proof.take_card(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "A label's code opens the parcel's details. Only printers on your signed list get it, by name, "
                "connection, driver and resolution; every other printer gets the label without code."
            )
        )
        self.again.setText(self.tr("Look again"))
        self.printers.setAccessibleName(self.tr("Printers"))
        self.spool.setText(
            self.tr(
                "This PC's print system keeps what was printed. Let somebody who knows it set PreserveJobFiles to No."
            )
        )
        self._name_printers()
        self._say_act()

    def _take(self, answer: tuple[tuple[Printer, ...], bool]) -> None:
        self._found, keeps = answer
        self.spool.setVisible(keeps)
        self._show()

    def _show(self) -> None:
        """Put up the list as it stands, with the same printer chosen as before."""
        before = self.chosen
        trays = [state.printer for state in self._supplies.printers(()) if printing.is_tray(state.printer)]
        self._states = self._supplies.printers((*trays, *(self._found or ())))
        names = [state.printer.name for state in self._states]
        blocked = self.printers.blockSignals(True)
        self.printers.clear()
        for _ in names:
            self.printers.addItem(QListWidgetItem())
        chosen = before.printer.name if before is not None else ""
        self._fit_list()
        self.printers.setCurrentRow(names.index(chosen) if chosen in names else min(0, len(names) - 1))
        self.printers.blockSignals(blocked)
        self._name_printers()
        self._turn_to_chosen()

    def _fit_list(self) -> None:
        rows = min(self.printers.count(), _MOST_ROWS)
        self.printers.setFixedHeight(rows * _ROW_PX + 2 * theme.GRID_PX)

    def _name_printers(self) -> None:
        looking = self.tr("Looking for printers…")
        nothing = self.tr(
            "No printer was found. Connect one and look again; until then labels can be kept as PDF files."
        )
        self.none.setText(looking if self._found is None else nothing)
        for row, state in enumerate(self._states):
            item = self.printers.item(row)
            item.setText(f"{state.printer.name}\n{self.card.standing_word(state.standing)}")
            item.setSizeHint(QSize(0, _ROW_PX))
            item.setIcon(theme.icon(*ICONS[state.standing]))

    def _turn_to_chosen(self) -> None:
        state = self.chosen
        self._drop()
        self.none.setVisible(state is None)
        for part in (self.card, self.setup, self.printers):
            part.setVisible(state is not None)
        if state is not None:
            self.card.show_state(state)
            self.setup.setEnabled(False)
            work = partial(self._supplies.printer_setup, state.printer)
            self._tasks.run(Lane.DATA, work, self, partial(self._show_setup, state), self.tell_trouble)

    def _show_setup(self, state: PrinterState, saved: PrinterSetup) -> None:
        if state == self.chosen:
            self.setup.setEnabled(True)
            shown = self._unsaved.get(state.printer.name, saved)
            self.setup.show_setup(saved, shown, prints=state.standing is not PrinterStanding.ABSENT)

    def _keep_unsaved(self) -> None:
        setup = self.setup.setup()
        if self.chosen is not None and setup is not None:
            self._unsaved[self.chosen.printer.name] = setup

    def _save(self) -> None:
        state, setup = self.chosen, self.setup.setup()
        assert state is not None
        assert setup is not None
        save = partial(self._supplies.set_printer_setup, state.printer, setup)
        self._tasks.run(Lane.DATA, save, self, partial(self._saved, state.printer), self.tell_trouble)

    def _saved(self, printer: Printer, _nothing: None) -> None:
        self._unsaved.pop(printer.name, None)
        self.message.emit("good", self.tr("The paper of {printer} is saved").format(printer=printer.name))
        self.supplies_changed.emit()
        self._turn_to_chosen()

    def _try(self, make: Callable[[Printer, PrinterSetup], bytes]) -> None:
        state, setup = self.chosen, self.setup.setup()
        assert state is not None
        assert setup is not None
        self.trial.begin(partial(make, state.printer, setup), state.printer, self.tell_trouble)

    def _ask_proof(self, *, approving: bool) -> None:
        self._approving = approving
        self._say_act()
        for part in (self.card, self.setup):
            part.hide()
        self.proof.show()
        self.proof.begin()

    def _say_act(self) -> None:
        name = self.chosen.printer.name if self.chosen is not None else ""
        heading, story, do = (
            (
                self.tr("Approve {printer}"),
                self.tr("From then on its labels carry the code. It is pinned as it is: {facts}."),
                self.tr("Approve"),
            )
            if self._approving
            else (
                self.tr("Withdraw {printer}"),
                self.tr("From then on it gets labels without code. {facts}."),
                self.tr("Withdraw"),
            )
        )
        self.proof.say(heading.format(printer=name), story.format(facts=self.card.facts.text()), do)

    def _do(self) -> None:
        state = self.chosen
        assert state is not None
        act = self._supplies.approve_printer if self._approving else self._supplies.withdraw_printer
        work = partial(act, state.printer, password=self.proof.password, card=self.proof.card)
        self.proof.setEnabled(False)
        self._tasks.run(Lane.DATA, work, self, partial(self._done, state.printer), self._refused)

    def _done(self, printer: Printer, _nothing: None) -> None:
        self.proof.setEnabled(True)
        words = self.tr("{printer} is approved") if self._approving else self.tr("{printer} is withdrawn")
        self.message.emit("good", words.format(printer=printer.name))
        self.supplies_changed.emit()
        self._show()
        self.printers.setFocus()

    def _refused(self, error: OutletError) -> None:
        self.proof.setEnabled(True)
        self.proof.tell_error(error)

    def _give_up(self) -> None:
        self._drop()
        self.printers.setFocus()

    def _drop(self) -> None:
        self.proof.forget()
        self.proof.hide()
        for part in (self.card, self.setup):
            part.setVisible(self.chosen is not None)

    def _connect(self) -> None:
        self.printers.currentRowChanged.connect(self._turn_to_chosen)
        self.again.clicked.connect(self.load)
        self.card.approve_asked.connect(partial(self._ask_proof, approving=True))
        self.card.withdraw_asked.connect(partial(self._ask_proof, approving=False))
        self.proof.asked.connect(self._do)
        self.proof.dropped.connect(self._give_up)
        self.setup.edited.connect(self._keep_unsaved)
        self.setup.save_asked.connect(self._save)
        self.setup.ruler_asked.connect(partial(self._try, self._supplies.ruler_page))
        self.setup.label_asked.connect(partial(self._try, self._supplies.test_label))
        self.trial.told.connect(self.message)

    def _lay_out(self) -> None:
        self.printers.setObjectName("choices")
        self.printers.setFixedWidth(_LIST_PX)
        self.printers.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.spool.setObjectName("doubt")
        for words in (self.none, self.spool):
            words.setWordWrap(True)
        self.spool.hide()
        left, right, row = QVBoxLayout(), QVBoxLayout(), QHBoxLayout()
        left.addWidget(self.printers)
        left.addWidget(self.again, alignment=Qt.AlignmentFlag.AlignLeft)
        left.addStretch(1)
        for part in (self.none, self.card, self.proof, self.setup):
            right.addWidget(part)
        right.addStretch(1)
        for column in (left, right):
            column.setSpacing(2 * theme.GRID_PX)
        row.setSpacing(2 * theme.GRID_PX)
        row.addLayout(left)
        row.addLayout(right, stretch=1)
        self.content.addWidget(self.spool)
        self.content.addLayout(row)


def _look() -> tuple[tuple[Printer, ...], bool]:
    return printing.printers(), printing.spool_keeps_jobs() is True
