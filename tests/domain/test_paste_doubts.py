"""Why a field should be looked at."""

from __future__ import annotations

import pytest

from outlet_app.domain.paste import Doubt, DoubtReason, read_paste

NAME, PHONE, PLACE = "张三", "13800138000", "浙江省杭州市余杭区文一西路969号"


@pytest.mark.parametrize(
    ("text", "doubt"),
    [
        (f"{PHONE} {PLACE}", Doubt("name", DoubtReason.MISSING)),
        (f"{NAME} {PLACE}", Doubt("phone", DoubtReason.MISSING)),
        (f"{NAME} {PHONE} 文一西路969号", Doubt("district", DoubtReason.MISSING)),
        (f"{NAME} {PHONE} 浙江省杭州市文一西路969号", Doubt("district", DoubtReason.MISSING)),
        (f"{NAME} {PHONE} 浙江省杭州市余杭区", Doubt("detail", DoubtReason.MISSING)),
        (f"随风 {PHONE} {PLACE}", Doubt("name", DoubtReason.WEAK)),
        (f"收件人：张** {PHONE} {PLACE}", Doubt("name", DoubtReason.PREMASKED)),
        (f"{NAME} 138****8000 {PLACE}", Doubt("phone", DoubtReason.PREMASKED)),
        (f"{NAME} 1380013800 {PLACE}", Doubt("phone", DoubtReason.NOT_A_NUMBER)),
        (f"{NAME} {PHONE} 0571-88112233转801 {PLACE}", Doubt("phone", DoubtReason.SECOND, ("0571-88112233转801",))),
        (f"{NAME} {PHONE} 330106199003071234 {PLACE}", Doubt("leftover", DoubtReason.IDENTITY_NUMBER)),
        (f"{NAME} {PHONE} 江苏省南通市海门市解放路1号", Doubt("district", DoubtReason.RENAMED)),
        (f"{NAME} {PHONE} 吉林省四平市公主岭市解放路1号", Doubt("district", DoubtReason.MISMATCH)),
        (f"{NAME} {PHONE} 昆山花桥镇绿地大道1号", Doubt("district", DoubtReason.INFERRED)),
        (
            f"{NAME} {PHONE} {PLACE} 江苏省南京市玄武区",
            Doubt("district", DoubtReason.SECOND, ("江苏省南京市玄武区",)),
        ),
    ],
)
def test_each_reason_is_given_once(text: str, doubt: Doubt) -> None:
    assert read_paste(text).doubts == (doubt,)


def test_a_city_without_districts_misses_none() -> None:
    assert read_paste(f"{NAME} {PHONE} 广东省东莞市虎门镇虎门大道9号").doubts == ()


def test_a_text_that_is_no_address_raises_no_doubts() -> None:
    assert read_paste("在吗").doubts == ()
