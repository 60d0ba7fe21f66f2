"""Tests of the full-width verdict: the whole ground in its tone, its words, and nothing of the one before."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PySide6.QtGui import QColor

from outlet_app.ui import theme
from outlet_app.ui.message_bar import MessageKind
from outlet_app.ui.verdict_band import VerdictBand

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot


@pytest.fixture
def band(qtbot: QtBot, speaking: object) -> VerdictBand:
    assert speaking
    shown = VerdictBand()
    qtbot.addWidget(shown)
    shown.resize(1000, 64)
    shown.show()
    return shown


def _ground(band: VerdictBand) -> QColor:
    return band.grab().toImage().pixelColor(band.width() - 8, 8)


@pytest.mark.parametrize("kind", MessageKind)
def test_the_whole_width_is_in_the_colour_of_the_verdict(band: VerdictBand, kind: MessageKind) -> None:
    band.tell(kind, "15-1-731", "Put it on the shelf.")
    assert _ground(band) == QColor(getattr(theme.current(), kind.value))
    assert band.headline.palette().windowText().color() == QColor(theme.current().on_primary)


def test_a_reader_hears_the_verdict_and_what_to_do(band: VerdictBand) -> None:
    band.tell(MessageKind.WARN, "It stands there already", "Look at 15-1-7.")
    assert band.accessibleName() == "It stands there already Look at 15-1-7."


def test_an_invitation_takes_colour_and_words_of_the_verdict_away(band: VerdictBand) -> None:
    band.tell(MessageKind.BAD, "Full", "Choose another shelf.")
    band.invite("Scan a parcel.")
    assert (band.headline.text(), band.advice.text(), band.kind) == ("", "Scan a parcel.", None)
    assert _ground(band) == QColor(theme.current().surface)


def test_long_advice_takes_no_room_from_the_headline(band: VerdictBand, qtbot: QtBot) -> None:
    band.tell(MessageKind.GOOD, "15-1-731", "word " * 60)
    qtbot.waitUntil(lambda: band.headline.width() >= band.headline.sizeHint().width())
    assert band.width() == 1000


def test_where_there_is_no_room_beside_the_headline_the_sentence_stands_whole_under_it(
    band: VerdictBand, qtbot: QtBot
) -> None:
    advice = "Nothing is known of it here: accept it first, or put it aside."
    band.tell(MessageKind.BAD, "Not a parcel of this outlet YT8899999999999", advice)
    band.resize(1000, band.height())
    qtbot.waitUntil(lambda: band.advice.x() > band.headline.x())
    band.setFixedWidth(720)
    qtbot.waitUntil(lambda: band.advice.y() > band.headline.y())
    assert band.advice.height() >= band.advice.heightForWidth(band.advice.width())
    assert band.headline.height() >= band.headline.fontMetrics().height()
    assert band.rect().contains(band.advice.geometry())
    band.tell(MessageKind.GOOD, "15-1-7", "Its label prints.")
    qtbot.waitUntil(lambda: band.advice.x() > band.headline.x())
