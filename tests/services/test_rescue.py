"""What the page before sign-in works with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from outlet_app.services.rescue import rescue_of

if TYPE_CHECKING:
    from tests.outlets import Outlet


def test_a_sheet_is_read_without_opening_anything(outlet: Outlet) -> None:
    rescue = rescue_of(outlet.keys, outlet.entrance, outlet.clock)
    assert rescue.read_sheet(" ".join(outlet.words)).is_right
    assert rescue.read_sheet("").count == 0


def test_leaving_forgets_what_was_opened(outlet: Outlet) -> None:
    rescue = rescue_of(outlet.keys, outlet.entrance, outlet.clock)
    rescue.recovery.open_with_sheet(" ".join(outlet.words))
    assert rescue.recovery.owners()
    rescue.abandon()
    assert not rescue.recovery.owners()
    with pytest.raises(ValueError, match="left out"):
        rescue.recovery.commit()
