"""The outlet's carriers: those that are shipped, with what the owner changed of them and those he added."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain import text
from outlet_app.domain.carrier import Carrier, services
from outlet_app.domain.context import canonical_json
from outlet_app.domain.number_shape import MOST_SHAPES, is_shape
from outlet_app.errors import Fault, FaultKind

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

LONGEST_NAME = 20
"""Characters; a longer one does not fit the label's first line."""

OWN = "own"
"""What the codes of added carriers begin with, behind it a number that is never used again."""


@dataclass(frozen=True, slots=True)
class CarrierDraft:
    """A carrier as its form holds it; `code` is empty for one that is added. `shapes` are as typed, apart by spaces."""

    code: str = ""
    name_zh: str = ""
    name_en: str = ""
    shapes: str = ""
    services: tuple[str, ...] = ()
    enabled: bool = True


def carrier_book(
    shipped: Mapping[str, Carrier], changed: Mapping[str, str], order: Sequence[str]
) -> dict[str, Carrier]:
    """Every carrier by its code, in the order that the owner set: `changed` are texts of `write_carrier` by code.

    A text that is none changes nothing. Codes that `order` does not name follow as they come.
    """
    book = dict(shipped)
    for code, settings in changed.items():
        carrier = read_carrier(code, settings, shipped.get(code))
        if carrier is not None:
            book[code] = carrier
    codes = [*(code for code in order if code in book), *(code for code in book if code not in order)]
    return {code: book[code] for code in codes}


def write_carrier(carrier: Carrier) -> str:
    """What the owner may change of a carrier, as a canonical text."""
    return canonical_json(
        {
            "name_zh": carrier.name_zh,
            "name_en": carrier.name_en,
            "shapes": list(carrier.shapes),
            "services": [service.code for service in carrier.services],
            "enabled": carrier.enabled,
        }
    )


def read_carrier(code: str, settings: str, shipped: Carrier | None) -> Carrier | None:
    """The carrier that `settings` make of the shipped one, or of an added one; None for what is no such text."""
    try:
        said = json.loads(settings)
        draft = CarrierDraft(
            code, said["name_zh"], said["name_en"], " ".join(said["shapes"]), tuple(said["services"]), said["enabled"]
        )
        return None if carrier_faults(draft, {}) else made(draft, shipped)
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def carrier_faults(draft: CarrierDraft, book: Mapping[str, Carrier]) -> tuple[Fault, ...]:
    """Everything that keeps a draft from being taken: faults of `name_zh`, `name_en`, `shapes`, `services`, `enabled`.

    With the last carrier that `book` offers switched off nothing could be accepted or shelved.
    """
    shapes = draft.shapes.split()
    others = {name for each in book.values() if each.code != draft.code for name in (each.name_zh, each.name_en)}
    checks = (
        ("name_zh", _name_fault(draft.name_zh, others)),
        ("name_en", _name_fault(draft.name_en, others)),
        ("shapes", None if len(shapes) <= MOST_SHAPES and all(map(is_shape, shapes)) else FaultKind.NOT_A_SHAPE),
        ("services", None if set(draft.services) & services().keys() else FaultKind.EMPTY),
        ("enabled", FaultKind.LAST_ONE if _is_last(draft, book) else None),
    )
    return tuple(Fault(field, kind) for field, kind in checks if kind is not None)


def made(draft: CarrierDraft, shipped: Carrier | None) -> Carrier:
    """The carrier that a draft without faults becomes: the shipped one changed, or one of the outlet's own."""
    plain = shipped or Carrier(draft.code, "", "", (), (), is_own=True)
    return replace(
        plain,
        name_zh=draft.name_zh.strip(),
        name_en=draft.name_en.strip(),
        shapes=tuple(draft.shapes.split()),
        services=tuple(service for code, service in services().items() if code in draft.services),
        enabled=draft.enabled,
    )


def draft_of(carrier: Carrier) -> CarrierDraft:
    """The carrier as its form shows it."""
    codes = tuple(service.code for service in carrier.services)
    return CarrierDraft(
        carrier.code, carrier.name_zh, carrier.name_en, " ".join(carrier.shapes), codes, carrier.enabled
    )


def described(carrier: Carrier) -> str:
    """What an act says of a carrier: names, services, shapes; ✕ in front of one that is switched off."""
    parts = (
        f"{carrier.name_zh} / {carrier.name_en}",
        "+".join(service.code for service in carrier.services),
        " ".join(carrier.shapes),
    )
    return ("" if carrier.enabled else "✕ ") + " · ".join(part for part in parts if part)


def next_own_code(codes: Iterable[str]) -> str:
    """The code of the next added carrier, above all that there are."""
    taken = [int(rest) for code in codes if (rest := code.removeprefix(OWN)) != code and rest.isdecimal()]
    return f"{OWN}{max(taken, default=0) + 1}"


def _is_last(draft: CarrierDraft, book: Mapping[str, Carrier]) -> bool:
    """Whether `book` offers this carrier alone, and the draft does not."""
    offered = {each.code for each in book.values() if each.enabled}
    return not draft.enabled and offered == {draft.code}


def _name_fault(name: str, others: set[str]) -> FaultKind | None:
    checks = (
        (not name.strip(), FaultKind.EMPTY),
        (text.looks_like_label_code(name), FaultKind.LABEL_CODE),
        (text.holds_control_character(name), FaultKind.CONTROL_CHARACTER),
        (len(name.strip()) > LONGEST_NAME, FaultKind.TOO_LONG),
        (name.strip() in others, FaultKind.NAME_USED),
    )
    return next((kind for holds, kind in checks if holds), None)
