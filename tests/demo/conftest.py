"""The ground of the demo's tests: a small real outlet."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.outlets import make_outlet

if TYPE_CHECKING:
    from pathlib import Path

    from tests.outlets import Outlet


@pytest.fixture
def outlet(tmp_path: Path) -> Outlet:
    return make_outlet(tmp_path)
