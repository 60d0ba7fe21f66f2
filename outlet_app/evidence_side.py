"""What whoever gets an evidence report runs, without any outlet: the part of the record that goes with it, judged."""

from __future__ import annotations

import io
import sys
from typing import TYPE_CHECKING

from outlet_app.domain.record_segment import MOST_FILE_BYTES, RecordSegment, Told, read_segment
from outlet_app.domain.segment_check import Fault
from outlet_app.domain.touched import touched
from outlet_app.errors import LabelCodeRefused
from outlet_app.sealing.label_code import CheckpointCode, LabelCode, outlet_mark, read_code
from outlet_app.sealing.segment_proof import Pinned, SegmentProof, prove_segment

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from outlet_app.sealing.label_code import CheckpointMark

PROVEN, NOT_PROVEN, REFUSED = 0, 1, 2
"""Exit codes: everything in the file holds; something in it does not; it is no such file, or the code no checkpoint."""

_MOST_FINDINGS = 50
_MOST_PARCELS = 500
_MOST_ACTS = 20
_FAULTS = {
    Fault.MISSING: "not in the file 不在文件中",
    Fault.CHANGED: "changed, or does not follow 被改动或前后不相接",
    Fault.UNSIGNED: "not signed 未签名",
    Fault.WRONG: "not signed by whom it names 不是其所称的人签名",
    Fault.MIXED: "a transaction of two people 一次写入中有两人的操作",
    Fault.LOST: "lost with a damaged disk, as the owner stated 店主声明随磁盘损坏而丢失",
}
_PINNED = {
    Pinned.FITS: "The checkpoint fits this record. 校验点与记录相符。",
    Pinned.CONTRADICTS: "NOT PROVEN: the checkpoint is of another record. 未证实：校验点与记录不符。",
    Pinned.ELSEWHERE: "NOT PROVEN: the checkpoint's act is not in this file. 未证实：校验点所指的操作不在本文件中。",
}
_LIMITS = (
    "What this does not prove 本程序不能证实的：",
    "- that the owner key is this outlet's: compare its fingerprint with the signed paper. "
    "店主公钥属于本网点：请与签字的报告核对指纹。",
    "- the hashes inside other people's transactions: their signatures and a checkpoint vouch for them. "
    "他人操作内部的摘要：由其签名和校验点担保。",
    "- who sat at the keyboard: a signature is of an account that was signed in. 键盘前是谁：签名属于已登录的账号。",
)


def verify(path: Path, checkpoint: str = "") -> int:
    """Judge a file, and hold `checkpoint` against it: the text of a label or day sheet, empty for none.

    Tells on the output what is proven and what is not.
    """
    try:
        segment = read_segment(_read(path))
        mark = _mark(checkpoint, segment) if checkpoint else None
    except OSError as fault:
        return _refuse(f"The file cannot be read 无法读取文件: {fault.strerror}")
    except LabelCodeRefused:
        return _refuse("That is no checkpoint of this outlet 不是本网点的校验点。")
    except ValueError:
        return _refuse("That is no part of a record, or one of a later version 不是操作记录文件，或来自更新的版本。")
    proof = prove_segment(segment, mark)
    if isinstance(sys.stdout, io.TextIOWrapper):
        sys.stdout.reconfigure(errors="replace")  # a console that lacks Chinese still gets the English half
    for line in _lines(segment, proof):
        sys.stdout.write(f"{line}\n")
    return PROVEN if proof.is_whole else NOT_PROVEN


def _read(path: Path) -> bytes:
    """No more of it than a file of ours can have; `read_segment` refuses a longer one."""
    with path.open("rb") as file:
        return file.read(MOST_FILE_BYTES + 1)


def _mark(text: str, segment: RecordSegment) -> CheckpointMark:
    code = read_code(text.replace(" ", ""))
    if not isinstance(code, LabelCode | CheckpointCode) or code.outlet_mark != outlet_mark(segment.outlet_id):
        raise LabelCodeRefused
    return code.checkpoint


def _lines(segment: RecordSegment, proof: SegmentProof) -> Iterator[str]:
    verdict = proof.verdict
    yield f"Acts 操作 {segment.start.n + 1}–{segment.last}, {_printable(proof.person)} ({segment.account_id.hex()})"
    yield f"Owner key 店主公钥指纹: {proof.owner_fingerprint}"
    if not proof.statements_hold:
        yield "NOT PROVEN: the owner's statements do not hold. 未证实：店主声明的签名不成立。"
    yield f"Proven 已证实: {verdict.proven} / {verdict.told} acts, signed as they stand 条操作与签名相符"
    yield f"Acts of others, signed by them 他人操作（由其签名）: {verdict.covered}"
    yield from _touched(segment)
    for finding in verdict.findings[:_MOST_FINDINGS]:
        yield f"NOT PROVEN 未证实: {finding.first}–{finding.last}: {_FAULTS[finding.fault]}"
    if len(verdict.findings) > _MOST_FINDINGS:
        yield f"… {len(verdict.findings) - _MOST_FINDINGS} more 处未列出"
    if proof.pinned in _PINNED:
        yield _PINNED[proof.pinned]
    if proof.is_whole:  # whoever makes a file of his own signs it with a key of his own
        key = proof.owner_fingerprint
        yield f"RESULT: whole, if {key} is the owner key on the signed paper"
        yield f"结果：完整（签字报告上的店主公钥指纹须为 {key}）"
    else:
        yield "RESULT: NOT WHOLE 结果：不完整"
    yield from _LIMITS


def _touched(segment: RecordSegment) -> Iterator[str]:
    """What the account's acts concern, as they say it themselves: names of carriers and numbers are in no act."""
    told = [act for part in segment.parts if isinstance(part, Told) for act in part.acts]
    found = touched(act for act in told if act.account_id == segment.account_id)
    yield "What they concern, as they say themselves 据操作自身所述："
    yield f"Waybills 涉及运单: {found.waybills}, details opened 打开过资料: {found.opened}"
    yield f"Only looked up, waybills or arrived parcels 只查找过的运单或到件: {found.looked_up}"
    yield f"Arrived parcels 涉及到件: {len(found.parcels)}"
    for parcel in found.parcels[:_MOST_PARCELS]:
        named = " ".join((parcel.carrier, *parcel.shelf_codes))
        yield f"- {_printable(named)}: acts 操作 {', '.join(map(str, parcel.acts[:_MOST_ACTS]))}"
    if len(found.parcels) > _MOST_PARCELS:
        yield f"… {len(found.parcels) - _MOST_PARCELS} more 件未列出"


def _printable(name: str) -> str:
    """A name out of a file that anybody can have written, without what a terminal would obey."""
    return "".join(each if each.isprintable() else "?" for each in name) or "?"


def _refuse(sentence: str) -> int:
    sys.stderr.write(f"{sentence}\n")
    return REFUSED
