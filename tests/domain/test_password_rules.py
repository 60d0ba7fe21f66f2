"""What a password and a PIN must be."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.password_rules import (
    LEAST_CHARACTERS,
    MOST_CHARACTERS,
    common_passwords,
    password_fault,
    pin_fault,
    require_password,
    require_pin,
)
from outlet_app.errors import FaultKind, InvalidDraft

NAMES = ("陈伟", "余杭文一西路网点", "Wang Li", "Li")


@pytest.mark.parametrize(
    "password",
    [
        "correct horse battery",
        "每天早上七点半开门",
        "每天早上七点半先开门",
        "tigers-eat-no-labels",
        "1903847562",
        "ⅷ 烧饼 豆浆 油条 配咸菜",
        "x" * 9 + "yzabcdef",
        "a" + "b c d e f g h i j k l m n o p q r s t u v w x y z " * 2,
    ],
)
def test_a_password_that_nobody_guesses_is_taken_whatever_it_is_made_of(password: str) -> None:
    if len(password) >= LEAST_CHARACTERS:
        assert password_fault(password, NAMES) is None
    else:
        assert password_fault(password, NAMES) is FaultKind.TOO_SHORT


@pytest.mark.parametrize(
    ("password", "kind"),
    [
        ("", FaultKind.TOO_SHORT),
        ("nine char", FaultKind.TOO_SHORT),
        ("ab cd ef g" * 13, FaultKind.TOO_LONG),
        ("tigers-eat\x00labels", FaultKind.CONTROL_CHARACTER),
        ("tigers-eat\nlabels", FaultKind.CONTROL_CHARACTER),
        ("qwertyuiop", FaultKind.TOO_COMMON),
        ("QwertyUiop", FaultKind.TOO_COMMON),
        ("ｑｗｅｒｔｙｕｉｏｐ", FaultKind.TOO_COMMON),
        ("1234567890", FaultKind.TOO_COMMON),
        ("Password2026!", FaultKind.TOO_COMMON),
        ("!!dragon1987", FaultKind.TOO_COMMON),
        ("Woaini1314!", FaultKind.TOO_COMMON),
        ("kuaidi888888", FaultKind.TOO_COMMON),
        ("aaaaaaaaaaaa", FaultKind.TOO_COMMON),
        ("abcdabcdabcd", FaultKind.TOO_COMMON),
        ("我是陈伟我是陈伟", FaultKind.TOO_SHORT),
        ("我是陈伟我是陈伟啊啊", FaultKind.CONTAINS_NAME),
        ("WANG LI opens the door", FaultKind.CONTAINS_NAME),
        ("余杭文一西路网点2026", FaultKind.CONTAINS_NAME),
        ("zhang13800138000", FaultKind.CONTAINS_PHONE),
        ("13800138000zhang", FaultKind.CONTAINS_PHONE),
        ("oa1.ABCD.75000000000001", FaultKind.LABEL_CODE),
    ],
)
def test_what_a_guesser_tries_first_is_refused_with_its_reason(password: str, kind: FaultKind) -> None:
    assert password_fault(password, NAMES) is kind


def test_a_common_word_far_inside_a_long_password_does_no_harm() -> None:
    assert password_fault("dragon-73-81-46-20", NAMES) is None
    assert password_fault("dragon and two monkeys", NAMES) is None


def test_a_name_of_two_letters_forbids_nothing() -> None:
    assert password_fault("familiar limits alike", NAMES) is None


def test_every_common_password_is_refused_as_it_stands() -> None:
    long_enough = [word for word in common_passwords() if len(word) >= LEAST_CHARACTERS]
    assert len(common_passwords()) > 3000
    assert len(long_enough) > 900
    assert all(password_fault(word, ()) is not None for word in long_enough)


def test_the_list_holds_words_in_the_form_they_are_compared_in() -> None:
    assert all(unicodedata.normalize("NFKC", word).casefold() == word for word in common_passwords())


@given(st.text(max_size=MOST_CHARACTERS + 20))
def test_spelling_the_same_characters_otherwise_changes_no_answer(password: str) -> None:
    composed = unicodedata.normalize("NFKC", password)
    assert password_fault(password, NAMES) is password_fault(composed, NAMES)


@given(st.text(min_size=MOST_CHARACTERS // 2, max_size=MOST_CHARACTERS, alphabet="天地玄黄宇宙洪荒日月盈昃辰宿列张"))
def test_a_long_sentence_is_never_too_long(password: str) -> None:
    assert password_fault(password, ()) in {None, FaultKind.TOO_COMMON}


@pytest.mark.parametrize("pin", ["402817", "100007", "135791", "990011"])
def test_six_digits_that_are_no_pattern_are_a_pin(pin: str) -> None:
    assert pin_fault(pin) is None
    require_pin(pin)


@pytest.mark.parametrize("pin", ["", "40281", "4028170", "40281x", " 402817", "40281\n", "４０２８１７"])
def test_anything_but_six_plain_digits_is_no_pin(pin: str) -> None:
    assert pin_fault(pin) is FaultKind.NOT_A_PIN


@pytest.mark.parametrize("pin", ["000000", "888888", "123456", "654321", "567890", "098765", "121212", "123123"])
def test_the_first_guesses_of_everybody_are_no_pin(pin: str) -> None:
    assert pin_fault(pin) is FaultKind.TOO_COMMON
    with pytest.raises(InvalidDraft) as error:
        require_pin(pin)
    assert [(fault.field, fault.kind) for fault in error.value.faults] == [("pin", FaultKind.TOO_COMMON)]


def test_a_refusal_names_its_field_and_never_the_password() -> None:
    with pytest.raises(InvalidDraft) as error:
        require_password("qwertyuiop", NAMES, "new_password")
    assert error.value.faults[0].field == "new_password"
    assert "qwerty" not in repr(error.value)
    require_password("correct horse battery", NAMES)
