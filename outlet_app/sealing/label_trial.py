"""Whether a label's token opens the wrap of its waybill: yes or no, and nothing of what is in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from outlet_app.errors import KeyMismatch
from outlet_app.sealing import record_key

if TYPE_CHECKING:
    from outlet_app.domain.sealed_waybill import LabelWrap, SealedWaybill
    from outlet_app.sealing.label_code import LabelToken


def label_wrap_opens(sealed: SealedWaybill, wrap: LabelWrap, token: LabelToken, *, outlet_id: bytes) -> bool:
    """Whether W2 of this row opens with `token`: not with another label's, nor when a bit of row or wrap changed."""
    try:
        record_key.key_by_label(token, sealed, wrap, outlet_id)
    except KeyMismatch:
        return False
    return True
