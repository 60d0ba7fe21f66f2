"""The reminder of the last full check."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

import pytest

from outlet_app.store import last_check
from outlet_app.store.last_check import LastCheck

if TYPE_CHECKING:
    from pathlib import Path

AT = datetime(2026, 11, 22, 12, tzinfo=UTC)


@pytest.mark.parametrize("check", [LastCheck(AT, 0), LastCheck(AT, 3, told=False)])
def test_it_is_read_back_as_it_was_written(tmp_path: Path, check: LastCheck) -> None:
    last_check.write(tmp_path / "state" / "last-check", check)
    assert last_check.read(tmp_path / "state" / "last-check") == check


@pytest.mark.parametrize("content", [b"", b"12", b"1 2 3\n", b"\xff\xfe", b"-1 0 1\n", b"1 0 1\nmore"])
def test_anything_else_counts_as_no_check(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "last-check").write_bytes(content)
    assert last_check.read(tmp_path / "last-check") is None
    assert last_check.read(tmp_path / "none") is None
