"""Dots, text and shared parts of a page."""

from __future__ import annotations

import pypdfium2
import pytest

from outlet_app.domain.printer_setup import Placing
from outlet_app.paper.faces import Faces, Weight, installed_faces
from outlet_app.paper.page import Sheets, Turn
from outlet_app.paper.typesetting import Type
from tests.paper.labels import metadata_of, picture, text_of


def _sheets(faces: Faces | None = None) -> Sheets:
    sheets = Sheets("YT1", faces or installed_faces())
    sheets.start(20, 10, 8.0)
    return sheets


def _placed(placing: Placing) -> Sheets:
    sheets = Sheets("YT1", installed_faces())
    sheets.start(20, 10, 8.0, placing)
    return sheets


def _pdf(sheets: Sheets) -> bytes:
    sheets.end()
    return sheets.pdf()


def _dark(pdf: bytes, page: int = 0) -> tuple[int, int, int, int] | None:
    return picture(pdf, 8.0, page).point(lambda shade: 255 if shade < 128 else 0).getbbox()


def test_a_page_is_as_large_as_its_paper() -> None:
    assert picture(_pdf(_sheets()), 8.0).size == (160, 80)


def test_a_rectangle_covers_exactly_its_dots() -> None:
    sheets = _sheets()
    sheets.fill([(3, 5, 6, 9)])
    assert _dark(_pdf(sheets)) == (3, 5, 9, 14)


def test_rectangles_count_from_their_place_whatever_their_order() -> None:
    sheets = _sheets()
    sheets.fill([(0, 20, 4, 4), (2, 0, 4, 4)], left=10, top=30)
    assert _dark(_pdf(sheets)) == (10, 30, 16, 54)


def test_a_grey_rectangle_is_grey() -> None:
    sheets = _sheets()
    sheets.fill([(0, 0, 40, 40)], grey=0.75)
    assert picture(_pdf(sheets), 8.0).getpixel((20, 20)) == 191


@pytest.mark.parametrize(("turn", "wider"), [(Turn.LEVEL, True), (Turn.UP, False), (Turn.DOWN, False)])
def test_a_text_runs_the_way_it_is_turned(turn: Turn, wider: bool) -> None:  # noqa: FBT001  a table's column
    sheets = _sheets()
    sheets.write(10 - 8 * wider, 5, "YT12345"[: 3 + 4 * wider], Type(7), turn=turn)
    box = _dark(_pdf(sheets))
    assert box is not None
    assert (box[2] - box[0] > box[3] - box[1]) is wider


def test_white_text_shows_on_dark_and_dark_text_follows_it() -> None:
    sheets = _sheets()
    sheets.fill([(0, 0, 80, 80)])
    sheets.write(1, 8, "国", Type(20, Weight.BOLD), grey=1.0)
    sheets.write(11, 8, "国", Type(20, Weight.BOLD))
    image = picture(_pdf(sheets), 8.0)
    assert image.crop((0, 0, 80, 80)).getextrema()[1] == 255
    assert image.crop((80, 0, 160, 80)).getextrema()[0] == 0


def test_a_character_without_a_face_is_a_crossed_box_and_told() -> None:
    sheets = _sheets(Faces(None))
    sheets.write(1, 8, "张𠮷三", Type(14))
    assert sheets.missing == ["𠮷"]
    assert sheets.lines == ["张𠮷三"]
    middle = picture(_pdf(sheets), 8.0).crop((48, 0, 88, 80)).point(lambda shade: 255 if shade < 128 else 0)
    left, top, right, bottom = middle.getbbox() or (0, 0, 0, 0)
    assert right - left == pytest.approx(34, abs=3)
    assert bottom - top == pytest.approx(36, abs=3)


@pytest.mark.parametrize("turn", list(Turn))
def test_boxes_turn_with_their_text(turn: Turn) -> None:
    sheets = _sheets(Faces(None))
    sheets.write(10, 5, "𠮷𠮷", Type(7), turn=turn)
    assert _dark(_pdf(sheets)) is not None


def test_a_shared_part_shows_on_every_page_and_is_kept_once() -> None:
    sheets = _sheets()
    sheets.start_shared("form")
    sheets.fill([(0, 0, 8, 8)])
    sheets.write(2, 8, "寄付", Type(9))
    sheets.end_shared("form")
    pages = []
    for _ in range(2):
        sheets.place_shared("form")
        pages.append(list(sheets.lines))
        sheets.end()
        sheets.start(20, 10, 8.0)
    pdf = _pdf(sheets)
    assert pages == [["寄付"], ["寄付"]]
    assert text_of(pdf, 0) == text_of(pdf, 1) == ["寄付"]
    assert pdf.count(b"/Subtype /Form") == 1


def test_a_placing_moves_by_the_whole_dots_that_come_nearest() -> None:
    sheets = _placed(Placing(right_tenths=13, down_tenths=-4))
    sheets.fill([(30, 30, 6, 9)])
    assert _dark(_pdf(sheets)) == (40, 27, 46, 36)


def test_a_placing_scales_no_dots() -> None:
    sheets = _placed(Placing(scale_mille=980))
    sheets.fill([(30, 30, 6, 9)])
    assert _dark(_pdf(sheets)) == (30, 30, 36, 39)


def test_a_text_moves_with_the_dots_and_is_scaled_from_the_top_left() -> None:
    boxes = []
    for placing in (Placing(), Placing(10, 5), Placing(scale_mille=1020)):
        sheets = _placed(placing)
        sheets.write(8, 8, "国", Type(20, Weight.BOLD))
        boxes.append(_dark(_pdf(sheets)))
    plain, moved, scaled = ([*box] if box else [] for box in boxes)
    assert moved == [plain[0] + 8, plain[1] + 4, plain[2] + 8, plain[3] + 4]
    assert scaled == [pytest.approx(edge * 1.02, abs=1) for edge in plain]
    assert scaled != plain


def test_the_box_of_a_missing_character_moves_with_its_text() -> None:
    boxes = []
    for placing in (Placing(), Placing(10, 5)):
        sheets = Sheets("YT1", Faces(None))
        sheets.start(20, 10, 8.0, placing)
        sheets.write(8, 8, "𠮷", Type(14))
        boxes.append(_dark(_pdf(sheets)) or (0, 0, 0, 0))
    assert [edge + by for edge, by in zip(boxes[0], (8, 4, 8, 4), strict=True)] == list(boxes[1])


def test_a_document_names_its_title_and_nobody() -> None:
    metadata = metadata_of(_pdf(_sheets()))
    assert metadata["Title"] == "YT1"
    assert {metadata[key] for key in ("Author", "Subject", "Keywords", "Creator")} == {""}
    assert metadata["Producer"] == "Outlet App"


def test_a_document_asks_not_to_be_scaled() -> None:
    assert b"/PrintScaling /None" in _pdf(_sheets())


def test_the_same_calls_give_the_same_bytes() -> None:
    def draw() -> bytes:
        sheets = _sheets()
        sheets.write(1, 8, "张三 A", Type(9))
        return _pdf(sheets)

    assert draw() == draw()


def test_only_what_is_drawn_of_a_face_is_embedded() -> None:
    sheets = _sheets()
    sheets.write(1, 8, "张", Type(9))
    pdf = _pdf(sheets)
    assert len(pdf) < 8_000
    document = pypdfium2.PdfDocument(pdf)
    assert len(document) == 1
    document.close()
