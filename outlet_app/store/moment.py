"""Times as rows hold them: whole milliseconds since 1970, UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MILLISECOND = timedelta(milliseconds=1)


def to_ms(at: datetime) -> int:
    """The milliseconds of an aware time; what is finer is cut. Raises TypeError for a time without a zone."""
    return (at - _EPOCH) // _MILLISECOND


def from_ms(at_ms: int) -> datetime:
    """The aware UTC time that `to_ms` gave these milliseconds for."""
    return _EPOCH + at_ms * _MILLISECOND
