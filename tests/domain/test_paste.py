"""The contract of a paste proposal, and what holds for any text."""

from __future__ import annotations

import time
from dataclasses import fields

import pytest
from hypothesis import given
from hypothesis import strategies as st

from outlet_app.domain.paste import LONGEST_PASTE, Doubt, DoubtReason, PasteProposal, Side, read_paste
from outlet_app.errors import PasteTooLong

HANGS_S = 5
"""Processor seconds no reading comes near; a pattern that backtracks without end takes far longer."""

PLAIN = "张三 13800138000 浙江省杭州市余杭区文一西路969号3号楼2单元501室"


def test_a_proposal_has_the_fields_of_the_form() -> None:
    names = [field.name for field in fields(PasteProposal)]
    assert names[:7] == ["name", "phone", "extension", "province", "city", "district", "detail"]
    assert names[7:] == ["leftover", "doubts", "sender", "side"]


def test_a_plain_text_is_read_whole_and_without_doubt() -> None:
    assert read_paste(PLAIN) == PasteProposal(
        name="张三",
        phone="13800138000",
        province="浙江省",
        city="杭州市",
        district="余杭区",
        detail="文一西路969号3号楼2单元501室",
    )


def test_a_proposal_shows_nothing_of_the_person() -> None:
    assert repr(read_paste(PLAIN)) == "PasteProposal(…)"


def test_what_is_longer_than_any_address_is_refused_at_once() -> None:
    with pytest.raises(PasteTooLong) as refused:
        read_paste("文" * (LONGEST_PASTE + 1))
    assert refused.value.limit == LONGEST_PASTE
    megabyte = "余杭区文一西路969号，" * 90_000
    before = time.process_time()
    with pytest.raises(PasteTooLong):
        read_paste(megabyte)
    assert time.process_time() - before < HANGS_S


@pytest.mark.parametrize("part", [PLAIN, "吉林", "朝阳区", "浙江杭州", "收件人", "1 ", "[1", "(", "张", "138****"])
def test_no_text_that_is_read_is_waited_for(part: str) -> None:
    text = (part * LONGEST_PASTE)[:LONGEST_PASTE]
    read_paste(text)
    before = time.process_time()
    read_paste(text)
    assert time.process_time() - before < HANGS_S


@pytest.mark.parametrize("text", ["", " \n\t", "，。", "\x00", "\u200b"])
def test_nothing_gives_an_empty_proposal_without_doubts(text: str) -> None:
    assert read_paste(text) == PasteProposal()


def test_a_pasted_pair_gives_the_recipient_and_the_sender_in_any_order() -> None:
    sender = "王芳 13900139000 上海市徐汇区漕宝路66号"
    for text in (f"寄：{sender}\n收：{PLAIN}", f"收件人：{PLAIN}\n寄件人：{sender}"):
        proposal = read_paste(text)
        assert (proposal.name, proposal.detail) == ("张三", "文一西路969号3号楼2单元501室")
        assert proposal.sender is not None
        assert (proposal.sender.name, proposal.sender.phone) == ("王芳", "13900139000")
        assert (proposal.sender.district, proposal.sender.detail) == ("徐汇区", "漕宝路66号")


def test_a_text_with_one_side_only_has_no_sender() -> None:
    assert read_paste(f"寄件人：{PLAIN}").sender is None


def test_output_is_in_the_customers_own_characters() -> None:
    proposal = read_paste("陳麗華　１３８００１３８０００　廣東省廣州市荔灣區龍津西路８８號")
    assert (proposal.name, proposal.phone, proposal.detail) == ("陳麗華", "13800138000", "龍津西路８８號")
    assert (proposal.province, proposal.city, proposal.district) == ("广东省", "广州市", "荔湾区")


def test_an_ambiguous_district_is_a_choice_and_never_a_guess() -> None:
    proposal = read_paste("张三 13800138000 朝阳区建国路88号")
    assert (proposal.province, proposal.city, proposal.district) == ("", "", "朝阳区")
    assert proposal.doubts == (Doubt("district", DoubtReason.AMBIGUOUS, ("北京市朝阳区", "吉林省长春市朝阳区")),)


def test_an_old_name_becomes_the_new_one_with_a_hint() -> None:
    proposal = read_paste("张三 13800138000 浙江省杭州市江干区钱江路8号")
    assert proposal.district == "上城区"
    assert proposal.doubts == (Doubt("district", DoubtReason.RENAMED, ("浙江省杭州市钱塘区",)),)


def test_a_blank_stays_where_nothing_speaks_for_a_name() -> None:
    for text in ("13800138000 浙江省杭州市余杭区文一西路969号", "四川北路街道 13800138000", "东郭镇 公安宿舍"):
        assert read_paste(text).name == ""


def test_what_was_read_into_no_field_is_left_over() -> None:
    proposal = read_paste(f"老板发这里 {PLAIN} 谢谢 订单号：2026071112345678")
    assert {"老板发这里", "谢谢", "2026071112345678"} <= set(proposal.leftover.split())


@given(st.text(max_size=200))
def test_any_text_can_be_read(text: str) -> None:
    read_paste(text)


PEOPLE = ("张三", "欧阳娜", "王先生", "Lucy", "13800138000", "0571-88112233转801", "138****8000", "330106199003071234")
PLACES = (
    "浙江省",
    "杭州市",
    "余杭区",
    "朝阳区",
    "海门市",
    "文一西路969号",
    "3幢",
    "(收)",
    "请放门口",
    "QQ",
    "[1234]",
    "311121",
)
BETWEEN = ("收件人：", "寄：", "电话", "地址：", "\n", " ", "，", "【", "】", "·", ":", "/", "-")
PARTS = st.sampled_from([*PEOPLE, *PLACES, *BETWEEN])


@given(st.lists(PARTS, max_size=14))
def test_names_and_details_hold_only_what_was_pasted(parts: list[str]) -> None:
    text = "".join(parts)
    proposal = read_paste(text)
    for party in (proposal, proposal.sender or proposal):
        given_characters = set(text) | {" "}
        assert set(party.name) | set(party.detail) | set(party.leftover) <= given_characters
        assert "13800138000" not in party.name + party.detail
        assert "330106199003071234" not in party.name + party.detail + party.leftover


@given(st.lists(PARTS, max_size=10))
def test_reading_the_same_text_twice_gives_the_same(parts: list[str]) -> None:
    assert read_paste("".join(parts)) == read_paste("".join(parts))


@pytest.mark.parametrize(
    ("text", "side"),
    [
        ("寄件人：李小龙 0571-88880000 上海市徐汇区虹漕路461号", Side.SENDER),
        ("收件人：张三\n电话：13800138000\n地址：浙江省杭州市余杭区文一西路969号", Side.RECIPIENT),
        ("张三 13800138000 浙江省杭州市余杭区文一西路969号", None),
        ("姓名：张三 电话：13800138000 地址：浙江省杭州市余杭区文一西路969号", None),
    ],
)
def test_a_single_party_is_whose_the_text_says_it_is(text: str, side: Side | None) -> None:
    assert read_paste(text).side is side
