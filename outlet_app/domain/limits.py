"""How much of something is allowed, and when it opens again."""

from __future__ import annotations

from datetime import timedelta

FREE_FAILURES = 3
"""Failed sign-ins in a row that cost no waiting."""

LONGEST_WAIT = timedelta(minutes=15)
"""So that a colleague's wrong tries cost nobody more than this."""


def wait_after(failures: int) -> timedelta:
    """How long an account's next sign-in waits after so many failures in a row: 1 s from the 4th, then doubling."""
    if failures <= FREE_FAILURES:
        return timedelta()
    doublings = min(failures - FREE_FAILURES - 1, 20)
    return min(timedelta(seconds=2**doublings), LONGEST_WAIT)
