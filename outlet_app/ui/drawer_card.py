"""The drawer: what should be in it and where that comes from, and what somebody counted."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QVBoxLayout, QWidget

from outlet_app.domain.amounts import read_fen, yuan
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.ui import day_end_wording, theme
from outlet_app.ui.inputs import TextInput

if TYPE_CHECKING:
    from outlet_app.domain.cash import Cash
    from outlet_app.domain.day_account import Shift

_PARTS = 6
_FIELD_PX = 160


class DrawerCard(QFrame):
    """`entered`: Enter was pressed in the field for what was counted."""

    entered = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("card")
        self.heading, self.expected, self.untold = QLabel(), QLabel(), QLabel()
        self.captions = [QLabel() for _ in range(_PARTS)]
        self.amounts = [QLabel() for _ in range(_PARTS)]
        self.counted_caption, self.counted, self.verdict = QLabel(), TextInput(chinese=False, figure=True), QLabel()
        self._shift: Shift | None = None
        self._is_open = False
        self._lay_out()
        self.counted.textChanged.connect(self._tell_verdict)
        self.counted.returnPressed.connect(self.entered)
        self.setFocusProxy(self.counted)
        self.retranslate()

    def show_shift(self, shift: Shift, *, is_open: bool) -> None:
        """Show this shift's money; `is_open`: what was counted can still be typed."""
        self._shift, self._is_open = shift, is_open
        self.retranslate()

    def typed_fen(self) -> int | None:
        """What was counted, in fen; None where nothing was typed or it is no amount."""
        text = self.counted.text().strip()
        return read_fen(text) if text else None

    def is_faulty(self) -> bool:
        """Whether something is typed that is no amount."""
        return bool(self.counted.text().strip()) and self.typed_fen() is None

    def forget_typed(self) -> None:
        """What was typed is recorded."""
        self.counted.put("")

    def retranslate(self) -> None:
        """Say everything in the language of the screen; what is typed stays."""
        self.heading.setText(self.tr("Should be in the drawer"))
        self.counted_caption.setText(self.tr("Counted, yuan"))
        self.counted.setAccessibleName(self.tr("Counted, yuan"))
        for caption, name in zip(self.captions, self._names(), strict=True):
            caption.setText(name)
        if self._shift is not None:
            self._show_money(self._shift.cash)
        for part in (self.counted_caption, self.counted):
            part.setVisible(self._is_open)
        self._tell_verdict()

    def _show_money(self, cash: Cash) -> None:
        self.expected.setText(day_end_wording.money(cash.drawer_fen))
        parts = (
            cash.fees_fen,
            cash.corrections_fen,
            cash.refunds_fen,
            cash.on_delivery_fen,
            cash.collect_fen,
            cash.monthly_fen,
        )
        for amount, fen in zip(self.amounts, parts, strict=True):
            amount.setText(day_end_wording.money(fen))
        words = self.tr("{count} acts of a former version do not say what was paid.")
        self.untold.setText(words.format(count=cash.untold))
        self.untold.setVisible(cash.untold > 0)

    def _names(self) -> tuple[str, ...]:
        return (
            self.tr("Fees taken"),
            self.tr("Fees put right"),
            self.tr("Given back"),
            self.tr("Cash on delivery"),
            self.tr("Freight collect"),
            self.tr("On monthly account, not in the drawer"),
        )

    def _tell_verdict(self) -> None:
        """How what is typed, or else what was counted last, stands beside what should be there."""
        faulty, typed = self.is_faulty(), self.typed_fen()
        words, tone = "", "good"
        if faulty:
            words, tone = self.tr("Type yuan, with two decimals at most."), "bad"
        elif typed is not None and self._shift is not None:
            apart = typed - self._shift.cash.drawer_fen
            words, tone = day_end_wording.difference(apart), "warn" if apart else "good"
        elif self._shift is not None and self._shift.count is not None:
            words, tone = self._recorded(self._shift), "warn" if self._shift.count.difference_fen else "good"
        self.verdict.setText(words)
        theme.restyle(self.verdict, tone=tone)
        self.counted.mark(fault=faulty, doubt=False)
        self.counted.setAccessibleDescription(words)

    def _recorded(self, shift: Shift) -> str:
        assert shift.count is not None
        words = self.tr("Counted ¥{counted} at {time}: {difference}")
        return words.format(
            counted=yuan(shift.count.counted_fen),
            time=f"{outlet_time(shift.count.at):%H:%M}",
            difference=day_end_wording.difference(shift.count.difference_fen),
        )

    def _lay_out(self) -> None:
        self.heading.setObjectName("person")
        self.expected.setFont(theme.font(theme.FIGURE_PX, bold=True))
        self.verdict.setObjectName("toned")
        self.untold.setObjectName("doubt")
        self.counted_caption.setObjectName("caption")
        self.counted.setFixedWidth(_FIELD_PX)
        self.counted.setAlignment(Qt.AlignmentFlag.AlignRight)
        self.counted.setPlaceholderText("¥")
        for words in (self.verdict, self.untold):
            words.setTextFormat(Qt.TextFormat.PlainText)
            words.setWordWrap(True)
        grid = QGridLayout()
        grid.setHorizontalSpacing(2 * theme.GRID_PX)
        grid.setVerticalSpacing(2)
        grid.setColumnStretch(0, 1)
        for row, (caption, amount) in enumerate(zip(self.captions, self.amounts, strict=True)):
            caption.setObjectName("caption")
            caption.setWordWrap(True)
            amount.setAlignment(Qt.AlignmentFlag.AlignRight)
            grid.addWidget(caption, row, 0)
            grid.addWidget(amount, row, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(*[2 * theme.GRID_PX] * 4)
        column.setSpacing(4)
        for part in (self.heading, self.expected):
            column.addWidget(part)
        column.addLayout(grid)
        column.addWidget(self.untold)
        column.addSpacing(theme.GRID_PX)
        column.addWidget(self.counted_caption)
        column.addWidget(self.counted)
        column.addWidget(self.verdict)
        column.addStretch(1)

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt's name
        """Take up the new language."""
        if event.type() == QEvent.Type.LanguageChange:
            self.retranslate()
        super().changeEvent(event)
