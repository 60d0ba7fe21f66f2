"""What a label is ordered with."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import datetime

    from outlet_app.domain.sealed_waybill import MaskedWaybill


@dataclass(frozen=True, slots=True, kw_only=True)
class LabelOrder:
    """Everything one label shows.

    `carrier_name` and `service_name` are Chinese, as printed. `printed_at` is aware and in the outlet's local time.
    `reprint` is 0 for the first print and counts the prints after it (补打 1, 补打 2, …). `code_text` is the `OA1.…`
    text of a coded label and holds its token; without it the label carries Code 128 only, and with `preview` a grey
    square stands where the code will be.
    """

    masked: MaskedWaybill
    carrier_name: str
    service_name: str = ""
    outlet_name: str = ""
    printed_at: datetime
    reprint: int = 0
    code_text: str | None = field(default=None, repr=False)
    preview: bool = False
