"""The words for waybill numbers that a day passed over."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QT_TRANSLATE_NOOP

from outlet_app.domain.number_gaps import GapKind
from outlet_app.ui import languages

if TYPE_CHECKING:
    from outlet_app.domain.number_gaps import NumberGap, NumberRun

_KINDS: dict[GapKind, object] = {
    GapKind.FREE: QT_TRANSLATE_NOOP("GapWords", "passed over, still free"),
    GapKind.VOID: QT_TRANSLATE_NOOP("GapWords", "set aside"),
    GapKind.RETURNED: QT_TRANSLATE_NOOP("GapWords", "given back to the carrier"),
    GapKind.UNCERTAIN: QT_TRANSLATE_NOOP("GapWords", "in doubt since a restore"),
    GapKind.MISSING: QT_TRANSLATE_NOOP("GapWords", "given out, and no waybill bears it"),
    GapKind.JUMP: QT_TRANSLATE_NOOP("GapWords", "a jump, as to another roll"),
}


def gap_line(gap: NumberGap) -> str:
    """Which numbers these are, how many, and why."""
    return f"{_span(gap)}  ({gap.count:,})  {languages.translated('GapWords', str(_KINDS[gap.kind]))}"


def run_line(run: NumberRun) -> str:
    """Which numbers these are, and how many."""
    return f"{_span(run)}  ({run.count:,})"


def _span(numbers: NumberGap | NumberRun) -> str:
    return numbers.first if numbers.count == 1 else f"{numbers.first} – {numbers.last}"
