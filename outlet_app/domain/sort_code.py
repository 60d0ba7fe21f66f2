"""The label's largest text: where the hub throws the parcel."""

from __future__ import annotations

import re
import unicodedata
from typing import Final

import regex

LONGEST_CODE = 20
"""Characters; a longer one does not fit its zone of the label in the largest type."""

_CODE: Final = re.compile(rf"[0-9A-Z](?:[0-9A-Z /-]{{0,{LONGEST_CODE - 2}}}[0-9A-Z])?")
_PEOPLES: Final = (
    "蒙古|回|藏|维吾尔|苗|彝|壮|布依|朝鲜|满|侗|瑶|白|土家|哈尼|哈萨克|傣|黎|傈僳|佤|畲|拉祜|水|东乡|纳西|景颇|柯尔克孜|土|达斡尔|仫佬|羌"
    "|布朗|撒拉|毛南|仡佬|锡伯|阿昌|普米|塔吉克|怒|鄂温克|德昂|保安|裕固|独龙|门巴|珞巴|基诺"
)
_SHAPES: Final = (
    (rf"(?:(?:{_PEOPLES})族|各族|维吾尔|哈萨克|柯尔克孜|塔吉克|锡伯|(?<=[^内])蒙古)*自治[区州县旗]$", ""),
    (rf"(?:(?:{_PEOPLES})族)+区$", ""),
    (r"族?自治[区州县旗]$", ""),
    (r"高新技术产业(?:开发|园)区$|高新区$", "高新"),
    (r"经济技术开发区$|经济开发区$|经开区$", "经开"),
    (r"(?:特别行政区|地区|林区|特区|(?<!新)区|[省市县旗盟])$", ""),
)


def sort_code(province: str, city: str, district: str) -> str:
    """City and district without the words for their kind, as in 杭州 余杭; one alone where the other is missing.

    Takes official full names. A municipality gives its own name, a directly held county its own. What would be left
    with one character keeps its kind (沁县, 郊区), and so does a new area (浦东新区). A carrier's own codes, from a
    table that the owner loads, stand above this.
    """
    town = _short(city or ("" if district else province))
    quarter = _short(_zone(province, town, district))
    if town == quarter:
        quarter = district
    return " ".join(part for part in (town, quarter) if part)


def read_sort_code(text: str) -> str:
    """A carrier's own code as it is printed: NFKC, upper case, one space where there are many. It may be none."""
    return " ".join(unicodedata.normalize("NFKC", text).upper().split())


def is_sort_code(text: str) -> bool:
    """Whether `text`, already read, can be a carrier's own code, as in 342-081-00 052: no letters but A to Z."""
    return _CODE.fullmatch(text) is not None


def _zone(province: str, town: str, district: str) -> str:
    """A development zone without the province and city that its long name begins with."""
    if not regex.search(r"(?:开发|高新|产业园|实验|名胜)区$", district):
        return district
    inner = regex.sub(rf"^(?:{regex.escape(_short(province))}省?)?(?:{regex.escape(town)}市?)?", "", district)
    return inner if len(inner) > 2 else district


def _short(name: str) -> str:
    for shape, kept in _SHAPES:
        short = regex.sub(shape, kept, name)
        if short != name and len(short) > 1:
            return short
    return name
