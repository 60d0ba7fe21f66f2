"""What a person should look at in a reading of a pasted text, and why."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.division_table import Form, Level, division_table
from outlet_app.domain.text import is_premasked

if TYPE_CHECKING:
    from collections.abc import Iterator

    from outlet_app.domain.paste_numbers import Numbers
    from outlet_app.domain.paste_regions import FoundRegion
    from outlet_app.domain.phone import Phone


class DoubtReason(StrEnum):
    """Why a field of a proposal should be looked at."""

    MISSING = "missing"
    """The text does not say it."""
    AMBIGUOUS = "ambiguous"
    """The words fit several places; the alternatives are those places, the field holds what they share."""
    RENAMED = "renamed"
    """The text names the place as it was once called; other heirs of a divided place are the alternatives."""
    MISMATCH = "mismatch"
    """The district does not belong to the city that was written before it; the district was believed."""
    INFERRED = "inferred"
    """All that was written is a district by its short name, which only one place has."""
    WEAK = "weak"
    """Only its place in the text speaks for it."""
    SECOND = "second"
    """The text holds more than one; the others are the alternatives."""
    PREMASKED = "premasked"
    """It was hidden in part before it came here."""
    NOT_A_NUMBER = "not_a_number"
    """Not a complete phone number."""
    IDENTITY_NUMBER = "identity_number"
    """An identity number stood in the text; it was thrown out and is nowhere in the proposal."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """A field to look at, why, and what else it could be, the likeliest first.

    `field` is `name`, `phone`, `district` (which stands for the whole region), `detail` or `leftover`. Alternatives of
    a district are whole regions as `Region.text` writes them.
    """

    field: str
    reason: DoubtReason
    alternatives: tuple[str, ...] = ()


def doubts_of(name: str, detail: str, numbers: Numbers, region: FoundRegion | None, *, weak: bool) -> tuple[Doubt, ...]:
    """Every doubt about one party. A text in which nothing was found at all raises none."""
    if not (name or detail or numbers.phone or region):
        return ()
    found = [*_of_name(name, weak=weak), *_of_phone(numbers), *_of_region(region)]
    if not detail:
        found.append(Doubt("detail", DoubtReason.MISSING))
    if numbers.identity:
        found.append(Doubt("leftover", DoubtReason.IDENTITY_NUMBER))
    return tuple(found)


def _of_name(name: str, *, weak: bool) -> Iterator[Doubt]:
    if not name:
        yield Doubt("name", DoubtReason.MISSING)
    elif is_premasked(name):
        yield Doubt("name", DoubtReason.PREMASKED)
    elif weak:
        yield Doubt("name", DoubtReason.WEAK)


def _of_phone(numbers: Numbers) -> Iterator[Doubt]:
    phone = numbers.phone
    if phone is None:
        yield Doubt("phone", DoubtReason.MISSING)
        return
    if phone.premasked:
        yield Doubt("phone", DoubtReason.PREMASKED)
    elif phone.doubtful:
        yield Doubt("phone", DoubtReason.NOT_A_NUMBER)
    if numbers.further:
        yield Doubt("phone", DoubtReason.SECOND, tuple(_written(other) for other in numbers.further))


def _written(phone: Phone) -> str:
    return f"{phone.number}转{phone.extension}" if phone.extension else phone.number


def _of_region(found: FoundRegion | None) -> Iterator[Doubt]:
    if found is None:
        yield Doubt("district", DoubtReason.MISSING)
        return
    path = found.path
    if path.others:
        places = (path.place, *path.others)
        yield Doubt("district", DoubtReason.AMBIGUOUS, tuple(place.region.text for place in places))
    elif path.renamed:
        heirs = path.steps[-1].reading.heirs
        yield Doubt("district", DoubtReason.RENAMED, tuple(place.region.text for place in heirs))
    elif path.strayed:
        yield Doubt("district", DoubtReason.MISMATCH)
    elif division_table().divides(path.place):
        yield Doubt("district", DoubtReason.MISSING)
    elif path.steps[0].reading.place.level is Level.DISTRICT and path.steps[0].reading.form is not Form.FULL:
        yield Doubt("district", DoubtReason.INFERRED)
    if found.rivals:
        yield Doubt("district", DoubtReason.SECOND, tuple(region.text for region in found.rivals))
