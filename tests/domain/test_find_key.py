"""What is a key to look a waybill up by, and what is none."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.find_key import FindKey, KeyKind, read_key

NUMBER, SHELF, TAIL, NAME = KeyKind.NUMBER, KeyKind.SHELF_CODE, KeyKind.TAIL, KeyKind.NAME_TAIL

KEYS = {
    "5678": (TAIL, "5678", ()),
    " ５６７８ ": (TAIL, "5678", ()),
    "7": (TAIL, "7", ()),
    "张5678": (NAME, "5678", ("张",)),
    "张 5678": (NAME, "5678", ("张",)),
    "張5678": (NAME, "5678", ("張", "张")),
    "𠮷12": (NAME, "12", ("𠮷",)),
    "a5678": (NAME, "5678", ("a", "A")),
    "Ａ5678": (NAME, "5678", ("A", "a")),
    "YT8800000000001": (NUMBER, "YT8800000000001", ()),
    "yt 8800 0000 00001": (NUMBER, "YT8800000000001", ()),
    "YT8800-0000-00001": (NUMBER, "YT8800000000001", ()),
    "75000000000001": (NUMBER, "75000000000001", ()),
    "15-1-731": (SHELF, "15-1-731", ()),
    "a-3-21": (SHELF, "A-3-21", ()),
    "1-2": (SHELF, "1-2", ()),
}

NO_KEYS = (
    *("", " ", "12345", "张", "张三", "张三5678", "三丰 5678", "张56789", "-5678", "5678-", "A-B", "1-", "1--2"),
    *("5678*", "*5678", "567?", "567_", "%", "张%", "张____", "YT88*", "YT8800000000001*", "[0-9]5678", "_5678"),
    *("٥٦٧٨", "5678\n张", "OA1.ABCD.YT8800000000001", "0" * 21),
)


@pytest.mark.parametrize("text", KEYS)
def test_a_key_is_read_in_its_one_form(text: str) -> None:
    assert read_key(text) == FindKey(*KEYS[text])


@pytest.mark.parametrize("text", NO_KEYS)
def test_a_part_a_wildcard_and_a_name_are_no_keys(text: str) -> None:
    assert read_key(text) is None


@given(st.text(alphabet="0123456789AZ张張a%_*?[]-. ", max_size=24))
def test_no_key_holds_what_a_query_could_take_for_a_wildcard(text: str) -> None:
    key = read_key(text)
    if key is not None:
        assert not set(key.value + "".join(key.initials)) & set("%_*?[]. ")
        assert len(key.initials) <= 4
        assert (key.kind is NAME) is bool(key.initials)


def test_a_key_tells_nothing_of_itself_in_a_log() -> None:
    assert repr(read_key("张5678")) == "FindKey(NAME_TAIL)"
