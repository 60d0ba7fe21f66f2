"""Tables saved elsewhere."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.errors import FileMissing, TableTooLong, TableUnreadable
from outlet_app.services import read_file
from outlet_app.services.read_file import read_lines

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "utf-16"])
def test_text_is_read_in_the_encodings_that_tables_are_saved_in(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes('省,"码, 一"\r\n𠮷林,1\r\n'.encode(encoding))
    assert read_lines(path, 9) == [["省", "码, 一"], ["𠮷林", "1"]]


def test_a_first_line_with_a_tab_makes_it_tab_separated(tmp_path: Path) -> None:
    path = tmp_path / "t.tsv"
    path.write_text("a\tb,c\n1\t2\n", encoding="utf-8")
    assert read_lines(path, 9) == [["a", "b,c"], ["1", "2"]]


@pytest.mark.parametrize("content", [b"", b"a\0b", b"\xff\xff\xff", b'a,"b'])
def test_what_is_no_text_or_never_ends_is_refused(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes(content)
    with pytest.raises(TableUnreadable):
        read_lines(path, 9)


def test_a_file_that_is_too_large_or_gone_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "t.csv"
    path.write_bytes("码,b\n".encode())
    monkeypatch.setattr(read_file, "MOST_BYTES", 1)
    with pytest.raises(TableTooLong):
        read_lines(path, 9)
    with pytest.raises(FileMissing):
        read_lines(tmp_path / "gone.csv", 9)


def test_more_rows_than_wanted_are_told_apart_from_no_table(tmp_path: Path) -> None:
    path = tmp_path / "t.csv"
    path.write_text("a,b\n" * 3, encoding="utf-8")
    assert len(read_lines(path, 3)) == 3
    with pytest.raises(TableTooLong) as caught:
        read_lines(path, 2)
    assert caught.value.most == 2
