"""An open store in a folder of its own."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.domain.activity import Activity, ActivityKind
from outlet_app.store.store import Entry, Store
from tests.store.rows import AUTHOR, KEY, OUTLET, Clock

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def clock() -> Clock:
    """A clock that stands at noon."""
    return Clock()


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where the store's database lies."""
    return tmp_path / "outlet.db"


@pytest.fixture
def store(path: Path, clock: Clock) -> Iterator[Store]:
    """A founded outlet's store."""
    with Store.create(path, KEY, outlet_id=OUTLET, clock=clock) as made:
        made.write(AUTHOR, Entry(Activity(ActivityKind.OUTLET_FOUNDED)))
        yield made
