"""What strangers may read of a waybill: names, phones, addresses and remarks, masked. Pure functions over text.

Whatever cannot be told is hidden. The same part of the same thing is hidden always, however it is written, so that two
labels of one person show no more than one. Masks have a length of their own, not that of what they hide.
"""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Final

import regex

from outlet_app.domain.address_mask import EMPTY, HIDDEN, mask_address, mask_detail
from outlet_app.domain.address_tokens import room_like, trim
from outlet_app.domain.name_mask import find_name, mask_name, visible_initial
from outlet_app.domain.phone import Phone, find_phones, read_phone
from outlet_app.domain.sealed_waybill import MaskedParty, MaskedWaybill
from outlet_app.domain.text import find_identity_numbers, fold_variants, normalise, premasked_runs

if TYPE_CHECKING:
    from collections.abc import Iterable

    from outlet_app.domain.party import Party
    from outlet_app.domain.waybill import Waybill

__all__ = ["mask", "mask_address", "mask_name", "mask_party", "mask_phone", "scrub_remark"]

_HIDDEN_DIGITS: Final = 6
"""The subscriber digits that stay hidden at least. Source: GB/T 41833-2022."""
_SHOWN_DIGITS: Final = 4
_LONGEST_NUMBER: Final = 15
"""Digits of the longest number there is. Source: ITU-T E.164."""
_TELLING_DIGITS: Final = 5
"""From this many digits on, a number beside the phone may give a part of it away."""

_BETWEEN = regex.compile(r"\s*[/、,;|\n]\s*|\s*(?:或者?|和|及)\s*")
_NUMBER_LIKE = regex.compile(r"(?:[\d\s\p{P}+*xX×○◯■█]|转|轉|分机|ext\.?|#)*", regex.IGNORECASE)
_DIGITS = regex.compile(r"\d(?:[ .\-()+/]*\d)*")
_NAMED_DATE = r"(?!20\d\d-\d{1,2}-\d{1,2}(?!\d))"
_LONG_NUMBERS = regex.compile(r"\d{3,}")
_PERSONAL = regex.compile(
    rf"{_NAMED_DATE}(?<!\d)\d(?:[ .\-]?\d){{6,}}[Xx]?"
    r"|[零〇○一二三四五六七八九幺两]{7,}"
    r"|(?<=(?:电话|手机|短号|拨打|联系|tel)[:.]?\s?)\d[\d\- ]+\d"
    r"|[\w.+\-]+@[\w.\-]+"
    r"|(?<=(?:微信|vx|wx|wechat|qq)号?[:.]?\s?)[A-Za-z0-9][\w\-]{4,}"
    r"|O[A-Z]\d[.。][0-9A-Z.。\-/]*",
    regex.IGNORECASE,
)


def mask_phone(text: str) -> str:
    """The last digits, at most 4 and never one of a subscriber's first 6; country and area stay, the extension goes.

    Several numbers are masked each; what is no number is `***`; 未填 when empty.
    """
    shown = normalise(text)
    if shown in {"", EMPTY}:
        return EMPTY
    mark, phones = _read_numbers(shown)
    return mark.join(HIDDEN if phone is None else _masked_phone(phone) for phone in phones)


def visible_tail(phone: Phone) -> str:
    """The digits of `phone` that its mask shows, 0 to 4: those that the counter finds a parcel by."""
    length = len(phone.subscriber)
    count = min(_SHOWN_DIGITS, length - _HIDDEN_DIGITS)
    tail = phone.subscriber[-count:] if count > 0 and length <= _LONGEST_NUMBER else ""
    return "" if "*" in tail else tail


def _read_numbers(shown: str) -> tuple[str, list[Phone | None]]:
    """The numbers of a field and what stands between them; None for a part that is no number."""
    whole = read_phone(shown)
    if not whole.doubtful:
        return "", [whole]
    parts = [part for part in _BETWEEN.split(shown) if _DIGITS.search(part)]
    if len(parts) > 1:
        mark = _BETWEEN.findall(shown)[0].strip()
        return mark if mark in "、,;" else "/", [_read_number(part) for part in parts]
    found = find_phones(shown)
    if len(found) > 1 and not whole.extension:
        return " ", [one.phone for one in found]
    return "", [_read_number(shown)]


def _read_number(part: str) -> Phone | None:
    phone = read_phone(part)
    if not phone.doubtful:
        return phone
    found = find_phones(part)
    return found[0].phone if found and not phone.extension else phone if _NUMBER_LIKE.fullmatch(part) else None


