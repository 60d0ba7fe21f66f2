"""The pages of card and sheet: each is shown once to be copied or printed, then asked back."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLineEdit, QWidget

from outlet_app.ui import languages, theme
from outlet_app.ui.secret_print import SecretPrint, print_paper
from outlet_app.ui.setup_page import SetupPage
from outlet_app.ui.tasks import Lane

if TYPE_CHECKING:
    from outlet_app.domain.printer import Printer
    from outlet_app.services.first_day import FirstDay
    from outlet_app.services.owner_papers import PaperSource
    from outlet_app.ui.tasks import Tasks

_COLUMNS = 5
_HALF = 13
_LONGEST_ANSWER = 80


class CardPage(SetupPage):
    """Shows the text of the owner card, in lines of the length a hand can keep; it leaves the screen with the page."""

    def __init__(self, papers: PaperSource, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._papers = papers
        self.lines = QLabel()
        self.lines.setObjectName("secret")
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        self.hint = _hint()
        self.print = SecretPrint(papers.stocks(), tasks)
        self.print.asked.connect(self._print)
        for part in (self.lines, self.hint, self.print):
            self.answer.addWidget(part)
        self.retranslate()

    def enter(self) -> None:
        """Show the card."""
        self.lines.setText(_in_lines(self._papers.card()))
        self.print.look()

    def leave(self) -> None:
        """Take the card off the screen."""
        self.lines.clear()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("I have it on paper")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Your owner card"),
            self.tr(
                "Card and password together open what the password alone does not. Copy these characters onto a card, "
                "or print it, and carry it with you. Never photograph it; it is never saved as a file."
            ),
        )
        self.lines.setAccessibleName(self.tr("Text of the owner card"))
        self.hint.setText(
            self.tr(
                "Write it without gaps, in one line or four. The letters I, L, O and U do not occur after the first "
                "point: a round character is a zero."
            )
        )

    def _print(self, printer: Printer, stock: str) -> None:
        draw = partial(self._papers.card_paper, printer, stock)
        self.work(self.tr("Printing the card…"), partial(print_paper, draw, printer), self._tell_printed, Lane.PAPER)

    def _tell_printed(self, _nothing: None) -> None:
        self.hint.setText(self.tr("Printed. Look whether everything on it can be read."))


class FoundingCardPage(CardPage):
    """The card of an outlet that is being founded, which is another one after each password."""

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        super().retranslate()
        caution = self.tr("Going back to the password makes a new card.")
        self.hint.setText(f"{self.hint.text()} {caution}")


class CardProofPage(SetupPage):
    """The card is scanned, or typed from the paper."""

    def __init__(self, papers: PaperSource, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._papers = papers
        self.text = _answer_field()
        self.text.textEdited.connect(self._clear_fault)
        self.answer.addWidget(self.text)
        self.retranslate()

    def enter(self) -> None:
        """Empty, and the keys on the field."""
        self.text.clear()
        self.text.setFocus()

    def leave(self) -> None:
        """What was typed does not outlive the page."""
        self.text.clear()
        self.tell_fault()

    def submit(self) -> None:
        """Hold what was typed against the card."""
        self._prove(self.text.text())

    def take_scan(self, text: str) -> None:
        """A scan is never shown, only held against the card."""
        self._prove(text)

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Show your card"),
            self.tr("Scan it, or type it from your paper: gaps and small letters do not matter. Back shows it again."),
        )
        self.text.setAccessibleName(self.tr("Text of the owner card"))
        self.text.setPlaceholderText(self.tr("Begins with OK1."))

    def _prove(self, text: str) -> None:
        if self._papers.card_fits(text):
            self.answered.emit()
            return
        theme.restyle(self.text, fault=True)
        self.tell_fault(self.tr("This is not what the card says. Compare it character by character."))
        self.text.setFocus()

    def _clear_fault(self) -> None:
        theme.restyle(self.text, fault=False)
        self.tell_fault()


class SheetPage(SetupPage):
    """Shows the 25 words of the recovery sheet; they leave the screen with the page."""

    def __init__(self, papers: PaperSource, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._papers = papers
        self._shown = False
        self.words: list[QLabel] = []
        grid = QGridLayout()
        grid.setSpacing(4)
        for place in range(25):
            grid.addLayout(self._cell(place), *divmod(place, _COLUMNS))
        self.hint = _hint()
        self.print = SecretPrint(papers.stocks(), tasks)
        self.print.asked.connect(self._print)
        self.answer.addLayout(grid)
        self.answer.addWidget(self.hint)
        self.answer.addWidget(self.print)
        self.retranslate()

    def enter(self) -> None:
        """Show the words in the language of the screen."""
        self._shown = True
        self._show_words()
        self.print.look()

    def leave(self) -> None:
        """Take the words off the screen."""
        self._shown = False
        for label in self.words:
            label.clear()

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("I have it on paper")

    def retranslate(self) -> None:
        """Say everything in the language of the screen; either list of words opens the same."""
        self.say(
            self.tr("Your recovery sheet"),
            self.tr(
                "If this PC breaks, these words and a backup bring everything back. Keep the sheet away from the "
                "shop and from the card. Without card and sheet nobody can open the customers' details, ever."
            ),
        )
        self.hint.setText(self.tr("Copy all 25 in their order; the last one only checks the others."))
        if self._shown:
            self._show_words()

    def _cell(self, place: int) -> QHBoxLayout:
        number, word = QLabel(str(place + 1)), QLabel()
        number.setObjectName("caption")
        number.setFixedWidth(20)
        word.setObjectName("word")
        self.words.append(word)
        row = QHBoxLayout()
        row.setSpacing(6)
        row.addWidget(number)
        row.addWidget(word, stretch=1)
        return row

    def _show_words(self) -> None:
        for label, word in zip(self.words, self._papers.recovery_words(languages.current().value), strict=True):
            label.setText(word)

    def _print(self, printer: Printer, stock: str) -> None:
        draw = partial(self._papers.sheet_paper, languages.current().value, printer, stock)
        self.work(self.tr("Printing the sheet…"), partial(print_paper, draw, printer), self._tell_printed, Lane.PAPER)

    def _tell_printed(self, _nothing: None) -> None:
        self.hint.setText(self.tr("Printed. Look whether everything on it can be read."))


class SheetProofPage(SetupPage):
    """Three words of the sheet, asked back."""

    def __init__(self, papers: PaperSource, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(tasks, parent)
        self._papers = papers
        self.asked: tuple[int, ...] = ()
        self.captions = [QLabel() for _ in range(3)]
        self.fields = [_answer_field() for _ in range(3)]
        row = QGridLayout()
        row.setHorizontalSpacing(2 * theme.GRID_PX)
        for column, (caption, field) in enumerate(zip(self.captions, self.fields, strict=True)):
            caption.setObjectName("caption")
            row.addWidget(caption, 0, column)
            row.addWidget(field, 1, column)
            field.textEdited.connect(self._clear_fault)
        self.answer.addLayout(row)
        self.retranslate()

    def enter(self) -> None:
        """Ask for three places, drawn anew."""
        self.asked = self._papers.ask_words()
        self._name_places()
        for field in self.fields:
            field.clear()
        self.fields[0].setFocus()

    def leave(self) -> None:
        """What was typed does not outlive the page."""
        for field in self.fields:
            field.clear()
        self._clear_fault()

    def submit(self) -> None:
        """Hold the three words against the sheet, then `go_on`."""
        language = languages.current().value
        answers = {place: field.text() for place, field in zip(self.asked, self.fields, strict=True)}
        wrong = self._papers.wrong_words(language, answers)
        for place, field in zip(self.asked, self.fields, strict=True):
            theme.restyle(field, fault=place in wrong)
        if wrong:
            self.tell_fault(self.tr("That is not what stands on the sheet. Look at the marked places."))
            self.fields[self.asked.index(wrong[0])].setFocus()
        else:
            self.go_on()

    def go_on(self) -> None:
        """They are right."""
        self.answered.emit()

    def take_enter(self) -> None:
        """From field to field; from the last one on."""
        empty = next((field for field in self.fields if not field.text().strip()), None)
        if empty is None or empty.hasFocus():
            self.submit()
        else:
            empty.setFocus()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.say(
            self.tr("Three words of your sheet"),
            self.tr("Type them from your paper. Back shows them again."),
        )
        self._name_places()

    def _name_places(self) -> None:
        for place, caption, field in zip(self.asked, self.captions, self.fields, strict=False):
            caption.setText(self.tr("Word {place}").format(place=place))
            field.setAccessibleName(caption.text())

    def _clear_fault(self) -> None:
        self.tell_fault()
        for field in self.fields:
            theme.restyle(field, fault=False)


class FoundingProofPage(SheetProofPage):
    """When the words are right, the outlet is written and its owner signed in."""

    def __init__(self, day: FirstDay, tasks: Tasks, parent: QWidget | None = None) -> None:
        super().__init__(day, tasks, parent)
        self._day = day

    def go_on(self) -> None:
        """Found the outlet."""
        self.work(self.tr("Founding the outlet and signing you in…"), self._day.begin, self._founded)

    def next_words(self) -> str:
        """What the main button says."""
        return self.tr("Found the outlet")

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        super().retranslate()
        self.say(
            self.question.text(),
            self.tr("Type them from your paper. When they are right, the outlet is founded. Back shows them again."),
        )

    def _founded(self, _nothing: None) -> None:
        self.answered.emit()


def _in_lines(card: str) -> str:
    """`OK1.` and the outlet's mark, the secret in two halves, the check characters: four lines, nothing added."""
    head, mark, secret, check = card.split(".")
    return "\n".join((f"{head}.{mark}.", secret[:_HALF], secret[_HALF:], f".{check}"))


def _answer_field() -> QLineEdit:
    """A field for what stands on paper: it may hold a card's text, which no other field of the program may."""
    field = QLineEdit()
    field.setMaxLength(_LONGEST_ANSWER)
    return field


def _hint() -> QLabel:
    hint = QLabel()
    hint.setObjectName("caption")
    hint.setWordWrap(True)
    return hint
