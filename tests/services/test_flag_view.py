"""When a flag waits for an owner's word."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from outlet_app.domain.flags import Flag, FlagKind
from outlet_app.services.flag_view import FlagView, Ticked

AT = datetime(2026, 11, 22, tzinfo=UTC)
FLAG = Flag(FlagKind.BURST, b"c" * 16, date(2026, 11, 22), 7, 9, AT, AT, 3)
VIEW = FlagView(FLAG, "陈伟", None, is_muted=False, is_new=True)


def test_a_flag_waits_until_it_is_ticked_off_or_muted_and_again_when_it_goes_on() -> None:
    assert VIEW.is_open
    assert not replace(VIEW, is_muted=True).is_open
    ticked = replace(VIEW, ticked=Ticked("王店主", AT, "asked", last_n=9))
    assert not ticked.is_open
    assert replace(ticked, flag=replace(FLAG, last_n=10)).is_open
