"""检查: when the database was last checked whole, and a check now."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.errors import Stopped
from outlet_app.ui import theme
from outlet_app.ui.act_wording import time_name
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.stoppable_bar import StoppableBar
from outlet_app.ui.tasks import Lane
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.care import Care, CareStanding, CheckProgress, LastCheck
    from outlet_app.ui.tasks import Tasks


class CarePage(OutletPage):
    """How the last full check stands, and the button for one now."""

    def __init__(self, care: Care, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._care = care
        self._standing: CareStanding | None = None
        self.icon, self.state, self.advice = QLabel(), QLabel(), QLabel()
        for label in (self.state, self.advice):
            label.setWordWrap(True)
        self.check = QPushButton()
        self.check.setAutoDefault(False)
        self.check.clicked.connect(self._begin)
        self.progress = StoppableBar()
        self.content.addWidget(self._card())
        self.setFocusProxy(self.check)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Check")

    def load(self) -> None:
        """Ask how the last check stands."""
        if self.check.isEnabled():
            self._tasks.run(Lane.DATA, self._care.health, self, self._show, self.tell_trouble)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "Each week, when the program closes, every page of the database is looked at. So a failing disk is "
                "found before it costs anything."
            )
        )
        self.check.setText(self.tr("Check now"))
        self.progress.name(self.tr("Checking every page. Nobody can work meanwhile."), self.tr("Stop"))
        self._say()

    def _card(self) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        head = QHBoxLayout()
        head.setSpacing(theme.GRID_PX)
        head.addWidget(self.icon)
        head.addWidget(self.state, stretch=1)
        foot = QHBoxLayout()
        foot.addWidget(self.check)
        foot.addStretch(1)
        column = QVBoxLayout(card)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addLayout(head)
        column.addWidget(self.advice)
        column.addWidget(self.progress)
        column.addLayout(foot)
        return card

    def _begin(self) -> None:
        self.check.setEnabled(False)
        self.progress.begin()
        work = partial(self._care.check_now, self._hear)
        self._tasks.run(Lane.DATA, work, self, self._end, self._fail)

    def _hear(self, step: CheckProgress) -> None:
        """Called on the data lane."""
        self.progress.hear(step.done, step.whole)

    def _end(self, found: LastCheck) -> None:
        self._rest()
        if not found.faults:
            self.message.emit("good", self.tr("Every page is sound."))

    def _fail(self, error: OutletError) -> None:
        self._rest()
        if isinstance(error, Stopped):
            self.message.emit("warn", self.tr("Stopped; the check is still due."))
        else:
            self.tell_trouble(error)

    def _rest(self) -> None:
        self.progress.end()
        self.check.setEnabled(True)
        self.check.setFocus()
        self.load()

    def _show(self, standing: CareStanding) -> None:
        self._standing = standing
        self._say()

    def _say(self) -> None:
        icon, token, words, advice = self._story()
        theme.wear_icon(self.icon, icon, token)
        self.state.setText(words)
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))

    def _story(self) -> tuple[str, Token, str, str]:
        standing = self._standing
        last = None if standing is None else standing.last
        if last is None:
            return "record", Token.MUTED, self.tr("The database was not checked whole yet."), ""
        at = time_name(last.at)
        if last.faults:
            words = self.tr("Damage was found on {at}: {count} place(s).").format(at=at, count=last.faults)
            advice = self.tr(
                "Look at the disk of this PC, or move to another. Then close the program, start it, choose “Can't sign "
                "in?” and there the damaged database: it is saved as far as it can be read, and the loss is named."
            )
            return "fault", Token.BAD, words, advice
        due = standing is not None and standing.is_due
        words = self.tr("Checked on {at}: every page is sound.").format(at=at)
        return "done", Token.GOOD, words, self.tr("The next check is due at closing.") if due else ""
