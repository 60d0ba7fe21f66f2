"""Phone numbers as people write them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.phone import PhoneKind, find_phones, read_phone
from tests.domain import people


@pytest.mark.parametrize(
    ("typed", "kind", "number", "extension"),
    [
        ("13812345678", PhoneKind.MOBILE, "13812345678", ""),
        ("电话：138 1234 5678", PhoneKind.MOBILE, "13812345678", ""),
        ("13812345678 转 12", PhoneKind.MOBILE, "13812345678", "12"),
        ("13812345678【1234】", PhoneKind.MOBILE, "13812345678", "1234"),
        ("0571-88881234", PhoneKind.LANDLINE, "0571-88881234", ""),
        ("（010）8888 1234#801", PhoneKind.LANDLINE, "010-88881234", "801"),
        ("+86 571 88881234", PhoneKind.LANDLINE, "0571-88881234", ""),
        ("0313-2021234分机12", PhoneKind.LANDLINE, "0313-2021234", "12"),
        ("400-858-2020", PhoneKind.SERVICE, "4008582020", ""),
        ("95588", PhoneKind.SERVICE, "95588", ""),
        ("+852 9123 4567", PhoneKind.HONG_KONG, "+852 91234567", ""),
        ("85291234567", PhoneKind.HONG_KONG, "+852 91234567", ""),
        ("00853-6612-3456", PhoneKind.MACAU, "+853 66123456", ""),
        ("0912-345-678", PhoneKind.TAIWAN, "+886 912345678", ""),
        ("+886 0912345678", PhoneKind.TAIWAN, "+886 912345678", ""),
        ("+1 (212) 555-0123 ext 7", PhoneKind.INTERNATIONAL, "+1 2125550123", "7"),
        ("+44 (0)20 7946 0958", PhoneKind.INTERNATIONAL, "+44 2079460958", ""),
    ],
)
def test_a_complete_number_is_read(typed: str, kind: PhoneKind, number: str, extension: str) -> None:
    phone = read_phone(typed)
    assert (phone.kind, phone.number, phone.extension) == (kind, number, extension)
    assert not phone.doubtful
    assert not phone.premasked


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("", ""),
        ("张三", ""),
        ("23456", "23456"),
        ("1388888888", "1388888888"),
        ("88881234", "88881234"),
        ("57188881234", "0571-88881234"),
        ("571-88881234", "0571-88881234"),
        ("02-2345-6789", "022-3456789"),
        ("+86 12345", "8612345"),
        ("+999 12", "+999 12"),
        ("0571-88881234/13812345678", "0571-8888123413812345678"),
    ],
)
def test_what_is_no_complete_number_is_doubtful(typed: str, number: str) -> None:
    phone = read_phone(typed)
    assert phone.doubtful
    assert phone.number == number


@pytest.mark.parametrize(
    ("typed", "subscriber"),
    [
        ("138****1234", "138****1234"),
        ("138----5678", "138****5678"),
        ("138 **** 5678", "138****5678"),
        ("0571-******34", "******34"),
        ("+852 ******67", "******67"),
        ("0086138****1234", "138****1234"),
    ],
)
def test_a_premasked_number_keeps_its_length_and_is_no_number(typed: str, subscriber: str) -> None:
    phone = read_phone(typed)
    assert (phone.subscriber, phone.premasked, phone.doubtful) == (subscriber, True, True)


@given(people.mobiles())
def test_every_spelling_of_a_mobile_is_the_same_number(number: str) -> None:
    for spelling in people.mobile_spellings(number):
        phone = read_phone(spelling)
        assert phone.premasked or phone.number == number, spelling


@given(people.mobiles())
def test_every_spelling_of_a_mobile_is_found_in_free_text(number: str) -> None:
    for spelling in people.mobile_spellings(number)[:-3]:
        found = find_phones(f"张三,{spelling} 3幢502室")
        assert [one.phone.subscriber for one in found] in ([number], []), spelling
        assert found or spelling.endswith("1234"), spelling


def test_numbers_are_found_where_they_stand() -> None:
    text = "501 13800138000-1234 家０５７１－８８８８１２３４转12 备用138****1234 文一西路969号"
    assert [text[one.start : one.end] for one in find_phones(text)] == [
        "13800138000-1234",
        "０５７１－８８８８１２３４转12",
        "138****1234",
    ]


@pytest.mark.parametrize("text", ["13800138000-3-502", "13800138000-3号楼", "13800138000，3幢"])
def test_a_house_behind_a_number_is_no_extension(text: str) -> None:
    (found,) = find_phones(text)
    assert (found.end, found.phone.extension) == (11, "")


@pytest.mark.parametrize("text", ["YT8962646785389", "330106199003071234", "文一西路969号", "价值1000元", "2026-11-22"])
def test_other_numbers_are_no_phones(text: str) -> None:
    assert find_phones(text) == ()


@given(st.text(max_size=60))
def test_no_text_makes_reading_fail(text: str) -> None:
    assert read_phone(text).number == read_phone(text).number
    assert all(0 <= one.start < one.end <= len(text) for one in find_phones(text))


def test_a_phone_does_not_say_its_number() -> None:
    assert "138" not in repr(read_phone("13800138000"))
