"""The day sheet: what stands on it, in which order, in the words of the trade."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.amounts import yuan
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.paper.sheet_blocks import CheckpointBlock, Facts, Heading, Paragraph, Sheet, SigningLines, Table
from outlet_app.services.report_words import WEEKDAYS, record_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence
    from datetime import datetime

    from outlet_app.domain.act_counts import ActCounts
    from outlet_app.domain.day_account import DayAccount, Shift
    from outlet_app.paper.sheet_blocks import Block
    from outlet_app.services.report import FlagLine, Recomputed

_CAPTION = "校验点：在任何一页用扫码枪扫此码，程序即核对这一刻及以前的操作记录未被改动。请保存本单。"
_NOTHING = "无。"
_COUNT_HEADS = ("人员", "登录", "收寄", "面单", "改单", "查询", "查看", "被拒")
_ACT_HEADS = ("时间", "人员", "做了什么", "运单号")
_ACT_SHARES = (18.0, 22.0, 96.0, 40.0)


@dataclass(frozen=True, slots=True)
class ActLine:
    """One act of the day: `time` on the outlet's clock, who, what, and the waybill's number or nothing."""

    time: str
    person: str
    sentence: str
    number: str


@dataclass(frozen=True, slots=True)
class MoneyLine:
    """An act by which the drawer holds, or may be asked for, so much less (fen)."""

    line: ActLine
    fen: int


@dataclass(frozen=True, slots=True)
class DayFacts:
    """What a day sheet tells. For a clerk it is his shift: `owner` is None then."""

    outlet_name: str
    made_at: datetime
    made_by: str
    code_text: str
    checked: Recomputed
    account: DayAccount
    carrier_names: dict[str, str]
    owner: OwnersPart | None


@dataclass(frozen=True, slots=True)
class OwnersPart:
    """What the owner alone is told."""

    reveals: tuple[ActLine, ...]
    flags: tuple[FlagLine, ...]
    counts: tuple[tuple[str, ActCounts], ...]
    changes: tuple[ActLine, ...]
    lowered: tuple[MoneyLine, ...] = ()


def day_sheet(facts: DayFacts) -> Sheet:
    """The sheet: the checkpoint, the owner's own reveals, flags, who did how much, money, lists, what was changed."""
    account = facts.account
    title = "日结单" if facts.owner is not None else "交班单"
    at = outlet_time(facts.made_at)
    subtitle = f"{facts.outlet_name}  {account.day} {WEEKDAYS[account.day.weekday()]}"
    made = f"制表 {at:%Y-%m-%d %H:%M} {facts.made_by}"
    blocks: list[Block] = [
        Paragraph(made, small=True),
        CheckpointBlock(facts.code_text, _CAPTION),
        *_record(facts),
        *(_owners(facts.owner) if facts.owner is not None else ()),
        *_traffic(account),
        *_money(account),
        *(_lowered(facts.owner) if facts.owner is not None else ()),
        *_carriers(facts),
        *_numbers(facts),
        *(_changes(facts.owner) if facts.owner is not None else ()),
        Heading("签字"),
        SigningLines(("店主", "日期") if facts.owner is not None else ("店员", "日期")),
    ]
    return Sheet(title, subtitle, tuple(blocks), facts.outlet_name)


def _record(facts: DayFacts) -> Iterator[Block]:
    yield Paragraph(record_words(facts.checked), strong=facts.checked.broken_at is not None)
    if not facts.account.whole:
        yield Paragraph("当天的操作记录前后不相接，以下合计不可靠。", strong=True)


def _owners(part: OwnersPart) -> Iterator[Block]:
    yield Heading("店主本人的查看")
    yield _acts(part.reveals)
    yield Heading("需要看一眼的事")
    rows = tuple((flag.sentence, "未处理" if flag.note is None else f"已看：{flag.note}") for flag in part.flags)
    yield Table(("情况", "处理"), rows, (120.0, 56.0), empty=_NOTHING)
    yield Heading("各人操作")
    counts = tuple((name, *map(str, count.values())) for name, count in part.counts)
    yield Table(_COUNT_HEADS, counts, (36.0, *[20.0] * 7), tuple(range(1, 8)), _NOTHING, 60.0)


def _traffic(account: DayAccount) -> Iterator[Block]:
    yield Heading("收发" if account.of_everybody else "本班收发")
    heads = ("人员", "收寄", "到件", "取走", "交出", "退改等")
    people = [_traffic_row(shift) for shift in account.shifts]
    total = [_traffic_row(account.total, "合计")] if account.of_everybody else []
    yield Table(heads, (*people, *total), (36.0, *[28.0] * 5), right=tuple(range(1, 6)), least_mm=60.0)


