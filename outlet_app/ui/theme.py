"""The look: colours as tokens, light and dark, the face and its sizes, icons. Fusion on every system."""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import asdict, dataclass
from enum import StrEnum
from functools import lru_cache
from string import Template
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontDatabase, QIcon, QImage, QPainter, QPalette, QPixmap
from PySide6.QtSvg import QSvgRenderer
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget

from outlet_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterator

FACE = "Noto Sans SC"
GRID_PX = 8
TEXT_PX, CAPTION_PX, HEADING_PX, FIGURE_PX = 14, 12, 18, 28
FIELD_PX, TARGET_PX, ICON_PX = 36, 32, 20
_NAME, _TOKEN = "iconName", "iconToken"


class Token(StrEnum):
    """A colour by what it is used for; each is the name of a field of `Tokens`."""

    TEXT = "text"
    MUTED = "muted"
    PRIMARY = "primary"
    ON_PRIMARY = "on_primary"
    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    REVEAL = "reveal"


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one look, each `#RRGGBB`.

    `ground` is the window, `surface` cards and fields. `primary` is the one main action of a view, `good`, `warn` and
    `bad` stand with an icon and a word, `reveal` belongs to whatever shows or leads to unmasked data.
    """

    ground: str
    surface: str
    line: str
    text: str
    muted: str
    primary: str
    on_primary: str
    good: str
    warn: str
    bad: str
    reveal: str


LIGHT = Tokens(
    ground="#F5F6F7",
    surface="#FFFFFF",
    line="#D5D9DD",
    text="#1B1F24",
    muted="#57606A",
    primary="#0B6B5D",
    on_primary="#FFFFFF",
    good="#1A7F37",
    warn="#8A5A00",
    bad="#B42318",
    reveal="#6B3FA0",
)
DARK = Tokens(
    ground="#14171A",
    surface="#1E2226",
    line="#3A4046",
    text="#E8EAED",
    muted="#A3ABB3",
    primary="#3DBFA8",
    on_primary="#06231E",
    good="#56D07C",
    warn="#F0B445",
    bad="#FF8A7A",
    reveal="#C6A2F0",
)


def apply(app: QApplication, *, dark: bool) -> None:
    """Give every window the look, at the start and whenever it is switched. Registers the face the first time.

    Raises FileNotFoundError when a face, icon or the style sheet was not shipped.
    """
    look = "dark" if dark else "light"
    if app.property("worn") == look:
        return  # putting it on anew goes through every widget of every window
    tokens = DARK if dark else LIGHT
    app.setProperty("dark", dark)
    app.setProperty("worn", None)
    if app.property("styled") is None:  # once: a style that is replaced leaves windows with what it drew on
        app.setStyle("Fusion")
        app.setProperty("styled", True)
    _register_face()
    app.setStyleSheet("")  # under a style sheet a face and a palette go through every widget as well
    if app.font() != font():
        app.setFont(font())
    app.setPalette(_palette(tokens))
    app.setStyleSheet(_style_sheet(tokens))
    for widget in app.allWidgets():
        if isinstance(widget, QAbstractButton | QLabel) and widget.property(_NAME):
            _draw_icon(widget)
    app.setProperty("worn", look)


@contextmanager
def undressed() -> Iterator[None]:
    """Put a large window together in here: it is dressed at the end, once.

    Under a style sheet Qt dresses all that is in a widget again each time that widget is put into another one, level
    by level. Nothing is drawn in between, as long as no event is handled.
    """
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    sheet = app.styleSheet()
    app.setStyleSheet("")
    try:
        yield
    finally:
        app.setStyleSheet(sheet)


def current() -> Tokens:
    """The colours of the look that `apply` set last."""
    app = QApplication.instance()
    return DARK if app is not None and app.property("dark") else LIGHT


def colour(token: Token) -> QColor:
    """One colour of the current look, for what is painted by hand."""
    return QColor(getattr(current(), token))


def font(pixels: int = TEXT_PX, *, bold: bool = False) -> QFont:
    """The face of the screen; its figures are all of one width."""
    face = QFont(FACE)
    face.setPixelSize(pixels)
    face.setBold(bold)
    return face


def wear_icon(widget: QAbstractButton | QLabel, name: str, token: Token = Token.TEXT) -> None:
    """Show `resources/icons/{name}.svg` on a button or label, 20 px, in a token's colour, in whatever look comes."""
    widget.setProperty(_NAME, name)
    widget.setProperty(_TOKEN, token.value)
    _draw_icon(widget)


