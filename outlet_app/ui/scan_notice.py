"""What a scanned label turned out to be, above what it opened; it stays until another scan or until it is put away."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QToolButton, QWidget

from outlet_app.domain.reveal_terms import ScanOutcome
from outlet_app.ui import find_wording, theme, wording
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from outlet_app.errors import OutletError
    from outlet_app.services.scans import ScanReport

_LOOKS = {
    ScanOutcome.OPENS: ("done", Token.GOOD),
    ScanOutcome.FITS: ("done", Token.GOOD),
    ScanOutcome.CLOSED: ("lock", Token.MUTED),
    ScanOutcome.NEWER_LABEL: ("doubt", Token.WARN),
    ScanOutcome.LOST_DAYS: ("doubt", Token.WARN),
    ScanOutcome.FOREIGN: ("doubt", Token.WARN),
    ScanOutcome.MISFIT: ("fault", Token.BAD),
}


class ScanNotice(QFrame):
    """`again_asked(number)`: a parcel of the lost days is to be entered again. `put_away`: it was read."""

    again_asked = Signal(str)
    put_away = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("scanNotice")
        self.icon, self.headline, self.advice = QLabel(), QLabel(), QLabel()
        self.again, self.dismiss = QPushButton(), QToolButton()
        self._report: ScanReport | None = None
        self._error: OutletError | None = None
        self.again.clicked.connect(self._ask_again)
        self.dismiss.clicked.connect(self.put_away)
        self._lay_out()
        self.retranslate()
        self.clear()

    @property
    def report(self) -> ScanReport | None:
        """What is told now."""
        return self._report

    def tell(self, report: ScanReport) -> None:
        """Say what the scanned code turned out to be."""
        self._report, self._error = report, None
        self._show(*_LOOKS[report.outcome])

    def tell_error(self, error: OutletError) -> None:
        """Say why a scanned code could not be judged."""
        self._report, self._error = None, error
        self._show("fault", Token.BAD)

    def clear(self) -> None:
        """Nothing was scanned."""
        self._report = self._error = None
        self.headline.clear()
        self.advice.clear()
        self.hide()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.again.setText(self.tr("Enter it again   Ctrl+R"))
        self.dismiss.setAccessibleName(self.tr("Put the notice away"))
        self.dismiss.setToolTip(self.tr("Put the notice away"))
        if self._report is not None:
            headline, advice = find_wording.outcome_words(self._report)
            self.headline.setText(headline)
            self.advice.setText(advice)
        elif self._error is not None:
            self.headline.setText(self.tr("The scanned code could not be judged"))
            self.advice.setText(wording.sentence(self._error))

    def _show(self, icon: str, token: Token) -> None:
        theme.wear_icon(self.icon, icon, token)
        theme.restyle(self, tone=token.value)
        theme.restyle(self.headline, tone=token.value)
        report = self._report
        self.again.setVisible(report is not None and report.outcome is ScanOutcome.LOST_DAYS and bool(report.number))
        self.retranslate()
        self.show()

    def _ask_again(self) -> None:
        if self._report is not None:
            self.again_asked.emit(self._report.number)

    def _lay_out(self) -> None:
        self.headline.setObjectName("toned")
        self.headline.setFont(theme.font(bold=True))
        for words in (self.headline, self.advice):
            words.setTextFormat(Qt.TextFormat.PlainText)
        self.advice.setWordWrap(True)
        self.dismiss.setObjectName("quiet")
        theme.wear_icon(self.dismiss, "close", Token.MUTED)
        row = QHBoxLayout(self)
        row.setContentsMargins(2 * theme.GRID_PX, 4, theme.GRID_PX, 4)
        row.setSpacing(theme.GRID_PX)
        row.addWidget(self.icon)
        row.addWidget(self.headline)
        row.addWidget(self.advice, stretch=1)
        row.addWidget(self.again)
        row.addWidget(self.dismiss)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
