"""What becomes of a wish to the system."""

from __future__ import annotations

from outlet_app.desktop.outcome import Outcome


def test_there_is_no_third_answer() -> None:
    assert {outcome.value for outcome in Outcome} == {"done", "not_offered"}
