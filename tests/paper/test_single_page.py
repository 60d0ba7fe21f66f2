"""Papers of one page."""

from __future__ import annotations

from outlet_app.domain.printer_setup import AS_IT_IS
from outlet_app.paper.pen import Pen, Style, Zone
from outlet_app.paper.single_page import code_lines, dashed, draw_page
from outlet_app.paper.stocks import STOCK_76_130
from tests.paper.labels import DPI_203, picture, text_of


def test_a_dashed_frame_has_gaps_on_every_side_and_ends_at_its_corners() -> None:
    zone = Zone(10, 10, 30, 20)
    image = picture(draw_page(STOCK_76_130, DPI_203, AS_IT_IS, lambda pen: dashed(pen, zone)), DPI_203)
    dark = image.point(lambda shade: 255 if shade < 128 else 0)
    assert dark.getbbox() == (80, 80, 322, 242)
    for side in ((80, 80, 322, 82), (80, 240, 322, 242), (80, 80, 82, 242), (320, 80, 322, 242)):
        shades = dark.crop(side).tobytes()
        assert 0.35 < shades.count(255) / len(shades) < 0.7


def test_a_code_is_broken_into_lines_that_join_to_the_code() -> None:
    code = "OR1.K7QM.ABCDEFGHJKMNPQRSTVWXYZ0123456789ABCDEFGHJKMNPQRSTVWX.0123ABCD"

    def draw(pen: Pen) -> None:
        code_lines(pen, Zone(5, 5, 60, 40), code, Style(largest_pt=9))

    lines = text_of(draw_page(STOCK_76_130, DPI_203, AS_IT_IS, draw))
    assert "".join(lines) == code
    assert lines[0] == "OR1.K7QM."
    assert max(map(len, lines)) <= 13
