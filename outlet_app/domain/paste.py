"""Reads what a customer sent, in any form, into a proposal for the form's fields."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from outlet_app.errors import PasteTooLong

LONGEST_PASTE = 2_000
"""Characters. Two parties with notes stay far below it; a document pasted by mistake does not."""


class DoubtReason(StrEnum):
    """Why a field of a proposal should be looked at."""

    MISSING = "missing"
    AMBIGUOUS = "ambiguous"
    RENAMED = "renamed"
    MISMATCH = "mismatch"
    INFERRED = "inferred"
    WEAK = "weak"
    SECOND = "second"
    PREMASKED = "premasked"
    NOT_A_NUMBER = "not_a_number"
    IDENTITY_NUMBER = "identity_number"


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field to look at (`name`, `phone`, `region`, `detail`), why, and what else it could be, the likeliest first."""

    field: str
    reason: DoubtReason
    alternatives: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PasteProposal:
    """One party as read, each field empty when the text does not say it; a blank is better than a wrong guess.

    Division names are official and full; `name` and `detail` are in the customer's own characters. `leftover` is what
    was read into no field. For a pasted pair this is the recipient, and `sender` the other one.
    """

    name: str = ""
    phone: str = ""
    extension: str = ""
    province: str = ""
    city: str = ""
    district: str = ""
    detail: str = ""
    leftover: str = ""
    doubts: tuple[Doubt, ...] = ()
    sender: PasteProposal | None = None

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "PasteProposal(…)"


def read_paste(text: str) -> PasteProposal:
    """Read a pasted text; pure, offline, and quick enough for every keystroke.

    Raises PasteTooLong beyond `LONGEST_PASTE` characters.
    """
    if len(text) > LONGEST_PASTE:
        raise PasteTooLong(LONGEST_PASTE)
    return PasteProposal(leftover=text)
