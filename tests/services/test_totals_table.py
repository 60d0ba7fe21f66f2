"""Totals as a CSV file."""

from __future__ import annotations

import csv
import io
from datetime import date

import pytest

from outlet_app.domain.act_counts import ActCounts
from outlet_app.services.totals_table import HEADS, totals_table

DAY = date(2026, 11, 22)


def rows(name: str) -> list[list[str]]:
    data = totals_table([(DAY, name, ActCounts(sign_ins=1, reveals=12))])
    return list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline="")))


def test_a_table_has_heads_and_a_row_for_each_day_and_person() -> None:
    assert rows("陈伟") == [list(HEADS), ["2026-11-22", "陈伟", "1", "0", "0", "0", "0", "12", "0"]]


@pytest.mark.parametrize("name", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", "＝1"])
def test_a_name_that_a_spreadsheet_would_run_is_a_text(name: str) -> None:
    assert rows(name)[1][1] == f"'{name}"


@pytest.mark.parametrize("name", ['陈"伟', "陈,伟", "陈\n伟"])
def test_a_name_with_marks_of_the_format_stays_one_cell(name: str) -> None:
    assert rows(name)[1][1] == name
