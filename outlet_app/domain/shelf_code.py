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
_BETWEEN = re.compile(r"[ .,/_、·]+")
_RUN = re.compile(r"[0-9A-Z]{3,11}")


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


def possible_places(text: str) -> tuple[tuple[str, int], ...]:
    """What a code may mean that was typed without its hyphens: `15.1.731` is one place, `151731` may be one of many.

    None for what is no code even so. A place within a run has no idle zeros.
    """
    plain = unicodedata.normalize("NFKC", text).translate(_HYPHENS).strip().upper()
    parted = _BETWEEN.sub("-", plain)
    if parted != plain:
        place = read_shelf_code(parted)
        return () if place is None else (place,)
    if _RUN.fullmatch(plain) is None:
        return ()
    cuts = range(1, len(plain))
    found = ((shelf, int(plain[cut:])) for cut in cuts if _is_place(plain[cut:]) for shelf in _shelves(plain[:cut]))
    return tuple(found)


def _is_place(digits: str) -> bool:
    return _PLACE.fullmatch(digits) is not None and not digits.startswith("0") and int(digits) <= HIGHEST_PLACE


def _shelves(run: str) -> Iterator[str]:
    """The shelves that are written so without their hyphen."""
    spelled = (run, *(f"{run[:cut]}-{run[cut:]}" for cut in range(1, len(run))))
    return (shelf for shelf in spelled if _SHELF.fullmatch(shelf))


def next_places(last: int) -> Iterator[int]:
    """Every place of a shelf in the order in which they are tried after `last`, which may be 0: rising, then anew."""
    return ((last + step) % HIGHEST_PLACE + 1 for step in range(HIGHEST_PLACE))
