"""The destruction record: what was erased by whose word, when and how many, the newest first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QEvent, Qt
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from outlet_app.domain.erasing import Second
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import theme

if TYPE_CHECKING:
    from outlet_app.services.retention import Destruction

MOST_SHOWN = 12
"""Two years of orders, two months apart; all of them stand in the record."""

_SECONDS: dict[Second, object] = {
    Second.OWNER: QT_TRANSLATE_NOOP("DestructionCard", "confirmed by {second}"),
    Second.SHEET: QT_TRANSLATE_NOOP("DestructionCard", "confirmed by the recovery sheet"),
    Second.WAIT: QT_TRANSLATE_NOOP("DestructionCard", "confirmed by a wait of 24 hours"),
}


class DestructionCard(QFrame):
    """One line for each order; it can be marked and read out, not changed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self._records: tuple[Destruction, ...] = ()
        self.heading, self.lines = QLabel(), QLabel()
        self.heading.setObjectName("person")
        self.lines.setWordWrap(True)
        self.lines.setTextFormat(Qt.TextFormat.PlainText)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(theme.GRID_PX)
        column.addWidget(self.heading)
        column.addWidget(self.lines)
        self.retranslate()

    def show_records(self, records: tuple[Destruction, ...]) -> None:
        """These, the newest first."""
        self._records = records
        self.retranslate()

    def retranslate(self) -> None:
        """Say everything in the language of the screen."""
        self.heading.setText(self.tr("Destruction record"))
        lines = [self._line(record) for record in self._records[:MOST_SHOWN]]
        empty = self.tr("Nothing was erased yet. Each erasing stands here, signed, and on its day sheet.")
        self.lines.setText("\n".join(lines) or empty)

    def _line(self, record: Destruction) -> str:
        said = record.said
        words = self.tr("{at}  {owner} erased the details of {count} waybills, accepted {first} to {last}; {second}")
        second = QCoreApplication.translate("DestructionCard", str(_SECONDS[said.second]))
        line = words.format(
            at=f"{outlet_time(said.stated_at):%Y-%m-%d %H:%M}",
            owner=record.owner,
            count=said.count,
            first=f"{outlet_time(said.oldest):%Y-%m-%d}",
            last=f"{outlet_time(said.end):%Y-%m-%d}",
            second=second.format(second=record.second),
        )
        left = self.tr("  (still to be erased: {left})").format(left=record.left) if record.left else ""
        return f"{line}{left}"

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
