"""The incident form: what article 57 of the Personal Information Protection Law asks to be told, with the totals."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.incident import IncidentKind, discovered_at
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.paper.sheet_blocks import CheckpointBlock, Facts, Heading, Paragraph, Sheet, SigningLines
from outlet_app.services.report_words import record_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date, datetime

    from outlet_app.domain.act_counts import ActCounts
    from outlet_app.domain.incident import IncidentDraft
    from outlet_app.paper.sheet_blocks import Block
    from outlet_app.services.report import Recomputed

_KINDS = {IncidentKind.LEAKED: "泄露", IncidentKind.ALTERED: "篡改", IncidentKind.LOST: "丢失"}
_CAPTION = "校验点：扫此码可核对出具本表时的操作记录。"
_PART = (
    ("涉及的个人信息种类", "data_kinds"),
    ("发生原因", "cause"),
    ("可能造成的危害", "harm"),
    ("已采取的补救措施", "measures"),
    ("个人可以采取的减轻危害的措施", "advice"),
    ("联系方式", "contact"),
)


@dataclass(frozen=True, slots=True)
class IncidentFacts:
    """What the program adds: the totals of the days from `first` to `last`, and how the record stands."""

    outlet_name: str
    made_at: datetime
    made_by: str
    code_text: str
    checked: Recomputed
    first: date
    last: date
    counts: ActCounts


def incident_sheet(draft: IncidentDraft, facts: IncidentFacts) -> Sheet:
    """The form, in the order of the law."""
    blocks = (
        *_head(draft, facts),
        *_law(draft),
        *_totals(facts),
        CheckpointBlock(facts.code_text, _CAPTION),
        SigningLines(("负责人（签字盖章）", "日期")),
    )
    return Sheet(
        "个人信息安全事件报告表", f"{facts.outlet_name}  依据《个人信息保护法》第五十七条", blocks, facts.outlet_name
    )


def _head(draft: IncidentDraft, facts: IncidentFacts) -> Iterator[Block]:
    at = discovered_at(draft) or facts.made_at
    hours, minutes = divmod(int((facts.made_at - at).total_seconds()) // 60, 60)
    yield Facts(
        (
            ("事件", f"发生或者可能发生个人信息{_KINDS[draft.kind]}"),
            ("发现时间", f"{outlet_time(at):%Y-%m-%d %H:%M}"),
            ("出具时间", f"{outlet_time(facts.made_at):%Y-%m-%d %H:%M}  距发现 {hours} 小时 {minutes} 分"),
            ("填表人", facts.made_by),
        )
    )


def _law(draft: IncidentDraft) -> Iterator[Block]:
    for place, (title, name) in enumerate(_PART, start=1):
        yield Heading(f"{place}. {title}")
        for line in getattr(draft, name).strip().splitlines():
            yield Paragraph(line)


def _totals(facts: IncidentFacts) -> Iterator[Block]:
    counts = facts.counts
    yield Heading(f"操作记录中的合计（{facts.first} 至 {facts.last}）")
    yield Facts(
        (
            ("收寄运单", f"{counts.accepted} 票"),
            ("查询", f"{counts.searches} 次"),
            ("打开运单资料", f"{counts.reveals} 次"),
            ("拒绝打开", f"{counts.refusals} 次"),
            ("打印面单", f"{counts.labels} 张"),
        )
    )
    yield Paragraph(record_words(facts.checked), strong=facts.checked.broken_at is not None)
