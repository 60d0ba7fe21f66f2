"""What sheets are made of."""

from __future__ import annotations

import pytest

from outlet_app.paper.sheet_blocks import CheckpointBlock, shown
from tests.paper.labels import CODE


@pytest.mark.parametrize("text", ["OK1.K7QM.ABCDEFGH", CODE, ""])
def test_a_sheet_carries_the_code_of_a_checkpoint_and_no_other(text: str) -> None:
    with pytest.raises(ValueError, match="checkpoint"):
        CheckpointBlock(text, "")


@pytest.mark.parametrize("text", [CODE, f"see {CODE}", "ＯＡ１。K7QM", "oa1.k7qm"])
def test_a_text_that_looks_like_a_code_of_ours_is_hidden(text: str) -> None:
    assert shown(text) == "***"


def test_a_text_is_one_line_whatever_was_planted_in_it() -> None:
    assert shown(" two\n\tlines\x0b of it ") == "two lines of it"
