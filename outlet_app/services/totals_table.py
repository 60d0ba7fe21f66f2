"""Totals as a CSV file: days and people, never a single waybill; nothing in it that a spreadsheet would run."""

from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from outlet_app.domain.act_counts import ActCounts

HEADS = ("日期", "人员", "登录", "收寄", "面单", "改单", "查询", "查看", "被拒")

_RUN = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")
"""What a cell begins with that spreadsheets take for a formula. Source: OWASP, CSV Injection, read 2026-11-22."""


def totals_table(rows: Iterable[tuple[date, str, ActCounts]]) -> bytes:
    """UTF-8 with the mark by which spreadsheets know it, lines ending in CR LF (RFC 4180)."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(HEADS)
    for day, name, counts in rows:
        writer.writerow((day.isoformat(), _tame(name), *counts.values()))
    return text.getvalue().encode("utf-8-sig")


def _tame(text: str) -> str:
    return f"'{text}" if text.startswith(_RUN) else text
