"""The checker of drawn labels, written from the standard's sentence and sharing nothing with the masker.

GB/T 41833-2022, in force 2023-02-01: of sender and recipient, at least 1 character of the name, at least 6 digits of
the phone, and unit and room of the address are hidden.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

from outlet_app.errors import MaskTooThin

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from outlet_app.domain.party import Party
    from outlet_app.domain.waybill import Waybill

HIDDEN_DIGITS: Final = 6
_CHANCE: Final = 5
"""Fewer bare digits than this, equal to some of the phone's, are chance: a road number, a weight, an amount."""

_WHOLE: Final = 10
"""Digits of a number that reaches a person from anywhere; a shorter one may be a part of a longer number by chance."""

_MARKS = "*●■█×"
# A time, a sum of money, a weight: numbers by their form, though some of their digits may be a phone's.
_NO_NUMBER = re.compile(
    r"20\d\d-\d\d-\d\d(?:\s+\d\d:\d\d(?::\d\d)?)?|¥\s?\d{1,3}(?:,?\d{3}){0,3}\.\d\d(?!\d)|(?<!\d)\d{1,4}\.\d{1,3}\s?kg"
)
_STRETCHED = re.compile(r"(?<=\d)(?:x{2,}|-{2,})(?=\d)")
_PIECE = re.compile(rf"[\d{re.escape(_MARKS)}]+")
_BETWEEN_PIECES = re.compile(r"[\s\-‐‑‒–—.()+/]{1,3}")
_MOST_PIECES: Final = 12

_NO_PERSON = {"", "收", "寄"}

_CHINESE = "〇零○一二三四五六七八九十百"
_NO_ROAD = r"(?![路街道巷弄村庄镇乡里外])"
_ROOM_WORDS = r"单元|單元|寝室|寢室|号房|號房|号室|號室|室|房|户|戶|床"
_ROOMS = re.compile(
    rf"(?:[a-z]?\d+[a-z]?|[{_CHINESE}]+(?=单元|單元|室)|[a-z](?=单元|單元|室))(?:{_ROOM_WORDS}){_NO_ROAD}"
)
_LATIN_ROOMS = re.compile(r"(?<![a-z])(room|rm|unit|flat|apt|apartment|suite)\W*([a-z]?\d+[a-z]?)(?![a-z\d])")
_HAN = r"\u3400-\u9fff"
_BARE_ROOMS = re.compile(
    r"(?<=[栋棟幢座层層元])[a-z]?\d{3,5}[a-z]?(?![\d街路弄道小])"
    rf"|(?<=[楼樓门門苑园園])[a-z]?\d{{3,5}}[a-z]?(?![\d{_HAN}])"
    r"|(?<![\d\-a-z])[a-z]?\d{1,4}[a-z]?(?:-[a-z]?\d{1,5}[a-z]?){1,4}(?![\d\-])"
    r"|(?<=[^\d\-a-z路街道巷弄线段条环同])[a-z]?\d{3,5}[a-z]?$"
)


def require_floor(lines: Sequence[str], waybill: Waybill, public: Sequence[str] = ()) -> None:
    """Let a label pass whose text hides what the standard says.

    Raises MaskTooThin(field) for the first field that it does not hide.
    """
    for field in violations(lines, waybill, public):
        raise MaskTooThin(field)


def violations(lines: Sequence[str], waybill: Waybill, public: Sequence[str] = ()) -> tuple[str, ...]:
    """The fields of which a label's text shows too much, as in `sender.name`, `recipient.phone`, `recipient.address`.

    `lines` is all text drawn, in order; what was wrapped may be split over lines. `public` are texts that stand on any
    label of the outlet (its own name, the carrier's): what they say they say of nobody.
    """
    shown = _Shown(lines, waybill, public)
    return tuple(shown.violations())


