"""Tests of the look: contrast computed, the face registered, icons in their colours."""

from __future__ import annotations

import re
from contextlib import nullcontext
from dataclasses import asdict, fields
from string import Template
from typing import TYPE_CHECKING

import pytest
from PySide6.QtCore import QEvent, QObject, QPoint, Qt
from PySide6.QtGui import QColor, QFontInfo, QFontMetrics, QIcon, QImage, QPalette
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QToolButton, QToolTip, QVBoxLayout, QWidget

from outlet_app import paths
from outlet_app.ui import theme
from outlet_app.ui.theme import DARK, LIGHT, Token, Tokens

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QApplication
    from pytestqt.qtbot import QtBot

_ICONS = sorted(path.stem for path in (paths.resource("icons")).glob("*.svg"))


def _luminance(colour: str) -> float:
    """Relative luminance. Source: WCAG 2.2, "relative luminance"."""
    parts = (int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5))
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _contrast(one: str, other: str) -> float:
    """Source: WCAG 2.2, "contrast ratio"."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_contrast_is_computed_as_the_standard_does() -> None:
    assert _contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert _contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.005)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["ground", "surface"])
@pytest.mark.parametrize("token", [token for token in Token if token is not Token.ON_PRIMARY])
def test_every_text_colour_can_be_read_on_both_grounds(tokens: Tokens, ground: str, token: Token) -> None:
    assert _contrast(getattr(tokens, token), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
def test_text_on_the_main_action_can_be_read(tokens: Tokens) -> None:
    assert _contrast(tokens.on_primary, tokens.primary) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", ["good", "warn", "bad"])
def test_text_on_a_verdict_can_be_read(tokens: Tokens, tone: str) -> None:
    assert _contrast(tokens.on_primary, getattr(tokens, tone)) >= 4.5


def test_every_token_name_is_a_colour() -> None:
    assert {token.value for token in Token} <= {field.name for field in fields(Tokens)}


def test_the_style_sheet_names_colours_by_token_only() -> None:
    sheet = paths.resource("style.qss").read_text(encoding="utf-8")
    names = set(Template(sheet).get_identifiers())
    assert names
    assert names <= set(asdict(LIGHT))
    assert re.findall(r"#[0-9a-fA-F]{3,8}\s*[;} ]", sheet) == []


def test_switching_the_look_changes_window_and_text(speaking: QApplication) -> None:
    for dark, tokens in ((True, DARK), (False, LIGHT)):
        theme.apply(speaking, dark=dark)
        assert theme.current() == tokens
        assert speaking.palette().color(QPalette.ColorRole.Window) == QColor(tokens.ground)
        assert theme.colour(Token.BAD) == QColor(tokens.bad)


@pytest.mark.usefixtures("speaking")
def test_a_look_that_is_worn_already_is_not_put_on_anew(
    speaking: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_on: list[str] = []
    monkeypatch.setattr(theme, "_style_sheet", lambda tokens: put_on.append(tokens.ground) or "")
    for dark in (False, True, True, False):
        theme.apply(speaking, dark=dark)
    assert put_on == [theme.DARK.ground, theme.LIGHT.ground]
    monkeypatch.undo()
    for dark in (True, False):
        theme.apply(speaking, dark=dark)


def test_markup_in_what_others_wrote_is_obeyed_by_no_label_no_tip_and_no_question(
    speaking: QApplication, qtbot: QtBot
) -> None:
    """Left to itself a label guesses: a name that begins with a tag was a heading, with a picture from this disk."""
    markup = "<h1>张三</h1><img src='file:///etc/hostname'>"
    theme.apply(speaking, dark=False)
    window, box = QWidget(), QMessageBox()
    layout = QVBoxLayout(window)
    for name in ("", "heading", "fault"):
        label = QLabel(markup)
        label.setObjectName(name)
        layout.addWidget(label)
    box.setText(markup)
    for widget in (window, box):
        qtbot.addWidget(widget)
        widget.show()
    QToolTip.showText(window.mapToGlobal(QPoint(1, 1)), markup, window)
    tips = [each for each in speaking.topLevelWidgets() if each.metaObject().className() == "QTipLabel"]
    labels = [*window.findChildren(QLabel), *box.findChildren(QLabel), *tips]
    shown = [label for label in labels if isinstance(label, QLabel) and label.text() == markup]
    assert len(shown) >= 5
    assert {label.textFormat() for label in shown} == {Qt.TextFormat.PlainText}
    QToolTip.hideText()
    for tip in tips:
        tip.close()


def test_the_screen_s_face_is_ours_and_its_figures_are_of_one_width() -> None:
    face = theme.font(theme.FIGURE_PX)
    assert QFontInfo(face).family() == theme.FACE
    assert QFontInfo(face).pixelSize() == 28
    metrics = QFontMetrics(face)
    assert len({metrics.horizontalAdvance(figure) for figure in "0123456789"}) == 1


@pytest.mark.usefixtures("speaking")
def test_rare_characters_of_names_are_drawn_by_our_face() -> None:
    metrics = QFontMetrics(theme.font())
    assert all(metrics.inFontUcs4(ord(character)) for character in "䶮㛃龘·张")


def _inked(image: QImage) -> set[str]:
    return {
        image.pixelColor(x, y).name().upper()
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() == 255
    }


@pytest.mark.parametrize("name", _ICONS)
def test_every_icon_draws_in_the_colour_that_is_asked_for(speaking: QApplication, name: str) -> None:
    assert speaking
    image = theme.icon(name, Token.BAD).pixmap(theme.ICON_PX).toImage()
    assert image.width() == theme.ICON_PX
    assert _inked(image) == {LIGHT.bad.upper()}


@pytest.mark.parametrize("name", _ICONS)
def test_every_icon_has_one_line_weight_and_no_colour_of_its_own(name: str) -> None:
    drawing = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8")
    assert drawing.count("stroke-width") == 1
    assert 'stroke-width="1.75"' in drawing
    assert drawing.count("currentColor") == 1
    assert "#" not in drawing


def test_a_worn_icon_follows_a_switch_of_look(speaking: QApplication, qtbot: QtBot) -> None:
    button, label = QToolButton(), QLabel()
    for widget in (button, label):
        qtbot.addWidget(widget)
        theme.wear_icon(widget, "done", Token.GOOD)
    theme.apply(speaking, dark=True)
    assert _inked(button.icon().pixmap(theme.ICON_PX).toImage()) == {DARK.good.upper()}
    assert _inked(label.pixmap().toImage()) == {DARK.good.upper()}


@pytest.mark.usefixtures("speaking")
def test_a_disabled_icon_is_muted() -> None:
    drawn = theme.icon("done", Token.GOOD).pixmap(theme.ICON_PX, QIcon.Mode.Disabled)
    assert _inked(drawn.toImage()) == {LIGHT.muted.upper()}


@pytest.mark.usefixtures("speaking")
def test_a_field_with_a_fault_is_framed_in_red(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    field.resize(200, theme.FIELD_PX)
    theme.restyle(field, fault=True)
    assert QColor(field.grab().toImage().pixelColor(100, 0)) == QColor(LIGHT.bad)
    theme.restyle(field, fault=False)
    assert QColor(field.grab().toImage().pixelColor(100, 0)) == QColor(LIGHT.line)


@pytest.mark.usefixtures("speaking")
def test_a_field_is_36_px_high(qtbot: QtBot) -> None:
    field = QLineEdit()
    qtbot.addWidget(field)
    assert field.sizeHint().height() == theme.FIELD_PX


def test_a_face_that_was_not_shipped_is_a_bug(
    speaking: QApplication, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    empty = tmp_path / "NotoSansSC-Regular.ttf"
    empty.touch()
    monkeypatch.setattr(theme, "FACE", "A face nobody has")
    with monkeypatch.context() as there:
        there.setattr(paths, "face", lambda _name: empty)
        with pytest.raises(FileNotFoundError):
            theme.apply(speaking, dark=True)


_LEVELS = 12


def _nested(depth: int) -> tuple[QWidget, QLineEdit]:
    """A field in a box in a box in a box, put together from the inside out."""
    field = QLineEdit()
    inner: QWidget = field
    for _ in range(depth):
        outer = QWidget()
        QVBoxLayout(outer).addWidget(inner)
        inner = outer
    return inner, field


class _Dressing(QObject):
    """Counts how often widgets are told of a style."""

    times = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802 - Qt's name
        self.times += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


def test_a_window_that_is_put_together_undressed_looks_the_same_and_is_dressed_once(
    speaking: QApplication, qtbot: QtBot
) -> None:
    counted, pictures = [], []
    for way in (nullcontext, theme.undressed):
        counting = _Dressing()
        speaking.installEventFilter(counting)
        with way():
            window, field = _nested(_LEVELS)
            qtbot.addWidget(window)
        speaking.removeEventFilter(counting)
        counted.append(counting.times)
        field.setText("969")
        window.resize(300, 400)
        window.show()
        pictures.append(window.grab().toImage())
    assert pictures[0] == pictures[1]
    assert pictures[0].pixelColor(150, 0).name() == LIGHT.ground.lower()
    assert counted[1] <= 2 * (_LEVELS + 1) < counted[0], "style events"


def test_the_look_comes_back_when_putting_a_window_together_fails(speaking: QApplication) -> None:
    sheet = speaking.styleSheet()
    with pytest.raises(ZeroDivisionError), theme.undressed():
        assert 1 // len(speaking.styleSheet())
    assert speaking.styleSheet() == sheet != ""