def _masked_phone(phone: Phone) -> str:
    country = f"+{phone.country} " if phone.country else ""
    area = f"{phone.area}-" if phone.area else ""
    tail = visible_tail(phone)
    hidden = "*" * (len(phone.subscriber) - len(tail)) if tail else HIDDEN
    extension = f" 转{HIDDEN}" if phone.extension else ""
    return f"{country}{area}{hidden}{tail}{extension}"


def scrub_remark(text: str) -> str:
    """Free text without phones, identity numbers, units and rooms, label codes, contacts and premasked runs."""
    remark = normalise(text)
    folded = fold_variants(remark)
    spans = [
        *((found.start, found.end) for found in find_phones(remark)),
        *find_identity_numbers(remark),
        *(_widened(remark, span) for span in premasked_runs(remark)),
        *(match.span() for match in _PERSONAL.finditer(folded)),
        *room_like(folded),
    ]
    return _without(remark, spans)


def _widened(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """A premasked run with the digits that were left around it."""
    start, end = span
    start = len(text[:start].rstrip("0123456789*"))
    return start, len(text) - len(text[end:].lstrip("0123456789*"))


def _without(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """`text` with one mask for each stretch of touching spans."""
    shown, end = "", -1
    for start, stop in sorted(spans):
        if start > end:
            shown += text[max(end, 0) : start] + HIDDEN
        end = max(end, stop)
    return shown + text[max(end, 0) :]


def mask_party(party: Party) -> MaskedParty:
    """What a label, a row or a list may show of `party`."""
    return _masked_party(party, [party])


def mask(waybill: Waybill) -> MaskedWaybill:
    """What a label, a row or a list may show of `waybill`.

    No name and no part of a phone of either party stays in an address line or the remark, where people glue them.
    """
    people = [waybill.sender, waybill.recipient]
    remark = scrub_remark(waybill.remark)
    return MaskedWaybill(
        record_id=waybill.record_id,
        version=waybill.version,
        number=waybill.number,
        carrier=waybill.carrier,
        service=waybill.service,
        sender=_masked_party(waybill.sender, people),
        recipient=_masked_party(waybill.recipient, people),
        category=waybill.category,
        remark=_without(remark, [*_telling_spans(remark, people), *_room_spans(remark, people)]),
        weight_g=waybill.weight_g,
        payment=waybill.payment,
        fee_fen=waybill.fee_fen,
        cod_fen=waybill.cod_fen,
        declared_fen=waybill.declared_fen,
        sort_code=waybill.sort_code,
        accepted_at=waybill.accepted_at,
    )


def _masked_party(party: Party, people: list[Party]) -> MaskedParty:
    name = mask_name(party.name)
    phone = _read_numbers(normalise(party.full_phone))[1][0]
    return MaskedParty(
        name=name,
        initial=visible_initial(name),
        phone=mask_phone(party.full_phone),
        tail="" if phone is None else visible_tail(phone),
        province=party.province,
        city=party.city,
        district=party.district,
        road=_road(party, people),
    )


def _road(party: Party, people: list[Party]) -> str:
    if not party.detail.strip():
        return ""
    road = mask_detail(party.detail) if party.province else mask_address(party.detail)
    spans = _telling_spans(road, people)
    return trim(road[: spans[0][0]]) + HIDDEN if spans else road


def _telling_spans(text: str, people: list[Party]) -> list[tuple[int, int]]:
    """Where `text` says a party's name or a part of a party's phone."""
    spans = [span for party in people for span in find_name(party.name, text)]
    pieces = {piece for party in people for piece in _pieces(party.phone)}
    runs = _DIGITS.finditer(text)
    spans += [run.span() for run in runs if not pieces.isdisjoint(_pieces(run.group()))]
    return sorted(spans)


def _room_spans(remark: str, people: list[Party]) -> list[tuple[int, int]]:
    """Where `remark` repeats a number of three digits or more that a party's address hides."""
    rooms = {room for party in people for room in _LONG_NUMBERS.findall(_hidden_part(party))}
    return [match.span() for match in _LONG_NUMBERS.finditer(remark) if match.group() in rooms]


def _hidden_part(party: Party) -> str:
    detail, road = normalise(party.detail).replace(" ", ""), mask_detail(party.detail).replace(" ", "")
    same = takewhile(lambda pair: pair[0] == pair[1], zip(detail, road, strict=False))
    return detail[sum(1 for _ in same) :]


def _pieces(number: str) -> set[str]:
    digits = "".join(character for character in normalise(number) if character.isdecimal())
    return {digits[at : at + _TELLING_DIGITS] for at in range(len(digits) - _TELLING_DIGITS + 1)}
