"""The log holds ids and numbers, never a person."""

from __future__ import annotations

import logging
from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app import log

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

PHONE = "13800138000"


@pytest.fixture
def written(tmp_path: Path) -> Iterator[Path]:
    """The log file while the log is kept in a folder of its own."""
    logger = logging.getLogger("outlet_app")
    before = list(logger.handlers)
    log.keep_in(tmp_path / "logs")
    yield tmp_path / "logs" / "outlet-app.log"
    for handler in [each for each in logger.handlers if each not in before]:
        logger.removeHandler(handler)
        handler.close()


def test_an_event_is_a_line_with_its_facts(written: Path) -> None:
    log.event("waybill_accepted", number="OA123456", count=3, record=bytes(range(16)))

    line = written.read_text(encoding="utf-8")
    assert line.endswith("INFO waybill_accepted number=OA123456 count=3 record=000102030405060708090a0b0c0d0e0f\n")


@pytest.mark.logs("printer_gone")
def test_a_fault_is_written_as_a_warning(written: Path) -> None:
    log.fault("printer_gone", printer="Zebra")

    assert "WARNING printer_gone printer=Zebra" in written.read_text(encoding="utf-8")


@pytest.mark.logs("crash")
def test_a_crash_is_written_with_its_trace(written: Path) -> None:
    log.crash('File "store.py", line 3, in write')

    assert 'ERROR crash\nFile "store.py", line 3, in write' in written.read_text(encoding="utf-8")


@pytest.mark.parametrize(
    "personal",
    ["张三", PHONE, "138-0013-8000", "138 0013 8000", "a" * 65, "文一西路969号", "Zhang San", "x@y"],
    ids=["name", "phone", "hyphens", "spaces", "long", "road", "words", "mail"],
)
def test_a_fact_that_may_be_personal_is_not_written(written: Path, personal: str) -> None:
    log.event("something", fact=personal)

    assert written.read_text(encoding="utf-8").endswith("something fact=…\n")


@given(st.text(min_size=1))
def test_no_text_with_a_phones_worth_of_digits_is_ever_a_fact(around: str) -> None:
    assert log._plain(around + PHONE) == "…"


def test_the_log_folder_is_closed_to_others(written: Path) -> None:
    assert written.parent.stat().st_mode & 0o077 == 0


def test_the_log_stays_within_three_files_of_256_kb(written: Path) -> None:
    for n in range(9_000):
        log.event("waybill_accepted", number="OA123456", station="counter-1", reason="x" * 60, n=n)

    files = list(written.parent.iterdir())
    assert len(files) == 3
    assert all(each.stat().st_size <= 256_000 for each in files)