class _Shown:
    """A label's text, in the forms in which it is searched."""

    def __init__(self, lines: Sequence[str], waybill: Waybill, public: Sequence[str]) -> None:
        self._lines = [_plain(line) for line in lines]
        self._waybill = waybill
        parties = (waybill.sender, waybill.recipient)
        places = [place for party in parties for place in (party.province, party.city, party.district)]
        self._public = [_squeezed(_plain(text)) for text in (*places, waybill.sort_code, *public) if text]
        self._texts = [_squeezed(line) for line in self._lines]
        self._texts.append("".join(self._texts))
        self._addresses = ["".join(line.split()) for line in self._lines]
        self._addresses.append("".join(self._addresses))
        chains = _chains("\n".join(self._lines), _public_numbers(waybill))
        self._windows = {window for chain in chains for window in _windows(chain)}

    def violations(self) -> Iterator[str]:
        sender, recipient = self._waybill.sender, self._waybill.recipient
        for role, party, other in (("sender", sender, recipient), ("recipient", recipient, sender)):
            if self._shows_name(party.name, other.name):
                yield f"{role}.name"
            if any(self._shows_phone(reading) for reading in _readings(party.phone)):
                yield f"{role}.phone"
            if self._shows_room(party):
                yield f"{role}.address"

    def _shows_name(self, name: str, other_name: str) -> bool:
        plain = _plain(name)
        if any(mark in plain for mark in _MARKS):
            return False
        parts = re.split(r"[/、,;&+()\[\]【】]|\s转\s", plain)
        people = [person for part in parts if (person := _characters(part)) not in _NO_PERSON]
        words = {*people[:1], *(person for person in people if len(person) > 1)}
        pieces = {piece for part in parts for piece in part.split()}
        words |= {piece for piece in pieces if 2 <= len(piece) <= 4 and all(_is_han(c) for c in piece)}
        return any(self._shows_word(word, _characters(_plain(other_name))) for word in words)

    def _shows_word(self, word: str, other_name: str) -> bool:
        if len(word) > 1 and not word.isascii():
            return any(self._stands_open(word, text) for text in self._texts)
        between = r"[\W_]*".join(re.escape(c) for c in word)
        # The first character of the other party's masked name says nothing of this one.
        others = rf"(?!\s*[{re.escape(_MARKS)}])" if other_name.startswith(word) else ""
        alone = re.compile(rf"(?<![^\W_]){between}(?![^\W_]){others}")
        return any(alone.search(line) for line in self._lines)

    def _stands_open(self, word: str, text: str) -> bool:
        """Whether `word` stands in `text` other than as a part of what is public anyway."""
        if word not in text:
            return False
        covered = {
            place + inside
            for public in self._public
            for inside in _places(word, public)
            for place in _places(public, text)
        }
        return not covered.issuperset(_places(word, text))

    def _shows_phone(self, digits: str) -> bool:
        shown = [_shown_digits(window, digits, is_split=is_split) for window, is_split in self._windows]
        if re.fullmatch(r"1\d{10}", digits):
            # What one place shows adds to another. Not so with areas: public, they would add to a stranger's tail.
            shown.append(set().union(*shown))
        return any(len(digits) - len(places) < min(HIDDEN_DIGITS, len(digits)) for places in shown)

    def _shows_room(self, party: Party) -> bool:
        detail = _plain(party.detail)
        whole = "".join(_plain(f"{party.district}{party.detail}").split())
        words = [rf"(?<![\da-z]){re.escape(match.group())}" for match in _ROOMS.finditer("".join(detail.split()))]
        words += [rf"(?<![a-z]){m[1]}\W*{m[2]}(?![a-z\d])" for m in _LATIN_ROOMS.finditer(detail)]
        words += [re.escape(whole[max(0, m.start() - 2) : m.end()]) + r"(?!\d)" for m in _BARE_ROOMS.finditer(whole)]
        texts = [*self._addresses, *self._lines]
        return any(re.search(word, text) for word in words for text in texts)


def _plain(text: str) -> str:
    """Compatibility forms made one, what nobody sees taken out, lower case."""
    seen = "".join(c for c in unicodedata.normalize("NFKC", text) if unicodedata.category(c) != "Cf")
    return unicodedata.normalize("NFKC", seen).casefold()


def _squeezed(plain: str) -> str:
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LMNS" or c in _MARKS)


def _characters(plain: str) -> str:
    """What a name is made of: letters, marks on them, symbols; not what stands between, and no digits."""
    return "".join(c for c in plain if unicodedata.category(c)[0] in "LMS")


