"""What a draft must be to be accepted: every fault at once, and the waybill it becomes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain import text
from outlet_app.domain.amounts import read_fen, read_weight_g
from outlet_app.domain.carrier import carriers
from outlet_app.domain.divisions import divisions
from outlet_app.domain.party import Party
from outlet_app.domain.phone import PhoneKind, read_phone
from outlet_app.domain.sort_code import is_sort_code, read_sort_code
from outlet_app.domain.sort_code import sort_code as place_code
from outlet_app.domain.terms import Terms
from outlet_app.domain.waybill import Waybill
from outlet_app.domain.waybill_number import is_number, read_number
from outlet_app.errors import Fault, FaultKind, InvalidDraft

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import datetime

    from outlet_app.domain.carrier import Carrier
    from outlet_app.domain.draft import PartyDraft, TermsDraft, WaybillDraft

LONGEST_NAME = 64
LONGEST_DETAIL = 120
LONGEST_REMARK = 100
"""Characters. What is longer was pasted into the wrong field; the label has room for less and would cut it."""


SHORTEST_PHONE = 7
"""Digits of a subscriber's number; shorter ones are hot lines, which the mask would hide whole."""

WHOLE_PHONE = 10
"""Digits from which a number is somebody's for sure; shorter runs stand in many waybill numbers by chance."""


def faults(draft: WaybillDraft, book: Mapping[str, Carrier] | None = None) -> tuple[Fault, ...]:
    """Everything that keeps `draft` from being accepted, at most one fault a field, in the order of the form.

    `book` are the outlet's carriers; without it those that are shipped, here and below.
    """
    return (
        *_party_faults("sender", draft.sender),
        *_party_faults("recipient", draft.recipient),
        *_parcel_faults(draft, book or carriers()),
        *_tick_faults(draft),
    )


def hints(draft: WaybillDraft, book: Mapping[str, Carrier] | None = None) -> tuple[Fault, ...]:
    """What is worth a second look and never blocks: a number of a shape the carrier is not known to use."""
    number = read_number(draft.number)
    carrier = (book or carriers()).get(draft.carrier)
    if carrier is None or not is_number(number) or carrier.looks_like(number):
        return ()
    return (Fault("number", FaultKind.NOT_A_WAYBILL_NUMBER),)


@dataclass(frozen=True, slots=True)
class Rules:
    """What an outlet accepts by: its carriers, and the sort code that it gives a draft that has none typed."""

    book: Mapping[str, Carrier]
    sort_code: Callable[[str, str, str, str], str]


def by_place(_carrier: str, province: str, city: str, district: str) -> str:
    """City and district: the sort code where no table of the carrier says another one."""
    return place_code(province, city, district)


def shipped_rules() -> Rules:
    """What an outlet accepts by whose owner changed nothing."""
    return Rules(carriers(), by_place)


def waybill(
    draft: WaybillDraft,
    *,
    record_id: bytes,
    number: str,
    accepted_at: datetime,
    version: int = 1,
    rules: Rules | None = None,
) -> Waybill:
    """The waybill that `draft` becomes under `number`, in its first version or a corrected one.

    Without `rules` by those that are shipped. Raises InvalidDraft with every fault when there is one.
    """
    rules = rules or shipped_rules()
    found = faults(draft, rules.book)
    weight_g = read_weight_g(draft.weight)
    amounts = [read_fen(typed) for typed in (draft.fee, draft.cash_on_delivery, draft.declared_value)]
    if found or weight_g is None or None in amounts:
        raise InvalidDraft(found)
    fee_fen, cod_fen, declared_fen = (amount or 0 for amount in amounts)
    return Waybill(
        record_id=record_id,
        version=version,
        number=number,
        carrier=draft.carrier,
        service=rules.book[draft.carrier].service(draft.service).code,
        sender=_party(draft.sender),
        recipient=_party(draft.recipient),
        category=draft.category,
        contents=draft.contents.strip(),
        remark=draft.remark.strip(),
        weight_g=weight_g,
        payment=draft.payment,
        fee_fen=fee_fen,
        cod_fen=cod_fen,
        declared_fen=declared_fen,
        sort_code=sort_code(draft, rules.sort_code),
        accepted_at=accepted_at,
    )


def sort_code(draft: WaybillDraft, of_place: Callable[[str, str, str, str], str]) -> str:
    """The sort code of `draft`: the one that was typed or scanned, else that of the recipient's place."""
    to = draft.recipient
    typed = read_sort_code(draft.sort_code)
    return typed if is_sort_code(typed) else of_place(draft.carrier, to.province, to.city, to.district)


def terms_faults(draft: TermsDraft) -> tuple[Fault, ...]:
    """Everything that keeps changed terms from being taken, in the order of their form."""
    checks = (("weight", _weight_fault(draft.weight)), ("fee", _amount_fault(draft.fee)))
    return tuple(Fault(field, kind) for field, kind in checks if kind is not None)


def terms(draft: TermsDraft, carrier: Carrier) -> Terms:
    """The terms that `draft` becomes for a waybill of that carrier. Raises InvalidDraft with every fault."""
    weight_g, fee_fen = read_weight_g(draft.weight), read_fen(draft.fee)
    if weight_g is None or fee_fen is None:
        raise InvalidDraft(terms_faults(draft))
    return Terms(
        service=carrier.service(draft.service).code,
        weight_g=weight_g,
        payment=draft.payment,
        fee_fen=fee_fen,
        category=draft.category,
    )


