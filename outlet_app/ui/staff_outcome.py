"""What an act about people brings: a code or a card, shown once, or how far the new database key is."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from outlet_app.services.staff import Invited, OwnerSeated
from outlet_app.ui import theme, wording
from outlet_app.ui.secret_print import SecretPrint, print_paper
from outlet_app.ui.tasks import Lane, Tasks

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent

    from outlet_app.domain.printer import Printer
    from outlet_app.errors import OutletError
    from outlet_app.services.owner_papers import OwnerPapers

_GROUP = 5
_CARD_GROUPS_A_LINE = 3


class OnceShown(QFrame):
    """A secret that is read or copied by hand now and shown never again. `ended`: it is gone from the screen."""

    ended = Signal()

    def __init__(self, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._tasks = tasks
        self._outcome: Invited | OwnerSeated | None = None
        self._name = ""
        self.heading, self.secret, self.story, self.printed = QLabel(), QLabel(), QLabel(), QLabel()
        self.print: SecretPrint | None = None
        self._place = QVBoxLayout()
        self.done = QPushButton()
        self.done.setObjectName("primary")
        self.done.clicked.connect(self.end)
        self._lay_out()

    def show_once(self, outcome: Invited | OwnerSeated, name: str) -> None:
        """Show the code or the card that `name` gets."""
        self._outcome, self._name = outcome, name
        if isinstance(outcome, Invited):
            self.secret.setText(" ".join(_groups(outcome.code)))
        else:
            groups = _groups(outcome.card)
            lines = [groups[at : at + _CARD_GROUPS_A_LINE] for at in range(0, len(groups), _CARD_GROUPS_A_LINE)]
            self.secret.setText("\n".join(" ".join(line) for line in lines))
            self._offer_print(outcome.papers)
        # A line of it that is cut would be copied wrong; the row of printers comes later and takes its own room.
        self.secret.setMinimumHeight(self.secret.sizeHint().height())
        self.retranslate()
        self.done.setFocus()

    def end(self) -> None:
        """Take the secret off the screen and out of memory."""
        self._outcome = None
        self.secret.clear()
        self._say("")
        row, self.print = self.print, None
        if row is not None:
            row.deleteLater()
        self.ended.emit()

    def _offer_print(self, papers: OwnerPapers) -> None:
        """The printers for paper stand beneath a card, as on the first day."""
        self.print = SecretPrint(papers.stocks(), self._tasks)
        self.print.asked.connect(partial(self._print_card, papers))
        self._place.addWidget(self.print)
        self.print.look()

    def _print_card(self, papers: OwnerPapers, printer: Printer, stock: str) -> None:
        self._let_print(possible=False)
        self._say(self.tr("Printing the card…"))
        draw = partial(papers.card_paper, printer, stock)
        self._tasks.run(Lane.PAPER, partial(print_paper, draw, printer), self, self._tell_printed, self._tell_failed)

    def _tell_printed(self, _nothing: None) -> None:
        self._tell(self.tr("Printed. Look whether everything on it can be read."))

    def _tell_failed(self, error: OutletError) -> None:
        self._tell(wording.sentence(error))

    def _tell(self, words: str) -> None:
        """What became of the print, while the card still stands here."""
        if self.print is not None:
            self._let_print(possible=True)
            self._say(words)

    def _say(self, words: str) -> None:
        self.printed.setText(words)
        self.printed.setVisible(bool(words))

    def _let_print(self, *, possible: bool) -> None:
        if self.print is not None:
            self.print.setEnabled(possible)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        if isinstance(self._outcome, OwnerSeated):
            self.heading.setText(self.tr("Owner card of {name}").format(name=self._name))
            self.story.setText(
                self.tr(
                    "Copy it by hand onto a card, without the spaces, and compare it sign by sign, or print it. It is "
                    "shown this once. The card stays with its owner and never at the counter."
                )
            )
        else:
            self.heading.setText(self.tr("Code for {name}").format(name=self._name))
            self.story.setText(
                self.tr(
                    "Tell it to nobody else. It works once, within 24 hours, on this PC: {name} chooses the own tile "
                    "at sign-in and types it there. It is shown this once; if it is lost, make a new one."
                ).format(name=self._name)
            )
        self.done.setText(self.tr("Done, take it off the screen"))

    def _lay_out(self) -> None:
        self.heading.setObjectName("heading")
        self.secret.setObjectName("figure")
        self.secret.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.printed.setObjectName("caption")
        for words in (self.heading, self.story, self.secret, self.printed):
            words.setTextFormat(Qt.TextFormat.PlainText)
        for words in (self.heading, self.story, self.printed):
            words.setWordWrap(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        for part in (self.heading, self.secret, self.story):
            column.addWidget(part)
        self.printed.hide()
        column.addLayout(self._place)
        column.addWidget(self.printed)
        column.addWidget(self.done, alignment=Qt.AlignmentFlag.AlignRight)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape takes the secret away."""
        if event.key() == Qt.Key.Key_Escape:
            self.end()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


class RotationProgress(QFrame):
    """How far the new database key is. `stop_is_asked` may be read on any thread: until its commit all can be left."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.stop_is_asked = False
        self._is_checking = False
        self.heading, self.stage = QLabel(), QLabel()
        self.heading.setObjectName("heading")
        self.stage.setObjectName("caption")
        self.bar = QProgressBar()
        self.bar.setObjectName("slim")
        self.bar.setTextVisible(False)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        self.stop = QPushButton()
        self.stop.clicked.connect(self._ask_to_stop)
        for part in (self.heading, self.bar, self.stage):
            column.addWidget(part)
        column.addWidget(self.stop, alignment=Qt.AlignmentFlag.AlignRight)
        column.addStretch(1)
        self.retranslate()

    def begin(self) -> None:
        """From the start; how far it is is not known yet."""
        self._is_checking = self.stop_is_asked = False
        self.stop.setEnabled(True)
        self.bar.setRange(0, 1)
        self.bar.setValue(0)
        self.retranslate()

    def step(self, is_checking: bool, done: int, whole: int) -> None:  # noqa: FBT001 - a signal's arguments
        """`done` of `whole` are copied, or checked."""
        self._is_checking = is_checking
        self.bar.setRange(0, max(whole, 1))
        self.bar.setValue(done)
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("The database gets a new key…"))
        checks, copies = self.tr("Checking the copy"), self.tr("Copying under the new key")
        self.stage.setText(checks if self._is_checking else copies)
        self.stop.setText(self.tr("Stop, leave the key as it is"))
        self.bar.setAccessibleName(self.stage.text())

    def _ask_to_stop(self) -> None:
        self.stop_is_asked = True
        self.stop.setEnabled(False)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)


def _groups(secret: str) -> list[str]:
    """Cut for the eye: what is read aloud or copied comes in fives."""
    return [secret[at : at + _GROUP] for at in range(0, len(secret), _GROUP)]
