"""What is told of labels on their way: out, waiting at the printer, or not made; and what to do with a new one."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from outlet_app.ui import wording
from outlet_app.ui.print_run import trouble_words

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.printing import Trouble
    from outlet_app.ui.print_run import PrintRun


class PrintNews(QObject):
    """`message(kind, text)`: as in `EntryView`."""

    message = Signal(str, str)

    def __init__(self, run: PrintRun, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._replaced: set[str] = set()
        self._boxed: dict[str, str] = {}
        run.printed.connect(self._tell_printed)
        run.print_failed.connect(self._tell_failed)
        run.held_up.connect(self._tell_held_up)

    def expect_new_label(self, number: str) -> None:
        """The next label of this number takes the place of one that opens nothing any more; say so when it is out."""
        self._replaced.add(number)

    def expect_boxes(self, number: str, characters: str) -> None:
        """On the next label of this number a box stands for these; say so when it is out, not only before."""
        self._boxed[number] = characters

    def _tell_printed(self, number: str) -> None:
        if number in self._boxed:
            words = self.tr("Label of {number} printed. Write {characters} onto it by hand, where the box stands.")
            self.message.emit("warn", words.format(number=number, characters=self._boxed.pop(number)))
            return
        if number not in self._replaced:
            self.message.emit("good", self.tr("Label of {number} printed").format(number=number))
            return
        self._replaced.discard(number)
        words = self.tr("New label of {number} printed. Put it on and tear up the old one: it opens nothing any more.")
        self.message.emit("warn", words.format(number=number))

    def _tell_failed(self, number: str, error: OutletError) -> None:
        words = self.tr("{number} is accepted and safe; its label waits in the list to be printed again. {why}")
        self.message.emit("bad", words.format(number=number, why=wording.sentence(error)))

    def _tell_held_up(self, number: str, troubles: frozenset[Trouble]) -> None:
        words = self.tr("{number} is accepted; its label waits at the printer: {why}. It prints when that is mended.")
        self.message.emit("warn", words.format(number=number, why=trouble_words(troubles)))
