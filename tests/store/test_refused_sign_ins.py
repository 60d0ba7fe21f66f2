"""The side file of refused sign-ins."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import TYPE_CHECKING

import pytest

from outlet_app.store.refused_sign_ins import MOST_UNREPORTED, Refusal, RefusedSignIns, Streak

if TYPE_CHECKING:
    from pathlib import Path

NOON = datetime(2026, 11, 22, 4, tzinfo=UTC)
WANG, CHEN = b"w" * 16, b"c" * 16


def test_failures_in_a_row_are_counted_by_account_and_over_restarts(tmp_path: Path) -> None:
    path = tmp_path / "state" / "refused"
    RefusedSignIns(path).add(Refusal(WANG, NOON, "password"))
    RefusedSignIns(path).add(Refusal(WANG, NOON + timedelta(seconds=5), "password"))
    RefusedSignIns(path).add(Refusal(CHEN, NOON, "password"))
    assert RefusedSignIns(path).streak(WANG) == Streak(2, NOON + timedelta(seconds=5))
    assert RefusedSignIns(path).streak(CHEN) == Streak(1, NOON)


def test_nobody_has_failed_when_there_is_no_file(tmp_path: Path) -> None:
    assert RefusedSignIns(tmp_path / "refused").streak(WANG) == Streak(0, None)


def test_a_sign_in_reports_everything_and_ends_only_its_own_row_of_failures(tmp_path: Path) -> None:
    refused = RefusedSignIns(tmp_path / "refused")
    refused.add(Refusal(WANG, NOON, "password"))
    refused.add(Refusal(CHEN, NOON, "password"))
    assert refused.unreported() == (Refusal(WANG, NOON, "password"), Refusal(CHEN, NOON, "password"))
    refused.reported(WANG)
    assert refused.unreported() == ()
    assert refused.streak(WANG).failures == 0
    assert refused.streak(CHEN).failures == 1


def test_reporting_nothing_writes_nothing(tmp_path: Path) -> None:
    RefusedSignIns(tmp_path / "refused").reported(WANG)
    assert not (tmp_path / "refused").exists()


@pytest.mark.parametrize(
    "content",
    [
        *("", "{", "[]", '{"failures": 3}', '{"failures": {"a": "x"}}', "\x00\xff", "[" * 100_000, "9" * 2_000_000),
        '{"failures": {}, "last_ms": {"a": Infinity}, "unreported": []}',
        '{"failures": {}, "last_ms": {}, "unreported": [[1, 2]]}',
    ],
)
def test_a_damaged_file_keeps_nobody_out(tmp_path: Path, content: str) -> None:
    path = tmp_path / "refused"
    path.write_text(content, encoding="utf-8")
    refused = RefusedSignIns(path)
    assert refused.streak(WANG).failures == 0
    refused.add(Refusal(WANG, NOON, "password"))
    assert refused.streak(WANG).failures == 1


def test_the_file_does_not_grow_without_end(tmp_path: Path) -> None:
    refused = RefusedSignIns(tmp_path / "refused")
    for second in range(3):
        refused.add(Refusal(WANG, NOON + timedelta(seconds=second), "password"))
    refused._write(_with_rows(refused, MOST_UNREPORTED + 50))
    assert len(refused.unreported()) == MOST_UNREPORTED


def _with_rows(refused: RefusedSignIns, rows: int):  # noqa: ANN202 - the module's own content type
    content = refused._read()
    content.unreported = content.unreported[:1] * rows
    return content


def test_who_is_forgiven_starts_again_and_the_record_still_hears_of_it(tmp_path: Path) -> None:
    refused = RefusedSignIns(tmp_path / "refused")
    for account_id in (WANG, WANG, CHEN):
        refused.add(Refusal(account_id, NOON, "password"))
    refused.forgive(WANG)
    assert refused.streak(WANG) == Streak(0, None)
    assert refused.streak(CHEN) == Streak(1, NOON)
    assert len(refused.unreported()) == 3


def test_rows_that_are_none_of_ours_are_not_reported_and_the_others_are(tmp_path: Path) -> None:
    path, wang = tmp_path / "refused", WANG.hex()
    rows = [["xyz", 1, "password"], ["", 1, "password"], [wang, 1, "x" * 3000], [wang, 1, "OA1."], [wang, 2**90, "pin"]]
    path.write_text(json.dumps({"failures": {}, "last_ms": {wang: -(2**90)}, "unreported": rows}))
    refused = RefusedSignIns(path)
    assert [(each.account_id, each.at.year, each.reason) for each in refused.unreported()] == [(WANG, 9000, "pin")]
    assert refused.streak(WANG).last_at == datetime(1970, 1, 1, tzinfo=UTC)
