"""Codes read back from their rectangles, and whole dots."""

from __future__ import annotations

import pytest
import zxingcpp
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.paper import codes
from outlet_app.paper.codes import Modules, code128_bars, in_dots, inset, module_dots, qr_modules
from tests.paper.labels import CODE, LONGEST_CODE, NUMBER


def _painted(code: Modules, across: int, down: int, quiet: int) -> zxingcpp.ImageView:
    width, height = code.width * across + 2 * quiet, code.height * down + 2 * quiet
    dots = bytearray(b"\xff" * (width * height))
    for left, top, wide, high in in_dots(code, across, down):
        for y in range(top + quiet, top + quiet + high):
            start = y * width + left + quiet
            dots[start : start + wide] = bytes(wide)
    return memoryview(bytes(dots)).cast("B", (height, width))


def _read(image: zxingcpp.ImageView) -> list[str]:
    return [found.text for found in zxingcpp.read_barcodes(image)]


@given(st.text("0123456789ABCDEFGHJKLMNPQRSTVWXYZ", min_size=6, max_size=20))
def test_every_waybill_number_reads_back_from_its_bars(number: str) -> None:
    assert _read(_painted(code128_bars(number), 2, 40, 20)) == [number]


@given(st.text("0123456789ABCDEFGHJKLMNPQRSTVWXYZ.", min_size=1, max_size=122))
def test_every_code_text_reads_back_from_its_square(text: str) -> None:
    assert _read(_painted(qr_modules(text), 3, 3, 12)) == [text]


def test_letters_and_thirteen_digits_take_145_modules() -> None:
    assert code128_bars(NUMBER).width == 145


def test_every_square_has_the_same_size_whatever_it_holds() -> None:
    assert {(square.width, square.height) for square in map(qr_modules, ("OA1", CODE, LONGEST_CODE))} == {(37, 37)}


def test_a_text_beyond_version_5_is_refused() -> None:
    with pytest.raises(ValueError, match="too long"):
        qr_modules("A" * 123)


@pytest.mark.parametrize("text", ["", "运单"])
def test_what_a_code128_cannot_carry_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=r".+"):
        code128_bars(text)


def test_merged_rectangles_do_not_overlap_and_are_far_fewer_than_the_modules() -> None:
    rectangles = qr_modules(CODE).rectangles
    covered = [(x, y) for left, top, w, h in rectangles for x in range(left, left + w) for y in range(top, top + h)]
    assert len(covered) == len(set(covered))
    assert len(rectangles) < len(covered) / 2


def test_a_square_is_not_kept_in_memory_after_it_was_drawn() -> None:
    assert not hasattr(qr_modules, "cache_info")


@pytest.mark.parametrize(
    ("room", "modules", "dots_per_mm", "least_mm", "dots"),
    [
        (552, 165, 8.0, 0.33, 3),
        (552, 132, 8.0, 0.33, 4),
        (552, 60, 8.0, 0.33, 4),
        (552, 185, 8.0, 0.33, None),
        (384, 165, 8.0, 0.25, 2),
        (815, 165, 300 / 25.4, 0.33, 4),
        (815, 220, 300 / 25.4, 0.33, None),
        (552, 165, 203 / 25.4, 0.33, 3),
        (735, 165, 203 / 25.4, 0.33, 4),
    ],
)
def test_modules_are_the_most_whole_dots_that_fit(
    room: int, modules: int, dots_per_mm: float, least_mm: float, dots: int | None
) -> None:
    assert module_dots(room, modules, dots_per_mm, least_mm) == dots


def test_bars_are_a_quarter_dot_smaller_on_every_side() -> None:
    assert inset([(3, 5, 6, 9)]) == [(13, 21, 22, 34)]


def test_a_picture_reads_back_both_kinds_of_code() -> None:
    view = _painted(qr_modules(CODE), 4, 4, 20)
    height, width = view.shape
    assert codes.read_back(width, height, bytes(dot for dot in view.tobytes() for _ in range(3))) == {CODE}
