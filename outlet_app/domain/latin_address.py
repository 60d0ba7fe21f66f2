"""The mask of an address in Latin letters, where the unit comes first and elements stand between commas."""

from __future__ import annotations

import regex

from outlet_app.domain.address_tokens import LATIN_UNIT

_HIDDEN = "***"
_ROAD = (
    r"(?:roads?|rd|streets?|st|avenue|ave?|lane|ln|boulevard|blvd|highway|hwy|drive|dr|way|alley|path|terrace|crescent"
    r"|place|pl|square|sq|lu|jie|dadao|dao|xiang|nong|hutong)(?![A-Za-z])\.?"
)
_ID = r"(?:[A-Za-z]{0,2}-?\d+[A-Za-z]?|[A-Za-z]{1,2}(?![A-Za-z]))(?:[-/&][A-Za-z]?\d+[A-Za-z]?)*"
_PERSON = regex.compile(
    r"(?<![^,])(\s*)[^,]*(?<![A-Za-z])(?:attn|attention|c/o|care of|tel|phone|mobile)(?![A-Za-z])[^,]*",
    regex.IGNORECASE,
)
_CONTACT = regex.compile(r"(?<![^,])(\s*)[^,]*(?:\d(?:[ .\-]?\d){6,}|\*{2,}\d|@)[^,]*")
_UNIT = regex.compile(
    rf"(?<![A-Za-z])(?:{LATIN_UNIT}|house|villa)\.?\s*(?:no\.?\s*)?#?\s*{_ID}"
    r"|(?<![A-Za-z\d])\d{1,3}(?:st|nd|rd|th)?\s*(?:/\s?F|F|floor|flr|fl)(?![A-Za-z])\.?"
    r"|(?<![A-Za-z])[BGLMU]\d?/F(?![A-Za-z])"
    r"|(?<![A-Za-z])P\.?\s?O\.?\s?Box\s*[\w-]*"
    r"|#\s*[\w-]+",
    regex.IGNORECASE,
)
_ROAD_NUMBER = regex.compile(
    rf"(?:no\.?\s*)?(?<![\w\-])\d+[A-Za-z]?(?:st|nd|rd|th)?\s+(?:[A-Za-z.'’]+\s+){{0,4}}?{_ROAD}|{_ROAD}\s+(?:no\.?\s*)?\d+(?![\w\-])",
    regex.IGNORECASE,
)
_NUMBER = regex.compile(r"(?:no\.?\s*)?[A-Za-z]*\d[\w\-/]*", regex.IGNORECASE)
_KNOWN = regex.compile(
    rf"(?<![A-Za-z]){_ROAD}|(?<![A-Za-z])(?:district|city|province|county|town|village)(?![A-Za-z])", regex.IGNORECASE
)
_SEVERAL = regex.compile(r"\*{3,}(?:[\s,.;/\-]*\*{3,})*")


def mask_latin(address: str) -> str:
    """Units, floors, blocks and loose numbers hidden wherever they stand; road numbers stay.

    Without any unit, road or division word it is free text and wholly hidden.
    """
    shown = _CONTACT.sub(r"\1***", _PERSON.sub(r"\1***", address))
    shown = _UNIT.sub(_HIDDEN, shown)
    kept = [match.span() for match in _ROAD_NUMBER.finditer(shown)]
    is_known = _UNIT.search(address) is not None or _KNOWN.search(address) is not None
    if not is_known:
        return _HIDDEN
    shown = _NUMBER.sub(lambda match: match.group() if _within(match, kept) else _HIDDEN, shown)
    return _SEVERAL.sub(_HIDDEN, shown).strip(" ,;")


def _within(match: regex.Match[str], spans: list[tuple[int, int]]) -> bool:
    return any(start <= match.start() and match.end() <= end for start, end in spans)
