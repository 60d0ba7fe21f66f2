"""诱饵件: waybills of nobody that an owner watches; whoever looks at one stands first in his review."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QVBoxLayout

from outlet_app.errors import InvalidDraft
from outlet_app.services.canary_list import ListState
from outlet_app.ui import theme, wording
from outlet_app.ui.canary_form import CanaryForm
from outlet_app.ui.canary_rows import CanaryRows
from outlet_app.ui.outlet_page import OutletPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from collections.abc import Callable

    from PySide6.QtWidgets import QWidget

    from outlet_app.errors import OutletError
    from outlet_app.services.canaries import Canaries, MarkedCanaries
    from outlet_app.ui.tasks import Tasks


class CanariesPage(OutletPage):
    """The form and the list, or in their place why the list does not open."""

    def __init__(self, canaries: Canaries, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._canaries = canaries
        self._state = ListState.OPENS
        self.form, self.rows = CanaryForm(), CanaryRows()
        self.shut, self.why = QFrame(), QLabel()
        self.begin_anew = QPushButton()
        self._lay_out()
        self.form.asked.connect(self._mark)
        self.rows.take_off_asked.connect(self._unmark)
        self.begin_anew.clicked.connect(self._begin_anew)
        self.setFocusProxy(self.form)
        self.retranslate()

    def name(self) -> str:
        """As the list says it."""
        return self.tr("Canaries")

    def load(self) -> None:
        """Look at how they stand."""
        self._tasks.run(Lane.DATA, self._canaries.marked, self, self._show, self.tell_trouble)

    def wants_label(self, text: str) -> bool:
        """A label that is scanned here is not looked up: an act that named its waybill would tell which one it is."""
        return self.form.isVisible() and bool(self._canaries.number_on(text))

    def take_scan(self, text: str) -> bool:
        """The number of a label, from its code or its bars."""
        number = self._canaries.number_on(text) if self.form.isVisible() else ""
        if number:
            self.form.take_number(number)
        return bool(number)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.tell_story(
            self.tr(
                "A canary is a parcel of nobody on your shelf. Whoever looks its number up, scans or opens it had no "
                "reason to, and stands first in your review. You alone can read this list; nobody can see from "
                "outside what is on it, or whether anything is."
            )
        )
        self.begin_anew.setText(self.tr("Begin an empty list"))
        self._say_why()

    def _lay_out(self) -> None:
        self.shut.setObjectName("card")
        self.why.setWordWrap(True)
        self.begin_anew.setAutoDefault(False)
        column = QVBoxLayout(self.shut)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.why)
        column.addWidget(self.begin_anew, alignment=Qt.AlignmentFlag.AlignLeft)
        for part in (self.shut, self.form, self.rows):
            self.content.addWidget(part)
        self.shut.hide()

    def _show(self, marked: MarkedCanaries) -> None:
        self._state = marked.state
        opens = marked.state is ListState.OPENS
        self.shut.setHidden(opens)
        self.form.setVisible(opens)
        self.rows.setVisible(opens)
        self.rows.show_canaries(marked.canaries)
        self._say_why()

    def _say_why(self) -> None:
        if self._state is ListState.CLOSED:
            self.why.setText(
                self.tr(
                    "Your list does not open: since you marked it your password was reset, or the outlet was restored "
                    "with the recovery sheet. The marks are lost, the parcels stand where you put them. Begin an empty "
                    "list and mark them again."
                )
            )
        else:
            self.why.setText(
                self.tr(
                    "Your list is not as you left it: another hand changed it, or its page was damaged. Begin an empty "
                    "list and mark them again."
                )
            )

    def _mark(self) -> None:
        work = partial(self._canaries.mark, self.form.number.text(), self.form.note.text())
        self._do(work, self._marked)

    def _unmark(self, record_id: bytes) -> None:
        self._do(partial(self._canaries.unmark, record_id), self._unmarked)

    def _begin_anew(self) -> None:
        self._do(self._canaries.begin_anew, self._begun_anew)

    def _do(self, work: Callable[[], None], then: Callable[[None], None]) -> None:
        self._tasks.run(Lane.DATA, work, self, then, self._refuse)

    def _marked(self, _nothing: None) -> None:
        self.form.begin()
        self._tell(self.tr("Marked. Looks at it show in your review from now on."))

    def _unmarked(self, _nothing: None) -> None:
        self._tell(self.tr("Taken off the list."))

    def _begun_anew(self, _nothing: None) -> None:
        self._tell(self.tr("An empty list is in its place."))

    def _tell(self, words: str) -> None:
        self.message.emit("good", words)
        self.news_changed.emit()
        self.load()

    def _refuse(self, error: OutletError) -> None:
        if isinstance(error, InvalidDraft):
            self.form.refuse(error)
        else:
            self.message.emit("bad", wording.sentence(error))
