"""The faces of labels, character by character: Noto Sans SC, a wide face behind it, a box behind both."""

from __future__ import annotations

import functools
import unicodedata
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING, Protocol, cast

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont

from outlet_app import paths

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

MM_PER_POINT = 25.4 / 72


class Weight(StrEnum):
    """The two weights that labels use; the value names the file."""

    REGULAR = "NotoSansSC-Regular"
    BOLD = "NotoSansSC-Bold"


@dataclass(frozen=True, slots=True)
class Glyph:
    """How one character is drawn: by which face, how wide in thousandths of the type size.

    `font` is None where no face has the character, and empty where there is nothing to draw.
    """

    font: str | None
    width: int


class _Outlines(Protocol):
    charToGlyph: dict[int, int]  # noqa: N815 - the library's name
    charWidths: dict[int, float]  # noqa: N815 - the library's name


class _Font(Protocol):
    face: _Outlines


_BOX = Glyph(None, 1000)
_NOTHING = Glyph("", 0)
_WIDE = "Wide"


class Faces:
    """Chooses a face for each character. `wide` is the file of the wide face, loaded only when a character needs it."""

    def __init__(self, wide: Path | None) -> None:
        self._glyphs = {weight: _Glyphs(weight, wide) for weight in Weight}
        self._widths = {weight: _Widths(glyphs) for weight, glyphs in self._glyphs.items()}

    def glyph(self, character: str, weight: Weight) -> Glyph:
        """How `character`, a single code point, is drawn."""
        return self._glyphs[weight][character]

    def runs(self, text: str, weight: Weight) -> Iterator[tuple[str | None, str]]:
        """`text` cut where the face changes, as font name (None: a box for each character) and characters."""
        font: str | None = ""
        characters = ""
        glyphs = self._glyphs[weight]
        for character in text:
            of_this = glyphs[character].font
            if of_this == "":
                continue
            if of_this != font and characters:
                yield font, characters
                characters = ""
            font = of_this
            characters += character
        if characters:
            yield font, characters

    def ems(self, text: str, weight: Weight) -> float:
        """How wide `text` is, in type sizes."""
        return sum(map(self._widths[weight].__getitem__, text)) / 1000

    def width_mm(self, text: str, weight: Weight, size_pt: float) -> float:
        """How wide `text` is on paper, in mm."""
        return self.ems(text, weight) * size_pt * MM_PER_POINT


class _Glyphs(dict[str, Glyph]):
    """The glyphs of one weight, each looked for once."""

    def __init__(self, weight: Weight, wide: Path | None) -> None:
        super().__init__()
        self._weight = weight
        self._wide = wide

    def __missing__(self, character: str) -> Glyph:
        glyph = self[character] = _NOTHING if _shows_nothing(character) else self._find(character)
        return glyph

    def _find(self, character: str) -> Glyph:
        found = _glyph_of(_noto(self._weight), self._weight.value, character)
        if found is None and self._wide is not None:
            found = _glyph_of(_wide(self._wide), _WIDE, character)
        return found or _BOX


class _Widths(dict[str, int]):
    """Their widths alone, for measuring at the speed of a plain look-up."""

    def __init__(self, glyphs: _Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __missing__(self, character: str) -> int:
        width = self[character] = self._glyphs[character].width
        return width


@functools.cache
def installed_faces() -> Faces:
    """The faces of this machine."""
    return Faces(paths.wide_face())


@functools.cache
def _noto(weight: Weight) -> _Font:
    return _load(weight.value, paths.face(f"{weight.value}.ttf"))


@functools.cache
def _wide(path: Path) -> _Font:
    return _load(_WIDE, path)


def _load(name: str, path: Path) -> _Font:
    font = TTFont(name, str(path), asciiReadable=False, shapable=False)
    pdfmetrics.registerFont(font)
    return cast("_Font", font)


def _glyph_of(font: _Font, name: str, character: str) -> Glyph | None:
    code = ord(character)
    if not font.face.charToGlyph.get(code):
        return None
    return Glyph(name, round(font.face.charWidths[code]))


def _shows_nothing(character: str) -> bool:
    """Joiners, direction marks and variation selectors choose the form of their neighbours and have none themselves."""
    code = ord(character)
    return unicodedata.category(character) == "Cf" or 0xFE00 <= code <= 0xFE0F or 0xE0100 <= code <= 0xE01EF
