"""The painted field: read large, marked with who looks, gone on time, and nowhere but in pixels."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QAccessible, QImage

from outlet_app.ui import languages, theme
from outlet_app.ui.languages import Language
from outlet_app.ui.revealed_text import RevealedText
from outlet_app.ui.theme import Token

if TYPE_CHECKING:
    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_PHONE = "13800138000"
_WHO = "陈伟 2026-11-22 09:30:12"
_LONG = timedelta(seconds=20)
_ADDRESS = "浙江省杭州市余杭区文一西路969号3号楼2单元501室" * 5


@pytest.fixture
def shown(qtbot: QtBot, speaking: QApplication) -> RevealedText:
    del speaking  # asked for, so that the look is ours
    text = RevealedText()
    qtbot.addWidget(text)
    text.resize(600, 140)
    text.show()
    qtbot.waitExposed(text)
    return text


def _picture(text: RevealedText) -> QImage:
    return text.grab().toImage()


def _inks(image: QImage) -> set[int]:
    return {image.pixel(x, y) for x in range(0, image.width(), 2) for y in range(0, image.height(), 2)}


def test_before_anything_is_revealed_not_a_pixel_is_painted(shown: RevealedText) -> None:
    assert not shown.is_showing
    assert len(_inks(_picture(shown))) == 1


def test_a_text_is_painted_in_its_frame_and_gone_when_it_is_cleared(shown: RevealedText) -> None:
    empty = _picture(shown)
    shown.show_text(_PHONE, _WHO, _LONG)
    assert shown.is_showing
    picture = _picture(shown)
    assert picture.pixelColor(300, 0).name() == theme.colour(Token.REVEAL).name()
    other = _other_text(shown, "13900139000")
    assert picture != other
    shown.clear()
    assert not shown.is_showing
    assert _picture(shown) == empty


def _other_text(shown: RevealedText, text: str) -> QImage:
    shown.show_text(text, _WHO, _LONG)
    return _picture(shown)


def test_the_name_of_who_looks_is_painted_across_the_text(shown: RevealedText) -> None:
    shown.show_text(_PHONE, _WHO, _LONG)
    with_mark = _picture(shown)
    shown.show_text(_PHONE, " ", _LONG)
    without = _picture(shown)
    changed = [
        (x, y) for x in range(0, 480, 4) for y in range(4, 136, 4) if with_mark.pixel(x, y) != without.pixel(x, y)
    ]
    assert len(changed) > 200
    quarters = {(x // 240, y // 70) for x, y in changed}
    assert quarters == {(0, 0), (0, 1), (1, 0), (1, 1)}


def test_the_ring_runs_down_and_at_its_end_the_text_is_gone(shown: RevealedText, qtbot: QtBot) -> None:
    shown.show_text(_PHONE, _WHO, timedelta(milliseconds=400))
    assert 0 < shown.left_ms <= 400
    full = _picture(shown)
    qtbot.wait(150)
    assert shown.is_showing
    assert _picture(shown) != full
    with qtbot.waitSignal(shown.ended, timeout=2_000):
        pass
    assert not shown.is_showing
    assert shown.left_ms == 0
    assert len(_inks(_picture(shown))) == 1


def test_a_hidden_text_is_not_kept(shown: RevealedText) -> None:
    shown.show_text(_PHONE, _WHO, _LONG)
    shown.hide()
    assert not shown.is_showing
    shown.show()
    assert len(_inks(_picture(shown))) == 1


def test_no_name_no_tip_and_no_window_title_holds_the_text(shown: RevealedText) -> None:
    shown.show_text(_PHONE, _WHO, _LONG)
    spoken = QAccessible.queryAccessibleInterface(shown)
    told = [spoken.text(kind) for kind in QAccessible.Text if kind is not QAccessible.Text.UserText]
    told += [shown.accessibleName(), shown.accessibleDescription(), shown.toolTip(), shown.windowTitle()]
    told += [shown.statusTip(), shown.whatsThis(), shown.objectName(), repr(shown)]
    assert not any(_PHONE in text or _WHO in text for text in told)
    assert shown.accessibleName() == "Revealed, for a few seconds; it is not read out"


def test_a_long_address_wraps_and_asks_for_the_room_that_it_needs(shown: RevealedText) -> None:
    shown.show_text(_PHONE, _WHO, _LONG)
    small = shown.sizeHint().height()
    shown.show_text(_ADDRESS, _WHO, _LONG)
    assert shown.minimumSizeHint().height() > small
    shown.resize(600, shown.minimumSizeHint().height())
    assert shown._face().pixelSize() >= theme.HEADING_PX
    picture = _picture(shown)
    ink = theme.colour(Token.TEXT).name()
    edge = picture.height() - 6
    assert all(picture.pixelColor(x, edge).name() != ink for x in range(6, 480))


@pytest.mark.parametrize("name", ["𠮷田", "䶮", "㛃", "𬭎", "阿布都·艾力"])
def test_rare_characters_have_a_face(shown: RevealedText, name: str) -> None:
    shown.show_text(name, _WHO, _LONG)
    assert not shown.lacks_faces


def test_a_character_that_no_face_has_is_said(shown: RevealedText) -> None:
    shown.show_text("\U0010fffd", _WHO, _LONG)
    assert shown.lacks_faces


def test_its_place_has_a_name_in_the_language_of_the_screen(shown: RevealedText, speaking: QApplication) -> None:
    languages.speak(speaking, Language.CHINESE)
    shown.retranslate()
    assert not shown.accessibleName().isascii()
