"""Takes the numbers out of a pasted text, by kind: identity, phone, order, post code."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from outlet_app.domain.paste_sheet import DROPPED, PHONE, Sheet
from outlet_app.domain.phone import FoundPhone, Phone, PhoneKind, find_phones, read_phone
from outlet_app.domain.text import find_identity_numbers

if TYPE_CHECKING:
    from collections.abc import Iterator

_LABELLED_PHONE = re.compile(
    r"(?:电话|手机|号码|联系方式|座机|tel|phone|mobile)[\s:是为]*([\d*][\d*\- ]{5,14}\d)(?!\d)", re.IGNORECASE
)
_NEARLY_MOBILE = re.compile(r"(?<![\dA-Za-z\-])(1[3-9]\d{8}(?:\d\d)?)(?![\dA-Za-z])")
_WITHOUT_AREA = re.compile(r"(?:^|(?<=[\s,;。、]))([2-8]\d{3}-?\d{3,4})(?=[\s,;。、]|$)")
# A room number and a mobile run together, after the word that a room number follows.
_BEHIND_ROOM = re.compile(r"(?<=[门元栋幢座楼层号院弄\-])\d{1,4}(1[3-9]\d{9})(?!\d)")
_NEARLY = (_BEHIND_ROOM, _LABELLED_PHONE, _NEARLY_MOBILE, _WITHOUT_AREA)
_WORDED_EXTENSION = re.compile(
    r"[\s,(]*(?:请?再?(?:转接?|拨打?|按)\s*(?:分机号?码?|分号|内线)?|分机号?码?|分号|内线)[\s:是为]*(\d{1,6})(?!\d)\s?\)?"
)
_LONG_RUN = re.compile(r"\d{15}")
# Eighteen digits with a region and a date; made-up and mistyped numbers fail the check digit and are no less private.
_LIKE_IDENTITY = re.compile(r"(?<!\d)[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx](?!\d)")
_HOLDS_IDENTITY = re.compile(r"[1-8]\d{5}(?:19|20)\d\d(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dXx]")
_LABELLED_IDENTITY = re.compile(r"身份证(?:号码?|件号)?[\s:是为]*([\dXx*]{15,18})(?!\d)")
_ORDER = re.compile(
    r"(?<![\dA-Za-z])(?:[A-Z]{1,5}\d{9,}|\d{12,})(?![\dA-Za-z])|\d{15,}"
    r"|(?:订单|运单|快递单|物流|交易|流水|快递)(?:号码?|编号|单号)[\s:是为]*([A-Za-z\d\-]{6,40})"
)
_LABELLED_POST_CODE = re.compile(
    r"(?:邮政编码|邮政?编码?|post\s?code|zip(?:\s?code)?)[\s:是为]*(\d{6})(?!\d)", re.IGNORECASE
)
_POST_CODE = re.compile(
    r"(?:(?<=[\s,;。、(\x01-\x04])|(?<=[一-鿿])(?<![路街道巷弄线])|^)(?:0[1-9]\d{4}|[1-8]\d{5}|000000)"
    r"(?=[\s,;。、)\x01-\x04]|$|[一-鿿]{2})(?!号|[一-鿿]?[栋楼室房])"
)
_MARKED_EXTENSION = re.compile(r"[\[(【]\s*(\d{3,6})\s*[\])】]")


@dataclass(frozen=True, slots=True)
class Numbers:
    """The phone to call, further ones, whether an identity number was thrown out, and what else was set by."""

    phone: Phone | None
    further: tuple[Phone, ...]
    identity: bool
    others: tuple[str, ...]


def take_numbers(sheet: Sheet) -> Numbers:
    """Find the numbers, surest first, and cross them out of the sheet."""
    identity = _cross_out(sheet, _identities(sheet.plain)) if _LONG_RUN.search(sheet.plain) else []
    found = find_phones(sheet.plain)
    for number in found:
        sheet.cross_out(number.start, number.end, PHONE)
    found = tuple(_with_extension(sheet, number) for number in found)
    if not found:
        found = _doubtful(sheet)
    orders = _cross_out(sheet, _orders(sheet.plain))
    identity += [order for order in orders if _HOLDS_IDENTITY.search(order)]
    others = [order for order in orders if order not in identity] + _cross_out(sheet, _post_codes(sheet.plain))
    phone, further = _first(found)
    if phone is not None and phone.extension:
        _cross_out_echo(sheet, phone.extension)
    return Numbers(phone, further, bool(identity), tuple(others))


def _with_extension(sheet: Sheet, found: FoundPhone) -> FoundPhone:
    """The extension that stands behind the number in words."""
    worded = None if found.phone.extension else _WORDED_EXTENSION.match(sheet.plain, found.end)
    if worded is None:
        return found
    sheet.cross_out(worded.start(), worded.end(), PHONE)
    return replace(found, phone=replace(found.phone, extension=worded[1]))


def _doubtful(sheet: Sheet) -> tuple[FoundPhone, ...]:
    """Where no whole number stands: what a label calls one, a mobile but for a digit, a landline without its area."""
    found = next((match for kind in _NEARLY if (match := kind.search(sheet.plain))), None)
    if found is None:
        return ()
    start, end = found.span(1)
    sheet.cross_out(start, end, PHONE)
    return (FoundPhone(start, end, read_phone(sheet.text[start:end])),)


def _first(found: tuple[FoundPhone, ...]) -> tuple[Phone | None, tuple[Phone, ...]]:
    """The first mobile, else the first number; the same number said twice counts once."""
    once: dict[str, Phone] = {}
    for number in found:
        once.setdefault(number.phone.number, number.phone)
    phones = list(once.values())
    if not phones:
        return None, ()
    chosen = next((phone for phone in phones if phone.kind is PhoneKind.MOBILE), phones[0])
    return chosen, tuple(phone for phone in phones if phone is not chosen)


def _cross_out(sheet: Sheet, spans: Iterator[tuple[int, int]]) -> list[str]:
    taken = []
    for start, end in spans:
        taken.append(sheet.text[start:end])
        sheet.cross_out(start, end, DROPPED)
    return taken


def _cross_out_echo(sheet: Sheet, extension: str) -> None:
    """Platforms write a virtual number's extension behind the name and the address as well."""
    for found in _MARKED_EXTENSION.finditer(sheet.plain):
        if found[1] == extension:
            sheet.cross_out(*found.span(), DROPPED)


def _identities(plain: str) -> Iterator[tuple[int, int]]:
    yield from find_identity_numbers(plain)
    for pattern in (_LIKE_IDENTITY, _LABELLED_IDENTITY):
        for found in pattern.finditer(plain):
            yield found.span(found.lastindex or 0)


def _orders(plain: str) -> Iterator[tuple[int, int]]:
    for found in _ORDER.finditer(plain):
        yield found.span(found.lastindex or 0)


def _post_codes(plain: str) -> Iterator[tuple[int, int]]:
    labelled = _LABELLED_POST_CODE.search(plain)
    found = labelled or _POST_CODE.search(plain)
    if found:
        yield found.span(found.lastindex or 0)
