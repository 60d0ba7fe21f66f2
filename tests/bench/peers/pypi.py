"""Reads texts from standard input as a JSON list, runs one PyPI parser over them, writes readings and times as JSON.

Usage: python pypi.py jionlp|cpca. Neither reads names; jionlp is given its own phone extractor first.
"""

from __future__ import annotations

import contextlib
import io
import json
import sys
import time
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

PASSES = 3


def jionlp() -> Callable[[str], dict[str, str]]:
    """The library's phone extractor, then its address reader with old names made new."""
    import jionlp as library  # noqa: PLC0415 -- measured

    def read(text: str) -> dict[str, str]:
        phones = library.extract_phone_number(text)
        for phone in phones:
            text = text.replace(phone, " ")
        found = library.parse_location(text, change2new=True)
        return {
            "phone": phones[0] if phones else "",
            "province": found["province"] or "",
            "city": found["city"] or "",
            "district": found["county"] or "",
            "detail": found["detail"] or "",
        }

    return read


def cpca() -> Callable[[str], dict[str, str]]:
    """One text at a time, as at a counter."""
    import cpca as library  # noqa: PLC0415 -- measured

    def read(text: str) -> dict[str, str]:
        province, city, district, detail, _ = library.transform([text]).iloc[0]
        return {"province": province or "", "city": city or "", "district": district or "", "detail": detail or ""}

    return read


def main() -> None:
    """Load, read all texts once, then time them."""
    texts = json.load(sys.stdin)
    with contextlib.redirect_stdout(io.StringIO()):
        started = time.perf_counter()
        read = {"jionlp": jionlp, "cpca": cpca}[sys.argv[1]]()
        read("浙江省杭州市余杭区文一西路969号")
        load_ms = (time.perf_counter() - started) * 1e3
        readings = [read(text) for text in texts]
        best = [float("inf")] * len(texts)
        for _ in range(PASSES):
            for at, text in enumerate(texts):
                before = time.perf_counter()
                read(text)
                best[at] = min(best[at], (time.perf_counter() - before) * 1e3)
    json.dump(
        {"readings": readings, "load_ms": load_ms, "median_ms": sorted(best)[len(best) // 2]},
        sys.stdout,
        ensure_ascii=False,
    )


main()
