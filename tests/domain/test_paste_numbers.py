"""Numbers of a pasted text, by kind."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste_numbers import Numbers, take_numbers
from outlet_app.domain.paste_sheet import DROPPED, PHONE, Sheet


def numbers(text: str) -> Numbers:
    return take_numbers(Sheet(text))


@pytest.mark.parametrize(
    ("text", "number", "extension"),
    [
        ("张三13800138000", "13800138000", ""),
        ("138-0013-8000", "13800138000", ""),
        ("+86 138 0013 8000", "13800138000", ""),
        ("13800138000-1234", "13800138000", "1234"),
        ("13800138000转1234", "13800138000", "1234"),
        ("13800138000[1234]", "13800138000", "1234"),
        ("13800138000转分机1234", "13800138000", "1234"),
        ("13800138000（请转 1234）", "13800138000", "1234"),
        ("0571-88112233转801", "0571-88112233", "801"),
        ("400-858-2020", "4008582020", ""),
        ("电话：88112233", "88112233", ""),
        ("85241234 杭州", "85241234", ""),
        ("1380013800", "1380013800", ""),
        ("13800138000 0571-88112233", "13800138000", ""),
        ("0571-88112233 13800138000", "13800138000", ""),
    ],
)
def test_the_number_to_call_is_found_with_its_extension(text: str, number: str, extension: str) -> None:
    phone = numbers(text).phone
    assert phone is not None
    assert (phone.number, phone.extension) == (number, extension)


@pytest.mark.parametrize("text", ["文一西路969号3幢2单元501室", "12-2-501", "1500元", "2026年", ""])
def test_house_numbers_are_no_phone(text: str) -> None:
    assert numbers(text).phone is None


def test_a_second_number_is_kept_and_the_same_one_twice_is_one() -> None:
    found = numbers("13800138000/13900139000 13800138000")
    assert [phone.number for phone in found.further] == ["13900139000"]


@pytest.mark.parametrize("text", ["330106199003071238", "110101198806150016", "身份证号：330106900307123"])
def test_an_identity_number_is_crossed_out_whatever_its_check_digit(text: str) -> None:
    sheet = Sheet(f"张三 {text} 13800138000")
    found = take_numbers(sheet)
    assert found.identity
    assert found.phone is not None
    assert found.phone.number == "13800138000"
    assert found.others == ()
    assert not any(character.isdigit() for character in sheet.plain)


@pytest.mark.parametrize(
    ("text", "other"),
    [
        ("张三 311121", "311121"),
        ("311121浙江省", "311121"),
        ("邮编：311121", "311121"),
        ("大都荟311121 张三", "311121"),
        ("订单号：2026071112345678901", "2026071112345678901"),
        ("YT1234567890123 张三", "YT1234567890123"),
        ("运单号 AB-123456", "AB-123456"),
    ],
)
def test_post_codes_and_order_numbers_are_set_aside(text: str, other: str) -> None:
    sheet = Sheet(text)
    assert take_numbers(sheet).others == (other,)
    assert DROPPED in sheet.plain


@pytest.mark.parametrize("text", ["人民路100101号", "123456室", "A311121", "3幢101202房"])
def test_six_digits_of_a_house_are_no_post_code(text: str) -> None:
    assert numbers(text).others == ()


def test_a_virtual_numbers_extension_is_taken_from_behind_the_name_too() -> None:
    sheet = Sheet("张三[1234] 13800138000-1234 文一西路[1234]")
    take_numbers(sheet)
    assert "[1234]" not in sheet.plain
    assert PHONE in sheet.plain
