"""Times as rows hold them: whole milliseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)
_LATEST = datetime(9000, 1, 1, tzinfo=UTC)
_MOST_MS = (_LATEST - _EPOCH) // _MILLISECOND


def to_ms(at: datetime) -> int:
    """The milliseconds of an aware time; what is finer is cut. Raises TypeError for a time without a zone."""
    return (at - _EPOCH) // _MILLISECOND


def from_ms(at_ms: int) -> datetime:
    """The aware UTC time that `to_ms` gave these milliseconds for.

    Whoever holds the database can write any number: before 1970 is 1970, behind the year 9000 is 9000, so that no row
    keeps others from being read.
    """
    return _EPOCH + min(max(at_ms, 0), _MOST_MS) * _MILLISECOND
