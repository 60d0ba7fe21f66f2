"""Flags as the desk gives them, for the tests of what shows them."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from outlet_app.domain.flags import Flag, FlagKind
from outlet_app.services.flag_view import FlagView

AT = datetime(2026, 11, 22, 14, 10, tzinfo=UTC)
FLAG = Flag(
    FlagKind.BURST, b"c" * 16, date(2026, 11, 22), 7, 9, AT, AT, 14, {"judged": 1, "followed": 0}, rows=(7, 8, 9)
)
VIEW = FlagView(FLAG, "陈伟", None, is_muted=False, is_new=True)


def flag(**changes: object) -> FlagView:
    """Chen opened fourteen records, or what `changes` say."""
    return replace(VIEW, flag=replace(FLAG, **changes))  # type: ignore[arg-type] # the names are the flag's fields
