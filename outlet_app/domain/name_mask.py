"""What strangers may read of a name: its first character, and of an organisation the word of its kind too."""

from __future__ import annotations

from typing import Final

import regex

from outlet_app.domain.text import first_grapheme, fold_variants, fold_width, graphemes, normalise

EMPTY: Final = "未填"
HIDDEN: Final = "**"
_HIDDEN_MIDDLE = "***"

# A firm's name is found anywhere before a contact's; the other kinds only at the end, where a given name may stand as
# well, so none of them is a character that given names end in.
_FIRM = regex.compile(r"公司")
_KINDS = (
    r"集团|中心|超市|商行|商店|酒店|饭店|宾馆|药房|诊所|医院|卫生院|学校|大学|学院|中学|小学|幼儿园|银行|[支分]行|营业[部厅]|事务所"
    r"|工作室|门市部|经营部|服务部|批发部|合作社|委员会|协会|学会|商会|基金会|研究[院所]|设计院|法院|检察院|派出所|公安局|邮政局|政府"
    r"|办公室|办事处|物业|驿站|网点|服务站|图书馆|博物馆|茶馆|餐馆|网吧|酒吧|商城|市场|专柜|旅行社|出版社|农场|工厂|店|厂"
)
_KIND_AT_END = regex.compile(rf"(?:{_KINDS})$")
_ONE_WORD_KINDS = {"商店": "店", "酒店": "店", "饭店": "店", "工厂": "厂"}
_MASKED_FIRM = regex.compile(rf"\X\*{{3}}(?:公司|{_KINDS})")
_MASKED = regex.compile(r"\p{L}\p{M}*\*{1,3}")
_MASK = regex.compile(r"[*∗⁎✱●█■]|[×•○◯]{2,}|(?<=\p{Han})×")
_ASIDE = regex.compile(r"[(\[【〔<《「][^)\]】〕>》」]*(?:[)\]】〕>》」]|$)")
_NEXT_PERSON = regex.compile(r"[/、,，;；&+|)\]】〕]|\s转\s?|\s(?=收$)")
_NOISE = regex.compile(r"[\p{P}\p{Z}\d]+")
_LETTERS = regex.compile(r"[\p{L}\p{M}\p{So}\p{Sk}\p{Emoji_Presentation}]")


def mask_name(text: str) -> str:
    """First grapheme and `**`; an organisation's first grapheme, `***` and its kind; 未填 when empty.

    A name of one grapheme is `**`: nothing of it may stay. A name that came masked from the front stays as it is, any
    other mask is made ours, so that two spellings never add up. Source: GB/T 41833-2022 hides at least one character.
    """
    name = normalise(text)
    if name in {"", EMPTY}:
        return EMPTY
    if _MASKED_FIRM.fullmatch(name) or _MASKED.fullmatch(name):
        return name
    if _MASK.search(name):
        first = first_grapheme(name)
        return HIDDEN if _MASK.match(name) or not _is_letter(first) else first + HIDDEN
    return _masked_organisation(name) or _masked_person(name)


def visible_initial(masked: str) -> str:
    """The grapheme that a masked name shows; empty when it shows none."""
    first = first_grapheme(masked)
    return "" if masked == EMPTY or not _is_letter(first) else first


def _masked_organisation(name: str) -> str:
    whole = _ASIDE.sub("", name).strip()
    first_part = regex.split(r"[\s/、,，;；&+|]", whole, maxsplit=1)[0].removesuffix("收")
    folded = fold_variants(first_part)
    found = _FIRM.search(folded) or _KIND_AT_END.search(folded)
    if found is None:
        return ""
    kind = first_part[found.start() : found.end()]
    before = graphemes(first_part[: found.start()])
    if len(before) < 2 or not _is_letter(before[0]):
        return ""
    return before[0] + _HIDDEN_MIDDLE + _ONE_WORD_KINDS.get(kind, kind)


def _masked_person(name: str) -> str:
    person = _NOISE.sub("", _NEXT_PERSON.split(_ASIDE.sub("", name), maxsplit=1)[0])
    seen = graphemes(person)
    return HIDDEN if len(seen) < 2 or not _is_letter(seen[0]) else seen[0] + HIDDEN


def _is_letter(grapheme: str) -> bool:
    return _LETTERS.match(grapheme) is not None


def find_name(name: str, text: str) -> tuple[tuple[int, int], ...]:
    """Where `name`, or one of the people it names, stands in `text`, as (start, end).

    Case, width, character variants and what stands between the characters do not matter. A name of one character is
    found only where it stands alone, as is one of Latin letters.
    """
    spans: set[tuple[int, int]] = set()
    folded = fold_variants(fold_width(text))
    for word in _words(name):
        shape = r"[\s\p{P}]*".join(regex.escape(character) for character in word)
        shape = rf"(?<![^\W_]){shape}(?![^\W_])" if len(word) == 1 or word.isascii() else shape
        spans.update(match.span() for match in regex.finditer(shape, folded, regex.IGNORECASE))
    return tuple(sorted(spans))


def _words(name: str) -> set[str]:
    """The whole name and its parts, letters only; parts of one character count only where the name begins with them."""
    plain = fold_variants(normalise(name))
    parts = [_NOISE.sub("", part) for part in regex.split(r"[\s\p{Ps}\p{Pe}/、,，;；&+|]|转", plain)]
    words = {_NOISE.sub("", plain), *parts[:1], *(part for part in parts if len(part) > 1)}
    return {word for word in words if _LETTERS.search(word)}
