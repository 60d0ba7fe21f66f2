"""The pages at the left of the window, each with its function key, and the lock at the foot."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from outlet_app.ui import theme
from outlet_app.ui.theme import Token

WIDTH_PX = 152


class PageName(StrEnum):
    """A page of the window; the value is the name of its icon."""

    ACCEPT = "accept"
    FIND = "find"
    ARRIVALS = "arrivals"
    HAND_OVER = "hand_over"
    DAY_END = "day_end"
    REVIEW = "review"
    STAFF = "staff"
    ACCOUNT = "person"
    OUTLET = "outlet"


class Navigation(QFrame):
    """`page_chosen(PageName)`: somebody wants that page; `lock_asked`: somebody leaves the counter."""

    page_chosen = Signal(object)
    lock_asked = Signal()

    def __init__(self, keys: dict[PageName, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("navigation")
        self.setFixedWidth(WIDTH_PX)
        self._group = QButtonGroup(self)
        self._captions: dict[QPushButton, QLabel] = {}
        self.pages = {page: self._page_button(page, key) for page, key in keys.items()}
        self.lock = self._button("lock", "Ctrl+L")
        self.lock.clicked.connect(self.lock_asked)
        self._lay_out()

    def name_pages(self, names: dict[PageName, str], lock: str, lock_story: str) -> None:
        """Put words on the buttons, in the language of the screen."""
        for page, name in names.items():
            self.pages[page].setText(name)
        self.lock.setText(lock)
        self.lock.setToolTip(lock_story)

    def mark(self, page: PageName) -> None:
        """Show which page stands open; one's own account has no button here, so then none does."""
        if page in self.pages:
            self.pages[page].setChecked(True)
            return
        self._group.setExclusive(False)
        for button in self.pages.values():
            button.setChecked(False)
        self._group.setExclusive(True)

    def _page_button(self, page: PageName, key: str) -> QPushButton:
        button = self._button(page.value, key)
        button.setCheckable(True)
        button.clicked.connect(self._tell_page)
        button.toggled.connect(self._ink)
        return button

    def _button(self, icon: str, key: str) -> QPushButton:
        button = QPushButton()
        button.setObjectName("page")
        button.setAutoDefault(False)
        theme.wear_icon(button, icon)
        caption = QLabel(key, button)
        caption.setObjectName("key")
        self._captions[button] = caption
        row = QHBoxLayout(button)
        row.setContentsMargins(0, 0, theme.GRID_PX, 0)
        row.addWidget(caption, alignment=Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return button

    def _ink(self, open_now: bool) -> None:  # noqa: FBT001 - Qt's signal gives it so
        button = self.sender()
        assert isinstance(button, QPushButton)
        theme.wear_icon(button, str(button.property("iconName")), Token.ON_PRIMARY if open_now else Token.TEXT)
        theme.restyle(self._captions[button], open=open_now)

    def _tell_page(self) -> None:
        self.page_chosen.emit(next(page for page, button in self.pages.items() if button is self.sender()))

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(theme.GRID_PX, 2 * theme.GRID_PX, theme.GRID_PX, theme.GRID_PX)
        column.setSpacing(4)
        for page, button in self.pages.items():
            if page is PageName.REVIEW:
                column.addWidget(_line())
            self._group.addButton(button)
            column.addWidget(button)
        column.addStretch(1)
        column.addWidget(self.lock)


def _line() -> QFrame:
    """Between the counter's pages and the owner's."""
    line = QFrame()
    line.setObjectName("line")
    line.setFixedHeight(1)
    return line
