"""Short help to the page one is in: its keys and what they do. F1 opens and closes it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.navigation import PageName

if TYPE_CHECKING:
    from PySide6.QtGui import QKeyEvent


_LOWEST_PX = 138
"""Five lines; with less the help would be no help."""


class HelpPanel(QFrame):
    """One line for each key."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        content = QWidget()
        content.setObjectName("plain")
        self._grid = QGridLayout(content)
        self._grid.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        self._grid.setHorizontalSpacing(2 * theme.GRID_PX)
        self._grid.setVerticalSpacing(4)
        self._grid.setColumnStretch(1, 1)
        self._page = PageName.ACCEPT
        self._labels: list[QLabel] = []
        self._lay_out(content)
        self.hide()

    def _lay_out(self, content: QWidget) -> None:
        """As high as its lines where there is room; in a low window they scroll."""
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setMinimumHeight(_LOWEST_PX)
        scroll.setWidget(content)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(scroll)

    def explain(self, page: PageName) -> None:
        """Tell about `page`, in the language of the screen."""
        self._page = page
        for label in self._labels:
            label.hide()
            label.deleteLater()
        self._labels = []
        for row, (key, words) in enumerate(self._lines()[page]):
            self._add(row, key, words)

    def _add(self, row: int, key: str, words: str) -> None:
        name, meaning = QLabel(key), QLabel(words)
        name.setObjectName("keyName")
        meaning.setWordWrap(True)
        self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(meaning, row, 1)
        self._labels += [name, meaning]

    def _lines(self) -> dict[PageName, tuple[tuple[str, str], ...]]:
        return {
            PageName.ACCEPT: self._accepting(),
            PageName.FIND: self._finding(),
            PageName.ARRIVALS: self._arriving(),
            PageName.HAND_OVER: self._handing_over(),
            PageName.DAY_END: self._ending_the_day(),
            **self._everybodys(),
            **self._owners(),
        }

    def _accepting(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+V", self.tr("Paste what the customer sent; name, phone and address go to their fields.")),
            ("Ctrl+Shift+V", self.tr("Paste as the sender, also when a sender stands already.")),
            (
                "Ctrl+Z",
                self.tr(
                    "Take the paste or the swap back. Right after accepting: put the last waybill right. Later its "
                    "label opens it."
                ),
            ),
            ("Esc", self.tr("Leave a waybill that is being put right as it was.")),
            (
                "Ctrl+T",
                self.tr("Let the next paste fill the other party: the switch beside the paste box shows which."),
            ),
            ("Ctrl+Shift+S", self.tr("Swap sender and recipient when they were pasted the wrong way round.")),
            ("Alt+1 … Alt+4", self.tr("Choose another reading of a field marked in amber.")),
            ("Shift+F2", self.tr("Change the sender who stands from before.")),
            ("F8", self.tr("Tick inspected and real-name checked.")),
            ("Ctrl+Enter", self.tr("Accept the parcel and print its label.")),
            ("Ctrl+L", self.tr("Lock when you leave the counter.")),
            ("F1", self.tr("Close this help.")),
        )

    def _finding(self) -> tuple[tuple[str, str], ...]:
        return (
            ("Ctrl+F", self.tr("Come here from any page and type; F3 comes here too.")),
            ("Enter", self.tr("Find what was typed. On a card: go into its waybill, or give the arrived parcel out.")),
            (
                self.tr("0 … 9, F8"),
                self.tr(
                    "Give an arrived parcel out: the four digits its recipient says, and the tick once he has paid."
                ),
            ),
            ("Ctrl+Z", self.tr("Take the last parcel that was given out back, for ten minutes.")),
            ("Ctrl+O", self.tr("Refused, forwarded, cancelled, lost: note what became of it.")),
            ("Ctrl+M", self.tr("Put an arrived parcel on another shelf.")),
            ("↑ ↓", self.tr("Go from card to card; the waybill beside them follows.")),
            (
                self.tr("Scanner"),
                self.tr("A label scanned on any page opens its waybill here. Bars are looked up on this page."),
            ),
            (
                "Q … X, 1 … 5",
                self.tr("Reveal one field of the parcel in your hand, with the reason. C copies it, Esc masks it."),
            ),
            ("Ctrl+E", self.tr("Put the details right; the label in your hand opens them.")),
            ("Ctrl+T", self.tr("Change weight, service, fee or category without opening the details.")),
            ("Ctrl+N", self.tr("A new label with a new code, when the old one is damaged; the old one ends.")),
            ("Ctrl+P", self.tr("The label once more; with its code only in the first ten minutes.")),
            ("Ctrl+R", self.tr("Enter a parcel of lost days again.")),
            ("Esc", self.tr("Hide, then back to where you came from; what was typed there stands as it was.")),
            ("F1", self.tr("Close this help.")),
        )

    def _arriving(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F4", self.tr("Come to this page. Choose the shelf once; it stays until you choose another.")),
            (
                self.tr("Scanner"),
                self.tr("Scan a parcel, then type the last four digits on its label: the fourth one shelves it."),
            ),
            ("Enter", self.tr("End a tail of fewer digits; a hyphen stands for a label without any.")),
            ("/", self.tr("Choose another shelf.")),
            ("*  +", self.tr("Cash on delivery, freight to collect: type the amount, Enter, then the tail.")),
            ("1 … 9", self.tr("Choose the carrier, where the number fits more than one.")),
            ("Ctrl+R, Ctrl+D", self.tr("Finish a parcel that was begun and left, or drop it.")),
            ("Ctrl+Z", self.tr("Take the last arrival back, for ten minutes.")),
            ("↓", self.tr("Go into the list: Ctrl+E puts right, Ctrl+M moves, Ctrl+P prints again.")),
            ("Alt+1 … Alt+4", self.tr("Show what was not collected, or what goes back.")),
            ("F1", self.tr("Close this help.")),
        )

    def _handing_over(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F5", self.tr("Come to this page. A carrier has one open list, and it stands as you left it.")),
            (
                self.tr("Scanner"),
                self.tr(
                    "Each label goes onto the list at once: green and one tone. Red and two tones: read what to do. "
                    "The square code is better than the bars, it also checks the record."
                ),
            ),
            ("1 … 9", self.tr("Choose the carrier with that digit.")),
            ("Insert", self.tr("Type the number of a label that does not scan; Enter puts it on.")),
            ("Del", self.tr("Take the row that stands out off the list; ↑ ↓ choose it.")),
            ("Ctrl+Z", self.tr("Take the last one off.")),
            ("Ctrl+PgUp, Ctrl+PgDn", self.tr("Turn to newer or older rows of a long list.")),
            (
                "Ctrl+Enter",
                self.tr(
                    "Close the list when the truck takes the parcels: their labels open nothing any more, the list is "
                    "printed. Parcels of this carrier that were not scanned are named first; Esc goes on scanning."
                ),
            ),
            ("Ctrl+L", self.tr("Lock when you leave the counter.")),
            ("F1", self.tr("Close this help.")),
        )

    def _ending_the_day(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F7", self.tr("Come to this page: your own shift, for the owner everybody's.")),
            (
                self.tr("Counted"),
                self.tr("Count the drawer and type the sum; what is missing or too much is recorded with it."),
            ),
            ("Ctrl+Enter", self.tr("End the day or your shift, and print its sheet. It may be ended again.")),
            ("Ctrl+P", self.tr("Print the sheet; Ctrl+S saves it, Ctrl+O shows it, Esc leads back.")),
            ("Ctrl+PgUp, Ctrl+PgDn", self.tr("Turn to the day after or before.")),
            ("Ctrl+L", self.tr("Lock when you leave the counter.")),
            ("F1", self.tr("Close this help.")),
        )

    def _everybodys(self) -> dict[PageName, tuple[tuple[str, str], ...]]:
        return {
            PageName.ACCOUNT: (
                ("F12", self.tr("Come to this page; a click on your name at the foot of the window does so too.")),
                (
                    "Tab",
                    self.tr("Go from field to field; Enter goes on, and at the last field it changes the password."),
                ),
                ("Esc", self.tr("Drop what was typed.")),
                ("Ctrl+Shift+L", self.tr("Sign out: your day is over, others work on.")),
                ("Ctrl+L", self.tr("Lock when you leave the counter.")),
                ("F1", self.tr("Close this help.")),
            ),
        }

    def _owners(self) -> dict[PageName, tuple[tuple[str, str], ...]]:
        return {
            PageName.STAFF: (
                ("F10", self.tr("Come to this page.")),
                ("Tab", self.tr("Go from person to person and from field to field; Enter presses.")),
                ("Esc", self.tr("Drop what is being asked, or take a code off the screen.")),
                ("Ctrl+L", self.tr("Lock when you leave the counter.")),
                ("F1", self.tr("Close this help.")),
            ),
            PageName.OUTLET: self._setting_up(),
            PageName.REVIEW: self._reviewing(),
        }

    def _setting_up(self) -> tuple[tuple[str, str], ...]:
        return (
            ("F11", self.tr("Come to this page.")),
            ("↑ ↓", self.tr("Choose a page of the list; each page saves by itself.")),
            ("Ctrl+PgUp, Ctrl+PgDn", self.tr("Turn to the page before or after, wherever the keys are.")),
            ("Tab", self.tr("Go from field to field; Enter presses.")),
            ("Esc", self.tr("Drop what is being asked; nothing changes then.")),
            (
                self.tr("Carriers"),
                self.tr(
                    "Names, services and shapes of numbers: scan a label of the carrier and “Add its shape”. A "
                    "shape warns and stops nobody. A table of sort codes is looked through before it is loaded."
                ),
            ),
            (
                self.tr("Number ranges"),
                self.tr(
                    "Type, scan or load what the carrier gave. What goes back, is spoilt or in doubt is said here, "
                    "and for each day which numbers were passed over; one without a waybill stands out."
                ),
            ),
            *self._ruling(),
            *self._caring(),
            ("Ctrl+L", self.tr("Lock when you leave the counter.")),
            ("F1", self.tr("Close this help.")),
        )

    def _ruling(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Limits"),
                self.tr(
                    "Who was stopped stands first: with your password he may look up again, or goes without limits "
                    "until 04:00. The limits themselves change with your card as well."
                ),
            ),
            (
                self.tr("Hours and terms"),
                self.tr(
                    "When the outlet is open, and after how many minutes an idle counter locks. Working outside "
                    "the hours is flagged, never refused. With password and card; everybody is told."
                ),
            ),
            (
                self.tr("Erasing"),
                self.tr(
                    "Details past their term: how many, of which days. You order with password and card; another "
                    "owner's password, the recovery sheet or 24 hours of waiting confirm it. Nobody opens them then."
                ),
            ),
            (
                self.tr("Canaries"),
                self.tr(
                    "Parcels of nobody that you watch. Accept one, put it on the shelf, mark it here some days later. "
                    "Its label opens for seven days; put a new one out then. Colleagues who do not know hand it over "
                    "by mistake: that is no misuse, and the page tells you that it left."
                ),
            ),
        )

    def _caring(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                self.tr("Check"),
                self.tr(
                    "Looks at every page of the database; nobody can work meanwhile, and Stop ends it. Once a week "
                    "it runs by itself when the program closes, and “Close without the check” puts it off."
                ),
            ),
            (
                self.tr("Damage found"),
                self.tr(
                    "Look at this PC's disk first. Then close the program, start it, choose “Can't sign in?” and "
                    "the damaged database: what can be read is saved, the loss is named, and nothing is deleted."
                ),
            ),
        )

    def _reviewing(self) -> tuple[tuple[str, str], ...]:
        return (
            (
                "Alt+1 … Alt+4",
                self.tr("Today with its flags, pictures of the last weeks, the rows, and reports."),
            ),
            (
                "Ctrl+Enter",
                self.tr("Today: say that you saw every flag. Reports: make the one that is chosen."),
            ),
            ("↑ ↓", self.tr("From flag to flag, mark to mark, act to act. Enter leads to the acts behind it.")),
            (
                self.tr("Flags"),
                self.tr(
                    "A word and Enter tick one off; it is recorded. “Mute” hides a kind for one person and is "
                    "recorded too."
                ),
            ),
            (
                self.tr("Canary"),
                self.tr(
                    "Somebody was at a parcel that is nobody's. One look is enough; ask him which customer it was "
                    "for. It shows to the owner who marked it, when he looks here: in a clerk's hands the program "
                    "cannot know it. A tail that only lists it tells nothing, it may be a customer's too."
                ),
            ),
            ("Ctrl+PgUp, Ctrl+PgDn", self.tr("Turn to newer or older acts, or the pages of a report.")),
            (
                self.tr("Scanner"),
                self.tr("Any label or day sheet, however old: the record is held against its code at once."),
            ),
            ("Ctrl+P, Ctrl+S", self.tr("Print a report, or save it with what goes with it.")),
            ("F9", self.tr("Come to this page.")),
            ("Ctrl+L", self.tr("Lock when you leave the counter.")),
            ("F1", self.tr("Close this help.")),
        )

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Tell the same in the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.explain(self._page)
        super().changeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:  # noqa: N802 - Qt's name
        """Escape closes the help."""
        if event.key() == Qt.Key.Key_Escape:
            self.hide()
        else:
            super().keyPressEvent(event)
