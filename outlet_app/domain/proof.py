"""Whether acts are what their account signed: one transaction of the record at a time."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from outlet_app.domain.history import is_next, signed_text

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from outlet_app.domain.activity import Act


class Proof(StrEnum):
    """How an act stands to the account that it names.

    `WRONG`: the account's signature does not hold over what stands there, so act or signature was changed.
    """

    SIGNED = "signed"
    UNSIGNED = "unsigned"
    WRONG = "wrong"


def prove(
    outlet_id: bytes, before: bytes | None, acts: Sequence[Act], verifies: Callable[[bytes, bytes, bytes], bool]
) -> Proof:
    """How `acts` stand, neighbours up to the end of their transaction, after the act that bears the hash `before`.

    `before` is None where that act is missing. `verifies` takes account id, signature and text.
    """
    last = acts[-1]
    if last.signature is None:
        return Proof.UNSIGNED
    chain_hash = before
    for n, act in enumerate(acts, start=acts[0].n):
        if chain_hash is None or (act.n, act.account_id) != (n, last.account_id):
            return Proof.WRONG
        if not is_next(chain_hash, act):
            return Proof.WRONG
        chain_hash = act.chain_hash
    held = verifies(last.account_id, last.signature, signed_text(outlet_id, last.n, last.chain_hash))
    return Proof.SIGNED if held else Proof.WRONG
