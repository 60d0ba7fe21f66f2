"""Reports: which one, of whom, of which days; the pages as they will print; printed or saved."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QCheckBox,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from outlet_app import printing
from outlet_app.errors import InvalidDraft
from outlet_app.services.report import ReportKind
from outlet_app.ui import act_wording, prompts, theme, wording
from outlet_app.ui.incident_form import IncidentForm
from outlet_app.ui.inputs import Choice
from outlet_app.ui.report_preview import ReportPreview
from outlet_app.ui.report_run import ReportRun
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from PySide6.QtGui import QShowEvent

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.report import Report, Sayings
    from outlet_app.services.reports import Reports
    from outlet_app.services.review import Actor, Review
    from outlet_app.ui.tasks import Tasks

DAYS_OFFERED = 400
"""A year and a month."""

_FORM_PX = 400


class ReviewReports(QWidget):
    """`message(kind, text)`: a line for the message bar."""

    message = Signal(str, str)

    def __init__(
        self,
        reports: Reports,
        review: Review,
        tasks: Tasks,
        sayings: Sayings | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._reports = reports
        self._review = review
        self._tasks = tasks
        self._run = ReportRun(reports, tasks, self, sayings)
        self._made: Report | None = None
        self._people: tuple[Actor, ...] = ()
        self._days: tuple[date, ...] = ()
        self._printers: tuple[Printer, ...] = ()
        self._folder = Path.home()
        self.kind, self.person, self.first, self.last, self.printer = (Choice() for _ in range(5))
        self.story, self.fault = QLabel(), QLabel()
        self.incident = IncidentForm()
        self.prints_itself = QCheckBox()
        self.make, self.stop, self.print, self.save = (QPushButton() for _ in range(4))
        self.progress = QProgressBar()
        self.preview = ReportPreview(tasks)
        self.ground = QScrollArea()
        self._captions = {part: QLabel() for part in (self.kind, self.person, self.first, self.last, self.printer)}
        self._lay_out()
        self._connect()
        self.setFocusProxy(self.kind)
        self.retranslate()

    def refresh(self) -> None:
        """Ask who can be chosen, which days, and which printers there are."""
        self._tasks.run(Lane.DATA, self._review.everybody, self, self._take_people, self._fail)
        self._tasks.run(Lane.DATA, partial(self._review.days, DAYS_OFFERED), self, self._take_days, self._fail)
        self._tasks.run(Lane.PAPER, printing.printers, self, self._take_printers)
        self._tasks.run(Lane.DATA, self._reports.prints_itself, self, self._take_wish, self._fail)

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is chosen and typed stays."""
        self._offer()
        for part, words in (
            (self.kind, self.tr("Report")),
            (self.person, self.tr("Person")),
            (self.first, self.tr("First day")),
            (self.last, self.tr("Last day")),
            (self.printer, self.tr("Printer")),
        ):
            self._captions[part].setText(words)
            part.setAccessibleName(words)
        self.make.setText(self.tr("Make it   Ctrl+Enter"))
        self.stop.setText(self.tr("Stop"))
        self.print.setText(self.tr("Print   Ctrl+P"))
        self.save.setText(self.tr("Save…   Ctrl+S"))
        self.prints_itself.setText(self.tr("Print the day sheet whenever a day is ended"))
        self.progress.setAccessibleName(self.tr("How far the record is checked"))
        self._show()

    def _offer(self) -> None:
        kinds = {
            ReportKind.DAY_SHEET: self.tr("Day sheet"),
            ReportKind.EVIDENCE: self.tr("Evidence about a person"),
            ReportKind.INCIDENT: self.tr("Incident form"),
            ReportKind.TOTALS: self.tr("Totals as a table (CSV)"),
        }
        people = [(each.account_id.hex(), act_wording.person_name(each.name)) for each in self._people]
        days = [(day.isoformat(), act_wording.day_name(day)) for day in self._days]
        for choice, entries in (
            (self.kind, [(kind.value, words) for kind, words in kinds.items()]),
            (self.person, people),
            (self.first, days),
            (self.last, days),
            (self.printer, [(each.name, each.name) for each in self._printers]),
        ):
            blocked = choice.blockSignals(True)
            choice.offer(entries)
            choice.blockSignals(blocked)

    def _lay_out(self) -> None:
        self.story.setWordWrap(True)
        self.story.setObjectName("caption")
        self.fault.setObjectName("fault")
        self.fault.setWordWrap(True)
        self.make.setObjectName("primary")
        self.progress.setTextVisible(False)
        form = QWidget()
        form.setObjectName("plain")
        self.ground.setWidgetResizable(True)
        self.ground.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.ground.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.ground.setWidget(form)
        column = QVBoxLayout(form)
        column.setContentsMargins(0, 0, theme.GRID_PX, 0)
        column.setSpacing(4)
        for caption in self._captions.values():
            caption.setObjectName("caption")
        for choice in (self.kind, self.person, self.first, self.last):
            column.addWidget(self._captions[choice])
            column.addWidget(choice)
        column.addWidget(self.fault)
        column.addWidget(self.story)
        column.addWidget(self.incident)
        column.addStretch()
        side = QWidget()
        side.setFixedWidth(_FORM_PX)
        beside = QVBoxLayout(side)
        beside.setContentsMargins(0, 0, 0, 0)
        beside.setSpacing(4)
        beside.addWidget(self.ground, 1)
        beside.addLayout(self._foot())
        page = QHBoxLayout(self)
        page.setContentsMargins(0, 0, 0, 0)
        page.setSpacing(2 * theme.GRID_PX)
        page.addWidget(side)
        page.addWidget(self.preview, 1)

    def _foot(self) -> QVBoxLayout:
        """What is done with a report: it stays in sight while the form above is scrolled."""
        foot = QVBoxLayout()
        foot.setContentsMargins(0, 0, theme.GRID_PX, 0)
        foot.setSpacing(4)
        for part in (self.prints_itself, self.progress, self.make, self.stop, self._captions[self.printer]):
            foot.addWidget(part)
        foot.addWidget(self.printer)
        row = QHBoxLayout()
        row.addWidget(self.print)
        row.addWidget(self.save)
        foot.addLayout(row)
        return foot

    def _connect(self) -> None:
        self.kind.currentIndexChanged.connect(self._choose_kind)
        for part in (self.person, self.first, self.last):
            part.currentIndexChanged.connect(self._drop)
        self.make.clicked.connect(self._make)
        self.stop.clicked.connect(self._stop)
        self.print.clicked.connect(self._print)
        self.save.clicked.connect(self._save)
        self.prints_itself.clicked.connect(self._wish)
        self.incident.found.connect(self.ground.ensureWidgetVisible)
        self._run.gone_on.connect(self._tell_gone_on)
        self._run.made.connect(self._take)
        self._run.failed.connect(self._refuse)
        self._run.saved.connect(lambda folder: self._tell(self.tr("Saved in {place}."), str(folder)))
        self._run.sent.connect(lambda name: self._tell(self.tr("Sent to {place}."), name))
        for key, button in (("Ctrl+Return", self.make), ("Ctrl+P", self.print), ("Ctrl+S", self.save)):
            shortcut = QShortcut(QKeySequence(key), self)
            shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
            shortcut.activated.connect(button.click)

    def _show(self) -> None:
        kind, running = self._kind(), self._run.is_running
        day_sheet = kind is ReportKind.DAY_SHEET
        for choice, seen in ((self.person, kind is ReportKind.EVIDENCE), (self.first, not day_sheet)):
            choice.setVisible(seen)
            self._captions[choice].setVisible(seen)
        self.incident.setVisible(kind is ReportKind.INCIDENT)
        self.prints_itself.setVisible(day_sheet)
        self._captions[self.last].setText(self.tr("Day") if day_sheet else self.tr("Last day"))
        self.story.setText(self._stories()[kind])
        self.fault.setVisible(bool(self.fault.text()))
        self.make.setVisible(not running)
        self.make.setEnabled(bool(self._days))
        self.stop.setVisible(running)
        self.progress.setVisible(running)
        made = self._made
        self.print.setEnabled(made is not None and bool(made.pages) and bool(self._printers))
        self.save.setEnabled(made is not None)
        self.printer.setVisible(bool(self._printers))
        self._captions[self.printer].setVisible(bool(self._printers))

    def _stories(self) -> dict[ReportKind, str]:
        return {
            ReportKind.DAY_SHEET: self.tr(
                "The day on paper, with a code that any later scan holds against the record. Keep it outside the shop."
            ),
            ReportKind.EVIDENCE: self.tr(
                "Everything one person did, masked, for the police or the postal bureau. Saving writes a .record file "
                "too, which they can verify on any computer."
            ),
            ReportKind.INCIDENT: self.tr(
                "What article 57 of the Personal Information Protection Law asks to be told. What you type is kept "
                "nowhere but on the form."
            ),
            ReportKind.TOTALS: self.tr("Counts by day and person for a spreadsheet; no single waybill is in it."),
        }

    def _kind(self) -> ReportKind:
        return ReportKind(self.kind.value() or ReportKind.DAY_SHEET)

    def _choose_kind(self) -> None:
        self._drop()

    def _drop(self) -> None:
        """What was made is of something else now."""
        self._made = None
        self.fault.clear()
        self.incident.mark(())
        self.preview.clear()
        self._show()

    def _make(self) -> None:
        if self._run.is_running or not self._days:
            return
        self._drop()
        first, last = (date.fromisoformat(choice.value()) for choice in (self.first, self.last))
        kind = self._kind()
        if kind is ReportKind.DAY_SHEET:
            self._run.day_sheet(last, self._printer())
        elif kind is ReportKind.EVIDENCE:
            self._run.evidence(bytes.fromhex(self.person.value()), first, last)
        elif kind is ReportKind.INCIDENT:
            self._run.incident(self.incident.draft(), first, last)
        else:
            self._run.totals(first, last)
        self._show()

    def _stop(self) -> None:
        self._run.stop()
        self._show()
        self.make.setFocus()

    def _take(self, report: Report) -> None:
        self._made = report
        self.preview.show_report(report)
        self._show()
        (self.print if report.pages and self._printers else self.save).setFocus()

    def _refuse(self, error: OutletError) -> None:
        if isinstance(error, InvalidDraft):
            self.incident.mark(error.faults)
            self.fault.setText(
                next((wording.fault_sentence(each) for each in error.faults if each.field == "last"), "")
            )
        else:
            self.message.emit("bad", wording.sentence(error))
        self._show()

    def _printer(self) -> Printer | None:
        return next((each for each in self._printers if each.name == self.printer.value()), None)

    def _print(self) -> None:
        printer = self._printer()
        if self._made is not None and printer is not None:
            self._run.print(self._made, printer)

    def _save(self) -> None:
        if self._made is None:
            return
        folder = prompts.choose_folder(self, self.tr("Folder for the report"), self._folder)
        if folder is not None:
            self._folder = folder
            self._run.save(self._made, folder)

    def _wish(self, wanted: bool) -> None:  # noqa: FBT001 - Qt's signal
        wish = partial(self._reports.let_print_itself, wanted=wanted)
        self._tasks.run(Lane.DATA, wish, self, lambda _: None, self._fail)

    def _tell(self, words: str, place: str) -> None:
        self.message.emit("good", words.format(place=place))

    def _tell_gone_on(self, done: int, every: int) -> None:
        self.progress.setRange(0, max(1, every))
        self.progress.setValue(done)

    def _take_people(self, people: tuple[Actor, ...]) -> None:
        self._people = people
        self._offer()

    def _take_days(self, days: tuple[date, ...]) -> None:
        self._days = days
        self._offer()
        self._show()

    def _take_printers(self, printers: tuple[Printer, ...]) -> None:
        self._printers = printers
        self._offer()
        self._show()

    def _take_wish(self, wanted: bool) -> None:  # noqa: FBT001 - the service's answer
        self.prints_itself.setChecked(wanted)

    def _fail(self, error: OutletError) -> None:
        self.message.emit("bad", wording.sentence(error))
        self._show()

    def showEvent(self, event: QShowEvent) -> None:  # noqa: N802 - Qt's name
        """Offer what there is now."""
        super().showEvent(event)
        if not event.spontaneous():
            self.refresh()

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; make nothing more when the window is closed to work."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        elif event.type() == QEvent.Type.EnabledChange and not self.isEnabled():
            self._run.stop()
        super().changeEvent(event)
