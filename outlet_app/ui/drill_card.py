"""The drill: which backup, by card or by sheet, how far it is, and what came of it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QProgressBar, QPushButton, QRadioButton, QVBoxLayout, QWidget

from outlet_app.services.drill import DrillProblem, DrillStage
from outlet_app.ui import theme, wording
from outlet_app.ui.backup_news import moment_name
from outlet_app.ui.captioned import Captioned
from outlet_app.ui.inputs import TextInput
from outlet_app.ui.owner_proof import OwnerProof
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.errors import OutletError
    from outlet_app.services.drill import DrillProgress, DrillReport

_STAGES: dict[DrillStage, object] = {
    DrillStage.UNPACKING: QT_TRANSLATE_NOOP("DrillCard", "Reading the backup…"),
    DrillStage.PAGES: QT_TRANSLATE_NOOP("DrillCard", "Checking every page…"),
    DrillStage.RECORD: QT_TRANSLATE_NOOP("DrillCard", "Checking every act and signature…"),
    DrillStage.WAYBILLS: QT_TRANSLATE_NOOP("DrillCard", "Opening every waybill…"),
}
_PROBLEMS: dict[DrillProblem, object] = {
    DrillProblem.BYTES: QT_TRANSLATE_NOOP("DrillCard", "the file is damaged"),
    DrillProblem.KEY: QT_TRANSLATE_NOOP("DrillCard", "your key does not open it"),
    DrillProblem.PAGES: QT_TRANSLATE_NOOP("DrillCard", "pages of the database are damaged"),
    DrillProblem.TABLES: QT_TRANSLATE_NOOP("DrillCard", "its tables are not this program's"),
    DrillProblem.STATEMENTS: QT_TRANSLATE_NOOP("DrillCard", "the owner's orders in it are not yours"),
    DrillProblem.RECORD: QT_TRANSLATE_NOOP("DrillCard", "the activity record does not fit together"),
    DrillProblem.WAYBILLS: QT_TRANSLATE_NOOP("DrillCard", "some waybills do not open"),
    DrillProblem.HEAD: QT_TRANSLATE_NOOP("DrillCard", "it ends at another act than it says"),
    DrillProblem.SHEET: QT_TRANSLATE_NOOP("DrillCard", "the recovery sheet would not open it"),
}


class DrillCard(QFrame):
    """Holds password and card, or the sheet's words, until `forget`.

    `drill_asked`: all is filled in; `file_asked`: another backup is wanted; `stop_asked`: enough.
    """

    drill_asked = Signal()
    file_asked = Signal()
    stop_asked = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.path: Path | None = None
        self._progress: DrillProgress | None = None
        self._outcome: DrillReport | OutletError | None = None
        self._running = False
        self.heading, self.story, self.file = QLabel(), QLabel(), QLabel()
        self.other, self.begin, self.stop = QPushButton(), QPushButton(), QPushButton()
        self.by_card, self.by_sheet = QRadioButton(), QRadioButton()
        self.proof = OwnerProof()
        self.words = TextInput()
        self.sheet = Captioned(self.words)
        self.progress = QProgressBar()
        self.icon, self.result = QLabel(), QLabel()
        self._lay_out()
        self._connect()
        self.by_card.setChecked(True)
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether a drill is under way."""
        return self._running

    def offer(self, path: Path | None) -> None:
        """This backup is drilled, unless another is chosen."""
        self.path = path
        self._show()

    def take_card(self, text: str) -> bool:
        """Take a scanned owner card; False for anything else."""
        return self.by_card.isChecked() and self.proof.take_card(text)

    def begun(self) -> None:
        """A drill is under way."""
        self._running, self._outcome, self._progress = True, None, None
        self._show()
        self.stop.setFocus()

    def tell_progress(self, progress: DrillProgress) -> None:
        """How far it is."""
        if self._running:
            self._progress = progress
            self._show()

    def ended(self, outcome: DrillReport | OutletError | None) -> None:
        """It has come to its end: a report, why there is none, or None when it was stopped."""
        had_keys = self.stop.hasFocus()
        self._running, self._outcome = False, outcome
        self._show()
        if had_keys:  # the button cannot take them: what proves the owner was dropped with the drill
            (self.words if self.by_sheet.isChecked() else self.proof).setFocus()

    def forget(self) -> None:
        """Drop password, card and words."""
        self.proof.forget()
        self.words.put("")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Drill"))
        self.story.setText(
            self.tr(
                "A backup is worth what its restore is worth. A drill restores it into a temporary outlet, opens it "
                "with your key, checks every page, act and waybill, and takes it away again. Nothing here changes."
            )
        )
        self.other.setText(self.tr("Another backup…"))
        self.begin.setText(self.tr("Begin the drill"))
        self.stop.setText(self.tr("Stop"))
        self.by_card.setText(self.tr("As on this PC: password and owner card"))
        self.by_sheet.setText(self.tr("As on a new PC: the recovery sheet"))
        self.sheet.name(self.tr("The 25 words of the recovery sheet"))
        self.progress.setAccessibleName(self.tr("How far the drill is"))
        self._show()

    def _show(self) -> None:
        none = self.tr("There is no backup to drill yet.")
        self.file.setText(self.path.name if self.path is not None else none)
        typed: tuple[QWidget, ...] = (self.proof, self.other, self.by_card, self.by_sheet, self.sheet)
        for part in typed:
            part.setEnabled(not self._running)
        self.proof.setVisible(self.by_card.isChecked())
        self.sheet.setVisible(self.by_sheet.isChecked())
        self.begin.setEnabled(self._is_filled())
        self.begin.setVisible(not self._running)
        self.progress.setVisible(self._running)
        self.stop.setVisible(self._running)
        progress = self._progress
        self.progress.setRange(0, 100)
        self.progress.setValue(0 if progress is None else 100 * progress.done // max(1, progress.whole))
        icon, token, words = self._say()
        theme.wear_icon(self.icon, icon, token)
        self.result.setText(words)
        self.icon.setVisible(bool(words))
        self.result.setVisible(bool(words))

    def _say(self) -> tuple[str, Token, str]:
        outcome = self._outcome
        if self._running:
            stage = self.tr("Beginning…") if self._progress is None else _translated(_STAGES[self._progress.stage])
            return "wait", Token.MUTED, stage
        if outcome is None:
            return "wait", Token.MUTED, ""
        if isinstance(outcome, Exception):
            return "fault", Token.BAD, wording.sentence(outcome)
        if outcome.problems:
            reasons = self.tr("; ").join(_translated(_PROBLEMS[problem]) for problem in outcome.problems)
            words = self.tr("This backup is not good: {reasons}. Make a new one, on another disk.")
            return "fault", Token.BAD, words.format(reasons=reasons)
        words = self.tr(
            "The backup of {at} is whole: {acts} acts, {waybills} waybills, and your key opens all of them."
        )
        at = moment_name(outcome.made_at)
        return "done", Token.GOOD, words.format(at=at, acts=outcome.acts, waybills=outcome.waybills)

    def _is_filled(self) -> bool:
        if self.by_sheet.isChecked():
            filled = bool(self.words.text().strip())
        else:
            filled = bool(self.proof.password.text.text() and self.proof.card)
        return self.path is not None and filled

    def _press(self) -> None:
        if self.begin.isEnabled() and not self._running:
            self.drill_asked.emit()

    def _connect(self) -> None:
        self.begin.clicked.connect(self._press)
        self.other.clicked.connect(self.file_asked)
        self.stop.clicked.connect(self.stop_asked)
        self.proof.entered.connect(self._press)
        self.words.returnPressed.connect(self._press)
        for changed in (self.proof.edited, self.words.textChanged, self.by_card.toggled):
            changed.connect(self._show)

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.begin.setObjectName("primary")
        self.progress.setTextVisible(False)
        for label in (self.story, self.result):
            label.setWordWrap(True)
        for label in (self.file, self.result):
            label.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.story)
        column.addLayout(_row(self.file, None, self.other))
        ways = _row(self.by_card, self.by_sheet, None)
        ways.insertSpacing(1, theme.GRID_PX)
        column.addLayout(ways)
        column.addWidget(self.proof)
        column.addWidget(self.sheet)
        said = _row(self.icon, self.result)
        said.setStretch(1, 1)
        column.addLayout(said)
        column.addLayout(_row(self.progress, None, self.stop, self.begin))

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language; what is typed stays."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _row(*parts: QWidget | None) -> QHBoxLayout:
    """Side by side; None is what stretches."""
    row = QHBoxLayout()
    row.setSpacing(theme.GRID_PX)
    for part in parts:
        if part is None:
            row.addStretch(1)
        else:
            row.addWidget(part)
    return row


def _translated(text: object) -> str:
    # Qt's mark for translators gives the text back, typed as an object.
    return QCoreApplication.translate("DrillCard", str(text))
