"""到件 while something else is going on: a scan that halts, a shelf that fills, an answer that comes late."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent

from outlet_app.ui.scanner import Scanner
from tests.ui.counter import CTRL
from tests.ui.test_arrivals_view import FIRST, SECOND, THIRD, model, shelver

if TYPE_CHECKING:
    import pytest
    from PySide6.QtWidgets import QApplication

    from tests.ui.shelver import Shelver

__all__ = ["model", "shelver"]


def test_a_scan_that_halts_shelves_nothing_and_is_in_the_hand_whole(shelver: Shelver, speaking: QApplication) -> None:
    """Where it halted after ten characters, the other five and Enter shelved a parcel of half a number.

    Its shelf code was the one that the next parcel was thought to have: there the digits were wrong at collection.
    """
    scanner = Scanner(speaking)
    scanner.scanned.connect(shelver.view.take_scan)
    now_ms = 10_000
    for cut in range(2, len(FIRST) + 1):
        for place, character in enumerate(FIRST + "\r"):
            now_ms += 60 if place == cut else 10
            key = Qt.Key.Key_Return if character == "\r" else Qt.Key(ord(character))
            for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress, QEvent.Type.KeyRelease):
                event = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, character)
                event.setTimestamp(now_ms)
                QCoreApplication.sendEvent(shelver.view.windowHandle(), event)
        assert shelver.view.slip.draft("").number == FIRST, cut
        assert shelver.view.slip.draft("").tail == "", cut
        assert not shelver.view.aside.drafts, cut
        shelver.press(Qt.Key.Key_Escape)
        now_ms += 5000
    assert shelver.codes() == []
    speaking.removeEventFilter(scanner)
    scanner.deleteLater()


def test_a_full_shelf_takes_no_key_from_the_parcel_that_is_in_the_hand_by_then(
    shelver: Shelver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outlet_app.store.shelves.next_places", lambda last: (last + 1,) if last < 1 else ())
    shelver.shelve(FIRST, "1234")
    shelver.scan(SECOND)
    shelver.type("5678")
    shelver.view.take_scan(THIRD)
    shelver.type("90")
    shelver.settle()
    shelver.type("12")
    shelver.settle()
    assert [draft.number for draft in shelver.view.aside.drafts] == [SECOND]
    assert shelver.view.slip.draft("").number == THIRD
    assert shelver.view.slip.tail.text() == "9012"
    assert shelver.has_keys(shelver.view.shelf)


def test_a_number_that_is_being_typed_is_not_lost_to_a_parcel_that_was_not_shelved(
    shelver: Shelver, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("outlet_app.store.shelves.next_places", lambda last: (last + 1,) if last < 1 else ())
    shelver.shelve(FIRST, "1234")
    shelver.scan(SECOND)
    shelver.type("5678")
    shelver.type("YT1")
    shelver.settle()
    assert shelver.view.slip.number.text() == "YT1"
    assert [draft.number for draft in shelver.view.aside.drafts] == [SECOND]


def test_what_stands_out_while_the_list_has_the_keys_still_does_when_one_more_arrives(shelver: Shelver) -> None:
    shelver.shelve(FIRST, "1234")
    shelver.scan(SECOND)
    shelver.type("5678")
    shelver.view.list.cards.setFocus()
    shelver.settle()
    assert shelver.codes() == ["15-1-2", "15-1-1"]
    shelver.press(Qt.Key.Key_Z, CTRL)
    assert shelver.view.band.headline.text() == "15-1-1 taken back"
