"""What stands on a day sheet; over a real outlet in test_reports."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

from outlet_app.domain.cash import Cash
from outlet_app.domain.day_account import CarrierDay, ClosedListLine, Count, DayAccount, Shift, Traffic
from outlet_app.domain.history import Checkpoint
from outlet_app.domain.number_gaps import GapKind, NumberGap, NumbersOfDay
from outlet_app.paper.sheet import draw_sheet
from outlet_app.services.day_sheet import DayFacts, OwnersPart, day_sheet
from outlet_app.services.report import Recomputed
from tests.paper.labels import text_of

AT = datetime(2026, 11, 22, 13, 5, tzinfo=UTC)
CHEN = Shift(
    b"c", "陈伟", Traffic(accepted=3, arrived=2), Cash(fees_fen=3600, refunds_fen=-600, untold=2), Count(2000, 3000, AT)
)
ACCOUNT = DayAccount(
    day=date(2026, 11, 22),
    shifts=(CHEN, Shift(b"l", "林芳")),
    total=replace(CHEN, name=""),
    carriers=(CarrierDay("yto", Traffic(accepted=3), 1200), CarrierDay("gone", Traffic(), 0)),
    lists=(ClosedListLine(b"1", "yto", 3, AT),),
    numbers=(NumbersOfDay("yto", 3, 0, (), (NumberGap(GapKind.MISSING, "YT1", "YT2", 2),)),),
    whole=True,
    of_everybody=True,
    day_is_over=False,
)
FACTS = DayFacts(
    outlet_name="余杭网点",
    made_at=AT,
    made_by="王店主",
    code_text="OC1.K7QM.1.12345.ABCDEFGHJKMNPQRSTVWXYZ0123456789.0123ABCD",
    checked=Recomputed(Checkpoint(1, 9, bytes(32)), 9),
    account=ACCOUNT,
    carrier_names={"yto": "圆通速递"},
    owner=OwnersPart((), (), (), ()),
)


def texts(facts: DayFacts = FACTS) -> str:
    return "|".join(text_of(draw_sheet(day_sheet(facts))))


def test_money_below_nothing_bears_its_sign_before_the_yuan() -> None:
    assert "退款 -¥6.00" in texts()
    assert "差额 -¥10.00" in texts()
    assert "未记金额 2 笔" in texts()


def test_lists_stand_with_the_time_on_the_outlets_clock_and_a_carrier_that_is_gone_by_its_code() -> None:
    assert "21:05 圆通速递 3" in texts()
    assert "gone 0 0 0 ¥0.00" in texts()


def test_numbers_without_a_waybill_ask_for_an_explanation_and_else_nothing_is_said() -> None:
    assert "圆通速递 有 2 个号码已发出但没有运单" in texts()
    quiet = replace(FACTS, account=replace(ACCOUNT, numbers=()))
    assert "号段" not in texts(quiet)


def test_a_clerks_sheet_is_signed_by_the_clerk() -> None:
    own = replace(FACTS, owner=None, account=replace(ACCOUNT, of_everybody=False, shifts=(CHEN,)))
    assert texts(own).startswith("交班单")
    assert texts(own).endswith("签字|店员|日期|余杭网点 第 1 页，共 1 页")
    assert texts().endswith("签字|店主|日期|余杭网点 第 1 页，共 1 页")
