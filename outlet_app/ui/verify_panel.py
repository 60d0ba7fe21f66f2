"""Verifying the record on demand: in short pieces, with progress, a way to stop, and the result as a sentence."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from outlet_app.services.review import VerifyState
from outlet_app.ui import act_wording, theme, wording
from outlet_app.ui.form_row import CutLabel
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.review import Review, Verification
    from outlet_app.ui.tasks import Tasks

_BAR_PX = 160


class VerifyPanel(QWidget):
    """`ended(Verification)`: the whole record was checked. `place_asked(int)`: somebody wants to see that act."""

    ended = Signal(object)
    place_asked = Signal(int)

    def __init__(self, review: Review, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._review = review
        self._tasks = tasks
        self._last: Verification | None = None
        self._running = False
        self._trouble: OutletError | None = None
        self.icon = QLabel()
        self.result = CutLabel()
        self.advice = QLabel()
        self.progress = QProgressBar()
        self.show_place = QPushButton()
        self.begin = QPushButton()
        self.stop = QPushButton()
        self._lay_out()
        self.begin.clicked.connect(self._begin)
        self.stop.clicked.connect(self._stop)
        self.show_place.clicked.connect(self._ask_place)
        self.retranslate()

    @property
    def is_running(self) -> bool:
        """Whether a check is under way."""
        return self._running

    @property
    def last(self) -> Verification | None:
        """How far the check is, or what it found; None before the first."""
        return self._last

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.begin.setText(self.tr("Verify the record"))
        self.stop.setText(self.tr("Stop"))
        self.show_place.setText(self.tr("Show the place"))
        self.progress.setAccessibleName(self.tr("How far the record is checked"))
        self.advice.setText(
            self.tr(
                "Somebody wrote to the database with other tools, or a disk failed. Look at the acts around that place "
                "first; make the evidence reports you need and a backup; then acknowledge it in the red bar, with your "
                "card. Parcels go on meanwhile, reveals do not."
            )
        )
        self._show()

    def halt(self) -> None:
        """Check no more; what is under way ends unheard."""
        if self._running:
            self._running = False
            self._show()

    def _begin(self) -> None:
        self._running, self._last, self._trouble = True, None, None
        self._tasks.run(Lane.DATA, self._review.begin_verify, self, self._go_on, self._tell_trouble)
        self._show()
        self.stop.setFocus()

    def _stop(self) -> None:
        self.halt()
        self.begin.setFocus()

    def _ask_place(self) -> None:
        if self._last is not None and self._last.broken_at is not None:
            self.place_asked.emit(self._last.broken_at)

    def _go_on(self, so_far: Verification) -> None:
        if not self._running:
            return
        self._last = so_far
        if so_far.state is VerifyState.RUNNING:
            portion = partial(self._review.verify_portion, so_far)
            self._tasks.run(Lane.DATA, portion, self, self._go_on, self._tell_trouble)
            self._show()
            return
        had_keys = self.stop.hasFocus()
        self._running = False
        self._show()
        if had_keys:
            self.begin.setFocus()
        self.ended.emit(so_far)

    def _tell_trouble(self, error: OutletError) -> None:
        self._running, self._trouble = False, error
        self._show()

    def _show(self) -> None:
        icon, token, words = self._story()
        theme.wear_icon(self.icon, icon, token)
        self.result.put(words)
        self.result.setAccessibleName(words)
        last = self._last
        if last is not None:
            self.progress.setRange(0, max(1, last.goal))
            self.progress.setValue(last.reached.n)
        self.progress.setVisible(self._running)
        self.stop.setVisible(self._running)
        self.begin.setVisible(not self._running)
        broken = last is not None and last.broken_at is not None
        self.show_place.setVisible(broken)
        self.advice.setVisible(broken)

    def _story(self) -> tuple[str, Token, str]:
        last = self._last
        if self._trouble is not None:
            return "fault", Token.BAD, wording.sentence(self._trouble)
        if last is None:
            words = self.tr("Checking…") if self._running else self.tr("Checks every act and signature from the first.")
            return "record", Token.MUTED, words
        if last.state is VerifyState.WHOLE:
            words = self.tr("The record is whole: {acts} acts, each as its person signed it.")
            return "done", Token.GOOD, words.format(acts=last.reached.n)
        if last.state is VerifyState.BROKEN:
            return "fault", Token.BAD, self._broken(last)
        words = (
            self.tr("{done} of {all} acts checked…")
            if self._running
            else self.tr("Stopped. {done} of {all} acts were checked, and they fit.")
        )
        return "record", Token.MUTED, words.format(done=last.reached.n, all=last.goal)

    def _broken(self, last: Verification) -> str:
        if last.broken_time is None:
            return self.tr("The record was changed: act {n} does not fit.").format(n=last.broken_at)
        words = self.tr("The record was changed: act {n}, about {time}, does not fit.")
        return words.format(n=last.broken_at, time=act_wording.time_name(last.broken_time))

    def _lay_out(self) -> None:
        self.progress.setFixedWidth(_BAR_PX)
        self.progress.setTextVisible(False)
        self.advice.setObjectName("caption")
        self.advice.setWordWrap(True)
        row = QHBoxLayout()
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.result, 1)
        for part in (self.show_place, self.progress, self.stop, self.begin):
            row.addWidget(part)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addLayout(row)
        column.addWidget(self.advice)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
