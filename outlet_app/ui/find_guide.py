"""What stands in 查找 while nothing is found: what can be typed or scanned, with an example of each."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QScrollArea, QVBoxLayout, QWidget

from outlet_app.ui import theme


class FindGuide(QFrame):
    """`found_nothing` says so above the examples."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading = QLabel()
        self._found_nothing = False
        self._examples = [(QLabel(), QLabel()) for _ in self._lines()]
        self._lay_out()
        self.retranslate()

    def tell(self, *, found_nothing: bool) -> None:
        """Whether a look-up just ended without a hit."""
        self._found_nothing = found_nothing
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        nothing = self.tr("Nothing was found. Check it, or try another of these:")
        begin = self.tr("Scan the label in your hand, or type one of these:")
        self.heading.setText(nothing if self._found_nothing else begin)
        for (example, meaning), (text, words) in zip(self._examples, self._lines(), strict=True):
            example.setText(text)
            meaning.setText(words)

    def _lines(self) -> tuple[tuple[str, str], ...]:
        return (
            ("YT8800000000001", self.tr("a waybill number, whole; the bars of a label scan as one")),
            ("15-1-731", self.tr("a shelf code, with its hyphens")),
            ("5678", self.tr("the last four digits of the sender's or recipient's phone")),
            (self.tr("张5678"), self.tr("the first character of the name and the last four digits")),
        )

    def _lay_out(self) -> None:
        self.heading.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(3 * theme.GRID_PX)
        grid.setVerticalSpacing(theme.GRID_PX)
        grid.setColumnStretch(1, 1)
        for row, (example, meaning) in enumerate(self._examples):
            example.setObjectName("keyName")
            meaning.setWordWrap(True)
            grid.addWidget(example, row, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(meaning, row, 1)
        content = QWidget()
        content.setObjectName("plain")
        column = QVBoxLayout(content)
        column.setContentsMargins(*[3 * theme.GRID_PX] * 4)
        column.setSpacing(2 * theme.GRID_PX)
        column.addWidget(self.heading)
        column.addLayout(grid)
        column.addStretch(1)
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setWidget(content)
        frame = QVBoxLayout(self)
        frame.setContentsMargins(1, 1, 1, 1)
        frame.addWidget(scroll)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
