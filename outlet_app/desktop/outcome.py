"""What becomes of a wish to the system."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """Whether the system did what was asked."""

    DONE = "done"
    NOT_OFFERED = "not_offered"
