"""The printed hand-over list: what the driver counts and signs, and nothing of anybody.

A carrier's driver needs numbers, how many there are and what they weigh. Whom a parcel goes to stands masked on its
label; category and amounts are no business of the truck.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.amounts import kilograms
from outlet_app.domain.handover_list import HandoverThing, HandoverWay
from outlet_app.paper.sheet_blocks import CheckpointBlock, Facts, Paragraph, Sheet, SigningLines, Table

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import datetime

    from outlet_app.domain.handover_list import HandoverItem
    from outlet_app.paper.sheet_blocks import Block

_HEADS = ("序号", "运单号", "方式", "公斤", "备注")
_SHARES = (14.0, 62.0, 18.0, 22.0, 20.0)
_LEAST_MM = 50.0
"""Narrower than any label stock that a waybill goes on: the table keeps its columns there."""

_WAYS = {HandoverWay.CODE: "扫码", HandoverWay.BARS: "条码", HandoverWay.TYPED: "手输"}
_BACK, _UNSEALED = "退回", "未密封"
_LEGEND = "方式：扫码为扫面单二维码，条码为扫一维码，手输为键盘输入。"
_UNSEALED_NOTE = "备注为“未密封”的运单，密封交接文件里没有快递公司能打开的信息，请用快递公司系统补录。"
_CAPTION = "校验点：在任何一页用扫码枪扫此码，程序即核对交接及以前的操作记录未被改动。请保存本单。"


@dataclass(frozen=True, slots=True, kw_only=True)
class HandoverPaper:
    """What stands on the paper of a closed list; times on the outlet's clock.

    `unsealed` are the numbers of waybills whose details the carrier cannot open in the file of a sealed hand-over.
    `code_text` is an `OC1.…` of a checkpoint at or behind the closing.
    """

    outlet_name: str
    carrier_name: str
    number: int
    opened_at: datetime
    closed_at: datetime
    closed_by: str
    items: tuple[HandoverItem, ...]
    unsealed: frozenset[str]
    code_text: str


def handover_sheet(paper: HandoverPaper) -> Sheet:
    """The list as a sheet: carrier and counts, a row for each parcel, lines to sign, the checkpoint."""
    return Sheet(
        f"{paper.carrier_name}交接单 第{paper.number}号",
        f"{paper.outlet_name} · 交接 {paper.closed_at:%Y-%m-%d %H:%M} · 开单 {paper.opened_at:%m-%d %H:%M}",
        tuple(_blocks(paper)),
        f"{paper.carrier_name} 第{paper.number}号",
    )


def _blocks(paper: HandoverPaper) -> Iterator[Block]:
    yield Facts(tuple(_facts(paper)))
    rows = tuple(_row(place, item, paper.unsealed) for place, item in enumerate(paper.items, start=1))
    yield Table(_HEADS, rows, _SHARES, right=(0, 3), least_mm=_LEAST_MM)
    yield Paragraph(_LEGEND, small=True)
    if paper.unsealed:
        yield Paragraph(_UNSEALED_NOTE, strong=True)
    yield SigningLines(("网点交件人", "快递公司收件人", "日期、时间"))
    yield CheckpointBlock(paper.code_text, _CAPTION)


def _facts(paper: HandoverPaper) -> Iterator[tuple[str, str]]:
    back = sum(item.thing is HandoverThing.PARCEL for item in paper.items)
    count = f"{len(paper.items)} 件"
    yield "件数", f"{count}，其中退回 {back} 件" if back else count
    yield "总重量", f"{kilograms(sum(item.weight_g for item in paper.items))} 公斤" + ("（退回件不计）" if back else "")
    if paper.closed_by:
        yield "经手人", paper.closed_by


def _row(place: int, item: HandoverItem, unsealed: frozenset[str]) -> tuple[str, ...]:
    is_back = item.thing is HandoverThing.PARCEL
    note = _BACK if is_back else _UNSEALED if item.number in unsealed else ""
    weight = "" if is_back else f"{item.weight_g / 1000:.2f}"
    return str(place), item.number, _WAYS[item.way], weight, note
