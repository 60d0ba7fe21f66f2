"""`ctx` and canonical JSON: one encoding, without collisions."""

from __future__ import annotations

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.context import canonical_json, ctx

PARTS = st.lists(st.binary(max_size=40), max_size=6)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)


def test_the_bytes_are_these_for_ever() -> None:
    expected = (
        b"\x00\x11outlet-app/1/slot"
        b"\x00\x02\x00\xff"
        b"\x00\x06\xe5\xbc\xa0\xe4\xb8\x89"
        b"\x00\x08\x00\x00\x00\x00\x00\x00\x01\x00"
        b"\x00\x00"
    )

    assert ctx("slot", b"\x00\xff", "张三", 256, b"") == expected


@given(PARTS, PARTS)
def test_different_lists_give_different_bytes(one: list[bytes], other: list[bytes]) -> None:
    assert (ctx("name", *one) == ctx("name", *other)) == (one == other)


@given(TEXT, TEXT)
def test_where_a_part_ends_counts(one: str, other: str) -> None:
    if one and other:
        assert ctx("name", one, other) != ctx("name", one + other)
        assert ctx("name", one, other) != ctx("name", one + other, "")


@given(st.text("abcde-", min_size=1, max_size=8), st.text("abcde-", min_size=1, max_size=8))
def test_a_name_is_not_a_part(name: str, part: str) -> None:
    assert ctx(name, part) != ctx(name + part)
    assert ctx(name) != ctx(name, b"")


def test_text_in_another_unicode_form_is_the_same_text() -> None:
    assert ctx("name", "é") == ctx("name", "e\u0301")


def test_numbers_have_eight_bytes() -> None:
    assert ctx("n", 2**64 - 1).endswith(b"\x00\x08" + b"\xff" * 8)
    for number in (-1, 2**64):
        with pytest.raises(OverflowError):
            ctx("n", number)


def test_a_part_has_at_most_65535_bytes() -> None:
    assert len(ctx("n", bytes(0xFFFF))) > 0xFFFF
    with pytest.raises(ValueError, match="65536 bytes"):
        ctx("n", bytes(0x10000))


def test_json_is_sorted_tight_unescaped_and_in_nfc() -> None:
    assert canonical_json({"b": 1, "a": ["张", "e\u0301", None, True]}) == '{"a":["张","é",null,true],"b":1}'


def test_json_knows_no_numbers_that_are_none() -> None:
    with pytest.raises(ValueError, match="JSON"):
        canonical_json(float("nan"))


@given(st.dictionaries(st.text("abcxyz_", max_size=5), TEXT, max_size=5))
def test_json_written_twice_is_the_same(value: dict[str, str]) -> None:
    text = canonical_json(value)

    assert canonical_json(json.loads(text)) == text