def _traffic_row(shift: Shift, name: str = "") -> tuple[str, ...]:
    traffic = shift.traffic
    counts = (traffic.accepted, traffic.arrived, traffic.collected, traffic.handed_over, traffic.odd)
    return (name or shift.name, *map(str, counts))


def _money(account: DayAccount) -> Iterator[Block]:
    yield Heading("现金")
    total = account.total
    rows = [
        ("寄付运费", _yuan(total.cash.fees_fen)),
        ("改单增减", _yuan(total.cash.corrections_fen)),
        ("退款", _yuan(total.cash.refunds_fen)),
        ("代收货款", _yuan(total.cash.on_delivery_fen)),
        ("到付运费", _yuan(total.cash.collect_fen)),
        ("应有现金", _yuan(total.cash.drawer_fen)),
    ]
    if total.count is not None:
        rows += [("清点", _yuan(total.count.counted_fen)), ("差额", _yuan(total.count.difference_fen))]
    else:
        rows.append(("清点", "未清点"))
    rows.append(("月结（不收现金）", _yuan(total.cash.monthly_fen)))
    if total.cash.untold:
        rows.append(("未记金额", f"{total.cash.untold} 笔"))
    yield Facts(tuple(rows))
    if account.of_everybody and len(account.shifts) > 1:
        tills = tuple(map(_till, account.shifts))
        yield Table(("人员", "应有", "清点", "差额"), tills, (56.0, *[40.0] * 3), (1, 2, 3), least_mm=60.0)


def _lowered(part: OwnersPart) -> Iterator[Block]:
    """Each one apart, where there is one: in a sum, what somebody took out is lost among what everybody brought in."""
    rows = tuple((*_row(each.line), _yuan(each.fen)) for each in part.lowered)
    if rows:
        yield Heading("退款、改少和未收的款")
        yield Table((*_ACT_HEADS, "少收"), rows, (18.0, 22.0, 78.0, 38.0, 20.0), (4,))


def _till(shift: Shift) -> tuple[str, ...]:
    count = shift.count
    counted = ("", "") if count is None else (_yuan(count.counted_fen), _yuan(count.difference_fen))
    return (shift.name, _yuan(shift.cash.drawer_fen), *counted)


def _carriers(facts: DayFacts) -> Iterator[Block]:
    account, names = facts.account, facts.carrier_names
    yield Heading("快递公司")
    rows = tuple(
        (
            names.get(each.carrier, each.carrier),
            *(str(count) for count in (each.traffic.accepted, each.traffic.arrived, each.traffic.handed_over)),
            _yuan(each.monthly_fen),
        )
        for each in account.carriers
    )
    yield Table(
        ("公司", "收寄", "到件", "交出", "月结"), rows, (56.0, 28.0, 28.0, 28.0, 36.0), (1, 2, 3, 4), _NOTHING, 60.0
    )
    lists = tuple(
        (f"{outlet_time(each.closed_at):%H:%M}", names.get(each.carrier, each.carrier), str(each.count))
        for each in account.lists
    )
    yield Heading("交接单")
    yield Table(("交出时间", "公司", "件数"), lists, (40.0, 100.0, 36.0), (2,), _NOTHING, 60.0)


def _numbers(facts: DayFacts) -> Iterator[Block]:
    """Only where there is something to explain."""
    missing = [(facts.carrier_names.get(each.carrier, each.carrier), each.missing) for each in facts.account.numbers]
    told = [f"{name} 有 {count} 个号码已发出但没有运单" for name, count in missing if count]
    if told:
        yield Heading("号段")
        yield from (Paragraph(f"{text}，请说明。", strong=True) for text in told)


def _changes(part: OwnersPart) -> Iterator[Block]:
    yield Heading("当天的设置、人员与限额变更")
    yield _acts(part.changes)


def _acts(lines: Sequence[ActLine]) -> Table:
    return Table(_ACT_HEADS, tuple(_row(line) for line in lines), _ACT_SHARES, empty=_NOTHING)


def _row(line: ActLine) -> tuple[str, ...]:
    return line.time, line.person, line.sentence, line.number


def _yuan(fen: int) -> str:
    return f"-¥{yuan(-fen)}" if fen < 0 else f"¥{yuan(fen)}"
