"""Text as people paste it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain import text

FAMILY = "👨\u200d👩\u200d👧"


@pytest.mark.parametrize(
    ("typed", "plain"),
    [
        ("１３８　ＡＢ", "138 AB"),
        ("张\u200b三\ufeff", "张三"),
        ("\u202e张三\u202c", "张三"),
        (" 浙江\r\n\t杭州 ", "浙江 杭州"),
        (f"{FAMILY}家", f"{FAMILY}家"),
        ("⾥", "里"),
        ("", ""),
    ],
)
def test_normalising_leaves_what_a_person_sees(typed: str, plain: str) -> None:
    assert text.normalise(typed) == plain


@given(st.text(max_size=40))
def test_normalising_twice_changes_nothing(typed: str) -> None:
    assert text.normalise(text.normalise(typed)) == text.normalise(typed)


def test_tidying_keeps_the_customers_own_characters() -> None:
    assert text.tidy(" 張\u200b三　３号 ") == "張三 ３号"


@given(st.text(max_size=40))
def test_folding_never_changes_the_length(typed: str) -> None:
    assert len(text.fold_width(typed)) == len(text.fold_variants(typed)) == len(typed)


def test_traditional_characters_and_radicals_match_simplified_ones() -> None:
    assert text.fold_variants("⻄安市⻓安區張麗華臺灣後⾥") == "西安市长安区张丽华台湾后里"
    assert text.fold_variants("Wenyi Rd") == "Wenyi Rd"


def test_the_variant_table_maps_single_characters_and_stays_small() -> None:
    table = text._variants()
    assert all(len(plain) == 1 and ord(plain) != code for code, plain in table.items())
    assert text.paths.resource("han_variants.csv").stat().st_size < 60_000


@pytest.mark.parametrize(
    ("typed", "first", "count"),
    [("𠮷田", "𠮷", 2), ("😀店", "😀", 2), (f"{FAMILY}家", FAMILY, 2), ("e\u0301a", "e\u0301", 2), ("", "", 0)],
)
def test_graphemes_are_what_a_person_counts(typed: str, first: str, count: int) -> None:
    assert text.first_grapheme(typed) == first
    assert len(text.graphemes(typed)) == count


@pytest.mark.parametrize("typed", ["a\nb", "a\x00", "a\u200b", "\u202eabc", "a\u2028b", "\ud800", "a\ufeff"])
def test_what_cannot_be_seen_is_a_control_character(typed: str) -> None:
    assert text.holds_control_character(typed)


@pytest.mark.parametrize("typed", ["张三 𬭎", FAMILY, "阿卜杜拉·买买提", ""])
def test_what_can_be_seen_is_none(typed: str) -> None:
    assert not text.holds_control_character(typed)


@pytest.mark.parametrize("typed", ["OA1.XYZ", "oa1.x", "ＯＡ１．", "OK1。", "abcOR1.d", "O\u200bA1."])
def test_our_codes_are_known_however_they_were_typed(typed: str) -> None:
    assert text.looks_like_label_code(typed)


@pytest.mark.parametrize("typed", ["OA1", "O1.", "AO1.", "路1号", "YT8962646785389", ""])
def test_other_text_is_no_code_of_ours(typed: str) -> None:
    assert not text.looks_like_label_code(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "11010519491231002X",
        "身份证11010519491231002x",
        "１１０１０５１９４９１２３１００２Ｘ",
        "110105 19491231 002X",
        "130503670401001",
    ],
)
def test_identity_numbers_are_found(typed: str) -> None:
    assert text.holds_identity_number(typed)


@pytest.mark.parametrize(
    "typed",
    [
        "110105194912310021",
        "110105194913310020",
        "99050367040100112",
        "990503670401001",
        "130503671301001",
        "13800138000",
    ],
)
def test_other_long_numbers_are_no_identity_numbers(typed: str) -> None:
    assert not text.holds_identity_number(typed)


def test_an_identity_number_is_found_where_it_stands() -> None:
    assert text.find_identity_numbers("证11010519491231002X号") == ((1, 19),)


@pytest.mark.parametrize(
    "typed",
    ["张**", "王*", "张××", "张×", "138****1234", "138----5678", "138xxxx1234", "138...1234", "----5678", "●●", "＊＊"],
)
def test_masks_of_others_are_known(typed: str) -> None:
    assert text.is_premasked(typed)


@pytest.mark.parametrize(
    "typed", ["138-1234-5678", "阿卜杜拉•买买提", "30×40", "Max", "13-2-502", "A——B", "张三", "xx", "等等...", "0xff"]
)
def test_other_signs_are_no_masks(typed: str) -> None:
    assert not text.is_premasked(typed)
