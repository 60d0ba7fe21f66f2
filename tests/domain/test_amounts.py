"""Weights and money."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.amounts import DEAREST_FEN, HEAVIEST_G, kilograms, read_fen, read_weight_g, yuan


@pytest.mark.parametrize(
    ("typed", "grams"),
    [
        ("1", 1000),
        ("1.25", 1250),
        ("0.5", 500),
        (".5", 500),
        ("１．２", 1200),
        ("1。2", 1200),
        ("2 kg", 2000),
        ("3公斤", 3000),
        ("1.", 1000),
        ("1.2500", 1250),
    ],
)
def test_a_weight_is_read_however_it_is_typed(typed: str, grams: int) -> None:
    assert read_weight_g(typed) == grams


@pytest.mark.parametrize("typed", ["", "0", "0.0", "-1", "1.2345", "1e3", "1,5", "abc", "1000.001", "٣", "1.2.3"])
def test_what_is_no_weight_is_not_guessed(typed: str) -> None:
    assert read_weight_g(typed) is None


@pytest.mark.parametrize(
    ("typed", "fen"), [("", 0), ("  ", 0), ("12", 1200), ("12.5", 1250), ("¥12.50", 1250), ("8元", 800), ("0", 0)]
)
def test_an_amount_is_read_in_fen(typed: str, fen: int) -> None:
    assert read_fen(typed) == fen


@pytest.mark.parametrize("typed", ["12.345", "-3", "1000000.01", "十元", "x"])
def test_what_is_no_amount_is_not_guessed(typed: str) -> None:
    assert read_fen(typed) is None


@given(st.integers(1, HEAVIEST_G))
def test_a_weight_written_is_read_again(grams: int) -> None:
    assert read_weight_g(kilograms(grams)) == grams


@given(st.integers(0, DEAREST_FEN))
def test_an_amount_written_is_read_again(fen: int) -> None:
    assert read_fen(yuan(fen)) == fen


def test_written_forms_carry_no_idle_zeros_but_money_keeps_its_cents() -> None:
    assert (kilograms(1250), kilograms(2000), kilograms(5)) == ("1.25", "2", "0.005")
    assert (yuan(1200), yuan(5), yuan(0)) == ("12.00", "0.05", "0.00")
