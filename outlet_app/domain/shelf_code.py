"""Shelf codes: where an arrived parcel waits, as it is written on its label and said at the counter."""

from __future__ import annotations

import re
import unicodedata
from datetime import timedelta
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

HIGHEST_PLACE: Final = 999
"""Places of one shelf, counted from 1: a third group of at most three digits."""

COOL_DOWN: Final = timedelta(days=2)
"""How long a place stays empty after its parcel left it: yesterday's message with the same code finds nobody else's.

Places rise, so on most shelves it takes far longer until one comes again. More days would fill a single shelf that gets
300 parcels a day.
"""

LONGEST_SHELF: Final = 9
"""Characters of a shelf."""

_SHELF = re.compile(r"[0-9A-Z]{1,4}(?:-[0-9A-Z]{1,4})?")
_PLACE = re.compile(r"[0-9]{1,4}")
_HYPHENS = str.maketrans(dict.fromkeys("‐‑‒–—―−ー", "-"))


def read_shelf(text: str) -> str | None:
    """The shelf as it is written: one or two groups of 1 to 4 of 0-9 and A-Z with a hyphen between; None for no shelf.

    With its place behind it is a shelf code, which `find_key` reads as one.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS).strip().upper()
    return plain if _SHELF.fullmatch(plain) else None


def shelf_code(shelf: str, place: int) -> str:
    """The code of a place, always with hyphens: `15-1-731`."""
    return f"{shelf}-{place}"


def read_shelf_code(text: str) -> tuple[str, int] | None:
    """Shelf and place of a code, with idle zeros or without; None for what is none, such as a place above 999."""
    shelf, _, place = text.rpartition("-")
    if not _SHELF.fullmatch(shelf) or not _PLACE.fullmatch(place):
        return None
    return (shelf, int(place)) if 0 < int(place) <= HIGHEST_PLACE else None


def next_places(last: int) -> Iterator[int]:
    """Every place of a shelf in the order in which they are tried after `last`, which may be 0: rising, then anew."""
    return ((last + step) % HIGHEST_PLACE + 1 for step in range(HIGHEST_PLACE))
