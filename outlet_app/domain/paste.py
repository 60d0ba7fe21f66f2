"""Reads what a customer sent, in any form, into a proposal for the form's fields."""

from __future__ import annotations

from dataclasses import dataclass, replace
from itertools import pairwise

from outlet_app.domain.division_table import Region
from outlet_app.domain.paste_address import Sorter, joined, pieces_of
from outlet_app.domain.paste_doubts import Doubt, DoubtReason, doubts_of
from outlet_app.domain.paste_labels import Label, Side, take_labels
from outlet_app.domain.paste_numbers import Numbers, take_numbers
from outlet_app.domain.paste_regions import take_region
from outlet_app.domain.paste_sheet import Sheet
from outlet_app.errors import PasteTooLong

__all__ = ["LONGEST_PASTE", "Doubt", "DoubtReason", "PasteProposal", "Side", "read_paste"]

LONGEST_PASTE = 2_000
"""Characters. Two parties with notes stay far below it; a document pasted by mistake does not."""


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class PasteProposal:
    """One party as read, each field empty when the text does not say it; a blank is better than a wrong guess.

    Division names are official and full; `name` and `detail` are in the customer's own characters. `leftover` is what
    was read into no field. For a pasted pair this is the recipient, and `sender` the other one. `side` is which party a
    single text says it is, None when it does not say.
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
    side: Side | None = None

    def __repr__(self) -> str:
        """Say nothing, so that no log and no traceback can."""
        return "PasteProposal(…)"


def read_paste(text: str) -> PasteProposal:
    """Read a pasted text; pure, offline, and quick enough for every keystroke.

    Raises PasteTooLong beyond `LONGEST_PASTE` characters.
    """
    if len(text) > LONGEST_PASTE:
        raise PasteTooLong(LONGEST_PASTE)
    sheet = Sheet(text)
    numbers = take_numbers(sheet)
    labels = take_labels(sheet)
    sides = _by_side(sheet, labels)
    if sides is None:
        return _proposal(sheet, numbers, labels)
    sender, recipient = sides
    return replace(_read_one(recipient), sender=_read_one(sender))


def _read_one(text: str) -> PasteProposal:
    sheet = Sheet(text)
    numbers = take_numbers(sheet)
    return _proposal(sheet, numbers, take_labels(sheet))


def _by_side(sheet: Sheet, labels: tuple[Label, ...]) -> tuple[str, str] | None:
    """The sender's and the recipient's part of a pasted pair; None when the text names not both."""
    turns = [label for label in labels if label.side is not None]
    if len({label.side for label in turns}) < len(Side):
        return None
    parts = {Side.SENDER: "", Side.RECIPIENT: ""}
    edges = [0, *(label.start for label in turns[1:]), len(sheet.text)]
    for label, (start, end) in zip(turns, pairwise(edges), strict=True):
        assert label.side is not None
        parts[label.side] += f"{sheet.text[start:end]}\n"
    return parts[Side.SENDER], parts[Side.RECIPIENT]


def _proposal(sheet: Sheet, numbers: Numbers, labels: tuple[Label, ...]) -> PasteProposal:
    found = take_region(sheet)
    pieces = pieces_of(sheet, labels)
    result = Sorter(sheet, pieces, (found.start, found.end) if found else None).sort()
    region = found.region if found else Region()
    leftover = " ".join([*(sheet.own(piece.start, piece.end) for piece in result.rest), *numbers.others])
    phone = numbers.phone
    detail = joined(sheet, result.details)
    return PasteProposal(
        name=result.name,
        phone=phone.number if phone else "",
        extension=phone.extension if phone else "",
        province=region.province,
        city=region.city,
        district=region.district,
        detail=detail,
        leftover=leftover.strip(),
        doubts=doubts_of(result.name, detail, numbers, found, weak=result.weak),
        side=next((label.side for label in labels if label.side is not None), None),
    )
