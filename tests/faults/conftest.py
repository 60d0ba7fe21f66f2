"""One nursery for all the kills of a run."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.faults.nursery import Nursery

if TYPE_CHECKING:
    from collections.abc import Iterator


@pytest.fixture(scope="session")
def nursery() -> Iterator[Nursery]:
    """Ends with the run."""
    with Nursery() as given:
        yield given