def _party(draft: PartyDraft) -> Party:
    phone = read_phone(draft.phone)
    return Party(
        name=draft.name.strip(),
        phone=phone.number,
        extension=phone.extension,
        province=draft.province,
        city=draft.city,
        district=draft.district,
        detail=draft.detail.strip(),
    )


def _party_faults(role: str, party: PartyDraft) -> Iterator[Fault]:
    checks = (
        ("name", _name_fault(party.name)),
        ("phone", _phone_fault(party.phone)),
        *_division_faults(party),
        ("detail", _detail_fault(party.detail)),
    )
    yield from (Fault(f"{role}.{field}", kind) for field, kind in checks if kind is not None)


def _name_fault(name: str) -> FaultKind | None:
    if not name.strip():
        return FaultKind.EMPTY
    if (kind := _text_fault(name, LONGEST_NAME)) is not None:
        return kind
    return None if any(character.isalpha() for character in name) else FaultKind.NOT_A_NAME


def _phone_fault(typed: str) -> FaultKind | None:
    if not typed.strip():
        return FaultKind.EMPTY
    if (kind := _text_fault(typed, LONGEST_NAME)) is not None:
        return kind
    phone = read_phone(typed)
    reaches_nobody = phone.kind is PhoneKind.UNKNOWN or len(phone.subscriber) < SHORTEST_PHONE
    return FaultKind.NOT_A_PHONE if phone.doubtful or reaches_nobody else None


def _division_faults(party: PartyDraft) -> Iterator[tuple[str, FaultKind | None]]:
    if not party.province:
        yield "province", FaultKind.NO_DIVISION
    elif not divisions().is_known(party.province, party.city, party.district):
        yield "district", FaultKind.UNKNOWN_DIVISION


def _detail_fault(detail: str) -> FaultKind | None:
    if not detail.strip():
        return FaultKind.NO_DETAIL
    return _text_fault(detail, LONGEST_DETAIL)


def _parcel_faults(draft: WaybillDraft, book: Mapping[str, Carrier]) -> Iterator[Fault]:
    checks = (
        ("carrier", None if draft.carrier in book else FaultKind.EMPTY),
        ("number", _number_fault(draft)),
        ("sort_code", _sort_code_fault(draft)),
        ("weight", _weight_fault(draft.weight)),
        ("fee", _amount_fault(draft.fee)),
        ("cash_on_delivery", _amount_fault(draft.cash_on_delivery)),
        ("declared_value", _amount_fault(draft.declared_value)),
        ("contents", _text_fault(draft.contents, LONGEST_REMARK)),
        ("remark", _text_fault(draft.remark, LONGEST_REMARK)),
    )
    yield from (Fault(field, kind) for field, kind in checks if kind is not None)


def _number_fault(draft: WaybillDraft) -> FaultKind | None:
    """A label shows its number whole, so nobody's phone may be in it."""
    number = read_number(draft.number)
    if not number:
        return None
    if not is_number(number):
        return FaultKind.NOT_A_WAYBILL_NUMBER
    digits = "".join(character for character in number if character.isdigit())
    phones = (read_phone(party.phone) for party in (draft.sender, draft.recipient))
    wholes = [whole for phone in phones for whole in (phone.country + phone.area + phone.subscriber, phone.subscriber)]
    held = any(whole in digits for whole in wholes if whole.isdecimal() and len(whole) >= WHOLE_PHONE)
    return FaultKind.CONTAINS_PHONE if held else None


def _sort_code_fault(draft: WaybillDraft) -> FaultKind | None:
    """A label shows its sort code whole and largest, so no part of anybody's phone that a mask hides may be in it."""
    if not draft.sort_code.strip():
        return None
    if not is_sort_code(read_sort_code(draft.sort_code)):
        return FaultKind.NOT_A_SORT_CODE
    digits = "".join(character for character in draft.sort_code if character.isdigit())
    phones = (read_phone(party.phone).subscriber for party in (draft.sender, draft.recipient))
    runs = (phone[at : at + SHORTEST_PHONE] for phone in phones for at in range(len(phone) - SHORTEST_PHONE + 1))
    return FaultKind.CONTAINS_PHONE if any(run in digits for run in runs) else None


def _weight_fault(typed: str) -> FaultKind | None:
    if not typed.strip():
        return FaultKind.EMPTY
    return FaultKind.NOT_A_WEIGHT if read_weight_g(typed) is None else None


def _amount_fault(typed: str) -> FaultKind | None:
    return FaultKind.NOT_AN_AMOUNT if read_fen(typed) is None else None


def _tick_faults(draft: WaybillDraft) -> Iterator[Fault]:
    if not draft.inspected:
        yield Fault("inspected", FaultKind.NOT_TICKED)
    if not draft.real_name_checked:
        yield Fault("real_name_checked", FaultKind.NOT_TICKED)


def _text_fault(typed: str, longest: int) -> FaultKind | None:
    """What no text field of a waybill may hold, the gravest first."""
    checks = (
        (text.looks_like_label_code(typed), FaultKind.LABEL_CODE),
        (text.holds_identity_number(typed), FaultKind.IDENTITY_NUMBER),
        (text.holds_control_character(typed), FaultKind.CONTROL_CHARACTER),
        (text.is_premasked(typed), FaultKind.PREMASKED),
        (len(typed.strip()) > longest, FaultKind.TOO_LONG),
    )
    return next((kind for holds, kind in checks if holds), None)
