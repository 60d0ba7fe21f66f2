"""An act's detail, read back."""

from __future__ import annotations

import pytest

from outlet_app.domain.act_detail import LONGEST_WORD, read_account, read_detail
from outlet_app.domain.activity import Act


def _act(detail: str) -> Act:
    return Act(1, 0, b"c" * 16, "counter-1", "printed", None, detail, b"", None)


def test_words_and_whole_numbers_are_read() -> None:
    assert read_detail(_act('{"printer":"Zebra","serial":2}')) == {"printer": "Zebra", "serial": 2}


@pytest.mark.parametrize("text", ["", "{", "[]", "7", "null", "[" * 5000])
def test_what_is_no_object_is_empty(text: str) -> None:
    assert read_detail(_act(text)) == {}


def test_other_values_are_left_out_and_long_words_are_cut() -> None:
    detail = read_detail(_act('{"a":true,"b":[1],"c":1.5,"d":null,"e":"' + "x" * 1000 + '"}'))
    assert detail == {"e": "x" * LONGEST_WORD}


def test_an_account_is_read_from_hexadecimal_of_its_length_alone() -> None:
    assert read_account("63" * 16) == b"c" * 16
    for word in ("63" * 15, "not hexadecimal", "", 7, None):
        assert read_account(word) is None


def test_numbers_that_no_sum_can_hold_and_half_characters_are_left_out() -> None:
    assert read_detail(_act(f'{{"a":{2**53 + 1},"b":{-(2**53) - 1},"c":{2**53},"d":"\\ud800"}}')) == {"c": 2**53}


def test_what_cannot_be_seen_in_a_word_is_a_question_mark() -> None:
    assert read_detail(_act('{"a":"x\\n\\u202ey\\u0000","b":"\\u3000好"}')) == {"a": "x??y?", "b": "\u3000好"}
