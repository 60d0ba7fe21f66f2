"""Tests of the words for numbers that were passed over."""

from __future__ import annotations

import pytest

from outlet_app.domain.number_gaps import GapKind, NumberGap, NumberRun
from outlet_app.ui.gap_words import gap_line, run_line


@pytest.mark.usefixtures("speaking")
@pytest.mark.parametrize("kind", list(GapKind))
def test_every_kind_has_words_and_one_number_is_named_once(kind: GapKind) -> None:
    line = gap_line(NumberGap(kind, "YT1", "YT1", 1))
    assert line.startswith("YT1  (1)  ")
    assert len(line) > len("YT1  (1)  ")
    assert run_line(NumberRun("YT1", "YT2000", 2000)) == "YT1 – YT2000  (2,000)"