def _is_han(character: str) -> bool:
    return unicodedata.name(character, "").startswith("CJK")


def _places(word: str, text: str) -> Iterator[int]:
    """Where `word` begins in `text`, also where two of it overlap."""
    at = text.find(word)
    while at >= 0:
        yield at
        at = text.find(word, at + 1)


def _readings(phone: str) -> Iterator[str]:
    """A phone's digits in each way that a label may show them: whole, without country, without area."""
    for number in re.split(r"[/、,;]", _plain(phone)):
        digits = _digits(number)
        if digits:
            yield digits
            yield from (digits[start:] for start in _starts(number.strip(), digits))


def _starts(number: str, digits: str) -> Iterator[int]:
    if (country := re.match(r"\+(\d+)\D", number)) is not None:
        yield len(country[1])
    if (mobile := re.match(r"0{0,2}(?:86)?0?(?=1\d{10}$)", digits)) is not None and mobile.end():
        yield mobile.end()
    if digits.startswith("0"):
        yield from (area for area in (3, 4) if len(digits) - area in {7, 8})


def _public_numbers(waybill: Waybill) -> list[str]:
    """The numbers that a label must show, as far as they do not hold a whole phone."""
    phones = [digits for party in (waybill.sender, waybill.recipient) for digits in _readings(party.phone)]
    numbers = [_plain(number) for number in (waybill.number, waybill.sort_code) if number]
    return [number for number in numbers if not any(len(d) >= _WHOLE and d in _digits(number) for d in phones)]


def _chains(text: str, public: list[str]) -> Iterator[list[tuple[str, bool]]]:
    """Runs of digits and marks with only separators between them, each piece with: does white space precede it."""
    for number in public:
        text = text.replace(number, "|")
    text = _STRETCHED.sub(lambda match: "*" * len(match.group()), _NO_NUMBER.sub("|", text))
    chain: list[tuple[str, bool]] = []
    end = 0
    for piece in _PIECE.finditer(text):
        gap = text[end : piece.start()]
        if not _BETWEEN_PIECES.fullmatch(gap):
            yield chain
            chain = []
        chain.append((piece.group(), any(c.isspace() for c in gap)))
        end = piece.end()
    yield chain


def _digits(text: str) -> str:
    return "".join(c for c in text if c.isdecimal())


def _windows(chain: list[tuple[str, bool]]) -> Iterator[tuple[str, bool]]:
    """Neighbouring pieces joined, and whether white space was among what lay between them."""
    for first in range(len(chain)):
        window, is_split = chain[first][0], False
        yield window, is_split
        for piece, is_spaced in chain[first + 1 : first + _MOST_PIECES]:
            window, is_split = window + piece, is_split or is_spaced
            yield window, is_split


def _shown_digits(window: str, digits: str, *, is_split: bool) -> set[int]:
    """The positions of `digits` that `window` shows if it is a form of that number; none if it is another number."""
    parts = re.split(rf"[{re.escape(_MARKS)}]+", window)
    if len(parts) == 1:
        return _shown_bare(window, digits)
    head, *middle, tail = parts
    count = len(digits)
    is_long = len(window) > HIDDEN_DIGITS or len(head) + len(tail) >= _CHANCE
    is_form = is_long and digits.startswith(head) and digits.endswith(tail) and len(head) + len(tail) <= count
    # A longer run of marks than the number has digits masks another number, unless too much of both ends agrees.
    is_other = len(window) > count and (is_split or not head or not tail or len(head + tail) < HIDDEN_DIGITS)
    if not is_form or is_other:
        return set()
    shown = {*range(len(head)), *range(count - len(tail), count)}
    at = len(head)
    for part in middle:
        if (found := digits.find(part, at)) < 0:
            return set()
        shown |= set(range(found, found + len(part)))
        at = found + len(part)
    return shown


def _shown_bare(window: str, digits: str) -> set[int]:
    count = len(digits)
    if count > HIDDEN_DIGITS and digits in window:
        return set(range(count))
    least = min(count, max(count - HIDDEN_DIGITS + 1, _CHANCE))
    at = digits.find(window) if len(window) >= least else -1
    return set(range(at, at + len(window))) if at >= 0 else set()
