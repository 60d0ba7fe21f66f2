"""A carrier's table of sort codes."""

from __future__ import annotations

import pytest

from outlet_app.domain.sort_code_table import (
    MOST_FAULTS,
    Place,
    RowFaultKind,
    SortCodeRow,
    code_of,
    columns,
    read_table,
)

HEAD = ["省", "市", "区县", "三段码"]


def test_a_table_is_read_by_its_headings_in_either_language_and_any_order() -> None:
    row = SortCodeRow("浙江省", "杭州市", "余杭区", "342-081-00 052")
    for lines in (
        [HEAD, ["浙江省", "杭州市", "余杭区", "342-081-00  052"]],
        [["Sort code", "note", "District", "City", "Province"], ["342-081-00 052", "x", "余杭", "杭州", "浙江"]],
    ):
        table = read_table("yto.csv", lines)
        assert table is not None
        assert (table.rows, table.faults, table.name) == ((row,), (), "yto.csv")


@pytest.mark.parametrize("lines", [[], [["省", "市"]], [["浙江省", "杭州市", "余杭区", "342"]]])
def test_a_file_without_the_headings_is_no_table(lines: list[list[str]]) -> None:
    assert read_table("x.csv", lines) is None


def test_province_and_code_are_enough() -> None:
    assert columns(["Province", "CODE "]) == {"province": 0, "code": 1}


@pytest.mark.parametrize(
    ("cells", "kind"),
    [
        (["", "杭州市", "余杭区", "1"], RowFaultKind.NO_PLACE),
        (["浙江省", "杭州市", "不存在区", "1"], RowFaultKind.UNKNOWN_PLACE),
        (["火星", "", "", "1"], RowFaultKind.UNKNOWN_PLACE),
        (["浙江省", "杭州市", "余杭区"], RowFaultKind.NO_CODE),
        (["浙江省", "杭州市", "余杭区", "1" * 21], RowFaultKind.BAD_CODE),
        (["浙江省", "杭州市", "余杭区", "OA1.X"], RowFaultKind.BAD_CODE),
        (["浙江", "杭州", "西湖", "2"], RowFaultKind.DOUBLE),
    ],
)
def test_a_row_that_cannot_be_taken_says_why_and_the_others_stand(cells: list[str], kind: RowFaultKind) -> None:
    table = read_table("x.csv", [HEAD, ["浙江省", "杭州市", "西湖区", "1"], ["", "", "", " "], cells])
    assert table is not None
    assert [(fault.row, fault.kind) for fault in table.faults] == [(4, kind)]
    assert (table.refused, len(table.rows)) == (1, 1)


def test_only_the_first_faults_are_told_and_all_are_counted() -> None:
    table = read_table("x.csv", [HEAD, *([["火星", "", "", "1"]] * (MOST_FAULTS + 5))])
    assert table is not None
    assert (len(table.faults), table.refused) == (MOST_FAULTS, MOST_FAULTS + 5)


def test_the_row_that_names_most_of_the_place_counts_and_where_none_does_the_place_itself() -> None:
    codes = {
        Place("yto", "浙江省", "", ""): "500",
        Place("yto", "浙江省", "杭州市", ""): "510",
        Place("yto", "浙江省", "杭州市", "余杭区"): "511",
    }
    assert code_of(codes, Place("yto", "浙江省", "杭州市", "余杭区")) == "511"
    assert code_of(codes, Place("yto", "浙江省", "杭州市", "西湖区")) == "510"
    assert code_of(codes, Place("yto", "浙江省", "宁波市", "海曙区")) == "500"
    assert code_of(codes, Place("sf", "浙江省", "杭州市", "余杭区")) == "杭州 余杭"
