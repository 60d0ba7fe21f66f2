"""Parts of the record as files."""

from __future__ import annotations

import json

import pytest

from outlet_app.domain.record_segment import Covered, Told, parts_of, read_segment, write_segment
from tests.segments import CHEN, LIN, record, segment


def test_a_segment_reads_back_as_it_was_written() -> None:
    assert read_segment(write_segment(segment())) == segment()


def test_others_are_in_it_by_the_end_of_their_transactions_alone() -> None:
    data = write_segment(segment()).decode()
    for act in record()[2:14]:
        told = act.account_id == CHEN
        assert (str(act.at_ms) in data) is told
        assert act.record_id is None or (act.record_id.hex() in data) is told


def test_each_number_belongs_to_one_part() -> None:
    parts = segment().parts
    assert [(type(part), part.first, part.last) for part in parts] == [
        (Covered, 3, 4),
        (Told, 5, 6),
        (Told, 7, 8),
        (Covered, 9, 10),
        (Covered, 11, 12),
        (Told, 13, 14),
    ]
    assert segment().last == 14


def test_a_gap_and_an_unsigned_end_make_parts_of_their_own() -> None:
    acts = record()[:7]
    del acts[2]
    assert [(part.first, part.last) for part in parts_of(acts, LIN)] == [(1, 2), (4, 4), (5, 6), (7, 7)]


def test_the_format_of_version_1_is_what_it_was() -> None:
    """Frozen: a file that somebody was given must be read for ever."""
    plain = json.loads(write_segment(segment()))
    assert set(plain) == {
        "format",
        "version",
        "outlet_id",
        "owner_verify_key",
        "account",
        "start",
        "parts",
        "statements",
    }
    assert (plain["format"], plain["version"]) == ("outlet-app/record-segment", 1)
    assert [len(part) for part in plain["parts"]] == [5, 2, 2, 5, 5, 2]
    assert [len(act) for act in plain["parts"][1]] == [9, 9]


def _changed(**changes: object) -> bytes:
    plain = json.loads(write_segment(segment()))
    return json.dumps({**plain, **changes}, ensure_ascii=False, sort_keys=True, separators=(",", ":")).encode()


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"{}",
        b"[]",
        b"null",
        b"\xff",
        b"[" * 100_000,
        write_segment(segment()) + b"\n",
        write_segment(segment()).replace(b'"version":1', b'"version":1.0'),
        _changed(version=2),
        _changed(version=True),
        _changed(format="another"),
        _changed(outlet_id="00"),
        _changed(outlet_id=7),
        _changed(start=[1, 2]),
        _changed(start=[1, -2, "00" * 32]),
        _changed(start=[1, 2**63, "00" * 32]),
        _changed(parts=[[]]),
        _changed(parts=["x"]),
        _changed(parts=[[[1, 2, 3]]]),
        _changed(parts=[[1, 2, "00" * 16, "00" * 32, "0"]]),
        _changed(parts=[[1, 2, 3]]),
        _changed(statements=[[1, 2, ""]]),
        _changed(statements=[[1, "lone", ""]]).replace(b"lone", b"\\ud800"),
        _changed(statements=7),
    ],
)
def test_any_other_bytes_are_no_segment(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - which of the reasons is nobody's business
        read_segment(data)
