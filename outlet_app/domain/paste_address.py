"""Sorts what is left of a pasted text, piece by piece, into name, address and leftover."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain import paste_names
from outlet_app.domain.paste_labels import Field, Label
from outlet_app.domain.paste_sheet import MARKS, PHONE, REGION, Sheet, tidy_edges

if TYPE_CHECKING:
    from collections.abc import Iterable

_HAN = "一-鿿㐀-䶿"
_BETWEEN = rf"\s,;。、!?|:{MARKS}/\\~()\[\]【】「」{{}}<>《》\"'“”‘’→…_\-—–+☀-➿\U0001f000-\U0001faff"
# A slash or a hyphen between Latin letters and digits belongs to a house number (12/F, 13-2-502).
_PIECE = re.compile(rf"[^{_BETWEEN}]+(?:(?<=[A-Za-z\d])[/\-—–'.+]+(?=[A-Za-z\d])[^{_BETWEEN}]+)*")
_ONLY_BETWEEN = re.compile(rf"(?![^\n{MARKS}]*[\n{MARKS}])[{_BETWEEN}]*")
_WITHIN_LATIN = re.compile(r"(?<=[A-Za-z]) (?=[A-Za-z])")
_ADDRESS = re.compile(
    r"[路街道巷弄胡同].{0,6}\d|\d+\s*[号弄栋幢楼座室层组队期区门房舍社院]|[路街镇乡村屯]|大道|街道|小区|花园|广场|大厦|公寓|宿舍|社区|学校|大学|学院|[中小]学|"
    r"工业|园区|科技园|单元|[栋幢]|楼|室$|号$|[一二三四五六七八九十百]+[号栋楼组队]|交叉口|交汇|对面|\d+-\d+"
)
# Each word begins with a plain character, by which the search skips what cannot be one.
_NOTE = re.compile(
    r"麻烦|请|谢谢|感谢|您好|你好|尽快|发货|送货|派货|配送(?!中心|站|部)|派送(?!中心|站|部)|"
    r"放(?:在|到|门|快递|丰巢|驿站|前台|保安|物业)|电话联系|打电话|联系我|提前|不要|不用|勿|务必|一定要|寄[到往]|发[到往]|发[这给]|寄[这给]|送到|易碎|"
    r"轻[拿放]|工作日|周[一二三四五六日末]|上午|下午|晚上|急件|加急|到付|包邮|复制|帮我|给我|这个地址|收到|亲启|默认|安全号码|隐私|虚拟|有效期|备用|礼品|"
    r"两件|几件|一件|三件|要[\d一二三四五六七八九十两几]"
)
_WHOLE_NOTE = frozenset({"亲", "老板", "收", "本人", "或", "和", "请"})
_IN_BRACKETS = re.compile(r"[(\[【][^()\[\]【】]*[)\]】]")
_FOR = re.compile(r"(?:收件?|亲收|收启|亲启|签收)$")
_LABEL_LIKE = re.compile(r"[一-鿿A-Za-z]{1,6}")
_FOR_THEM = re.compile(r"[\s(]{0,2}收(?![一-鿿])")
_ASIDE = re.compile(r"\s?\([^()\x01]{1,6}\)|\s?收(?![一-鿿])")
_CLOSING = {"(": ")", "（": "）", "[": "]", "【": "】", "「": "」"}


class Kind(StrEnum):
    """What a piece was taken for."""

    NAME = "name"
    DETAIL = "detail"
    REGION = "region"
    NOTE = "note"
    OPEN = "open"


@dataclass(slots=True)
class Piece:
    """A run of characters without separators that nothing has been made of yet."""

    start: int
    end: int
    kind: Kind = Kind.OPEN
    told: bool = False
    """Whether a label says what it is."""


@dataclass(slots=True)
class Sorted:
    """Where everything went. A weak name is one that only its place in the text speaks for."""

    name: str = ""
    weak: bool = False
    details: list[Piece] = field(default_factory=list)
    rest: list[Piece] = field(default_factory=list)


def pieces_of(sheet: Sheet, labels: Iterable[Label]) -> list[Piece]:
    """The remaining pieces in order, each told by the label before it as far as that reaches.

    An address reaches to the end of its line or the next label; a name is one piece, with its Latin parts.
    """
    marks = list(labels)
    pieces: list[Piece] = []
    for found in _PIECE.finditer(sheet.plain):
        piece = Piece(found.start(), found.end())
        label = next((mark for mark in reversed(marks) if mark.end <= piece.start), None)
        if label is not None and "\n" not in sheet.plain[label.end : piece.start].lstrip("\n "):
            _tell(piece, label, sheet.plain)
        if pieces and _continues_latin(pieces[-1], piece, sheet.plain):
            pieces[-1].end = piece.end
        else:
            pieces.append(piece)
    return pieces


def _tell(piece: Piece, label: Label, plain: str) -> None:
    between = plain[label.end : piece.start]
    first = not between.strip(f" \t\n:([【,/-{REGION}")
    if label.field in {Field.NAME, Field.PARTY}:
        text = plain[piece.start : piece.end]
        if first and (label.field is Field.NAME or paste_names.name_score(text) > 0 or paste_names.is_firm(text)):
            piece.kind, piece.told = Kind.NAME, True
    elif label.field is Field.DETAIL and PHONE not in between and not _is_person(plain[piece.start : piece.end]):
        piece.kind, piece.told = Kind.DETAIL, first
    elif label.field is Field.REGION and first:
        piece.kind = Kind.DETAIL
    elif label.field in {Field.NOTE, Field.OTHER} and first:
        piece.kind = Kind.NOTE


def _is_person(text: str) -> bool:
    return paste_names.name_score(text) >= paste_names.PERSON and not _ADDRESS.search(text)


def _continues_latin(last: Piece, piece: Piece, plain: str) -> bool:
    """A Latin name's parts, and a Chinese one that was typed with a space in it."""
    if piece.start != last.end + 1:
        return False
    if _WITHIN_LATIN.match(plain, last.end):
        return True
    single = last.end - last.start == 1 and piece.end - piece.start <= 2
    return (
        single
        and plain[last.end] == " "
        and paste_names.is_name_apart(plain[last.start], plain[piece.start : piece.end])
    )


