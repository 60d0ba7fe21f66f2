"""Waybill numbers."""

from __future__ import annotations

import pytest

from outlet_app.domain.waybill_number import is_number, read_number, s10_holds


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("yt8962646785389", "YT8962646785389"),
        ("ＹＴ８９６２６４６７８５３８９", "YT8962646785389"),
        (" YT 8962-6467 85389 ", "YT8962646785389"),
    ],
)
def test_a_number_is_stored_in_one_form(typed: str, number: str) -> None:
    assert read_number(typed) == number


@pytest.mark.parametrize("text", ["YT8962646785389", "123456", "A1" * 10])
def test_numbers_of_6_to_20_letters_and_digits_are_numbers(text: str) -> None:
    assert is_number(text)


@pytest.mark.parametrize(
    "text", ["", "12345", "A1" * 10 + "1", "ABCDEFG", "YT896264678538*", "OA1.ABCD.1234", "圆通123456"]
)
def test_anything_else_is_none(text: str) -> None:
    assert not is_number(text)


@pytest.mark.parametrize(
    ("number", "holds"), [("RB123456785GB", True), ("RB123456786US", False), ("EE473124829CN", True)]
)
def test_the_s10_check_digit_is_checked(number: str, holds: bool) -> None:  # noqa: FBT001 - a table's column
    assert s10_holds(number) is holds


def test_a_number_of_another_shape_has_no_s10_check_digit() -> None:
    assert s10_holds("YT8962646785389") is None


def test_s10_check_digits_10_and_11_become_0_and_5() -> None:
    bodies = [f"{n:08d}" for n in range(200)]
    checks = {digit for body in bodies for digit in "0123456789" if s10_holds(f"RB{body}{digit}CN")}
    assert all(sum(s10_holds(f"RB{body}{digit}CN") is True for digit in "0123456789") == 1 for body in bodies)
    assert {"0", "5"} <= checks
