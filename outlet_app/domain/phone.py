"""Phone numbers as people write them: kind, country, area, subscriber digits, extension."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Final

import regex

from outlet_app.domain.text import INVISIBLE, fold_width, normalise, premasked_runs


class PhoneKind(StrEnum):
    """What sort of number it is; it decides nothing but how the number is written."""

    MOBILE = "mobile"
    LANDLINE = "landline"
    SERVICE = "service"
    HONG_KONG = "hong_kong"
    MACAU = "macau"
    TAIWAN = "taiwan"
    INTERNATIONAL = "international"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True, kw_only=True, repr=False)
class Phone:
    """One number, taken apart.

    `country` is the calling code without `+`, empty for the mainland; `area` the landline's with its 0. `subscriber`
    holds the remaining digits; in a premasked number `*` stands for each digit that came hidden. `doubtful`: not a
    complete number of a known form.
    """

    kind: PhoneKind
    country: str = ""
    area: str = ""
    subscriber: str
    extension: str = ""
    premasked: bool = False
    doubtful: bool = False

    @property
    def number(self) -> str:
        """The number in the one form that is kept, without its extension: 0571-88881234, +852 91234567."""
        country = f"+{self.country} " if self.country else ""
        area = f"{self.area}-" if self.area else ""
        return f"{country}{area}{self.subscriber}"

    def __repr__(self) -> str:
        """Name the kind, not the number."""
        return f"Phone({self.kind})"


@dataclass(frozen=True, slots=True)
class FoundPhone:
    """A number in free text, at `text[start:end]`, its extension included."""

    start: int
    end: int
    phone: Phone


_DASH: Final = "-‐‑‒–—―−"
_GAP = rf"[ {INVISIBLE}]{{0,2}}[{_DASH}.·]?[ {INVISIBLE}]{{0,2}}"
_MAINLAND = rf"(?:\(?(?:\+|00?)?{_GAP}86\)?{_GAP})"
_AREA = r"10|2\d|[3-9]\d{2}"
# Calling codes: ITU-T E.164, list of assigned country codes (2016); what is not of one or two digits has three.
_COUNTRY = r"1|7|20|27|3[0-469]|4[013-9]|5[1-8]|6[0-6]|8[1246]|9[0-58]|[2-9]\d{2}"
_MOBILE = rf"{_MAINLAND}?0?(?P<mobile>1[3-9]\d(?:{_GAP}\d){{8}})"
_LANDLINE = (
    rf"{_MAINLAND}?\(?(?P<area>0(?:{_AREA}))\)?{_GAP}(?P<local>[1-9](?:{_GAP}\d){{6,7}})"
    rf"|{_MAINLAND}\(?(?P<area>{_AREA})\)?{_GAP}(?P<local>[1-9](?:{_GAP}\d){{6,7}})"
)
_SERVICE = rf"{_MAINLAND}?(?P<service>[48]00(?:{_GAP}\d){{7}})"
_ABROAD = (
    rf"\(?(?:\+|00){_GAP}(?!86)(?P<country>{_COUNTRY})\)?{_GAP}(?:\(0\){_GAP})?(?P<abroad>\(?\d(?:[()]?{_GAP}[()]?\d){{5,13}})"
    rf"|(?P<country>85[23]){_GAP}(?P<abroad>[2-9]\d{{3}}{_GAP}\d{{4}})"
    rf"|(?P<country>886){_GAP}(?P<abroad>0?9\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}})"
    rf"|(?P<taiwan>09\d{{2}}{_GAP}\d{{3}}{_GAP}\d{{3}})"
)
_MARK = r"(?:转|轉|分机号?|分機|内线|內線|extension|ext\.?|#|x)"
_BUILDING = r"[号號楼樓栋棟幢座单單室房层層门門弄巷组組期区區元克件]"
_EXTENSION = (
    rf"(?:[ ,{INVISIBLE}]*{_MARK}[ :：.]*(?P<extension>\d{{1,6}})(?!\d)"
    rf"|[ {INVISIBLE}]*[\[(【](?:转|轉|分机|ext\.?)?[ :]*(?P<extension>\d{{1,6}})[\])】]"
    rf"|[{_DASH}](?P<extension>\d{{1,6}})(?![\d{_DASH}]|{_BUILDING}))?"
)
_NUMBER = rf"(?:{_MOBILE}|{_LANDLINE}|{_SERVICE}|{_ABROAD})"
_FOUND = regex.compile(rf"(?<![\d*])(?<!\d[{_DASH}.])(?:{_NUMBER})(?!\d){_EXTENSION}", regex.IGNORECASE)
# Numbers too short to be told from others in free text: 95xxx and 96xxx of firms, 12xxx of authorities.
_SHORT = r"(?P<service>95\d{3,6}|96\d{3,4}|12[1-3]\d{2,3})"
_FIELD = regex.compile(rf"(?:{_NUMBER}|{_SHORT})(?:{_EXTENSION}|[ ,;pw]+(?P<extension>\d{{1,6}}))", regex.IGNORECASE)
_HIDDEN = regex.compile(rf"(?<![A-Za-z\d*])\+?(?:\d[\d ]*)?(?:{_DASH[0]})?\*{{2,}}(?:[ \-*]*\d)*")
_LABEL = regex.compile(
    r"^(?:收件|寄件|收货|发货|联系)?人?(?:手机|电话|联系方式|座机|固话|热线|tel(?:ephone)?|phone|mobile)?"
    r"(?:号码?)?[ ::.]*(?=[\d+(*])",
    regex.IGNORECASE,
)
_MARKED_EXTENSION = regex.compile(
    rf"[ ,]*{_MARK}[ :.]*(?P<extension>[\d*]*)\D*$|[\[(](?P<extension>[\d*]{{1,6}})[\])]$"
)
_SPLIT_AREA = regex.compile(rf"^\(?0?(?P<area>{_AREA})(?:\)|{_GAP}(?=\D))")
_KINDS = {"852": PhoneKind.HONG_KONG, "853": PhoneKind.MACAU, "886": PhoneKind.TAIWAN}


def read_phone(text: str) -> Phone:
    """Take apart one number as typed into a field. Anything may come in; what is no number comes out doubtful."""
    shown = _LABEL.sub("", normalise(text))
    found = _FIELD.fullmatch(shown)
    return _known(found) if found else _guessed(shown)


def find_phones(text: str) -> tuple[FoundPhone, ...]:
    """The complete numbers in free text, in order, also premasked ones; not short numbers nor local ones without area.

    Offsets are into `text` as given; full-width digits and invisible characters in between are understood.
    """
    folded = fold_width(text)
    found = [FoundPhone(match.start(), match.end(), _known(match)) for match in _FOUND.finditer(folded)]
    starred = _star(folded)
    if starred is not None:
        hidden = (FoundPhone(m.start(), m.end(), _guessed(m.group())) for m in _HIDDEN.finditer(starred))
        found += [h for h in hidden if all(h.end <= f.start or f.end <= h.start for f in found)]
    return tuple(sorted(found, key=lambda phone: phone.start))


def _digits(text: str) -> str:
    return "".join(character for character in text if character.isdecimal() or character == "*")


def _known(match: regex.Match[str]) -> Phone:
    parts = {name: _digits(value) for name, value in match.groupdict().items() if value}
    extension = parts.get("extension", "")
    if "mobile" in parts:
        return Phone(kind=PhoneKind.MOBILE, subscriber=parts["mobile"], extension=extension)
    if "local" in parts:
        area = f"0{parts['area'].removeprefix('0')}"
        return Phone(kind=PhoneKind.LANDLINE, area=area, subscriber=parts["local"], extension=extension)
    if "service" in parts:
        return Phone(kind=PhoneKind.SERVICE, subscriber=parts["service"], extension=extension)
    country = parts.get("country", "886")
    return _abroad(country, parts.get("abroad") or parts["taiwan"], extension)


def _abroad(country: str, digits: str, extension: str = "") -> Phone:
    # A trunk 0 is not dialled from outside; with it the same number would show one digit more.
    subscriber = digits.lstrip("0")
    return Phone(
        kind=_KINDS.get(country, PhoneKind.INTERNATIONAL),
        country=country,
        subscriber=subscriber,
        extension=extension,
        premasked="*" in digits,
        doubtful="*" in digits or not 6 <= len(subscriber) <= 14,
    )


def _star(folded: str) -> str | None:
    """`folded` with one `*` for each character of a premasked run; None when there is none."""
    runs = premasked_runs(folded)
    if not runs:
        return None
    characters = list(folded)
    for start, end in runs:
        characters[start:end] = "*" * (end - start)
    return "".join(characters)


def _guessed(shown: str) -> Phone:
    """Whatever digits there are, by the form they come nearest to; always doubtful."""
    starred = _star(shown) or shown
    extension = ""
    if (marked := _MARKED_EXTENSION.search(starred)) and marked.start():
        extension, starred = marked.group("extension") or "", starred[: marked.start()]
    if starred.startswith(("+", "(+", "00")) and (abroad := _guessed_abroad(starred, extension)):
        return abroad
    area = ""
    digits = _digits(starred)
    if (split := _SPLIT_AREA.match(starred)) and len(digits) > 7:
        area = f"0{split.group('area')}"
        digits = _digits(starred[split.end() :])
    return _mainland(area, digits, extension)


def _guessed_abroad(starred: str, extension: str) -> Phone | None:
    digits = _digits(starred)
    digits = digits[2:] if starred.startswith("00") else digits
    found = regex.match(_COUNTRY, digits)
    if found is None or digits.startswith("86"):
        return None
    phone = _abroad(found.group(), digits[found.end() :], extension)
    return _doubt(phone)


def _doubt(phone: Phone) -> Phone:
    return replace(phone, premasked="*" in phone.subscriber, doubtful=True)


_PREFIX = regex.compile(r"^0{0,3}86(?=0?1[3-9*][\d*]{9}|0?[2-9]\d[\d*]{7,9}$|010[\d*]{8}$)|^0(?=1[3-9*][\d*]{9,})")
_GLUED_AREA = regex.compile(r"^0(?P<area>10|2\d|[3-9]\d{2})(?=[\d*]+)|^(?P<area>10|2\d|[3-9]\d{2})(?=[\d*]{7,8}$)")


def _mainland(area: str, digits: str, extension: str) -> Phone:
    if not area:
        digits = _PREFIX.sub("", digits, count=1)
        if not regex.match(r"[48]00[\d*]{7}$", digits) and (glued := _GLUED_AREA.match(digits)):
            area, digits = f"0{glued.group('area')}", digits[glued.end() :]
    # A virtual number with its extension glued on: the last digits are the extension's.
    if not area and len(digits) in {14, 15} and regex.match(r"1[3-9]", digits) and not extension:
        digits, extension = digits[:11], digits[11:]
    kind = PhoneKind.LANDLINE if area else PhoneKind.UNKNOWN
    return _doubt(Phone(kind=kind, area=area, subscriber=digits, extension=extension))