def icon(name: str, token: Token = Token.TEXT, pixels: int = ICON_PX) -> QIcon:
    """An icon in the current look's colour. It does not follow a switch of look: `wear_icon` does."""
    drawn = QIcon(_pixmap(name, colour(token), pixels))
    drawn.addPixmap(_pixmap(name, colour(Token.MUTED), pixels), QIcon.Mode.Disabled)
    drawn.addPixmap(_pixmap(name, colour(token), pixels), QIcon.Mode.Selected)  # Qt would tint it
    return drawn


def restyle(widget: QWidget, **properties: str | bool) -> None:
    """Set dynamic properties that the style sheet asks for, such as `fault=True`, and draw the widget by them."""
    for name, value in properties.items():
        widget.setProperty(name, value)
    widget.style().unpolish(widget)
    widget.style().polish(widget)


def _draw_icon(widget: QAbstractButton | QLabel) -> None:
    name, token = str(widget.property(_NAME)), Token(widget.property(_TOKEN))
    if isinstance(widget, QLabel):
        widget.setPixmap(_pixmap(name, colour(token), ICON_PX))
    else:
        widget.setIcon(icon(name, token))
        widget.setIconSize(QSize(ICON_PX, ICON_PX))


def _pixmap(name: str, ink: QColor, pixels: int) -> QPixmap:
    return QPixmap.fromImage(_drawn(name, ink.name(), pixels, _device_pixel_ratio()))


@lru_cache(maxsize=256)
def _drawn(name: str, ink: str, pixels: int, ratio: float) -> QImage:
    """A picture, because it outlives the program's screen; drawn once, for a window shows each icon many times."""
    drawing = paths.resource(f"icons/{name}.svg").read_text(encoding="utf-8").replace("currentColor", ink)
    renderer = QSvgRenderer(QByteArray(drawing.encode()))
    side = round(pixels * ratio)
    image = QImage(side, side, QImage.Format.Format_ARGB32_Premultiplied)
    image.setDevicePixelRatio(ratio)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    renderer.render(painter, QRectF(0, 0, pixels, pixels))
    painter.end()
    return image


def _device_pixel_ratio() -> float:
    app = QApplication.instance()
    return app.devicePixelRatio() if isinstance(app, QApplication) else 1.0


def _register_face() -> None:
    if FACE in QFontDatabase.families():
        return
    for weight in ("Regular", "Bold"):
        file = paths.face(f"NotoSansSC-{weight}.ttf")
        if QFontDatabase.addApplicationFont(str(file)) < 0:
            msg = f"face {file.name} cannot be read"
            raise FileNotFoundError(msg)


def _palette(tokens: Tokens) -> QPalette:
    role = QPalette.ColorRole
    palette = QPalette()
    for name, roles in {
        "ground": (role.Window, role.AlternateBase),
        "surface": (role.Base, role.Button, role.ToolTipBase),
        "line": (role.Mid, role.Midlight, role.Dark, role.Light),
        "text": (role.WindowText, role.Text, role.ButtonText, role.ToolTipText, role.BrightText),
        "muted": (role.PlaceholderText,),
        "primary": (role.Highlight, role.Link, role.Accent),
        "on_primary": (role.HighlightedText,),
    }.items():
        for one in roles:
            palette.setColor(one, QColor(getattr(tokens, name)))
    for one in (role.WindowText, role.Text, role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, one, QColor(tokens.muted))
    return palette


def _style_sheet(tokens: Tokens) -> str:
    text = paths.resource("style.qss").read_text(encoding="utf-8")
    return Template(text).substitute(asdict(tokens))
