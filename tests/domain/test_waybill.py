"""A waybill."""

from __future__ import annotations

from datetime import UTC, datetime

from outlet_app.domain.acceptance import waybill
from tests.builders import draft


def test_no_log_or_traceback_can_show_its_people() -> None:
    made = waybill(draft(), record_id=bytes(16), number="YT1", accepted_at=datetime(2026, 11, 22, tzinfo=UTC))
    assert repr(made) == "Waybill(YT1, version 1)"
