"""Arrivals and collection in the self-check: parcels come in, wait, and are given out against digits and money."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from outlet_app import printing
from outlet_app.domain.arrived_parcel import ParcelState
from outlet_app.paper import codes
from outlet_app.self_check.stage import LIGHT, TWO_LOOKS

if TYPE_CHECKING:
    from outlet_app.self_check.stage import Stage
    from outlet_app.ui.arrivals_view import ArrivalsView
    from outlet_app.ui.find_view import FindView

_SHELF, _TAIL, _OTHER_TAIL = "15-1", "1234", "5678"
_NUMBERS = tuple(f"YT88990000000{place:02d}" for place in range(1, 9))
_ANYBODYS = "99ZZ88YY77"
"""A shape that no carrier is known to use."""

_LABEL_DOTS_PER_MM = 12.0
_CTRL = Qt.KeyboardModifier.ControlModifier


class Arriving:
    """Plays with made-up parcels. Raises StepFailed."""

    def __init__(self, stage: Stage) -> None:
        self._stage = stage

    def arrive(self) -> None:
        """The clerk chooses the shelf, scans parcels and types their tails."""
        self._press(Qt.Key.Key_F4)
        self._settle("the page of arrivals is open")
        self._stage.picture_everywhere("25-arrivals-first", LIGHT)
        self._type(_SHELF)
        self._press(Qt.Key.Key_Return)
        for number in _NUMBERS[:6]:
            self._shelve(number, _TAIL if number < _NUMBERS[2] else _OTHER_TAIL)
        self._scan(_NUMBERS[6])
        self._type("*38.5")
        self._press(Qt.Key.Key_Return)
        self._type(_OTHER_TAIL)
        self._settle("the parcel is shelved")
        self._stage.hold("it stands at its place", self._view.band.headline.text() == f"{_SHELF}-7")
        self._read_label(_NUMBERS[6])
        self._stage.picture_everywhere("26-arrivals", TWO_LOOKS)
        self._scan(_ANYBODYS)
        self._stage.picture_everywhere("27-arrivals-carrier", LIGHT)
        self._scan(_NUMBERS[0])
        self._stage.picture_everywhere("28-arrivals-standing-already", TWO_LOOKS)
        self._press(Qt.Key.Key_D, _CTRL)
        self._stage.hold("what was not finished is dropped", not self._view.aside.isVisible())

    def collect(self) -> None:
        """One is given out by its shelf code, one by its tail, one against money; one is refused."""
        self._press(Qt.Key.Key_F, _CTRL)
        self._settle("the find page is open")
        self._find(f"{_SHELF}-1")
        self._stage.picture_everywhere("29-collect-digits", TWO_LOOKS)
        self._type("9999")
        self._settle("the digits are wrong")
        self._stage.hold("nothing is given out", self._is_waiting())
        self._stage.picture_everywhere("30-collect-wrong-digits", LIGHT)
        self._type(_TAIL)
        self._settle("the digits are right")
        self._stage.hold("it is given out", not self._is_waiting())
        self._stage.picture_everywhere("31-collect-given-out", TWO_LOOKS)
        self._find(_OTHER_TAIL)
        self._stage.picture_everywhere("32-collect-by-tail", LIGHT)
        self._find(f"{_SHELF}-7")
        self._type(_OTHER_TAIL)
        self._settle("the money is asked")
        self._stage.picture_everywhere("33-collect-money", TWO_LOOKS)
        self._press(Qt.Key.Key_F8)
        self._press(Qt.Key.Key_Return)
        self._settle("the money is taken")
        self._stage.hold("it is given out too", not self._is_waiting())
        self._find(f"{_SHELF}-2")
        self._press(Qt.Key.Key_O, _CTRL)
        self._stage.picture_everywhere("34-collect-refused", LIGHT)
        self._press(Qt.Key.Key_Return)
        self._settle("the parcel is refused")

    @property
    def _view(self) -> ArrivalsView:
        return self._stage.main.pages.arrivals

    @property
    def _finding(self) -> FindView:
        return self._stage.main.find_view

    def _is_waiting(self) -> bool:
        parcel = self._finding.parcel_card.parcel
        return parcel is not None and parcel.state is ParcelState.WAITING

    def _shelve(self, number: str, tail: str) -> None:
        self._scan(number)
        self._type(tail)
        self._settle(f"{number} is shelved")

    def _scan(self, text: str) -> None:
        self._stage.main.take_scan(text)
        self._settle("a scan is taken")

    def _find(self, text: str) -> None:
        self._finding.begin()
        self._type(text)
        self._press(Qt.Key.Key_Return)
        self._settle(f"{text} is found")
        self._stage.hold("something is found", self._finding.cards.rows.rowCount() > 0)

    def _read_label(self, number: str) -> None:
        """The shelf label lies in the folder, and its bars say the number."""
        label = self._stage.folder / f"{number}.pdf"
        self._stage.wait("the shelf label is printed", label.is_file)
        self._settle("its print is recorded")
        kept = label.replace(self._stage.folder / "shelf-label.pdf")
        picture = printing.page_picture(kept.read_bytes(), _LABEL_DOTS_PER_MM)
        read = codes.read_back(picture.width, picture.height, picture.data)
        self._stage.hold("the bars of the shelf label say the number", number in read)
        self._stage.left.append(kept)

    def _settle(self, step: str) -> None:
        self._stage.wait(step, self._stage.is_idle)

    def _type(self, text: str) -> None:
        for character in text:
            QTest.keyClicks(QApplication.focusWidget() or self._stage.main, character)

    def _press(self, key: Qt.Key, modifiers: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        QTest.keyClick(QApplication.focusWidget() or self._stage.main, key, modifiers)