class Sorter:
    """Decides, with all pieces in view, which is the name; the rest is address or leftover."""

    def __init__(self, sheet: Sheet, pieces: list[Piece], region: tuple[int, int] | None) -> None:
        self._sheet = sheet
        self._pieces = pieces
        self._region = region
        self._has_phone = PHONE in sheet.plain
        self._result = Sorted()

    def sort(self) -> Sorted:
        """Go through the evidence from the surest down."""
        self._set_notes_apart()
        if not self._told_name():
            self._best_piece() or self._glued_name()
        for piece in self._pieces:
            if piece.kind is Kind.DETAIL or (piece.kind is Kind.OPEN and self._belongs_to_address(piece)):
                self._result.details.append(piece)
            elif piece.kind is not Kind.NAME and not _FOR.fullmatch(self._plain(piece)):
                self._result.rest.append(piece)
        return self._result

    def _plain(self, piece: Piece) -> str:
        return self._sheet.plain[piece.start : piece.end]

    def _set_notes_apart(self) -> None:
        """Messages around the address, whole brackets with a message in them, and values of labels we do not know."""
        asides = [found.span() for found in _IN_BRACKETS.finditer(self._sheet.plain) if _NOTE.search(found[0])]
        value_at = len(self._sheet.plain)
        for piece in self._pieces:
            if not piece.told and (
                self._is_note(piece)
                or any(start < piece.start < end for start, end in asides)
                or (value_at <= piece.start <= value_at + 1 and not self._fits_a_field(piece))
            ):
                piece.kind = Kind.NOTE
            if not piece.told and self._is_unknown_label(piece):
                piece.kind = Kind.NOTE
                value_at = piece.end + 1

    def _is_note(self, piece: Piece) -> bool:
        text = self._plain(piece)
        said = text in _WHOLE_NOTE or _NOTE.search(text) is not None
        return said and paste_names.name_score(text) < paste_names.PERSON

    def _is_unknown_label(self, piece: Piece) -> bool:
        if self._sheet.plain[piece.end : piece.end + 1] != ":":
            return False
        text = self._plain(piece)
        return _LABEL_LIKE.fullmatch(text) is not None and paste_names.name_score(text) < paste_names.PERSON

    def _fits_a_field(self, piece: Piece) -> bool:
        text = self._plain(piece)
        return paste_names.name_score(text) >= paste_names.PERSON or _ADDRESS.search(text) is not None

    def _told_name(self) -> bool:
        told = [piece for piece in self._pieces if piece.kind is Kind.NAME]
        for piece in told[1:]:
            piece.kind = Kind.OPEN
        if not told:
            return False
        first, *more = self._pieces[self._pieces.index(told[0]) :]
        if more and paste_names.is_firm(self._plain(first)) and self._is_contact(first, more[0]):
            more[0].kind = Kind.NAME
            first.end = more[0].end
        self._take_name(first)
        return True

    def _is_contact(self, firm: Piece, piece: Piece) -> bool:
        """Whether the person to ask for follows a firm's name."""
        gap = self._sheet.plain[firm.end : piece.start]
        return not gap.strip(" ") and paste_names.name_score(self._plain(piece)) >= paste_names.PERSON

    def _take_name(self, piece: Piece) -> None:
        """Take the piece for the name, with a second name in brackets behind it (a nickname and the name)."""
        piece.kind = Kind.NAME
        start, end = piece.start, piece.end
        at = self._pieces.index(piece)
        if at and self._is_aside(self._pieces[at - 1], piece) and self._is_name(self._pieces[at - 1]):
            self._pieces[at - 1].kind = Kind.NAME
            start, end = self._pieces[at - 1].start, end + 1
        elif at + 1 < len(self._pieces) and self._is_aside(piece, self._pieces[at + 1]):
            aside = self._pieces[at + 1]
            aside.kind = Kind.NAME if self._is_name(aside) else Kind.NOTE
            end = aside.end + 1 if aside.kind is Kind.NAME else end
        self._result.name = person(self._sheet.own(start, end))

    def _is_aside(self, before: Piece, piece: Piece) -> bool:
        """Whether the piece stands alone in brackets directly behind the other."""
        plain = self._sheet.plain
        return plain[before.end : piece.start] == "(" and plain[piece.end : piece.end + 1] == ")"

    def _is_name(self, piece: Piece) -> bool:
        text = self._plain(piece)
        return piece.kind is Kind.OPEN and len(text) > 1 and paste_names.name_score(text) > 0

    def _best_piece(self) -> bool:
        scored = [(self._standing(at, piece), at, piece) for at, piece in enumerate(self._pieces) if not piece.told]
        scored = [entry for entry in scored if entry[2].kind in {Kind.OPEN, Kind.DETAIL}]
        if not scored:
            return False
        score, _, piece = max(scored, key=lambda entry: (entry[0], -entry[1]))
        if score < (3 if self._has_phone else 6):
            return False
        self._result.weak = score < 6
        self._take_name(piece)
        return True

    def _standing(self, at: int, piece: Piece) -> int:
        """What the piece proves, and what its neighbours add."""
        text = person(self._plain(piece))
        score = paste_names.name_score(text)
        before, after = self._neighbours(piece)
        beside_phone = PHONE in {before, after}
        opens = self._region is not None and piece.end <= self._region[0]
        if score < 0:
            firm = paste_names.is_firm(text) and (opens or at == 0) and beside_phone
            return 3 if firm else -9
        score += (2 if beside_phone else 0) + (2 if opens else 0)
        if text != self._plain(piece) or _FOR_THEM.match(self._sheet.plain, piece.end):
            score += 3
        inside = self._region is not None and not opens and not beside_phone
        if inside and at < len(self._pieces) - 1:
            score -= 3
        if before == REGION and self._touches(piece.start - 1):
            score -= 4
        return score

    def _neighbours(self, piece: Piece) -> tuple[str, str]:
        plain = self._sheet.plain
        before = plain[: piece.start].rstrip(" \t\n,;。、|/:()[]【】\x02\x03-")[-1:]
        aside = _ASIDE.match(plain, piece.end)
        after = plain[aside.end() if aside else piece.end :].lstrip(" \t\n,;。、|/:()[]【】\x02\x03-")[:1]
        return before, after

    def _touches(self, position: int) -> bool:
        return position >= 0 and self._sheet.plain[position] == REGION

    def _glued_name(self) -> bool:
        """A name at the very end of an address: before the phone, or at the end when the phone stood before."""
        if not self._has_phone:
            return False
        for at, piece in reversed(list(enumerate(self._pieces))):
            _, after = self._neighbours(piece)
            if piece.kind is Kind.NOTE or piece.told or not (after == PHONE or at == len(self._pieces) - 1):
                continue
            text = _FOR.sub("", self._plain(piece))
            cut = paste_names.glued_tail(text)
            if not cut and after == PHONE and self._sheet.plain[piece.end] == PHONE:
                cut = paste_names.unmarked_tail(text)
                self._result.weak = bool(cut)
            if cut:
                self._split(at, piece, cut)
                return True
        return False

    def _split(self, at: int, piece: Piece, cut: int) -> None:
        name = Piece(piece.start + cut, piece.end)
        piece.end = piece.start + cut
        self._pieces.insert(at + 1, name)
        self._take_name(name)

    def _belongs_to_address(self, piece: Piece) -> bool:
        text = self._plain(piece)
        if self._region is not None and piece.start >= self._region[0]:
            return True
        return _ADDRESS.search(text) is not None or paste_names.is_place_word(text)


def person(text: str) -> str:
    """A name without the `收` behind it."""
    return tidy_edges(_FOR.sub("", text))


def joined(sheet: Sheet, pieces: list[Piece]) -> str:
    """The pieces in the customer's characters; what stood between two that follow each other stays."""
    text = ""
    last = 0
    for piece in pieces:
        gap = sheet.plain[last : piece.start] if text else ""
        if not _ONLY_BETWEEN.fullmatch(gap):
            text += " "
        elif text:
            text += sheet.text[last : piece.start]
        text += sheet.text[piece.start : piece.end]
        last = piece.end
    return tidy_edges(text) + _closing(text, sheet.text[last : last + 1])


def _closing(text: str, following: str) -> str:
    """The bracket that the last piece stood in, if it was opened within the text."""
    opened = next(
        (character for character in reversed(text) if character in _CLOSING or character in _CLOSING.values()), ""
    )
    return following if following and _CLOSING.get(opened) == following else ""
