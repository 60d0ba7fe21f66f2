"""Words that several papers share. Always Chinese, as every paper."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.domain.proof import Proof

if TYPE_CHECKING:
    from outlet_app.services.report import Recomputed

WEEKDAYS = ("星期一", "星期二", "星期三", "星期四", "星期五", "星期六", "星期日")

NOBODY = "不明账号"
"""Of an account that no owner ever named."""

PROOFS = {Proof.SIGNED: "已签名", Proof.UNSIGNED: "未签名", Proof.WRONG: "与签名不符"}


def record_words(checked: Recomputed) -> str:
    """What recomputing the record gave, as a sentence."""
    if checked.broken_at is not None:
        return f"操作记录在第 {checked.broken_at} 条处不相接：记录被改过或缺失。请马上核对记录。"
    return f"操作记录已从头重新计算，第 1 至第 {checked.reached.n} 条前后相接。"
