"""Every character prints as itself, or as a box that is told."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from PIL import Image, ImageChops, ImageDraw, ImageFont

from outlet_app import paths
from outlet_app.paper.faces import MM_PER_POINT, Faces, Weight, installed_faces
from outlet_app.paper.page import Sheets
from outlet_app.paper.typesetting import Type
from tests.paper.labels import picture

if TYPE_CHECKING:
    from pathlib import Path

RARE = "𠮷䶮㛃𬭎"
"""A supplementary character, two of extension A, and one of extension E: all in real names."""


@pytest.fixture
def wide() -> Path:
    path = paths.wide_face()
    if path is None:
        pytest.skip("no wide face on this machine (Debian: fonts-hanazono)")
    return path


def _drawn(character: str, faces: Faces) -> Image.Image:
    sheets = Sheets("test", faces)
    sheets.start(40, 40, 8.0)
    sheets.write(5, 32, character, Type(80))
    sheets.end()
    return _shape(picture(sheets.pdf(), 8.0))


def _expected(character: str, file: Path) -> Image.Image:
    image = Image.new("L", (400, 400), 255)
    ImageDraw.Draw(image).text((60, 60), character, font=ImageFont.truetype(str(file), 226), fill=0)
    return _shape(image)


def _shape(image: Image.Image) -> Image.Image:
    inked = image.point(lambda shade: 255 if shade < 128 else 0)
    return inked.crop(inked.getbbox()).resize((64, 64))


def _difference(one: Image.Image, other: Image.Image) -> float:
    histogram = ImageChops.difference(one, other).histogram()
    return sum(shade * count for shade, count in enumerate(histogram)) / 255 / 64 / 64


def _file_of(character: str, faces: Faces, wide: Path) -> Path:
    font = faces.glyph(character, Weight.REGULAR).font
    return wide if font == "Wide" else paths.face(f"{font}.ttf")


@pytest.mark.parametrize("character", [*RARE, "·", "张", "A"])
def test_a_rare_character_prints_as_its_own_shape(character: str, wide: Path) -> None:
    faces = Faces(wide)
    drawn = _drawn(character, faces)
    assert _difference(drawn, _expected(character, _file_of(character, faces, wide))) < 0.08
    assert character == "·" or _difference(drawn, _expected("国", paths.face("NotoSansSC-Regular.ttf"))) > 0.15


def test_characters_of_both_faces_stand_in_runs_of_their_own(wide: Path) -> None:
    assert list(Faces(wide).runs("张𠮷𠮷·三", Weight.BOLD)) == [
        ("NotoSansSC-Bold", "张"),
        ("Wide", "𠮷𠮷"),
        ("NotoSansSC-Bold", "·三"),
    ]


def test_without_a_wide_face_a_rare_character_becomes_a_box_as_wide_as_itself() -> None:
    faces = Faces(None)
    assert list(faces.runs("a𠮷", Weight.REGULAR)) == [("NotoSansSC-Regular", "a"), (None, "𠮷")]
    assert faces.ems("𠮷", Weight.REGULAR) == 1


def test_what_no_face_has_becomes_a_box(wide: Path) -> None:
    assert Faces(wide).glyph("😀", Weight.REGULAR).font is None


@pytest.mark.parametrize("invisible", ["\u200d", "\u202e", "\ufe0f", "\U000e0101"])
def test_joiners_and_variation_selectors_take_no_room_and_draw_nothing(invisible: str) -> None:
    faces = installed_faces()
    assert list(faces.runs(f"张{invisible}三", Weight.REGULAR)) == [("NotoSansSC-Regular", "张三")]
    assert faces.ems(invisible, Weight.REGULAR) == 0


def test_a_chinese_character_is_as_wide_as_its_type_size() -> None:
    assert installed_faces().width_mm("张三", Weight.BOLD, 10) == pytest.approx(20 * MM_PER_POINT)


def test_the_wide_face_is_loaded_only_when_a_character_needs_it(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttf"
    broken.write_bytes(b"not a face")
    faces = Faces(broken)
    assert faces.glyph("张", Weight.REGULAR).font == "NotoSansSC-Regular"
    with pytest.raises(Exception, match="Not a recognized TrueType font"):
        faces.glyph("𠮷", Weight.REGULAR)
