"""Hand-over and the day's end in the self-check: parcels onto a list, one refused, the list closed, the day ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app.self_check.stage import LIGHT, TWO_LOOKS
from outlet_app.ui.message_bar import MessageKind

if TYPE_CHECKING:
    from pathlib import Path

    from outlet_app.domain.draft import WaybillDraft
    from outlet_app.self_check.stage import Stage
    from outlet_app.ui.day_end_view import DayEndView
    from outlet_app.ui.hand_over_view import HandOverView

_PARCELS = 4
_NOBODYS = "YT8899999999999"
_COUNTED = "40"
_CTRL = Qt.KeyboardModifier.ControlModifier


class HandingOver:
    """Plays with parcels of a made-up customer. Raises StepFailed."""

    def __init__(self, stage: Stage, draft: WaybillDraft) -> None:
        self._stage = stage
        self._draft = draft

    def hand_over(self) -> None:
        """Three of four parcels are scanned; the fourth is asked about before the list is closed and printed."""
        numbers = self._accept()
        self._press(Qt.Key.Key_F5)
        self._settle("the page of lists is open")
        self._stage.picture_everywhere("35-hand-over-first", LIGHT)
        for number in numbers[1:]:
            self._scan(number)
        self._stage.hold("the parcels are on the list", self._view.band.kind is MessageKind.GOOD)
        self._stage.picture_everywhere("36-hand-over", TWO_LOOKS)
        self._scan(_NOBODYS)
        self._stage.hold("a strange parcel is refused", self._view.band.kind is MessageKind.BAD)
        self._stage.picture_everywhere("37-hand-over-refused", TWO_LOOKS)
        self._press(Qt.Key.Key_Return, _CTRL)
        self._settle("what is missing is looked for")
        self._stage.hold("the parcel that was not scanned is asked about", self._view.closing_card.is_asking)
        self._stage.picture_everywhere("38-hand-over-asks", LIGHT)
        self._press(Qt.Key.Key_Return, _CTRL)
        self._stage.wait("the list is closed", lambda: bool(self._view.closed.rows))
        self._keep(str(self._view.closed.rows[0].handover.number), "handover-list")
        self._stage.picture_everywhere("39-hand-over-closed", TWO_LOOKS)

    def end_day(self) -> None:
        """The drawer is counted, the shift ended, its sheet printed."""
        self._press(Qt.Key.Key_F7)
        self._settle("the day's end is open")
        self._stage.picture_everywhere("40-day-end", TWO_LOOKS)
        for digit in _COUNTED:
            QTest.keyClicks(self._day.drawer.counted, digit)
        before = set(self._stage.folder.glob("*.pdf"))
        self._press(Qt.Key.Key_Return, _CTRL)
        self._stage.wait("the sheet is printed", lambda: bool(set(self._stage.folder.glob("*.pdf")) - before))
        self._settle("its print is told")
        (sheet,) = set(self._stage.folder.glob("*.pdf")) - before
        self._keep(sheet.stem, "day-sheet")
        self._stage.picture_everywhere("41-day-ended", LIGHT)

    @property
    def _view(self) -> HandOverView:
        return self._stage.main.pages.hand_over

    @property
    def _day(self) -> DayEndView:
        return self._stage.main.pages.day_end

    def _accept(self) -> list[str]:
        return [self._stage.services.entry.accept(self._draft, None).number for _ in range(_PARCELS)]

    def _scan(self, text: str) -> None:
        self._stage.main.take_scan(text)
        self._settle("a scan is taken")

    def _keep(self, printed: str, name: str) -> Path:
        """A paper that lies in the folder gets a name that says what it is."""
        paper = self._stage.folder / f"{printed}.pdf"
        self._stage.wait(f"{name} is printed", paper.is_file)
        self._settle("its print is recorded")
        kept = paper.replace(self._stage.folder / f"{name}.pdf")
        self._stage.hold(f"{name} is a PDF", kept.read_bytes().startswith(b"%PDF"))
        self._stage.left.append(kept)
        return kept

    def _settle(self, step: str) -> None:
        self._stage.wait(step, self._stage.is_idle)

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._stage.main, key, modifiers)
