"""The month that is looked at often is made once."""

from __future__ import annotations

import pytest

from tests.behaviour.month import TUNED_ON, Month, make_month


@pytest.fixture(scope="session")
def month() -> Month:
    return make_month(TUNED_ON)
