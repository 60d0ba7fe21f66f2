"""The evidence report: what one account did, for the police or the postal bureau; masked throughout."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from outlet_app.domain.activity import ActivityKind
from outlet_app.domain.outlet_day import outlet_time
from outlet_app.domain.proof import Proof
from outlet_app.paper.sheet_blocks import CheckpointBlock, Facts, Heading, Paragraph, Sheet, SigningLines, Table
from outlet_app.services.report_words import NOBODY, PROOFS, record_words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence
    from datetime import datetime

    from outlet_app.paper.sheet_blocks import Block
    from outlet_app.services.evidence import Gathered
    from outlet_app.services.report import Recomputed, Sayings
    from outlet_app.services.reviewed_acts import ReviewedAct

_PARTIES = ("sender", "recipient")
_CAPTION = "校验点：扫此码可核对出具本报告时的操作记录。"
_HOW = (
    "核验方法：在任意一台装有本程序的电脑上运行  python -m outlet_app verify 文件名.record  "
    "不需要网点的电脑、账号或网络。可另加  --checkpoint  和任何一张面单或日结单上的校验点文字。"
)
_LIMITS = (
    "本报告说明账号做了什么，不说明当时键盘前是谁。",
    "用本程序以外的工具在店内扫描面单、不经本程序查看的，不在记录之内。",
    "其他账号的操作不在附件中，只保留其编号、摘要和签名，以证明没有删去本账号的操作。",
)


@dataclass(frozen=True, slots=True)
class EvidenceFacts:
    """What the report tells beside the acts. `digest` is SHA-256 of the record file, in hexadecimal digits."""

    outlet_name: str
    person: str
    made_at: datetime
    made_by: str
    code_text: str
    checked: Recomputed
    owner_fingerprint: str
    file_name: str
    digest: str
    carrier_names: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Concerned:
    """Whom the acts concern: waybills touched, how often, and the parties of each whose details were opened.

    `arrived` are the arrived parcels: an act of each, which names it, and how many there are.
    """

    touched: dict[str, int]
    opened: dict[str, frozenset[str]]
    arrived: tuple[tuple[ReviewedAct, int], ...]

    @property
    def people(self) -> int:
        """How many parties' details were opened: sender and recipient of each waybill count apart."""
        return sum(map(len, self.opened.values()))


def concerned(acts: Sequence[ReviewedAct]) -> Concerned:
    """Counted by waybill number. A field that is nobody's, such as the contents, opens no party."""
    touched = Counter(act.number for act in acts if act.number and not act.shelf_code)
    arrived = Counter(act.record_id for act in acts if act.shelf_code)
    named = {act.record_id: act for act in acts}
    opened: dict[str, frozenset[str]] = {}
    for act in acts:
        if parties := _opened(act):
            opened[act.number] = opened.get(act.number, frozenset()) | parties
    parcels = sorted(((named[each], count) for each, count in arrived.items()), key=lambda found: found[0].number)
    return Concerned(dict(sorted(touched.items())), opened, tuple(parcels))


def evidence_sheet(facts: EvidenceFacts, gathered: Gathered, sayings: Sayings) -> Sheet:
    """The report."""
    found = concerned(gathered.acts)
    subtitle = f"{facts.outlet_name}  {gathered.first} 至 {gathered.last}"
    blocks: list[Block] = [
        *_head(facts, gathered, found),
        CheckpointBlock(facts.code_text, _CAPTION),
        *_file(facts),
        *_waybills(found),
        *_arrived(found, facts.carrier_names),
        Heading("全部操作"),
        _acts(gathered.acts, sayings),
        Heading("本报告不能说明的"),
        *(Paragraph(text, small=True) for text in _LIMITS),
        SigningLines(("店主（签字盖章）", "日期")),
    ]
    return Sheet("操作取证报告", subtitle, tuple(blocks), f"{facts.outlet_name} {facts.person}")


def _head(facts: EvidenceFacts, gathered: Gathered, found: Concerned) -> Iterator[Block]:
    proofs = Counter(act.proof for act in gathered.acts)
    numbers = [act.n for act in gathered.acts]
    between = f"（第 {min(numbers)} 至第 {max(numbers)} 条之间）" if numbers else ""
    yield Facts(
        (
            ("姓名", facts.person or NOBODY),
            ("账号编号", gathered.account_id.hex()),
            ("期间", f"{gathered.first} 04:00 至 {gathered.last} 次日 04:00"),
            ("操作", f"{len(numbers)} 条{between}"),
            ("签名", "，".join(f"{PROOFS[proof]} {proofs[proof]} 条" for proof in Proof)),
            ("涉及运单", f"{len(found.touched)} 票"),
            ("打开过资料的运单", f"{len(found.opened)} 票"),
            ("涉及到件", f"{len(found.arrived)} 件"),
            ("涉及的当事人", f"{found.people} 人次（寄件人、收件人按运单分别计）"),
            ("出具", f"{outlet_time(facts.made_at):%Y-%m-%d %H:%M} {facts.made_by}"),
        )
    )
    yield Paragraph(record_words(facts.checked), strong=facts.checked.broken_at is not None)
    if proofs[Proof.UNSIGNED] or proofs[Proof.WRONG]:
        yield Paragraph("标为“未签名”或“与签名不符”的操作，不能证明是该账号所为。", strong=True)


def _file(facts: EvidenceFacts) -> Iterator[Block]:
    yield Facts(
        (
            ("附件", facts.file_name),
            ("附件 SHA-256", " ".join(facts.digest[at : at + 8] for at in range(0, len(facts.digest), 8))),
            ("店主公钥指纹", facts.owner_fingerprint),
        )
    )
    yield Paragraph(_HOW, small=True)


def _waybills(found: Concerned) -> Iterator[Block]:
    yield Heading("涉及的运单")
    rows = tuple((number, str(count), _parties(found.opened.get(number))) for number, count in found.touched.items())
    yield Table(("运单号", "操作", "打开过谁的资料"), rows, (60.0, 24.0, 92.0), (1,), "无。", 60.0)


def _arrived(found: Concerned, carrier_names: Mapping[str, str]) -> Iterator[Block]:
    yield Heading("涉及的到件")
    rows = tuple(
        (act.number, carrier_names.get(act.carrier, act.carrier), act.shelf_code, str(count))
        for act, count in found.arrived
    )
    heads = ("单号", "快递公司", "取件码", "操作")
    yield Table(heads, rows, (60.0, 50.0, 42.0, 24.0), (3,), "无。", 60.0)


def _acts(acts: Sequence[ReviewedAct], sayings: Sayings) -> Table:
    rows = tuple(
        (
            str(act.n),
            f"{outlet_time(act.at):%Y-%m-%d %H:%M:%S}",
            sayings.act(act),
            act.number,
            PROOFS[act.proof],
        )
        for act in acts
    )
    heads = ("编号", "时间", "做了什么", "单号", "签名")
    return Table(heads, rows, (15.0, 34.0, 74.0, 33.0, 22.0), right=(0,), empty="这些天没有操作。")


def _opened(act: ReviewedAct) -> frozenset[str]:
    """Whose details the act opened."""
    if act.kind is ActivityKind.OPENED_FOR_CORRECTION:
        return frozenset(_PARTIES)
    if act.kind is not ActivityKind.REVEALED:
        return frozenset()
    party = str(act.facts.get("field", "")).partition(".")[0]
    return frozenset({party} & set(_PARTIES))


def _parties(opened: frozenset[str] | None) -> str:
    names = {"sender": "寄件人", "recipient": "收件人"}
    return "、".join(names[party] for party in _PARTIES if party in (opened or ()))
