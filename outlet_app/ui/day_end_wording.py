"""The day's end in words: money, what the drawer is short of, and numbers that want an explanation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from outlet_app.domain.amounts import yuan
from outlet_app.domain.number_gaps import GapKind

if TYPE_CHECKING:
    from collections.abc import Mapping

    from outlet_app.domain.number_gaps import NumberGap, NumberRun

_CONTEXT = "DayEndWording"

_GAPS: Mapping[GapKind, object] = {
    GapKind.FREE: QT_TRANSLATE_NOOP("DayEndWording", "free: {span}"),
    GapKind.VOID: QT_TRANSLATE_NOOP("DayEndWording", "void: {span}"),
    GapKind.RETURNED: QT_TRANSLATE_NOOP("DayEndWording", "given back: {span}"),
    GapKind.UNCERTAIN: QT_TRANSLATE_NOOP("DayEndWording", "uncertain: {span}"),
    GapKind.MISSING: QT_TRANSLATE_NOOP("DayEndWording", "without a waybill: {span}"),
    GapKind.JUMP: QT_TRANSLATE_NOOP("DayEndWording", "passed over: {span}"),
}
_SPAN = QT_TRANSLATE_NOOP("DayEndWording", "{first} to {last} ({count})")
_RIGHT = QT_TRANSLATE_NOOP("DayEndWording", "right to the fen")
_OVER = QT_TRANSLATE_NOOP("DayEndWording", "¥{amount} too much")
_SHORT = QT_TRANSLATE_NOOP("DayEndWording", "¥{amount} missing")


def money(fen: int) -> str:
    """Fen as yuan with their sign: -350 is −¥3.50."""
    return f"−¥{yuan(-fen)}" if fen < 0 else f"¥{yuan(fen)}"


def difference(fen: int) -> str:
    """What is in the drawer beside what should be, as a word."""
    if fen == 0:
        return _said(_RIGHT)
    return _said(_OVER if fen > 0 else _SHORT).format(amount=yuan(abs(fen)))


def gap_words(gap: NumberGap) -> str:
    """One gap of the day's numbers."""
    return _said(_GAPS[gap.kind]).format(span=_span(gap))


def run_words(run: NumberRun) -> str:
    """Numbers that were used one after the other."""
    return _span(run)


def _span(numbers: NumberGap | NumberRun) -> str:
    if numbers.count == 1:
        return numbers.first
    return _said(_SPAN).format(first=numbers.first, last=numbers.last, count=numbers.count)


def _said(text: object) -> str:
    return QCoreApplication.translate(_CONTEXT, str(text))
