"""An order keeps its token to itself."""

from __future__ import annotations

from tests.paper.labels import CODE, CODED


def test_a_label_token_does_not_show_when_an_order_is_printed_out() -> None:
    assert CODE not in repr(CODED)
    assert "code_text" not in repr(CODED)
